//! In: a chart's words and its value axis. Out: the plot area, and which years can be written under it.
//! Never: plotters, a series.

use super::axis::Axis;
use super::geometry::Area;
use super::spec::{ChartSpec, Form, Mark};
use super::text;

/// Size of the drawing in tenths of a unit. At 360 units across, text of 12 stays above 11 px on a phone.
pub(super) const WIDTH: i32 = 3600;
/// See [`WIDTH`].
pub(super) const HEIGHT: i32 = 2200;

/// Room above the plot: the unit, and labels on the topmost marks.
const TOP: i32 = 290;
/// Room below the plot: the years, and under them the remark on a cut axis.
const YEARS: i32 = 190;
const REMARK: i32 = 170;
/// Between the lowest tick of a cut axis and its foot: the break mark.
pub(super) const BREAK: i32 = 160;
/// Room at the right edge, so that the last mark is whole.
const RIGHT: i32 = 60;
/// A longer label of the baseline has to stand over the bars.
const WIDEST_BEYOND: i32 = 1000;
/// Between texts of the axes and the plot. plotters doubles these.
pub(super) const TICK_GAP: i32 = 30;
pub(super) const YEAR_GAP: i32 = 20;
/// The grain of the axis of years: parts of a slot.
pub(super) const SLOT: i32 = 100;
/// The least room between two years.
const BETWEEN_YEARS: i32 = 60;

/// The plot, inside the room the texts around it need.
pub(super) fn plot_area(spec: &ChartSpec, axis: &Axis) -> Area {
    let ticks =
        axis.ticks.iter().map(|&tick| text::width(&(spec.tick)(tick))).max().unwrap_or_default();
    let x = (ticks + 2 * TICK_GAP).clamp(200, WIDTH / 2);
    // The last year is centred under its slot and must not stick out at the right.
    let last_year = spec.years.last().map_or(0, |year| text::width(year));
    let slot = (WIDTH - x) / slots(spec);
    let right = RIGHT.max((last_year - slot) / 2 + 10).min(WIDTH / 6).max(beyond_bars(spec));
    let below = if axis.cut { YEARS + REMARK } else { YEARS };
    Area::new(x, TOP, WIDTH - right - x, HEIGHT - below - TOP)
}

/// Room for the baseline's label at the right: between bars it would find none.
fn beyond_bars(spec: &ChartSpec) -> i32 {
    let label = |mark: &Mark| text::width(&format!("{} {}", spec.words.baseline, mark.label)) + 60;
    let room = spec.baseline.as_ref().filter(|_| spec.form == Form::Bars).map_or(0, label);
    if room <= WIDEST_BEYOND { room } else { 0 }
}

/// Middles of the slots whose year is written: all, or every second, third, … counted from the last.
pub(super) fn shown_years(spec: &ChartSpec, plot_width: i32) -> Vec<i32> {
    let widest = spec.years.iter().map(|year| text::width(year)).max().unwrap_or_default();
    let need = widest.saturating_add(BETWEEN_YEARS).saturating_mul(slots(spec));
    let every =
        usize::try_from(need / plot_width + i32::from(need % plot_width > 0)).unwrap_or(1).max(1);
    let counted_back = (0..spec.years.len()).rev().step_by(every);
    let mut shown: Vec<i32> = counted_back.map(middle).collect();
    shown.reverse();
    shown
}

/// Number of slots; an empty chart still has one, so that nothing is divided by zero.
pub(super) fn slots(spec: &ChartSpec) -> i32 {
    i32::try_from(spec.years.len()).unwrap_or(i32::MAX).clamp(1, 1000)
}

/// The middle of a slot on the axis of years.
pub(super) fn middle(slot: usize) -> i32 {
    SLOT * i32::try_from(slot).unwrap_or(1000).min(1000) + SLOT / 2
}
