//! In: what items, indicators, plans and divisions say they carry on. Out: links between them.
//! Never: a link that leads forward in time or in a circle.

use super::names::{Names, find, named};
use crate::diagnostics::{Kind, Problem, Report};
use crate::load::{BecameDraft, BeforeDraft, PlanDraft, Spanned};
use crate::model::{
    Became, IndicatorAt, IndicatorBefore, ItemBefore, Organisation, Plan, PlanBefore, PlanRef,
};
use crate::source::Span;

/// Who carries something on; kept by id until every plan stands.
enum Heir {
    Plan,
    Item(String),
    Indicator(String),
}

/// What the plans say of their past, taken out of the drafts.
pub(super) struct Claims(Vec<(String, Heir, BeforeDraft)>);

impl Claims {
    /// Takes every `succeeds` out of the plans.
    pub fn of(plans: &mut [PlanDraft]) -> Claims {
        let mut claims = Vec::new();
        for plan in plans {
            let id = plan.id.clone();
            let mut claim = |heir, before| claims.push((id.clone(), heir, before));
            if let Some(before) = plan.succeeds.take() {
                claim(Heir::Plan, before);
            }
            for item in &mut plan.items {
                for before in std::mem::take(&mut item.succeeds) {
                    claim(Heir::Item(item.id.clone()), before);
                }
            }
            let of_items = plan.items.iter_mut().flat_map(|item| &mut item.indicators);
            for indicator in plan.kgis.iter_mut().chain(of_items) {
                for before in std::mem::take(&mut indicator.succeeds) {
                    claim(Heir::Indicator(indicator.id.value.clone()), before);
                }
            }
        }
        Claims(claims)
    }

    /// Writes them into the plans, each name resolved.
    pub fn settle(self, plans: &mut [Plan], report: &mut Report) {
        for (own, heir, before) in self.0 {
            let Some(own) = plans.iter().position(|plan| plan.id == own) else { continue };
            match heir {
                Heir::Plan => plan(plans, own, before, report),
                Heir::Item(id) => item(plans, own, &id, before, report),
                Heir::Indicator(id) => indicator(plans, own, &id, before, report),
            }
        }
    }
}

fn plan(plans: &mut [Plan], own: usize, before: BeforeDraft, report: &mut Report) {
    let Spanned { value: id, span } = &before.of;
    if let Some(earlier) = earlier_plan(plans, own, id, *span, report) {
        plans[own].succeeds = Some(PlanBefore { plan: PlanRef(earlier), note: before.note });
    }
}

fn item(plans: &mut [Plan], own: usize, heir: &str, before: BeforeDraft, report: &mut Report) {
    let Spanned { value: words, span } = &before.of;
    let (plan, id) = words.split_once('/').unwrap_or((words, ""));
    let Some(earlier) = earlier_plan(plans, own, plan, *span, report) else { return };
    let known = plans[earlier].items.iter().map(|item| item.id.as_str());
    let found = named(plans[earlier].item(id), known, id, *span, Kind::Item, report);
    let (Some(found), Some(heir)) = (found, plans[own].item(heir)) else { return };
    let before = ItemBefore { plan: PlanRef(earlier), item: found, note: before.note };
    plans[own].items[heir.0].succeeds.push(before);
    plans[earlier].items[found.0].heirs.push((PlanRef(own), heir));
}

fn indicator(plans: &mut [Plan], own: usize, heir: &str, before: BeforeDraft, report: &mut Report) {
    let Spanned { value: words, span } = &before.of;
    let (plan, id) = match words.split_once('/') {
        Some((plan, id)) => (earlier_plan(plans, own, plan, *span, report), id),
        None => (Some(own), words.as_str()),
    };
    let Some(plan) = plan else { return };
    let known = IndicatorAt::all(&plans[plan]).map(|at| at.of(&plans[plan]).id.as_str());
    let found = IndicatorAt::find(&plans[plan], id);
    let Some(at) = named(found, known, id, *span, Kind::Indicator, report) else { return };
    let Some(heir) = IndicatorAt::find(&plans[own], heir) else { return };
    if plan == own && leads_back(&plans[own], PlanRef(own), at, heir) {
        report.add(Problem::LineageCircle { id: id.to_string() }, *span);
        return;
    }
    let before = IndicatorBefore { plan: PlanRef(plan), at, redefined: before.note };
    heir.of_mut(&mut plans[own]).succeeds.push(before);
    at.of_mut(&mut plans[plan]).heirs.push((PlanRef(own), heir));
}

/// Whether what `from` carries on within its plan comes from `to` after all.
fn leads_back(plan: &Plan, own: PlanRef, from: IndicatorAt, to: IndicatorAt) -> bool {
    let here = from.of(plan).succeeds.iter().filter(|before| before.plan == own);
    from == to || here.into_iter().any(|before| leads_back(plan, own, before.at, to))
}

/// The plan with this id, which has to have begun before `own`.
fn earlier_plan(
    plans: &[Plan],
    own: usize,
    id: &str,
    span: Span,
    report: &mut Report,
) -> Option<usize> {
    let found = find(plans.iter().map(|plan| plan.id.as_str()), id, span, Kind::Plan, report)?;
    if plans[found].period.first < plans[own].period.first {
        return Some(found);
    }
    report.add(Problem::LineageOrder { id: id.to_string() }, span);
    None
}

/// Writes what each division became into the list.
pub(super) fn divisions(
    organisations: &mut [Organisation],
    became: Vec<(usize, BecameDraft)>,
    names: &Names,
    report: &mut Report,
) {
    for (old, draft) in became {
        let mut to = Vec::new();
        for id in &draft.to {
            let Some(new) = names.organisation(id, report) else { continue };
            if becomes(organisations, new.0, old) {
                report.add(Problem::LineageCircle { id: id.value.clone() }, id.span);
            } else {
                to.push(new);
            }
        }
        organisations[old].became = Some(Became { to, date: draft.date, note: draft.note });
    }
}

/// Whether a division has become another, at any remove, or is that other.
fn becomes(organisations: &[Organisation], from: usize, to: usize) -> bool {
    let next = organisations[from].became.iter().flat_map(|became| &became.to);
    from == to || next.into_iter().any(|next| becomes(organisations, next.0, to))
}
