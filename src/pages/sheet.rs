//! In: an item. Out: its sheet (個票) in the official order: head, three columns, indicators, schedule, years.
//! Never: a part of the form left out; what is not published is said so.

use super::goal::group_href;
use super::plan::{SourceLine, source_line};
use super::schedule::{Schedule, schedule};
use super::table::{Cell, actual, rate, target};
use super::tally::item_year;
use super::view::View;
use super::words::{Link, Prose, Words};
use super::{Page, label, organisation};
use crate::evaluate::{self, Calendar, YearResult};
use crate::locale::{Locale, fill};
use crate::model::{FiscalYear, Indicator, IndicatorAt, Item, OrganisationRef, Plan, Role};
use serde::Serialize;

/// A sheet.
#[derive(Debug, Serialize)]
pub struct Sheet<'s> {
    /// Put before every id, so that many sheets can stand on one page.
    prefix: String,
    title: Words<'s>,
    level: Words<'s>,
    number: &'s str,
    link: Link<'s>,
    above: Vec<Above<'s>>,
    lead: Vec<Link<'s>>,
    related: Vec<Link<'s>>,
    labels: Vec<LabelCell<'s>>,
    examples: Vec<Words<'s>>,
    as_of: Option<String>,
    overview: Option<OverviewColumns<'s>>,
    years_head: Vec<String>,
    caption: String,
    indicators: Vec<IndicatorRows<'s>>,
    schedule_caption: String,
    schedule: Option<Schedule<'s>>,
    /// 達成件数 of every year of the plan; none where nothing is to be counted.
    tallies: Vec<String>,
    tallies_caption: String,
    years: Vec<YearOfItem<'s>>,
    any_narrative: bool,
    notes: Vec<Words<'s>>,
    source: SourceLine<'s>,
    address: String,
}

/// A group above the item: 目標1 ….
#[derive(Debug, Serialize)]
struct Above<'s> {
    level: Words<'s>,
    number: &'s str,
    name: Words<'s>,
    href: String,
}

#[derive(Debug, Serialize)]
struct LabelCell<'s> {
    link: Link<'s>,
    carried: bool,
}

#[derive(Debug, Serialize)]
struct OverviewColumns<'s> {
    current: Prose<'s>,
    problems: Prose<'s>,
    reform: Prose<'s>,
}

/// An indicator of the form: 目標, 実績, 達成率 by year.
#[derive(Debug, Serialize)]
struct IndicatorRows<'s> {
    id: &'s str,
    number: usize,
    role: &'static str,
    link: Link<'s>,
    unit: &'s str,
    kgi: Option<KgiNumber>,
    rows: Vec<FormRow>,
}

#[derive(Debug, Serialize)]
struct KgiNumber {
    number: usize,
    href: String,
}

#[derive(Debug, Serialize)]
struct FormRow {
    head: &'static str,
    baseline: Baseline,
    cells: Vec<Cell>,
}

#[derive(Debug, Serialize)]
struct Baseline {
    words: String,
    value: Option<String>,
    year: Option<String>,
}

#[derive(Debug, Serialize)]
struct YearOfItem<'s> {
    id: String,
    year: String,
    tally: Option<String>,
    analysis: Prose<'s>,
    issues: Prose<'s>,
    response: Prose<'s>,
}

/// The sheet of an item. `prefix` keeps the ids of several sheets on a page apart.
pub fn sheet<'s>(view: &View<'s>, at: usize, number: usize, prefix: &str) -> Sheet<'s> {
    let plan = &view.site.plans[at];
    let item = &plan.items[number];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let words = view.locale.words;
    let prose = |text, part: &str| view.prose(text, &format!("{prefix}{part}-"), 4);
    let title = item.title.get(view.lang()).0;
    Sheet {
        prefix: prefix.to_string(),
        title: view.words(&item.title),
        level: view.words(&plan.item_level().name),
        number: item.number(),
        link: view.link(&item.title, Page::Item(at, number)),
        above: above(view, at, number),
        lead: organisations(view, &item.lead),
        related: organisations(view, &item.related),
        labels: labels(view, plan, item),
        examples: item.examples.iter().map(|example| view.words(example)).collect(),
        as_of: item.as_of.map(|date| fill(words.as_of, &[("date", &view.locale.month(date))])),
        overview: item.overview.as_ref().map(|overview| OverviewColumns {
            current: prose(&overview.current, "current"),
            problems: prose(&overview.problems, "problems"),
            reform: prose(&overview.reform, "reform"),
        }),
        years_head: plan.period.years().map(|year| view.locale.year_short(year)).collect(),
        caption: fill(words.sheet_caption, &[("title", title)]),
        indicators: (0..item.indicators.len())
            .map(|index| indicator(view, at, number, index, calendar))
            .collect(),
        schedule_caption: fill(words.schedule_caption, &[("title", title)]),
        schedule: schedule(view, at, item, prefix),
        tallies: tallies(view, at, number),
        tallies_caption: fill(words.tallies_caption, &[("title", title)]),
        years: years(view, at, number, calendar, prefix),
        any_narrative: !item.narratives.is_empty(),
        notes: item.notes.iter().map(|note| view.words(note)).collect(),
        source: source_line(view, item.source, Vec::new()),
        address: view.canonical(Page::Item(at, number)),
    }
}

/// The groups above an item, the goal first.
fn above<'s>(view: &View<'s>, at: usize, item: usize) -> Vec<Above<'s>> {
    let plan = &view.site.plans[at];
    let item = &plan.items[item];
    let goal = item.way.first().copied().unwrap_or_default();
    let above = plan.above(item).into_iter().enumerate().map(|(depth, group)| Above {
        level: view.words(&plan.level(depth).name),
        number: &group.id,
        name: view.words(&group.name),
        href: group_href(view, at, goal, depth, group),
    });
    above.collect()
}

fn organisations<'s>(view: &View<'s>, organisations: &[OrganisationRef]) -> Vec<Link<'s>> {
    organisations.iter().map(|one| organisation::link(view, *one)).collect()
}

fn labels<'s>(view: &View<'s>, plan: &'s Plan, sheet: &Item) -> Vec<LabelCell<'s>> {
    plan.labels
        .iter()
        .enumerate()
        .map(|(index, label)| LabelCell {
            link: view.link(&label.name, label::page_of(view, &label.id)),
            carried: sheet.labels.iter().any(|carried| carried.0 == index),
        })
        .collect()
}

fn indicator<'s>(
    view: &View<'s>,
    at: usize,
    item: usize,
    index: usize,
    calendar: Calendar,
) -> IndicatorRows<'s> {
    let plan = &view.site.plans[at];
    let which = IndicatorAt::Item(item, index);
    let indicator = which.of(plan);
    let words = view.locale.words;
    let kgi = indicator.kgi.map(|kgi| KgiNumber {
        number: kgi + 1,
        href: view.href(Page::Indicator(at, IndicatorAt::Kgi(kgi))),
    });
    IndicatorRows {
        id: &indicator.id,
        number: index + 1,
        role: match indicator.role {
            Role::Target => words.targets_role,
            _ => words.references_role,
        },
        link: view.link(&indicator.name, Page::Indicator(at, which)),
        unit: view.locale.unit(&indicator.unit),
        kgi,
        rows: rows(view.locale, indicator, calendar),
    }
}

/// Three rows where there is a target to reach, one where there is not.
fn rows(locale: Locale, indicator: &Indicator, calendar: Calendar) -> Vec<FormRow> {
    let words = locale.words;
    let results: Vec<YearResult<'_>> =
        calendar.period.years().map(|year| evaluate::year(indicator, year, calendar)).collect();
    let nothing = || Baseline { words: words.dash.to_string(), value: None, year: None };
    let row = |head, baseline, cell: &dyn Fn(&YearResult<'_>) -> Cell| FormRow {
        head,
        baseline,
        cells: results.iter().map(cell).collect(),
    };
    let of_actual = row(words.actual, baseline(locale, indicator, calendar), &|result| {
        actual(locale, indicator, result)
    });
    if indicator.role == Role::Reference && indicator.target_years().is_empty() {
        return vec![of_actual];
    }
    let of_target = row(words.target, nothing(), &|result| target(locale, indicator, result));
    let of_rate = row(words.rate_of_achievement, nothing(), &|result| rate(locale, result));
    vec![of_target, of_actual, of_rate]
}

/// The baseline's value, or where none is named the last value before the plan.
fn baseline(locale: Locale, indicator: &Indicator, calendar: Calendar) -> Baseline {
    let before: Option<FiscalYear> =
        indicator.actuals.range(..calendar.period.first.year).next_back().map(|(year, _)| *year);
    let year = indicator.baseline.or(before);
    let value = year.and_then(|year| indicator.actuals.get(&year)?.value().copied());
    Baseline {
        words: value
            .map_or(locale.words.dash.to_string(), |value| locale.value(value, indicator.decimals)),
        value: value.and_then(|value| value.number()).map(|number| number.to_string()),
        year: year.filter(|_| value.is_some()).map(|year| locale.year_short(year)),
    }
}

fn tallies(view: &View<'_>, at: usize, item: usize) -> Vec<String> {
    let plan = &view.site.plans[at];
    if !has_targets(&plan.items[item]) {
        return Vec::new();
    }
    plan.period.years().map(|year| item_year(view, at, item, year)).collect()
}

fn has_targets(item: &Item) -> bool {
    item.indicators.iter().any(|indicator| indicator.role == Role::Target)
}

/// The finished years that have a narrative: what was achieved and what is said of it.
fn years<'s>(
    view: &View<'s>,
    at: usize,
    item: usize,
    calendar: Calendar,
    prefix: &str,
) -> Vec<YearOfItem<'s>> {
    let sheet = &view.site.plans[at].items[item];
    let finished = sheet.narratives.iter().filter(|(year, _)| **year <= calendar.finished);
    finished
        .map(|(year, narrative)| {
            let id = format!("{prefix}fy{}", year.0);
            let prose = |text, part: &str| view.prose(text, &format!("{id}-{part}-"), 5);
            YearOfItem {
                year: view.locale.year_both(*year),
                tally: has_targets(sheet).then(|| item_year(view, at, item, *year)),
                analysis: prose(&narrative.analysis, "a"),
                issues: prose(&narrative.issues, "i"),
                response: prose(&narrative.response, "r"),
                id,
            }
        })
        .collect()
}
