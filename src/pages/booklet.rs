//! In: a plan. Out: its contents and every sheet, to be printed as a booklet.
//! Never: a chart; the sheets stand as the form has them.

use super::plan::{ItemLine, item_line};
use super::sheet::{Sheet, sheet};
use super::view::{Shell, View};
use super::words::Words;
use super::{Body, Page, Part, SHEETS};
use crate::locale::fill;
use crate::model::{Group, ItemRef, Plan};
use serde::Serialize;

/// A plan's booklet.
#[derive(Debug, Serialize)]
pub struct BookletPage<'s> {
    heading: String,
    title: Words<'s>,
    lead: String,
    edition: String,
    /// Of a plan whose sheets stand on several parts: where each goal begins.
    goals: Vec<GoalEntry<'s>>,
    contents: Vec<Entry<'s>>,
    sheets: Vec<Sheet<'s>>,
}

#[derive(Debug, Serialize)]
struct Entry<'s> {
    href: String,
    line: ItemLine<'s>,
}

#[derive(Debug, Serialize)]
struct GoalEntry<'s> {
    href: String,
    number: &'s str,
    name: Words<'s>,
}

pub(super) fn booklet<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let words = view.locale.words;
    let heading = fill(words.booklet_head, &[("plan", plan.short.get(view.lang()).0)]);
    let lead = match view.parts() {
        Some(_) => fill(words.booklet_part_lead, &[("count", &SHEETS.to_string())]),
        None => words.booklet_lead.to_string(),
    };
    let shell = view.shell(&heading, &lead, view.crumbs(Some((at, plan))), style);
    let page = BookletPage {
        title: view.words(&plan.title),
        lead,
        edition: view.edition(),
        goals: goals(view, at),
        contents: view
            .place()
            .map(|number| Entry { href: place_of(plan, number), line: item_line(view, at, number) })
            .collect(),
        sheets: view.place().map(|number| sheet(view, at, number, &prefix(plan, number))).collect(),
        heading,
    };
    ("booklet.html", shell, Body::Booklet(Box::new(page)))
}

/// What keeps the ids of a sheet apart from those of the others.
fn prefix(plan: &Plan, number: usize) -> String {
    format!("{}-", plan.items[number].id)
}

/// Where a sheet stands on its part.
fn place_of(plan: &Plan, number: usize) -> String {
    format!("#{}sheet", prefix(plan, number))
}

/// The goals with the first of their sheets, on the first of several parts.
fn goals<'s>(view: &View<'s>, at: usize) -> Vec<GoalEntry<'s>> {
    let plan = &view.site.plans[at];
    if !view.is_first() || plan.items.len() <= SHEETS {
        return Vec::new();
    }
    let entry = |goal: &'s Group| {
        let ItemRef(first) = goal.first_item()?;
        let page = Page::Booklet(at, Part(first / SHEETS));
        let href = match page == view.page() {
            true => place_of(plan, first),
            false => view.href(page) + &place_of(plan, first),
        };
        Some(GoalEntry { href, number: &goal.id, name: view.words(&goal.name) })
    };
    plan.groups.iter().filter_map(entry).collect()
}
