//! In: a mark to be labelled, the drawing so far. Out: its label, worded and placed.
//! Never: the order in which marks get their labels; that is decided in `label`.

use super::around::{self, Host};
use super::frame::{Frame, Spot};
use super::geometry::Area;
use super::place::{Anchor, Board, Place};
use super::shape;
use super::spec::{ChartSpec, Form, Mark};
use super::text;

/// A text beside its mark.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub class: &'static str,
    pub text: String,
    pub area: Area,
    pub anchor: Anchor,
    /// On a filled bar.
    pub inside: bool,
}

/// Labels so far, and the board they stand on.
pub(super) struct Desk<'a> {
    spec: &'a ChartSpec,
    frame: &'a Frame<'a>,
    board: Board,
    labels: Vec<Label>,
}

/// A text looking for its place.
struct Wish<'a> {
    class: &'static str,
    text: String,
    width: i32,
    /// The value it tells.
    mark: &'a Mark,
    must: bool,
}

impl<'a> Desk<'a> {
    /// A desk without labels.
    pub fn new(spec: &'a ChartSpec, frame: &'a Frame<'a>, board: Board) -> Desk<'a> {
        let labels = Vec::new();
        Desk { spec, frame, board, labels }
    }

    /// The labels placed, in order.
    pub fn labels(self) -> Vec<Label> {
        self.labels
    }

    /// Labels a result; the last one is bold, carries the name and has to be placed.
    pub fn actual(&mut self, spot: &Spot, last: bool) {
        let (form, frame) = (self.spec.form, self.frame);
        let target = in_year(&frame.target, spot.slot);
        let name = last.then_some(self.spec.words.actual.as_str());
        let (class, measure): (_, Measure) =
            if last { ("actual last", text::bold_width) } else { ("actual", text::width) };
        let wish = self.wish(class, name, spot.mark, measure);
        let host = Host {
            mark: shape::actual(form, frame, spot),
            at: spot.at,
            above: self.above(spot, target, |y, target| y <= target),
        };
        let inside = around::inside(host, wish.width).filter(|_| form == Form::Bars);
        let rival = target.map(|target| shape::target(form, frame, target));
        self.place(wish, host, rival, inside);
    }

    /// Labels the upper end of a range, which has to be placed.
    pub fn upper(&mut self, spot: &Spot) {
        let name = Some(self.spec.words.upper.as_str());
        let wish = self.wish("target", name, spot.mark, text::width);
        let mark = shape::target(self.spec.form, self.frame, spot);
        self.place(wish, Host { mark, at: spot.at, above: true }, None, None);
    }

    /// Labels the last result under an earlier definition, if there is room.
    pub fn before(&mut self, spot: &Spot) {
        let mark = shape::actual(self.spec.form, self.frame, spot);
        let (class, text) = ("before", spot.mark.label.clone());
        let wish = Wish { class, width: text::width(&text), text, mark: spot.mark, must: false };
        self.place(wish, Host { mark, at: spot.at, above: true }, None, None);
    }

    /// Says at the head of the line what was broken off there.
    pub fn broken(&mut self) {
        let Some((x, words)) = self.frame.broken else { return };
        let plot = self.frame.plot;
        let places = around::beside_upright(x, text::width(words), plot, self.board.bounds);
        self.put("break", words.to_owned(), places, true, false);
    }

    /// Labels a target; the last one carries the name and has to be placed.
    pub fn target(&mut self, spot: &Spot, last: bool) {
        let (form, frame) = (self.spec.form, self.frame);
        let actual = in_year(&frame.actual, spot.slot);
        let name = last.then_some(self.spec.words.target.as_str());
        let wish = self.wish("target", name, spot.mark, text::width);
        let host = Host {
            mark: shape::target(form, frame, spot),
            at: spot.at,
            above: self.above(spot, actual, |y, actual| y < actual),
        };
        let rival = actual.map(|actual| shape::actual(form, frame, actual));
        self.place(wish, host, rival, None);
    }

    /// Labels the baseline, which has to be placed too.
    pub fn baseline(&mut self) {
        if let Some((y, mark)) = self.frame.baseline {
            let name = Some(self.spec.words.baseline.as_str());
            let wish = self.wish("baseline", name, mark, text::width);
            let places = around::beside_line(y, wish.width, self.frame.plot, self.board.bounds);
            self.choose(wish, places);
        }
    }

    /// The value, with the name of its series unless both together are wider than the drawing.
    fn wish<'m>(
        &self,
        class: &'static str,
        name: Option<&str>,
        mark: &'m Mark,
        measure: Measure,
    ) -> Wish<'m> {
        let value = &mark.label;
        let named = name.map(|name| format!("{name} {value}"));
        let fitting = named.filter(|named| measure(named) <= self.board.bounds.w);
        let text = fitting.unwrap_or_else(|| value.clone());
        let width = measure(&text);
        Wish { class, text, width, mark, must: name.is_some() }
    }

    /// Whether a label had better stand above its mark: on bars at the end of the value, on lines away from the
    /// year's other mark, unless that is far away.
    fn above(&self, spot: &Spot, rival: Option<&Spot>, higher: fn(i32, i32) -> bool) -> bool {
        let far = |rival: &Spot| (spot.at.y - rival.at.y).abs() > 4 * text::LINE;
        match self.spec.form {
            Form::Line => rival.is_none_or(|rival| higher(spot.at.y, rival.at.y) || far(rival)),
            Form::Bars => spot.at.y <= self.frame.zero,
        }
    }

    fn place(&mut self, wish: Wish, host: Host, rival: Option<Area>, inside: Option<Place>) {
        let bounds = self.board.bounds;
        let mut places = around::around(host, wish.width, bounds, wish.must);
        places.extend(inside);
        // Where two marks crowd each other, a label that must be placed may stand outside both.
        let bars = self.spec.form == Form::Bars;
        let crowding = rival.filter(|rival| wish.must && (bars || rival.overlaps(&host.mark)));
        if let Some(rival) = crowding {
            places.extend(around::around_both(host, rival, wish.width, bounds));
        }
        self.choose(wish, places);
    }

    fn choose(&mut self, wish: Wish, places: Vec<Place>) {
        self.put(wish.class, wish.text, places, wish.must, wish.mark.hollow);
    }

    fn put(
        &mut self,
        class: &'static str,
        text: String,
        places: Vec<Place>,
        must: bool,
        hollow: bool,
    ) {
        if let Some(place) = self.board.choose(places, must) {
            self.board.labels.push(place.area);
            let (area, anchor, inside) = (place.area, place.anchor, place.inside && !hollow);
            self.labels.push(Label { class, text, area, anchor, inside });
        }
    }
}

type Measure = fn(&str) -> i32;

/// The spot of a year, if the series has one.
pub(super) fn in_year<'s, 'm>(spots: &'s [Spot<'m>], slot: usize) -> Option<&'s Spot<'m>> {
    spots.iter().find(|spot| spot.slot == slot)
}
