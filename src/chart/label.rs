//! In: a chart laid out. Out: its direct labels, placed so that none covers another.
//! Never: a legend, a word or digit of its own.

use super::frame::{Frame, Spot, WIDTH};
use super::geometry::{Area, Point};
use super::place::{self, Anchor, Board, Place};
use super::shape;
use super::spec::{ChartSpec, Form};
use super::text;

/// A text beside its mark.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub class: &'static str,
    pub text: String,
    pub area: Area,
    pub anchor: Anchor,
    /// On a bar.
    pub inside: bool,
}

const ACTUAL: &str = "actual";
const LAST_ACTUAL: &str = "actual last";
const TARGET: &str = "target";
const BASELINE: &str = "baseline";

/// The labels of a chart, the most important first: last result, last target, baseline, then what fits.
pub(super) fn labels(spec: &ChartSpec, frame: &Frame) -> Vec<Label> {
    let mut desk = Desk { spec, frame, board: board(spec, frame), labels: Vec::new() };
    let (last_actual, earlier_actual) = last(&frame.actual);
    let (last_target, earlier_target) = last(&frame.target);
    if let Some(spot) = last_actual {
        desk.actual(spot, true);
    }
    if let Some(spot) = last_target {
        desk.target(spot, true);
    }
    desk.baseline();
    // Of results the outer ends matter most, then the recent past. Beside a result, a past target is for the table.
    for spot in earlier_actual.first().into_iter().chain(earlier_actual.iter().skip(1).rev()) {
        desk.actual(spot, false);
    }
    for (i, spot) in earlier_target.iter().enumerate().rev() {
        let changes = frame.target.get(i + 1).is_some_and(|next| next.mark.value != spot.mark.value);
        if changes && in_year(&frame.actual, spot.slot).is_none() {
            desk.target(spot, false);
        }
    }
    desk.labels
}

fn last<'s, 'm>(spots: &'s [Spot<'m>]) -> (Option<&'s Spot<'m>>, &'s [Spot<'m>]) {
    match spots.split_last() {
        Some((last, earlier)) => (Some(last), earlier),
        None => (None, &[]),
    }
}

fn in_year<'s, 'm>(spots: &'s [Spot<'m>], slot: usize) -> Option<&'s Spot<'m>> {
    spots.iter().find(|spot| spot.slot == slot)
}

/// The drawing before its labels.
fn board(spec: &ChartSpec, frame: &Frame) -> Board {
    let actual = frame.actual.iter().map(|spot| shape::actual(spec.form, frame, spot));
    let mut marks: Vec<Area> = frame.target.iter().map(|spot| shape::target(spec.form, frame, spot)).collect();
    let (mut bars, mut lines) = (Vec::new(), Vec::new());
    match spec.form {
        Form::Line => {
            marks.extend(actual);
            lines.extend(shape::segments(&frame.actual));
            lines.extend(shape::segments(&frame.target));
        }
        Form::Bars => bars.extend(actual),
    }
    let plot = frame.plot;
    if let Some((y, _)) = frame.baseline {
        lines.push((Point { x: plot.x, y }, Point { x: plot.right(), y }));
    }
    Board {
        // From the top edge, beside the unit, down to the foot; a little beyond the plot at the right.
        bounds: Area { x: plot.x + 30, y: 10, w: WIDTH - 10 - plot.x - 30, h: plot.bottom() - 20 },
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
    Area { x: (end - w).max(10), y: 15, w, h: text::LINE }
}

/// Whether two marks of a year stand so far apart that each may have its label above.
fn far(one: &Spot, other: &Spot) -> bool {
    (one.at.y - other.at.y).abs() > 4 * text::LINE
}

/// A label looking for its place.
struct Wish<'a> {
    class: &'static str,
    text: String,
    width: i32,
    spot: &'a Spot<'a>,
    /// The mark it belongs to.
    mark: Area,
    /// The other series' mark in the same year.
    rival: Option<Area>,
    above: bool,
    must: bool,
}

struct Desk<'a> {
    spec: &'a ChartSpec,
    frame: &'a Frame<'a>,
    board: Board,
    labels: Vec<Label>,
}

impl Desk<'_> {
    fn actual(&mut self, spot: &Spot, last: bool) {
        let (form, frame) = (self.spec.form, self.frame);
        let rival = in_year(&frame.target, spot.slot);
        let measure = if last { text::bold_width } else { text::width };
        let text = self.text(spot, last.then_some(&self.spec.words.actual), measure);
        self.place(Wish {
            class: if last { LAST_ACTUAL } else { ACTUAL },
            width: measure(&text),
            text,
            spot,
            mark: shape::actual(form, frame, spot),
            rival: rival.map(|target| shape::target(form, frame, target)),
            above: match form {
                Form::Line => rival.is_none_or(|target| spot.at.y <= target.at.y || far(spot, target)),
                Form::Bars => spot.at.y <= frame.zero,
            },
            must: last,
        });
    }

    fn target(&mut self, spot: &Spot, last: bool) {
        let (form, frame) = (self.spec.form, self.frame);
        let rival = in_year(&frame.actual, spot.slot);
        let text = self.text(spot, last.then_some(&self.spec.words.target), text::width);
        self.place(Wish {
            class: TARGET,
            width: text::width(&text),
            text,
            spot,
            mark: shape::target(form, frame, spot),
            rival: rival.map(|actual| shape::actual(form, frame, actual)),
            above: match form {
                Form::Line => rival.is_none_or(|actual| spot.at.y < actual.at.y || far(spot, actual)),
                Form::Bars => spot.at.y <= frame.zero,
            },
            must: last,
        });
    }

    fn baseline(&mut self) {
        let Some((y, mark)) = self.frame.baseline else { return };
        let text = self.named(&self.spec.words.baseline, &mark.label, text::width);
        let places = place::beside_line(y, text::width(&text), self.frame.plot, self.board.bounds);
        self.take(BASELINE, text, places, true);
    }

    fn place(&mut self, wish: Wish) {
        let (bounds, bars) = (self.board.bounds, self.spec.form == Form::Bars);
        let mut places = place::around(wish.mark, wish.spot.at, wish.width, wish.above, bounds);
        if bars && wish.class != TARGET {
            places.extend(place::inside(wish.mark, wish.width, wish.above));
        }
        // Where two marks crowd each other, a label that must be placed may stand outside both.
        let crowded = wish.rival.filter(|rival| wish.must && (bars || rival.overlaps(&wish.mark)));
        if let Some(rival) = crowded {
            places.extend(place::around_both(wish.mark, rival, wish.spot.at, wish.width, wish.above, bounds));
        }
        self.take(wish.class, wish.text, places, wish.must);
    }

    fn take(&mut self, class: &'static str, text: String, places: Vec<Place>, must: bool) {
        if let Some(Place { area, anchor, inside, .. }) = self.board.choose(places, must) {
            self.board.labels.push(area);
            self.labels.push(Label { class, text, area, anchor, inside });
        }
    }

    fn text(&self, spot: &Spot, name: Option<&String>, measure: fn(&str) -> i32) -> String {
        name.map_or_else(|| spot.mark.label.clone(), |name| self.named(name, &spot.mark.label, measure))
    }

    /// A value with the name of its series, or alone if both together are wider than the drawing.
    fn named(&self, name: &str, label: &str, measure: fn(&str) -> i32) -> String {
        let both = format!("{name} {label}");
        if measure(&both) <= self.board.bounds.w { both } else { label.to_owned() }
    }
}
