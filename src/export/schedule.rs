//! In: the site. Out: every planned and actual step of every action.
//! Never: a slip; which result answers which step is a judgement, and programs can make their own.

use super::words;
use crate::contract::Step;
use crate::model::{self, Action, Item, Plan, Site};

pub(super) fn schedule(site: &Site) -> Vec<Step> {
    let mut steps = Vec::new();
    for plan in &site.plans {
        for item in &plan.items {
            for (at, action) in item.actions.iter().enumerate() {
                let step = |kind| move |one| step(plan, item, at + 1, action, kind, one);
                steps.extend(action.plan.iter().map(step("plan")));
                steps.extend(action.result.iter().map(step("result")));
            }
        }
    }
    steps
}

fn step(
    plan: &Plan,
    item: &Item,
    number: usize,
    action: &Action,
    kind: &str,
    step: &model::Step,
) -> Step {
    Step {
        plan: plan.id.clone(),
        item: item.id.clone(),
        action: number,
        action_title: words(&action.title),
        added: action.added.map(|year| year.0),
        indicators: action.indicators.iter().map(|at| item.indicators[*at].id.clone()).collect(),
        kind: kind.to_string(),
        first_quarter: step.when.first.to_string(),
        last_quarter: step.when.last.to_string(),
        text: words(&step.text),
    }
}
