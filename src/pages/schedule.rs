//! In: an item's actions. Out: the schedule (工程): years by quarters, plan over result, with the slips.
//! Never: a bar without its words and time, or two bars in one place.

use super::view::View;
use super::words::Words;
use crate::evaluate::{Slip, slips};
use crate::locale::{Locale, fill};
use crate::model::{Action, Item, Period, Plan, Quarter, Step};
use serde::Serialize;

/// The schedule of an item.
#[derive(Debug, Serialize)]
pub struct Schedule<'s> {
    years: Vec<YearHead>,
    quarters: Vec<QuarterHead>,
    actions: Vec<ActionRows<'s>>,
    /// Whether the plan runs in a part of some year only.
    partial: bool,
}

#[derive(Debug, Serialize)]
struct YearHead {
    words: String,
    quarters: usize,
    /// Marked where the plan runs in a part of the year only.
    partial: bool,
}

#[derive(Debug, Serialize)]
struct QuarterHead {
    number: u8,
    /// The first quarter of a year carries its border.
    first: bool,
}

/// An action: what was planned and what came of it.
#[derive(Debug, Serialize)]
struct ActionRows<'s> {
    title: Words<'s>,
    added: Option<String>,
    served: Vec<Served<'s>>,
    height: usize,
    plan: Vec<Lane<'s>>,
    result: Vec<Lane<'s>>,
    slips: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Served<'s> {
    number: usize,
    name: Words<'s>,
    href: String,
}

/// A row of bars that do not overlap.
#[derive(Debug, Serialize)]
struct Lane<'s> {
    /// Nothing is recorded; the one cell says so.
    empty: bool,
    cells: Vec<Slot<'s>>,
}

/// Some quarters: a bar, or the room between bars.
#[derive(Debug, Serialize)]
struct Slot<'s> {
    span: usize,
    when: Option<String>,
    text: Option<Words<'s>>,
}

/// The schedule of an item; `None` where no action is recorded.
pub fn schedule<'s>(
    view: &View<'s>,
    at: usize,
    item: &'s Item,
    prefix: &str,
) -> Option<Schedule<'s>> {
    let plan = &view.site.plans[at];
    let quarters = quarters(plan.period);
    if item.actions.is_empty() {
        return None;
    }
    let years = years(view.locale, plan, &quarters);
    Some(Schedule {
        partial: years.iter().any(|year| year.partial),
        years,
        quarters: quarters
            .iter()
            .enumerate()
            .map(|(at, one)| QuarterHead { number: one.number, first: at == 0 || one.number == 1 })
            .collect(),
        actions: item
            .actions
            .iter()
            .map(|action| rows(view, item, action, &quarters, prefix))
            .collect(),
    })
}

/// Every quarter of a period.
fn quarters(period: Period) -> Vec<Quarter> {
    let all = period.years().flat_map(|year| (1..=4).map(move |number| Quarter { year, number }));
    all.filter(|one| (period.first..=period.last).contains(one)).collect()
}

fn years(locale: Locale, plan: &Plan, quarters: &[Quarter]) -> Vec<YearHead> {
    let head = |year| {
        let count = quarters.iter().filter(|one| one.year == year).count();
        YearHead { words: locale.year_short(year), quarters: count, partial: count < 4 }
    };
    plan.period.years().map(head).collect()
}

fn rows<'s>(
    view: &View<'s>,
    item: &'s Item,
    action: &'s Action,
    quarters: &[Quarter],
    prefix: &str,
) -> ActionRows<'s> {
    let locale = view.locale;
    let plan = lanes(view, &action.plan, quarters);
    let result = lanes(view, &action.result, quarters);
    let recorded = !action.plan.is_empty() && !action.result.is_empty();
    let finished = view.site.settings.edition.finished;
    let served = action.indicators.iter().map(|index| Served {
        number: index + 1,
        name: view.words(&item.indicators[*index].name),
        href: format!("#{prefix}s-{}", item.indicators[*index].id),
    });
    ActionRows {
        title: view.words(&action.title),
        added: action
            .added
            .map(|year| fill(locale.words.action_added, &[("year", &locale.year(year))])),
        served: served.collect(),
        height: plan.len() + result.len(),
        plan,
        result,
        slips: if recorded { slip_words(view, &slips(action, finished)) } else { Vec::new() },
    }
}

/// Steps laid into as few rows as they need, in the order they are written.
fn lanes<'s>(view: &View<'s>, steps: &'s [Step], quarters: &[Quarter]) -> Vec<Lane<'s>> {
    let mut lanes: Vec<Vec<&'s Step>> = vec![Vec::new()];
    for step in steps {
        let free = |lane: &&mut Vec<&Step>| {
            lane.last().is_none_or(|last: &&Step| last.when.last < step.when.first)
        };
        match lanes.iter_mut().find(free) {
            Some(lane) => lane.push(step),
            None => lanes.push(vec![step]),
        }
    }
    lanes
        .iter()
        .map(|lane| Lane { empty: lane.is_empty(), cells: cells(view, lane, quarters) })
        .collect()
}

fn cells<'s>(view: &View<'s>, lane: &[&'s Step], quarters: &[Quarter]) -> Vec<Slot<'s>> {
    let mut cells = Vec::new();
    let mut next = 0;
    let place = |quarter: Quarter| quarters.iter().position(|one| *one == quarter);
    let gap = |span| Slot { span, when: None, text: None };
    for step in lane {
        let (Some(first), Some(last)) = (place(step.when.first), place(step.when.last)) else {
            continue; // `check` keeps every step within the plan
        };
        if first > next {
            cells.push(gap(first - next));
        }
        cells.push(Slot {
            span: last + 1 - first,
            when: Some(view.locale.period(step.when)),
            text: Some(view.words(&step.text)),
        });
        next = last + 1;
    }
    if next < quarters.len() {
        cells.push(gap(quarters.len() - next));
    }
    cells
}

/// 様式の電子化：完了が1四半期遅れ; one line where everything went as planned.
fn slip_words(view: &View<'_>, slips: &[Slip<'_>]) -> Vec<String> {
    let words = view.locale.words;
    let lines: Vec<String> = slips.iter().filter_map(|slip| slip_line(view, slip)).collect();
    match (lines.is_empty(), slips.is_empty()) {
        (true, true) => Vec::new(),
        (true, false) => vec![words.slip_none.to_string()],
        _ => lines,
    }
}

fn slip_line(view: &View<'_>, slip: &Slip<'_>) -> Option<String> {
    let words = view.locale.words;
    let step = slip.step.text.get(view.lang()).0;
    let Some(begin) = slip.begin else {
        return Some(fill(words.slip_missing, &[("step", step)]));
    };
    let said = |quarters: i32, late: &str, early: &str| {
        let message = if quarters > 0 { late } else { early };
        let count = view.locale.quarters(quarters.unsigned_abs());
        (quarters != 0).then(|| fill(message, &[("quarters", &count)]))
    };
    let parts = [
        said(begin, words.slip_begin_late, words.slip_begin_early),
        slip.end.and_then(|end| said(end, words.slip_end_late, words.slip_end_early)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let slipped = parts.join(words.list_separator);
    (!parts.is_empty()).then(|| format!("{step}{}{slipped}", words.colon))
}
