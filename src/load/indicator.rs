//! In: one entry of `indicators` or `kgis`. Out: its draft, places kept.
//! Never: whether an id exists or a number makes sense; that is `check`'s.

use super::fields::{Fields, Spanned, id, list, nearest, scalar, spanned, text, word};
use super::lineage::{BeforeDraft, indicators_before};
use super::values::{date, number, parse_number, parse_year, year};
use super::yaml::{Entry, Node, Value as Yaml};
use crate::diagnostics::{Expected, Likely, Problem, Report, Slip};
use crate::model::{
    Absence, Aim, Counting, Date, FiscalYear, Measure, Quality, RateRule, Role, Text, Unit, Value,
};
use crate::source::Span;
use std::collections::BTreeMap;

/// An indicator as written.
#[derive(Debug)]
pub struct IndicatorDraft {
    pub id: Spanned<String>,
    pub role: Role,
    pub kgi: Option<Spanned<String>>,
    pub theme: Option<Text>,
    pub name: Text,
    pub definition: Option<Text>,
    pub unit: Unit,
    pub decimals: Option<u32>,
    pub measure: Option<Measure>,
    pub aim: Option<Aim>,
    pub rate: Option<RateRule>,
    pub counting: Option<Counting>,
    pub baseline: Option<Spanned<FiscalYear>>,
    pub targets: BTreeMap<FiscalYear, CellDraft>,
    pub actuals: BTreeMap<FiscalYear, CellDraft>,
    pub revisions: Vec<RevisionDraft>,
    /// Something of the row was reported and left out; what is missing may be just that.
    pub unread: bool,
    pub succeeds: Vec<BeforeDraft>,
    pub notes: Vec<Text>,
    pub source: Option<Spanned<String>>,
}

/// A decision that changed targets, as written.
#[derive(Debug)]
pub struct RevisionDraft {
    pub decided: Date,
    pub by: Text,
    pub reason: Text,
    pub targets: BTreeMap<FiscalYear, CellDraft>,
}

/// One cell as written: a value, a state, or a value with what must be said of it. Few say more, so that
/// stands elsewhere: there are many cells.
#[derive(Debug)]
pub struct CellDraft {
    pub span: Span,
    pub value: Option<Value>,
    pub state: Option<StateWord>,
    pub due: Option<Date>,
    pub note: Option<Box<Text>>,
    pub source: Option<Box<Spanned<String>>>,
}

/// What `state` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateWord {
    /// Stands in place of a value.
    Absent(Absence),
    /// Stands beside a value.
    Firm(Quality),
}

/// The words of `state`.
pub const STATES: [(&str, StateWord); 7] = [
    ("pending", StateWord::Absent(Absence::Pending)),
    ("awaiting-settlement", StateWord::Absent(Absence::AwaitingSettlement)),
    ("not-surveyed", StateWord::Absent(Absence::NotSurveyed)),
    ("not-applicable", StateWord::Absent(Absence::NotApplicable)),
    ("discontinued", StateWord::Absent(Absence::Discontinued)),
    ("provisional", StateWord::Firm(Quality::Provisional)),
    ("estimated", StateWord::Firm(Quality::Estimated)),
];

const AIMS: [(&str, Aim); 6] = [
    ("at_least", Aim::AtLeast),
    ("at_most", Aim::AtMost),
    ("between", Aim::Between),
    ("done", Aim::Done),
    ("increase", Aim::Increase),
    ("decrease", Aim::Decrease),
];

/// The words of `rate`.
pub const RATES: [(&str, RateRule); 3] =
    [("ratio", RateRule::Ratio), ("gap_closed", RateRule::GapClosed), ("none", RateRule::None)];

const ROLES: [(&str, Role); 2] = [("target", Role::Target), ("reference", Role::Reference)];
const MEASURES: [(&str, Measure); 2] = [("level", Measure::Level), ("count", Measure::Count)];
const COUNTINGS: [(&str, Counting); 2] =
    [("single-year", Counting::SingleYear), ("cumulative", Counting::Cumulative)];

/// The units that need no words of their own: in content, Japanese, English, easy Japanese. 人 and 日 have
/// no reading, because theirs depends on the number.
const UNITS: [(&str, &str, &str, &str); 11] = [
    ("count", "件", "cases", "件《けん》"),
    ("people", "人", "people", "人"),
    ("days", "日", "days", "日"),
    ("hours", "時間", "hours", "時間《じかん》"),
    ("times", "回", "times", "回《かい》"),
    ("municipalities", "市町村", "municipalities", "市町村《しちょうそん》"),
    ("facilities", "施設", "facilities", "施設《しせつ》"),
    ("yen", "円", "yen", "円《えん》"),
    ("thousand-yen", "千円", "thousand yen", "千円《せんえん》"),
    ("ten-thousand-yen", "万円", "ten thousand yen", "万円《まんえん》"),
    ("hundred-million-yen", "億円", "hundred million yen", "億円《おくえん》"),
];

/// Reads an entry of `indicators`.
pub fn indicator(node: &Node<'_>, report: &mut Report) -> Option<IndicatorDraft> {
    let mut fields = Fields::of(node, report)?;
    let role = fields.required("role", report).and_then(|node| word(node, &ROLES, report));
    let kgi = fields.optional("kgi").and_then(|node| spanned(node, report));
    let draft = row(fields, report);
    Some(IndicatorDraft { role: role?, kgi, ..draft? })
}

/// Reads an entry of `kgis`.
pub fn kgi(node: &Node<'_>, report: &mut Report) -> Option<IndicatorDraft> {
    let mut fields = Fields::of(node, report)?;
    let theme = fields.optional("theme").and_then(|node| text(node, report));
    Some(IndicatorDraft { theme, ..row(fields, report)? })
}

/// What indicators and key goal indicators have in common.
fn row(mut fields: Fields<'_, '_>, report: &mut Report) -> Option<IndicatorDraft> {
    let found = report.len();
    let id = fields.required("id", report).and_then(|node| id(node, report));
    let name = fields.required("name", report).and_then(|node| text(node, report));
    let unit_node = fields.optional("unit");
    let aim = fields.optional("aim").and_then(|node| word(node, &AIMS, report));
    let unit = match unit_node {
        Some(node) => unit(node, report),
        None if aim == Some(Aim::Done) => Some(named("", "", "")), // done or not has no unit
        None => fields.required("unit", report).and(None),
    };
    let definition = fields.optional("definition").and_then(|node| text(node, report));
    let decimals = fields.optional("decimals").and_then(|node| decimals(node, report));
    let measure = fields.optional("measure").and_then(|node| word(node, &MEASURES, report));
    let rate = fields.optional("rate").and_then(|node| word(node, &RATES, report));
    let counting = fields.optional("counting").and_then(|node| word(node, &COUNTINGS, report));
    let baseline = fields
        .optional("baseline")
        .and_then(|node| Some(Spanned { value: year(node, report)?, span: node.span }));
    let targets = fields.optional("target").map(|node| cells(node, report)).unwrap_or_default();
    let actuals = fields.optional("actual").map(|node| cells(node, report)).unwrap_or_default();
    let revisions =
        fields.optional("revisions").map(|node| list(node, report, revision)).unwrap_or_default();
    let notes = fields.optional("notes").map(|node| list(node, report, text)).unwrap_or_default();
    let succeeds = indicators_before(fields.optional("succeeds"), report);
    let source = fields.optional("source").and_then(|node| spanned(node, report));
    fields.finish(report);
    Some(IndicatorDraft {
        id: id?,
        role: Role::Kgi,
        kgi: None,
        theme: None,
        name: name?,
        definition,
        unit: unit?,
        decimals,
        measure,
        aim,
        rate,
        counting,
        baseline,
        targets,
        actuals,
        revisions,
        unread: report.len() > found,
        succeeds,
        notes,
        source,
    })
}

fn revision(node: &Node<'_>, report: &mut Report) -> Option<RevisionDraft> {
    let mut fields = Fields::of(node, report)?;
    let decided = fields.required("decided", report).and_then(|node| date(node, report));
    let by = fields.required("by", report).and_then(|node| text(node, report));
    let reason = fields.required("reason", report).and_then(|node| text(node, report));
    let targets = fields.required("target", report).map(|node| cells(node, report));
    fields.finish(report);
    Some(RevisionDraft { decided: decided?, by: by?, reason: reason?, targets: targets? })
}

fn unit(node: &Node<'_>, report: &mut Report) -> Option<Unit> {
    if matches!(node.value, Yaml::Map(_)) {
        return text(node, report).map(Unit::Named);
    }
    let found = scalar(node, report)?;
    match (found, UNITS.iter().find(|(word, ..)| *word == found)) {
        ("percent", _) => Some(Unit::Percent),
        (_, Some((_, ja, en, easy))) => Some(named(ja, en, easy)),
        _ => {
            let known = || UNITS.iter().map(|(word, ..)| *word).chain(["percent"]);
            let problem = Problem::BadWord {
                found: found.to_string(),
                suggestion: nearest(found, known()),
                known: known().map(str::to_string).collect(),
            };
            report.add(problem, node.span);
            None
        }
    }
}

/// A unit in words.
pub fn named(ja: &str, en: &str, easy: &str) -> Unit {
    let [ja, en, easy] = [ja, en, easy].map(str::to_string);
    Unit::Named(Text { ja, en: Some(en), easy: Some(easy.into()) })
}

/// How many decimals; more than six are a slip of the pen.
pub fn decimals(node: &Node<'_>, report: &mut Report) -> Option<u32> {
    const WORDS: [(&str, u32); 7] =
        [("0", 0), ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("6", 6)];
    word(node, &WORDS, report)
}

/// A row of cells by year; a year written twice in two spellings is reported.
fn cells(node: &Node<'_>, report: &mut Report) -> BTreeMap<FiscalYear, CellDraft> {
    let mut cells: BTreeMap<FiscalYear, CellDraft> = BTreeMap::new();
    let Yaml::Map(entries) = &node.value else {
        report.add(Problem::WrongKind { expected: Expected::Map }, node.span);
        return cells;
    };
    for (index, entry) in entries.iter().enumerate() {
        let Some(year) = parse_year(&entry.key) else {
            let before = index.checked_sub(1).map(|before| &entries[before]);
            let (problem, span) = before
                .and_then(|before| split_thousands(before, entry))
                .or_else(|| glued_colon(entry))
                .unwrap_or((Problem::BadYear { found: entry.key.to_string() }, entry.key_span));
            if let (Problem::BadNumber { .. }, Some(before)) = (&problem, before) {
                cells.retain(|_, cell| cell.span != before.value.span); // half a number is none
            }
            report.add(problem, span);
            continue;
        };
        let Some(cell) = cell(&entry.value, report) else { continue };
        if let Some(first) = cells.get(&year) {
            let problem = Problem::DuplicateYear { found: entry.key.to_string() };
            report.add_pair(problem, entry.key_span, first.span);
            continue;
        }
        cells.insert(year, cell);
    }
    cells
}

/// `{R2:14.1}` is one word to YAML; a space after the colon makes it a pair.
fn glued_colon(entry: &Entry<'_>) -> Option<(Problem, Span)> {
    let (year, number) = entry.key.split_once([':', '：'])?;
    parse_year(year)?;
    let detail = format!("write `{year}: {number}`, with a space after the colon");
    let problem = Problem::YamlSyntax { likely: Likely::Colon, detail };
    Some((problem, Span { end: entry.key_span.end, ..entry.key_span }))
}

/// `{2019: 1,000}` is three things to YAML: the year, `1`, and a key `000` without a value. What
/// was meant is one number.
fn split_thousands(before: &Entry<'_>, entry: &Entry<'_>) -> Option<(Problem, Span)> {
    let Yaml::Scalar(head) = &before.value.value else { return None };
    let Yaml::Scalar(rest) = &entry.value.value else { return None };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let group = entry.key.split('.').next().unwrap_or("");
    let split = rest.is_empty() && group.len() == 3 && digits(group) && digits(head);
    let found = format!("{head},{}", entry.key);
    let instead = Some(format!("{head}{}", entry.key));
    let span = Span { start: before.value.span.start, ..entry.key_span };
    split.then_some((Problem::BadNumber { found, slip: Slip::Separator, instead }, span))
}

/// One cell.
pub fn cell(node: &Node<'_>, report: &mut Report) -> Option<CellDraft> {
    let empty = CellDraft {
        span: node.span,
        value: None,
        state: None,
        due: None,
        note: None,
        source: None,
    };
    if !matches!(node.value, Yaml::Map(_)) {
        let found = scalar(node, report)?;
        if let Some((_, state)) = STATES.iter().find(|(word, _)| *word == found) {
            return Some(CellDraft { state: Some(*state), ..empty });
        }
        return value(node, report).map(|value| CellDraft { value: Some(value), ..empty });
    }
    let mut fields = Fields::of(node, report)?;
    let value_node = fields.optional("value");
    let cell = CellDraft {
        value: value_node.and_then(|node| value(node, report)),
        state: fields.optional("state").and_then(|node| word(node, &STATES, report)),
        due: fields.optional("due").and_then(|node| date(node, report)),
        note: fields.optional("note").and_then(|node| text(node, report)).map(Box::new),
        source: fields.optional("source").and_then(|node| spanned(node, report)).map(Box::new),
        ..empty
    };
    fields.finish(report);
    match (cell.value, cell.state) {
        (Some(_), Some(StateWord::Absent(_))) => report.add(Problem::StateWithValue, node.span),
        (None, Some(StateWord::Firm(_)) | None) if value_node.is_none() => {
            report.add(Problem::CellWithoutReading, node.span);
        }
        _ => return Some(cell),
    }
    None
}

/// A number, a range, done or not.
pub fn value(node: &Node<'_>, report: &mut Report) -> Option<Value> {
    let found = scalar(node, report)?;
    match found {
        "done" => Some(Value::Done(true)),
        "not_done" => Some(Value::Done(false)),
        _ if looks_like_a_word(found) => {
            let words = STATES.iter().map(|(word, _)| *word).chain(["done", "not_done"]);
            report.add(super::fields::unknown_word(found, words), node.span);
            None
        }
        _ if found.contains("..") || found.contains(['～', '〜']) => range(node, found, report),
        _ => number(node, report).map(Value::Number),
    }
}

/// `26.0..28.0`: the range a result is to stay in.
fn range(node: &Node<'_>, found: &str, report: &mut Report) -> Option<Value> {
    let ends = found.split_once("..");
    let ends = ends.and_then(|(from, to)| Some((parse_number(from)?, parse_number(to)?)));
    match ends {
        Some((from, to)) if from <= to => Some(Value::Range(from, to)),
        _ => {
            report.add(Problem::BadRange { found: found.to_string() }, node.span);
            None
        }
    }
}

/// Letters only: someone meant a state, not a number.
fn looks_like_a_word(found: &str) -> bool {
    parse_number(found).is_none()
        && found.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-' || byte == b'_')
        && found.bytes().any(|byte| byte.is_ascii_alphabetic())
}
