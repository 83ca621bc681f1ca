//! In: a plan. Out: its page: what it is, how far it has come by year, its whole tree.
//! Never: an item's sheet.

use super::goal::group_href;
use super::heat::{Heat, heat};
use super::home::{recorded, structure};
use super::part::is_large;
use super::tally::{Tally, YearTally, by_year, of_items, tally};
use super::view::{Shell, View};
use super::words::{Link, Words};
use super::year::{YearLink, siblings};
use super::{Body, Page, Part, label, thread};
use crate::evaluate::{self, Calendar};
use crate::locale::fill;
use crate::model::{Group, IndicatorAt, Plan, Role};
use serde::Serialize;

/// A plan's page.
#[derive(Debug, Serialize)]
pub struct PlanPage<'s> {
    title: Words<'s>,
    summary: Words<'s>,
    vision: Option<Words<'s>>,
    period: String,
    structure: String,
    recorded: String,
    about: Option<Link<'s>>,
    kgis: Option<KgiList<'s>>,
    tally: Tally<'s>,
    grades: Option<String>,
    more: Vec<Link<'s>>,
    finished: Vec<YearLink>,
    years: Vec<YearTally>,
    years_caption: String,
    heat: Heat<'s>,
    heat_caption: String,
    heat_head: String,
    heat_level: Words<'s>,
    notes: Vec<Words<'s>>,
    labels: Vec<LabelLine<'s>>,
    goals: Vec<Branch<'s>>,
    source: SourceLine<'s>,
    any_finished: bool,
}

#[derive(Debug, Serialize)]
struct KgiList<'s> {
    link: String,
    kgis: Vec<Link<'s>>,
}

#[derive(Debug, Serialize)]
struct LabelLine<'s> {
    mark: &'s str,
    link: Link<'s>,
}

/// A branch of the tree with all below it; of a large plan without the items.
#[derive(Debug, Serialize)]
pub struct Branch<'s> {
    level: Words<'s>,
    number: &'s str,
    name: Words<'s>,
    href: String,
    branches: Vec<Branch<'s>>,
    items: Vec<ItemLine<'s>>,
}

/// An item in a list.
#[derive(Debug, Serialize)]
pub struct ItemLine<'s> {
    number: &'s str,
    link: Link<'s>,
    marks: Vec<&'s str>,
    lead: Vec<Words<'s>>,
    indicators: usize,
}

/// Where something was published.
#[derive(Debug, Serialize)]
pub struct SourceLine<'s> {
    title: Words<'s>,
    publisher: Words<'s>,
    kind: &'static str,
    url: Option<&'s str>,
    retrieved: Option<String>,
    note: Option<Words<'s>>,
    /// What it gave: 目標 R2、R3.
    pub gave: Vec<String>,
}

pub(super) fn plan<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let everything: Vec<usize> = (0..plan.items.len()).collect();
    let total = plan.indicators().filter(|one| one.role == Role::Target).count();
    let title = view.words(&plan.title);
    let short = plan.short.get(view.lang()).0;
    let shell = view.shell(title.text, plan.summary.get(view.lang()).0, view.crumbs(None), style);
    let heat_level = match is_large(plan) {
        true => view.words(&plan.level(0).name),
        false => view.words(&plan.item_level().name),
    };
    let kgi_link = |kgi: usize| Page::Indicator(at, IndicatorAt::Kgi(kgi));
    let page = PlanPage {
        title,
        summary: view.words(&plan.summary),
        vision: plan.vision.as_ref().map(|vision| view.words(vision)),
        period: view.locale.span_of_years(plan.period),
        structure: structure(view, plan),
        recorded: recorded(view, plan),
        about: plan.about.as_ref().map(|about| view.link(&about.title, Page::PlanAbout(at))),
        kgis: (!plan.kgis.is_empty()).then(|| KgiList {
            link: view.href(Page::Kgis(at)),
            kgis: plan
                .kgis
                .iter()
                .enumerate()
                .map(|(number, kgi)| view.link(&kgi.name, kgi_link(number)))
                .collect(),
        }),
        tally: tally(view, at, &of_items(plan, &everything)),
        grades: grades(view, plan),
        more: more(view, at),
        finished: siblings(view, at),
        years: if total > 0 { by_year(view, plan) } else { Vec::new() },
        years_caption: fill(
            view.locale.words.tally_caption,
            &[("plan", short), ("total", &total.to_string())],
        ),
        heat: heat(view, at),
        heat_caption: fill(
            view.locale.words.heat_caption,
            &[("plan", short), ("level", heat_level.text)],
        ),
        heat_head: fill(view.locale.words.heat_head, &[("level", heat_level.text)]),
        heat_level,
        notes: plan.notes.iter().map(|note| view.words(note)).collect(),
        labels: plan
            .labels
            .iter()
            .map(|label| LabelLine {
                mark: &label.mark,
                link: view.link(&label.name, label::page_of(view, &label.id)),
            })
            .collect(),
        goals: plan
            .groups
            .iter()
            .enumerate()
            .map(|(number, group)| branch(view, at, number, 0, group))
            .collect(),
        source: source_line(view, plan.source, Vec::new()),
        any_finished: Calendar::of(plan, view.site.settings.edition).latest().is_some(),
    };
    ("plan.html", shell, Body::Plan(Box::new(page)))
}

/// Pages about the whole plan beside this one.
fn more<'s>(view: &View<'s>, at: usize) -> Vec<Link<'s>> {
    let plan = &view.site.plans[at];
    let words = view.locale.words;
    let threads = thread::has_threads(plan);
    let links = [
        Some((words.booklet_menu, Page::Booklet(at, Part::FIRST))),
        Some((words.rules_menu, Page::Rules(at, Part::FIRST))),
        threads.then_some((words.threads_menu, Page::Threads(at, Part::FIRST))),
        plan.succeeds.as_ref().map(|_| (words.lineage_menu, Page::Lineage(at, Part::FIRST))),
    ];
    links.into_iter().flatten().map(|(words, page)| view.own_link(words, page)).collect()
}

/// How many target indicators of the last finished year took each grade.
fn grades(view: &View<'_>, plan: &Plan) -> Option<String> {
    let words = view.locale.words;
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let year = calendar.latest().filter(|_| !plan.grades.is_empty())?;
    let (counts, without) = evaluate::grades(&plan.grades, plan.indicators(), year, calendar);
    let mut parts: Vec<String> = plan
        .grades
        .iter()
        .zip(counts)
        .map(|(grade, count)| {
            let count = count.to_string();
            fill(words.grade_count, &[("grade", &grade.name), ("count", &count)])
        })
        .collect();
    if without > 0 {
        parts.push(fill(words.grade_none, &[("count", &without.to_string())]));
    }
    let grades = parts.join(words.list_separator);
    Some(fill(words.grades_words, &[("year", &view.locale.year(year)), ("grades", &grades)]))
}

fn branch<'s>(
    view: &View<'s>,
    at: usize,
    goal: usize,
    depth: usize,
    group: &'s Group,
) -> Branch<'s> {
    let plan = &view.site.plans[at];
    // The items of a large plan stand on the pages of its goals.
    let items = group.items.iter().filter(|_| !is_large(plan));
    Branch {
        level: view.words(&plan.level(depth).name),
        number: &group.id,
        name: view.words(&group.name),
        href: group_href(view, at, goal, depth, group),
        branches: group
            .groups
            .iter()
            .map(|below| branch(view, at, goal, depth + 1, below))
            .collect(),
        items: items.map(|item| item_line(view, at, item.0)).collect(),
    }
}

/// An item as lists show it.
pub(super) fn item_line<'s>(view: &View<'s>, at: usize, item: usize) -> ItemLine<'s> {
    let plan: &Plan = &view.site.plans[at];
    let sheet = &plan.items[item];
    ItemLine {
        number: sheet.number(),
        link: view.link(&sheet.title, Page::Item(at, item)),
        marks: sheet.labels.iter().map(|label| plan.labels[label.0].mark.as_str()).collect(),
        lead: sheet
            .lead
            .iter()
            .map(|lead| view.words(&view.site.organisation(*lead).name))
            .collect(),
        indicators: sheet.indicators.len(),
    }
}

/// A source as pages show it.
pub(super) fn source_line<'s>(
    view: &View<'s>,
    source: crate::model::SourceRef,
    gave: Vec<String>,
) -> SourceLine<'s> {
    use crate::model::SourceKind;
    let source = view.site.source(source);
    let words = view.locale.words;
    SourceLine {
        title: view.words(&source.title),
        publisher: view.words(&source.publisher),
        kind: match source.kind {
            SourceKind::Official => words.official,
            SourceKind::Press => words.press,
            SourceKind::Other => words.other_source,
        },
        url: source.url.as_deref(),
        retrieved: source
            .retrieved
            .map(|date| fill(words.retrieved, &[("date", &view.locale.date(date))])),
        note: source.note.as_ref().map(|note| view.words(note)),
        gave,
    }
}
