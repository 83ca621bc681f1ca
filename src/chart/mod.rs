//! In: a [`ChartSpec`], every word and digit of it ready. Out: [`svg`], the text of one accessible drawing,
//! or [`group`], its marks to stand in a larger one.
//! Never: a number formatted, an indicator known, a colour, a font, a script; it cannot fail.

mod around;
mod axis;
mod backend;
mod contrast;
mod desk;
mod draw;
mod element;
mod frame;
mod geometry;
mod label;
mod place;
mod room;
#[cfg(test)]
mod sample;
mod scale;
mod shape;
mod spark;
mod spec;
mod text;

pub use contrast::contrast;
pub use element::escape;
pub use spark::spark;
pub use spec::{Break, ChartSpec, Form, Mark, Words};

/// Width and height of every chart, in its own units.
pub const SIZE: (i32, i32) = (room::WIDTH / 10, room::HEIGHT / 10);

/// Draws a chart.
///
/// The same chart always gives the same bytes. Looks come from the page's style sheet by class.
#[must_use]
pub fn svg(spec: &ChartSpec) -> String {
    let axis = axis::Axis::of(spec);
    let frame = frame::Frame::of(spec, &axis);
    let labels = label::labels(spec, &frame);
    draw::document(spec, &axis, &frame, &labels)
}

/// The same marks as a group of class `chart`, without name and description.
#[must_use]
pub fn group(spec: &ChartSpec) -> String {
    let axis = axis::Axis::of(spec);
    let frame = frame::Frame::of(spec, &axis);
    let labels = label::labels(spec, &frame);
    draw::group(spec, &axis, &frame, &labels)
}

#[cfg(test)]
mod tests {
    use crate::model::Decimal;
    use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};

    use super::*;

    fn series() -> impl Strategy<Value = Vec<Option<Mark>>> {
        let value = prop_oneof![
            (-10_000_i64..10_000, 0_u32..3).prop_map(|(n, scale)| Some(Decimal::new(n, scale))),
            (any::<i64>(), 0_u32..20).prop_map(|(n, scale)| Some(Decimal::new(n, scale))),
            Just(Some(Decimal::ZERO)),
            Just(Some(Decimal::MAX)),
            Just(None),
        ];
        let mark = (value, any::<bool>()).prop_map(|(value, hollow)| {
            value.map(|value| Mark {
                value,
                label: "12.3".to_owned(),
                title: "<事実>".to_owned(),
                hollow,
            })
        });
        proptest::collection::vec(mark, 0..13)
    }

    proptest! {
        #[test]
        fn any_chart_is_drawn_the_same_twice_and_whole(
            actual in series(), target in series(), upper in series(), before in series(),
            baseline in series(), line in any::<bool>(), broken in proptest::option::of(0..14_usize),
        ) {
            let mut spec = sample::line(&["1"; 12], &[]);
            spec.form = if line { Form::Line } else { Form::Bars };
            spec.baseline = baseline.into_iter().flatten().next();
            spec.actual = actual;
            spec.target = target;
            spec.upper = upper;
            spec.before = before;
            spec.broken = broken.map(|slot| Break { slot, words: "変更".to_owned() });
            let drawing = svg(&spec);
            assert_eq!(drawing, svg(&spec));
            assert!(drawing.ends_with("</svg>"));
            assert!(!drawing.contains("NaN") && !drawing.contains("inf"));
            let axis = axis::Axis::of(&spec);
            let frame = frame::Frame::of(&spec, &axis);
            let labels = label::labels(&spec, &frame);
            let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
            assert_eq!(texts.contains(&"実績 12.3"), !frame.actual.is_empty());
            assert_eq!(texts.contains(&"目標 12.3"), !frame.target.is_empty());
            for (i, one) in labels.iter().enumerate() {
                assert!(labels[i + 1..].iter().all(|other| !one.area.overlaps(&other.area)));
            }
        }
    }
}
