//! In: the whole site. Out: what is still to be published and when, and how much is not recorded.
//! Never: a promise; dates are those the content names.

use super::Body;
use super::Page;
use super::plan::{ItemLine, item_line};
use super::sentence::quality_words;
use super::table::absence_words;
use super::view::{Shell, View};
use super::words::{Link, Words};
use crate::evaluate::{self, Calendar, Outstanding};
use crate::locale::{fill, iso};
use crate::model::{Plan, Reading};
use serde::Serialize;
use std::ops::Range;

/// What is still to come.
#[derive(Debug, Serialize)]
pub struct PendingPage<'s> {
    rows: Vec<PendingRow<'s>>,
    /// Whether nothing is to come at all.
    nothing: bool,
    not_recorded: Vec<String>,
    missing: Vec<MissingOfPlan<'s>>,
}

/// What the items of a plan still lack.
#[derive(Debug, Serialize)]
struct MissingOfPlan<'s> {
    plan: Words<'s>,
    caption: String,
    rows: Vec<MissingRow<'s>>,
}

/// What one item still lacks.
#[derive(Debug, Serialize)]
pub struct MissingRow<'s> {
    line: ItemLine<'s>,
    figures: usize,
    narratives: String,
}

#[derive(Debug, Serialize)]
struct PendingRow<'s> {
    due: Option<String>,
    due_iso: Option<String>,
    link: Link<'s>,
    plan: Words<'s>,
    year: String,
    state: &'static str,
    value: Option<String>,
    note: Option<Words<'s>>,
}

pub(super) fn pending<'s>(view: &View<'s>, style: &str) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let shell = view.shell(words.pending_head, words.pending_lead, view.crumbs(None), style);
    let mut places = view.places().into_iter();
    let rows = places.next().flatten().unwrap_or_default();
    let not_recorded = view.site.plans.iter().rev().filter(|_| view.is_first());
    let plans = (0..view.site.plans.len()).rev().zip(places);
    let page = PendingPage {
        rows: view.outstanding()[rows].iter().map(|one| row(view, *one)).collect(),
        nothing: view.is_first() && view.outstanding().is_empty(),
        not_recorded: not_recorded.flat_map(|plan| missing(view, plan)).collect(),
        missing: plans.filter_map(|(at, items)| missing_of(view, at, items?)).collect(),
    };
    ("pending.html", shell, Body::Pending(page))
}

/// The items of a plan that lack figures or narratives of finished years, so far as they stand on this part.
fn missing_of<'s>(view: &View<'s>, at: usize, which: Range<usize>) -> Option<MissingOfPlan<'s>> {
    let plan = &view.site.plans[at];
    let rows: Vec<MissingRow<'s>> =
        view.missing(at)[which].iter().map(|one| missing_row(view, at, one)).collect();
    (!rows.is_empty()).then(|| MissingOfPlan {
        plan: view.words(&plan.short),
        caption: fill(
            view.locale.words.missing_caption,
            &[("plan", plan.short.get(view.lang()).0)],
        ),
        rows,
    })
}

/// What some items of a plan still lack; nothing where the publisher does not list it.
pub(super) fn missing_rows<'s>(
    view: &View<'s>,
    at: usize,
    items: impl Iterator<Item = usize>,
) -> Vec<MissingRow<'s>> {
    let plan = &view.site.plans[at];
    if !view.site.settings.lists_missing {
        return Vec::new();
    }
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let missing = evaluate::missing(plan, items, calendar);
    missing.iter().map(|one| missing_row(view, at, one)).collect()
}

fn missing_row<'s>(view: &View<'s>, at: usize, one: &evaluate::Missing) -> MissingRow<'s> {
    let words = view.locale.words;
    MissingRow {
        line: item_line(view, at, one.item),
        figures: one.figures,
        narratives: match one.narratives.as_slice() {
            [] => words.dash.to_string(),
            years => {
                let years: Vec<String> =
                    years.iter().map(|year| view.locale.year_short(*year)).collect();
                years.join(words.list_separator)
            }
        },
    }
}

/// How much of a plan is not recorded here, or only in figures that are not final.
fn missing(view: &View<'_>, plan: &Plan) -> Vec<String> {
    let words = view.locale.words;
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let name = plan.short.get(view.lang()).0;
    let mut lines = Vec::new();
    let (missing, all) = evaluate::not_recorded(plan, calendar);
    if missing > 0 {
        let (missing, all) = (missing.to_string(), all.to_string());
        let values = [("plan", name), ("missing", &*missing), ("all", &*all)];
        lines.push(fill(words.pending_not_recorded, &values));
    }
    let not_final = evaluate::not_final(plan, calendar);
    if not_final > 0 {
        let count = not_final.to_string();
        lines.push(fill(words.pending_not_final, &[("plan", name), ("count", &count)]));
    }
    lines
}

fn row<'s>(view: &View<'s>, one: Outstanding<'s>) -> PendingRow<'s> {
    let plan = &view.site.plans[one.plan];
    let indicator = one.at.of(plan);
    let state = match one.seen.reading {
        Reading::Absent(absence) => absence_words(view.locale, absence),
        Reading::Value(..) => quality_words(view.locale, &one.seen.reading).unwrap_or_default(),
    };
    let value = one
        .seen
        .value()
        .map(|value| view.locale.value_with_unit(*value, indicator.decimals, &indicator.unit));
    PendingRow {
        due: one.seen.due.map(|due| view.locale.date(due)),
        due_iso: one.seen.due.map(iso),
        link: view.link(&indicator.name, Page::Indicator(one.plan, one.at)),
        plan: view.words(&plan.short),
        year: view.locale.year_both(one.year),
        state,
        value,
        note: one.seen.note.as_ref().map(|note| view.words(note)),
    }
}
