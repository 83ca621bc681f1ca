//! In: a chart laid out and labelled. Out: the text of its SVG.
//! Never: a colour, a font or a style attribute: classes say what a thing is, the style sheet how it looks.

use super::axis::Axis;
use super::frame::{Frame, HEIGHT, Spot, WIDTH};
use super::geometry::{Area, Point};
use super::label::{self, Label};
use super::place::Anchor;
use super::shape;
use super::spec::{ChartSpec, Form, Mark};
use super::text::{self, escape, units};

/// Writes the whole drawing, back to front: axes, baseline, target and actual, labels.
pub(super) fn document(spec: &ChartSpec, axis: &Axis, frame: &Frame, labels: &[Label]) -> String {
    let id = escape(&spec.id);
    let mut out = format!(
        "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" \
         aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        units(WIDTH),
        units(HEIGHT),
        escape(&spec.title),
        escape(&spec.description),
    );
    out.push_str(&scale(spec, axis, frame));
    if let Some((y, mark)) = frame.baseline {
        let line = format!("<path d=\"M{} {}H{}\"/>", units(frame.plot.x), units(y), units(frame.plot.right()));
        out.push_str(&group("baseline", &titled(mark, &line)));
    }
    // Bars stand behind the strokes of the targets, diamonds behind the points of the line.
    match spec.form {
        Form::Line => {
            out.push_str(&group("series target", &line(&frame.target, diamond)));
            out.push_str(&group("series actual", &line(&frame.actual, point)));
        }
        Form::Bars => {
            out.push_str(&group("series actual", &bars(frame)));
            out.push_str(&group("series target", &strokes(frame)));
        }
    }
    out.push_str(&group("labels", &labels.iter().map(direct).collect::<String>()));
    out.push_str("</svg>");
    out
}

/// Gridlines, axes and their texts.
fn scale(spec: &ChartSpec, axis: &Axis, frame: &Frame) -> String {
    let plot = frame.plot;
    let across = |y: &i32| format!("M{} {}H{}", units(plot.x), units(*y), units(plot.right()));
    let grid: String = frame.sketch.grid.iter().map(across).collect();
    let mut zero = across(&frame.zero);
    if axis.cut {
        zero.push_str(&break_mark(plot));
    }
    let unit = label::unit_area(spec, frame);
    let mut inside = format!("<path class=\"grid\" d=\"{grid}\"/><path class=\"zero\" d=\"{zero}\"/>");
    inside.push_str(&texts("ticks", Anchor::End, &frame.sketch.ticks));
    inside.push_str(&texts("years", Anchor::Middle, &frame.sketch.years));
    inside.push_str(&write("unit", &spec.unit, Point { x: unit.x, y: unit.y + text::BASELINE }, Anchor::Start));
    if axis.cut {
        inside.push_str(&write("cut", &spec.words.cut, Point { x: 10, y: HEIGHT - 40 }, Anchor::Start));
    }
    group("scale", &inside)
}

/// The zigzag at the foot of an axis that does not start at zero.
fn break_mark(plot: Area) -> String {
    format!("M{} {}v-3l-5 -2.5l10 -5l-5 -2.5V{}", units(plot.x), units(plot.bottom()), units(plot.y))
}

/// A series as a line with gaps, and its points.
fn line(spots: &[Spot], shape: fn(Point) -> String) -> String {
    let mut d = String::new();
    let mut pen = None;
    for (from, to) in shape::segments(spots) {
        if pen != Some(from) {
            d.push_str(&format!("M{} {}", units(from.x), units(from.y)));
        }
        d.push_str(&format!("L{} {}", units(to.x), units(to.y)));
        pen = Some(to);
    }
    let mut out = if d.is_empty() { d } else { format!("<path class=\"line\" d=\"{d}\"/>") };
    out.extend(spots.iter().map(|spot| titled(spot.mark, &shape(spot.at))));
    out
}

fn point(at: Point) -> String {
    format!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"/>", units(at.x), units(at.y), units(shape::POINT))
}

fn diamond(at: Point) -> String {
    format!("<path d=\"{}\"/>", diamond_path(at, shape::DIAMOND))
}

fn diamond_path(at: Point, reach: i32) -> String {
    let r = units(reach);
    format!("M{} {}l{r} {r}l-{r} {r}l-{r} -{r}z", units(at.x), units(at.y - reach))
}

fn bars(frame: &Frame) -> String {
    let bar = |spot: &Spot| {
        let area = shape::actual(Form::Bars, frame, spot);
        let d = format!(
            "M{} {}V{}h{}V{}z",
            units(area.x),
            units(frame.zero),
            units(spot.at.y),
            units(area.w),
            units(frame.zero),
        );
        titled(spot.mark, &format!("<path d=\"{d}\"/>"))
    };
    frame.actual.iter().map(bar).collect()
}

/// Short strokes over the slots. A halo in the ground's colour lifts them off the bars.
fn strokes(frame: &Frame) -> String {
    let stroke = |spot: &Spot| {
        let area = shape::target(Form::Bars, frame, spot);
        format!("M{} {}h{}", units(area.x), units(spot.at.y), units(area.w))
    };
    let halo: String = frame.target.iter().map(stroke).collect();
    let mut out = if halo.is_empty() { halo } else { format!("<path class=\"halo\" d=\"{halo}\"/>") };
    out.extend(frame.target.iter().map(|spot| {
        let d = stroke(spot) + &diamond_path(spot.at, shape::SMALL_DIAMOND);
        titled(spot.mark, &format!("<path d=\"{d}\"/>"))
    }));
    out
}

fn direct(label: &Label) -> String {
    let area = label.area;
    let x = match label.anchor {
        Anchor::Start => area.x,
        Anchor::Middle => area.middle().x,
        Anchor::End => area.right(),
    };
    let class = if label.inside { format!("{} inside", label.class) } else { label.class.to_owned() };
    write(&class, &label.text, Point { x, y: area.y + text::BASELINE }, label.anchor)
}

fn write(class: &str, words: &str, at: Point, anchor: Anchor) -> String {
    let anchor = attribute(anchor);
    format!("<text class=\"{class}\" x=\"{}\" y=\"{}\"{anchor}>{}</text>", units(at.x), units(at.y), escape(words))
}

/// The anchor is an attribute, not a class: labels were placed by it.
fn attribute(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    }
}

fn texts(class: &str, anchor: Anchor, texts: &[(Point, String)]) -> String {
    let text = |(at, words): &(Point, String)| {
        format!("<text x=\"{}\" y=\"{}\">{}</text>", units(at.x), units(at.y), escape(words))
    };
    let inside: String = texts.iter().map(text).collect();
    format!("<g class=\"{class}\"{}>{inside}</g>", attribute(anchor))
}

fn titled(mark: &Mark, shape: &str) -> String {
    let class = if mark.hollow { "mark hollow" } else { "mark" };
    format!("<g class=\"{class}\"><title>{}</title>{shape}</g>", escape(&mark.title))
}

fn group(class: &str, inside: &str) -> String {
    if inside.is_empty() { String::new() } else { format!("<g class=\"{class}\">{inside}</g>") }
}
