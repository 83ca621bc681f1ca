//! In: an indicator and a year. Out: achieved, not achieved, or the named reason why neither.
//! Never: a rounded number compared; verdicts are taken on decimals as written.

use super::Calendar;
use crate::model::{Absence, Aim, Date, FiscalYear, Indicator, Reading, Target, Value};

/// The judgement of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// 達成.
    Achieved,
    /// 未達成.
    Missed,
    /// A result is on its way: which state, until when.
    Waiting(Absence, Option<Date>),
    /// No judgement, and why.
    NotAssessed(NotAssessed),
}

impl Verdict {
    /// Whether it says achieved or not.
    pub fn is_judged(self) -> bool {
        matches!(self, Verdict::Achieved | Verdict::Missed)
    }
}

/// Why a year is not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NotAssessed {
    /// No target is recorded for the year.
    NoTarget,
    /// The year is over and no result is recorded here (未収録).
    NotRecorded,
    /// The year is not over.
    NotYetDue,
    /// The year lies before or after the plan: a baseline, say.
    OutsidePlan,
    /// The content names a state that brings no result: 調査なし, 対象外, 廃止.
    Absent(Absence),
    /// Another rule than the plan's cannot judge it.
    OtherRule,
}

/// The verdict of a year against the target in force at its end.
pub(super) fn verdict(indicator: &Indicator, year: FiscalYear, calendar: Calendar) -> Verdict {
    against(indicator, indicator.target(year), year, calendar)
}

/// The verdict of a year against one of its targets.
pub(super) fn against(
    indicator: &Indicator,
    target: Option<&Target>,
    year: FiscalYear,
    calendar: Calendar,
) -> Verdict {
    let seen = indicator.actuals.get(&year);
    if seen.is_none() && year > calendar.finished {
        return Verdict::NotAssessed(NotAssessed::NotYetDue);
    }
    let Some(test) = test(indicator, target, year, calendar) else {
        let reason =
            if calendar.covers(year) { NotAssessed::NoTarget } else { NotAssessed::OutsidePlan };
        return Verdict::NotAssessed(reason);
    };
    let Some(seen) = seen else { return Verdict::NotAssessed(NotAssessed::NotRecorded) };
    match seen.reading {
        Reading::Value(value, _) if test.passes(value) => Verdict::Achieved,
        Reading::Value(..) => Verdict::Missed,
        Reading::Absent(absence) => match absence {
            Absence::Pending | Absence::AwaitingSettlement => Verdict::Waiting(absence, seen.due),
            _ => Verdict::NotAssessed(NotAssessed::Absent(absence)),
        },
    }
}

/// What a value must be for the year to count as achieved.
struct Test {
    aim: Aim,
    against: Value,
}

/// The test of a year: its target, or the baseline where the aim is a change.
/// `None` where nothing was set for the year.
fn test(
    indicator: &Indicator,
    target: Option<&Target>,
    year: FiscalYear,
    calendar: Calendar,
) -> Option<Test> {
    let aim = indicator.aim?;
    let against = match aim {
        Aim::AtLeast | Aim::AtMost | Aim::Between | Aim::Done => target?.value,
        Aim::Increase | Aim::Decrease => {
            let after_baseline = indicator.baseline.is_some_and(|baseline| year > baseline);
            if !after_baseline || !calendar.covers(year) {
                return None;
            }
            Value::Number(indicator.baseline_value()?)
        }
    };
    Some(Test { aim, against })
}

impl Test {
    fn passes(&self, value: Value) -> bool {
        match (value, self.against) {
            (Value::Number(value), Value::Number(against)) => match self.aim {
                Aim::AtLeast => value >= against,
                Aim::AtMost => value <= against,
                Aim::Increase => value > against,
                Aim::Decrease => value < against,
                Aim::Between | Aim::Done => false, // `check` refuses numbers here
            },
            (Value::Number(value), Value::Range(from, to)) => (from..=to).contains(&value),
            (Value::Done(done), Value::Done(wanted)) => done == wanted,
            _ => false, // `check` refuses the mixture
        }
    }
}
