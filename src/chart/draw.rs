//! In: a chart laid out and labelled. Out: the text of its SVG.
//! Never: a colour, a font or a style attribute: classes say what a thing is, the style sheet how it looks.

use super::axis::Axis;
use super::desk::Label;
use super::element::Pen;
use super::frame::{Frame, Spot};
use super::geometry::Point;
use super::place::Anchor;
use super::room::{HEIGHT, WIDTH};
use super::scale;
use super::shape;
use super::spec::{ChartSpec, Form};
use super::text;

/// Writes the drawing for a page: named, described, and scaled to the room it is given.
pub(super) fn document(spec: &ChartSpec, axis: &Axis, frame: &Frame, labels: &[Label]) -> String {
    let mut pen = Pen::new();
    head(&mut pen, spec);
    drawn(&mut pen, spec, axis, frame, labels);
    pen.raw("</svg>");
    pen.finish()
}

/// The same without name and description, to stand in a larger drawing.
pub(super) fn group(spec: &ChartSpec, axis: &Axis, frame: &Frame, labels: &[Label]) -> String {
    let mut pen = Pen::new();
    pen.group("chart", |pen| drawn(pen, spec, axis, frame, labels));
    pen.finish()
}

/// Everything drawn, back to front: axes, baseline, target and actual, labels.
fn drawn(pen: &mut Pen, spec: &ChartSpec, axis: &Axis, frame: &Frame, labels: &[Label]) {
    scale::scale(pen, spec, axis, frame);
    if let Some((y, mark)) = frame.baseline {
        pen.group("baseline", |pen| {
            pen.titled(mark, |pen| pen.path("", |d| scale::across(d, frame.plot, y)));
        });
    }
    // Targets no longer in force: small hollow diamonds, named in their titles and in the table.
    marks(pen, "original", &frame.original, |pen, at| {
        pen.path("", |d| diamond_path(d, at, shape::SMALL_DIAMOND));
    });
    pen.path("band", |d| band(d, frame));
    if let Some((x, _)) = frame.broken {
        let head = Point::new(x, frame.plot.y);
        pen.path("break", |d| {
            d.raw("M").xy(head).raw("V").units(frame.plot.bottom());
        });
    }
    // Bars stand behind the strokes of the targets, diamonds behind the points of the line.
    match spec.form {
        Form::Line => {
            line(pen, "target", &frame.target, diamond);
            line(pen, "target", &frame.upper, diamond);
            line(pen, "before", &frame.before, point);
            line(pen, "actual", &frame.actual, point);
        }
        Form::Bars => {
            bars(pen, "before bars", frame, &frame.before);
            bars(pen, "actual bars", frame, &frame.actual);
            strokes(pen, frame, &frame.target);
            strokes(pen, frame, &frame.upper);
        }
    }
    pen.group("labels", |pen| labels.iter().for_each(|label| direct(pen, label)));
}

/// The beginning, with what is read aloud.
fn head(pen: &mut Pen, spec: &ChartSpec) {
    pen.raw("<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    pen.xy(Point::new(WIDTH, HEIGHT)).raw("\" role=\"img\" aria-labelledby=\"");
    pen.words(&spec.id).raw("-t ").words(&spec.id).raw("-d\">");
    pen.raw("<title id=\"").words(&spec.id).raw("-t\">").words(&spec.title).raw("</title>");
    pen.raw("<desc id=\"").words(&spec.id).raw("-d\">").words(&spec.description).raw("</desc>");
}

fn series(pen: &mut Pen, class: &str, inside: impl FnOnce(&mut Pen)) {
    pen.group(&["series ", class].concat(), inside);
}

/// A series of single marks.
fn marks(pen: &mut Pen, class: &str, spots: &[Spot], shape: fn(&mut Pen, Point)) {
    series(pen, class, |pen| {
        for spot in spots {
            pen.titled(spot.mark, |pen| shape(pen, spot.at));
        }
    });
}

/// The ground between the ends of ranges, year by year.
fn band(d: &mut Pen, frame: &Frame) {
    for upper in &frame.upper {
        let Some(lower) = frame.target.iter().find(|lower| lower.slot == upper.slot) else {
            continue;
        };
        let left = Point::new(upper.at.x - frame.slot / 2, upper.at.y);
        d.raw("M").xy(left).raw("h").units(frame.slot).raw("V").units(lower.at.y);
        d.raw("h-").units(frame.slot).raw("z");
    }
}

/// A series as a line with gaps, and its points.
fn line(pen: &mut Pen, class: &str, spots: &[Spot], shape: fn(&mut Pen, Point)) {
    series(pen, class, |pen| {
        pen.path("line", |d| {
            let mut stands = None;
            for (from, to) in shape::segments(spots) {
                if stands != Some(from) {
                    d.raw("M").xy(from);
                }
                d.raw("L").xy(to);
                stands = Some(to);
            }
        });
        for spot in spots {
            pen.titled(spot.mark, |pen| shape(pen, spot.at));
        }
    });
}

fn point(pen: &mut Pen, at: Point) {
    pen.raw("<circle cx=\"").units(at.x).raw("\" cy=\"").units(at.y);
    pen.raw("\" r=\"").units(shape::POINT).raw("\"/>");
}

fn diamond(pen: &mut Pen, at: Point) {
    pen.path("", |d| diamond_path(d, at, shape::DIAMOND));
}

fn diamond_path(d: &mut Pen, at: Point, reach: i32) {
    d.raw("M").xy(Point::new(at.x, at.y - reach));
    d.raw("l").units(reach).raw(" ").units(reach);
    d.raw("l-").units(reach).raw(" ").units(reach);
    d.raw("l-").units(reach).raw(" -").units(reach).raw("z");
}

fn bars(pen: &mut Pen, class: &str, frame: &Frame, spots: &[Spot]) {
    series(pen, class, |pen| {
        for spot in spots {
            let area = shape::actual(Form::Bars, frame, spot);
            pen.titled(spot.mark, |pen| {
                pen.path("", |d| {
                    d.raw("M").xy(Point::new(area.x, frame.zero)).raw("V").units(spot.at.y);
                    d.raw("h").units(area.w).raw("V").units(frame.zero).raw("z");
                });
            });
        }
    });
}

/// Short strokes over the slots, each with a diamond. A halo in the ground's colour lifts them off the bars.
fn strokes(pen: &mut Pen, frame: &Frame, spots: &[Spot]) {
    let stroke = |d: &mut Pen, spot: &Spot| {
        let area = shape::target(Form::Bars, frame, spot);
        d.raw("M").xy(Point::new(area.x, spot.at.y)).raw("h").units(area.w);
        diamond_path(d, spot.at, shape::SMALL_DIAMOND);
    };
    series(pen, "target", |pen| {
        pen.path("halo", |d| spots.iter().for_each(|spot| stroke(d, spot)));
        for spot in spots {
            pen.titled(spot.mark, |pen| pen.path("", |d| stroke(d, spot)));
        }
    });
}

fn direct(pen: &mut Pen, label: &Label) {
    let area = label.area;
    let x = match label.anchor {
        Anchor::Start => area.x,
        Anchor::Middle => area.middle().x,
        Anchor::End => area.right(),
    };
    let at = Point::new(x, area.y + text::BASELINE);
    match label.inside {
        true => pen.text(&[label.class, " inside"].concat(), &label.text, at, label.anchor),
        false => pen.text(label.class, &label.text, at, label.anchor),
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::sample::{bars, line, mark};
    use crate::chart::svg;

    /// The `d` of the first path after a text.
    fn path_after<'a>(drawing: &'a str, text: &str) -> &'a str {
        let rest = drawing.split_once(text).expect("the text is there").1;
        rest.split_once(" d=\"").expect("a path follows").1.split('"').next().unwrap_or_default()
    }

    #[test]
    fn a_gap_breaks_the_line() {
        let drawing = svg(&line(&["1", "2", "", "3", "4"], &[]));
        let path = path_after(&drawing, "series actual");
        assert_eq!((path.matches('M').count(), path.matches('L').count()), (2, 2));
    }

    #[test]
    fn a_lone_point_has_no_line() {
        assert!(!svg(&line(&["1", "", "2"], &[])).contains("class=\"line\""));
    }

    #[test]
    fn bars_rise_from_zero() {
        let drawing = svg(&bars(&["925", "848"], &[]));
        let zero = path_after(&drawing, "class=\"zero\"")
            .split(['H', ' '])
            .nth(1)
            .expect("a height")
            .to_owned();
        let bar = path_after(&drawing, "series actual bars");
        assert!(bar.split('V').next().is_some_and(|start| start.ends_with(&format!(" {zero}"))));
        assert!(bar.ends_with(&format!("V{zero}z")));
    }

    #[test]
    fn a_cut_axis_says_so_and_another_does_not() {
        let cut = svg(&line(&["98.59", "99.04"], &[]));
        assert!(
            cut.contains("縦軸の途中から表示")
                && path_after(&cut, "class=\"zero\"").contains("l10 -5")
        );
        let whole = svg(&line(&["13.5", "63.3"], &[]));
        assert!(
            !whole.contains("縦軸の途中から表示")
                && !path_after(&whole, "class=\"zero\"").contains('l')
        );
    }

    #[test]
    fn a_provisional_value_is_hollow() {
        let mut spec = line(&["1", "2"], &[]);
        assert!(!svg(&spec).contains("hollow"));
        spec.actual[1].as_mut().expect("a value").hollow = true;
        assert_eq!(svg(&spec).matches("mark hollow").count(), 1);
    }

    #[test]
    fn words_from_outside_are_escaped() {
        let mut spec = line(&["1"], &[]);
        spec.title = "<script>&".to_owned();
        spec.unit = "<b>".to_owned();
        spec.years = vec!["\"R1\"".to_owned()];
        spec.actual = vec![Some(mark("1", "<i>"))];
        let drawing = svg(&spec);
        assert!(drawing.contains("&lt;script&gt;&amp;") && drawing.contains("&quot;R1&quot;"));
        assert!(
            !drawing.contains("<b>") && !drawing.contains("<i>") && !drawing.contains("<script>")
        );
    }

    #[test]
    fn a_reader_is_told_name_and_content_and_each_fact() {
        let drawing = svg(&line(&["13.5", "63.3"], &["", "20"]));
        assert!(drawing.contains(
            "role=\"img\" aria-labelledby=\"c-t c-d\"><title id=\"c-t\">率(折れ線)</title>"
        ));
        assert!(drawing.contains("<g class=\"mark\"><title>実績 63.3%</title><circle"));
        assert!(
            !drawing.contains("style=") && !drawing.contains("fill=") && !drawing.contains("font")
        );
    }
}
