//! In: the site. Out: every target and result as one table, one row an indicator and year.
//! Never: a cell with two facts, an empty cell without a state beside it.

use crate::evaluate::{self, Calendar, Verdict, YearResult};
use crate::model::{
    Absence, Decimal, IndicatorAt, Lang, Plan, Quality, Reading, Role, Site, Unit, Value,
};
use csv::{Terminator, WriterBuilder}; // RFC 4180 quoting and line ends; its only home

/// `v1` in the address is a promise: columns may be added at the end, none renamed or moved.
const COLUMNS: [&str; 19] = [
    "plan",
    "item",
    "indicator",
    "role",
    "fiscal_year",
    "fiscal_year_japanese",
    "target",
    "target_to",
    "original_target",
    "original_target_to",
    "actual",
    "state",
    "rate",
    "grade",
    "verdict",
    "unit_ja",
    "unit_en",
    "target_source",
    "actual_source",
];

/// The table. Numbers stand as written; done is 1, not done is 0.
pub(super) fn csv(site: &Site) -> Vec<u8> {
    let mut table = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    table.write_record(COLUMNS).expect("memory takes everything");
    for plan in &site.plans {
        let calendar = Calendar::of(plan, site.settings.edition);
        for at in IndicatorAt::all(plan) {
            for result in evaluate::years(at.of(plan), calendar) {
                let row = row(site, plan, at, &result);
                table.write_record(&row).expect("memory takes everything");
            }
        }
    }
    table.into_inner().expect("memory takes everything")
}

fn row(site: &Site, plan: &Plan, at: IndicatorAt, result: &YearResult<'_>) -> [String; 19] {
    let indicator = at.of(plan);
    let item = match at {
        IndicatorAt::Kgi(_) => String::new(),
        IndicatorAt::Item(item, _) => plan.items[item].id.clone(),
    };
    let target = result.target.map(|target| target.value);
    let original = result.original.map(|(target, _)| target.value);
    let source = |at: Option<crate::model::SourceRef>| {
        at.map(|at| site.source(at).id.clone()).unwrap_or_default()
    };
    let rate = result.rate.ok();
    let grade = rate.and_then(|rate| evaluate::grade(&plan.grades, &rate));
    [
        plan.id.clone(),
        item,
        indicator.id.clone(),
        role(indicator.role).to_string(),
        result.year.0.to_string(),
        crate::locale::Locale::of(Lang::Ja).year_short(result.year),
        lower(target),
        upper(target),
        lower(original),
        upper(original),
        lower(result.observation.and_then(|seen| seen.value()).copied()),
        state(result).to_string(),
        rate.map(|rate| rate.percent.to_string()).unwrap_or_default(),
        grade.map(|grade| grade.name.clone()).unwrap_or_default(),
        verdict(result.verdict).to_string(),
        unit(&indicator.unit, Lang::Ja),
        unit(&indicator.unit, Lang::En),
        source(result.target.map(|target| target.source)),
        source(result.observation.map(|seen| seen.source)),
    ]
}

/// A number as written, the lower end of a range, 1 or 0 for done or not.
fn lower(value: Option<Value>) -> String {
    match value {
        Some(Value::Number(number) | Value::Range(number, _)) => number.to_string(),
        Some(Value::Done(done)) => Decimal::from(u8::from(done)).to_string(),
        None => String::new(),
    }
}

/// The upper end of a range.
fn upper(value: Option<Value>) -> String {
    match value {
        Some(Value::Range(_, to)) => to.to_string(),
        _ => String::new(),
    }
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Target => "target",
        Role::Reference => "reference",
        Role::Kgi => "kgi",
    }
}

/// How firm the actual is, or why there is none.
fn state(result: &YearResult<'_>) -> &'static str {
    match result.observation.map(|seen| seen.reading) {
        Some(Reading::Value(_, Quality::Final)) => "final",
        Some(Reading::Value(_, Quality::Provisional)) => "provisional",
        Some(Reading::Value(_, Quality::Estimated)) => "estimated",
        Some(Reading::Absent(Absence::Pending)) => "pending",
        Some(Reading::Absent(Absence::AwaitingSettlement)) => "awaiting-settlement",
        Some(Reading::Absent(Absence::NotSurveyed)) => "not-surveyed",
        Some(Reading::Absent(Absence::NotApplicable)) => "not-applicable",
        Some(Reading::Absent(Absence::Discontinued)) => "discontinued",
        None if result.finished => "not-recorded",
        None => "not-yet-due",
    }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Achieved => "achieved",
        Verdict::Missed => "not-achieved",
        Verdict::Waiting(..) => "waiting",
        Verdict::NotAssessed(_) => "not-assessed",
    }
}

fn unit(unit: &Unit, lang: Lang) -> String {
    match unit {
        Unit::Percent => "%".to_string(),
        Unit::Named(name) => name.get(lang).0.to_string(),
    }
}
