//! In: nothing. Out: what changed on the site and when, corrections with the old and the new value.
//! Never: a correction made in silence.

use super::{Date, FiscalYear, IndicatorAt, PlanRef, Text, Value};

/// An entry of 更新情報.
#[derive(Clone, Debug)]
pub struct Update {
    /// When.
    pub date: Date,
    /// In a few words.
    pub title: Text,
    /// In a sentence or three.
    pub text: Option<Text>,
    /// Values that had been published wrong.
    pub corrections: Vec<Correction>,
}

/// A value that had been published wrong.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The plan of the indicator.
    pub plan: PlanRef,
    /// Which indicator.
    pub at: IndicatorAt,
    /// Which year.
    pub year: FiscalYear,
    /// As published.
    pub from: Value,
    /// As it should have been.
    pub to: Value,
    /// Why.
    pub reason: Text,
}
