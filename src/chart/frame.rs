//! In: a chart and its value axis. Out: the frame: gridlines, axis texts, and where each mark stands.
//! Never: a series' shape or a direct label. This is the one place that calls plotters.

use std::convert::Infallible;

use plotters::chart::{ChartBuilder, LabelAreaPosition};
use plotters::coord::combinators::BindKeyPoints;
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters::style::{BLACK, TRANSPARENT};
use rust_decimal::Decimal;

use super::axis::{Axis, STEP};
use super::backend::{Paper, Sketch};
use super::geometry::{Area, Point};
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
const BREAK: i32 = 160;
/// Room at the right edge, so that the last mark is whole.
const RIGHT: i32 = 60;
/// A longer label of the baseline has to stand over the bars.
const WIDEST_BEYOND: i32 = 1000;
/// Between texts of the axes and the plot. plotters doubles these.
const TICK_GAP: i32 = 30;
const YEAR_GAP: i32 = 20;
/// The grain of the axis of years: parts of a slot.
const SLOT: i32 = 100;
/// The least room between two years.
const BETWEEN_YEARS: i32 = 60;

/// One value at its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'a> {
    pub slot: usize,
    pub at: Point,
    pub mark: &'a Mark,
}

/// The chart without its series.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    /// Where marks and their labels may stand.
    pub plot: Area,
    /// Width of one year's slot.
    pub slot: i32,
    /// Height of zero, or of the foot if the axis is cut.
    pub zero: i32,
    /// Gridlines and axis texts.
    pub sketch: Sketch,
    pub actual: Vec<Spot<'a>>,
    pub target: Vec<Spot<'a>>,
    pub baseline: Option<(i32, &'a Mark)>,
}

impl<'a> Frame<'a> {
    /// Lays out the chart.
    pub fn of(spec: &'a ChartSpec, axis: &Axis) -> Frame<'a> {
        let mut sketch = Sketch::default();
        let paper = Paper {
            sketch: &mut sketch,
            width: WIDTH.unsigned_abs(),
            height: HEIGHT.unsigned_abs(),
        };
        let (plot, zero, [actual, target], baseline) =
            plot(spec, axis, paper).expect("the paper takes everything and is larger than its margins");
        sketch.grid.retain(|&y| y != zero);
        Frame {
            plot,
            slot: plot.w / slots(spec),
            zero,
            sketch,
            actual,
            target,
            baseline,
        }
    }
}

type Plot<'a> = (Area, i32, [Vec<Spot<'a>>; 2], Option<(i32, &'a Mark)>);

/// Lets plotters draw the mesh, and asks it where everything else belongs.
fn plot<'a>(spec: &'a ChartSpec, axis: &Axis, paper: Paper) -> Result<Plot<'a>, DrawingAreaErrorKind<Infallible>> {
    let area = plot_area(spec, axis);
    let years = shown_years(spec, area.w);
    let heights: Vec<i32> = axis.ticks.iter().map(|&tick| axis.height(tick)).collect();
    // A cut axis goes on below its lowest tick for the break mark; its foot stands for zero.
    let foot = if axis.cut { -axis.top() * BREAK / (area.h - BREAK) } else { 0 };

    let root = paper.into_drawing_area();
    let mut chart = ChartBuilder::on(&root)
        .margin_top(area.y)
        .margin_right(WIDTH - area.right())
        .set_label_area_size(LabelAreaPosition::Left, area.x)
        .set_label_area_size(LabelAreaPosition::Bottom, HEIGHT - area.bottom())
        .build_cartesian_2d(
            (0..SLOT * slots(spec)).with_key_points(years),
            (foot..axis.top()).with_key_points(heights),
        )?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .bold_line_style(BLACK)
        .axis_style(TRANSPARENT)
        .set_tick_mark_size(LabelAreaPosition::Left, TICK_GAP)
        .set_tick_mark_size(LabelAreaPosition::Bottom, YEAR_GAP)
        .x_label_formatter(&|at| entry(&spec.years, at / SLOT).cloned().unwrap_or_default())
        .y_label_formatter(&|at| entry(&axis.ticks, at / STEP).copied().map(spec.tick).unwrap_or_default())
        .draw()?;

    let point = |slot: usize, value: Decimal| {
        let (x, y) = chart.backend_coord(&(middle(slot), axis.height(value)));
        Point { x, y }
    };
    let spots = |series: &'a [Option<Mark>]| {
        let in_slots = series.iter().take(spec.years.len()).enumerate();
        in_slots
            .filter_map(|(slot, mark)| mark.as_ref().map(|mark| Spot { slot, at: point(slot, mark.value), mark }))
            .collect()
    };
    let zero = if axis.cut { area.bottom() } else { point(0, Decimal::ZERO).y };
    let baseline = spec.baseline.as_ref().map(|mark| (point(0, mark.value).y, mark));
    Ok((area, zero, [spots(&spec.actual), spots(&spec.target)], baseline))
}

/// The plot, inside the room the texts around it need.
fn plot_area(spec: &ChartSpec, axis: &Axis) -> Area {
    let widest = |labels: &mut dyn Iterator<Item = i32>| labels.max().unwrap_or_default();
    let ticks = widest(&mut axis.ticks.iter().map(|&tick| text::width(&(spec.tick)(tick))));
    let x = (ticks + 2 * TICK_GAP).clamp(200, WIDTH / 2);
    // The last year is centred under its slot and must not stick out at the right.
    let last_year = spec.years.last().map_or(0, |year| text::width(year));
    let slot = (WIDTH - x) / slots(spec);
    let right = RIGHT.max((last_year - slot) / 2 + 10).min(WIDTH / 6).max(beyond_bars(spec));
    let below = if axis.cut { YEARS + REMARK } else { YEARS };
    Area {
        x,
        y: TOP,
        w: WIDTH - right - x,
        h: HEIGHT - below - TOP,
    }
}

/// Room for the baseline's label at the right: between bars it would find none.
fn beyond_bars(spec: &ChartSpec) -> i32 {
    let label = |mark: &Mark| text::width(&format!("{} {}", spec.words.baseline, mark.label)) + 60;
    let room = spec.baseline.as_ref().filter(|_| spec.form == Form::Bars).map_or(0, label);
    if room <= WIDEST_BEYOND { room } else { 0 }
}

/// Middles of the slots whose year is written: all, or every second, third, … counted from the last.
fn shown_years(spec: &ChartSpec, plot_width: i32) -> Vec<i32> {
    let widest = spec.years.iter().map(|year| text::width(year)).max().unwrap_or_default();
    let need = widest.saturating_add(BETWEEN_YEARS).saturating_mul(slots(spec));
    let every = usize::try_from(need / plot_width + i32::from(need % plot_width > 0)).unwrap_or(1).max(1);
    let counted_back = (0..spec.years.len()).rev().step_by(every);
    counted_back.map(middle).collect()
}

/// Number of slots; an empty chart still has one, so that nothing is divided by zero.
fn slots(spec: &ChartSpec) -> i32 {
    i32::try_from(spec.years.len()).unwrap_or(i32::MAX).clamp(1, 1000)
}

/// The middle of a slot on the axis of years.
fn middle(slot: usize) -> i32 {
    SLOT * i32::try_from(slot).unwrap_or(1000).min(1000) + SLOT / 2
}

fn entry<T>(entries: &[T], at: i32) -> Option<&T> {
    usize::try_from(at).ok().and_then(|i| entries.get(i))
}
