//! In: decimals exactly as written. Out: the one rounding rule and the units they are counted in.
//! Never: a float.

pub use rust_decimal::Decimal; // exact decimals, so that 12.50 stays 12.50; its only home
use rust_decimal::RoundingStrategy;

use super::Text;

/// Rounds half away from zero (四捨五入) to `decimals` places, the rule of every published rate.
pub fn round_half_up(value: Decimal, decimals: u32) -> Decimal {
    let mut rounded =
        value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(decimals);
    rounded
}

/// What an indicator is counted in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// %, the one unit whose differences are in points.
    Percent,
    /// Any other unit, in words.
    Named(Text),
}
