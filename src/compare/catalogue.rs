//! In: a site. Out: everything on it that has an id and a name, with its texts and terms.
//! Never: figures, which `figure` compares; sources, lineage and names of labels are left out.

use super::thing::Thing;
use crate::model::{
    Action, FollowUp, FreePage, Group, Indicator, Item, Meeting, Opinion, Part, Plan, Response,
    Site, Step, SubjectKind, Text,
};
use std::fmt::Debug;

/// Everything that has an id, plans first, in the order of the site.
pub(super) fn things(site: &Site) -> Vec<Thing> {
    let plans = site.plans.iter().flat_map(|plan| of_plan(site, plan));
    let meetings = site.meetings.iter().flat_map(of_meeting);
    let organisations = site.organisations.iter();
    let organisations =
        organisations.map(|one| Thing::new(SubjectKind::Organisation, &one.id, &one.name));
    let pages = site.pages.iter().map(page);
    let terms = site.terms.iter().map(|term| {
        Thing::new(SubjectKind::Term, &term.id, &term.term)
            .with(Part::Body, Some(term.meaning.clone()))
    });
    plans.chain(meetings).chain(organisations).chain(pages).chain(terms).collect()
}

fn of_plan(site: &Site, plan: &Plan) -> Vec<Thing> {
    let mut things = vec![
        Thing::new(SubjectKind::Plan, &plan.id, &plan.short)
            .with(Part::Name, joined([&plan.title, &plan.short]))
            .with(Part::Summary, Some(plan.summary.clone()))
            .with(Part::Vision, plan.vision.clone())
            .with(Part::Period, Some(term(&plan.period)))
            .with(Part::Tree, Some(tree(plan)))
            .with(Part::Rate, Some(term(&(plan.rating, &plan.grades))))
            .with(Part::Body, plan.about.as_ref().map(|about| about.body.clone()))
            .with(Part::Notes, joined(&plan.notes)),
    ];
    things.extend(plan.kgis.iter().map(|kgi| indicator(plan, kgi)));
    for sheet in plan.items.iter() {
        things.push(item(site, plan, sheet));
        things.extend(sheet.indicators.iter().map(|one| indicator(plan, one)));
    }
    things
}

fn item(site: &Site, plan: &Plan, item: &Item) -> Thing {
    let divisions = |refs: &[_]| {
        let ids: Vec<&str> = refs.iter().map(|one| &*site.organisation(*one).id).collect();
        (!ids.is_empty()).then(|| term(&ids))
    };
    let marks: Vec<&str> = item.labels.iter().map(|label| &*plan.labels[label.0].id).collect();
    let overview = item.overview.as_ref();
    let mut thing = Thing::new(SubjectKind::Item, format!("{}/{}", plan.id, item.id), &item.title)
        .of(plan)
        .with(Part::Lead, divisions(&item.lead))
        .with(Part::Related, divisions(&item.related))
        .with(Part::Labels, (!marks.is_empty()).then(|| term(&marks)))
        .with(Part::Current, overview.map(|one| one.current.clone()))
        .with(Part::Problems, overview.map(|one| one.problems.clone()))
        .with(Part::Reform, overview.map(|one| one.reform.clone()))
        .with(Part::Examples, joined(&item.examples))
        .with(Part::Actions, schedule(item))
        .with(Part::Notes, joined(&item.notes));
    for (year, narrative) in &item.narratives {
        thing = thing
            .with_year(*year, Part::Analysis, &narrative.analysis)
            .with_year(*year, Part::Issues, &narrative.issues)
            .with_year(*year, Part::Measures, &narrative.response);
    }
    thing
}

fn indicator(plan: &Plan, one: &Indicator) -> Thing {
    let targets = one.targets.values().filter_map(|cell| cell.note.as_deref());
    let actuals = one.actuals.values().filter_map(|cell| cell.note.as_deref());
    Thing::new(SubjectKind::Indicator, format!("{}/{}", plan.id, one.id), &one.name)
        .of(plan)
        .with(Part::Role, Some(term(&one.role)))
        .with(Part::Definition, one.definition.clone())
        .with(Part::Unit, Some(term(&one.unit)))
        .with(Part::Aim, one.aim.map(|aim| term(&aim)))
        .with(Part::Rate, Some(term(&one.rate)))
        .with(Part::Counting, one.counting.map(|counting| term(&counting)))
        .with(Part::Baseline, one.baseline.map(|baseline| term(&baseline)))
        .with(Part::Notes, joined(one.notes.iter().chain(targets).chain(actuals)))
}

fn of_meeting(meeting: &Meeting) -> Vec<Thing> {
    let mut things = vec![
        Thing::new(SubjectKind::Meeting, &meeting.id, &meeting.name)
            .with(Part::Summary, Some(meeting.summary.clone()))
            .with(Part::Themes, joined(&meeting.themes))
            .with(Part::Notes, meeting.note.clone()),
    ];
    things.extend(meeting.opinions.iter().map(|one| opinion(meeting, one)));
    things
}

fn opinion(meeting: &Meeting, one: &Opinion) -> Thing {
    let answer = match &one.response {
        Response::Given(text) => Some(text.clone()),
        Response::Awaited | Response::NotRecorded => None,
    };
    Thing::new(SubjectKind::Opinion, &meeting.id, &one.opinion)
        .with(Part::Response, answer)
        .with(Part::FollowUp, one.follow_up.as_ref().map(follow_up))
}

fn follow_up(one: &FollowUp) -> Text {
    in_each_language(|of| format!("{:?} {:?} {:?}", one.state, one.year, one.text.as_ref().map(of)))
}

fn page(page: &FreePage) -> Thing {
    Thing::new(SubjectKind::Page, &page.id, &page.title).with(Part::Body, Some(page.body.clone()))
}

/// A term of the program's own, spelt so that two can be compared; it is shown nowhere.
fn term(value: &impl Debug) -> Text {
    Text { ja: format!("{value:?}"), en: None, easy: None }
}

/// Several texts as one, spelt once in each language, for the same purpose.
fn in_each_language(spell: impl Fn(fn(&Text) -> &str) -> String) -> Text {
    let en = spell(|text| text.en.as_deref().unwrap_or_default());
    let easy = spell(|text| text.easy.as_deref().unwrap_or_default());
    Text { ja: spell(|text| &text.ja), en: Some(en), easy: Some(easy.into()) }
}

/// `None` if there are none.
fn joined<'t>(texts: impl IntoIterator<Item = &'t Text>) -> Option<Text> {
    let texts: Vec<&Text> = texts.into_iter().collect();
    let all =
        || in_each_language(|of| texts.iter().map(|text| of(text)).collect::<Vec<_>>().join("\n"));
    (!texts.is_empty()).then(all)
}

/// The levels, the goals and what stands below them, with their names and summaries.
fn tree(plan: &Plan) -> Text {
    in_each_language(|of| {
        let levels: Vec<&str> = plan.levels.iter().map(|level| of(&level.name)).collect();
        let groups: Vec<String> = plan.groups.iter().map(|one| branch(plan, one, of)).collect();
        format!("{levels:?} {groups:?}")
    })
}

fn branch(plan: &Plan, group: &Group, of: fn(&Text) -> &str) -> String {
    let summary = group.summary.as_ref().map(of);
    let items: Vec<&str> = group.items.iter().map(|item| &*plan.items[item.0].id).collect();
    let deeper: Vec<String> = group.groups.iter().map(|one| branch(plan, one, of)).collect();
    format!("{} {} {summary:?} {items:?} {deeper:?}", group.id, of(&group.name))
}

/// The schedule of an item's actions.
fn schedule(item: &Item) -> Option<Text> {
    let all =
        || in_each_language(|of| item.actions.iter().map(|one| action(item, one, of)).collect());
    (!item.actions.is_empty()).then(all)
}

fn action(item: &Item, one: &Action, of: fn(&Text) -> &str) -> String {
    let served: Vec<&str> = one.indicators.iter().map(|at| &*item.indicators[*at].id).collect();
    let steps = |steps: &[Step]| -> Vec<String> {
        steps.iter().map(|step| format!("{:?} {}", step.when, of(&step.text))).collect()
    };
    let (plan, result) = (steps(&one.plan), steps(&one.result));
    format!("{} {served:?} {:?} {plan:?} {result:?}\n", of(&one.title), one.added)
}
