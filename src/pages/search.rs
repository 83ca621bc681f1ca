//! In: the whole site. Out: what can be found on it: a plain list, and the documents that a script searches.
//! Never: an index; the texts themselves are searched, so a part of a Japanese word is found too.

use super::address::relative;
use super::part::is_large;
use super::view::{Shell, View};
use super::words::{Link, Words};
use super::{Body, Page, Part, sentence, year};
use crate::evaluate::Calendar;
use crate::locale::Messages;
use crate::markdown::to_text;
use crate::model::{IndicatorAt, Item, Lang, Plan, Response, Site, Text};
use serde::Serialize;
use std::borrow::Cow;

/// The search page: without a script a list of what is on the site.
#[derive(Debug, Serialize)]
pub struct SearchPage<'s> {
    documents: String,
    groups: Vec<Group<'s>>,
}

#[derive(Debug, Serialize)]
struct Group<'s> {
    name: Words<'s>,
    plan: Option<Link<'s>>,
    links: Vec<Link<'s>>,
}

/// Something that can be found.
#[derive(Debug, Serialize)]
pub struct Document<'s> {
    /// Where it is, from the search page.
    href: String,
    title: Cow<'s, str>,
    /// What kind of thing it is, and of which plan.
    kind: String,
    /// What is said of it.
    text: String,
    /// Whether the text is a narrative: what an indicator or a term says of itself comes before.
    long: bool,
}

/// Where the documents of a language stand; many take several files.
pub fn documents_path(lang: Lang, file: usize) -> String {
    let number = if file == 0 { String::new() } else { format!("-{}", file + 1) };
    format!("{}search/documents{number}.js", lang.prefix())
}

pub(super) fn search<'s>(view: &View<'s>, style: &str) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let shell = view.shell(words.search_head, words.search_lead, view.crumbs(None), style);
    let documents = relative(view.path(), &documents_path(view.lang(), 0));
    ("search.html", shell, Body::Search(SearchPage { documents, groups: groups(view) }))
}

fn groups<'s>(view: &View<'s>) -> Vec<Group<'s>> {
    let (site, words) = (view.site, view.locale.words);
    let mut links = view.menu();
    links.extend(about(words).map(|(page, name, _)| view.own_link(name, page)));
    let mut groups = vec![Group { name: Words::own(words.search_pages), plan: None, links }];
    for (at, plan) in site.plans.iter().enumerate().rev() {
        let mut group = |name, links: Vec<Link<'s>>| {
            let plan = Some(view.link(&plan.short, Page::Plan(at)));
            groups.push(Group { name, plan, links });
        };
        let goals = plan.groups.iter().enumerate();
        let goals =
            goals.map(|(goal, group)| view.link(&group.name, Page::Goal(at, goal, Part::FIRST)));
        group(view.words(&plan.level(0).name), goals.collect());
        if is_large(plan) {
            continue; // the rest is a click further, on the pages of the goals
        }
        let items = plan.items.iter().enumerate();
        let items = items.map(|(item, sheet)| view.link(&sheet.title, Page::Item(at, item)));
        group(view.words(&plan.item_level().name), items.collect());
        let indicators = IndicatorAt::all(plan);
        let indicators =
            indicators.map(|which| view.link(&which.of(plan).name, Page::Indicator(at, which)));
        group(Words::own(words.indicators), indicators.collect());
    }
    let divisions = site.organisations.iter().enumerate();
    let divisions =
        divisions.map(|(at, one)| view.link(&one.name, Page::Organisation(at, Part::FIRST)));
    let name = Words::own(words.organisations);
    groups.push(Group { name, plan: None, links: divisions.collect() });
    groups.retain(|group| !group.links.is_empty());
    groups
}

/// Pages about the site itself that are not in its menu: the heading of each, and what it says of itself.
fn about(words: &Messages) -> [(Page, &'static str, &'static str); 3] {
    [
        (Page::Data, words.data_head, words.data_lead),
        (Page::Method, words.method_head, words.method_lead),
        (Page::Accessibility, words.accessibility_head, words.accessibility_lead),
    ]
}

/// Everything that can be found in a language, in the order of the site, the newest plan first.
pub fn documents(site: &Site, lang: Lang) -> Vec<Document<'_>> {
    let view = &View::new(site, lang, Page::Search);
    let words = view.locale.words;
    let mut found = Vec::new();
    for (at, plan) in site.plans.iter().enumerate().rev() {
        add_plan(view, at, plan, &mut found);
    }
    for (at, division) in site.organisations.iter().enumerate() {
        let page = Page::Organisation(at, Part::FIRST);
        found.push(short(view, page, &division.name, words.organisations, String::new()));
    }
    for (at, meeting) in site.meetings.iter().enumerate() {
        let mut texts = vec![&meeting.summary];
        texts.extend(&meeting.themes);
        for opinion in &meeting.opinions {
            texts.push(&opinion.opinion);
            texts.extend(match &opinion.response {
                Response::Given(answer) => Some(answer),
                Response::Awaited | Response::NotRecorded => None,
            });
        }
        let page = Page::Meeting(at);
        found.push(long(view, page, &meeting.name, words.meetings, &texts));
    }
    for term in &site.terms {
        let reading = term.reading.as_deref().filter(|_| lang == Lang::Ja);
        let text = [reading.unwrap_or_default(), term.meaning.get(lang).0].join(" ");
        let mut entry = short(view, Page::Glossary, &term.term, words.glossary, text);
        entry.href = format!("{}#{}", entry.href, term.id);
        found.push(entry);
    }
    for (at, page) in site.pages.iter().enumerate() {
        found.push(long(view, Page::Free(at), &page.title, words.search_pages, &[&page.body]));
    }
    for (page, title, lead) in about(words) {
        let (href, kind) = (view.href(page), words.search_pages.to_string());
        found.push(Document { href, title: title.into(), kind, text: lead.into(), long: false });
    }
    found
}

fn add_plan<'s>(view: &View<'s>, at: usize, plan: &'s Plan, found: &mut Vec<Document<'s>>) {
    let words = view.locale.words;
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let name = plan.short.get(view.lang()).0;
    let mut texts = vec![&plan.summary];
    texts.extend(&plan.vision);
    texts.extend(plan.about.as_ref().map(|about| &about.body));
    found.push(long(view, Page::Plan(at), &plan.title, words.search_plan, &texts));
    for (goal, group) in plan.groups.iter().enumerate() {
        let kind = format!("{name} {}", plan.level(0).name.get(view.lang()).0);
        let mut texts: Vec<&Text> = group.summary.iter().collect();
        texts.extend(group.groups.iter().map(|below| &below.name));
        found.push(long(view, Page::Goal(at, goal, Part::FIRST), &group.name, &kind, &texts));
    }
    let kind = format!("{name} {}", words.indicator);
    for which in IndicatorAt::all(plan) {
        let indicator = which.of(plan);
        let definition = indicator.definition.as_ref().map_or("", |text| text.get(view.lang()).0);
        let said = sentence::sentence(view, indicator, calendar);
        let text = [&said, definition].join(" ");
        found.push(short(view, Page::Indicator(at, which), &indicator.name, &kind, text));
    }
    for (number, item) in plan.items.iter().enumerate() {
        let level = plan.item_level().name.get(view.lang()).0;
        let kind = format!("{name} {level}{}{}", words.gap, item.number());
        found.push(long(view, Page::Item(at, number), &item.title, &kind, &of_sheet(view, item)));
        for (year, narrative) in item.narratives.range(..=calendar.finished) {
            let kind = format!("{kind} {}", view.locale.year_both(*year));
            let texts = [&narrative.analysis, &narrative.issues, &narrative.response];
            let mut entry = long(view, Page::Item(at, number), &item.title, &kind, &texts);
            entry.href = format!("{}#fy{}", entry.href, year.0);
            found.push(entry);
        }
    }
    for year in calendar.finished_years() {
        let (title, lead) = year::heading(view, plan, year);
        let href = view.href(Page::Year(at, year, Part::FIRST));
        let kind = words.years_head.to_string();
        found.push(Document { href, title: title.into(), kind, text: lead, long: false });
    }
}

/// What stands on a sheet before its years.
fn of_sheet<'s>(view: &View<'s>, item: &'s Item) -> Vec<&'s Text> {
    let mut texts = Vec::new();
    if let Some(overview) = &item.overview {
        texts.extend([&overview.current, &overview.problems, &overview.reform]);
    }
    texts.extend(item.actions.iter().map(|action| &action.title));
    texts.extend(&item.examples);
    let divisions = item.lead.iter().chain(&item.related);
    texts.extend(divisions.map(|one| &view.site.organisation(*one).name));
    texts
}

fn short<'s>(
    view: &View<'s>,
    page: Page,
    title: &'s Text,
    kind: &str,
    text: String,
) -> Document<'s> {
    let title = title.get(view.lang()).0.into();
    Document { href: view.href(page), title, kind: kind.to_string(), text, long: false }
}

fn long<'s>(
    view: &View<'s>,
    page: Page,
    title: &'s Text,
    kind: &str,
    texts: &[&Text],
) -> Document<'s> {
    let texts = texts.iter().map(|text| to_text(text.get(view.lang()).0));
    let text = texts.collect::<Vec<_>>().join(" ");
    Document { long: true, ..short(view, page, title, kind, text) }
}
