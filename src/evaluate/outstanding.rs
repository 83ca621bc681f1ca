//! In: the whole site. Out: every figure that is still to be published, and when.
//! Never: a figure nobody announced; what is merely not recorded is counted elsewhere.

use super::Calendar;
use crate::model::{
    Absence, Date, FiscalYear, IndicatorAt, Observation, Plan, Quality, Reading, Site,
};

/// A figure that is to come.
#[derive(Clone, Copy, Debug)]
pub struct Outstanding<'s> {
    /// Its plan.
    pub plan: usize,
    /// Its indicator.
    pub at: IndicatorAt,
    /// Its year.
    pub year: FiscalYear,
    /// What stands there until then: a state, or a value that is not final.
    pub seen: &'s Observation,
}

/// Every announced figure, the earliest first; those without a date last, in plan order.
pub fn outstanding(site: &Site) -> Vec<Outstanding<'_>> {
    let mut found = Vec::new();
    for (number, plan) in site.plans.iter().enumerate() {
        let calendar = Calendar::of(plan, site.settings.edition);
        for at in IndicatorAt::all(plan) {
            let indicator = at.of(plan);
            let to_come = indicator.actuals.iter().filter(|(_, seen)| is_to_come(seen));
            let finished = to_come.filter(|(year, _)| **year <= calendar.finished);
            found.extend(finished.map(|(year, seen)| Outstanding {
                plan: number,
                at,
                year: *year,
                seen,
            }));
        }
    }
    found.sort_by_key(|one| (one.seen.due.is_none(), one.seen.due.map(end)));
    found
}

/// A month without a day ends with its last one.
fn end(date: Date) -> (i32, u8, u8) {
    (date.year, date.month, date.day.unwrap_or(31))
}

/// A value that is not final is to come only where a final one was announced.
fn is_to_come(seen: &Observation) -> bool {
    match seen.reading {
        Reading::Absent(absence) => {
            matches!(absence, Absence::Pending | Absence::AwaitingSettlement)
        }
        Reading::Value(_, quality) => quality != Quality::Final && seen.due.is_some(),
    }
}

/// What one item still lacks for the finished years of its plan.
#[derive(Clone, Debug)]
pub struct Missing {
    /// Which item.
    pub item: usize,
    /// 取組目標 by year without a recorded target or result.
    pub figures: usize,
    /// Years without a narrative.
    pub narratives: Vec<FiscalYear>,
}

/// Those of some items of a plan that lack something.
pub fn missing(
    plan: &Plan,
    items: impl Iterator<Item = usize>,
    calendar: Calendar,
) -> Vec<Missing> {
    let finished: Vec<FiscalYear> = calendar.finished_years().collect();
    let lacks = |item: usize| {
        let sheet = &plan.items[item];
        let figures = finished
            .iter()
            .map(|year| super::count(&sheet.indicators, *year, calendar).not_recorded)
            .sum();
        let unwritten = finished.iter().filter(|year| !sheet.narratives.contains_key(year));
        Missing { item, figures, narratives: unwritten.copied().collect() }
    };
    items.map(lacks).filter(|one| one.figures > 0 || !one.narratives.is_empty()).collect()
}

/// How many values of finished years are provisional or estimated, and no final one is announced.
pub fn not_final(plan: &Plan, calendar: Calendar) -> usize {
    let unsettled = |(year, seen): (&FiscalYear, &Observation)| {
        let settled =
            matches!(seen.reading, Reading::Value(_, Quality::Final) | Reading::Absent(_));
        !settled && seen.due.is_none() && *year <= calendar.finished
    };
    let rows = IndicatorAt::all(plan).map(|at| &at.of(plan).actuals);
    rows.map(|row| row.iter().filter(|cell| unsettled(*cell)).count()).sum()
}

/// How many results of finished years are not recorded here, of how many that have a target.
pub fn not_recorded(plan: &Plan, calendar: Calendar) -> (usize, usize) {
    let (mut missing, mut all) = (0, 0);
    for year in calendar.finished_years() {
        let count = super::count(plan.indicators(), year, calendar);
        missing += count.not_recorded;
        all += count.total();
    }
    (missing, all)
}
