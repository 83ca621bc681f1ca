//! In: the site. Out: the first page: what this is, how far the plans have come, how to read it.
//! Never: a page's worth of detail; each part leads on.

use super::goal::{GoalLine, goal_lines};
use super::tally::{Tally, of_items, tally};
use super::update::{UpdateLine, line};
use super::view::{Shell, View};
use super::words::{Chart, Link, Words};
use super::{Body, Page, figure, sentence};
use crate::evaluate::{self, Calendar};
use crate::locale::fill;
use crate::model::{IndicatorAt, Plan};
use serde::Serialize;

/// The first page.
#[derive(Debug, Serialize)]
pub struct HomePage<'s> {
    title: Words<'s>,
    description: Words<'s>,
    plans: Vec<PlanCard<'s>>,
    stories: Vec<Story<'s>>,
    about: Option<Link<'s>>,
    method: Link<'s>,
    latest: Option<UpdateLine<'s>>,
    updates: Option<Link<'s>>,
}

#[derive(Debug, Serialize)]
struct PlanCard<'s> {
    link: Link<'s>,
    title: Words<'s>,
    period: String,
    summary: Words<'s>,
    tally: Tally<'s>,
    goals: Vec<GoalLine<'s>>,
    counts: String,
    recorded: String,
}

/// An indicator told by its chart and sentence.
#[derive(Debug, Serialize)]
struct Story<'s> {
    link: Link<'s>,
    plan: Words<'s>,
    sentence: String,
    chart: Option<Chart>,
}

pub(super) fn home<'s>(view: &View<'s>, style: &str) -> (&'static str, Shell<'s>, Body<'s>) {
    let settings = &view.site.settings;
    let title = view.words(&settings.title);
    let description = view.words(&settings.description);
    let shell = view.shell(title.text, description.text, Vec::new(), style);
    let plans =
        view.site.plans.iter().enumerate().rev().map(|(at, plan)| card(view, at, plan)).collect();
    let stories =
        settings.featured.iter().filter_map(|(plan, id)| story(view, plan.0, id)).collect();
    let method = view.own_link(view.locale.words.method_head, Page::Method);
    let latest = view.site.updates.first();
    let about = view.site.pages.first().map(|page| view.link(&page.title, Page::Free(0)));
    let page = HomePage {
        title,
        description,
        plans,
        stories,
        about,
        method,
        latest: latest.map(|_| line(view, 0)),
        updates: latest.map(|_| view.own_link(view.locale.words.updates_head, Page::Updates)),
    };
    ("home.html", shell, Body::Home(Box::new(page)))
}

fn card<'s>(view: &View<'s>, at: usize, plan: &'s Plan) -> PlanCard<'s> {
    let everything: Vec<usize> = (0..plan.items.len()).collect();
    let calendar = Calendar::of(plan, view.site.settings.edition);
    PlanCard {
        link: view.link(&plan.short, Page::Plan(at)),
        title: view.words(&plan.title),
        period: view.locale.span_of_years(plan.period),
        summary: view.words(&plan.summary),
        tally: tally(view, at, &of_items(plan, &everything)),
        goals: goal_lines(view, at, calendar.latest_or_first()),
        counts: structure(view, plan),
        recorded: recorded(view, plan),
    }
}

/// 目標3、改革15、実施項目30.
pub(super) fn structure(view: &View<'_>, plan: &Plan) -> String {
    let mut parts = Vec::new();
    let mut level: Vec<&crate::model::Group> = plan.groups.iter().collect();
    let mut depth = 0;
    while !level.is_empty() {
        parts.push(view.locale.level_count(plan.level(depth).name.get(view.lang()).0, level.len()));
        level = level.iter().flat_map(|group| &group.groups).collect();
        depth += 1;
    }
    parts
        .push(view.locale.level_count(plan.item_level().name.get(view.lang()).0, plan.items.len()));
    parts.join(view.locale.words.list_separator)
}

/// How many of the plan's indicators have any result here.
pub(super) fn recorded(view: &View<'_>, plan: &Plan) -> String {
    let all = plan.kgis.iter().chain(plan.indicators());
    let (mut total, mut with_result) = (0, 0);
    for indicator in all {
        total += 1;
        with_result += usize::from(evaluate::latest(indicator).is_some());
    }
    let (total, with_result) = (total.to_string(), with_result.to_string());
    fill(view.locale.words.recorded_of, &[("total", &total), ("recorded", &with_result)])
}

fn story<'s>(view: &View<'s>, at: usize, id: &str) -> Option<Story<'s>> {
    let plan = &view.site.plans[at];
    let which = IndicatorAt::find(plan, id)?;
    let indicator = which.of(plan);
    let calendar = Calendar::of(plan, view.site.settings.edition);
    Some(Story {
        link: view.link(&indicator.name, Page::Indicator(at, which)),
        plan: view.words(&plan.short),
        sentence: sentence::sentence(view, indicator, calendar),
        chart: figure::chart(view, at, which),
    })
}
