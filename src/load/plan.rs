//! In: `plan.yaml` and the item folders beside it. Out: a plan's draft.
//! Never: whether the tree and the folders agree; `check` sees to that.

use super::fields::{Fields, Spanned, entries, id, list, scalar, spanned, text};
use super::indicator::{IndicatorDraft, RATES, decimals, indicator, kgi};
use super::lineage::{BeforeDraft, items_before, plan_before};
use super::values::{date, number, parse_year, period, references, year};
use super::yaml::{Node, parse};
use super::{fields, prose};
use crate::diagnostics::{Kind, Problem, Report};
use crate::model::{
    Date, FiscalYear, FreePage, Grade, Label, Level, Narrative, Overview, Period, RateRule, Rating,
    Step, Text,
};
use crate::source::{FileId, Sources, Span};
use std::collections::BTreeMap;

/// A plan as written.
#[derive(Debug)]
pub struct PlanDraft {
    pub id: String,
    pub title: Text,
    pub short: Text,
    pub summary: Text,
    pub vision: Option<Text>,
    pub period: Period,
    pub levels: Spanned<Vec<Spanned<Level>>>,
    pub rating: Rating,
    pub grades: Vec<Spanned<Grade>>,
    pub succeeds: Option<BeforeDraft>,
    pub labels: Vec<Spanned<Label>>,
    pub notes: Vec<Text>,
    pub kgis: Vec<IndicatorDraft>,
    pub groups: Vec<GroupDraft>,
    /// Some levels or groups were reported and left out.
    pub unread_tree: bool,
    pub items: Vec<ItemDraft>,
    pub about: Option<FreePage>,
    pub source: Spanned<String>,
}

/// A goal or reform as written.
#[derive(Debug)]
pub struct GroupDraft {
    pub id: Spanned<String>,
    pub name: Text,
    pub summary: Option<Text>,
    pub groups: Vec<GroupDraft>,
    pub items: Vec<Spanned<String>>,
}

/// An item's folder as written.
#[derive(Debug)]
pub struct ItemDraft {
    pub id: String,
    pub start: Span,
    pub title: Text,
    pub lead: Vec<Spanned<String>>,
    pub related: Vec<Spanned<String>>,
    pub labels: Vec<Spanned<String>>,
    pub as_of: Option<Date>,
    pub examples: Vec<Text>,
    pub notes: Vec<Text>,
    pub overview: Option<Overview>,
    pub indicators: Vec<IndicatorDraft>,
    pub actions: Vec<ActionDraft>,
    pub narratives: BTreeMap<FiscalYear, Spanned<Box<Narrative>>>,
    pub issues: Vec<IssueDraft>,
    pub succeeds: Vec<BeforeDraft>,
    pub source: Option<Spanned<String>>,
}

/// An issue that comes back, as written.
#[derive(Debug)]
pub struct IssueDraft {
    pub id: Spanned<String>,
    pub title: Text,
    pub raised: Vec<Spanned<FiscalYear>>,
    pub resolved: Option<Spanned<FiscalYear>>,
}

/// An action as written.
#[derive(Debug)]
pub struct ActionDraft {
    pub title: Text,
    pub indicators: Vec<Spanned<String>>,
    pub added: Option<Spanned<FiscalYear>>,
    pub plan: Vec<Spanned<Step>>,
    pub result: Vec<Spanned<Step>>,
}

/// Reads `plans/<id>/` except its items.
pub fn plan(sources: &Sources, folder: &str, id: &str, report: &mut Report) -> Option<PlanDraft> {
    let path = format!("{folder}/plan.yaml");
    let Some((file, _)) = sources.find(&path) else {
        report.add_path(Problem::MissingFile, path);
        return None;
    };
    let root = parse(sources, file, report)?;
    let mut fields = Fields::of(&root, report)?;
    let title = fields.required("title", report).and_then(|node| text(node, report));
    let short = fields.required("short", report).and_then(|node| text(node, report));
    let summary = fields.required("summary", report).and_then(|node| text(node, report));
    let vision = fields.optional("vision").and_then(|node| text(node, report));
    let period = fields.required("period", report).and_then(|node| period(node, report));
    let found = report.len();
    let levels = fields
        .required("levels", report)
        .map(|node| Spanned { value: list(node, report, level), span: node.span });
    let unread_levels = report.len() > found;
    let rating = match fields.optional("rating") {
        Some(node) => rating(node, report),
        None => Some((Rating { rate: RateRule::Ratio, decimals: 1 }, Vec::new())),
    };
    let succeeds = fields.optional("succeeds").and_then(|node| plan_before(node, report));
    let labels = fields
        .optional("labels")
        .map(|node| entries(node, Kind::Label, report, label))
        .unwrap_or_default();
    let notes = fields.optional("notes").map(|node| list(node, report, text)).unwrap_or_default();
    let kgis = fields
        .optional("kgis")
        .map(|node| entries(node, Kind::Kgi, report, kgi))
        .unwrap_or_default();
    let found = report.len();
    let groups = fields.required("groups", report).map(|node| list(node, report, group));
    let unread_tree = unread_levels || report.len() > found;
    let source = fields.required("source", report).and_then(|node| spanned(node, report));
    fields.finish(report);
    let about = prose::page(sources, &format!("{folder}/about"), report)
        .map(|(title, body)| FreePage { id: "about".into(), title, body });
    let (rating, grades) = rating?;
    Some(PlanDraft {
        id: id.to_string(),
        title: title?,
        short: short?,
        summary: summary?,
        vision,
        period: period?,
        levels: levels?,
        rating,
        grades,
        succeeds,
        labels,
        notes,
        kgis,
        groups: groups?,
        unread_tree,
        items: Vec::new(),
        about,
        source: source?,
    })
}

fn level(node: &Node<'_>, report: &mut Report) -> Option<Spanned<Level>> {
    let mut fields = Fields::of(node, report)?;
    let id = fields.required("id", report).and_then(|node| id(node, report));
    let name = fields.required("name", report).and_then(|node| text(node, report));
    fields.finish(report);
    let Spanned { value: id, span } = id?;
    Some(Spanned { value: Level { id, name: name? }, span })
}

fn rating(node: &Node<'_>, report: &mut Report) -> Option<(Rating, Vec<Spanned<Grade>>)> {
    let mut fields = Fields::of(node, report)?;
    let rate = fields.required("rate", report).and_then(|node| fields::word(node, &RATES, report));
    let decimals = match fields.optional("decimals") {
        Some(node) => decimals(node, report),
        None => Some(1),
    };
    let grades = fields.optional("grades").map(|node| list(node, report, grade));
    fields.finish(report);
    Some((Rating { rate: rate?, decimals: decimals? }, grades.unwrap_or_default()))
}

/// `{grade: A, at_least: 100}`.
fn grade(node: &Node<'_>, report: &mut Report) -> Option<Spanned<Grade>> {
    let mut fields = Fields::of(node, report)?;
    let name = fields.required("grade", report).and_then(|node| scalar(node, report));
    let at_least = fields.optional("at_least").map(|node| number(node, report));
    fields.finish(report);
    // A threshold that cannot be read is no grade without one.
    let at_least = match at_least {
        Some(number) => Some(number?),
        None => None,
    };
    Some(Spanned { value: Grade { name: name?.to_string(), at_least }, span: node.span })
}

fn label(node: &Node<'_>, report: &mut Report) -> Option<Spanned<Label>> {
    let mut fields = Fields::of(node, report)?;
    let id = fields.required("id", report).and_then(|node| id(node, report));
    let mark = fields.required("mark", report).and_then(|node| scalar(node, report));
    let name = fields.required("name", report).and_then(|node| text(node, report));
    fields.finish(report);
    let Spanned { value: id, span } = id?;
    Some(Spanned { value: Label { id, mark: mark?.to_string(), name: name? }, span })
}

fn group(node: &Node<'_>, report: &mut Report) -> Option<GroupDraft> {
    let mut fields = Fields::of(node, report)?;
    let id = fields.required("id", report).and_then(|node| id(node, report));
    let name = fields.required("name", report).and_then(|node| text(node, report));
    let summary = fields.optional("summary").and_then(|node| text(node, report));
    let groups =
        fields.optional("groups").map(|node| list(node, report, group)).unwrap_or_default();
    let items = references(fields.optional("items"), report);
    fields.finish(report);
    Some(GroupDraft { id: id?, name: name?, summary, groups, items })
}

/// Reads one item's folder: `item.yaml`, the overview, a narrative for every year that has one.
pub fn item(sources: &Sources, folder: &str, id: &str, report: &mut Report) -> Option<ItemDraft> {
    let path = format!("{folder}/item.yaml");
    let Some((file, _)) = sources.find(&path) else {
        report.add_path(Problem::MissingFile, path);
        return None;
    };
    let overview =
        prose::sections(sources, &format!("{folder}/overview"), &prose::OVERVIEW, report)
            .map(|[current, problems, reform]| Overview { current, problems, reform });
    let narratives = narratives(sources, folder, report);
    let draft = sheet(sources, file, id, report)?;
    Some(ItemDraft { overview, narratives, ..draft })
}

fn sheet(sources: &Sources, file: FileId, id: &str, report: &mut Report) -> Option<ItemDraft> {
    let root = parse(sources, file, report)?;
    let mut fields = Fields::of(&root, report)?;
    let title = fields.required("title", report).and_then(|node| text(node, report));
    let lead = references(fields.required("lead", report), report);
    let related = references(fields.optional("related"), report);
    let labels = references(fields.optional("labels"), report);
    let as_of = fields.optional("as_of").and_then(|node| date(node, report));
    let examples =
        fields.optional("examples").map(|node| list(node, report, text)).unwrap_or_default();
    let notes = fields.optional("notes").map(|node| list(node, report, text)).unwrap_or_default();
    let indicators = fields
        .optional("indicators")
        .map(|node| entries(node, Kind::Indicator, report, indicator))
        .unwrap_or_default();
    let actions =
        fields.optional("actions").map(|node| list(node, report, action)).unwrap_or_default();
    let issues =
        fields.optional("issues").map(|node| list(node, report, issue)).unwrap_or_default();
    let succeeds = items_before(fields.optional("succeeds"), report);
    let source = fields.optional("source").and_then(|node| spanned(node, report));
    fields.finish(report);
    Some(ItemDraft {
        id: id.to_string(),
        start: Span::start_of(file),
        title: title?,
        lead,
        related,
        labels,
        as_of,
        examples,
        notes,
        overview: None,
        indicators,
        actions,
        narratives: BTreeMap::new(),
        issues,
        succeeds,
        source,
    })
}

/// `{id: identity-check, title: …, raised: [R3, R4, R5], resolved: R6}`.
fn issue(node: &Node<'_>, report: &mut Report) -> Option<IssueDraft> {
    let mut fields = Fields::of(node, report)?;
    let id = fields.required("id", report).and_then(|node| id(node, report));
    let title = fields.required("title", report).and_then(|node| text(node, report));
    let raised = fields.required("raised", report).map(|node| list(node, report, spanned_year));
    let resolved = fields.optional("resolved").and_then(|node| spanned_year(node, report));
    fields.finish(report);
    Some(IssueDraft { id: id?, title: title?, raised: raised?, resolved })
}

fn spanned_year(node: &Node<'_>, report: &mut Report) -> Option<Spanned<FiscalYear>> {
    Some(Spanned { value: year(node, report)?, span: node.span })
}

fn action(node: &Node<'_>, report: &mut Report) -> Option<ActionDraft> {
    let mut fields = Fields::of(node, report)?;
    let title = fields.required("title", report).and_then(|node| text(node, report));
    let indicators = references(fields.optional("indicators"), report);
    let added = fields.optional("added").and_then(|node| spanned_year(node, report));
    let plan = fields.optional("plan").map(|node| list(node, report, step)).unwrap_or_default();
    let result = fields.optional("result").map(|node| list(node, report, step)).unwrap_or_default();
    fields.finish(report);
    Some(ActionDraft { title: title?, indicators, added, plan, result })
}

fn step(node: &Node<'_>, report: &mut Report) -> Option<Spanned<Step>> {
    let mut fields = Fields::of(node, report)?;
    let when_node = fields.required("when", report);
    let when = when_node.and_then(|node| period(node, report));
    let text = fields.required("text", report).and_then(|node| text(node, report));
    fields.finish(report);
    let span = when_node.map_or(node.span, |node| node.span);
    Some(Spanned { value: Step { when: when?, text: text? }, span })
}

fn narratives(
    sources: &Sources,
    folder: &str,
    report: &mut Report,
) -> BTreeMap<FiscalYear, Spanned<Box<Narrative>>> {
    let mut years: Vec<&str> = sources.below(folder).filter_map(narrative_year).collect();
    years.dedup();
    let mut narratives = BTreeMap::new();
    for year in years {
        let stem = format!("{folder}/{year}");
        let read = prose::sections(sources, &stem, &prose::NARRATIVE, report);
        if let (Some(year), Some([analysis, issues, response])) = (parse_year(year), read) {
            let file = sources.find(&format!("{stem}.ja.md")).map(|(id, _)| id);
            let span = Span::start_of(file.expect("the sections were read from this file"));
            let value = Box::new(Narrative { analysis, issues, response });
            narratives.insert(year, Spanned { value, span });
        }
    }
    narratives
}

/// `2020` out of `2020.ja.md`.
pub fn narrative_year(name: &str) -> Option<&str> {
    let year = name.strip_suffix(".ja.md").or_else(|| name.strip_suffix(".en.md"))?;
    (year.len() == 4 && parse_year(year).is_some()).then_some(year)
}
