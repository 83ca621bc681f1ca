//! In: a mark's place. Out: the area its shape takes.
//! Never: SVG. The drawing and the labels beside it both measure here.

use super::frame::{Frame, Spot};
use super::geometry::{Area, Point};
use super::spec::Form;

/// Radius of an actual's round point, in tenths.
pub(super) const POINT: i32 = 36;
/// Half the diagonal of a target's diamond; it shows behind a point at the same place.
pub(super) const DIAMOND: i32 = 52;
/// The same on a bar, where it sits on a stroke.
pub(super) const SMALL_DIAMOND: i32 = 42;

/// Share of a slot a bar takes, in percent, and its greatest width.
const BAR_SHARE: i32 = 54;
const WIDEST_BAR: i32 = 360;
/// How far a target's stroke reaches beyond the bar, each side.
const STROKE_BEYOND: i32 = 50;

/// The area of an actual: a point, or a bar from zero.
pub(super) fn actual(form: Form, frame: &Frame, spot: &Spot) -> Area {
    match form {
        Form::Line => Area::about(spot.at, POINT),
        Form::Bars => bar(frame, spot.at),
    }
}

/// The area of a target: a diamond, or a stroke over the slot.
pub(super) fn target(form: Form, frame: &Frame, spot: &Spot) -> Area {
    match form {
        Form::Line => Area::about(spot.at, DIAMOND),
        Form::Bars => {
            let reach = bar_width(frame) / 2 + STROKE_BEYOND.min(frame.slot / 8);
            Area {
                x: spot.at.x - reach,
                y: spot.at.y - SMALL_DIAMOND,
                w: 2 * reach,
                h: 2 * SMALL_DIAMOND,
            }
        }
    }
}

fn bar(frame: &Frame, at: Point) -> Area {
    let w = bar_width(frame);
    Area { x: at.x - w / 2, y: at.y.min(frame.zero), w, h: (at.y - frame.zero).abs() }
}

fn bar_width(frame: &Frame) -> i32 {
    (frame.slot * BAR_SHARE / 100).min(WIDEST_BAR) / 2 * 2
}

/// Pairs of neighbouring years: a line is drawn between these and never across a gap.
pub(super) fn segments(spots: &[Spot]) -> Vec<(Point, Point)> {
    let pairs = spots.windows(2).filter(|pair| pair[1].slot == pair[0].slot + 1);
    pairs.map(|pair| (pair[0].at, pair[1].at)).collect()
}
