//! In: the frame of a chart. Out: the SVG of its gridlines, axes and their texts.
//! Never: a series.

use super::axis::Axis;
use super::element::Pen;
use super::frame::Frame;
use super::geometry::{Area, Point};
use super::label;
use super::place::Anchor;
use super::room::HEIGHT;
use super::spec::ChartSpec;
use super::text;

/// Everything the values are read against.
pub(super) fn scale(pen: &mut Pen, spec: &ChartSpec, axis: &Axis, frame: &Frame) {
    let (plot, sketch) = (frame.plot, &frame.sketch);
    let unit = label::unit_area(spec, frame);
    let unit = Point::new(unit.x, unit.y + text::BASELINE);
    pen.group("scale", |pen| {
        pen.path("grid", |d| sketch.grid.iter().for_each(|y| across(d, plot, *y)));
        pen.path("zero", |d| {
            across(d, plot, frame.zero);
            if axis.cut {
                break_mark(d, plot);
            }
        });
        pen.texts("ticks", Anchor::End, &sketch.ticks);
        pen.texts("years", Anchor::Middle, &sketch.years);
        pen.text("unit", &spec.unit, unit, Anchor::Start);
        if axis.cut {
            pen.text("cut", &spec.words.cut, Point::new(10, HEIGHT - 40), Anchor::Start);
        }
    });
}

/// A line across the plot.
pub(super) fn across(d: &mut Pen, plot: Area, y: i32) {
    d.raw("M").xy(Point::new(plot.x, y)).raw("H").units(plot.right());
}

/// The upright axis with a zigzag at its foot: it does not start at zero.
fn break_mark(d: &mut Pen, plot: Area) {
    d.raw("M").xy(Point::new(plot.x, plot.bottom()));
    d.raw("v-3l-5 -2.5l10 -5l-5 -2.5V").units(plot.y);
}
