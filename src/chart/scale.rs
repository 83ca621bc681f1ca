//! In: the frame of a chart. Out: the SVG of its gridlines, axes and their texts.
//! Never: a series.

use super::axis::Axis;
use super::element::{group, path, texts, write, xy};
use super::frame::Frame;
use super::geometry::{Area, Point};
use super::label;
use super::place::Anchor;
use super::room::HEIGHT;
use super::spec::ChartSpec;
use super::text::{self, units};

/// Everything the values are read against.
pub(super) fn scale(spec: &ChartSpec, axis: &Axis, frame: &Frame) -> String {
    let plot = frame.plot;
    let grid: String = frame.sketch.grid.iter().map(|&y| across(plot, y)).collect();
    let mut zero = across(plot, frame.zero);
    if axis.cut {
        zero.push_str(&break_mark(plot));
    }
    let unit = label::unit_area(spec, frame);
    let mut out = path("grid", &grid);
    out.push_str(&path("zero", &zero));
    out.push_str(&texts("ticks", Anchor::End, &frame.sketch.ticks));
    out.push_str(&texts("years", Anchor::Middle, &frame.sketch.years));
    out.push_str(&write(
        "unit",
        &spec.unit,
        Point::new(unit.x, unit.y + text::BASELINE),
        Anchor::Start,
    ));
    if axis.cut {
        out.push_str(&write("cut", &spec.words.cut, Point::new(10, HEIGHT - 40), Anchor::Start));
    }
    group("scale", &out)
}

/// The path of a line across the plot.
pub(super) fn across(plot: Area, y: i32) -> String {
    format!("M{}H{}", xy(Point::new(plot.x, y)), units(plot.right()))
}

/// The upright axis with a zigzag at its foot: it does not start at zero.
fn break_mark(plot: Area) -> String {
    let foot = xy(Point::new(plot.x, plot.bottom()));
    format!("M{foot}v-3l-5 -2.5l10 -5l-5 -2.5V{}", units(plot.y))
}
