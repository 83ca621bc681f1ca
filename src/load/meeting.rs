//! In: the files of `meetings/`. Out: a draft of each meeting with its opinions.
//! Never: whether the plan, item or source it names exists.

use super::fields::{Fields, Spanned, list, scalar, spanned, text, unknown_word, word};
use super::values::{date, year};
use super::yaml::{Node, Value, parse};
use crate::diagnostics::Report;
use crate::model::{Date, FiscalYear, FollowUp, FollowUpState, Response, Text};
use crate::source::{FileId, Sources};

/// A meeting as written.
#[derive(Debug)]
pub struct MeetingDraft {
    pub id: String,
    pub name: Text,
    pub date: Date,
    pub themes: Vec<Text>,
    pub summary: Text,
    pub note: Option<Text>,
    pub opinions: Vec<OpinionDraft>,
    pub source: Spanned<String>,
}

/// An opinion as written.
#[derive(Debug)]
pub struct OpinionDraft {
    pub plan: Option<Spanned<String>>,
    pub item: Option<Spanned<String>>,
    pub year: Option<Spanned<FiscalYear>>,
    pub opinion: Text,
    pub response: Response,
    pub follow_up: Option<FollowUp>,
}

/// The words a `response` may be in place of a text.
const RESPONSES: [&str; 2] = ["awaited", "not-recorded"];

const STATES: [(&str, FollowUpState); 4] = [
    ("planned", FollowUpState::Planned),
    ("under-way", FollowUpState::UnderWay),
    ("done", FollowUpState::Done),
    ("not-adopted", FollowUpState::NotAdopted),
];

/// Reads every meeting, the oldest first.
pub fn meetings(sources: &Sources, report: &mut Report) -> Vec<MeetingDraft> {
    let files = sources.iter().filter_map(|(file, read)| Some((file, meeting_id(&read.path)?)));
    let mut all: Vec<MeetingDraft> =
        files.filter_map(|(file, id)| meeting(sources, file, id, report)).collect();
    all.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    all
}

/// `30` out of `meetings/30.yaml`.
pub fn meeting_id(path: &str) -> Option<&str> {
    let name = path.strip_prefix("meetings/")?.strip_suffix(".yaml")?;
    (!name.contains('/')).then_some(name)
}

fn meeting(sources: &Sources, file: FileId, id: &str, report: &mut Report) -> Option<MeetingDraft> {
    let root = parse(sources, file, report)?;
    let mut fields = Fields::of(&root, report)?;
    let name = fields.required("name", report).and_then(|node| text(node, report));
    let date = fields.required("date", report).and_then(|node| date(node, report));
    let themes = fields.optional("themes").map(|node| list(node, report, text));
    let summary = fields.required("summary", report).and_then(|node| text(node, report));
    let note = fields.optional("note").and_then(|node| text(node, report));
    let opinions = fields.optional("opinions").map(|node| list(node, report, opinion));
    let source = fields.required("source", report).and_then(|node| spanned(node, report));
    fields.finish(report);
    Some(MeetingDraft {
        id: id.to_string(),
        name: name?,
        date: date?,
        themes: themes.unwrap_or_default(),
        summary: summary?,
        note,
        opinions: opinions.unwrap_or_default(),
        source: source?,
    })
}

fn opinion(node: &Node<'_>, report: &mut Report) -> Option<OpinionDraft> {
    let mut fields = Fields::of(node, report)?;
    let plan = fields.optional("plan").and_then(|node| spanned(node, report));
    // An item's number means nothing without its plan.
    let item = fields.optional("item").and_then(|node| spanned(node, report));
    if item.is_some() {
        fields.required("plan", report);
    }
    let year = fields
        .optional("year")
        .and_then(|node| Some(Spanned { value: year(node, report)?, span: node.span }));
    let opinion = fields.required("opinion", report).and_then(|node| text(node, report));
    let response = fields.required("response", report).and_then(|node| response(node, report));
    let follow_up = fields.optional("follow_up").and_then(|node| follow_up(node, report));
    fields.finish(report);
    Some(OpinionDraft { plan, item, year, opinion: opinion?, response: response?, follow_up })
}

fn response(node: &Node<'_>, report: &mut Report) -> Option<Response> {
    if matches!(node.value, Value::Map(_)) {
        return text(node, report).map(Response::Given);
    }
    match scalar(node, report)? {
        "awaited" => Some(Response::Awaited),
        "not-recorded" => Some(Response::NotRecorded),
        other => {
            report.add(unknown_word(other, RESPONSES.into_iter()), node.span);
            None
        }
    }
}

fn follow_up(node: &Node<'_>, report: &mut Report) -> Option<FollowUp> {
    let mut fields = Fields::of(node, report)?;
    let state = fields.required("state", report).and_then(|node| word(node, &STATES, report));
    let year = fields.optional("year").and_then(|node| year(node, report));
    let text = fields.optional("text").and_then(|node| text(node, report));
    fields.finish(report);
    Some(FollowUp { state: state?, year, text })
}
