//! In: the site. Out: every target and result as one table, one row an indicator and year.
//! Never: a cell with two facts, an empty cell without a state beside it.

use super::codes;
use crate::contract::Row;
use crate::evaluate::{self, Calendar, YearResult};
use crate::locale::{Locale, iso, without_readings};
use crate::model::{
    Decimal, IndicatorAt, Lang, Observation, Plan, Site, SourceRef, Target, Text, Unit, Value,
};
use csv::{Terminator, WriterBuilder};
use std::borrow::Borrow;
use std::io::{self, Write}; // RFC 4180 quoting and line ends; its only home

/// Every row of the site, plan by plan, in the order of the tree.
pub(super) fn all(site: &Site) -> impl Iterator<Item = Row> + '_ {
    let of_plan = move |plan| IndicatorAt::all(plan).flat_map(move |at| rows(site, plan, at));
    site.plans.iter().flat_map(of_plan)
}

/// The rows of one indicator, a year each.
pub(super) fn rows(site: &Site, plan: &Plan, at: IndicatorAt) -> Vec<Row> {
    let calendar = Calendar::of(plan, site.settings.edition);
    let years = evaluate::years(at.of(plan), calendar);
    years.iter().map(|result| row(site, plan, at, result)).collect()
}

/// The table. Numbers stand as written; done is 1, not done is 0.
pub(super) fn csv<R: Borrow<Row>>(
    rows: impl Iterator<Item = R>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    for row in rows {
        table.serialize(row.borrow())?;
    }
    table.flush()
}

fn row(site: &Site, plan: &Plan, at: IndicatorAt, result: &YearResult<'_>) -> Row {
    let indicator = at.of(plan);
    let target = result.target.map(|target| target.value);
    let original = result.original.map(|(target, _)| target.value);
    let seen = result.observation;
    let rate = result.rate.ok();
    let grade = rate.and_then(|rate| evaluate::grade(&plan.grades, &rate));
    let source = |at: Option<SourceRef>| at.map_or("", |at| &site.source(at).id).to_string();
    let target_note = result.target.and_then(|target: &Target| target.note.as_deref());
    let actual_note = seen.and_then(|seen: &Observation| seen.note.as_deref());
    Row {
        plan: plan.id.clone(),
        item: match at {
            IndicatorAt::Kgi(_) => String::new(),
            IndicatorAt::Item(item, _) => plan.items[item].id.clone(),
        },
        indicator: indicator.id.clone(),
        role: codes::role(indicator.role).to_string(),
        fiscal_year: result.year.0,
        fiscal_year_japanese: Locale::of(Lang::Ja).year_short(result.year),
        target: lower(target),
        target_to: upper(target),
        original_target: lower(original),
        original_target_to: upper(original),
        actual: lower(seen.and_then(|seen| seen.value()).copied()),
        state: codes::state(seen.map(|seen| seen.reading), result.finished).to_string(),
        rate: rate.map(|rate| rate.percent.to_string()).unwrap_or_default(),
        grade: grade.map(|grade| grade.name.clone()).unwrap_or_default(),
        verdict: codes::verdict(result.verdict).to_string(),
        unit_ja: on_one_line(&unit(&indicator.unit).ja),
        unit_en: english(Some(&unit(&indicator.unit))),
        target_source: source(result.target.map(|target| target.source)),
        actual_source: source(seen.map(|seen| seen.source)),
        region_code: site.settings.region.as_ref().map_or("", |one| &one.code).to_string(),
        name_ja: on_one_line(&indicator.name.ja),
        name_en: indicator.name.en.as_deref().map(on_one_line).unwrap_or_default(),
        due: seen.and_then(|seen| seen.due).map(iso).unwrap_or_default(),
        target_note_ja: target_note.map(|note| on_one_line(&note.ja)).unwrap_or_default(),
        target_note_en: english(target_note),
        actual_note_ja: actual_note.map(|note| on_one_line(&note.ja)).unwrap_or_default(),
        actual_note_en: english(actual_note),
    }
}

/// A number as written, the lower end of a range, 1 or 0 for done or not.
pub(super) fn lower(value: Option<Value>) -> String {
    match value {
        Some(Value::Number(number) | Value::Range(number, _)) => number.to_string(),
        Some(Value::Done(done)) => Decimal::from(u8::from(done)).to_string(),
        None => String::new(),
    }
}

/// The upper end of a range.
pub(super) fn upper(value: Option<Value>) -> String {
    match value {
        Some(Value::Range(_, to)) => to.to_string(),
        _ => String::new(),
    }
}

pub(super) fn unit(unit: &Unit) -> Text {
    match unit {
        Unit::Percent => Text { ja: "%".to_string(), en: Some("%".to_string()), easy: None },
        Unit::Named(name) => name.clone(),
    }
}

fn english(text: Option<&Text>) -> String {
    text.and_then(|text| text.en.as_deref()).map(on_one_line).unwrap_or_default()
}

/// A cell has no line break, over which many programs stumble, and no reading, which a workbook would keep.
fn on_one_line(text: &str) -> String {
    without_readings(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
