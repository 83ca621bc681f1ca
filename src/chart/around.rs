//! In: a label's width and the mark it belongs to. Out: the places it might take, each with its price.
//! Never: what else is on the drawing; that is for the board to weigh.

use std::cmp::Ordering;

use super::geometry::{Area, Point};
use super::place::{Anchor, NEXT_BEST, OTHER_SIDE, OUTSIDE_BOTH, Place, ROW_AWAY};
use super::text;

/// Between a mark and its label, in tenths. Under a mark more: digits have air below, hardly any above.
pub(super) const GAP: i32 = 22;
const GAP_UNDER: i32 = 36;
/// Between a line across the plot and its label; the line is thin.
const GAP_LINE: i32 = 12;
/// From one row of labels to the next.
const ROW: i32 = text::LINE + 4;

/// A mark that wants a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Host {
    /// What the label must not cover.
    pub mark: Area,
    /// Where the value stands on the mark: the end of a bar, the middle of a point.
    pub at: Point,
    /// The better side.
    pub above: bool,
}

/// Places around a mark: above, below, beside it, then, if it must have one, rows further away.
pub(super) fn around(host: Host, width: i32, bounds: Area, must: bool) -> Vec<Place> {
    let Host { mark, at, above } = host;
    let mut places = Vec::new();
    for row in 0..if must { bounds.h / ROW } else { 1 } {
        let over = mark.y - GAP - text::LINE - row * ROW;
        let under = mark.bottom() + GAP_UNDER + row * ROW;
        for (y, preferred) in [(over, above), (under, !above)] {
            let cost = row * ROW_AWAY + if preferred { 0 } else { OTHER_SIDE };
            places.extend(along(mark, y, width, cost, bounds));
        }
    }
    let y = at.y - text::LINE / 2;
    let (right, left) = (mark.right() + GAP, mark.x - GAP - width);
    places.push(Place::new((right, y), width, Anchor::Start, OTHER_SIDE + NEXT_BEST));
    places.push(Place::new((left, y), width, Anchor::End, OTHER_SIDE + 2 * NEXT_BEST));
    places
}

/// Places around two marks that crowd each other, for the label of the first.
pub(super) fn around_both(host: Host, rival: Area, width: i32, bounds: Area) -> Vec<Place> {
    let both = Host { mark: host.mark.with(rival), ..host };
    let mut places = around(both, width, bounds, true);
    for place in &mut places {
        place.cost += OUTSIDE_BOTH;
    }
    places
}

/// The place inside a bar, at the end of its value, if the bar is wide and long enough.
pub(super) fn inside(host: Host, width: i32) -> Option<Place> {
    let bar = host.mark;
    let y = if host.above { bar.y + GAP_UNDER } else { bar.bottom() - GAP_UNDER - text::LINE };
    let x = bar.middle().x - width / 2;
    let fits = bar.w >= width + GAP && bar.h >= text::LINE + 2 * GAP_UNDER;
    fits.then(|| Place { inside: true, ..Place::new((x, y), width, Anchor::Middle, OTHER_SIDE) })
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
        // A text pushed away from an edge hugs that edge, however narrow the reader's font.
        let anchor = match x.cmp(&wish) {
            Ordering::Less => Anchor::End,
            Ordering::Equal => anchor,
            Ordering::Greater => Anchor::Start,
        };
        Place::new((x, y), width, anchor, cost + rank * NEXT_BEST)
    })
}

/// Places at an upright line: left or right of its head, then further down.
pub(super) fn beside_upright(x: i32, width: i32, plot: Area, bounds: Area) -> Vec<Place> {
    let mut places = Vec::new();
    for row in 0..bounds.h / ROW {
        let y = plot.y + row * ROW;
        let cost = row * ROW_AWAY;
        places.push(Place::new((x - GAP - width, y), width, Anchor::End, cost));
        places.push(Place::new((x + GAP, y), width, Anchor::Start, cost + NEXT_BEST));
    }
    places
}

/// Places along a line across the plot: beyond its right end if there is room, else just above or below it.
pub(super) fn beside_line(y: i32, width: i32, plot: Area, bounds: Area) -> Vec<Place> {
    let beyond = (plot.right() + 2 * GAP, y - text::LINE / 2);
    let mut places = vec![Place::new(beyond, width, Anchor::Start, 0)];
    let room = (plot.w - width).max(0);
    for row in 0..bounds.h / ROW {
        let over = y - GAP_LINE - text::LINE - row * ROW;
        let under = y + GAP_LINE + row * ROW;
        for (side, y) in [(0, over), (1, under)] {
            // Eighths of the way along: the ends first, the middle last.
            for (rank, eighth) in (0..).zip([8, 0, 7, 1, 6, 2, 5, 3, 4]) {
                let anchor = match eighth {
                    8 => Anchor::End,
                    0 => Anchor::Start,
                    _ => Anchor::Middle,
                };
                let cost = row * ROW_AWAY + (1 + side + rank) * NEXT_BEST;
                places.push(Place::new((plot.x + room * eighth / 8, y), width, anchor, cost));
            }
        }
    }
    places
}
