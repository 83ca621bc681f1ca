//! In: the worked cases. Out: the page on which a reader sees every rule at work, the hard cases too.
//! Never: an answer written down; each is evaluated as the site's own figures are.

use super::Body;
use super::table::{Cell, Judged, judged, rate};
use super::view::{Shell, View};
use crate::evaluate;
use crate::evaluate::cases::{YEAR, calendar, cases};
use crate::locale::number;
use crate::model::{Aim, Indicator, RateRule, Value};
use serde::Serialize;

/// The page of worked cases.
#[derive(Debug, Serialize)]
pub struct MethodPage {
    rows: Vec<CaseRow>,
}

#[derive(Debug, Serialize)]
struct CaseRow {
    remark: String,
    aim: &'static str,
    rule: &'static str,
    baseline: String,
    target: String,
    actual: String,
    rate: Cell,
    verdict: Judged,
}

pub(super) fn method<'s>(view: &View<'s>, style: &str) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let crumbs = view.crumbs(None);
    let shell = view.shell(words.method_head, words.method_lead, crumbs, style);
    let rows = cases()
        .iter()
        .map(|case| {
            let found = evaluate::year(&case.indicator, YEAR, calendar());
            let value = |value: Option<&Value>| {
                value.map_or(words.dash.to_string(), |value| view.locale.value(*value, 0))
            };
            CaseRow {
                remark: case.remark.get(view.lang()).0.to_string(),
                aim: aim(view, &case.indicator),
                rule: rule(view, &case.indicator),
                baseline: case
                    .indicator
                    .baseline_value()
                    .map_or(words.dash.to_string(), |value| number(value, 0)),
                target: value(found.target.map(|target| &target.value)),
                actual: value(found.observation.and_then(|seen| seen.value())),
                rate: rate(view.locale, &found),
                verdict: judged(view.locale, found.verdict),
            }
        })
        .collect();
    ("method.html", shell, Body::Method(MethodPage { rows }))
}

fn aim(view: &View<'_>, indicator: &Indicator) -> &'static str {
    let words = view.locale.words;
    match indicator.aim {
        Some(Aim::AtLeast) => words.method_at_least,
        Some(Aim::AtMost) => words.method_at_most,
        Some(Aim::Between) => words.method_between,
        Some(Aim::Increase) => words.above_baseline,
        Some(Aim::Decrease) => words.below_baseline,
        Some(Aim::Done) | None => words.done,
    }
}

fn rule(view: &View<'_>, indicator: &Indicator) -> &'static str {
    let words = view.locale.words;
    match (indicator.rate, indicator.aim) {
        (RateRule::None, _) => words.dash,
        (RateRule::GapClosed, _) => words.method_gap,
        (RateRule::Ratio, Some(Aim::AtMost)) => words.method_inverse,
        (RateRule::Ratio, _) => words.method_ratio,
    }
}
