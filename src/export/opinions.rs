//! In: the site. Out: every opinion of the committee with its meeting, its answer, what came of it.
//! Never: an answer that is missing without a code for why.

use super::{codes, pages_of, words};
use crate::contract::{FollowUp, Opinion, Words};
use crate::locale::iso;
use crate::model::{self, Response, Site};
use crate::pages::Page;

pub(super) fn opinions(site: &Site) -> impl Iterator<Item = Opinion> + '_ {
    site.meetings.iter().enumerate().flat_map(move |(at, meeting)| {
        meeting.opinions.iter().map(move |one| opinion(site, at, meeting, one))
    })
}

fn opinion(site: &Site, at: usize, meeting: &model::Meeting, one: &model::Opinion) -> Opinion {
    let plan = one.plan.map(|plan| &site.plans[plan.0]);
    let (response_state, response) = response(&one.response);
    Opinion {
        meeting: meeting.id.clone(),
        meeting_name: words(&meeting.name),
        date: iso(meeting.date),
        plan: plan.map(|plan| plan.id.clone()),
        item: plan.zip(one.item).map(|(plan, item)| plan.items[item.0].id.clone()),
        fiscal_year: one.year.map(|year| year.0),
        opinion: words(&one.opinion),
        response_state: response_state.to_string(),
        response,
        follow_up: one.follow_up.as_ref().map(|follow_up| FollowUp {
            state: codes::follow_up(follow_up.state).to_string(),
            fiscal_year: follow_up.year.map(|year| year.0),
            text: follow_up.text.as_ref().map(words),
        }),
        source: site.source(meeting.source).id.clone(),
        page: pages_of(site, Page::Meeting(at)),
    }
}

fn response(response: &Response) -> (&'static str, Option<Words>) {
    match response {
        Response::Given(text) => ("given", Some(words(text))),
        Response::Awaited => ("awaited", None),
        Response::NotRecorded => ("not-recorded", None),
    }
}
