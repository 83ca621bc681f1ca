//! In: a plan and a finished year. Out: what happened in it across the plan: counts, misses and why, revisions.
//! Never: a year that is not over.

use super::goal::{GoalLine, goal_lines};
use super::plan::{ItemLine, item_line};
use super::sentence::of_year;
use super::tally::{Tally, of_items, tally_of};
use super::thread::changes;
use super::view::{Shell, View};
use super::words::{Link, Prose};
use super::{Body, Page, Part};
use crate::evaluate::{self, Calendar, Verdict};
use crate::locale::fill;
use crate::model::{FiscalYear, IndicatorAt, Plan, Role};
use serde::Serialize;

/// A year of a plan.
#[derive(Debug, Serialize)]
pub struct YearPage<'s> {
    heading: String,
    /// Of the whole plan, on the first part.
    tally: Option<Tally<'s>>,
    goals: Vec<GoalLine<'s>>,
    missed: Vec<ItemOfYear<'s>>,
    achieved: Vec<ItemOfYear<'s>>,
    changes: Vec<String>,
    siblings: Vec<YearLink>,
}

/// A link to a year.
#[derive(Debug, Serialize)]
pub struct YearLink {
    words: String,
    href: String,
}

/// An item with those of its indicators that came out one way.
#[derive(Debug, Serialize)]
struct ItemOfYear<'s> {
    line: ItemLine<'s>,
    indicators: Vec<Said<'s>>,
    analysis: Option<Prose<'s>>,
}

#[derive(Debug, Serialize)]
struct Said<'s> {
    link: Link<'s>,
    sentence: String,
}

pub(super) fn year<'s>(
    view: &View<'s>,
    at: usize,
    year: FiscalYear,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let (heading, lead) = heading(view, plan, year);
    let shell = view.shell(&heading, &lead, view.crumbs(Some((at, plan))), style);
    let everything: Vec<usize> = (0..plan.items.len()).collect();
    let whole = view.is_first();
    let page = YearPage {
        tally: whole.then(|| tally_of(view, at, &of_items(plan, &everything), year)),
        goals: if whole { goal_lines(view, at, year) } else { Vec::new() },
        missed: items(view, at, year, Verdict::Missed),
        achieved: items(view, at, year, Verdict::Achieved),
        changes: view
            .place()
            .map(|item| &plan.items[item])
            .flat_map(|item| changes(view, item, year))
            .collect(),
        siblings: siblings(view, at),
        heading,
    };
    ("year.html", shell, Body::Year(Box::new(page)))
}

/// What the page of a year is called, and what stands on it.
pub(super) fn heading(view: &View<'_>, plan: &Plan, year: FiscalYear) -> (String, String) {
    let words = view.locale.words;
    let short = plan.short.get(view.lang()).0;
    (
        fill(words.year_head, &[("plan", short), ("year", &view.locale.year_both(year))]),
        fill(words.year_lead, &[("plan", short), ("year", &view.locale.year(year))]),
    )
}

/// Links to every finished year of a plan.
pub(super) fn siblings(view: &View<'_>, at: usize) -> Vec<YearLink> {
    let link = |year: FiscalYear| YearLink {
        words: view.locale.year_both(year),
        href: view.href(Page::Year(at, year, Part::FIRST)),
    };
    let calendar = Calendar::of(&view.site.plans[at], view.site.settings.edition);
    calendar.finished_years().map(link).collect()
}

/// The items of this part with target indicators that came out so, with what is said of the miss.
fn items<'s>(
    view: &View<'s>,
    at: usize,
    year: FiscalYear,
    verdict: Verdict,
) -> Vec<ItemOfYear<'s>> {
    let plan = &view.site.plans[at];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let mut found = Vec::new();
    for number in view.place() {
        let item = &plan.items[number];
        let mut indicators = Vec::new();
        for (index, indicator) in item.indicators.iter().enumerate() {
            let result = evaluate::year(indicator, year, calendar);
            if indicator.role == Role::Target && result.verdict == verdict {
                let page = Page::Indicator(at, IndicatorAt::Item(number, index));
                indicators.push(Said {
                    link: view.link(&indicator.name, page),
                    sentence: of_year(view.locale, indicator, &result),
                });
            }
        }
        if !indicators.is_empty() {
            let analysis = item.narratives.get(&year).filter(|_| verdict == Verdict::Missed);
            found.push(ItemOfYear {
                line: item_line(view, at, number),
                indicators,
                analysis: analysis
                    .map(|one| view.prose(&one.analysis, &format!("i{}-", item.id), 5)),
            });
        }
    }
    found
}
