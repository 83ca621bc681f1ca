//! In: a chart and its value axis. Out: the frame: gridlines, axis texts, and where each mark stands.
//! Never: a series' shape or a direct label. This is the one place that calls plotters.

use std::convert::Infallible;

use crate::model::Decimal;
use plotters::chart::{ChartBuilder, LabelAreaPosition};
use plotters::coord::combinators::BindKeyPoints;
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters::style::{BLACK, TRANSPARENT};

use super::axis::{Axis, STEP};
use super::backend::{Paper, Sketch};
use super::geometry::{Area, Point};
use super::room::{
    BREAK, HEIGHT, SLOT, TICK_GAP, WIDTH, YEAR_GAP, middle, plot_area, shown_years, slots,
};
use super::spec::{ChartSpec, Mark};

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
    /// Upper ends of targets that are ranges.
    pub upper: Vec<Spot<'a>>,
    /// Targets that are no longer in force.
    pub original: Vec<Spot<'a>>,
    /// Results under an earlier definition.
    pub before: Vec<Spot<'a>>,
    /// Where the series is broken, and what changed there.
    pub broken: Option<(i32, &'a str)>,
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
        let (plot, zero, series, baseline) = plot(spec, axis, paper)
            .expect("the paper takes everything and is larger than its margins");
        sketch.grid.retain(|&y| y != zero);
        let [actual, target, upper, original, before] = series;
        let slot = plot.w / slots(spec);
        let broken = spec.broken.as_ref().filter(|broken| broken.slot < spec.years.len());
        let broken = broken.map(|broken| (plot.x + edge(broken.slot, slot), broken.words.as_str()));
        Frame {
            plot,
            slot,
            zero,
            sketch,
            actual,
            target,
            upper,
            original,
            before,
            broken,
            baseline,
        }
    }
}

type Plot<'a> = (Area, i32, [Vec<Spot<'a>>; 5], Option<(i32, &'a Mark)>);

/// Lets plotters draw the mesh, and asks it where everything else belongs.
fn plot<'a>(
    spec: &'a ChartSpec,
    axis: &Axis,
    paper: Paper,
) -> Result<Plot<'a>, DrawingAreaErrorKind<Infallible>> {
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
        .y_label_formatter(&|at| {
            entry(&axis.ticks, at / STEP).copied().map(spec.tick).unwrap_or_default()
        })
        .draw()?;

    let point = |slot: usize, value: Decimal| {
        let (x, y) = chart.backend_coord(&(middle(slot), axis.height(value)));
        Point::new(x, y)
    };
    let spots = |series: &'a [Option<Mark>]| {
        let in_slots = series.iter().take(spec.years.len()).enumerate();
        in_slots
            .filter_map(|(slot, mark)| {
                mark.as_ref().map(|mark| Spot { slot, at: point(slot, mark.value), mark })
            })
            .collect()
    };
    let zero = if axis.cut { area.bottom() } else { point(0, Decimal::ZERO).y };
    let baseline = spec.baseline.as_ref().map(|mark| (point(0, mark.value).y, mark));
    let series = [&spec.actual, &spec.target, &spec.upper, &spec.original, &spec.before];
    let series = series.map(|one| spots(one));
    Ok((area, zero, series, baseline))
}

/// The left edge of a slot, from the left of the plot.
fn edge(slot: usize, width: i32) -> i32 {
    width * i32::try_from(slot).unwrap_or_default()
}

fn entry<T>(entries: &[T], at: i32) -> Option<&T> {
    usize::try_from(at).ok().and_then(|i| entries.get(i))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sample::{bars, line, mark};

    fn years(names: &[&str]) -> Vec<String> {
        let mut spec = line(&["1"; 12][..names.len()], &[]);
        spec.years = names.iter().map(|name| (*name).to_owned()).collect();
        Frame::of(&spec, &Axis::of(&spec)).sketch.years.into_iter().map(|(_, year)| year).collect()
    }

    #[test]
    fn years_that_fit_are_all_written() {
        assert_eq!(years(&["R1", "R2", "R3"]).len(), 3);
    }

    #[test]
    fn wide_years_are_thinned_out_and_the_last_stays() {
        let names: Vec<String> = (2013..2025).map(|year| format!("FY{year}")).collect();
        let shown = years(&names.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(shown.len(), 6);
        assert!(shown.contains(&"FY2024".to_owned()));
    }

    #[test]
    fn gridlines_are_few_and_every_tick_is_labelled_once() {
        let spec = line(&["139", "833"], &[]);
        let sketch = Frame::of(&spec, &Axis::of(&spec)).sketch;
        assert_eq!((sketch.grid.len(), sketch.ticks.len()), (5, 6));
        let mut labels: Vec<_> = sketch.ticks.iter().map(|(_, label)| label).collect();
        labels.dedup();
        assert_eq!(labels.len(), 6);
    }

    #[test]
    fn a_bar_chart_leaves_room_for_its_baseline() {
        let mut spec = bars(&["235", "431"], &[]);
        let without = Frame::of(&spec, &Axis::of(&spec)).plot;
        spec.baseline = Some(mark("210", "基準"));
        assert!(Frame::of(&spec, &Axis::of(&spec)).plot.w < without.w);
    }

    #[test]
    fn an_empty_chart_is_still_a_frame() {
        let spec = line(&[], &[]);
        let frame = Frame::of(&spec, &Axis::of(&spec));
        assert!(frame.actual.is_empty() && frame.slot > 0);
    }
}
