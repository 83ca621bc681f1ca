//! In: an item's narratives. Out: what was an issue, what was answered, what came of it, year by year.
//! Never: a judgement; flags say what the authors marked and dated.

use super::plan::{ItemLine, item_line};
use super::tally::item_year;
use super::view::{Shell, View};
use super::words::{Link, Prose, Words};
use super::{Body, Page};
use crate::evaluate::{Calendar, Flag, flags};
use crate::locale::fill;
use crate::model::{FiscalYear, Issue, Item, Plan, Role};
use serde::Serialize;

/// A plan's items with what is worth asking about.
#[derive(Debug, Serialize)]
pub struct ThreadsPage<'s> {
    heading: String,
    items: Vec<ThreadLine<'s>>,
}

#[derive(Debug, Serialize)]
struct ThreadLine<'s> {
    item: ItemLine<'s>,
    thread: String,
    flags: Vec<String>,
}

/// One item's thread.
#[derive(Debug, Serialize)]
pub struct ThreadPage<'s> {
    heading: String,
    sheet: Link<'s>,
    flags: Vec<String>,
    issues: Vec<IssueLine<'s>>,
    steps: Vec<Step<'s>>,
}

/// An issue that its authors marked as the same in several years.
#[derive(Debug, Serialize)]
struct IssueLine<'s> {
    title: Words<'s>,
    raised: String,
    state: String,
    open: bool,
}

/// From the issues of one year to the analysis of the next.
#[derive(Debug, Serialize)]
struct Step<'s> {
    id: String,
    year: String,
    next: String,
    marked: Vec<Words<'s>>,
    issues: Prose<'s>,
    response: Prose<'s>,
    changes: Vec<String>,
    result: Option<String>,
    analysis: Option<Prose<'s>>,
    waiting: String,
}

/// Whether a plan has any narratives to follow.
pub(super) fn has_threads(plan: &Plan) -> bool {
    plan.items.iter().any(|item| !item.narratives.is_empty())
}

/// The items with narratives.
pub(super) fn told(plan: &Plan) -> Vec<usize> {
    let has_texts = |number: &usize| !plan.items[*number].narratives.is_empty();
    (0..plan.items.len()).filter(has_texts).collect()
}

pub(super) fn threads<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let words = view.locale.words;
    let heading = fill(words.threads_head, &[("plan", plan.short.get(view.lang()).0)]);
    let shell = view.shell(&heading, words.threads_lead, view.crumbs(Some((at, plan))), style);
    let items = told(plan)[view.place()]
        .iter()
        .map(|number| ThreadLine {
            item: item_line(view, at, *number),
            thread: view.href(Page::Thread(at, *number)),
            flags: flag_words(view, plan, &plan.items[*number]),
        })
        .collect();
    ("threads.html", shell, Body::Threads(ThreadsPage { heading, items }))
}

pub(super) fn thread<'s>(
    view: &View<'s>,
    at: usize,
    number: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let item = &plan.items[number];
    let words = view.locale.words;
    let title = item.title.get(view.lang()).0;
    let heading = fill(words.thread_head, &[("number", item.number()), ("title", title)]);
    let mut crumbs = view.crumbs(Some((at, plan)));
    crumbs.push(view.link(&item.title, Page::Item(at, number)));
    let shell = view.shell(&heading, words.threads_lead, crumbs, style);
    let page = ThreadPage {
        heading,
        sheet: view.link(&item.title, Page::Item(at, number)),
        flags: flag_words(view, plan, item),
        issues: item.issues.iter().map(|issue| issue_line(view, issue)).collect(),
        steps: steps(view, at, number),
    };
    ("thread.html", shell, Body::Thread(page))
}

/// What is worth asking about, in words.
pub(super) fn flag_words(view: &View<'_>, plan: &Plan, item: &Item) -> Vec<String> {
    let words = view.locale.words;
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let year = |year: FiscalYear| view.locale.year(year);
    flags(item, calendar)
        .iter()
        .map(|flag| match flag {
            Flag::SameIssue { issue, first, last } => fill(
                words.flag_same_issue,
                &[
                    ("issue", issue.title.get(view.lang()).0),
                    ("first", &year(*first)),
                    ("last", &year(*last)),
                    ("years", &(last.0 - first.0 + 1).to_string()),
                ],
            ),
            Flag::NothingRevised(one) => fill(
                words.flag_nothing_revised,
                &[("year", &year(*one)), ("next", &year(one.next()))],
            ),
        })
        .collect()
}

fn issue_line<'s>(view: &View<'s>, issue: &'s Issue) -> IssueLine<'s> {
    let words = view.locale.words;
    let raised: Vec<String> = issue.raised.iter().map(|year| view.locale.year(*year)).collect();
    IssueLine {
        title: view.words(&issue.title),
        raised: raised.join(words.list_separator),
        state: match issue.resolved {
            Some(year) => fill(words.issue_resolved, &[("year", &view.locale.year(year))]),
            None => words.issue_open.to_string(),
        },
        open: issue.resolved.is_none(),
    }
}

fn steps<'s>(view: &View<'s>, at: usize, number: usize) -> Vec<Step<'s>> {
    let plan = &view.site.plans[at];
    let item = &plan.items[number];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let has_targets = item.indicators.iter().any(|one| one.role == Role::Target);
    let words = view.locale.words;
    let mut steps = Vec::new();
    for (year, narrative) in &item.narratives {
        let next = year.next();
        let finished = next <= calendar.finished && calendar.covers(next);
        let prose = |text, part: &str| view.prose(text, &format!("fy{}-{part}-", year.0), 4);
        let marked = item.issues.iter().filter(|issue| issue.raised.contains(year));
        let waiting =
            if calendar.covers(next) { words.thread_next_open } else { words.thread_last };
        steps.push(Step {
            id: format!("fy{}", year.0),
            year: view.locale.year_both(*year),
            next: view.locale.year_both(next),
            marked: marked.map(|issue| view.words(&issue.title)).collect(),
            issues: prose(&narrative.issues, "i"),
            response: prose(&narrative.response, "r"),
            changes: changes(view, item, next),
            result: (finished && has_targets).then(|| item_year(view, at, number, next)),
            analysis: item.narratives.get(&next).map(|next| prose(&next.analysis, "a")),
            waiting: waiting.to_string(),
        });
    }
    steps
}

/// Targets revised and actions added in a year.
pub(super) fn changes(view: &View<'_>, item: &Item, year: FiscalYear) -> Vec<String> {
    let words = view.locale.words;
    let revised = item
        .indicators
        .iter()
        .filter(|one| one.revisions.iter().any(|revision| revision.decided.fiscal_year() == year));
    let revised =
        revised.map(|one| fill(words.change_revised, &[("name", one.name.get(view.lang()).0)]));
    let added = item.actions.iter().filter(|action| action.added == Some(year));
    let added =
        added.map(|action| fill(words.change_added, &[("name", action.title.get(view.lang()).0)]));
    revised.chain(added).collect()
}
