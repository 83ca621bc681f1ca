//! In: the results of an indicator. Out: for every judged year the sum a reader can do again.
//! Never: a step left out; rule, numbers and rounding are all there.

use super::view::View;
use crate::evaluate::{self, Calendar, Rate, Verdict, YearResult};
use crate::locale::{Locale, fill, number};
use crate::model::{Aim, Decimal, Indicator, RateRule, Value};
use serde::Serialize;

/// How one year was judged and its rate computed.
#[derive(Debug, Serialize)]
pub struct Working {
    year: String,
    lines: Vec<String>,
}

/// The working of every judged year.
pub fn working(view: &View<'_>, indicator: &Indicator, calendar: Calendar) -> Vec<Working> {
    let results = evaluate::years(indicator, calendar);
    let judged = |result: &&YearResult<'_>| result.verdict.is_judged();
    results
        .iter()
        .filter(judged)
        .map(|result| Working {
            year: view.locale.year_both(result.year),
            lines: [
                verdict(view.locale, indicator, result),
                rate(view.locale, indicator, result, calendar),
            ]
            .into_iter()
            .flatten()
            .collect(),
        })
        .collect()
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
            let actual = result.observation?.value()?.number()?;
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
