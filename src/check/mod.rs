//! In: drafts. Out: a valid [`Site`], or a report of all that stands in its way.
//! Never: a result computed, or a check that stops at its first finding.

mod indicator;
mod names;
mod plan;

use crate::diagnostics::{Kind, Problem, Report};
use crate::load::{Drafts, SettingsDraft, Spanned, TermDraft};
use crate::model::{Plan, PlanRef, Settings, Site, Term};
use names::Names;

/// Turns drafts into the site. `None` exactly when the report holds an error.
pub fn check(drafts: Drafts, report: &mut Report) -> Option<Site> {
    let Drafts { settings, organisations, sources, terms, pages, plans } = drafts;
    let names = Names {
        organisations: register(&organisations, Kind::Organisation, |one| &one.id, report),
        sources: register(&sources, Kind::Source, |one| &one.id, report),
    };
    unique(terms.iter().map(|term| &term.id), Kind::Term, report);
    if plans.is_empty() && !report.has_errors() {
        report.add_path(Problem::NoPlans, "plans");
    }
    let plans: Vec<Plan> = plans
        .into_iter()
        .filter_map(|draft| {
            let id = draft.id.clone();
            let plan = plan::plan(draft, &names, report);
            if plan.is_none() {
                report.note_broken(Kind::Plan, id);
            }
            plan
        })
        .collect();
    let terms = terms.into_iter().filter_map(|term| glossary_term(term, &names, report)).collect();
    let settings = settings.map(|draft| site_settings(draft, &plans, report));
    let site = Site {
        settings: settings?,
        organisations: organisations.into_iter().map(|one| one.value).collect(),
        sources: sources.into_iter().map(|one| one.value).collect(),
        terms,
        pages,
        plans,
    };
    (!report.has_errors()).then_some(site)
}

/// The ids of one kind in the order of their indices; ids used twice are reported.
fn register<T>(
    entries: &[Spanned<T>],
    kind: Kind,
    id: impl Fn(&T) -> &String,
    report: &mut Report,
) -> Vec<String> {
    let ids: Vec<Spanned<String>> = entries
        .iter()
        .map(|entry| Spanned { value: id(&entry.value).clone(), span: entry.span })
        .collect();
    unique(ids.iter(), kind, report);
    ids.into_iter().map(|id| id.value).collect()
}

/// Reports every id that has been used before.
fn unique<'d>(ids: impl Iterator<Item = &'d Spanned<String>>, kind: Kind, report: &mut Report) {
    let mut seen = std::collections::BTreeMap::new();
    for id in ids {
        match seen.get(id.value.as_str()) {
            Some(first) => {
                let problem = Problem::DuplicateId { kind, id: id.value.clone() };
                report.add_pair(problem, id.span, *first);
            }
            None => {
                seen.insert(id.value.as_str(), id.span);
            }
        }
    }
}

fn glossary_term(draft: TermDraft, names: &Names, report: &mut Report) -> Option<Term> {
    let source = match &draft.source {
        Some(source) => Some(names.source(source, report)?),
        None => None,
    };
    Some(Term {
        id: draft.id.value,
        term: draft.term,
        reading: draft.reading,
        meaning: draft.meaning,
        source,
    })
}

fn site_settings(draft: SettingsDraft, plans: &[Plan], report: &mut Report) -> Settings {
    let featured =
        draft.featured.iter().filter_map(|entry| featured(entry, plans, report)).collect();
    Settings {
        title: draft.title,
        description: draft.description,
        publisher: draft.publisher,
        contact: draft.contact,
        notice: draft.notice,
        base_url: draft.base_url,
        theme: draft.theme,
        edition: draft.edition,
        featured,
    }
}

/// `2020/kgi-5`: an indicator of a plan.
fn featured(
    entry: &Spanned<String>,
    plans: &[Plan],
    report: &mut Report,
) -> Option<(PlanRef, String)> {
    let (plan, id) = entry.value.split_once('/').unwrap_or((&entry.value, ""));
    let index = names::find(
        plans.iter().map(|plan| plan.id.as_str()),
        plan,
        entry.span,
        Kind::Plan,
        report,
    )?;
    let plan = &plans[index];
    let ids = plan.kgis.iter().chain(plan.indicators()).map(|indicator| indicator.id.as_str());
    names::find(ids, id, entry.span, Kind::Indicator, report)?;
    Some((PlanRef(index), id.to_string()))
}
