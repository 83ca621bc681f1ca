//! In: a goal. Out: its page: every group below as a section, every item with its indicators.
//! Never: an item's sheet.

use super::address::anchor;
use super::indicators::{Course, course};
use super::part::{ROWS, is_large};
use super::plan::{ItemLine, item_line};
use super::tally::{Tally, of_items, tally, tally_in_short, tally_of};
use super::view::{Shell, View};
use super::words::{Link, Words};
use super::{Body, Page, Part, sentence};
use crate::evaluate::Calendar;
use crate::model::{FiscalYear, Group, IndicatorAt};
use serde::Serialize;

/// A goal's page.
#[derive(Debug, Serialize)]
pub struct GoalPage<'s> {
    level: Words<'s>,
    number: &'s str,
    name: Words<'s>,
    summary: Option<Words<'s>>,
    /// Of the whole goal, on the first part.
    tally: Option<Tally<'s>>,
    sections: Vec<Section<'s>>,
    siblings: Vec<Link<'s>>,
    courses: Vec<Course<'s>>,
    item_level: Words<'s>,
}

/// A group below the goal; the goal's own items come first, in a section without a name.
#[derive(Debug, Serialize)]
struct Section<'s> {
    id: Option<String>,
    depth: usize,
    level: Words<'s>,
    number: &'s str,
    name: Words<'s>,
    summary: Option<Words<'s>>,
    items: Vec<GoalItem<'s>>,
}

#[derive(Debug, Serialize)]
struct GoalItem<'s> {
    line: ItemLine<'s>,
    tally: Tally<'s>,
    indicators: Vec<IndicatorLine<'s>>,
}

#[derive(Debug, Serialize)]
struct IndicatorLine<'s> {
    link: Link<'s>,
    sentence: String,
    recorded: bool,
}

pub(super) fn goal<'s>(
    view: &View<'s>,
    at: usize,
    number: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let group = &plan.groups[number];
    let name = view.words(&group.name);
    let level = view.words(&plan.level(0).name);
    let heading = format!("{}{} {}", level.text, group.id, name.text);
    let description = group.summary.as_ref().unwrap_or(&plan.summary);
    let crumbs = view.crumbs(Some((at, plan)));
    let shell = view.shell(&heading, description.get(view.lang()).0, crumbs, style);
    let items: Vec<usize> = group.all_items().iter().map(|item| item.0).collect();
    let here = &items[view.place()];
    let mut sections = Vec::new();
    add_sections(view, at, (group, here), 0, group, &mut sections);
    let page = GoalPage {
        level,
        number: &group.id,
        name,
        summary: group.summary.as_ref().map(|summary| view.words(summary)),
        tally: view.is_first().then(|| tally(view, at, &of_items(plan, &items))),
        courses: of_items(plan, here).iter().map(|which| course(view, at, *which)).collect(),
        sections,
        item_level: view.words(&plan.item_level().name),
        siblings: plan
            .groups
            .iter()
            .enumerate()
            .map(|(other, group)| view.link(&group.name, Page::Goal(at, other, Part::FIRST)))
            .collect(),
    };
    ("goal.html", shell, Body::Goal(page))
}

/// A goal in a line, with its results in one year.
#[derive(Debug, Serialize)]
pub struct GoalLine<'s> {
    level: Words<'s>,
    number: &'s str,
    link: Link<'s>,
    tally: Tally<'s>,
}

/// Every goal of a plan with its results in a year.
pub(super) fn goal_lines<'s>(view: &View<'s>, at: usize, year: FiscalYear) -> Vec<GoalLine<'s>> {
    let plan = &view.site.plans[at];
    let line = |(number, group): (usize, &'s Group)| {
        let items: Vec<usize> = group.all_items().iter().map(|item| item.0).collect();
        GoalLine {
            level: view.words(&plan.level(0).name),
            number: &group.id,
            link: view.link(&group.name, Page::Goal(at, number, Part::FIRST)),
            tally: match is_large(plan) {
                true => tally_in_short(view, at, &of_items(plan, &items), year),
                false => tally_of(view, at, &of_items(plan, &items), year),
            },
        }
    };
    plan.groups.iter().enumerate().map(line).collect()
}

/// The part of a goal on which the section of a group begins: where its first item stands.
fn part_of(goal: &Group, group: &Group) -> Part {
    // A plan's items are in the order of the tree, so a goal's follow one another.
    let first = |group: &Group| group.first_item().map_or(0, |item| item.0);
    Part(first(group).saturating_sub(first(goal)) / ROWS)
}

/// The link to a group at some depth of a goal: the goal's page, or its section there.
pub(super) fn group_href(
    view: &View<'_>,
    at: usize,
    goal: usize,
    depth: usize,
    group: &Group,
) -> String {
    let plan = &view.site.plans[at];
    let page = view.href(Page::Goal(at, goal, part_of(&plan.groups[goal], group)));
    match depth {
        0 => page,
        _ => format!("{page}#{}", anchor(plan, depth, group)),
    }
}

/// The tree below a goal as a flat run of sections, deeper ones after their parents. On this part are those
/// that begin on it or have items on it.
fn add_sections<'s>(
    view: &View<'s>,
    at: usize,
    (goal, here): (&'s Group, &[usize]),
    depth: usize,
    group: &'s Group,
    sections: &mut Vec<Section<'s>>,
) {
    let plan = &view.site.plans[at];
    let begins = view.page().part() == part_of(goal, group);
    let items = group.items.iter().filter(|item| here.binary_search(&item.0).is_ok());
    let items: Vec<GoalItem<'s>> = items.map(|item| goal_item(view, at, item.0)).collect();
    if (depth > 0 && begins) || !items.is_empty() {
        sections.push(Section {
            id: (depth > 0).then(|| anchor(plan, depth, group)),
            depth,
            level: view.words(&plan.level(depth).name),
            number: &group.id,
            name: view.words(&group.name),
            summary: group.summary.as_ref().filter(|_| begins).map(|one| view.words(one)),
            items,
        });
    }
    for below in &group.groups {
        add_sections(view, at, (goal, here), depth + 1, below, sections);
    }
}

fn goal_item<'s>(view: &View<'s>, at: usize, item: usize) -> GoalItem<'s> {
    let plan = &view.site.plans[at];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    GoalItem {
        line: item_line(view, at, item),
        tally: tally(view, at, &of_items(plan, &[item])),
        indicators: plan.items[item]
            .indicators
            .iter()
            .enumerate()
            .map(|(index, indicator)| IndicatorLine {
                link: view
                    .link(&indicator.name, Page::Indicator(at, IndicatorAt::Item(item, index))),
                sentence: sentence::sentence(view, indicator, calendar),
                recorded: !indicator.actuals.is_empty() || !indicator.target_years().is_empty(),
            })
            .collect(),
    }
}
