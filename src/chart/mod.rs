//! In: a [`ChartSpec`], every word and digit of it ready. Out: [`svg`], the text of one accessible drawing.
//! Never: a number formatted, an indicator known, a colour, a font, a script; it cannot fail.

mod axis;
mod backend;
mod draw;
mod frame;
mod geometry;
mod label;
mod place;
#[cfg(test)]
mod sample;
mod shape;
mod spec;
mod text;

pub use spec::{ChartSpec, Form, Mark, Words};

/// Draws a chart.
///
/// The same chart always gives the same bytes. Looks come from the page's style sheet by class.
pub fn svg(spec: &ChartSpec) -> String {
    let axis = axis::Axis::of(spec);
    let frame = frame::Frame::of(spec, &axis);
    let labels = label::labels(spec, &frame);
    draw::document(spec, &axis, &frame, &labels)
}
