//! In: the valid site. Out: for every page and language a typed model of what stands on it.
//! Never: HTML, a template's name beyond the page's own, a fact computed here.

mod address;
mod figure;
mod goal;
mod heat;
mod home;
mod indicator;
mod item;
mod method;
mod plan;
mod sentence;
mod table;
mod tally;
mod text;
mod view;
mod words;
mod working;

pub use address::{address, base_path, canonical};
pub use view::Shell;

use crate::locale::{Locale, Messages};
use crate::model::{IndicatorAt, Lang, Site};
use serde::Serialize;
use view::View;

/// A page, before it has a language. Numbers are indices into the site and its plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The first page.
    Home,
    /// A plan.
    Plan(usize),
    /// A plan's own text.
    PlanAbout(usize),
    /// A goal with all below it.
    Goal(usize, usize),
    /// A plan's key goal indicators.
    Kgis(usize),
    /// An item: its sheet.
    Item(usize, usize),
    /// An indicator.
    Indicator(usize, IndicatorAt),
    /// The glossary.
    Glossary,
    /// The worked cases of the rules.
    Method,
    /// A free page.
    Free(usize),
    /// What the server shows for an unknown address.
    NotFound,
}

/// Everything the template of a page is given.
#[derive(Debug, Serialize)]
pub struct Model<'s> {
    /// The page's address within the site.
    #[serde(skip)]
    pub path: String,
    /// The template.
    #[serde(skip)]
    pub template: &'static str,
    /// Our words.
    pub t: &'static Messages,
    /// The frame.
    pub shell: Shell<'s>,
    /// The content.
    pub page: Body<'s>,
}

/// The content of each kind of page.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[allow(missing_docs)] // one a kind of page
pub enum Body<'s> {
    Home(home::HomePage<'s>),
    Plan(Box<plan::PlanPage<'s>>),
    Goal(goal::GoalPage<'s>),
    Kgis(indicator::KgisPage<'s>),
    Item(Box<item::ItemPage<'s>>),
    Indicator(Box<indicator::IndicatorPage<'s>>),
    Glossary(text::GlossaryPage<'s>),
    Method(method::MethodPage),
    Text(text::TextPage<'s>),
    NotFound(text::NotFoundPage),
}

/// Every page of the site, in a fixed order.
pub fn all(site: &Site) -> Vec<Page> {
    let mut pages = vec![Page::Home];
    for (at, plan) in site.plans.iter().enumerate() {
        pages.push(Page::Plan(at));
        pages.extend(plan.about.as_ref().map(|_| Page::PlanAbout(at)));
        pages.extend((0..plan.groups.len()).map(|goal| Page::Goal(at, goal)));
        if !plan.kgis.is_empty() {
            pages.push(Page::Kgis(at));
        }
        pages.extend((0..plan.kgis.len()).map(|kgi| Page::Indicator(at, IndicatorAt::Kgi(kgi))));
        for (number, item) in plan.items.iter().enumerate() {
            pages.push(Page::Item(at, number));
            let indicators = 0..item.indicators.len();
            pages.extend(indicators.map(|one| Page::Indicator(at, IndicatorAt::Item(number, one))));
        }
    }
    if !site.terms.is_empty() {
        pages.push(Page::Glossary);
    }
    pages.push(Page::Method);
    pages.extend((0..site.pages.len()).map(Page::Free));
    pages.push(Page::NotFound);
    pages
}

/// The model of one page in one language. `style` is the address of the style sheet.
pub fn model<'s>(site: &'s Site, lang: Lang, page: Page, style: &str) -> Model<'s> {
    let view = View::new(site, lang, page);
    let (template, shell, body) = match page {
        Page::Home => home::home(&view, style),
        Page::Plan(at) => plan::plan(&view, at, style),
        Page::PlanAbout(at) => text::plan_about(&view, at, style),
        Page::Goal(at, goal) => goal::goal(&view, at, goal, style),
        Page::Kgis(at) => indicator::kgis(&view, at, style),
        Page::Item(at, item) => item::item(&view, at, item, style),
        Page::Indicator(at, which) => indicator::indicator(&view, at, which, style),
        Page::Glossary => text::glossary(&view, style),
        Page::Method => method::method(&view, style),
        Page::Free(at) => text::free(&view, at, style),
        Page::NotFound => text::not_found(&view, style),
    };
    Model { path: view.path().to_string(), template, t: Locale::of(lang).words, shell, page: body }
}
