//! In: every row of figures. Out: contradictions within a row, and slips that numbers betray.
//! Never: two rows held against each other.

use super::Content;
use crate::diagnostics::{Measured, Problem, Report};
use crate::load::{CellDraft, IndicatorDraft, PlanDraft, StateWord};
use crate::model::{Aim, Counting, Decimal, FiscalYear, Quality, Role, Unit, Value};

/// One row and what it is held against.
pub(super) struct Row<'c> {
    plan: &'c PlanDraft,
    indicator: &'c IndicatorDraft,
    finished: Option<FiscalYear>,
}

/// A rule about one row, in a sentence.
type Rule = (&'static str, fn(&Row<'_>, &mut Report));

/// The rules of a row, in the order they are asked. Errors first, then what is only suspicious.
pub(super) const RULES: [Rule; 12] = [
    ("a target has a direction", a_target_has_a_direction),
    ("a change is measured from a baseline", a_change_has_a_baseline),
    ("values are of the kind the aim measures", values_fit_the_aim),
    ("the baseline year holds a number", the_baseline_holds_a_number),
    ("the baseline year has no target", the_baseline_has_no_target),
    ("years lie within the plan; a result may be older", years_lie_within_the_plan),
    ("results are of the past", results_are_of_the_past),
    ("a share does not pass 100 %", a_share_does_not_pass_100),
    ("a value does not jump tenfold", no_tenfold_jump),
    ("targets do not move away from their aim", targets_keep_their_direction),
    ("what adds up does not fall", cumulative_values_do_not_fall),
    ("a result has a target to be held against", no_target_is_missing),
];

/// Asks every rule of every row.
pub(super) fn every_row(content: &Content<'_>, report: &mut Report) {
    for (plan, indicator) in content.indicators() {
        let row = Row { plan, indicator, finished: content.finished() };
        for (_, rule) in RULES {
            rule(&row, report);
        }
    }
}

impl<'c> Row<'c> {
    /// Every target with its year, first set or revised.
    fn targets(&self) -> impl Iterator<Item = (&'c FiscalYear, &'c CellDraft)> {
        let revised = self.indicator.revisions.iter().flat_map(|revision| &revision.targets);
        self.indicator.targets.iter().chain(revised)
    }

    fn last_year(&self) -> FiscalYear {
        self.plan.period.last.year
    }
}

fn number(cell: &CellDraft) -> Option<Decimal> {
    cell.value?.number()
}

/// Neighbouring cells that both hold a number.
fn neighbours<'d>(
    cells: impl Iterator<Item = &'d CellDraft>,
) -> Vec<(Decimal, Decimal, &'d CellDraft)> {
    let numbered: Vec<(Decimal, &CellDraft)> =
        cells.filter_map(|cell| Some((number(cell)?, cell))).collect();
    numbered.windows(2).map(|pair| (pair[0].0, pair[1].0, pair[1].1)).collect()
}

fn a_target_has_a_direction(row: &Row<'_>, report: &mut Report) {
    let unread = row.indicator.unread;
    if row.indicator.aim.is_none() && row.targets().next().is_some() && !unread {
        report.add(Problem::TargetWithoutAim, row.indicator.id.span);
    }
}

fn a_change_has_a_baseline(row: &Row<'_>, report: &mut Report) {
    let change = matches!(row.indicator.aim, Some(Aim::Increase | Aim::Decrease));
    if change && row.indicator.baseline.is_none() && !row.indicator.unread {
        report.add(Problem::AimNeedsBaseline, row.indicator.id.span);
    }
}

fn values_fit_the_aim(row: &Row<'_>, report: &mut Report) {
    if row.indicator.aim.is_none() && row.indicator.unread {
        return; // the aim itself has been reported
    }
    let of_result = match row.indicator.aim {
        Some(Aim::Done) => Measured::Done,
        _ => Measured::Number,
    };
    let of_target = match row.indicator.aim {
        Some(Aim::Between) => Measured::Range,
        _ => of_result,
    };
    let targets = row.targets().map(|(_, cell)| (cell, of_target));
    let results = row.indicator.actuals.values().map(|cell| (cell, of_result));
    for (cell, wanted) in targets.chain(results) {
        let found = match cell.value {
            Some(Value::Done(_)) => Measured::Done,
            Some(Value::Range(..)) => Measured::Range,
            Some(Value::Number(_)) => Measured::Number,
            None => continue,
        };
        if found != wanted {
            report.add(Problem::ValueOfWrongAim { wanted }, cell.span);
        }
    }
}

/// The baseline is a number of the row itself, so that nothing stands twice.
fn the_baseline_holds_a_number(row: &Row<'_>, report: &mut Report) {
    let Some(baseline) = &row.indicator.baseline else { return };
    let cell = row.indicator.actuals.get(&baseline.value);
    if cell.and_then(number).is_none() && !row.indicator.unread {
        let problem = Problem::BaselineWithoutNumber { year: baseline.value.0.to_string() };
        report.add(problem, baseline.span);
    }
}

fn the_baseline_has_no_target(row: &Row<'_>, report: &mut Report) {
    let Some(baseline) = &row.indicator.baseline else { return };
    if let Some(cell) = row.indicator.targets.get(&baseline.value) {
        report.add_pair(Problem::TargetForBaseline, cell.span, baseline.span);
    }
}

/// Results before the plan are its baseline and its past; targets there, or anything after it, slips.
fn years_lie_within_the_plan(row: &Row<'_>, report: &mut Report) {
    let (first, last) = (row.plan.period.first.year, row.last_year());
    let baseline = row.indicator.baseline.as_ref().map(|baseline| baseline.value);
    let outside = |year: FiscalYear| !(first..=last).contains(&year) && Some(year) != baseline;
    let targets = row.targets().filter(|(year, _)| outside(**year));
    for (year, cell) in targets.chain(row.indicator.actuals.range(last.next()..)) {
        report.add(Problem::year_outside(*year, row.plan.period), cell.span);
    }
}

/// A firm value of a year that is not over is a slip of the year; a forecast says so.
fn results_are_of_the_past(row: &Row<'_>, report: &mut Report) {
    let Some(finished) = row.finished else { return };
    let last = row.last_year().max(finished);
    for (year, cell) in row.indicator.actuals.range(finished.next()..last.next()) {
        let forecast = cell.state == Some(StateWord::Firm(Quality::Estimated));
        if cell.value.is_some() && !forecast {
            let problem = Problem::ActualInFuture {
                year: year.0.to_string(),
                finished: finished.0.to_string(),
            };
            report.add(problem, cell.span);
        }
    }
}

/// Where no target passes 100 %, a result that does is a slip.
fn a_share_does_not_pass_100(row: &Row<'_>, report: &mut Report) {
    if row.indicator.unit != Unit::Percent {
        return;
    }
    let over = |cell: &CellDraft| number(cell).is_some_and(|number| number > Decimal::ONE_HUNDRED);
    if row.targets().any(|(_, cell)| over(cell)) {
        return;
    }
    for cell in row.indicator.actuals.values().filter(|cell| over(cell)) {
        report.add(Problem::PercentOver100, cell.span);
    }
}

/// Ten times last year's value is nearly always a slip of unit or point. From zero nothing jumps.
fn no_tenfold_jump(row: &Row<'_>, report: &mut Report) {
    let cells: Vec<(&FiscalYear, &CellDraft)> = row.indicator.actuals.iter().collect();
    for pair in cells.windows(2) {
        let [(before_year, before), (year, cell)] = pair else { continue };
        let (Some(last), Some(now)) = (number(before), number(cell)) else { continue };
        let (small, large) = (last.abs().min(now.abs()), last.abs().max(now.abs()));
        let tenfold = small.checked_mul(Decimal::TEN).is_none_or(|tenfold| large >= tenfold);
        // Years further apart may grow; small counts may jump honestly.
        let honest =
            small.is_zero() || large < Decimal::ONE_HUNDRED || before_year.next() != **year;
        if tenfold && !honest && cell.note.is_none() {
            let problem = Problem::Jump { from: last.to_string(), to: now.to_string() };
            report.add_pair(problem, cell.span, before.span);
        }
    }
}

fn targets_keep_their_direction(row: &Row<'_>, report: &mut Report) {
    for (last, now, cell) in neighbours(row.indicator.targets.values()) {
        match row.indicator.aim {
            Some(Aim::AtMost) if now > last => report.add(Problem::TargetRises, cell.span),
            Some(Aim::AtLeast) if now < last => report.add(Problem::TargetFalls, cell.span),
            _ => {}
        }
    }
}

fn cumulative_values_do_not_fall(row: &Row<'_>, report: &mut Report) {
    if row.indicator.counting != Some(Counting::Cumulative) {
        return;
    }
    let within = |(year, _): &(&FiscalYear, &CellDraft)| **year >= row.plan.period.first.year;
    let cells = row.indicator.actuals.iter().filter(within).map(|(_, cell)| cell);
    for (last, now, cell) in neighbours(cells) {
        if now < last {
            report.add(Problem::CumulativeFalls, cell.span);
        }
    }
}

/// Where a row has targets at all, a year with a result lacks one only by oversight.
fn no_target_is_missing(row: &Row<'_>, report: &mut Report) {
    let counted = row.indicator.role == Role::Target && row.targets().next().is_some();
    if !counted {
        return;
    }
    let (first, last) = (row.plan.period.first.year, row.last_year());
    for (year, cell) in row.indicator.actuals.range(first..=last) {
        let missing = cell.value.is_some() && !row.targets().any(|(one, _)| one == year);
        if missing && !row.indicator.unread {
            report.add(Problem::TargetMissing { year: year.0.to_string() }, cell.span);
        }
    }
}
