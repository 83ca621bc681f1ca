//! In: the site, a language, a page. Out: one reader's view: words, links and the frame of the page.
//! Never: what stands inside the frame.

use super::Page;
use super::address::{HREFLANGS, base_path, canonical, feed, languages, path, relative};
use super::kind::{page_type, script};
use super::part::{Lists, Part, Parts};
use super::shared::{Shared, shared};
use super::update::feed_title;
use super::words::{Charts, Link, Prose, Words};
use crate::evaluate::Calendar;
use crate::locale::{Locale, fill, iso, without_readings};
use crate::markdown::Term;
use crate::model::{Indicator, IndicatorAt, Lang, Plan, Site, Text};
use serde::Serialize;
use std::rc::Rc;

/// The site as a reader of one language sees it from one page.
#[derive(Clone, Debug)]
pub struct View<'s> {
    /// The site.
    pub site: &'s Site,
    /// The reader's language.
    pub locale: Locale,
    /// The charts of this page and those made with it.
    pub charts: Charts,
    pub(super) lists: Rc<Lists<'s>>,
    page: Page,
    path: String,
}

/// Whether the site has pictures beside its drawings: charts as PNG, and a card for whoever shares a page.
pub const PICTURES: bool = cfg!(feature = "png");

/// What stands around every page.
#[derive(Debug, Serialize)]
pub struct Shell<'s> {
    lang: &'static str,
    page_type: &'static str,
    title: String,
    description: String,
    shared: Option<Shared>,
    site_title: Words<'s>,
    home: String,
    notice: Option<Words<'s>>,
    menu: Vec<Link<'s>>,
    crumbs: Vec<Link<'s>>,
    switch: Vec<Switch>,
    parts: Option<Parts>,
    search: Link<'s>,
    accessibility: Link<'s>,
    logo: Option<String>,
    footer: Vec<Outward<'s>>,
    style: String,
    /// A script that only adds; most pages have none.
    script: Option<String>,
    icon: String,
    canonical: Option<String>,
    alternates: Vec<Alternate>,
    publisher: Words<'s>,
    contact: Words<'s>,
    edition: String,
    edition_iso: String,
    /// The beginning of the content's hash: enough to tell two states of it apart.
    content: &'s str,
    data: String,
    feeds: Vec<FeedLink>,
}

/// A feed of updates.
#[derive(Debug, Serialize)]
pub struct FeedLink {
    title: String,
    href: String,
}

/// A link of the publisher, out of the site.
#[derive(Debug, Serialize)]
struct Outward<'s> {
    words: Words<'s>,
    href: &'s str,
}

/// The way to the same page in another language.
#[derive(Debug, Serialize)]
struct Switch {
    words: &'static str,
    lang: &'static str,
    href: String,
}

#[derive(Debug, Serialize)]
struct Alternate {
    lang: &'static str,
    href: String,
}

impl Shell<'_> {
    /// The page's heading, where the page may be shared.
    pub(super) fn heading(&self) -> Option<&str> {
        self.shared.as_ref().map(|shared| shared.title.as_str())
    }
}

impl<'s> View<'s> {
    /// The view from `page` in `lang`.
    pub fn new(site: &'s Site, lang: Lang, page: Page) -> View<'s> {
        let path = path(site, lang, page);
        let (locale, charts, lists) = (Locale::of(lang), Charts::default(), Rc::default());
        View { site, locale, charts, lists, page, path }
    }

    /// The view from another page in the same language, with the same charts and lists.
    pub fn beside(&self, page: Page) -> View<'s> {
        let path = path(self.site, self.lang(), page);
        View { page, path, ..self.clone() }
    }

    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.locale.lang
    }

    /// The page.
    pub(super) fn page(&self) -> Page {
        self.page
    }

    /// Where the page stands in the site.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// An indicator with its plan, and the years that are over.
    pub fn indicator(&self, at: usize, which: IndicatorAt) -> (&'s Plan, &'s Indicator, Calendar) {
        let plan = &self.site.plans[at];
        (plan, which.of(plan), Calendar::of(plan, self.site.settings.edition))
    }

    /// A text of the content in the reader's language.
    pub fn words(&self, text: &'s Text) -> Words<'s> {
        Words::of(text, self.lang())
    }

    /// A Markdown text of the content.
    pub fn prose(&self, text: &'s Text, prefix: &str, top: u8) -> Prose<'s> {
        let view = self.clone();
        Prose { words: self.words(text), prefix: prefix.to_string(), top, view }
    }

    /// The words of the glossary in the reader's language, with their ids.
    pub fn terms(&self) -> Vec<Term<'s>> {
        let word = |text: &'s Text| {
            Some(text.get(self.lang())).filter(|(_, lang)| lang.tag() == self.lang().tag())
        };
        let terms = self.site.terms.iter();
        terms.filter_map(|term| Some((word(&term.term)?.0, term.id.as_str()))).collect()
    }

    /// The link to what a text names: `item:02`, `indicator:2020/kgi-5`, `term:kpi`, `images/a.png`.
    pub fn named(&self, link: &str) -> Option<String> {
        if link.starts_with("images/") {
            return Some(self.href_to(link));
        }
        let (kind, id) = link.split_once(':')?;
        if kind == "term" {
            return Some(format!("{}#{id}", self.href(Page::Glossary)));
        }
        let (at, id) = match (id.split_once('/'), self.page.plan()) {
            (Some((plan, id)), _) => (self.site.plans.iter().position(|one| one.id == plan)?, id),
            (None, at) => (at?, id),
        };
        let plan = &self.site.plans[at];
        match kind {
            "item" => Some(self.href(Page::Item(at, plan.item(id)?.0))),
            "indicator" => Some(self.href(Page::Indicator(at, IndicatorAt::find(plan, id)?))),
            _ => None,
        }
    }

    /// The link to a page in the same language, or in Japanese where it is not offered in that.
    pub fn href(&self, page: Page) -> String {
        self.href_to(&path(self.site, self.lang(), page))
    }

    /// The link to a path of the site. A missing page may be asked for at any depth, so its links
    /// begin at the root of the site.
    pub(super) fn href_to(&self, path: &str) -> String {
        match self.page {
            Page::NotFound => format!("{}{path}", base_path(&self.site.settings.base_url)),
            _ => relative(&self.path, path),
        }
    }

    /// The whole address of a page, for paper.
    pub fn canonical(&self, page: Page) -> String {
        canonical(&self.site.settings.base_url, &path(self.site, self.lang(), page))
    }

    /// A named link to a page.
    pub fn link(&self, text: &'s Text, page: Page) -> Link<'s> {
        Link { words: self.words(text), href: self.href(page), current: page == self.page }
    }

    pub(super) fn own_link(&self, words: &'static str, page: Page) -> Link<'s> {
        Link { words: Words::own(words), href: self.href(page), current: page == self.page }
    }

    /// The frame of a page. `title` is its heading, `crumbs` the way to it.
    pub fn shell(
        &self,
        title: &str,
        description: &str,
        crumbs: Vec<Link<'s>>,
        style: &str,
    ) -> Shell<'s> {
        let settings = &self.site.settings;
        let words = self.locale.words;
        let site_title = settings.title.get(self.lang()).0;
        let site_title = match self.lang() {
            Lang::Ja | Lang::En => site_title.to_string(),
            // Among open windows and found pages it stands beside the Japanese page of that name.
            Lang::Easy => format!("{site_title}（{}）", words.language),
        };
        let parts = self.parts();
        let title = match &parts {
            Some(parts) => &format!("{title}{}", parts.words),
            None => title,
        };
        let heading = if self.page == Page::Home { &site_title } else { title };
        let shared = shared(self, self.page, heading, description);
        let title = match self.page {
            Page::Home => site_title,
            _ => format!("{title} | {site_title}"),
        };
        let indexed = self.page != Page::NotFound;
        Shell {
            lang: self.lang().tag(),
            page_type: page_type(self.page),
            title,
            description: without_readings(description).chars().take(200).collect(),
            shared: indexed.then_some(shared),
            site_title: self.words(&settings.title),
            home: self.href(Page::Home),
            notice: settings.notice.as_ref().map(|notice| self.words(notice)),
            menu: self.menu(),
            crumbs,
            switch: self.switch(),
            parts,
            search: self.own_link(words.search_menu, Page::Search),
            accessibility: self.own_link(words.accessibility_head, Page::Accessibility),
            logo: settings.look.logo.as_ref().map(|logo| self.href_to(logo)),
            footer: settings
                .look
                .footer
                .iter()
                .map(|link| Outward { words: self.words(&link.title), href: &link.url })
                .collect(),
            style: self.href_to(style),
            script: script(self.page).map(|script| self.href_to(script)),
            icon: self.href_to("assets/icon.svg"),
            canonical: indexed.then(|| self.canonical(self.page.known_as())),
            alternates: self.alternates(),
            publisher: self.words(&settings.publisher),
            contact: self.words(&settings.contact),
            edition: self.edition(),
            edition_iso: iso(settings.edition.date),
            content: Site::short(&self.site.content),
            data: self.href(Page::Data),
            feeds: [None]
                .into_iter()
                .chain(self.page.plan().map(Some))
                .map(|plan| self.feed(plan))
                .collect(),
        }
    }

    /// The edition in words.
    pub(super) fn edition(&self) -> String {
        let date = self.locale.date(self.site.settings.edition.date);
        fill(self.locale.words.edition_of, &[("date", &date)])
    }

    /// Every feed of the language.
    pub(super) fn all_feeds(&self) -> Vec<FeedLink> {
        let plans = (0..self.site.plans.len()).rev().map(Some);
        [None].into_iter().chain(plans).map(|plan| self.feed(plan)).collect()
    }

    fn feed(&self, plan: Option<usize>) -> FeedLink {
        FeedLink {
            title: feed_title(self.site, self.lang(), plan),
            href: self.href_to(&feed(self.site, self.lang(), plan)),
        }
    }

    /// The way from home to a page of a plan; the page itself is the heading that follows.
    pub fn crumbs(&self, plan: Option<(usize, &'s Plan)>) -> Vec<Link<'s>> {
        let mut crumbs = vec![self.own_link(self.locale.words.home, Page::Home)];
        if let Some((at, plan)) = plan {
            crumbs.push(self.link(&plan.short, Page::Plan(at)));
        }
        crumbs
    }

    pub(super) fn menu(&self) -> Vec<Link<'s>> {
        let mut menu = vec![self.own_link(self.locale.words.home, Page::Home)];
        for (at, plan) in self.site.plans.iter().enumerate().rev() {
            menu.push(self.link(&plan.short, Page::Plan(at)));
        }
        let words = self.locale.words;
        if !self.site.organisations.is_empty() {
            menu.push(self.own_link(words.organisations, Page::Organisations));
        }
        if !self.site.meetings.is_empty() {
            menu.push(self.own_link(words.opinions_menu, Page::Opinions));
        }
        menu.push(self.own_link(words.indicators_menu, Page::Indicators(Part::FIRST)));
        menu.push(self.own_link(words.pending_menu, Page::Pending(Part::FIRST)));
        if self.site.has_updates() {
            menu.push(self.own_link(words.updates_head, Page::Updates));
        }
        if !self.site.terms.is_empty() {
            menu.push(self.own_link(self.locale.words.glossary, Page::Glossary));
        }
        for (at, page) in self.site.pages.iter().enumerate() {
            menu.push(self.link(&page.title, Page::Free(at)));
        }
        menu
    }

    /// The other languages in which the page is offered, each in its own words.
    fn switch(&self) -> Vec<Switch> {
        languages(self.site, self.page)
            .filter(|lang| *lang != self.lang())
            .map(|lang| Switch {
                words: Locale::of(lang).words.language,
                lang: lang.tag(),
                href: self.href_to(&path(self.site, lang, self.page)),
            })
            .collect()
    }

    fn alternates(&self) -> Vec<Alternate> {
        if self.page == Page::NotFound || !HREFLANGS.contains(&self.lang()) {
            return Vec::new();
        }
        let base = &self.site.settings.base_url;
        let of = |lang: Lang| canonical(base, &path(self.site, lang, self.page.known_as()));
        let mut all: Vec<Alternate> =
            HREFLANGS.map(|lang| Alternate { lang: lang.tag(), href: of(lang) }).into();
        all.push(Alternate { lang: "x-default", href: of(Lang::Ja) });
        all
    }
}
