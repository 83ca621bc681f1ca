//! In: a plan. Out: its items by year, one square an indicator: where it went well and where not; of a large plan its goals.
//! Never: a shade that stands for a number; the squares are the indicators themselves.

use super::part::is_large;
use super::table::judged;
use super::tally::{Share, shares};
use super::view::View;
use super::words::Link;
use super::{Page, Part};
use crate::evaluate::{self, Calendar, Verdict};
use crate::locale::Locale;
use crate::model::{FiscalYear, Group, Item, Role};
use serde::Serialize;

/// The table of items by years.
#[derive(Debug, Serialize)]
pub struct Heat<'s> {
    years: Vec<String>,
    rows: Vec<HeatRow<'s>>,
}

#[derive(Debug, Serialize)]
struct HeatRow<'s> {
    number: &'s str,
    link: Link<'s>,
    cells: Vec<HeatCell>,
}

#[derive(Debug, Serialize)]
struct HeatCell {
    fraction: String,
    squares: Vec<HeatSquare>,
    /// Of a goal: how many squares there would be of each kind.
    shares: Vec<Share>,
}

/// A verdict as a square with its word.
#[derive(Debug, Serialize)]
pub struct HeatSquare {
    code: &'static str,
    words: String,
}

/// The heat table of a plan; items without targets have no row.
pub fn heat<'s>(view: &View<'s>, at: usize) -> Heat<'s> {
    let plan = &view.site.plans[at];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let years = || plan.period.years();
    let heads = years().map(|year| view.locale.year_short(year)).collect();
    if is_large(plan) {
        return Heat { years: heads, rows: goals(view, at, calendar) };
    }
    let has_targets = |item: &Item| item.indicators.iter().any(|one| one.role == Role::Target);
    Heat {
        years: heads,
        rows: plan
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| has_targets(item))
            .map(|(index, item)| HeatRow {
                number: item.number(),
                link: view.link(&item.title, Page::Item(at, index)),
                cells: years().map(|year| cell(view, item, year, calendar)).collect(),
            })
            .collect(),
    }
}

fn goals<'s>(view: &View<'s>, at: usize, calendar: Calendar) -> Vec<HeatRow<'s>> {
    let plan = &view.site.plans[at];
    let row = |(number, goal): (usize, &'s Group)| {
        let items = goal.all_items();
        let indicators = || items.iter().flat_map(|item| &plan.items[item.0].indicators);
        let cell = |year| HeatCell {
            fraction: String::new(),
            squares: Vec::new(),
            shares: shares(view.locale, evaluate::count(indicators(), year, calendar)),
        };
        HeatRow {
            number: &goal.id,
            link: view.link(&goal.name, Page::Goal(at, number, Part::FIRST)),
            cells: plan.period.years().map(cell).collect(),
        }
    };
    plan.groups.iter().enumerate().map(row).collect()
}

fn cell(view: &View<'_>, item: &Item, year: FiscalYear, calendar: Calendar) -> HeatCell {
    let count = evaluate::count(&item.indicators, year, calendar);
    let targets = item.indicators.iter().filter(|one| one.role == Role::Target);
    HeatCell {
        fraction: match count.assessed() {
            0 => String::new(),
            assessed => format!("{}/{assessed}", count.achieved),
        },
        squares: targets
            .map(|indicator| square(view.locale, evaluate::year(indicator, year, calendar).verdict))
            .collect(),
        shares: Vec::new(),
    }
}

/// The square of a verdict.
pub fn square(locale: Locale, verdict: Verdict) -> HeatSquare {
    let judged = judged(locale, verdict);
    HeatSquare { code: judged.code, words: judged.words }
}
