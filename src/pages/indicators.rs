//! In: the whole site. Out: every indicator in one table: its course, last target, last result.
//! Never: a number of its own; each is the one of the indicator's page.

use super::Body;
use super::Page;
use super::heat::{HeatSquare, square};
use super::spark::{Spark, spark};
use super::tally::of_items;
use super::view::{Shell, View};
use super::words::Link;
use crate::evaluate;
use crate::model::{Aim, Indicator, IndicatorAt, Lang, Role};
use serde::Serialize;

/// All indicators.
#[derive(Debug, Serialize)]
pub struct IndicatorsPage<'s> {
    plans: Vec<PlanRows<'s>>,
}

#[derive(Debug, Serialize)]
struct PlanRows<'s> {
    id: &'s str,
    plan: Link<'s>,
    rows: Vec<Course<'s>>,
}

/// An indicator in a line: its course in small, its last target and result.
#[derive(Debug, Serialize)]
pub struct Course<'s> {
    link: Link<'s>,
    item: Option<Link<'s>>,
    role: &'static str,
    spark: Option<Spark>,
    target: Dated,
    actual: Dated,
    verdict: Option<HeatSquare>,
}

#[derive(Debug, Serialize)]
struct Dated {
    words: String,
    value: Option<String>,
    year: Option<String>,
}

pub(super) fn indicators<'s>(view: &View<'s>, style: &str) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let crumbs = view.crumbs(None);
    let shell = view.shell(words.indicators_head, words.indicators_lead, crumbs, style);
    let plans = view.site.plans.iter().enumerate().rev().zip(view.places());
    let plans = plans.filter_map(|((at, plan), items)| {
        let items = items?;
        // Key goals stand before the first item.
        let kgis = if items.start == 0 { plan.kgis.len() } else { 0 };
        let items: Vec<usize> = items.collect();
        let which = (0..kgis).map(IndicatorAt::Kgi).chain(of_items(plan, &items));
        Some(PlanRows {
            id: &plan.id,
            plan: view.link(&plan.short, Page::Plan(at)),
            rows: which.map(|which| course(view, at, which)).collect(),
        })
    });
    ("indicators.html", shell, Body::Indicators(IndicatorsPage { plans: plans.collect() }))
}

/// An indicator in a line.
pub(super) fn course<'s>(view: &View<'s>, at: usize, which: IndicatorAt) -> Course<'s> {
    let (plan, indicator, calendar) = view.indicator(at, which);
    let words = view.locale.words;
    let item = match which {
        IndicatorAt::Kgi(_) => None,
        IndicatorAt::Item(item, _) => {
            Some(view.link(&plan.items[item].title, Page::Item(at, item)))
        }
    };
    let latest = evaluate::latest(indicator);
    let verdict = latest.map(|(year, ..)| evaluate::year(indicator, year, calendar).verdict);
    Course {
        link: view.link(&indicator.name, Page::Indicator(at, which)),
        item,
        role: match indicator.role {
            Role::Target => words.targets_role,
            Role::Reference => words.references_role,
            Role::Kgi => "KGI",
        },
        spark: spark(indicator, calendar),
        target: match indicator.last_target() {
            Some((year, target)) => dated(view, indicator, year, target.value),
            None => undated(no_target(view, indicator)),
        },
        actual: match latest {
            Some((year, _, value)) => dated(view, indicator, year, value),
            None => undated(words.not_recorded),
        },
        verdict: verdict.filter(|one| one.is_judged()).map(|one| square(view.locale, one)),
    }
}

/// What stands where there is no target.
fn no_target(view: &View<'_>, indicator: &Indicator) -> &'static str {
    let words = view.locale.words;
    match indicator.aim {
        Some(Aim::Increase) => words.above_baseline,
        Some(Aim::Decrease) => words.below_baseline,
        _ if indicator.role == Role::Reference => words.dash,
        _ => words.not_recorded,
    }
}

fn undated(words: &str) -> Dated {
    Dated { words: words.to_string(), value: None, year: None }
}

fn dated(
    view: &View<'_>,
    indicator: &Indicator,
    year: crate::model::FiscalYear,
    value: crate::model::Value,
) -> Dated {
    Dated {
        words: view.locale.value_with_unit(value, indicator.decimals, &indicator.unit),
        value: value.number().map(|number| number.to_string()),
        year: Some(match view.lang() {
            Lang::Ja | Lang::En => view.locale.year_short(year),
            Lang::Easy => view.locale.year(year), // a bare 2024 might be a value
        }),
    }
}
