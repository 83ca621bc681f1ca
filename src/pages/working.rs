//! In: the results of an indicator. Out: for every judged year the sum a reader can do again.
//! Never: a step left out; rule, numbers and rounding are all there.

use super::sentence;
use super::view::View;
use crate::evaluate::{self, Calendar, Rate, Verdict, YearResult};
use crate::locale::{Locale, fill, number};
use crate::model::{Aim, Decimal, Grade, Indicator, RateRule, Value};
use serde::Serialize;

/// How one year was judged and its rate computed.
#[derive(Debug, Serialize)]
pub struct Working {
    year: String,
    sentence: String,
    lines: Vec<String>,
}

/// What is said of every finished year of the plan, and the working of those that were judged.
pub fn working(
    view: &View<'_>,
    indicator: &Indicator,
    calendar: Calendar,
    grades: &[Grade],
) -> Vec<Working> {
    let results = evaluate::years(indicator, calendar);
    if !results.iter().any(|result| result.observation.is_some() && calendar.covers(result.year)) {
        return Vec::new();
    }
    results
        .iter()
        .filter(|result| result.finished && calendar.covers(result.year))
        .map(|result| Working {
            year: view.locale.year_both(result.year),
            sentence: sentence::of_year(view.locale, indicator, result),
            lines: lines(view.locale, indicator, result, calendar, grades),
        })
        .collect()
}

fn lines(
    locale: Locale,
    indicator: &Indicator,
    result: &YearResult<'_>,
    calendar: Calendar,
    grades: &[Grade],
) -> Vec<String> {
    if !result.verdict.is_judged() {
        return Vec::new();
    }
    let lines = [
        verdict(locale, indicator, result),
        rate(locale, indicator, result, calendar),
        grade(locale, result, grades),
    ];
    lines.into_iter().flatten().collect()
}

/// 96.3 % is at least 80 %, so B.
fn grade(locale: Locale, result: &YearResult<'_>, grades: &[Grade]) -> Option<String> {
    let rate = result.rate.ok()?;
    let grade = evaluate::grade(grades, &rate)?;
    let words = locale.words;
    let message = if grade.at_least.is_some() { words.working_grade } else { words.working_rest };
    let least = grade.at_least.unwrap_or_default().to_string();
    let values = [("least", least.as_str()), ("grade", grade.name.as_str())];
    Some(fill(message, &values))
}

/// 36.7 < 67.7: the comparison as it was made, on numbers as written.
fn verdict(locale: Locale, indicator: &Indicator, result: &YearResult<'_>) -> Option<String> {
    let words = locale.words;
    let achieved = result.verdict == Verdict::Achieved;
    let verdict = if achieved { words.achieved } else { words.missed };
    let Value::Number(actual) = *result.observation?.value()? else {
        let done = locale.value(*result.observation?.value()?, 0);
        return Some(fill(words.working_done, &[("actual", &done), ("verdict", verdict)]));
    };
    if let Value::Range(from, to) = result.target.map_or(Value::Number(actual), |one| one.value) {
        return Some(range(indicator, actual, from, to, verdict, locale));
    }
    let (against, name) = match indicator.aim? {
        Aim::Increase | Aim::Decrease => (indicator.baseline_value()?, words.baseline),
        _ => (result.target?.value.number()?, words.target),
    };
    let sign = match actual.cmp(&against) {
        std::cmp::Ordering::Less => "<",
        std::cmp::Ordering::Equal => "＝",
        std::cmp::Ordering::Greater => ">",
    };
    Some(fill(
        words.working_verdict,
        &[
            ("actual", &number(actual, indicator.decimals)),
            ("sign", sign),
            ("name", name),
            ("against", &number(against, indicator.decimals)),
            ("verdict", verdict),
        ],
    ))
}

/// 26.0 ≦ 27.4 ≦ 28.0: both comparisons as they were made.
fn range(
    indicator: &Indicator,
    actual: Decimal,
    from: Decimal,
    to: Decimal,
    verdict: &str,
    locale: Locale,
) -> String {
    let spell = |value: Decimal| number(value, indicator.decimals);
    let sign = |holds: bool| if holds { "≦" } else { ">" };
    fill(
        locale.words.working_range,
        &[
            ("from", &spell(from)),
            ("left", sign(from <= actual)),
            ("actual", &spell(actual)),
            ("right", sign(actual <= to)),
            ("to", &spell(to)),
            ("verdict", verdict),
        ],
    )
}

/// 36.7 ÷ 67.7 × 100 = 54.2: rule, numbers, rounding.
fn rate(
    locale: Locale,
    indicator: &Indicator,
    result: &YearResult<'_>,
    calendar: Calendar,
) -> Option<String> {
    let Rate { percent, numerator, denominator } = result.rate.ok()?;
    let spell = |value: Decimal| number(value, indicator.decimals);
    let (upper, lower) = match indicator.rate {
        RateRule::GapClosed => {
            let baseline = indicator.baseline_value()?;
            let actual = result.observation?.number()?;
            let target = result.target?.value.number()?;
            let gap = |value: Decimal| {
                format!("({} − {})", spell(value), bracketed(baseline, spell(baseline)))
            };
            (gap(actual), gap(target))
        }
        _ => (spell(numerator), spell(denominator)),
    };
    Some(fill(
        locale.words.working_rate,
        &[
            ("upper", &upper),
            ("lower", &lower),
            ("percent", &percent.to_string().replace('-', "−")),
            ("place", &(calendar.rate_decimals + 1).to_string()),
        ],
    ))
}

/// A negative number that is subtracted stands in brackets.
fn bracketed(value: Decimal, words: String) -> String {
    if value.is_sign_negative() && !value.is_zero() { format!("({words})") } else { words }
}
