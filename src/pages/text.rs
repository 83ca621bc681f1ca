//! In: glossary, free pages, a plan's own text. Out: pages of prose.
//! Never: a figure.

use super::Body;
use super::view::{Shell, View};
use super::words::{Prose, Words};
use crate::model::FreePage;
use serde::Serialize;

/// A page of prose.
#[derive(Debug, Serialize)]
pub struct TextPage<'s> {
    title: Words<'s>,
    body: Prose<'s>,
}

/// The glossary.
#[derive(Debug, Serialize)]
pub struct GlossaryPage<'s> {
    terms: Vec<TermEntry<'s>>,
}

#[derive(Debug, Serialize)]
struct TermEntry<'s> {
    id: &'s str,
    term: Words<'s>,
    reading: Option<&'s str>,
    meaning: Words<'s>,
    source: Option<Words<'s>>,
}

/// The page of a missing address, in both languages at once.
#[derive(Debug, Serialize)]
pub struct NotFoundPage {
    english: &'static crate::locale::Messages,
    home_en: String,
}

pub(super) fn free<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let crumbs = view.crumbs(None);
    prose(view, &view.site.pages[at], crumbs, style)
}

pub(super) fn plan_about<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let crumbs = view.crumbs(Some((at, plan)));
    let about = plan.about.as_ref().expect("this page is listed only where the text exists");
    prose(view, about, crumbs, style)
}

fn prose<'s>(
    view: &View<'s>,
    page: &'s FreePage,
    crumbs: Vec<super::words::Link<'s>>,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let title = view.words(&page.title);
    let first =
        page.body.get(view.lang()).0.lines().find(|line| is_plain(line)).unwrap_or(title.text);
    let shell = view.shell(title.text, first, crumbs, style);
    let body = view.prose(&page.body, "s", 2);
    ("text.html", shell, Body::Text(TextPage { title, body }))
}

/// A line of plain prose, fit to describe the page.
fn is_plain(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with(['#', '-', '|', '*', '>', '[', '!', '1'])
}

pub(super) fn glossary<'s>(view: &View<'s>, style: &str) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let shell = view.shell(words.glossary, words.glossary_lead, view.crumbs(None), style);
    let terms = view
        .site
        .terms
        .iter()
        .map(|term| TermEntry {
            id: &term.id,
            term: view.words(&term.term),
            reading: term.reading.as_deref(),
            meaning: view.words(&term.meaning),
            source: term.source.map(|source| view.words(&view.site.source(source).title)),
        })
        .collect();
    ("glossary.html", shell, Body::Glossary(GlossaryPage { terms }))
}

pub(super) fn not_found<'s>(view: &View<'s>, style: &str) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let shell = view.shell(words.not_found, words.not_found_lead, Vec::new(), style);
    let english = crate::locale::Locale::of(crate::model::Lang::En).words;
    let base = super::address::base_path(&view.site.settings.base_url);
    (
        "not_found.html",
        shell,
        Body::NotFound(NotFoundPage { english, home_en: format!("{base}en/index.html") }),
    )
}
