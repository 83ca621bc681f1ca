//! In: an indicator's results. Out: the rows of its table, every cell with words and a state.
//! Never: an empty cell; what is not there has a name.

use super::sentence::quality_words;
use super::view::View;
use super::words::Words;
use crate::evaluate::{self, Calendar, NoRate, NotAssessed, Rate, Verdict, YearResult};
use crate::locale::{Locale, fill};
use crate::model::{
    Absence, Aim, FiscalYear, Grade, Indicator, Observation, Reading, Role, SourceRef, Unit, Value,
};
use serde::Serialize;

/// The table beside every chart: one row a year.
#[derive(Debug, Serialize)]
pub struct Table<'s> {
    caption: String,
    rows: Vec<Row>,
    notes: Vec<YearNote<'s>>,
    has_targets: bool,
}

#[derive(Debug, Serialize)]
struct Row {
    year: String,
    year_beside: String,
    baseline: bool,
    target: Cell,
    actual: Cell,
    rate: Cell,
    verdict: Judged,
}

/// A cell: words for people, the bare value for programs, a state for the style.
#[derive(Debug, Serialize)]
pub struct Cell {
    words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
}

/// A verdict: shape by `code`, always with its word.
#[derive(Clone, Debug, Serialize)]
pub struct Judged {
    /// Names the shape.
    pub code: &'static str,
    /// The word.
    pub words: String,
    /// The word for the target as first set, where it was revised.
    pub originally: Option<String>,
    /// The grade, where the plan has grades and the year a rate.
    pub grade: Option<String>,
}

#[derive(Debug, Serialize)]
struct YearNote<'s> {
    year: String,
    series: &'static str,
    note: Words<'s>,
}

/// The table of an indicator.
pub fn table<'s>(
    view: &View<'s>,
    indicator: &'s Indicator,
    calendar: Calendar,
    grades: &[Grade],
) -> Table<'s> {
    let locale = view.locale;
    let results = evaluate::years(indicator, calendar);
    let unit = match &indicator.unit {
        Unit::Named(name) if name.ja.is_empty() => locale.words.dash,
        unit => locale.unit(unit),
    };
    let name = indicator.name.get(view.lang()).0;
    Table {
        caption: fill(locale.words.table_caption, &[("name", name), ("unit", unit)]),
        rows: results.iter().map(|result| row(locale, indicator, result, grades)).collect(),
        notes: notes(view, indicator),
        has_targets: judgeable(indicator),
    }
}

/// Whether the row has anything to be judged against; a bare reference series has not.
fn judgeable(indicator: &Indicator) -> bool {
    indicator.role != Role::Reference
        || !indicator.target_years().is_empty()
        || matches!(indicator.aim, Some(Aim::Increase | Aim::Decrease))
}

fn row(locale: Locale, indicator: &Indicator, result: &YearResult<'_>, grades: &[Grade]) -> Row {
    Row {
        year: locale.year(result.year),
        year_beside: locale.year_beside(result.year),
        baseline: indicator.baseline == Some(result.year),
        target: target(locale, indicator, result),
        actual: actual(locale, indicator, result),
        rate: rate(locale, result),
        verdict: row_verdict(locale, indicator, result, grades),
    }
}

/// A reference without a target in the year lacks nothing: there is no verdict to miss.
fn row_verdict(
    locale: Locale,
    indicator: &Indicator,
    result: &YearResult<'_>,
    grades: &[Grade],
) -> Judged {
    match result.verdict {
        Verdict::NotAssessed(NotAssessed::NoTarget) if indicator.role == Role::Reference => {
            let words = locale.words.dash.to_string();
            Judged { code: "none", words, originally: None, grade: None }
        }
        verdict => Judged {
            originally: result.original.filter(|(_, first)| first.is_judged()).map(|(_, first)| {
                let verdict = judged(locale, first).words;
                fill(locale.words.judged_originally, &[("verdict", &verdict)])
            }),
            grade: result.rate.ok().and_then(|rate| {
                let grade = evaluate::grade(grades, &rate)?;
                Some(fill(locale.words.graded, &[("grade", &grade.name)]))
            }),
            ..judged(locale, verdict)
        },
    }
}

/// The target of a year.
pub fn target(locale: Locale, indicator: &Indicator, result: &YearResult<'_>) -> Cell {
    let words = locale.words;
    let outside = result.verdict == Verdict::NotAssessed(NotAssessed::OutsidePlan);
    match (result.target, indicator.aim) {
        (Some(target), _) => {
            let first =
                result.original.map(|(first, _)| locale.value(first.value, indicator.decimals));
            let tag = first.map(|first| fill(words.originally, &[("target", &first)]));
            filled(locale, indicator, target.value, tag)
        }
        _ if outside => absent(words.dash),
        (None, Some(Aim::Increase)) => absent(words.above_baseline),
        (None, Some(Aim::Decrease)) => absent(words.below_baseline),
        (None, _) if indicator.role == Role::Reference => absent(words.dash),
        (None, _) => absent(words.not_recorded),
    }
}

/// The actual of a year.
pub fn actual(locale: Locale, indicator: &Indicator, result: &YearResult<'_>) -> Cell {
    let words = locale.words;
    match result.observation.map(|seen| seen.reading) {
        Some(reading @ Reading::Value(value, _)) => {
            let tag = quality_words(locale, &reading).map(str::to_string);
            filled(locale, indicator, value, tag)
        }
        Some(Reading::Absent(absence)) => Cell {
            tag: due_words(locale, result.observation),
            ..absent(absence_words(locale, absence))
        },
        None if result.finished => absent(words.not_recorded),
        None => absent(words.not_yet_due),
    }
}

/// When a value, or a final one, is expected.
pub fn due_words(locale: Locale, seen: Option<&Observation>) -> Option<String> {
    let due = seen?.due?;
    Some(fill(locale.words.due, &[("date", &locale.date(due))]))
}

/// The rate, or why there is none.
pub fn rate(locale: Locale, result: &YearResult<'_>) -> Cell {
    let words = locale.words;
    absent(match result.rate {
        Ok(Rate { percent, .. }) => {
            return Cell {
                words: locale.with_unit(percent, 0, &Unit::Percent),
                value: Some(percent.to_string()),
                state: "value",
                tag: None,
            };
        }
        Err(NoRate::ZeroDenominator) => words.rate_zero,
        Err(NoRate::Negative) => words.rate_negative,
        Err(NoRate::BaselineEqualsTarget) => words.rate_no_way,
        Err(NoRate::TooLarge) => words.rate_too_large,
        Err(NoRate::NoRule | NoRate::NoTarget | NoRate::NoActual | NoRate::NoBaseline) => {
            words.dash
        }
    })
}

fn filled(locale: Locale, indicator: &Indicator, value: Value, tag: Option<String>) -> Cell {
    Cell {
        words: locale.value(value, indicator.decimals),
        value: value.number().map(|number| number.to_string()),
        state: "value",
        tag,
    }
}

fn absent(words: &str) -> Cell {
    Cell { words: words.to_string(), value: None, state: "absent", tag: None }
}

/// The shape and word of a verdict.
pub fn judged(locale: Locale, verdict: Verdict) -> Judged {
    let words = locale.words;
    let (code, said) = match verdict {
        Verdict::Achieved => ("achieved", words.achieved),
        Verdict::Missed => ("missed", words.missed),
        Verdict::Waiting(absence, _) => ("waiting", absence_words(locale, absence)),
        Verdict::NotAssessed(NotAssessed::NoTarget) => ("unrecorded", words.no_target),
        Verdict::NotAssessed(NotAssessed::NotRecorded) => ("unrecorded", words.not_recorded),
        Verdict::NotAssessed(NotAssessed::NotYetDue) => ("future", words.not_yet_due),
        Verdict::NotAssessed(NotAssessed::OutsidePlan | NotAssessed::OtherRule) => {
            ("outside", words.dash)
        }
        Verdict::NotAssessed(NotAssessed::Absent(absence)) => {
            ("void", absence_words(locale, absence))
        }
    };
    Judged { code, words: said.to_string(), originally: None, grade: None }
}

pub fn absence_words(locale: Locale, absence: Absence) -> &'static str {
    let words = locale.words;
    match absence {
        Absence::Pending => words.pending,
        Absence::AwaitingSettlement => words.awaiting_settlement,
        Absence::NotSurveyed => words.not_surveyed,
        Absence::NotApplicable => words.not_applicable,
        Absence::Discontinued => words.discontinued,
    }
}

/// Notes of single cells, in the order of the years.
fn notes<'s>(view: &View<'s>, indicator: &'s Indicator) -> Vec<YearNote<'s>> {
    let words = view.locale.words;
    let targets = indicator.targets.iter().map(|(year, cell)| (*year, words.target, &cell.note));
    let actuals = indicator.actuals.iter().map(|(year, cell)| (*year, words.actual, &cell.note));
    let mut noted: Vec<_> = targets
        .chain(actuals)
        .filter_map(|(year, series, note)| Some((year, series, note.as_ref()?)))
        .collect();
    noted.sort_by_key(|(year, ..)| *year);
    noted
        .into_iter()
        .map(|(year, series, note)| YearNote {
            year: view.locale.year_both(year),
            series,
            note: view.words(note),
        })
        .collect()
}

/// Which years of which series each source gave, sources in the order of their first use.
pub fn years_by_source(
    indicator: &Indicator,
) -> Vec<(SourceRef, Vec<FiscalYear>, Vec<FiscalYear>)> {
    let mut found: Vec<(SourceRef, Vec<FiscalYear>, Vec<FiscalYear>)> = Vec::new();
    let revised = indicator.revisions.iter().flat_map(|revision| &revision.targets);
    let targets = indicator.targets.iter().chain(revised);
    let targets = targets.map(|(year, cell)| (cell.source, *year, true));
    let actuals = indicator.actuals.iter().map(|(year, cell)| (cell.source, *year, false));
    for (source, year, is_target) in targets.chain(actuals) {
        let at = found.iter().position(|(one, ..)| *one == source).unwrap_or_else(|| {
            found.push((source, Vec::new(), Vec::new()));
            found.len() - 1
        });
        let (_, targets, actuals) = &mut found[at];
        let years = if is_target { targets } else { actuals };
        if !years.contains(&year) {
            years.push(year);
        }
    }
    found
}
