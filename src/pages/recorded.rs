//! In: the record of what changed. Out: the automatic part of an update, each row linked to what is still there.
//! Never: a row without a name; what is gone is told by the name it had.

use super::change::{ChangeRow, change_counts, change_tables};
use super::view::View;
use super::words::Words;
use super::{Page, Part};
use crate::locale::fill;
use crate::model::{Changes, IndicatorAt, Subject, SubjectKind};
use serde::Serialize;

/// The automatic part of an update.
#[derive(Debug, Serialize)]
pub struct Recorded<'s> {
    heading: String,
    /// How much of each kind; nothing where nothing changed.
    counts: String,
    tables: Vec<RecordedTable<'s>>,
}

#[derive(Debug, Serialize)]
struct RecordedTable<'s> {
    caption: &'static str,
    heads: Vec<&'static str>,
    /// Whether the rows say what was and what is.
    moves: bool,
    rows: Vec<RecordedRow<'s>>,
}

#[derive(Debug, Serialize)]
struct RecordedRow<'s> {
    name: Words<'s>,
    /// Where it is, if it is still there.
    href: Option<String>,
    /// The plan it is a part of: one name may stand in two.
    plan: Option<Words<'s>>,
    cells: Vec<String>,
    moved: Option<[String; 2]>,
}

/// A record as the page of updates shows it.
pub(super) fn recorded<'s>(view: &View<'s>, changes: &'s Changes) -> Recorded<'s> {
    let locale = view.locale;
    let since = locale.date(changes.since);
    let tables = change_tables(locale, changes).into_iter().map(|table| RecordedTable {
        caption: table.caption,
        heads: table.heads,
        moves: table.rows.iter().any(|row| row.moved.is_some()),
        rows: table.rows.into_iter().map(|row| linked(view, row)).collect(),
    });
    Recorded {
        heading: fill(locale.words.change_since, &[("date", &since)]),
        counts: change_counts(locale, changes).join(locale.words.list_separator),
        tables: tables.collect(),
    }
}

fn linked<'s>(view: &View<'s>, row: ChangeRow<'s>) -> RecordedRow<'s> {
    let ChangeRow { subject, cells, moved } = row;
    RecordedRow {
        name: view.words(&subject.name),
        href: href(view, subject),
        plan: plan_of(view, subject).map(|at| view.words(&view.site.plans[at].short)),
        cells,
        moved,
    }
}

/// The plan that an item or an indicator is a part of, if it is still there.
fn plan_of(view: &View<'_>, subject: &Subject) -> Option<usize> {
    let (plan, _) = subject.id.split_once('/')?;
    view.site.plans.iter().position(|one| one.id == plan)
}

fn href(view: &View<'_>, subject: &Subject) -> Option<String> {
    let site = view.site;
    let id = subject.id.rsplit('/').next().unwrap_or_default();
    let page = match subject.kind {
        SubjectKind::Plan => Page::Plan(site.plans.iter().position(|one| one.id == id)?),
        SubjectKind::Item => {
            let at = plan_of(view, subject)?;
            let items = &site.plans[at].items;
            Page::Item(at, items.iter().position(|one| one.id == id)?)
        }
        SubjectKind::Indicator => {
            let at = plan_of(view, subject)?;
            Page::Indicator(at, IndicatorAt::find(&site.plans[at], id)?)
        }
        SubjectKind::Meeting | SubjectKind::Opinion => {
            Page::Meeting(site.meetings.iter().position(|one| one.id == id)?)
        }
        SubjectKind::Organisation => {
            let at = site.organisations.iter().position(|one| one.id == id)?;
            Page::Organisation(at, Part::FIRST)
        }
        SubjectKind::Page => Page::Free(site.pages.iter().position(|one| one.id == id)?),
        SubjectKind::Term => {
            site.terms.iter().find(|one| one.id == id)?;
            return Some(format!("{}#{id}", view.href(Page::Glossary)));
        }
    };
    Some(view.href(page))
}
