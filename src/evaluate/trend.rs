//! In: an indicator's numbers. Out: how far it has moved, and what each year must still bring.
//! Never: a number from a year that has none; nothing is interpolated.

use crate::model::{Aim, Decimal, FiscalYear, Indicator};

/// Where an indicator stands against its own past and its last target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The latest year with a number.
    pub year: FiscalYear,
    /// Change since the year before, where that has a number.
    pub since_last_year: Option<Decimal>,
    /// Change since the baseline.
    pub since_baseline: Option<Decimal>,
    /// What is still needed.
    pub needed: Option<Needed>,
}

/// The even step a year that reaches the last target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The year of the last target.
    pub by: FiscalYear,
    /// Years from the latest number to it.
    pub years: i32,
    /// (target − latest) ÷ years, unrounded; negative where lower is better.
    pub step: Decimal,
}

/// The trend of an indicator; `None` where it has no number.
pub fn trend(indicator: &Indicator) -> Option<Trend> {
    let number = |year: &FiscalYear| indicator.actuals.get(year)?.number();
    let (year, latest) =
        indicator.actuals.keys().rev().find_map(|year| Some((*year, number(year)?)))?;
    let before = FiscalYear(year.0 - 1);
    let since = |past: Option<Decimal>| latest.checked_sub(past?);
    let is_baseline = indicator.baseline == Some(year);
    Some(Trend {
        year,
        since_last_year: since(number(&before)),
        since_baseline: since(indicator.baseline_value()).filter(|_| !is_baseline),
        needed: needed(indicator, year, latest),
    })
}

fn needed(indicator: &Indicator, year: FiscalYear, latest: Decimal) -> Option<Needed> {
    let (by, target) = indicator.last_target()?;
    let target = target.value.number()?;
    let years = by.0 - year.0;
    let short = match indicator.aim {
        Some(Aim::AtLeast) => latest < target,
        Some(Aim::AtMost) => latest > target,
        _ => false,
    };
    if !short || years < 1 {
        return None;
    }
    let step = target.checked_sub(latest)?.checked_div(Decimal::from(years))?;
    Some(Needed { by, years, step })
}
