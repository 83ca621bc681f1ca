//! In: a rate and a plan's grades. Out: the grade (評定) it takes.
//! Never: the rounded rate; 79.96 % does not reach 80 %.

use super::{Calendar, Rate};
use crate::model::{Decimal, FiscalYear, Grade, Indicator, Role};

impl Rate {
    /// Whether the exact quotient, before any rounding, is at least `percent`.
    pub fn reaches(&self, percent: Decimal) -> bool {
        let upper = self.numerator.checked_mul(Decimal::ONE_HUNDRED);
        let lower = self.denominator.checked_mul(percent);
        match (upper, lower) {
            (Some(upper), Some(lower)) if self.denominator.is_sign_negative() => upper <= lower,
            (Some(upper), Some(lower)) => upper >= lower,
            _ => self.percent >= percent, // beyond 28 digits no remainder can be told
        }
    }
}

/// The first grade whose threshold the rate reaches; none if it reaches none.
pub fn grade<'g>(grades: &'g [Grade], rate: &Rate) -> Option<&'g Grade> {
    Some(&grades[position(grades, rate)?])
}

fn position(grades: &[Grade], rate: &Rate) -> Option<usize> {
    grades.iter().position(|grade| grade.at_least.is_none_or(|least| rate.reaches(least)))
}

/// How many 取組目標 of a year take each grade, in the order of the grades, and how many that were
/// judged have no rate to be graded by.
pub fn grades<'i>(
    grades: &[Grade],
    indicators: impl IntoIterator<Item = &'i Indicator>,
    year: FiscalYear,
    calendar: Calendar,
) -> (Vec<usize>, usize) {
    let mut counts = vec![0; grades.len()];
    let mut without = 0;
    for indicator in indicators.into_iter().filter(|one| one.role == Role::Target) {
        let result = super::year(indicator, year, calendar);
        let taken = result.rate.ok().and_then(|rate| position(grades, &rate));
        match taken {
            Some(at) => counts[at] += 1,
            None if result.verdict.is_judged() => without += 1,
            None => {}
        }
    }
    (counts, without)
}

#[cfg(test)]
mod tests {
    use super::grade;
    use crate::evaluate::Rate;
    use crate::model::{Decimal, Grade};

    fn taken(numerator: i64, denominator: i64) -> String {
        let named = |name: &str, least: Option<i64>| Grade {
            name: name.to_string(),
            at_least: least.map(Decimal::from),
        };
        let grades = [named("A", Some(100)), named("B", Some(80)), named("D", None)];
        let (numerator, denominator) = (Decimal::from(numerator), Decimal::from(denominator));
        let percent = (numerator / denominator * Decimal::ONE_HUNDRED).round_dp(1);
        let rate = Rate { percent, numerator, denominator };
        grade(&grades, &rate).expect("the last takes what is left").name.clone()
    }

    #[test]
    fn a_grade_is_taken_on_the_exact_rate() {
        assert_eq!(taken(2000, 2500), "B", "exactly 80 %");
        assert_eq!(taken(1999, 2500), "D", "79.96 %, shown as 80.0 %");
        assert_eq!(taken(9996, 10000), "B", "99.96 %, shown as 100.0 %");
        assert_eq!(taken(-12, -40), "D", "30 % of a way down");
        assert_eq!(taken(-42, -40), "A", "105 % of a way down");
    }
}
