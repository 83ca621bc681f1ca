//! In: an indicator's draft. Out: the indicator, its row held against its own rules.
//! Never: a row whose aim, values and baseline contradict each other.

use super::names::{Names, find};
use crate::diagnostics::{Kind, Problem, Report};
use crate::load::{CellDraft, IndicatorDraft, StateWord};
use crate::model::{
    Absence, Aim, FiscalYear, Indicator, Measure, Observation, Quality, RateRule, Rating, Reading,
    SourceRef, Target, Unit, Value,
};
use std::collections::BTreeMap;

/// What an indicator inherits from its plan and its item.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    pub names: &'c Names,
    pub kgis: &'c [String],
    pub rating: Rating,
    pub source: SourceRef,
}

/// Turns an indicator's draft into the indicator.
pub fn indicator(
    draft: IndicatorDraft,
    context: &Context<'_>,
    report: &mut Report,
) -> Option<Indicator> {
    check_aim(&draft, report);
    check_values(&draft, report);
    check_baseline(&draft, report);
    let kgi = draft.kgi.as_ref().and_then(|kgi| {
        let known = context.kgis.iter().map(String::as_str);
        find(known, &kgi.value, kgi.span, Kind::Kgi, report)
    });
    let source = match &draft.source {
        Some(source) => match context.names.source(source, report) {
            Some(source) => source,
            None => {
                report.note_broken(Kind::Indicator, draft.id.value);
                return None;
            }
        },
        None => context.source,
    };
    let measure = draft.measure.unwrap_or(match draft.unit {
        Unit::Percent => Measure::Level,
        Unit::Named(_) => Measure::Count,
    });
    Some(Indicator {
        rate: rate(&draft, context),
        id: draft.id.value,
        role: draft.role,
        kgi,
        theme: draft.theme,
        name: draft.name,
        definition: draft.definition,
        unit: draft.unit,
        decimals: draft.decimals.unwrap_or(0),
        measure,
        aim: draft.aim,
        counting: draft.counting,
        baseline: draft.baseline.map(|baseline| baseline.value),
        targets: cells(draft.targets, source, context.names, report, target),
        actuals: cells(draft.actuals, source, context.names, report, observation),
        notes: draft.notes,
        source,
    })
}

/// A target means nothing without a direction.
fn check_aim(draft: &IndicatorDraft, report: &mut Report) {
    if draft.aim.is_none() && !draft.targets.is_empty() {
        report.add(Problem::TargetWithoutAim, draft.id.span);
    }
    if matches!(draft.aim, Some(Aim::Increase | Aim::Decrease)) && draft.baseline.is_none() {
        report.add(Problem::AimNeedsBaseline, draft.id.span);
    }
}

/// Numbers where numbers are measured, done or not where that is the question.
fn check_values(draft: &IndicatorDraft, report: &mut Report) {
    let wants_done = draft.aim == Some(Aim::Done);
    for cell in draft.targets.values().chain(draft.actuals.values()) {
        let done = match cell.value {
            Some(Value::Done(_)) => true,
            Some(Value::Number(_)) => false,
            None => continue,
        };
        if done != wants_done {
            report.add(Problem::ValueOfWrongAim { done }, cell.span);
        }
    }
}

/// The baseline is a number of the row itself, so that nothing stands twice.
fn check_baseline(draft: &IndicatorDraft, report: &mut Report) {
    let Some(baseline) = &draft.baseline else { return };
    let cell = draft.actuals.get(&baseline.value);
    if cell.and_then(|cell| cell.value).and_then(|value| value.number()).is_none() {
        let year = format!("{}", baseline.value.0);
        report.add(Problem::BaselineWithoutNumber { year }, baseline.span);
    }
}

/// The aim decides where there is nothing to divide; otherwise the indicator's word, then the plan's.
fn rate(draft: &IndicatorDraft, context: &Context<'_>) -> RateRule {
    match draft.aim {
        Some(Aim::AtLeast | Aim::AtMost) => draft.rate.unwrap_or(context.rating.rate),
        _ => RateRule::None,
    }
}

fn cells<T>(
    drafts: BTreeMap<FiscalYear, CellDraft>,
    default: SourceRef,
    names: &Names,
    report: &mut Report,
    make: impl Fn(CellDraft, SourceRef, &mut Report) -> Option<T>,
) -> BTreeMap<FiscalYear, T> {
    let mut cells = BTreeMap::new();
    for (year, draft) in drafts {
        let source = match &draft.source {
            Some(source) => names.source(source, report),
            None => Some(default),
        };
        if let Some(cell) = source.and_then(|source| make(draft, source, report)) {
            cells.insert(year, cell);
        }
    }
    cells
}

fn target(draft: CellDraft, source: SourceRef, report: &mut Report) -> Option<Target> {
    if draft.value.is_none() {
        report.add(Problem::CellWithoutReading, draft.span);
    }
    Some(Target { value: draft.value?, note: draft.note, source })
}

fn observation(draft: CellDraft, source: SourceRef, _: &mut Report) -> Option<Observation> {
    let reading = match (draft.value, draft.state) {
        (Some(value), Some(StateWord::Firm(quality))) => Reading::Value(value, quality),
        (Some(value), _) => Reading::Value(value, Quality::Final),
        (None, Some(StateWord::Absent(absence))) => Reading::Absent(absence, draft.due),
        (None, _) => Reading::Absent(Absence::Pending, draft.due), // reported when it was read
    };
    Some(Observation { reading, note: draft.note, source })
}
