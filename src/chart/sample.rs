//! In: a few digits. Out: a chart to test with.
//! Never: anything outside tests.

use crate::model::Decimal;

use super::spec::{ChartSpec, Form, Mark, Words};

/// A line chart; an empty text is a gap.
pub(super) fn line(actual: &[&str], target: &[&str]) -> ChartSpec {
    chart(Form::Line, actual, target)
}

/// A bar chart; an empty text is a gap.
pub(super) fn bars(actual: &[&str], target: &[&str]) -> ChartSpec {
    chart(Form::Bars, actual, target)
}

/// A mark labelled with its digits.
pub(super) fn mark(digits: &str, what: &str) -> Mark {
    Mark {
        value: digits.parse().expect("tests write decimals"),
        label: digits.to_owned(),
        title: format!("{what} {digits}%"),
        hollow: false,
    }
}

fn chart(form: Form, actual: &[&str], target: &[&str]) -> ChartSpec {
    let series = |cells: &[&str], what: &str| -> Vec<Option<Mark>> {
        cells.iter().map(|cell| (!cell.is_empty()).then(|| mark(cell, what))).collect()
    };
    ChartSpec {
        id: "c".to_owned(),
        title: "率(折れ線)".to_owned(),
        description: "増えた。".to_owned(),
        form,
        years: (1..=actual.len().max(target.len())).map(|year| format!("R{year}")).collect(),
        unit: "%".to_owned(),
        actual: series(actual, "実績"),
        target: series(target, "目標"),
        upper: Vec::new(),
        original: Vec::new(),
        before: Vec::new(),
        broken: None,
        baseline: None,
        words: Words {
            actual: "実績".to_owned(),
            target: "目標".to_owned(),
            upper: "目標上限".to_owned(),
            baseline: "基準".to_owned(),
            cut: "縦軸の途中から表示".to_owned(),
        },
        tick: |value: Decimal| value.to_string(),
    }
}
