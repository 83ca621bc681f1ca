//! In: drafts of updates. Out: the updates, every corrected indicator found and holding the new value.
//! Never: a correction of a value that stands otherwise in the content.

use super::resolve::known_indicator;
use crate::diagnostics::{Problem, Report};
use crate::load::{CorrectionDraft, UpdateDraft};
use crate::model::{Correction, IndicatorAt, Plan, Update, Value};

/// The updates, newest first.
pub(super) fn updates(
    drafts: Vec<UpdateDraft>,
    plans: &[Plan],
    report: &mut Report,
) -> Vec<Update> {
    let mut updates: Vec<Update> = drafts
        .into_iter()
        .map(|draft| Update {
            date: draft.date,
            title: draft.title,
            text: draft.text,
            corrections: draft
                .corrections
                .into_iter()
                .filter_map(|one| correction(one, plans, report))
                .collect(),
        })
        .collect();
    updates.sort_by_key(|update| std::cmp::Reverse(update.date));
    updates
}

fn correction(draft: CorrectionDraft, plans: &[Plan], report: &mut Report) -> Option<Correction> {
    let (plan, id) = known_indicator(&draft.indicator, plans, report)?;
    let at = IndicatorAt::find(&plans[plan.0], &id)?;
    let indicator = at.of(&plans[plan.0]);
    let actual = indicator.actuals.get(&draft.year).and_then(|seen| seen.value());
    let target = indicator.target(draft.year).map(|target| &target.value);
    let stands = |value: Option<&Value>| value == Some(&draft.to);
    if !stands(actual) && !stands(target) {
        report.add(Problem::CorrectionNotMade { year: draft.year.0.to_string() }, draft.to_span);
    }
    let CorrectionDraft { year, from, to, reason, .. } = draft;
    Some(Correction { plan, at, year, from, to, reason })
}
