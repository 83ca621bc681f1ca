//! In: a label's size, the mark it belongs to, and what is on the drawing already. Out: the best free place.
//! Never: a series or a value. A label with a must is always placed; another is left out rather than squeezed in.

use super::geometry::{Area, Point};
use super::text;

/// Between a mark and its label, in tenths. Under a mark more: a line of digits has air below, hardly any above.
const GAP: i32 = 22;
const GAP_UNDER: i32 = 36;

// What is wrong with a place, in order of gravity. A cost below `CROSSING` disturbs nothing.
const OVER_LABEL: i32 = 100_000;
const OVER_MARK: i32 = 3_000;
const OVER_BAR: i32 = 2_000;
const CROSSING: i32 = 600;
const ROW_AWAY: i32 = 250;
const OUTSIDE_BOTH: i32 = 200;
const OTHER_SIDE: i32 = 60;
const NEXT_BEST: i32 = 10;

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
    cost: i32,
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
        let inside = places.into_iter().filter(|place| place.area.within(&self.bounds));
        let priced = inside.map(|place| Place {
            cost: place.cost + self.disturbance(&place),
            ..place
        });
        // Of equal places the first wins, so the order of the places is part of the result.
        priced.min_by_key(|place| place.cost).filter(|place| must || place.cost < ROW_AWAY)
    }

    fn disturbance(&self, place: &Place) -> i32 {
        let area = &place.area;
        let over = |areas: &[Area], cost: i32| -> i32 {
            areas.iter().filter(|other| area.overlaps(other)).map(|_| cost).sum()
        };
        let crossed: i32 = self.lines.iter().filter(|(a, b)| area.crossed_by(*a, *b)).map(|_| CROSSING).sum();
        let bars = if place.inside { 0 } else { over(&self.bars, OVER_BAR) };
        over(&self.labels, OVER_LABEL) + over(&self.marks, OVER_MARK) + bars + crossed
    }
}

/// Places around a mark: above, below, beside it, then rows further away.
///
/// `at` is where the value stands on the mark (the top of a bar); `above` tells the better side.
pub(super) fn around(mark: Area, at: Point, width: i32, above: bool, bounds: Area) -> Vec<Place> {
    let mut places = Vec::new();
    let rows = bounds.h / text::LINE;
    for row in 0..rows {
        let step = row * (text::LINE + 4);
        let over = mark.y - GAP - text::LINE - step;
        let under = mark.bottom() + GAP_UNDER + step;
        for (y, preferred) in [(over, above), (under, !above)] {
            let cost = row * ROW_AWAY + if preferred { 0 } else { OTHER_SIDE };
            places.extend(along(mark, y, width, cost, bounds));
        }
    }
    let y = at.y - text::LINE / 2;
    let side = |x, anchor, cost| Place { area: Area { x, y, w: width, h: text::LINE }, anchor, inside: false, cost };
    places.push(side(mark.right() + GAP, Anchor::Start, OTHER_SIDE + NEXT_BEST));
    places.push(side(mark.x - GAP - width, Anchor::End, OTHER_SIDE + 2 * NEXT_BEST));
    places
}

/// Places around two marks that crowd each other, for the label of one of them.
pub(super) fn around_both(mark: Area, rival: Area, at: Point, width: i32, above: bool, bounds: Area) -> Vec<Place> {
    let mut places = around(mark.with(rival), at, width, above, bounds);
    for place in &mut places {
        place.cost += OUTSIDE_BOTH;
    }
    places
}

/// The place inside a bar, at the end of its value, if it is wide and long enough.
pub(super) fn inside(bar: Area, width: i32, above: bool) -> Option<Place> {
    let y = if above { bar.y + GAP } else { bar.bottom() - GAP - text::LINE };
    let area = Area { x: bar.middle().x - width / 2, y, w: width, h: text::LINE };
    let fits = bar.w >= width + GAP && bar.h >= text::LINE + 2 * GAP;
    fits.then_some(Place { area, anchor: Anchor::Middle, inside: true, cost: OTHER_SIDE })
}

/// Places in one row: over the middle of the mark, to its left, to its right; pushed inside at the edges.
fn along(mark: Area, y: i32, width: i32, cost: i32, bounds: Area) -> impl Iterator<Item = Place> {
    let wishes = [
        (mark.middle().x - width / 2, Anchor::Middle),
        (mark.right() - width, Anchor::End),
        (mark.x, Anchor::Start),
    ];
    (0..).zip(wishes).map(move |(rank, (wish, anchor))| {
        let x = wish.min(bounds.right() - width).max(bounds.x);
        Place {
            area: Area { x, y, w: width, h: text::LINE },
            // A text pushed away from the right edge hugs that edge, however narrow the reader's font.
            anchor: if x < wish { Anchor::End } else if x > wish { Anchor::Start } else { anchor },
            inside: false,
            cost: cost + rank * NEXT_BEST,
        }
    })
}

/// Places along a line across the plot: beyond its right end if there is room, else just above or below it.
pub(super) fn beside_line(y: i32, width: i32, plot: Area, bounds: Area) -> Vec<Place> {
    let beyond = Area { x: plot.right() + 2 * GAP, y: y - text::LINE / 2, w: width, h: text::LINE };
    let mut places = vec![Place { area: beyond, anchor: Anchor::Start, inside: false, cost: 0 }];
    let room = (plot.w - width).max(0);
    for row in 0..bounds.h / text::LINE {
        let step = row * (text::LINE + 4);
        for (side, y) in [(0, y - 12 - text::LINE - step), (1, y + 12 + step)] {
            for (rank, eighth) in (0..).zip([8, 0, 7, 1, 6, 2, 5, 3, 4]) {
                let anchor = match eighth {
                    8 => Anchor::End,
                    0 => Anchor::Start,
                    _ => Anchor::Middle,
                };
                let area = Area { x: plot.x + room * eighth / 8, y, w: width, h: text::LINE };
                places.push(Place { area, anchor, inside: false, cost: row * ROW_AWAY + (1 + side + rank) * NEXT_BEST });
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Area = Area { x: 0, y: 0, w: 3000, h: 1500 };
    const MARK: Area = Area { x: 1450, y: 700, w: 100, h: 100 };

    fn board() -> Board {
        Board { bounds: BOUNDS, labels: vec![], marks: vec![MARK], bars: vec![], lines: vec![] }
    }

    fn places() -> Vec<Place> {
        around(MARK, MARK.middle(), 400, true, BOUNDS)
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
        let place = board().choose(around(edge, edge.middle(), 400, true, BOUNDS), true).expect("a must");
        assert_eq!((place.area.right(), place.anchor), (3000, Anchor::End));
    }
}
