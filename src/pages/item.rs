//! In: an item. Out: its sheet (個票) in the official order.
//! Never: a part of the sheet left out; what is not published is said so.

use super::indicator::{Block, block};
use super::lineage::{Ties, ties};
use super::opinion::{OpinionLine, on_item};
use super::plan::{SourceLine, source_line};
use super::tally::{Tally, item_year, of_items, tally};
use super::thread::flag_words;
use super::view::{Shell, View};
use super::words::{Link, Prose, Words};
use super::{Body, Page, label, organisation};
use crate::evaluate::Calendar;
use crate::locale::fill;
use crate::model::{Action, Group, IndicatorAt, Item, OrganisationRef, Plan, Role, Step};
use serde::Serialize;

/// An item's page.
#[derive(Debug, Serialize)]
pub struct ItemPage<'s> {
    title: Words<'s>,
    level: Words<'s>,
    number: &'s str,
    above: Vec<Above<'s>>,
    lead: Vec<Link<'s>>,
    related: Vec<Link<'s>>,
    labels: Vec<LabelCell<'s>>,
    examples: Vec<Words<'s>>,
    notes: Vec<Words<'s>>,
    as_of: Option<String>,
    overview: Option<OverviewColumns<'s>>,
    tally: Tally<'s>,
    has_targets: bool,
    indicators: Vec<Block<'s>>,
    actions: Vec<ActionRows<'s>>,
    years: Vec<YearOfItem<'s>>,
    any_narrative: bool,
    thread: Option<String>,
    flags: Vec<String>,
    opinions: Vec<OpinionLine<'s>>,
    ties: Vec<Ties<'s>>,
    source: SourceLine<'s>,
    previous: Option<Link<'s>>,
    next: Option<Link<'s>>,
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

/// An action of the schedule: what was planned and what came of it.
#[derive(Debug, Serialize)]
struct ActionRows<'s> {
    title: Words<'s>,
    added: Option<String>,
    served: Vec<Served<'s>>,
    plan: Vec<StepCell<'s>>,
    result: Vec<StepCell<'s>>,
}

#[derive(Debug, Serialize)]
struct Served<'s> {
    number: usize,
    name: Words<'s>,
    href: String,
}

#[derive(Debug, Serialize)]
struct StepCell<'s> {
    when: String,
    text: Words<'s>,
}

#[derive(Debug, Serialize)]
struct YearOfItem<'s> {
    id: String,
    year: String,
    tally: Option<String>,
    narrative: Option<NarrativeTexts<'s>>,
}

#[derive(Debug, Serialize)]
struct NarrativeTexts<'s> {
    analysis: Prose<'s>,
    issues: Prose<'s>,
    response: Prose<'s>,
}

pub(super) fn item<'s>(
    view: &View<'s>,
    at: usize,
    number: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let sheet = &plan.items[number];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let title = view.words(&sheet.title);
    let level = view.words(&plan.item_level().name);
    let above = above(view, at, number);
    let mut crumbs = view.crumbs(Some((at, plan)));
    if let Some(goal) = plan.groups.iter().position(|group| holds(group, number)) {
        crumbs.push(view.link(&plan.groups[goal].name, Page::Goal(at, goal)));
    }
    let short = plan.short.get(view.lang()).0;
    let (heading, description) = match view.lang() {
        crate::model::Lang::Ja => (
            format!("{}{} {}（{short}）", level.text, sheet.number(), title.text),
            format!("{short}の{}{}「{}」の個票です。", level.text, sheet.number(), title.text),
        ),
        crate::model::Lang::En => (
            format!("{} {} {} ({short})", level.text, sheet.number(), title.text),
            format!("Sheet of {} {} of the {short}: {}.", level.text, sheet.number(), title.text),
        ),
    };
    let shell = view.shell(&heading, &description, crumbs, style);
    let page = ItemPage {
        title,
        level,
        number: sheet.number(),
        above,
        lead: organisations(view, &sheet.lead),
        related: organisations(view, &sheet.related),
        labels: labels(view, plan, sheet),
        examples: sheet.examples.iter().map(|example| view.words(example)).collect(),
        notes: sheet.notes.iter().map(|note| view.words(note)).collect(),
        as_of: sheet
            .as_of
            .map(|date| fill(view.locale.words.as_of, &[("date", &view.locale.month(date))])),
        overview: sheet.overview.as_ref().map(|overview| OverviewColumns {
            current: view.prose(&overview.current, "current-", 4),
            problems: view.prose(&overview.problems, "problems-", 4),
            reform: view.prose(&overview.reform, "reform-", 4),
        }),
        tally: tally(view, at, &of_items(plan, &[number])),
        has_targets: sheet.indicators.iter().any(|indicator| indicator.role == Role::Target),
        indicators: (0..sheet.indicators.len())
            .map(|index| block(view, at, IndicatorAt::Item(number, index), calendar))
            .collect(),
        actions: sheet.actions.iter().map(|action| action_rows(view, at, number, action)).collect(),
        years: years(view, at, number, calendar),
        any_narrative: !sheet.narratives.is_empty(),
        thread: (!sheet.narratives.is_empty()).then(|| view.href(Page::Thread(at, number))),
        flags: flag_words(view, plan, sheet),
        opinions: on_item(view, at, number),
        ties: ties(view, at, number),
        source: source_line(view, sheet.source, Vec::new()),
        previous: number.checked_sub(1).map(|before| neighbour(view, at, before)),
        next: (number + 1 < plan.items.len()).then(|| neighbour(view, at, number + 1)),
    };
    ("item.html", shell, Body::Item(Box::new(page)))
}

fn neighbour<'s>(view: &View<'s>, at: usize, item: usize) -> Link<'s> {
    view.link(&view.site.plans[at].items[item].title, Page::Item(at, item))
}

fn holds(group: &Group, item: usize) -> bool {
    group.all_items().iter().any(|one| one.0 == item)
}

/// The groups above an item, the goal first.
fn above<'s>(view: &View<'s>, at: usize, item: usize) -> Vec<Above<'s>> {
    let plan = &view.site.plans[at];
    let mut above = Vec::new();
    let mut groups = &plan.groups;
    let Some(goal) = groups.iter().position(|group| holds(group, item)) else { return above };
    let page = view.href(Page::Goal(at, goal));
    while let Some(group) = groups.iter().find(|group| holds(group, item)) {
        let depth = above.len();
        let href = match depth {
            0 => page.clone(),
            _ => format!("{page}#{}", super::address::anchor(plan, depth, group)),
        };
        above.push(Above {
            level: view.words(&plan.level(depth).name),
            number: &group.id,
            name: view.words(&group.name),
            href,
        });
        groups = &group.groups;
    }
    above
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

fn action_rows<'s>(view: &View<'s>, at: usize, item: usize, action: &'s Action) -> ActionRows<'s> {
    let sheet = &view.site.plans[at].items[item];
    let steps = |steps: &'s [Step]| {
        steps
            .iter()
            .map(|step| StepCell {
                when: view.locale.period(step.when),
                text: view.words(&step.text),
            })
            .collect()
    };
    ActionRows {
        title: view.words(&action.title),
        added: action
            .added
            .map(|year| fill(view.locale.words.action_added, &[("year", &view.locale.year(year))])),
        served: action
            .indicators
            .iter()
            .map(|index| Served {
                number: index + 1,
                name: view.words(&sheet.indicators[*index].name),
                href: format!("#i-{}", sheet.indicators[*index].id),
            })
            .collect(),
        plan: steps(&action.plan),
        result: steps(&action.result),
    }
}

/// The finished years of the plan, newest first: what was achieved and what is said of it.
fn years<'s>(view: &View<'s>, at: usize, item: usize, calendar: Calendar) -> Vec<YearOfItem<'s>> {
    let sheet = &view.site.plans[at].items[item];
    let has_targets = sheet.indicators.iter().any(|indicator| indicator.role == Role::Target);
    let finished = calendar.period.years().filter(|year| *year <= calendar.finished);
    let any_narrative = !sheet.narratives.is_empty();
    if !has_targets && !any_narrative {
        return Vec::new();
    }
    finished
        .rev()
        .map(|year| YearOfItem {
            id: format!("fy{}", year.0),
            year: view.locale.year_both(year),
            tally: has_targets.then(|| item_year(view, at, item, year)),
            narrative: sheet.narratives.get(&year).map(|narrative| NarrativeTexts {
                analysis: view.prose(&narrative.analysis, &format!("fy{}-a-", year.0), 5),
                issues: view.prose(&narrative.issues, &format!("fy{}-i-", year.0), 5),
                response: view.prose(&narrative.response, &format!("fy{}-r-", year.0), 5),
            }),
        })
        .collect()
}
