//! In: `changes/DATE.yaml`, as `michinori diff --record` writes it. Out: what changed, edition by edition.
//! Never: a finding because a thing is gone; a record speaks of what was there when it was made.

use super::fields::{Fields, is_id, list, scalar, text_as_it_is, unknown_word, word};
use super::indicator::{StateWord, cell, named};
use super::values::{date, parse_date, year};
use super::yaml::{Node, Value as Yaml, parse};
use crate::diagnostics::{Problem, Report};
use crate::model::{
    Changes, Date, EntryChange, EntryKind, FigureChange, FigureKind, Judgement, Part, Quality,
    Reading, Series, Shown, Subject, SubjectKind, TextChange, TextKind, Unit, VerdictChange,
};
use crate::source::{FileId, Sources};

/// The folder of the records.
pub const CHANGES: &str = "changes";

/// Reads every record, the newest first.
pub fn changes(sources: &Sources, report: &mut Report) -> Vec<Changes> {
    let files = sources.iter().filter_map(|(file, read)| Some((file, change_date(&read.path)?)));
    let mut all: Vec<Changes> =
        files.filter_map(|(file, date)| record(sources, file, date, report)).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.date));
    all
}

/// The date in `changes/2025-09-30.yaml`.
pub fn change_date(path: &str) -> Option<Date> {
    parse_date(path.strip_prefix(CHANGES)?.strip_prefix('/')?.strip_suffix(".yaml")?)
}

fn record(sources: &Sources, file: FileId, of: Date, report: &mut Report) -> Option<Changes> {
    let root = parse(sources, file, report)?;
    let mut fields = Fields::of(&root, report)?;
    let since = fields.required("since", report).and_then(|node| date(node, report));
    let figures = fields.optional("figures").map(|node| list(node, report, figure));
    let verdicts = fields.optional("verdicts").map(|node| list(node, report, verdict));
    let entries = fields.optional("entries").map(|node| list(node, report, entry));
    let texts = fields.optional("texts").map(|node| list(node, report, text_change));
    fields.finish(report);
    Some(Changes {
        date: of,
        since: since?,
        figures: figures.unwrap_or_default(),
        verdicts: verdicts.unwrap_or_default(),
        entries: entries.unwrap_or_default(),
        texts: texts.unwrap_or_default(),
    })
}

fn figure(node: &Node<'_>, report: &mut Report) -> Option<FigureChange> {
    let mut fields = Fields::of(node, report)?;
    let subject = subject(&mut fields, report);
    let year = fields.required("year", report).and_then(|node| year(node, report));
    let series =
        fields.required("series", report).and_then(|node| word(node, Series::WORDS, report));
    let kind =
        fields.required("change", report).and_then(|node| word(node, FigureKind::WORDS, report));
    let from = if_there(fields.optional("from"), report, shown);
    let to = if_there(fields.optional("to"), report, shown);
    let unit_now = if_there(fields.optional("unit"), report, unit);
    let unit_before = if_there(fields.optional("unit_before"), report, unit);
    fields.finish(report);
    Some(FigureChange {
        subject: subject?,
        year: year?,
        series: series?,
        kind: kind?,
        from: from?,
        to: to?,
        unit: unit_now?.unwrap_or_else(|| named("", "", "")), // done or not has no unit
        unit_before: unit_before?,
    })
}

fn verdict(node: &Node<'_>, report: &mut Report) -> Option<VerdictChange> {
    let mut fields = Fields::of(node, report)?;
    let subject = subject(&mut fields, report);
    let year = fields.required("year", report).and_then(|node| year(node, report));
    let mut judged = |key| {
        let node = fields.required(key, report)?;
        word(node, Judgement::WORDS, report)
    };
    let (from, to) = (judged("from"), judged("to"));
    fields.finish(report);
    Some(VerdictChange { subject: subject?, year: year?, from: from?, to: to? })
}

fn entry(node: &Node<'_>, report: &mut Report) -> Option<EntryChange> {
    let mut fields = Fields::of(node, report)?;
    let subject = subject(&mut fields, report);
    let kind =
        fields.required("change", report).and_then(|node| word(node, EntryKind::WORDS, report));
    fields.finish(report);
    Some(EntryChange { subject: subject?, kind: kind? })
}

fn text_change(node: &Node<'_>, report: &mut Report) -> Option<TextChange> {
    let mut fields = Fields::of(node, report)?;
    let subject = subject(&mut fields, report);
    let year = if_there(fields.optional("year"), report, year);
    let kind =
        fields.required("change", report).and_then(|node| word(node, TextKind::WORDS, report));
    let part = |node: &Node<'_>, report: &mut Report| word(node, Part::WORDS, report);
    let parts = fields.required("parts", report).map(|node| list(node, report, part));
    fields.finish(report);
    Some(TextChange { subject: subject?, year: year?, kind: kind?, parts: parts? })
}

/// What may be left out: `None` only where it is there and cannot be read.
fn if_there<T>(
    node: Option<&Node<'_>>,
    report: &mut Report,
    read: fn(&Node<'_>, &mut Report) -> Option<T>,
) -> Option<Option<T>> {
    match node {
        Some(node) => read(node, report).map(Some),
        None => Some(None),
    }
}

/// `about: item:r3/02` and the name it had.
fn subject(fields: &mut Fields<'_, '_>, report: &mut Report) -> Option<Subject> {
    let about = fields.required("about", report);
    let name = fields.required("name", report).and_then(|node| text_as_it_is(node, report));
    let node = about?;
    let found = scalar(node, report)?;
    let (kind, id) = found.split_once(':').unwrap_or((found, ""));
    let Some((_, kind)) = SubjectKind::WORDS.iter().find(|(word, _)| *word == kind) else {
        let known = SubjectKind::WORDS.iter().map(|(word, _)| *word);
        report.add(unknown_word(kind, known), node.span);
        return None;
    };
    if !id.split('/').all(is_id) {
        report.add(Problem::BadId { found: id.to_string() }, node.span);
        return None;
    }
    Some(Subject { kind: *kind, id: id.to_string(), name: name? })
}

/// A cell as item.yaml has it, always with its keys: `{value: 79.9, state: provisional}`.
fn shown(node: &Node<'_>, report: &mut Report) -> Option<Shown> {
    let draft = cell(node, report)?;
    let reading = match (draft.value, draft.state) {
        (Some(value), Some(StateWord::Firm(quality))) => Reading::Value(value, quality),
        (Some(value), _) => Reading::Value(value, Quality::Final),
        (None, Some(StateWord::Absent(absence))) => Reading::Absent(absence),
        (None, _) => return None, // reported by `cell`
    };
    Some(Shown { reading, due: draft.due })
}

/// `percent`, or a unit in words.
fn unit(node: &Node<'_>, report: &mut Report) -> Option<Unit> {
    match node.value {
        Yaml::Map(_) => text_as_it_is(node, report).map(Unit::Named),
        _ => word(node, &[("percent", ())], report).map(|()| Unit::Percent),
    }
}
