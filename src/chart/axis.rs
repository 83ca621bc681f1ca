//! In: the values of one chart. Out: the value axis: its ticks, whether it is cut, where a value stands on it.
//! Never: a pixel, a float. Values leave as parts of a step, whole numbers of a modest size,
//! so that 10^12 and 0.001 are drawn with the same care.

use crate::model::Decimal;

use super::spec::{ChartSpec, Form, Mark};

/// The grain of heights on the axis: parts of a step between two ticks.
pub(super) const STEP: i32 = 10_000;

/// At most this many tick intervals, hence at most five gridlines besides the foot.
const MOST_STEPS: u32 = 5;

/// A line's axis starts at zero if its lowest value is at most this share (percent) of its highest.
const ZERO_IS_NEAR: i64 = 35;

/// A `Decimal` holds 28 digits. Drawing needs sums and quotients of values, so they are kept to 18 digits
/// before the point and 9 after it; what lies beyond is drawn at the limit.
const LIMIT: i64 = 1_000_000_000_000_000_000;
const FINEST: u32 = 9;

/// The value axis, in even steps between round numbers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    /// Round values from the lowest to the highest, at least two, with equal and no needless decimals.
    pub ticks: Vec<Decimal>,
    /// The axis does not reach down to zero and has to say so.
    pub cut: bool,
    step: Decimal,
}

impl Axis {
    /// The axis on which every mark of the chart finds its place.
    pub fn of(spec: &ChartSpec) -> Axis {
        let values: Vec<Decimal> = marks(spec).map(|mark| bounded(mark.value)).collect();
        let low = values.iter().min().copied().unwrap_or_default();
        let high = values.iter().max().copied().unwrap_or_default();
        let scale = values.iter().map(Decimal::scale).max().unwrap_or_default();
        let (low, high) = range(spec.form, low, high, scale);
        let step = step(low, high, scale);
        let first = (low / step).floor();
        let last = (high / step).ceil();
        let mut ticks = Vec::new();
        let mut at = first;
        while at <= last {
            ticks.push(at * step);
            at += Decimal::ONE;
        }
        same_decimals(&mut ticks);
        Axis { cut: first > Decimal::ZERO, ticks, step }
    }

    /// Where a value stands above the lowest tick, in parts of a step: [`STEP`] is one step.
    pub fn height(&self, value: Decimal) -> i32 {
        let lowest = self.ticks.first().copied().unwrap_or_default();
        let steps = (bounded(value) - lowest) / self.step;
        let parts = (steps * Decimal::from(STEP)).round();
        i32::try_from(parts).expect("every value stands between the ticks, and those are few")
    }

    /// Height of the highest tick.
    pub fn top(&self) -> i32 {
        STEP * i32::try_from(self.ticks.len().saturating_sub(1)).expect("ticks are few")
    }
}

fn marks(spec: &ChartSpec) -> impl Iterator<Item = &Mark> {
    let slots = spec.years.len();
    let series = [&spec.actual, &spec.target, &spec.upper, &spec.original, &spec.before];
    series.into_iter().flat_map(move |one| one.iter().take(slots).flatten()).chain(&spec.baseline)
}

fn bounded(value: Decimal) -> Decimal {
    let limit = Decimal::from(LIMIT);
    value.clamp(-limit, limit).round_dp(FINEST).normalize()
}

/// The stretch the axis has to cover, before its ends are rounded to ticks.
fn range(form: Form, low: Decimal, high: Decimal, scale: u32) -> (Decimal, Decimal) {
    // A tenth of the span keeps the lowest mark, and a label under it, off the foot.
    let air = (high - low) / Decimal::TEN;
    if low == high && low.is_zero() {
        return (low, Decimal::new(1, scale));
    }
    let zero_is_near = low * Decimal::ONE_HUNDRED <= high * Decimal::from(ZERO_IS_NEAR);
    if low < Decimal::ZERO {
        (low - air, high.max(Decimal::ZERO))
    } else if form == Form::Bars || low == high || zero_is_near {
        (Decimal::ZERO, high)
    } else {
        ((low - air).max(Decimal::ZERO), high)
    }
}

/// Gives all ticks the decimals the finest needs (98.8, 99.0), and zero none.
fn same_decimals(ticks: &mut [Decimal]) {
    let scale = ticks.iter().map(|tick| tick.normalize().scale()).max().unwrap_or_default();
    for tick in ticks {
        tick.rescale(if tick.is_zero() { 0 } else { scale });
    }
}

/// The smallest of …, 1, 2, 2.5, 5, 10, … that covers the range in few intervals, and is not finer than the values.
fn step(low: Decimal, high: Decimal, scale: u32) -> Decimal {
    let mut power = Decimal::new(1, scale);
    loop {
        for factor in [Decimal::ONE, Decimal::TWO, Decimal::new(25, 1), Decimal::from(5)] {
            let step = (power * factor).normalize();
            let intervals = (high / step).ceil() - (low / step).floor();
            if step.scale() <= scale && intervals <= Decimal::from(MOST_STEPS) {
                return step;
            }
        }
        power *= Decimal::TEN;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sample::{bars, line};

    fn ticks(axis: &Axis) -> Vec<String> {
        axis.ticks.iter().map(Decimal::to_string).collect()
    }

    #[test]
    fn levels_far_above_zero_cut_the_axis() {
        let axis = Axis::of(&line(&["98.59", "", "99.04", "98.96"], &[]));
        assert!(axis.cut);
        assert_eq!(ticks(&axis), ["98.4", "98.6", "98.8", "99.0", "99.2"]);
    }

    #[test]
    fn a_line_starts_at_zero_when_zero_is_near() {
        let axis = Axis::of(&line(&["13.5", "63.3"], &[]));
        assert!(!axis.cut);
        assert_eq!(ticks(&axis), ["0", "20", "40", "60", "80"]);
    }

    #[test]
    fn bars_always_start_at_zero() {
        let axis = Axis::of(&bars(&["925", "848"], &[]));
        assert!(!axis.cut);
        assert_eq!(axis.ticks[0], Decimal::ZERO);
    }

    #[test]
    fn counts_get_no_fractions() {
        assert_eq!(ticks(&Axis::of(&bars(&["1", "2"], &[]))), ["0", "1", "2"]);
    }

    #[test]
    fn negative_values_keep_zero_on_the_axis() {
        let axis = Axis::of(&line(&["-8.43", "0.64"], &[]));
        assert!(axis.ticks.contains(&Decimal::ZERO));
        assert!(axis.ticks[0] < Decimal::new(-843, 2));
    }

    #[test]
    fn zero_alone_huge_and_tiny_values_have_an_axis() {
        assert_eq!(ticks(&Axis::of(&line(&["0", "0"], &[]))), ["0", "1"]);
        assert_eq!(ticks(&Axis::of(&line(&["0.001"], &[]))), ["0", "0.001"]);
        let huge = Axis::of(&line(&["1", "79228162514264337593543950335"], &[]));
        assert!(huge.ticks.len() <= 6);
        assert!(huge.height(Decimal::MAX) <= huge.top());
    }
}
