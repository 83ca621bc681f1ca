//! In: the updates of the content. Out: the page that tells what changed, corrections with both values.
//! Never: a change nobody wrote down.

use super::view::{Shell, View};
use super::words::{Link, Words};
use super::{Body, Page};
use crate::locale::iso;
use crate::model::{Correction, Update};
use serde::Serialize;

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
    title: Words<'s>,
    text: Option<Words<'s>>,
    corrections: Vec<CorrectionLine<'s>>,
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
    let updates = view.site.updates.iter().map(|update| line(view, update)).collect();
    ("updates.html", shell, Body::Updates(UpdatesPage { updates }))
}

/// An entry as pages show it.
pub(super) fn line<'s>(view: &View<'s>, update: &'s Update) -> UpdateLine<'s> {
    UpdateLine {
        date: view.locale.date(update.date),
        date_iso: iso(update.date),
        title: view.words(&update.title),
        text: update.text.as_ref().map(|text| view.words(text)),
        corrections: update.corrections.iter().map(|one| correction(view, one)).collect(),
    }
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
