//! In: results and targets by slot. Out: the SVG of a course in small, without axis or words.
//! Never: read aloud; whatever it shows stands in words beside it.

use super::element::Pen;
use super::geometry::Point;
use crate::model::Decimal;

/// Size in tenths of a unit.
const WIDTH: i32 = 960;
const HEIGHT: i32 = 240;
const MARGIN: i32 = 30;

/// Draws results as a line with its last point, and targets as small diamonds.
#[must_use]
pub fn spark(actual: &[Option<Decimal>], target: &[Option<Decimal>]) -> String {
    let slots = i32::try_from(actual.len().max(target.len())).unwrap_or(1).max(1);
    let values: Vec<Decimal> = actual.iter().chain(target).flatten().copied().collect();
    let low = values.iter().min().copied().unwrap_or_default();
    let high = values.iter().max().copied().unwrap_or_default();
    let x = |slot: usize| {
        let slot = i32::try_from(slot).unwrap_or_default();
        MARGIN + (WIDTH - 2 * MARGIN) * (2 * slot + 1) / (2 * slots)
    };
    let y = |value: Decimal| HEIGHT - MARGIN - share(value, low, high, HEIGHT - 2 * MARGIN);
    let points = |series: &[Option<Decimal>]| -> Vec<(usize, i32, i32)> {
        let numbered = series.iter().enumerate();
        numbered.filter_map(|(slot, value)| Some((slot, x(slot), y((*value)?)))).collect()
    };
    let seen = points(actual);
    let mut pen = Pen::default();
    pen.raw("<svg class=\"spark\" viewBox=\"0 0 ").units(WIDTH).raw(" ").units(HEIGHT);
    pen.raw("\" aria-hidden=\"true\" focusable=\"false\">");
    pen.path("target", |d| {
        for (_, x, y) in points(target) {
            d.raw("M").xy(Point::new(x, y - 20)).raw("l2 2l-2 2l-2 -2z");
        }
    });
    pen.path("line", |d| {
        let mut before = None;
        for (slot, x, y) in &seen {
            let joined = slot.checked_sub(1).is_some_and(|last| before == Some(last));
            // A point alone is a line of no length; its round ends make a dot.
            let (start, dot) = if joined { ("L", "") } else { ("M", "h0") };
            d.raw(start).xy(Point::new(*x, *y)).raw(dot);
            before = Some(*slot);
        }
    });
    if let Some((_, x, y)) = seen.last() {
        pen.raw("<circle class=\"last\" cx=\"").units(*x).raw("\" cy=\"").units(*y);
        pen.raw("\" r=\"2.4\"/>");
    }
    pen.raw("</svg>");
    pen.finish()
}

/// Where a value stands between the lowest and the highest, as a part of `height`.
fn share(value: Decimal, low: Decimal, high: Decimal, height: i32) -> i32 {
    let part = || {
        let above = value.checked_sub(low)?.checked_mul(Decimal::from(height))?;
        above.checked_div(high.checked_sub(low)?)
    };
    let part = part().map(|part| part.round());
    part.and_then(|part| i32::try_from(part).ok()).unwrap_or(height / 2)
}

#[cfg(test)]
mod tests {
    use super::spark;
    use crate::model::Decimal;
    use proptest::prelude::{any, proptest};

    fn series(values: &[Option<i64>]) -> Vec<Option<Decimal>> {
        values.iter().map(|value| value.map(Decimal::from)).collect()
    }

    #[test]
    fn a_gap_breaks_the_line_and_the_last_result_is_marked() {
        let drawing = spark(&series(&[Some(1), Some(3), None, Some(2)]), &[]);
        let line = drawing.split("class=\"line\" d=\"").nth(1).and_then(|d| d.split('"').next());
        let line = line.expect("a line");
        assert_eq!((line.matches('M').count(), line.matches('L').count()), (2, 1));
        assert_eq!(drawing.matches("class=\"last\"").count(), 1);
    }

    proptest! {
        #[test]
        fn anything_is_drawn(values in proptest::collection::vec(any::<Option<i64>>(), 0..20)) {
            let drawing = spark(&series(&values), &series(&values));
            assert!(drawing.ends_with("</svg>") && !drawing.contains("NaN"));
        }
    }
}
