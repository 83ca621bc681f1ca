//! In: the steps of all actions. Out: those outside the plan's period.
//! Never: a judgement of a delay.

use super::Content;
use crate::diagnostics::{Problem, Report};

/// A step before the plan begins or after it ends is a slip of the pen.
pub(super) fn within_the_period(content: &Content<'_>, report: &mut Report) {
    for plan in &content.drafts.plans {
        let actions = plan.items.iter().flat_map(|item| &item.actions);
        for step in actions.flat_map(|action| action.plan.iter().chain(&action.result)) {
            let when = step.value.when;
            if when.first < plan.period.first || when.last > plan.period.last {
                let period = (plan.period.first.to_string(), plan.period.last.to_string());
                let problem = Problem::QuarterOutsidePlan { first: period.0, last: period.1 };
                report.add(problem, step.span);
            }
        }
    }
}
