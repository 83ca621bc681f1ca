//! In: the site. Out: every planned and actual step of every action.
//! Never: a slip; which result answers which step is a judgement, and programs can make their own.

use super::words;
use crate::contract::Step;
use crate::model::{self, Action, Item, Plan, Site};

pub(super) fn schedule(site: &Site) -> impl Iterator<Item = Step> + '_ {
    site.plans.iter().flat_map(|plan| plan.items.iter().flat_map(move |item| of_item(plan, item)))
}

fn of_item<'s>(plan: &'s Plan, item: &'s Item) -> impl Iterator<Item = Step> + 's {
    item.actions.iter().enumerate().flat_map(move |(at, action)| {
        let step = move |kind| move |one| step(plan, item, at + 1, action, kind, one);
        action.plan.iter().map(step("plan")).chain(action.result.iter().map(step("result")))
    })
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
