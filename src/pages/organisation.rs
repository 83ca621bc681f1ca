//! In: the divisions. Out: a page of each with its items and results, and the list of all.
//! Never: a dead address; a division that was renamed says what it became.

use super::indicators::{Course, course};
use super::pending::{MissingRow, missing_rows};
use super::plan::{ItemLine, item_line};
use super::tally::{Tally, of_items, tally};
use super::view::{Shell, View};
use super::words::{Link, Words};
use super::{Body, Page, Part};
use crate::evaluate::lineage::with_forerunners;
use crate::locale::fill;
use crate::model::{ItemRef, Organisation, OrganisationRef, PlanRef};
use serde::Serialize;
use std::collections::BTreeSet;
use std::ops::Range;

/// All divisions.
#[derive(Debug, Serialize)]
pub struct OrganisationsPage<'s> {
    divisions: Vec<DivisionLine<'s>>,
}

#[derive(Debug, Serialize)]
struct DivisionLine<'s> {
    link: Link<'s>,
    became: Option<BecameLine<'s>>,
    lead: usize,
    related: usize,
}

/// A division's page.
#[derive(Debug, Serialize)]
pub struct OrganisationPage<'s> {
    name: Words<'s>,
    became: Option<BecameLine<'s>>,
    formerly: Vec<Link<'s>>,
    plans: Vec<DivisionPlan<'s>>,
}

/// What a division was renamed, split or merged into.
#[derive(Debug, Serialize)]
struct BecameLine<'s> {
    when: String,
    to: Vec<Link<'s>>,
    note: Option<Words<'s>>,
}

/// What a division does in one plan, under its present name or an earlier one.
#[derive(Debug, Serialize)]
struct DivisionPlan<'s> {
    plan: Link<'s>,
    level: Words<'s>,
    /// Of all items that it leads, where they begin.
    tally: Option<Tally<'s>>,
    courses: Vec<Course<'s>>,
    owes: Vec<MissingRow<'s>>,
    lead: Vec<ItemLine<'s>>,
    related: Vec<ItemLine<'s>>,
}

pub(super) fn organisations<'s>(
    view: &View<'s>,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let shell = view.shell(words.organisations, words.organisations_lead, view.crumbs(None), style);
    let line = |(at, division): (usize, &'s Organisation)| {
        let own = with_forerunners(view.site, OrganisationRef(at));
        let count = |which: Kind| {
            let plans = 0..view.site.plans.len();
            plans.map(|plan| items_of(view, plan, &own, which).len()).sum()
        };
        DivisionLine {
            link: view.link(&division.name, Page::Organisation(at, Part::FIRST)),
            became: became(view, division),
            lead: count(|one| &one.lead),
            related: count(|one| &one.related),
        }
    };
    let divisions = view.site.organisations.iter().enumerate().map(line).collect();
    ("organisations.html", shell, Body::Organisations(OrganisationsPage { divisions }))
}

pub(super) fn organisation<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let division = &view.site.organisations[at];
    let name = view.words(&division.name);
    let description = fill(words.organisation_lead, &[("name", name.text)]);
    let mut crumbs = view.crumbs(None);
    crumbs.push(view.own_link(words.organisations, Page::Organisations));
    let shell = view.shell(name.text, &description, crumbs, style);
    let own = with_forerunners(view.site, OrganisationRef(at));
    let formerly = own[1..].iter().map(|one| link(view, *one)).collect();
    let (plans, places) = (plans_of(view, &own), view.places());
    let plans = plans.iter().zip(places.chunks_exact(2));
    let page = OrganisationPage {
        name,
        became: became(view, division),
        formerly,
        plans: plans.filter_map(|(plan, places)| of_plan(view, plan, places)).collect(),
    };
    ("organisation.html", shell, Body::Organisation(page))
}

/// A division with a link to its page.
pub(super) fn link<'s>(view: &View<'s>, division: OrganisationRef) -> Link<'s> {
    view.link(&view.site.organisation(division).name, Page::Organisation(division.0, Part::FIRST))
}

fn became<'s>(view: &View<'s>, division: &'s Organisation) -> Option<BecameLine<'s>> {
    division.became.as_ref().map(|became| BecameLine {
        when: view.locale.date(became.date),
        to: became.to.iter().map(|one| link(view, *one)).collect(),
        note: became.note.as_ref().map(|note| view.words(note)),
    })
}

/// The items that a division leads, or those it has a part in.
type Kind = fn(&Organisation) -> &[(PlanRef, ItemRef)];

/// The items of a plan that name one of the divisions, in its order, each once.
fn items_of(view: &View<'_>, at: usize, own: &[OrganisationRef], which: Kind) -> Vec<usize> {
    let named = own.iter().flat_map(|one| which(view.site.organisation(*one)));
    let of_plan = named.filter(|(plan, _)| plan.0 == at).map(|(_, item)| item.0);
    let items: BTreeSet<usize> = of_plan.collect();
    items.into_iter().collect()
}

/// A plan with the items of a division: those it leads, and those it has a part in.
type Involved = (usize, [Vec<usize>; 2]);

/// The plans in which a division is involved, the newest first.
fn plans_of(view: &View<'_>, own: &[OrganisationRef]) -> Vec<Involved> {
    let kinds: [Kind; 2] = [|one| &one.lead, |one| &one.related];
    let plans = (0..view.site.plans.len()).rev();
    let plans = plans.map(|at| (at, kinds.map(|kind| items_of(view, at, own, kind))));
    plans.filter(|(_, [lead, related])| !lead.is_empty() || !related.is_empty()).collect()
}

/// How many items of each plan a division leads and has a part in.
pub(super) fn lengths(view: &View<'_>, at: usize) -> Vec<usize> {
    let plans = plans_of(view, &with_forerunners(view.site, OrganisationRef(at)));
    plans.iter().flat_map(|(_, [lead, related])| [lead.len(), related.len()]).collect()
}

/// What of a plan stands on this part.
fn of_plan<'s>(
    view: &View<'s>,
    (at, [lead, related]): &Involved,
    places: &[Option<Range<usize>>],
) -> Option<DivisionPlan<'s>> {
    let at = *at;
    let plan = &view.site.plans[at];
    let place = |which: usize| places[which].clone().unwrap_or_default();
    let begins = places[0].as_ref().is_some_and(|place| place.start == 0);
    let (lead_here, related_here) = (&lead[place(0)], &related[place(1)]);
    if lead_here.is_empty() && related_here.is_empty() {
        return None;
    }
    let lines = |items: &[usize]| items.iter().map(|item| item_line(view, at, *item)).collect();
    let which = of_items(plan, lead_here);
    Some(DivisionPlan {
        plan: view.link(&plan.short, Page::Plan(at)),
        level: view.words(&plan.item_level().name),
        tally: begins.then(|| tally(view, at, &of_items(plan, lead))),
        courses: which.iter().map(|which| course(view, at, *which)).collect(),
        owes: missing_rows(view, at, lead_here.iter().copied()),
        lead: lines(lead_here),
        related: lines(related_here),
    })
}
