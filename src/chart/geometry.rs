//! In: whole tenths of a drawing unit, the grain plotters hands to a backend.
//! Out: points and areas, and whether they touch.
//! Never: a float, so that two machines agree to the last byte.

/// A place on the drawing, in tenths of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub x: i32,
    pub y: i32,
}

/// An upright rectangle, in tenths of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

impl Point {
    pub const fn new(x: i32, y: i32) -> Point {
        Point { x, y }
    }
}

impl Area {
    pub const fn new(x: i32, y: i32, w: i32, h: i32) -> Area {
        Area { x, y, w, h }
    }

    /// The square of which `middle` is the middle.
    pub fn about(middle: Point, reach: i32) -> Area {
        Area::new(middle.x - reach, middle.y - reach, 2 * reach, 2 * reach)
    }

    pub fn right(&self) -> i32 {
        self.x + self.w
    }

    pub fn bottom(&self) -> i32 {
        self.y + self.h
    }

    pub fn middle(&self) -> Point {
        Point::new(self.x + self.w / 2, self.y + self.h / 2)
    }

    /// The smallest area around both.
    pub fn with(&self, other: Area) -> Area {
        let x = self.x.min(other.x);
        let y = self.y.min(other.y);
        Area {
            x,
            y,
            w: self.right().max(other.right()) - x,
            h: self.bottom().max(other.bottom()) - y,
        }
    }

    /// Areas that share an edge only do not overlap.
    pub fn overlaps(&self, other: &Area) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether this area lies within the other, edges included.
    pub fn within(&self, outer: &Area) -> bool {
        self.x >= outer.x
            && self.y >= outer.y
            && self.right() <= outer.right()
            && self.bottom() <= outer.bottom()
    }

    /// Whether the straight line between two points passes through.
    pub fn crossed_by(&self, a: Point, b: Point) -> bool {
        let apart = a.x.max(b.x) <= self.x
            || a.x.min(b.x) >= self.right()
            || a.y.max(b.y) <= self.y
            || a.y.min(b.y) >= self.bottom();
        if apart {
            return false;
        }
        // The line misses only if all corners lie on one side of it; i64 because tenths get multiplied.
        let side = |x: i32, y: i32| {
            let turn = i64::from(b.x - a.x) * i64::from(y - a.y)
                - i64::from(b.y - a.y) * i64::from(x - a.x);
            turn.signum()
        };
        let corners = [
            side(self.x, self.y),
            side(self.right(), self.y),
            side(self.x, self.bottom()),
            side(self.right(), self.bottom()),
        ];
        corners.iter().any(|&s| s != corners[0]) || corners[0] == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Area = Area::new(100, 100, 100, 50);

    #[test]
    fn neighbours_that_touch_do_not_overlap() {
        assert!(!BOX.overlaps(&Area { x: 200, ..BOX }));
        assert!(BOX.overlaps(&Area { x: 199, ..BOX }));
    }

    #[test]
    fn a_line_past_a_corner_does_not_cross() {
        let at = Point::new;
        assert!(BOX.crossed_by(at(0, 125), at(300, 125)));
        assert!(BOX.crossed_by(at(90, 90), at(150, 160)));
        assert!(!BOX.crossed_by(at(90, 140), at(130, 190)));
        assert!(!BOX.crossed_by(at(0, 0), at(90, 300)));
    }
}
