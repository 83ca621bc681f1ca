//! In: an indicator and a year. Out: the verdict other rules would have given.
//! Never: a verdict the site publishes as its own; these only show how much hangs on the rule.

use super::{Calendar, NotAssessed, Verdict, verdict};
use crate::model::{Aim, Decimal, FiscalYear, Indicator};

/// A rule by which a year could be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yardstick {
    /// The plan's own: the target in force at the year's end.
    InForce,
    /// The target as first set.
    Original,
    /// A rate of achievement of 80 % is enough, exact, before rounding.
    Eighty,
    /// The share of the way from the baseline to the last target is at least the share of the time:
    /// the even path that dashboards without yearly targets assume.
    OnPath,
    /// Better than the year before.
    Better,
}

impl Yardstick {
    /// The plan's own rule first.
    pub const ALL: [Yardstick; 5] = [
        Yardstick::InForce,
        Yardstick::Original,
        Yardstick::Eighty,
        Yardstick::OnPath,
        Yardstick::Better,
    ];

    /// The verdict of a year by this rule. Where the rule cannot judge, that is `OtherRule`.
    pub fn judge(self, indicator: &Indicator, year: FiscalYear, calendar: Calendar) -> Verdict {
        let own = verdict::verdict(indicator, year, calendar);
        match self {
            Yardstick::InForce => own,
            Yardstick::Original => {
                let first = indicator.targets.get(&year).or(indicator.target(year));
                verdict::against(indicator, first, year, calendar)
            }
            Yardstick::Eighty => match super::year(indicator, year, calendar).rate {
                Ok(rate) => reached(rate.reaches(Decimal::from(80))),
                Err(_) => own, // what has no rate is done or not done by any rule
            },
            Yardstick::OnPath => ruled(own, on_path(indicator, year)),
            Yardstick::Better => ruled(own, better(indicator, year)),
        }
    }
}

fn reached(yes: bool) -> Verdict {
    if yes { Verdict::Achieved } else { Verdict::Missed }
}

/// A year that waits or was not recorded does so by any rule.
fn ruled(own: Verdict, found: Option<bool>) -> Verdict {
    match found {
        Some(yes) => reached(yes),
        None if own.is_judged() => Verdict::NotAssessed(NotAssessed::OtherRule),
        None => own,
    }
}

fn number(indicator: &Indicator, year: FiscalYear) -> Option<Decimal> {
    indicator.actuals.get(&year)?.number()
}

/// (actual − baseline) ÷ (target − baseline) ≥ years gone ÷ years in all.
fn on_path(indicator: &Indicator, year: FiscalYear) -> Option<bool> {
    let (start, baseline) = (indicator.baseline?, indicator.baseline_value()?);
    let (end, target) = indicator.last_target()?;
    let way = target.value.number()?.checked_sub(baseline)?;
    let gone = number(indicator, year)?.checked_sub(baseline)?;
    let (past, span) = (year.0 - start.0, end.0 - start.0);
    if way.is_zero() || past < 1 || year > end {
        return None;
    }
    let due = way.checked_mul(Decimal::from(past))?;
    let done = gone.checked_mul(Decimal::from(span))?;
    Some(if way.is_sign_negative() { done <= due } else { done >= due })
}

fn better(indicator: &Indicator, year: FiscalYear) -> Option<bool> {
    let now = number(indicator, year)?;
    let before = number(indicator, FiscalYear(year.0 - 1))?;
    match indicator.aim? {
        Aim::AtLeast | Aim::Increase => Some(now > before),
        Aim::AtMost | Aim::Decrease => Some(now < before),
        Aim::Between | Aim::Done => None,
    }
}
