//! In: a target, a result, a baseline. Out: the rate of achievement, or why it has none.
//! Never: an undefined division guessed at; each undefined case has a name.

use crate::model::{Aim, Decimal, Indicator, Observation, RateRule, Target};

/// A rate of achievement in percent, with the numbers it was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Percent, rounded once, half away from zero.
    pub percent: Decimal,
    /// What was divided.
    pub numerator: Decimal,
    /// By what.
    pub denominator: Decimal,
}

/// Why there is no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRate {
    /// The indicator is judged without one.
    NoRule,
    /// No target in the year.
    NoTarget,
    /// No result in the year.
    NoActual,
    /// The way gone cannot be measured without a baseline.
    NoBaseline,
    /// Division by zero.
    ZeroDenominator,
    /// A ratio with a negative number says nothing.
    Negative,
    /// There was no way to go.
    BaselineEqualsTarget,
    /// More digits than a decimal holds.
    TooLarge,
}

/// The rate of one year: `ratio` is result ÷ target, or target ÷ result where lower is better (the
/// usual form in Japanese policy evaluation, so that above 100 % is always good); `gap_closed` is
/// (result − baseline) ÷ (target − baseline) in either direction.
pub(super) fn rate(
    indicator: &Indicator,
    target: Option<&Target>,
    observation: Option<&Observation>,
    decimals: u32,
) -> Result<Rate, NoRate> {
    if indicator.rate == RateRule::None {
        return Err(NoRate::NoRule);
    }
    let target = target.and_then(|target| target.value.number()).ok_or(NoRate::NoTarget)?;
    let actual = observation.and_then(|seen| seen.number()).ok_or(NoRate::NoActual)?;
    let (numerator, denominator) = match indicator.rate {
        RateRule::GapClosed => {
            let baseline = indicator.baseline_value().ok_or(NoRate::NoBaseline)?;
            if baseline == target {
                return Err(NoRate::BaselineEqualsTarget);
            }
            let from_baseline =
                |value: Decimal| value.checked_sub(baseline).ok_or(NoRate::TooLarge);
            (from_baseline(actual)?, from_baseline(target)?)
        }
        _ if actual.is_sign_negative() && !actual.is_zero() => return Err(NoRate::Negative),
        _ if target.is_sign_negative() && !target.is_zero() => return Err(NoRate::Negative),
        _ if indicator.aim == Some(Aim::AtMost) => (target, actual),
        _ => (actual, target),
    };
    if denominator.is_zero() {
        return Err(NoRate::ZeroDenominator);
    }
    let percent = percent(numerator, denominator, decimals).ok_or(NoRate::TooLarge)?;
    Ok(Rate { percent, numerator, denominator })
}

/// numerator ÷ denominator in percent, rounded half away from zero on the exact quotient: the
/// remainder decides, so no digit is lost to a first rounding.
fn percent(numerator: Decimal, denominator: Decimal, decimals: u32) -> Option<Decimal> {
    let scaled = numerator.checked_mul(Decimal::from(10_i64.pow(decimals + 2)))?;
    let quotient = scaled.checked_div(denominator)?.trunc();
    let remainder = scaled.checked_sub(quotient.checked_mul(denominator)?)?;
    let up = remainder.abs().checked_mul(Decimal::TWO)? >= denominator.abs();
    let positive = numerator.is_sign_negative() == denominator.is_sign_negative();
    let step = if positive { Decimal::ONE } else { Decimal::NEGATIVE_ONE };
    let mut rounded = if up { quotient + step } else { quotient };
    rounded.set_scale(decimals).ok()?;
    if rounded.is_zero() {
        rounded.set_sign_positive(true); // no one reads −0.0 %
    }
    Some(rounded)
}

#[cfg(test)]
mod tests {
    use super::percent;
    use crate::model::Decimal;

    fn rounded(numerator: &str, denominator: &str) -> String {
        let number = |text: &str| text.parse::<Decimal>().expect("a number of the test");
        percent(number(numerator), number(denominator), 1).expect("small numbers").to_string()
    }

    #[test]
    fn rates_round_half_away_from_zero_on_the_exact_quotient() {
        assert_eq!(rounded("52.3", "65.6"), "79.7");
        assert_eq!(rounded("38.5", "40"), "96.3", "exactly 96.25");
        assert_eq!(rounded("-38.5", "40"), "-96.3");
        assert_eq!(rounded("1", "3"), "33.3");
        assert_eq!(rounded("2", "3"), "66.7");
        assert_eq!(rounded("0", "3"), "0.0");
        assert_eq!(rounded("-1", "20000"), "0.0");
        assert_eq!(rounded("16.2", "16.2"), "100.0");
    }
}
