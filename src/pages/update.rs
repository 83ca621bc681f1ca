//! In: the updates of the content, the records of what changed. Out: the page that tells both, date by date.
//! Never: a change nobody wrote down or recorded.

use super::recorded::{Recorded, recorded};
use super::view::{Shell, View};
use super::words::{Link, Words};
use super::{Body, Page};
use crate::locale::{Locale, iso};
use crate::model::{Correction, Date, Lang, Site};
use serde::Serialize;
use std::collections::BTreeSet;

/// 更新情報.
#[derive(Debug, Serialize)]
pub struct UpdatesPage<'s> {
    updates: Vec<UpdateLine<'s>>,
}

/// An entry.
#[derive(Debug, Serialize)]
pub struct UpdateLine<'s> {
    date: String,
    date_iso: String,
    name: String,
    title: Words<'s>,
    text: Option<Words<'s>>,
    corrections: Vec<CorrectionLine<'s>>,
    changes: Option<Recorded<'s>>,
}

#[derive(Debug, Serialize)]
struct CorrectionLine<'s> {
    link: Link<'s>,
    year: String,
    from: String,
    to: String,
    reason: Words<'s>,
}

pub(super) fn updates<'s>(view: &View<'s>, style: &str) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let shell = view.shell(words.updates_head, words.updates_lead, view.crumbs(None), style);
    let (updates, changes) = (&view.site.updates, &view.site.changes);
    let dates = updates.iter().map(|one| one.date).chain(changes.iter().map(|one| one.date));
    let dates: BTreeSet<Date> = dates.collect();
    let updates = dates.into_iter().rev().flat_map(|date| of_date(view, date)).collect();
    ("updates.html", shell, Body::Updates(UpdatesPage { updates }))
}

/// What was written of a date, and below it what was recorded.
fn of_date<'s>(view: &View<'s>, date: Date) -> Vec<UpdateLine<'s>> {
    let updates = &view.site.updates;
    let written = (0..updates.len()).filter(|at| updates[*at].date == date);
    let mut lines: Vec<UpdateLine<'s>> = written.map(|at| line(view, at)).collect();
    if let Some(changes) = view.site.changes.iter().find(|changes| changes.date == date) {
        let mut last = lines.pop().unwrap_or_else(|| UpdateLine {
            date: view.locale.date(date),
            date_iso: iso(date),
            name: iso(date),
            title: Words::own(view.locale.words.change_head),
            text: None,
            corrections: Vec::new(),
            changes: None,
        });
        last.changes = Some(recorded(view, changes));
        lines.push(last);
    }
    lines
}

/// An entry as pages show it.
pub(super) fn line<'s>(view: &View<'s>, at: usize) -> UpdateLine<'s> {
    let update = &view.site.updates[at];
    UpdateLine {
        date: view.locale.date(update.date),
        date_iso: iso(update.date),
        name: update_name(view.site, at),
        title: view.words(&update.title),
        text: update.text.as_ref().map(|text| view.words(text)),
        corrections: update.corrections.iter().map(|one| correction(view, one)).collect(),
        changes: None,
    }
}

/// The name of an entry for ever: its date, and from the second of a date on its number. They are counted
/// from the oldest, because new ones are written above.
pub fn update_name(site: &Site, at: usize) -> String {
    let date = site.updates[at].date;
    let older = site.updates[at + 1..].iter().filter(|update| update.date == date).count();
    match older {
        0 => iso(date),
        older => format!("{}-{}", iso(date), older + 1),
    }
}

/// What a feed is called.
pub fn feed_title(site: &Site, lang: Lang, plan: Option<usize>) -> String {
    let about = plan.map_or(&site.settings.title, |at| &site.plans[at].short);
    format!("{} {}", about.get(lang).0, Locale::of(lang).words.updates_head)
}

fn correction<'s>(view: &View<'s>, one: &'s Correction) -> CorrectionLine<'s> {
    let indicator = one.at.of(&view.site.plans[one.plan.0]);
    let spell = |value| view.locale.value_with_unit(value, indicator.decimals, &indicator.unit);
    CorrectionLine {
        link: view.link(&indicator.name, Page::Indicator(one.plan.0, one.at)),
        year: view.locale.year_both(one.year),
        from: spell(one.from),
        to: spell(one.to),
        reason: view.words(&one.reason),
    }
}
