//! In: an indicator. Out: its course in small: results as a line, the last target as a stroke.
//! Never: a word or a number; the words beside it carry both.

use crate::chart;
use crate::evaluate::Calendar;
use crate::model::{Decimal, FiscalYear, Indicator, Value};
use serde::{Serialize, Serializer};

/// A small drawing; it becomes SVG when the page is spelled out.
#[derive(Clone, Debug)]
pub struct Spark {
    actual: Vec<Option<Decimal>>,
    target: Vec<Option<Decimal>>,
}

impl Serialize for Spark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&chart::spark(&self.actual, &self.target))
    }
}

/// The course of an indicator; `None` where fewer than two numbers could be drawn.
pub(super) fn spark(indicator: &Indicator, calendar: Calendar) -> Option<Spark> {
    let first = indicator.actuals.keys().next().copied();
    let first = first.unwrap_or(calendar.period.first.year).min(calendar.period.first.year);
    let last = indicator.target_years().last().copied().unwrap_or(first);
    let last = last.max(calendar.period.last.year);
    let years: Vec<FiscalYear> = first.through(last).collect();
    let actual: Vec<Option<Decimal>> =
        years.iter().map(|year| indicator.actuals.get(year)?.number()).collect();
    let target: Vec<Option<Decimal>> = years
        .iter()
        .map(|year| match indicator.target(*year)?.value {
            Value::Number(number) | Value::Range(number, _) => Some(number),
            Value::Done(_) => None,
        })
        .collect();
    let drawn = actual.iter().chain(&target).flatten().count();
    (drawn >= 2).then_some(Spark { actual, target })
}
