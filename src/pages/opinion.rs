//! In: the committee's meetings. Out: a page of each, the list of all opinions, those on one item.
//! Never: a missing answer passed over; unanswered and not recorded are different words.

use super::plan::{SourceLine, source_line};
use super::view::{Shell, View};
use super::words::{Link, Words};
use super::{Body, Page};
use crate::locale::{fill, iso};
use crate::model::{FollowUp, FollowUpState, Meeting, Opinion, Response};
use serde::Serialize;

/// All meetings and all opinions.
#[derive(Debug, Serialize)]
pub struct OpinionsPage<'s> {
    counts: String,
    unanswered: Vec<OpinionLine<'s>>,
    all: Vec<OpinionLine<'s>>,
    meetings: Vec<MeetingLine<'s>>,
}

#[derive(Debug, Serialize)]
struct MeetingLine<'s> {
    link: Link<'s>,
    date: String,
    date_iso: String,
    themes: Vec<Words<'s>>,
    opinions: usize,
}

/// A meeting.
#[derive(Debug, Serialize)]
pub struct MeetingPage<'s> {
    name: Words<'s>,
    date: String,
    date_iso: String,
    themes: Vec<Words<'s>>,
    summary: Words<'s>,
    note: Option<Words<'s>>,
    opinions: Vec<OpinionLine<'s>>,
    source: SourceLine<'s>,
    previous: Option<Link<'s>>,
    next: Option<Link<'s>>,
}

/// An opinion with its answer, wherever it stands.
#[derive(Debug, Serialize)]
pub struct OpinionLine<'s> {
    id: String,
    href: String,
    meeting: Link<'s>,
    date: String,
    item: Option<ItemOf<'s>>,
    plan: Option<Link<'s>>,
    year: Option<String>,
    opinion: Words<'s>,
    response: Option<Words<'s>>,
    answered: &'static str,
    /// Why there is no response.
    unanswered: Option<&'static str>,
    follow_up: Option<FollowUpLine<'s>>,
}

#[derive(Debug, Serialize)]
struct ItemOf<'s> {
    number: &'s str,
    link: Link<'s>,
}

#[derive(Debug, Serialize)]
struct FollowUpLine<'s> {
    state: &'static str,
    code: &'static str,
    year: Option<String>,
    text: Option<Words<'s>>,
}

pub(super) fn opinions<'s>(view: &View<'s>, style: &str) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let shell = view.shell(words.opinions_head, words.opinions_lead, view.crumbs(None), style);
    let all = || every(view);
    let number = |wanted: fn(&Response) -> bool| {
        all().filter(|(.., one)| wanted(&one.response)).count().to_string()
    };
    let awaited = |response: &Response| matches!(response, Response::Awaited);
    let counts = fill(
        words.opinions_counts,
        &[
            ("meetings", &view.site.meetings.len().to_string()),
            ("all", &number(|_| true)),
            ("given", &number(|response| matches!(response, Response::Given(_)))),
            ("awaited", &number(awaited)),
            ("unknown", &number(|response| matches!(response, Response::NotRecorded))),
        ],
    );
    let unanswered = all()
        .filter(|(.., one)| awaited(&one.response))
        .map(|(meeting, index, _)| line(view, meeting, index))
        .collect();
    let listed = all().map(|(meeting, index, _)| line(view, meeting, index)).collect();
    let meetings = view.site.meetings.iter().enumerate().rev();
    let meetings = meetings.map(|(at, meeting)| MeetingLine {
        link: view.link(&meeting.name, Page::Meeting(at)),
        date: view.locale.date(meeting.date),
        date_iso: iso(meeting.date),
        themes: meeting.themes.iter().map(|theme| view.words(theme)).collect(),
        opinions: meeting.opinions.len(),
    });
    let page = OpinionsPage { counts, unanswered, all: listed, meetings: meetings.collect() };
    ("opinions.html", shell, Body::Opinions(page))
}

/// Every opinion with its meeting and its number there, the newest meeting first.
fn every<'s>(view: &View<'s>) -> impl Iterator<Item = (usize, usize, &'s Opinion)> {
    let meetings = view.site.meetings.iter().enumerate().rev();
    meetings.flat_map(|(at, meeting): (usize, &'s Meeting)| {
        meeting.opinions.iter().enumerate().map(move |(index, one)| (at, index, one))
    })
}

/// The opinions on one item, the newest first.
pub(super) fn on_item<'s>(view: &View<'s>, plan: usize, item: usize) -> Vec<OpinionLine<'s>> {
    let opinions = &view.site.plans[plan].items[item].opinions;
    opinions.iter().map(|one| line(view, one.meeting, one.number)).collect()
}

pub(super) fn meeting<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let meeting = &view.site.meetings[at];
    let name = view.words(&meeting.name);
    let summary = view.words(&meeting.summary);
    let mut crumbs = view.crumbs(None);
    crumbs.push(view.own_link(view.locale.words.opinions_head, Page::Opinions));
    let shell = view.shell(name.text, summary.text, crumbs, style);
    let neighbour = |at: usize| view.link(&view.site.meetings[at].name, Page::Meeting(at));
    let page = MeetingPage {
        name,
        date: view.locale.date(meeting.date),
        date_iso: iso(meeting.date),
        themes: meeting.themes.iter().map(|theme| view.words(theme)).collect(),
        summary,
        note: meeting.note.as_ref().map(|note| view.words(note)),
        opinions: (0..meeting.opinions.len()).map(|index| line(view, at, index)).collect(),
        source: source_line(view, meeting.source, Vec::new()),
        previous: at.checked_sub(1).map(neighbour),
        next: (at + 1 < view.site.meetings.len()).then(|| neighbour(at + 1)),
    };
    ("meeting.html", shell, Body::Meeting(Box::new(page)))
}

fn line<'s>(view: &View<'s>, at: usize, index: usize) -> OpinionLine<'s> {
    let words = view.locale.words;
    let meeting = &view.site.meetings[at];
    let opinion = &meeting.opinions[index];
    let id = format!("o-{}", index + 1);
    let plan = opinion.plan.map(|plan| plan.0);
    let item = plan.zip(opinion.item).map(|(plan, item)| {
        let sheet = &view.site.plans[plan].items[item.0];
        let link = view.link(&sheet.title, Page::Item(plan, item.0));
        ItemOf { number: sheet.number(), link }
    });
    let (response, unanswered) = match &opinion.response {
        Response::Given(text) => (Some(view.words(text)), None),
        Response::Awaited => (None, Some(words.response_awaited)),
        Response::NotRecorded => (None, Some(words.response_not_recorded)),
    };
    OpinionLine {
        href: format!("{}#{id}", view.href(Page::Meeting(at))),
        id,
        meeting: view.link(&meeting.name, Page::Meeting(at)),
        date: view.locale.date(meeting.date),
        item,
        plan: plan.map(|plan| view.link(&view.site.plans[plan].short, Page::Plan(plan))),
        year: opinion.year.map(|year| view.locale.year_both(year)),
        opinion: view.words(&opinion.opinion),
        response,
        answered: unanswered.unwrap_or(words.response_given),
        unanswered,
        follow_up: opinion.follow_up.as_ref().map(|one| follow_up(view, one)),
    }
}

fn follow_up<'s>(view: &View<'s>, one: &'s FollowUp) -> FollowUpLine<'s> {
    let words = view.locale.words;
    let (state, code) = match one.state {
        FollowUpState::Planned => (words.follow_up_planned, "future"),
        FollowUpState::UnderWay => (words.follow_up_under_way, "waiting"),
        FollowUpState::Done => (words.follow_up_done, "achieved"),
        FollowUpState::NotAdopted => (words.follow_up_not_adopted, "void"),
    };
    FollowUpLine {
        state,
        code,
        year: one.year.map(|year| view.locale.year_both(year)),
        text: one.text.as_ref().map(|text| view.words(text)),
    }
}
