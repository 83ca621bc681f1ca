//! In: an indicator's results. Out: the one sentence that says how it stands.
//! Never: a claim beyond the numbers of the row.

use super::table::due_words;
use super::view::View;
use crate::evaluate::{self, Calendar, Verdict, YearResult};
use crate::locale::{Locale, fill, number};
use crate::model::{
    Absence, Aim, Decimal, FiscalYear, Indicator, Lang, Quality, Reading, Unit, Value,
};

/// How the indicator stands, and where the plan's last finished year has a named state in place of a
/// value, that state.
pub fn sentence(view: &View<'_>, indicator: &Indicator, calendar: Calendar) -> String {
    let said = latest(view, indicator, calendar);
    let state = calendar.latest().and_then(|year| {
        let absence = match indicator.actuals.get(&year)?.reading {
            Reading::Absent(absence) => absence,
            Reading::Value(..) => return None,
        };
        Some(state_sentence(view.locale, indicator, year, absence))
    });
    match state {
        Some(state) if evaluate::latest(indicator).is_some() => {
            format!("{said}{}{state}", view.locale.words.sentence_gap)
        }
        Some(state) => state,
        None => said,
    }
}

/// What is to be said of one year, whatever its state.
pub fn of_year(locale: Locale, indicator: &Indicator, result: &YearResult<'_>) -> String {
    if let Some(words) =
        judged_sentence(locale, indicator, result).filter(|_| result.verdict.is_judged())
    {
        return words;
    }
    match result.observation.map(|seen| (seen, seen.reading)) {
        Some((seen, Reading::Value(value, _))) => {
            actual_only(locale, indicator, result.year, value, &seen.reading)
        }
        Some((_, Reading::Absent(absence))) => {
            state_sentence(locale, indicator, result.year, absence)
        }
        None => {
            let year = locale.year_both(result.year);
            fill(locale.words.sentence_not_recorded, &[("year", &year)])
        }
    }
}

fn state_sentence(
    locale: Locale,
    indicator: &Indicator,
    year: FiscalYear,
    absence: Absence,
) -> String {
    let words = locale.words;
    let message = match absence {
        Absence::Pending => words.sentence_pending,
        Absence::AwaitingSettlement => words.sentence_awaiting_settlement,
        Absence::NotSurveyed => words.sentence_not_surveyed,
        Absence::NotApplicable => words.sentence_not_applicable,
        Absence::Discontinued => words.sentence_discontinued,
    };
    let due = due_words(locale, indicator.actuals.get(&year));
    let due = due.map(|due| fill(words.left_out, &[("words", &due)])).unwrap_or_default();
    fill(message, &[("year", &locale.year_both(year)), ("due", &due)])
}

fn actual_only(
    locale: Locale,
    indicator: &Indicator,
    year: FiscalYear,
    value: Value,
    reading: &Reading,
) -> String {
    let message = match value {
        Value::Number(_) | Value::Range(..) => locale.words.sentence_actual_only,
        Value::Done(true) => locale.words.sentence_done,
        Value::Done(false) => locale.words.sentence_not_done,
    };
    let actual = actual_words(locale, indicator, value, reading);
    fill(message, &[("year", &locale.year_both(year)), ("actual", &actual)])
}

/// The latest judged year, else the latest result, else the last target.
fn latest(view: &View<'_>, indicator: &Indicator, calendar: Calendar) -> String {
    let results = evaluate::years(indicator, calendar);
    let judged = |result: &&YearResult<'_>| result.verdict.is_judged();
    let latest = evaluate::latest(indicator);
    if let Some(result) = results.iter().rev().find(judged)
        && latest.is_none_or(|(year, ..)| year <= result.year)
        && let Some(words) = judged_sentence(view.locale, indicator, result)
    {
        return words;
    }
    let locale = view.locale;
    if let Some((year, seen, value)) = latest {
        return actual_only(locale, indicator, year, value, &seen.reading);
    }
    match indicator.last_target() {
        Some((year, target)) => {
            let target = locale.value_with_unit(target.value, indicator.decimals, &indicator.unit);
            fill(
                locale.words.sentence_target_only,
                &[("year", &locale.year_both(year)), ("target", &target)],
            )
        }
        None => locale.words.sentence_nothing.to_string(),
    }
}

fn judged_sentence(
    locale: Locale,
    indicator: &Indicator,
    result: &YearResult<'_>,
) -> Option<String> {
    let words = locale.words;
    let achieved = result.verdict == Verdict::Achieved;
    let observation = result.observation?;
    let value = *observation.value()?;
    let year = locale.year_both(result.year);
    let spell = |value: Decimal| locale.with_unit(value, indicator.decimals, &indicator.unit);
    let actual = actual_words(locale, indicator, value, &observation.reading);
    let Value::Number(number) = value else {
        let message = if achieved { words.sentence_met_done } else { words.sentence_missed_done };
        return Some(fill(message, &[("year", &year)]));
    };
    if let (Some(Aim::Increase | Aim::Decrease), Some(baseline_year), Some(baseline)) =
        (indicator.aim, indicator.baseline, indicator.baseline_value())
    {
        let message = match (indicator.aim, achieved) {
            (Some(Aim::Increase), true) => words.sentence_increase,
            (Some(Aim::Increase), false) => words.sentence_no_increase,
            (_, true) => words.sentence_decrease,
            (_, false) => words.sentence_no_decrease,
        };
        return Some(fill(
            message,
            &[
                ("year", &year),
                ("actual", &actual),
                ("gap", &gap(locale, indicator, number, baseline)),
                ("baseline", &spell(baseline)),
                ("baseline_year", &locale.year(baseline_year)),
            ],
        ));
    }
    if let Value::Range(from, to) = result.target?.value {
        let (message, end) = match () {
            () if number < from => (words.sentence_below_range, from),
            () if number > to => (words.sentence_above_range, to),
            () => (words.sentence_in_range, to),
        };
        let range = Value::Range(from, to);
        let target = locale.value_with_unit(range, indicator.decimals, &indicator.unit);
        let gap = gap(locale, indicator, number, end);
        let values = [("year", &*year), ("actual", &actual), ("target", &target), ("gap", &gap)];
        return Some(fill(message, &values));
    }
    let target = result.target?.value.number()?;
    let message = match (achieved, indicator.aim) {
        (true, _) => words.sentence_met,
        (false, Some(Aim::AtMost)) => words.sentence_exceeded,
        (false, _) => words.sentence_missed,
    };
    let rate = result.rate.map(|rate| {
        let percent = locale.with_unit(rate.percent, 0, &Unit::Percent);
        fill(words.sentence_rate, &[("rate", &percent)])
    });
    Some(fill(
        message,
        &[
            ("year", &year),
            ("actual", &actual),
            ("target", &spell(target)),
            ("gap", &gap(locale, indicator, number, target)),
            ("rate", &rate.unwrap_or_default()),
        ],
    ))
}

/// A value with its unit and, where it is not final, how firm it is.
pub fn actual_words(
    locale: Locale,
    indicator: &Indicator,
    value: Value,
    reading: &Reading,
) -> String {
    let mut words = locale.value_with_unit(value, indicator.decimals, &indicator.unit);
    if let Some(quality) = quality_words(locale, reading) {
        words.push_str(&fill(locale.words.sentence_provisional, &[("quality", quality)]));
    }
    words
}

/// 速報 or 推計; nothing for a final value.
pub fn quality_words(locale: Locale, reading: &Reading) -> Option<&'static str> {
    match reading {
        Reading::Value(_, Quality::Provisional) => Some(locale.words.provisional),
        Reading::Value(_, Quality::Estimated) => Some(locale.words.estimated),
        _ => None,
    }
}

/// How far apart two values are, without direction.
fn gap(locale: Locale, indicator: &Indicator, a: Decimal, b: Decimal) -> String {
    a.checked_sub(b).map(|gap| difference(locale, indicator, gap.abs())).unwrap_or_default()
}

/// A difference of two values; percentages differ in points.
pub fn difference(locale: Locale, indicator: &Indicator, difference: Decimal) -> String {
    match (&indicator.unit, locale.lang) {
        (Unit::Percent, Lang::Ja | Lang::Easy) => {
            format!("{}{}", number(difference, indicator.decimals), locale.words.points)
        }
        (Unit::Percent, Lang::En) => {
            format!("{} {}", number(difference, indicator.decimals), locale.words.points)
        }
        _ => locale.with_unit(difference, indicator.decimals, &indicator.unit),
    }
}
