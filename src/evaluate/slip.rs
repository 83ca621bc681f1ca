//! In: an action's planned and actual steps. Out: how far each step slipped, in quarters.
//! Never: a step matched by its words; plan and result are written in the same order.

use crate::model::{Action, FiscalYear, Quarter, Step};

/// One planned step and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Slip<'a> {
    /// The planned step.
    pub step: &'a Step,
    /// Quarters its beginning came late (early if negative); `None` if no result is recorded.
    pub begin: Option<i32>,
    /// Quarters its end came late; `None` while it runs.
    pub end: Option<i32>,
}

/// The slips of an action at the end of the last finished year; steps planned for later are left out.
/// A step still going on when that year ends has no end yet, unless its planned end is past.
pub fn slips(action: &Action, finished: FiscalYear) -> Vec<Slip<'_>> {
    let now = Quarter { year: finished, number: 4 };
    let mut results = action.result.iter();
    let mut slips = Vec::new();
    for step in &action.plan {
        let result = results.next();
        if result.is_none() && step.when.first > now {
            continue;
        }
        let ended = result.filter(|result| result.when.last < now || step.when.last <= now);
        slips.push(Slip {
            step,
            begin: result.map(|result| quarters(step.when.first, result.when.first)),
            end: ended.map(|result| quarters(step.when.last, result.when.last)),
        });
    }
    slips
}

/// Quarters from one to the other.
fn quarters(from: Quarter, to: Quarter) -> i32 {
    let count = |quarter: Quarter| quarter.year.0 * 4 + i32::from(quarter.number);
    count(to) - count(from)
}

#[cfg(test)]
mod tests {
    use super::slips;
    use crate::model::{Action, FiscalYear, Period, Quarter, Step, Text};

    fn quarter(text: &str) -> Quarter {
        let (year, number) = text.split_once('Q').expect("a quarter of the test");
        Quarter {
            year: FiscalYear(2018 + year.parse::<i32>().expect("a year")),
            number: number.parse().expect("a number"),
        }
    }

    fn steps(steps: &[(&str, &str)]) -> Vec<Step> {
        let text = || Text { ja: "段".into(), en: None, easy: None };
        let period = |first, last| Period { first: quarter(first), last: quarter(last) };
        steps.iter().map(|(first, last)| Step { when: period(first, last), text: text() }).collect()
    }

    fn found(plan: &[(&str, &str)], result: &[(&str, &str)]) -> Vec<(Option<i32>, Option<i32>)> {
        let action = Action {
            title: Text { ja: "取組".into(), en: None, easy: None },
            indicators: Vec::new(),
            added: None,
            plan: steps(plan),
            result: steps(result),
        };
        slips(&action, FiscalYear(2024)).iter().map(|slip| (slip.begin, slip.end)).collect()
    }

    #[test]
    fn a_slip_is_counted_in_quarters_at_both_ends() {
        assert_eq!(found(&[("3Q1", "3Q2")], &[("3Q1", "3Q2")]), [(Some(0), Some(0))]);
        assert_eq!(found(&[("3Q3", "5Q4")], &[("3Q3", "6Q1")]), [(Some(0), Some(1))]);
        assert_eq!(found(&[("4Q1", "4Q4")], &[("4Q1", "4Q3")]), [(Some(0), Some(-1))]);
        assert_eq!(found(&[("3Q4", "3Q4")], &[("4Q2", "4Q2")]), [(Some(2), Some(2))]);
    }

    #[test]
    fn what_still_runs_has_no_end_and_what_is_to_come_no_slip() {
        assert_eq!(found(&[("6Q1", "7Q4")], &[("6Q2", "6Q4")]), [(Some(1), None)]);
        assert_eq!(found(&[("3Q1", "5Q4")], &[("3Q1", "6Q4")]), [(Some(0), Some(4))]);
        assert_eq!(found(&[("7Q1", "7Q4")], &[]), []);
        assert_eq!(found(&[("5Q1", "5Q2")], &[]), [(None, None)]);
    }
}
