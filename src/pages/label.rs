//! In: a label. Out: every item that carries it, plan by plan, with its results.
//! Never: an item twice.

use super::plan::{ItemLine, item_line};
use super::tally::{Tally, of_items, tally};
use super::view::{Shell, View};
use super::words::{Link, Words};
use super::{Body, Page, Part};
use crate::model::{Label, LabelRef, Plan, Site};
use serde::Serialize;
use std::ops::Range;

/// The items of one label.
#[derive(Debug, Serialize)]
pub struct LabelPage<'s> {
    mark: &'s str,
    name: Words<'s>,
    plans: Vec<LabelPlan<'s>>,
}

#[derive(Debug, Serialize)]
struct LabelPlan<'s> {
    plan: Link<'s>,
    level: Words<'s>,
    /// Of all items of the plan, where they begin.
    tally: Option<Tally<'s>>,
    items: Vec<ItemLine<'s>>,
}

/// Where a label's page is defined: the first plan that names it.
pub(super) fn page(site: &Site, id: &str) -> Option<(usize, usize)> {
    site.plans
        .iter()
        .enumerate()
        .find_map(|(at, plan)| Some((at, plan.labels.iter().position(|label| label.id == id)?)))
}

/// The page of the label with this id, which a plan at hand names.
pub(super) fn page_of(view: &View<'_>, id: &str) -> Page {
    let (at, index) = page(view.site, id).expect("the plan at hand names it");
    Page::Label(at, index, Part::FIRST)
}

pub(super) fn label<'s>(
    view: &View<'s>,
    at: usize,
    index: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let label = &view.site.plans[at].labels[index];
    let name = view.words(&label.name);
    let shell = view.shell(name.text, name.text, view.crumbs(None), style);
    let plans = carriers(view.site, label).into_iter().zip(view.places());
    let page = LabelPage {
        mark: &label.mark,
        name,
        plans: plans
            .filter_map(|((at, items), place)| Some(of_plan(view, at, &items, place?)))
            .collect(),
    };
    ("label.html", shell, Body::Label(page))
}

/// How many items of each plan carry a label.
pub(super) fn lengths(view: &View<'_>, at: usize, index: usize) -> Vec<usize> {
    let carriers = carriers(view.site, &view.site.plans[at].labels[index]);
    carriers.iter().map(|(_, items)| items.len()).collect()
}

/// The plans that know a label, the newest first, with the items that carry it. Plans that share a label's
/// id share its page.
fn carriers(site: &Site, label: &Label) -> Vec<(usize, Vec<usize>)> {
    let of_plan = |(at, plan): (usize, &Plan)| {
        let own = LabelRef(plan.labels.iter().position(|one| one.id == label.id)?);
        let carries = |item: &usize| plan.items[*item].labels.contains(&own);
        Some((at, (0..plan.items.len()).filter(carries).collect()))
    };
    site.plans.iter().enumerate().rev().filter_map(of_plan).collect()
}

fn of_plan<'s>(view: &View<'s>, at: usize, items: &[usize], place: Range<usize>) -> LabelPlan<'s> {
    let plan = &view.site.plans[at];
    LabelPlan {
        plan: view.link(&plan.short, Page::Plan(at)),
        level: view.words(&plan.item_level().name),
        tally: (place.start == 0).then(|| tally(view, at, &of_items(plan, items))),
        items: items[place].iter().map(|item| item_line(view, at, *item)).collect(),
    }
}
