//! In: issues that come back, actions that were added, grades. Out: years and thresholds that cannot be.
//! Never: a judgement of how an issue was dealt with.

use super::Content;
use crate::diagnostics::{Kind, Problem, Report};
use crate::load::{IssueDraft, ItemDraft, PlanDraft, Spanned};
use crate::model::{FiscalYear, Period};

/// An issue is raised in narratives, within the plan, and resolved after that.
pub(super) fn issues_agree_with_narratives(content: &Content<'_>, report: &mut Report) {
    for plan in &content.drafts.plans {
        for item in &plan.items {
            super::ids::once(
                item.issues.iter().map(|issue| (issue.id.value.as_str(), issue.id.span)),
                Kind::Issue,
                report,
            );
            for issue in &item.issues {
                agrees(plan, item, issue, report);
            }
        }
    }
}

fn agrees(plan: &PlanDraft, item: &ItemDraft, issue: &IssueDraft, report: &mut Report) {
    for year in &issue.raised {
        if within(plan.period, year, report) && !item.narratives.contains_key(&year.value) {
            let problem = Problem::IssueWithoutNarrative { year: year.value.0.to_string() };
            report.add(problem, year.span);
        }
    }
    let Some(resolved) = &issue.resolved else { return };
    if issue.raised.iter().any(|raised| raised.value >= resolved.value) {
        report.add(Problem::ResolvedBeforeRaised, resolved.span);
    } else {
        within(plan.period, resolved, report);
    }
}

/// An action is added while the plan runs.
pub(super) fn actions_are_added_within_the_plan(content: &Content<'_>, report: &mut Report) {
    for plan in &content.drafts.plans {
        let actions = plan.items.iter().flat_map(|item| &item.actions);
        for added in actions.filter_map(|action| action.added.as_ref()) {
            within(plan.period, added, report);
        }
    }
}

/// Whether a year lies within the plan; if not, that is reported.
pub(super) fn within(period: Period, year: &Spanned<FiscalYear>, report: &mut Report) -> bool {
    let inside = (period.first.year..=period.last.year).contains(&year.value);
    if !inside {
        report.add(Problem::year_outside(year.value, period), year.span);
    }
    inside
}

/// Grades go down, and only the last takes whatever is left.
pub(super) fn grades_go_down(content: &Content<'_>, report: &mut Report) {
    for plan in &content.drafts.plans {
        for pair in plan.grades.windows(2) {
            let [better, worse] = pair else { continue };
            let down = match (better.value.at_least, worse.value.at_least) {
                (Some(better), Some(worse)) => better > worse,
                (Some(_), None) => true,
                (None, _) => false,
            };
            if !down {
                report.add(Problem::GradesOutOfOrder, worse.span);
            }
        }
    }
}
