//! In: drafts of meetings. Out: the meetings, every plan, item and source they name resolved.
//! Never: a judgement of an answer.

use super::names::{Names, find, named};
use super::threads::within;
use crate::diagnostics::{Kind, Report};
use crate::load::{MeetingDraft, OpinionDraft};
use crate::model::{Meeting, Opinion, Plan, PlanRef};

/// The meeting, or nothing if its source is unknown.
pub(super) fn meeting(
    draft: MeetingDraft,
    plans: &[Plan],
    names: &Names,
    report: &mut Report,
) -> Option<Meeting> {
    let source = names.source(&draft.source, report);
    let opinions = draft.opinions.into_iter().map(|one| opinion(one, plans, report)).collect();
    Some(Meeting {
        id: draft.id,
        name: draft.name,
        date: draft.date,
        themes: draft.themes,
        summary: draft.summary,
        note: draft.note,
        opinions,
        source: source?,
    })
}

fn opinion(draft: OpinionDraft, plans: &[Plan], report: &mut Report) -> Opinion {
    let plan = draft.plan.as_ref().and_then(|id| {
        find(plans.iter().map(|plan| plan.id.as_str()), &id.value, id.span, Kind::Plan, report)
    });
    let item = plan.zip(draft.item.as_ref()).and_then(|(plan, id)| {
        let known = plans[plan].items.iter().map(|item| item.id.as_str());
        let found = plans[plan].item(&id.value);
        named(found, known, &id.value, id.span, Kind::Item, report)
    });
    if let (Some(plan), Some(year)) = (plan, &draft.year) {
        within(plans[plan].period, year, report);
    }
    Opinion {
        plan: plan.map(PlanRef),
        item,
        year: draft.year.map(|year| year.value),
        opinion: draft.opinion,
        response: draft.response,
        follow_up: draft.follow_up,
    }
}
