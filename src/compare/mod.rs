//! In: two editions of a site. Out: what changed from the one to the other, in the order of the plans.
//! Never: a guess at what was meant; things are the same where their ids are, texts where every letter is.

mod catalogue;
mod document;
mod figure;
mod record;
mod thing;

pub use record::{json, yaml};

use crate::model::{Changes, EntryChange, EntryKind, FigureChange, IndicatorAt, Site};
use catalogue::things;
use figure::Row;
use thing::{Thing, text_changes};

/// What changed from `old` to `new`. A new plan is one change, not one for everything in it.
pub fn compare(old: &Site, new: &Site) -> Changes {
    let (before, after) = (things(old), things(new));
    let rows: Vec<(Row<'_>, Row<'_>)> = in_both(old, new);
    let figures =
        |(old, new): &(Row<'_>, Row<'_>)| -> Vec<FigureChange> { figure::figures(*old, *new) };
    Changes {
        date: new.settings.edition.date,
        since: old.settings.edition.date,
        figures: rows.iter().flat_map(figures).collect(),
        verdicts: rows.iter().flat_map(|(old, new)| figure::verdicts(*old, *new)).collect(),
        entries: entries(&before, &after),
        texts: after
            .iter()
            .filter_map(|thing| Some((find(&before, thing)?, thing)))
            .flat_map(|(old, new)| text_changes(old, new))
            .collect(),
    }
}

/// The indicators that stand in both editions of a plan.
fn in_both<'s>(old: &'s Site, new: &'s Site) -> Vec<(Row<'s>, Row<'s>)> {
    let plans = new
        .plans
        .iter()
        .filter_map(|plan| Some((old.plans.iter().find(|before| before.id == plan.id)?, plan)));
    plans
        .flat_map(|(before, plan)| {
            IndicatorAt::all(plan).filter_map(move |at| {
                let indicator = at.of(plan);
                let was = IndicatorAt::find(before, &indicator.id)?.of(before);
                Some((
                    Row { site: old, plan: before, indicator: was },
                    Row { site: new, plan, indicator },
                ))
            })
        })
        .collect()
}

fn entries(before: &[Thing], after: &[Thing]) -> Vec<EntryChange> {
    let only_in = |these: &[Thing], those: &[Thing], kind: EntryKind| -> Vec<EntryChange> {
        these
            .iter()
            .filter(|thing| find(those, thing).is_none() && !thing.plan_is_missing(those))
            .map(|thing| EntryChange { subject: thing.subject.clone(), kind })
            .collect()
    };
    let mut entries = only_in(after, before, EntryKind::New);
    entries.extend(only_in(before, after, EntryKind::Removed));
    entries
}

fn find<'t>(things: &'t [Thing], like: &Thing) -> Option<&'t Thing> {
    things.iter().find(|thing| thing.is(like))
}
