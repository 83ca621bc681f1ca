//! In: a plan and the one before. Out: what became of every item, and what came before each.
//! Never: a word of the content's own for it; continued, split and merged follow from the links.

use super::view::{Shell, View};
use super::words::{Link, Words};
use super::{Body, Page};
use crate::evaluate::lineage::{Relation, after, before};
use crate::locale::{Locale, fill};
use crate::model::PlanBefore;
use serde::Serialize;

/// Two plans side by side.
#[derive(Debug, Serialize)]
pub struct LineagePage<'s> {
    heading: String,
    note: Option<Words<'s>>,
    older: Link<'s>,
    newer: Link<'s>,
    caption: String,
    rows: Vec<LineageRow<'s>>,
    new_head: String,
    new: Vec<Numbered<'s>>,
}

#[derive(Debug, Serialize)]
struct LineageRow<'s> {
    old: Numbered<'s>,
    relation: &'static str,
    new: Vec<Kin<'s>>,
}

/// An item by its number.
#[derive(Debug, Serialize)]
pub struct Numbered<'s> {
    number: &'s str,
    link: Link<'s>,
}

/// An item on the other side of a link, with what changed on the way.
#[derive(Debug, Serialize)]
pub struct Kin<'s> {
    plan: Words<'s>,
    item: Numbered<'s>,
    note: Option<Words<'s>>,
}

/// What came before or after one item, for its sheet.
#[derive(Debug, Serialize)]
pub struct Ties<'s> {
    head: String,
    relation: &'static str,
    kin: Vec<Kin<'s>>,
}

pub(super) fn lineage<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let words = view.locale.words;
    let PlanBefore { plan: older_at, note } =
        plan.succeeds.as_ref().expect("this page is listed only where a plan came before");
    let older = &view.site.plans[older_at.0];
    let (old_name, new_name) = (older.short.get(view.lang()).0, plan.short.get(view.lang()).0);
    let names = [("older", old_name), ("newer", new_name)];
    let heading = fill(words.lineage_head, &names);
    let lead = fill(words.lineage_lead, &names);
    let shell = view.shell(&heading, &lead, view.crumbs(Some((at, plan))), style);
    let mut places = view.places().into_iter().map(Option::unwrap_or_default);
    let (rows, new) = (places.next().unwrap_or_default(), places.next().unwrap_or_default());
    let rows = rows
        .map(|number| LineageRow {
            old: numbered(view, older_at.0, number),
            relation: after(view.site, older_at.0, number).map_or("", |r| word(view.locale, r)),
            new: heirs(view, older_at.0, number),
        })
        .collect();
    let page = LineagePage {
        heading,
        note: note.as_ref().map(|note| view.words(note)),
        older: view.link(&older.short, Page::Plan(older_at.0)),
        newer: view.link(&plan.short, Page::Plan(at)),
        caption: lead,
        rows,
        new_head: fill(words.lineage_new_head, &names),
        new: newcomers(view, at)[new].iter().map(|one| numbered(view, at, *one)).collect(),
    };
    ("lineage.html", shell, Body::Lineage(page))
}

/// The items without one before them.
fn newcomers(view: &View<'_>, at: usize) -> Vec<usize> {
    let is_new = |number: &usize| before(view.site, at, *number) == Some(Relation::New);
    (0..view.site.plans[at].items.len()).filter(is_new).collect()
}

/// How many items the plan before has, and how many are new.
pub(super) fn lengths(view: &View<'_>, at: usize) -> [usize; 2] {
    let older = view.site.plans[at].succeeds.as_ref();
    let older = older.map_or(0, |before| view.site.plans[before.plan.0].items.len());
    [older, newcomers(view, at).len()]
}

fn numbered<'s>(view: &View<'s>, at: usize, number: usize) -> Numbered<'s> {
    let item = &view.site.plans[at].items[number];
    Numbered { number: item.number(), link: view.link(&item.title, Page::Item(at, number)) }
}

/// The items that carry one on, each with what changed.
fn heirs<'s>(view: &View<'s>, at: usize, number: usize) -> Vec<Kin<'s>> {
    let heirs = &view.site.plans[at].items[number].heirs;
    let kin = heirs.iter().map(|(plan, heir)| {
        let later = &view.site.plans[plan.0];
        let mut links = later.items[heir.0].succeeds.iter();
        let link = links.find(|one| one.plan.0 == at && one.item.0 == number);
        Kin {
            plan: view.words(&later.short),
            item: numbered(view, plan.0, heir.0),
            note: link.and_then(|one| one.note.as_ref()).map(|note| view.words(note)),
        }
    });
    kin.collect()
}

/// What an item carries on and what became of it.
pub(super) fn ties<'s>(view: &View<'s>, at: usize, number: usize) -> Vec<Ties<'s>> {
    let words = view.locale.words;
    let past = before(view.site, at, number).map(|relation| Ties {
        head: words.lineage_before.to_string(),
        relation: word(view.locale, relation),
        kin: view.site.plans[at].items[number]
            .succeeds
            .iter()
            .map(|before| Kin {
                plan: view.words(&view.site.plans[before.plan.0].short),
                item: numbered(view, before.plan.0, before.item.0),
                note: before.note.as_ref().map(|note| view.words(note)),
            })
            .collect(),
    });
    let future = after(view.site, at, number).map(|relation| Ties {
        head: words.lineage_after.to_string(),
        relation: word(view.locale, relation),
        kin: heirs(view, at, number),
    });
    past.into_iter().chain(future).collect()
}

fn word(locale: Locale, relation: Relation) -> &'static str {
    let words = locale.words;
    match relation {
        Relation::Continued => words.continued,
        Relation::Split => words.split,
        Relation::Merged => words.merged,
        Relation::Regrouped => words.regrouped,
        Relation::New => words.new_item,
        Relation::Ended => words.ended,
    }
}
