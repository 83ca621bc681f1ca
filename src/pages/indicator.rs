//! In: an indicator. Out: its page: sentence, chart, table, what it is, where it comes from.
//! Never: a figure without its source.

use super::download::{self, FileLink};
use super::embed::{self, EmbedCode};
use super::kin::{IndicatorKin, after, before};
use super::plan::{SourceLine, source_line};
use super::table::{Table, table, years_by_source};
use super::tally::{Tally, tally};
use super::view::{Shell, View};
use super::words::{Chart, Link, Words};
use super::working::{Working, working};
use super::{Body, Page, beside, dataset, figure, sentence};
use crate::evaluate::{self, Calendar};
use crate::locale::fill;
use crate::model::{
    Aim, Counting, Decimal, FiscalYear, Indicator, IndicatorAt, Plan, RateRule, Role, Target, Unit,
    round_half_up,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// An indicator's page.
#[derive(Debug, Serialize)]
pub struct IndicatorPage<'s> {
    name: Words<'s>,
    block: Block<'s>,
    files: Vec<FileLink>,
    definition: Option<Words<'s>>,
    item: Option<ItemLink<'s>>,
    kgi: Option<Link<'s>>,
    unit: String,
    aim: &'static str,
    rule: String,
    method: Link<'s>,
    counting: Option<&'static str>,
    baseline: Option<String>,
    trend: Vec<String>,
    serving: Vec<Link<'s>>,
    serving_tally: Option<Tally<'s>>,
    before: Vec<IndicatorKin<'s>>,
    after: Vec<IndicatorKin<'s>>,
    revisions: Vec<RevisionLine<'s>>,
    sources: Vec<SourceLine<'s>>,
    csv: String,
    json: String,
    dataset: String,
    embed: Option<EmbedCode>,
}

#[derive(Debug, Serialize)]
struct ItemLink<'s> {
    level: Words<'s>,
    number: &'s str,
    link: Link<'s>,
}

/// What an indicator shows wherever it stands: sentence, chart, table, notes.
#[derive(Debug, Serialize)]
pub struct Block<'s> {
    number: usize,
    id: &'s str,
    role: &'static str,
    role_code: &'static str,
    theme: Option<Words<'s>>,
    link: Link<'s>,
    kgi: Option<Link<'s>>,
    sentence: String,
    chart: Option<Chart>,
    chart_caption: String,
    table: Table<'s>,
    working: Vec<Working>,
    notes: Vec<Words<'s>>,
    recorded: bool,
}

/// A plan's key goal indicators.
#[derive(Debug, Serialize)]
pub struct KgisPage<'s> {
    plan: Words<'s>,
    blocks: Vec<Block<'s>>,
}

pub(super) fn indicator<'s>(
    view: &View<'s>,
    at: usize,
    which: IndicatorAt,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let (plan, indicator, calendar) = view.indicator(at, which);
    let mut crumbs = view.crumbs(Some((at, plan)));
    let item = match which {
        IndicatorAt::Kgi(_) => None,
        IndicatorAt::Item(item, _) => {
            let sheet = &plan.items[item];
            let link = view.link(&sheet.title, Page::Item(at, item));
            crumbs.push(link.clone());
            Some(ItemLink {
                level: view.words(&plan.item_level().name),
                number: sheet.number(),
                link,
            })
        }
    };
    let block = block(view, at, which, calendar);
    let served_by = serving(plan, which);
    let name = view.words(&indicator.name);
    let short = plan.short.get(view.lang()).0;
    let heading = format!("{}{}", name.text, fill(view.locale.words.left_out, &[("words", short)]));
    let description = format!("{} {}", name.text, block.sentence);
    let shell = view.shell(&heading, &description, crumbs, style);
    let [csv, json] = beside(view.site, at, which).map(|path| view.href_to(&path));
    let page = IndicatorPage {
        name,
        files: download::links(view, at, which),
        definition: indicator.definition.as_ref().map(|definition| view.words(definition)),
        item,
        kgi: kgi_link(view, at, indicator),
        unit: unit_words(view, &indicator.unit),
        aim: aim_words(view, indicator.aim),
        rule: rule_words(view, plan, indicator),
        method: view.own_link(view.locale.words.method_head, Page::Method),
        counting: indicator.counting.map(|counting| match counting {
            Counting::SingleYear => view.locale.words.single_year,
            Counting::Cumulative => view.locale.words.cumulative,
        }),
        baseline: baseline_words(view, indicator),
        trend: trend_words(view, indicator),
        serving: links(view, at, &served_by),
        serving_tally: (!served_by.is_empty()).then(|| tally(view, at, &served_by)),
        before: before(view, indicator),
        after: after(view, at, which),
        revisions: revisions(view, indicator),
        sources: sources(view, indicator),
        csv,
        json,
        dataset: dataset::indicator(view, at, which, &block.sentence),
        embed: embed::code(view, at, which),
        block,
    };
    ("indicator.html", shell, Body::Indicator(Box::new(page)))
}

/// The page of all key goal indicators of a plan.
pub(super) fn kgis<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let short = plan.short.get(view.lang()).0;
    let heading = format!("{} {short}", view.locale.words.kgis);
    let shell = view.shell(&heading, &heading, view.crumbs(Some((at, plan))), style);
    let blocks =
        (0..plan.kgis.len()).map(|kgi| block(view, at, IndicatorAt::Kgi(kgi), calendar)).collect();
    ("kgis.html", shell, Body::Kgis(KgisPage { plan: view.words(&plan.short), blocks }))
}

/// An indicator as it stands on its own page, on its item's and among the key goals.
pub(super) fn block<'s>(
    view: &View<'s>,
    at: usize,
    which: IndicatorAt,
    calendar: Calendar,
) -> Block<'s> {
    let plan = &view.site.plans[at];
    let indicator = which.of(plan);
    let words = view.locale.words;
    let (role, role_code) = match indicator.role {
        Role::Target => (words.targets_role, "target"),
        Role::Reference => (words.references_role, "reference"),
        Role::Kgi => (words.kgi_long, "kgi"),
    };
    Block {
        number: 1 + match which {
            IndicatorAt::Kgi(number) | IndicatorAt::Item(_, number) => number,
        },
        id: &indicator.id,
        role,
        role_code,
        theme: indicator.theme.as_ref().map(|theme| view.words(theme)),
        link: view.link(&indicator.name, Page::Indicator(at, which)),
        kgi: kgi_link(view, at, indicator),
        sentence: sentence::sentence(view, indicator, calendar),
        chart: figure::chart(view, at, which),
        chart_caption: fill(
            words.figure_caption,
            &[
                ("name", indicator.name.get(view.lang()).0),
                ("unit", view.locale.unit(&indicator.unit)),
            ],
        ),
        table: table(view, indicator, calendar, &plan.grades),
        working: working(view, indicator, calendar, &plan.grades),
        notes: indicator.notes.iter().map(|note| view.words(note)).collect(),
        recorded: !indicator.actuals.is_empty() || !indicator.target_years().is_empty(),
    }
}

fn kgi_link<'s>(view: &View<'s>, at: usize, indicator: &Indicator) -> Option<Link<'s>> {
    let kgi = indicator.kgi?;
    let name = &view.site.plans[at].kgis[kgi].name;
    Some(view.link(name, Page::Indicator(at, IndicatorAt::Kgi(kgi))))
}

fn unit_words(view: &View<'_>, unit: &Unit) -> String {
    match view.locale.unit(unit) {
        "" => view.locale.words.dash.to_string(),
        words => words.to_string(),
    }
}

fn aim_words(view: &View<'_>, aim: Option<Aim>) -> &'static str {
    let words = view.locale.words;
    match aim {
        Some(Aim::AtLeast) => words.aim_at_least,
        Some(Aim::AtMost) => words.aim_at_most,
        Some(Aim::Between) => words.aim_between,
        Some(Aim::Done) => words.aim_done,
        Some(Aim::Increase) => words.aim_increase,
        Some(Aim::Decrease) => words.aim_decrease,
        None => words.aim_unknown,
    }
}

fn rule_words(view: &View<'_>, plan: &Plan, indicator: &Indicator) -> String {
    let rate = if indicator.aim.is_some() { indicator.rate } else { RateRule::None };
    rate_rule_words(view, plan, rate, indicator.aim)
}

/// How a rate is computed and rounded.
pub(super) fn rate_rule_words(
    view: &View<'_>,
    plan: &Plan,
    rate: RateRule,
    aim: Option<Aim>,
) -> String {
    let words = view.locale.words;
    let rule = match (rate, aim) {
        (RateRule::None, _) => words.rule_none,
        (RateRule::GapClosed, _) => words.rule_gap,
        (RateRule::Ratio, Some(Aim::AtMost)) => words.rule_ratio_inverse,
        (RateRule::Ratio, _) => words.rule_ratio,
    };
    fill(rule, &[("decimals", &plan.rating.decimals.to_string())])
}

fn baseline_words(view: &View<'_>, indicator: &Indicator) -> Option<String> {
    let value =
        view.locale.with_unit(indicator.baseline_value()?, indicator.decimals, &indicator.unit);
    let year = view.locale.year_both(indicator.baseline?);
    Some(match view.lang() {
        crate::model::Lang::Ja | crate::model::Lang::Easy => format!("{year} {value}"),
        crate::model::Lang::En => format!("{value} in {year}"),
    })
}

/// Change since last year and the baseline, and the yearly step still needed.
fn trend_words(view: &View<'_>, indicator: &Indicator) -> Vec<String> {
    let words = view.locale.words;
    let Some(trend) = evaluate::trend(indicator) else { return Vec::new() };
    let signed = |value: Decimal| {
        let sign = if value.is_sign_positive() && !value.is_zero() { "+" } else { "" };
        format!("{sign}{}", sentence::difference(view.locale, indicator, value))
    };
    let year = view.locale.year(trend.year);
    let mut lines = Vec::new();
    if let Some(change) = trend.since_last_year {
        lines.push(fill(words.trend_last_year, &[("year", &year), ("change", &signed(change))]));
    }
    if let (Some(change), Some(baseline)) = (trend.since_baseline, indicator.baseline) {
        let baseline = view.locale.year(baseline);
        let values = [("year", &*year), ("baseline", &*baseline), ("change", &*signed(change))];
        lines.push(fill(words.trend_baseline, &values));
    }
    if let Some(needed) = trend.needed {
        let step = round_half_up(needed.step, indicator.decimals.max(1));
        let values = [
            ("year", &*view.locale.year(needed.by)),
            ("years", &*needed.years.to_string()),
            ("step", &*signed(step)),
        ];
        lines.push(fill(words.trend_needed, &values));
    }
    lines
}

/// A decision that changed targets.
#[derive(Debug, Serialize)]
struct RevisionLine<'s> {
    decided: String,
    by: Words<'s>,
    reason: Words<'s>,
    changes: Vec<String>,
}

/// The ledger of targets: every revision with what it changed.
fn revisions<'s>(view: &View<'s>, indicator: &'s Indicator) -> Vec<RevisionLine<'s>> {
    let spell = |target: &Target| {
        view.locale.value_with_unit(target.value, indicator.decimals, &indicator.unit)
    };
    let mut known: BTreeMap<FiscalYear, &Target> =
        indicator.targets.iter().map(|(year, target)| (*year, target)).collect();
    let mut lines = Vec::new();
    for revision in &indicator.revisions {
        let mut changes = Vec::new();
        for (year, target) in &revision.targets {
            let before = known.insert(*year, target);
            let before = before.map_or(view.locale.words.not_recorded.to_string(), spell);
            let year = view.locale.year_both(*year);
            let values = [("year", &*year), ("from", &*before), ("to", &*spell(target))];
            changes.push(fill(view.locale.words.revision_change, &values));
        }
        lines.push(RevisionLine {
            decided: view.locale.date(revision.decided),
            by: view.words(&revision.by),
            reason: view.words(&revision.reason),
            changes,
        });
    }
    lines
}

/// The indicators that serve a key goal indicator.
fn serving(plan: &Plan, which: IndicatorAt) -> Vec<IndicatorAt> {
    let IndicatorAt::Kgi(kgi) = which else { return Vec::new() };
    IndicatorAt::all(plan).filter(|one| one.of(plan).kgi == Some(kgi)).collect()
}

fn links<'s>(view: &View<'s>, at: usize, which: &[IndicatorAt]) -> Vec<Link<'s>> {
    let plan = &view.site.plans[at];
    which.iter().map(|one| view.link(&one.of(plan).name, Page::Indicator(at, *one))).collect()
}

/// Every source of the row and the years it gave; the row's own where it gave none.
fn sources<'s>(view: &View<'s>, indicator: &Indicator) -> Vec<SourceLine<'s>> {
    let words = view.locale.words;
    let series = |name: &str, years: &[FiscalYear]| {
        let years: Vec<String> = years.iter().map(|year| view.locale.year_short(*year)).collect();
        (!years.is_empty()).then(|| format!("{name} {}", years.join(words.list_separator)))
    };
    let mut lines: Vec<SourceLine<'s>> = years_by_source(indicator)
        .into_iter()
        .map(|(source, targets, actuals)| {
            let gave = [series(words.target, &targets), series(words.actual, &actuals)];
            source_line(view, source, gave.into_iter().flatten().collect())
        })
        .collect();
    if !years_by_source(indicator).iter().any(|(source, ..)| *source == indicator.source) {
        lines.push(source_line(view, indicator.source, vec![words.indicator.to_string()]));
    }
    lines
}
