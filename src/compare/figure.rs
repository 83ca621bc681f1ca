//! In: an indicator in two editions. Out: the targets, results and judgements that differ, each with its kind.
//! Never: an old value dropped because a new one has come.

use super::thing::recorded;
use crate::evaluate::{self, Calendar, Verdict};
use crate::model::{
    Date, FigureChange, FigureKind, FiscalYear, Indicator, Judgement, Observation, Plan, Quality,
    Reading, Series, Shown, Site, Subject, SubjectKind, Target, Unit, Value, VerdictChange,
};
use std::collections::BTreeSet;

/// An indicator where it stands.
#[derive(Clone, Copy)]
pub(super) struct Row<'s> {
    pub site: &'s Site,
    pub plan: &'s Plan,
    pub indicator: &'s Indicator,
}

/// The figures that differ, year by year, targets first.
pub(super) fn figures(old: Row<'_>, new: Row<'_>) -> Vec<FigureChange> {
    let years: BTreeSet<FiscalYear> = years(old).chain(years(new)).collect();
    years
        .into_iter()
        .flat_map(|year| {
            let target = target(old, new, year);
            let first = original(old, new, year).filter(|first| !same_move(first, &target));
            [target, first, actual(old, new, year)]
        })
        .flatten()
        .collect()
}

fn years(row: Row<'_>) -> impl Iterator<Item = FiscalYear> + '_ {
    let Indicator { targets, revisions, actuals, .. } = row.indicator;
    let revised = revisions.iter().flat_map(|revision| revision.targets.keys());
    targets.keys().chain(revised).chain(actuals.keys()).copied()
}

/// The target in force at the year's end.
fn target(old: Row<'_>, new: Row<'_>, year: FiscalYear) -> Option<FigureChange> {
    let target = |row: Row<'_>| row.indicator.target(year).map(of_target);
    let (from, to) = (target(old), target(new));
    let kind = match (&from, &to) {
        _ if from == to => return None,
        (_, Some(to)) if is_decided(old, new, year, to) => FigureKind::Revised,
        (from, to) => in_place(new, year, from.as_ref(), to.as_ref(), FigureKind::NewTarget),
    };
    Some(change(old, new, year, Series::Target, kind, from, to))
}

/// The target as first set: nothing should ever change it in silence.
fn original(old: Row<'_>, new: Row<'_>, year: FiscalYear) -> Option<FigureChange> {
    let first = |row: Row<'_>| row.indicator.targets.get(&year).map(of_target);
    let (from, to) = (first(old), first(new));
    if from == to {
        return None;
    }
    let kind = in_place(new, year, from.as_ref(), to.as_ref(), FigureKind::NewTarget);
    Some(change(old, new, year, Series::OriginalTarget, kind, from, to))
}

/// Where nothing was revised, the target in force is the first, and one change is told once.
fn same_move(first: &FigureChange, target: &Option<FigureChange>) -> bool {
    target.as_ref().is_some_and(|target| (&first.from, &first.to) == (&target.from, &target.to))
}

fn actual(old: Row<'_>, new: Row<'_>, year: FiscalYear) -> Option<FigureChange> {
    let seen = |row: Row<'_>| row.indicator.actuals.get(&year).map(of_observation);
    let (from, to) = (seen(old), seen(new));
    if from == to {
        return None;
    }
    let (was, is) = (from.as_ref().map(|one| one.reading), to.as_ref().map(|one| one.reading));
    let kind = match (was, is) {
        (Some(Reading::Value(_, before)), Some(Reading::Value(_, Quality::Final)))
            if before != Quality::Final =>
        {
            FigureKind::Settled
        }
        (was, is) if was == is => FigureKind::State, // only the date when it is due
        _ => in_place(new, year, from.as_ref(), to.as_ref(), FigureKind::NewActual),
    };
    Some(change(old, new, year, Series::Actual, kind, from, to))
}

/// The kind of a change that no decision stands behind.
fn in_place(
    new: Row<'_>,
    year: FiscalYear,
    from: Option<&Shown>,
    to: Option<&Shown>,
    first: FigureKind,
) -> FigureKind {
    let value = |shown: Option<&Shown>| match shown?.reading {
        Reading::Value(value, _) => Some(value),
        Reading::Absent(_) => None,
    };
    match (value(from), value(to)) {
        (Some(from), Some(to)) if is_corrected(new, year, from, to) => FigureKind::Corrected,
        (Some(_), Some(_)) => FigureKind::Unexplained,
        (None, Some(_)) => first,
        (Some(_), None) => FigureKind::Withdrawn,
        (None, None) => FigureKind::State,
    }
}

/// Whether `updates.yaml` names this change.
fn is_corrected(new: Row<'_>, year: FiscalYear, from: Value, to: Value) -> bool {
    new.site.updates.iter().flat_map(|update| &update.corrections).any(|one| {
        let corrected = one.at.of(&new.site.plans[one.plan.0]);
        std::ptr::eq(corrected, new.indicator) && (one.year, one.from, one.to) == (year, from, to)
    })
}

/// Whether a decision that was not recorded before set this target.
fn is_decided(old: Row<'_>, new: Row<'_>, year: FiscalYear, to: &Shown) -> bool {
    let decisions = |row: Row<'_>| -> Vec<(Date, Shown)> {
        let of_year = row.indicator.revisions.iter();
        of_year.filter_map(|one| Some((one.decided, of_target(one.targets.get(&year)?)))).collect()
    };
    let known = decisions(old);
    decisions(new).iter().any(|one| one.1 == *to && !known.contains(one))
}

fn of_target(target: &Target) -> Shown {
    Shown { reading: Reading::Value(target.value, Quality::Final), due: None }
}

fn of_observation(seen: &Observation) -> Shown {
    Shown { reading: seen.reading, due: seen.due }
}

fn change(
    old: Row<'_>,
    new: Row<'_>,
    year: FiscalYear,
    series: Series,
    kind: FigureKind,
    from: Option<Shown>,
    to: Option<Shown>,
) -> FigureChange {
    let (was, is) = (unit(old), unit(new));
    FigureChange {
        subject: subject(new),
        year,
        series,
        kind,
        from: from.map(|shown| as_shown(shown, old.indicator.decimals)),
        to: to.map(|shown| as_shown(shown, new.indicator.decimals)),
        unit_before: (was != is).then_some(was),
        unit: is,
    }
}

fn subject(row: Row<'_>) -> Subject {
    let id = format!("{}/{}", row.plan.id, row.indicator.id);
    Subject { kind: SubjectKind::Indicator, id, name: recorded(&row.indicator.name) }
}

fn unit(row: Row<'_>) -> Unit {
    match &row.indicator.unit {
        Unit::Percent => Unit::Percent,
        Unit::Named(name) => Unit::Named(recorded(name)),
    }
}

/// With at least the decimals the indicator is shown with.
fn as_shown(shown: Shown, decimals: u32) -> Shown {
    let long = |mut number: crate::model::Decimal| {
        number.rescale(number.scale().max(decimals));
        number
    };
    let reading = match shown.reading {
        Reading::Value(Value::Number(number), quality) => {
            Reading::Value(Value::Number(long(number)), quality)
        }
        Reading::Value(Value::Range(from, to), quality) => {
            Reading::Value(Value::Range(long(from), long(to)), quality)
        }
        other => other,
    };
    Shown { reading, ..shown }
}

/// Judgements that had been made and are now others. A first judgement comes with its new result.
pub(super) fn verdicts(old: Row<'_>, new: Row<'_>) -> Vec<VerdictChange> {
    let calendar = |row: Row<'_>| Calendar::of(row.plan, row.site.settings.edition);
    let (was, is) = (calendar(old), calendar(new));
    let judged = |row: Row<'_>, year, calendar| {
        judgement(evaluate::year(row.indicator, year, calendar).verdict)
    };
    evaluate::years(old.indicator, was)
        .into_iter()
        .map(|before| {
            let (from, to) = (judgement(before.verdict), judged(new, before.year, is));
            let subject = subject(new);
            VerdictChange { subject, year: before.year, from, to }
        })
        .filter(|one| one.from != Judgement::None && one.from != one.to)
        .collect()
}

fn judgement(verdict: Verdict) -> Judgement {
    match verdict {
        Verdict::Achieved => Judgement::Achieved,
        Verdict::Missed => Judgement::Missed,
        Verdict::Waiting(..) | Verdict::NotAssessed(_) => Judgement::None,
    }
}
