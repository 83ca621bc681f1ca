//! In: the table of worked cases beside this file. Out: each as an indicator that can be evaluated.
//! Never: an answer of its own; the table's answers were worked out with fractions elsewhere.

use super::Calendar;
use crate::model::{
    Aim, FiscalYear, Indicator, Measure, Observation, Period, Quality, Quarter, RateRule, Reading,
    Role, SourceRef, Target, Text, Unit, Value,
};
use std::collections::BTreeMap;

const TABLE: &str = include_str!("worked_cases.csv");
const BASELINE: FiscalYear = FiscalYear(2020);

/// The year that is judged in every case.
pub const YEAR: FiscalYear = FiscalYear(2021);

/// One worked case.
#[derive(Clone, Debug)]
pub struct Case {
    /// What makes it worth a row.
    pub remark: Text,
    /// A row of figures with just these numbers.
    pub indicator: Indicator,
    /// The verdict worked out elsewhere.
    pub verdict: &'static str,
    /// The rate worked out elsewhere, or why there is none.
    pub result: &'static str,
}

/// Every worked case.
pub fn cases() -> Vec<Case> {
    TABLE.lines().skip(1).filter_map(case).collect()
}

/// The calendar of the cases: one finished year.
pub fn calendar() -> Calendar {
    let quarter = |number| Quarter { year: YEAR, number };
    let period = Period { first: quarter(1), last: quarter(4) };
    Calendar { period, finished: YEAR, rate_decimals: 1 }
}

fn case(line: &'static str) -> Option<Case> {
    let mut fields = line.splitn(9, ',');
    let mut next = || fields.next();
    let (aim, rate, baseline) = (aim(next()?)?, rule(next()?)?, value(next()?));
    let (target, actual) = (value(next()?), value(next()?));
    let (verdict, result) = (next()?, next()?);
    let remark = Text { ja: next()?.to_string(), en: Some(next()?.to_string()), easy: None };
    let source = SourceRef(0);
    let seen = |value| Observation {
        reading: Reading::Value(value, Quality::Final),
        due: None,
        note: None,
        source,
    };
    let mut actuals = BTreeMap::new();
    actuals.extend(baseline.map(|value| (BASELINE, seen(value))));
    actuals.extend(actual.map(|value| (YEAR, seen(value))));
    let targets = target.map(|value| (YEAR, Target { value, note: None, source }));
    let indicator = Indicator {
        id: String::new(),
        role: Role::Target,
        kgi: None,
        theme: None,
        name: remark.clone(),
        definition: None,
        unit: Unit::Named(Text { ja: String::new(), en: Some(String::new()), easy: None }),
        decimals: 0,
        measure: Measure::Count,
        aim: Some(aim),
        rate,
        counting: None,
        baseline: baseline.map(|_| BASELINE),
        targets: targets.into_iter().collect(),
        revisions: Vec::new(),
        succeeds: Vec::new(),
        heirs: Vec::new(),
        actuals,
        notes: Vec::new(),
        source,
    };
    Some(Case { remark, indicator, verdict, result })
}

fn aim(word: &str) -> Option<Aim> {
    Some(match word {
        "at_least" => Aim::AtLeast,
        "at_most" => Aim::AtMost,
        "increase" => Aim::Increase,
        "decrease" => Aim::Decrease,
        "between" => Aim::Between,
        "done" => Aim::Done,
        _ => return None,
    })
}

fn rule(word: &str) -> Option<RateRule> {
    Some(match word {
        "ratio" => RateRule::Ratio,
        "gap_closed" => RateRule::GapClosed,
        "none" => RateRule::None,
        _ => return None,
    })
}

fn value(word: &str) -> Option<Value> {
    match word {
        "done" => Some(Value::Done(true)),
        "not_done" => Some(Value::Done(false)),
        number => match number.split_once("..") {
            Some((from, to)) => Some(Value::Range(from.parse().ok()?, to.parse().ok()?)),
            None => number.parse().ok().map(Value::Number),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{TABLE, YEAR, calendar, cases};
    use crate::evaluate::{NoRate, NotAssessed, Verdict, year};

    #[test]
    fn every_case_comes_out_as_worked_out_elsewhere() {
        let cases = cases();
        assert!(cases.len() >= 40);
        assert_eq!(cases.len(), TABLE.lines().count() - 1, "every line is a case");
        for case in cases {
            let found = year(&case.indicator, YEAR, calendar());
            let verdict = match found.verdict {
                Verdict::Achieved => "achieved",
                Verdict::Missed => "missed",
                Verdict::NotAssessed(NotAssessed::NoTarget) => "no-target",
                Verdict::NotAssessed(NotAssessed::NotRecorded) => "not-recorded",
                other => panic!("{other:?} in {:?}", case.remark),
            };
            let result = match found.rate {
                Ok(rate) => rate.percent.to_string(),
                Err(NoRate::NoRule) => "no-rule".into(),
                Err(NoRate::NoTarget) => "no-target".into(),
                Err(NoRate::NoActual) => "no-actual".into(),
                Err(NoRate::NoBaseline) => "no-baseline".into(),
                Err(NoRate::ZeroDenominator) => "zero".into(),
                Err(NoRate::Negative) => "negative".into(),
                Err(NoRate::BaselineEqualsTarget) => "baseline-equals-target".into(),
                Err(NoRate::TooLarge) => "too-large".into(),
            };
            assert_eq!((verdict, &*result), (case.verdict, case.result), "{:?}", case.remark);
        }
    }
}
