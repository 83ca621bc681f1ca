//! In: all ids. Out: those used twice, those that cannot be an address, those that are taken.
//! Never: what an id refers to; `names` looks that up.

use super::Content;
use crate::diagnostics::{Kind, Problem, Report};
use crate::load::{GroupDraft, Spanned, is_id};
use crate::source::Span;
use std::collections::BTreeMap;

/// Addresses at the top of the site that are not a plan's or a free page's to take.
const TOP: [&str; 17] = [
    "accessibility",
    "assets",
    "cards",
    "data",
    "embed",
    "en",
    "glossary",
    "images",
    "index",
    "indicators",
    "labels",
    "method",
    "opinions",
    "organisations",
    "pending",
    "search",
    "updates",
];

/// Addresses within a plan that are not a level's to take.
const IN_PLAN: [&str; 9] =
    ["about", "booklet", "index", "indicators", "kgi", "lineage", "rules", "threads", "years"];

/// Ids of one kind differ; ids of indicators differ within a plan, key goals included.
pub(super) fn unique(content: &Content<'_>, report: &mut Report) {
    let drafts = content.drafts;
    once(drafts.organisations.iter().map(|one| spanned(&one.id)), Kind::Organisation, report);
    once(drafts.sources.iter().map(|one| (&*one.value.id, one.span)), Kind::Source, report);
    once(drafts.terms.iter().map(|one| spanned(&one.id)), Kind::Term, report);
    for plan in &drafts.plans {
        let of_items = plan.items.iter().flat_map(|item| &item.indicators);
        let indicators = plan.kgis.iter().chain(of_items).map(|one| spanned(&one.id));
        once(indicators, Kind::Indicator, report);
        once(plan.labels.iter().map(|one| (&*one.value.id, one.span)), Kind::Label, report);
        groups(&plan.groups, report);
    }
}

/// A goal's id is an address, a deeper group's an anchor on its goal's page: goals may not repeat,
/// nor groups of one level within a goal. (施策 may be numbered afresh under every goal.)
fn groups(goals: &[GroupDraft], report: &mut Report) {
    once(goals.iter().map(|goal| spanned(&goal.id)), Kind::Group, report);
    for goal in goals {
        let mut level: Vec<&GroupDraft> = goal.groups.iter().collect();
        while !level.is_empty() {
            once(level.iter().map(|group| spanned(&group.id)), Kind::Group, report);
            level = level.iter().flat_map(|group| &group.groups).collect();
        }
    }
}

fn spanned(id: &Spanned<String>) -> (&str, Span) {
    (&id.value, id.span)
}

/// Reports every id that has been used before, with the first place.
pub(super) fn once<'d>(
    ids: impl Iterator<Item = (&'d str, Span)>,
    kind: Kind,
    report: &mut Report,
) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for (id, span) in ids {
        match seen.get(id) {
            Some(first) => {
                report.add_pair(Problem::DuplicateId { kind, id: id.to_string() }, span, *first);
            }
            None => {
                seen.insert(id, span);
            }
        }
    }
}

/// The folders of plans and items are addresses, and so are the files of meetings.
pub(super) fn folders(content: &Content<'_>, report: &mut Report) {
    for plan in content.sources.folders_in("plans") {
        let folder = format!("plans/{plan}");
        let items = content.sources.folders_in(&format!("{folder}/items"));
        let paths = items.iter().map(|item| (*item, format!("{folder}/items/{item}")));
        for (name, path) in std::iter::once((plan, folder.clone())).chain(paths) {
            if !is_id(name) {
                report.add_path(Problem::BadId { found: name.to_string() }, path);
            }
        }
    }
    for meeting in &content.drafts.meetings {
        let path = format!("meetings/{}.yaml", meeting.id);
        if meeting.id == "index" {
            report.add_path(Problem::ReservedAddress { id: meeting.id.clone() }, path);
        } else if !is_id(&meeting.id) {
            report.add_path(Problem::BadId { found: meeting.id.clone() }, path);
        }
    }
}

/// Plans and free pages share the top of the site; levels share a plan's folder.
pub(super) fn addresses(content: &Content<'_>, report: &mut Report) {
    let drafts = content.drafts;
    let plans: Vec<&str> = content.sources.folders_in("plans");
    for plan in &plans {
        if TOP.contains(plan) {
            let problem = Problem::ReservedAddress { id: (*plan).to_string() };
            report.add_path(problem, format!("plans/{plan}"));
        }
    }
    for page in &drafts.pages {
        if TOP.contains(&page.id.as_str()) || plans.contains(&page.id.as_str()) {
            let problem = Problem::ReservedAddress { id: page.id.clone() };
            report.add_path(problem, format!("pages/{}.ja.md", page.id));
        }
    }
    for plan in &drafts.plans {
        once(plan.levels.value.iter().map(|one| (&*one.value.id, one.span)), Kind::Level, report);
        for level in &plan.levels.value {
            if IN_PLAN.contains(&level.value.id.as_str()) {
                let problem = Problem::ReservedAddress { id: level.value.id.clone() };
                report.add(problem, level.span);
            }
        }
    }
}
