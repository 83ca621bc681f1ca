//! In: nothing. Out: an indicator: what is aimed at, what was observed, and how it is judged.
//! Never: a judgement; `evaluate` makes those.

use super::plan::KgiIndex;
use super::{
    Date, Decimal, FiscalYear, IndicatorAt, IndicatorBefore, PlanRef, SourceRef, Text, Unit,
};
use std::collections::{BTreeMap, BTreeSet};

/// One indicator of a plan with its targets and results.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Stable id: the address of its page.
    pub id: String,
    /// What it counts for.
    pub role: Role,
    /// The key goal indicator it serves, as an index into the plan's.
    pub kgi: Option<KgiIndex>,
    /// The theme of a key goal indicator.
    pub theme: Option<Text>,
    /// Name.
    pub name: Text,
    /// What exactly is counted.
    pub definition: Option<Text>,
    /// Unit.
    pub unit: Unit,
    /// The fewest decimals shown. A number is never shown with fewer than it was written with, and
    /// without a wish of the content not with more either: 2725 does not become 2725.0.
    pub decimals: u32,
    /// Level or count: decides the form of the chart.
    pub measure: Measure,
    /// Which way is good; unknown where the plan's own sheet could not be had.
    pub aim: Option<Aim>,
    /// How the rate of achievement is computed.
    pub rate: RateRule,
    /// Single-year or cumulative, where stated.
    pub counting: Option<Counting>,
    /// The baseline year; `check` has made sure it holds a number.
    pub baseline: Option<FiscalYear>,
    /// Targets by year as first set; nothing is overwritten.
    pub targets: BTreeMap<FiscalYear, Target>,
    /// Revised targets, in the order in which they were decided.
    pub revisions: Vec<Revision>,
    /// Results by year, states included.
    pub actuals: BTreeMap<FiscalYear, Observation>,
    /// The indicators it carries on; nothing is overwritten when one is redefined.
    pub succeeds: Vec<IndicatorBefore>,
    /// The indicators that carry it on.
    pub heirs: Vec<(PlanRef, IndicatorAt)>,
    /// What must be said of the whole row.
    pub notes: Vec<Text>,
    /// Where the row comes from.
    pub source: SourceRef,
}

impl Indicator {
    /// The target in force at the end of `year` (31 March): the latest decided by then, else the first.
    pub fn target(&self, year: FiscalYear) -> Option<&Target> {
        let in_force = |revision: &&Revision| revision.in_force_at_end_of(year);
        let revised = self.revisions.iter().rev().filter(in_force);
        revised
            .filter_map(|revision| revision.targets.get(&year))
            .next()
            .or(self.targets.get(&year))
    }

    /// Every year that has a target in force, in order.
    pub fn target_years(&self) -> BTreeSet<FiscalYear> {
        let revised = self.revisions.iter().flat_map(|revision| revision.targets.keys());
        let all = self.targets.keys().chain(revised).copied();
        all.filter(|year| self.target(*year).is_some()).collect()
    }

    /// The last target in force.
    pub fn last_target(&self) -> Option<(FiscalYear, &Target)> {
        let year = *self.target_years().last()?;
        Some((year, self.target(year)?))
    }

    /// Whether anything can be drawn: a single number is enough.
    pub fn has_numbers(&self) -> bool {
        let number = |value: &Value| !matches!(value, Value::Done(_));
        self.targets.values().any(|target| number(&target.value))
            || self.actuals.values().any(|seen| seen.value().is_some_and(number))
    }

    /// The baseline's number.
    pub fn baseline_value(&self) -> Option<Decimal> {
        self.actuals.get(&self.baseline?)?.number()
    }
}

/// What an indicator counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// 取組目標: counted in 達成件数.
    Target,
    /// 参考指標: shown beside, never counted.
    Reference,
    /// 重要目標達成指標: the plan's own goal.
    Kgi,
}

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Achieved at the target or above.
    AtLeast,
    /// Achieved at the target or below.
    AtMost,
    /// Achieved within the target's range, ends included.
    Between,
    /// Achieved when it is done.
    Done,
    /// Achieved above the baseline.
    Increase,
    /// Achieved below the baseline.
    Decrease,
}

/// How the rate of achievement (達成率) is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateRule {
    /// Result ÷ target; target ÷ result where lower is better.
    Ratio,
    /// (result − baseline) ÷ (target − baseline): how much of the way has been gone.
    GapClosed,
    /// No rate, a verdict only.
    None,
}

/// Level or count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A state at a time (a rate, a balance): drawn as a line.
    Level,
    /// Things counted in a year: drawn as bars from zero.
    Count,
}

/// 単年 or 累計.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Each year for itself.
    SingleYear,
    /// Added up since the plan began.
    Cumulative,
}

/// A number, a range to stay in, or done or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, exactly as written.
    Number(Decimal),
    /// From the one to the other, both included; only a target is a range.
    Range(Decimal, Decimal),
    /// Whether a thing was done.
    Done(bool),
}

impl Value {
    /// The number, if it is one.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Value::Number(number) => Some(*number),
            Value::Range(..) | Value::Done(_) => None,
        }
    }
}

/// A decision that changed targets.
#[derive(Clone, Debug)]
pub struct Revision {
    /// When.
    pub decided: Date,
    /// By whom.
    pub by: Text,
    /// Why.
    pub reason: Text,
    /// The new targets.
    pub targets: BTreeMap<FiscalYear, Target>,
}

impl Revision {
    /// Whether it had been decided when `year` ended, on 31 March.
    fn in_force_at_end_of(&self, year: FiscalYear) -> bool {
        self.decided.fiscal_year() <= year
    }
}

/// One year's target.
#[derive(Clone, Debug)]
pub struct Target {
    /// What is to be reached.
    pub value: Value,
    /// What must be said of it.
    pub note: Option<Box<Text>>,
    /// Where it comes from.
    pub source: SourceRef,
}

/// One year's result, or why there is none.
#[derive(Clone, Debug)]
pub struct Observation {
    /// The value or the named state.
    pub reading: Reading,
    /// When a value, or a final one, is expected.
    pub due: Option<Date>,
    /// What must be said of it.
    pub note: Option<Box<Text>>,
    /// Where it comes from.
    pub source: SourceRef,
}

impl Observation {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&Value> {
        match &self.reading {
            Reading::Value(value, _) => Some(value),
            Reading::Absent(_) => None,
        }
    }

    /// The number, if there is one.
    pub fn number(&self) -> Option<Decimal> {
        self.value()?.number()
    }
}

/// A value, or a named state in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A value and how firm it is.
    Value(Value, Quality),
    /// No value, and why.
    Absent(Absence),
}

/// How firm a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// 確定.
    Final,
    /// 速報.
    Provisional,
    /// 推計・見込み.
    Estimated,
}

/// Why a year has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// 集計中.
    Pending,
    /// 決算待ち.
    AwaitingSettlement,
    /// 調査なし.
    NotSurveyed,
    /// 対象外.
    NotApplicable,
    /// 廃止.
    Discontinued,
}
