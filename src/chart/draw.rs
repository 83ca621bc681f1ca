//! In: a chart laid out and labelled. Out: the text of its SVG.
//! Never: a colour, a font or a style attribute: classes say what a thing is, the style sheet how it looks.

use super::axis::Axis;
use super::desk::Label;
use super::element::{group, path, titled, write, xy};
use super::frame::{Frame, Spot};
use super::geometry::Point;
use super::place::Anchor;
use super::room::{HEIGHT, WIDTH};
use super::scale;
use super::shape;
use super::spec::{ChartSpec, Form};
use super::text::{self, escape, units};

/// Writes the drawing for a page: named, described, and scaled to the room it is given.
pub(super) fn document(spec: &ChartSpec, axis: &Axis, frame: &Frame, labels: &[Label]) -> String {
    let id = escape(&spec.id);
    format!(
        "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" role=\"img\" \
         aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>{}</svg>",
        units(WIDTH),
        units(HEIGHT),
        escape(&spec.title),
        escape(&spec.description),
        marks(spec, axis, frame, labels),
    )
}

/// Everything drawn, back to front: axes, baseline, target and actual, labels.
pub(super) fn marks(spec: &ChartSpec, axis: &Axis, frame: &Frame, labels: &[Label]) -> String {
    let mut out = String::new();
    out.push_str(&scale::scale(spec, axis, frame));
    if let Some((y, mark)) = frame.baseline {
        let across = scale::across(frame.plot, y);
        out.push_str(&group("baseline", &titled(mark, &path("", &across))));
    }
    out.push_str(&original(frame));
    out.push_str(&band(frame));
    if let Some((x, _)) = frame.broken {
        let upright =
            format!("M{}V{}", xy(Point::new(x, frame.plot.y)), units(frame.plot.bottom()));
        out.push_str(&path("break", &upright));
    }
    // Bars stand behind the strokes of the targets, diamonds behind the points of the line.
    match spec.form {
        Form::Line => {
            out.push_str(&series("target", &line(&frame.target, diamond)));
            out.push_str(&series("target", &line(&frame.upper, diamond)));
            out.push_str(&series("before", &line(&frame.before, point)));
            out.push_str(&series("actual", &line(&frame.actual, point)));
        }
        Form::Bars => {
            out.push_str(&series("before bars", &bars(frame, &frame.before)));
            out.push_str(&series("actual bars", &bars(frame, &frame.actual)));
            out.push_str(&series("target", &strokes(frame, &frame.target)));
            out.push_str(&series("target", &strokes(frame, &frame.upper)));
        }
    }
    out.push_str(&group("labels", &labels.iter().map(direct).collect::<String>()));
    out
}

/// Targets no longer in force: small hollow diamonds, named in their titles and in the table.
fn original(frame: &Frame) -> String {
    let mark =
        |spot: &Spot| titled(spot.mark, &path("", &diamond_path(spot.at, shape::SMALL_DIAMOND)));
    series("original", &frame.original.iter().map(mark).collect::<String>())
}

fn series(class: &str, marks: &str) -> String {
    group(&format!("series {class}"), marks)
}

/// The ground between the ends of ranges, year by year.
fn band(frame: &Frame) -> String {
    let mut d = String::new();
    for upper in &frame.upper {
        let Some(lower) = frame.target.iter().find(|lower| lower.slot == upper.slot) else {
            continue;
        };
        let left = Point::new(upper.at.x - frame.slot / 2, upper.at.y);
        let (width, bottom) = (units(frame.slot), units(lower.at.y));
        d.push_str(&format!("M{}h{width}V{bottom}h-{width}z", xy(left)));
    }
    path("band", &d)
}

/// A series as a line with gaps, and its points.
fn line(spots: &[Spot], shape: fn(Point) -> String) -> String {
    let mut d = String::new();
    let mut pen = None;
    for (from, to) in shape::segments(spots) {
        if pen != Some(from) {
            d.push_str(&format!("M{}", xy(from)));
        }
        d.push_str(&format!("L{}", xy(to)));
        pen = Some(to);
    }
    let mut out = path("line", &d);
    out.extend(spots.iter().map(|spot| titled(spot.mark, &shape(spot.at))));
    out
}

fn point(at: Point) -> String {
    let (x, y, r) = (units(at.x), units(at.y), units(shape::POINT));
    format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>")
}

fn diamond(at: Point) -> String {
    path("", &diamond_path(at, shape::DIAMOND))
}

fn diamond_path(at: Point, reach: i32) -> String {
    let top = xy(Point::new(at.x, at.y - reach));
    let r = units(reach);
    format!("M{top}l{r} {r}l-{r} {r}l-{r} -{r}z")
}

fn bars(frame: &Frame, spots: &[Spot]) -> String {
    let bar = |spot: &Spot| {
        let area = shape::actual(Form::Bars, frame, spot);
        let start = xy(Point::new(area.x, frame.zero));
        let (end, width, zero) = (units(spot.at.y), units(area.w), units(frame.zero));
        titled(spot.mark, &path("", &format!("M{start}V{end}h{width}V{zero}z")))
    };
    spots.iter().map(bar).collect()
}

/// Short strokes over the slots, each with a diamond. A halo in the ground's colour lifts them off the bars.
fn strokes(frame: &Frame, spots: &[Spot]) -> String {
    let stroke = |spot: &Spot| {
        let area = shape::target(Form::Bars, frame, spot);
        let start = xy(Point::new(area.x, spot.at.y));
        let diamond = diamond_path(spot.at, shape::SMALL_DIAMOND);
        format!("M{start}h{}{diamond}", units(area.w))
    };
    let mut out = path("halo", &spots.iter().map(stroke).collect::<String>());
    out.extend(spots.iter().map(|spot| titled(spot.mark, &path("", &stroke(spot)))));
    out
}

fn direct(label: &Label) -> String {
    let area = label.area;
    let x = match label.anchor {
        Anchor::Start => area.x,
        Anchor::Middle => area.middle().x,
        Anchor::End => area.right(),
    };
    let class =
        if label.inside { format!("{} inside", label.class) } else { label.class.to_owned() };
    write(&class, &label.text, Point::new(x, area.y + text::BASELINE), label.anchor)
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
