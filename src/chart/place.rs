//! In: the possible places of a label, and what is on the drawing already. Out: the best free place.
//! Never: a series or a value. A label with a must is always placed; another is left out rather than squeezed in.

use super::geometry::{Area, Point};
use super::text;

// What is wrong with a place, in order of gravity.
const OVER_LABEL: i32 = 100_000;
const OVER_MARK: i32 = 3_000;
const OVER_BAR: i32 = 2_000;
const CROSSING: i32 = 600;
/// Each row further from the mark. What costs less is beside its mark and disturbs nothing.
pub(super) const ROW_AWAY: i32 = 250;
/// Outside the other series' mark as well.
pub(super) const OUTSIDE_BOTH: i32 = 200;
/// Below instead of above, or the reverse.
pub(super) const OTHER_SIDE: i32 = 60;
/// One place further down the list of equally good ones.
pub(super) const NEXT_BEST: i32 = 10;

/// Which point of a text its `x` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A possible place of a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub area: Area,
    pub anchor: Anchor,
    /// On the bar itself, so in the ground's colour.
    pub inside: bool,
    /// The less, the better.
    pub cost: i32,
}

impl Place {
    /// A place for one line of text.
    pub fn new((x, y): (i32, i32), width: i32, anchor: Anchor, cost: i32) -> Place {
        Place { area: Area::new(x, y, width, text::LINE), anchor, inside: false, cost }
    }
}

/// What is on the drawing already.
#[derive(Debug)]
pub(super) struct Board {
    /// Labels stay inside.
    pub bounds: Area,
    pub labels: Vec<Area>,
    pub marks: Vec<Area>,
    pub bars: Vec<Area>,
    pub lines: Vec<(Point, Point)>,
}

impl Board {
    /// The best of the places; `None` if the label may be left out and every place disturbs something.
    pub fn choose(&self, places: Vec<Place>, must: bool) -> Option<Place> {
        let mut best: Option<Place> = None;
        for place in places.into_iter().filter(|place| place.area.within(&self.bounds)) {
            // Of equal places the first wins, so the order of the places is part of the result; and one
            // that costs too much as it is need not be looked at.
            let better = |cost: i32| best.is_none_or(|best| cost < best.cost);
            if better(place.cost) {
                let cost = place.cost + self.disturbance(&place);
                best = if better(cost) { Some(Place { cost, ..place }) } else { best };
            }
        }
        best.filter(|place| must || place.cost < ROW_AWAY)
    }

    fn disturbance(&self, place: &Place) -> i32 {
        let area = &place.area;
        let over = |areas: &[Area], cost: i32| -> i32 {
            areas.iter().filter(|other| area.overlaps(other)).map(|_| cost).sum()
        };
        let crossed: i32 =
            self.lines.iter().filter(|(a, b)| area.crossed_by(*a, *b)).map(|_| CROSSING).sum();
        let bars = if place.inside { 0 } else { over(&self.bars, OVER_BAR) };
        over(&self.labels, OVER_LABEL) + over(&self.marks, OVER_MARK) + bars + crossed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::around::{GAP, Host, around};

    const BOUNDS: Area = Area::new(0, 0, 3000, 1500);
    const MARK: Area = Area::new(1450, 700, 100, 100);

    fn board() -> Board {
        Board { bounds: BOUNDS, labels: vec![], marks: vec![MARK], bars: vec![], lines: vec![] }
    }

    fn host(mark: Area) -> Host {
        Host { mark, at: mark.middle(), above: true }
    }

    fn places() -> Vec<Place> {
        around(host(MARK), 400, BOUNDS, true)
    }

    #[test]
    fn a_free_label_stands_above_in_the_middle() {
        let place = board().choose(places(), false).expect("there is room");
        assert_eq!((place.area.bottom() + GAP, place.area.middle().x), (MARK.y, 1500));
    }

    #[test]
    fn a_taken_place_sends_it_below() {
        let taken = board().choose(places(), true).expect("there is room").area;
        let crowded = Board { labels: vec![Area { x: 0, w: 3000, ..taken }], ..board() };
        let place = crowded.choose(places(), false).expect("there is room");
        assert!(place.area.y > MARK.bottom());
    }

    #[test]
    fn without_room_only_a_must_is_placed() {
        let full = Board { bars: vec![BOUNDS], ..board() };
        assert!(full.choose(places(), false).is_none());
        assert!(full.choose(places(), true).is_some());
    }

    #[test]
    fn at_the_edge_a_label_is_pushed_inside() {
        let edge = Area { x: 2950, ..MARK };
        let place = board().choose(around(host(edge), 400, BOUNDS, true), true).expect("a must");
        assert_eq!((place.area.right(), place.anchor), (3000, Anchor::End));
    }
}
