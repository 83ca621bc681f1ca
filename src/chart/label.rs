//! In: a chart laid out. Out: its direct labels, placed so that none covers another.
//! Never: a legend, a word or digit of its own.

use super::desk::{Desk, Label, in_year};
use super::frame::{Frame, Spot};
use super::geometry::{Area, Point};
use super::place::Board;
use super::room::WIDTH;
use super::shape;
use super::spec::{ChartSpec, Form};
use super::text;

/// The labels of a chart, the most important first: last result, last target, baseline, then what fits.
pub(super) fn labels(spec: &ChartSpec, frame: &Frame) -> Vec<Label> {
    let mut desk = Desk::new(spec, frame, board(spec, frame));
    let (last_actual, earlier_actual) = last(&frame.actual);
    let (last_target, earlier_target) = last(&frame.target);
    if let Some(spot) = last_actual {
        desk.actual(spot, true);
    }
    if let Some(spot) = last_target {
        desk.target(spot, true);
    }
    if let Some(spot) = frame.upper.last() {
        desk.upper(spot);
    }
    desk.baseline();
    desk.broken();
    if let Some(spot) = frame.before.last() {
        desk.before(spot);
    }
    // Of results the outer ends matter most, then the recent past. Beside a result, a past target is for the table.
    for spot in earlier_actual.first().into_iter().chain(earlier_actual.iter().skip(1).rev()) {
        desk.actual(spot, false);
    }
    for (i, spot) in earlier_target.iter().enumerate().rev() {
        let changes =
            frame.target.get(i + 1).is_some_and(|next| next.mark.value != spot.mark.value);
        if changes && in_year(&frame.actual, spot.slot).is_none() {
            desk.target(spot, false);
        }
    }
    desk.labels()
}

fn last<'s, 'm>(spots: &'s [Spot<'m>]) -> (Option<&'s Spot<'m>>, &'s [Spot<'m>]) {
    match spots.split_last() {
        Some((last, earlier)) => (Some(last), earlier),
        None => (None, &[]),
    }
}

/// The drawing before its labels.
fn board(spec: &ChartSpec, frame: &Frame) -> Board {
    let actual = frame.actual.iter().map(|spot| shape::actual(spec.form, frame, spot));
    let mut marks: Vec<Area> =
        frame.target.iter().map(|spot| shape::target(spec.form, frame, spot)).collect();
    marks.extend(frame.upper.iter().map(|spot| shape::target(spec.form, frame, spot)));
    marks.extend(frame.original.iter().map(|spot| shape::target(Form::Line, frame, spot)));
    let before = frame.before.iter().map(|spot| shape::actual(spec.form, frame, spot));
    let (mut bars, mut lines) = (Vec::new(), Vec::new());
    match spec.form {
        Form::Line => {
            marks.extend(actual.chain(before));
            for series in [&frame.actual, &frame.target, &frame.upper, &frame.before] {
                lines.extend(shape::segments(series));
            }
        }
        Form::Bars => bars.extend(actual.chain(before)),
    }
    let plot = frame.plot;
    if let Some((y, _)) = frame.baseline {
        lines.push((Point::new(plot.x, y), Point::new(plot.right(), y)));
    }
    if let Some((x, _)) = frame.broken {
        lines.push((Point::new(x, plot.y), Point::new(x, plot.bottom())));
    }
    Board {
        // From the top edge, beside the unit, down to the foot; a little beyond the plot at the right.
        bounds: Area::new(plot.x + 30, 10, WIDTH - plot.x - 40, plot.bottom() - 20),
        labels: vec![unit_area(spec, frame)],
        marks,
        bars,
        lines,
    }
}

/// Where the unit is written: over the tick labels if it is short, else from the left edge.
pub(super) fn unit_area(spec: &ChartSpec, frame: &Frame) -> Area {
    let w = text::width(&spec.unit);
    let end = frame.plot.x - 60;
    Area::new((end - w).max(10), 15, w, text::LINE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::axis::Axis;
    use crate::chart::room::HEIGHT;
    use crate::chart::sample::{bars, line, mark};

    fn labels_of(spec: &ChartSpec) -> Vec<Label> {
        let frame = Frame::of(spec, &Axis::of(spec));
        let labels = labels(spec, &frame);
        let paper = Area::new(0, 0, WIDTH, HEIGHT);
        for (i, label) in labels.iter().enumerate() {
            assert!(label.area.within(&paper), "{} is cut", label.text);
            for other in &labels[i + 1..] {
                assert!(
                    !label.area.overlaps(&other.area),
                    "{} lies over {}",
                    label.text,
                    other.text
                );
            }
        }
        labels
    }

    fn texts(spec: &ChartSpec) -> Vec<String> {
        labels_of(spec).into_iter().map(|label| label.text).collect()
    }

    fn area(spec: &ChartSpec, text: &str) -> Area {
        let labels = labels_of(spec);
        labels.into_iter().find(|label| label.text == text).expect("the label is placed").area
    }

    #[test]
    fn the_last_values_carry_the_names_and_earlier_results_their_value() {
        let mut spec = line(&["13.5", "17.4", "28.6", "46.4", "63.3"], &["", "", "", "", "20"]);
        spec.baseline = Some(mark("9.8", "基準"));
        let texts = texts(&spec);
        assert_eq!(texts[..3], ["実績 63.3", "目標 20", "基準 9.8"]);
        assert!(
            ["13.5", "17.4", "28.6", "46.4"]
                .iter()
                .all(|value| texts.iter().any(|text| text == value))
        );
    }

    #[test]
    fn equal_values_are_labelled_above_and_below() {
        let spec = line(&["40", "50"], &["45", "50"]);
        assert!(area(&spec, "実績 50").bottom() < area(&spec, "目標 50").y);
    }

    #[test]
    fn targets_to_come_are_labelled_past_ones_are_not() {
        let spec = bars(&["235", "431"], &["240", "450", "600", "600", "900"]);
        let texts = texts(&spec);
        assert!(texts.contains(&"600".to_owned()) && !texts.contains(&"240".to_owned()));
        assert_eq!(texts.iter().filter(|text| *text == "600").count(), 1);
    }

    #[test]
    fn a_value_under_its_target_moves_into_the_bar() {
        let labels = labels_of(&bars(&["431", "640"], &["445", "600"]));
        assert!(labels.iter().any(|label| label.text == "431" && label.inside));
    }

    #[test]
    fn long_words_fit_or_give_way_to_the_value() {
        let mut spec = line(&["3.2", "4.1", "6.3"], &["4", "5", "6"]);
        spec.words.target = "Target under the revised plan".to_owned();
        assert!(texts(&spec).contains(&"Target under the revised plan 6".to_owned()));
        spec.words.target = "Target under the plan as revised by the assembly in March".to_owned();
        assert!(texts(&spec).contains(&"6".to_owned()));
    }

    #[test]
    fn twelve_crowded_years_still_name_both_series() {
        let results =
            ["95.1", "96", "97.2", "98", "99.1", "97", "96", "95", "96.5", "97.5", "98.5", "99"];
        let targets = ["95", "96.2", "97", "98.1", "99", "97", "96", "95", "96", "97", "98", "99"];
        for spec in [line(&results, &targets), bars(&results, &targets)] {
            let texts = texts(&spec);
            assert!(texts.contains(&"実績 99".to_owned()) && texts.contains(&"目標 99".to_owned()));
        }
    }
}
