//! In: the valid site. Out: for every page and language a typed model of what stands on it.
//! Never: HTML, a template's name beyond the page's own, a fact computed here.

mod accessibility;
mod address;
mod booklet;
mod card;
mod change;
mod data;
mod dataset;
mod download;
mod embed;
mod figure;
mod goal;
mod heat;
mod home;
mod indicator;
mod indicators;
mod item;
mod kin;
mod kind;
mod label;
mod lineage;
mod method;
mod opinion;
mod organisation;
mod part;
mod pending;
mod plan;
mod recorded;
mod rules;
mod schedule;
mod search;
mod sentence;
mod shared;
mod sheet;
mod spark;
mod table;
mod tally;
mod text;
mod thread;
mod update;
mod view;
mod words;
mod working;
mod year;

pub use address::{HREFLANGS, address, base_path, beside, canonical, feed, languages, path, url};
pub use card::{CARD_SIZE, Card, CardFigure, card};
pub use change::{ChangeRow, ChangeTable, change_counts, change_tables};
pub use download::{ChartFile, chart_file, files};
pub use part::{Part, ROWS, SHEETS};
pub use search::{Document, documents, documents_path};
pub use update::{feed_title, update_name};
pub use view::{PICTURES, Shell};

use crate::evaluate::Calendar;
use crate::model::{FiscalYear, IndicatorAt, Lang, Site};
use serde::Serialize;
use std::collections::BTreeMap;
use view::View;

/// A page, before it has a language. Numbers are indices into the site and its plans; a page whose list may be
/// long is shown in parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The first page.
    Home,
    /// A plan.
    Plan(usize),
    /// A plan's own text.
    PlanAbout(usize),
    /// A goal with all below it.
    Goal(usize, usize, Part),
    /// A plan's key goal indicators.
    Kgis(usize),
    /// An item: its sheet.
    Item(usize, usize),
    /// An indicator.
    Indicator(usize, IndicatorAt),
    /// A plan's contents and all its sheets, to be printed.
    Booklet(usize, Part),
    /// A finished year of a plan.
    Year(usize, FiscalYear, Part),
    /// Every indicator of every plan.
    Indicators(Part),
    /// An indicator's chart, to stand on another site.
    Embed(usize, IndicatorAt),
    /// How a plan is judged, and how it would look by other rules.
    Rules(usize, Part),
    /// What became of the items of the plan before.
    Lineage(usize, Part),
    /// A plan's items with what is worth asking about.
    Threads(usize, Part),
    /// An item's issues, responses and analyses as one thread.
    Thread(usize, usize),
    /// All divisions.
    Organisations,
    /// A division.
    Organisation(usize, Part),
    /// The items that carry a label: the plan that defines it first, and which of its labels.
    Label(usize, usize, Part),
    /// All meetings and opinions.
    Opinions,
    /// A meeting.
    Meeting(usize),
    /// What changed on the site.
    Updates,
    /// What is still to be published.
    Pending(Part),
    /// The open data and what is promised of them.
    Data,
    /// The glossary.
    Glossary,
    /// What can be found.
    Search,
    /// The accessibility statement.
    Accessibility,
    /// The worked cases of the rules.
    Method,
    /// A free page.
    Free(usize),
    /// What the server shows for an unknown address.
    NotFound,
}

/// Everything the template of a page is given.
#[derive(Debug)]
pub struct Model<'s> {
    /// The page's address within the site.
    pub path: String,
    /// The template.
    pub template: &'static str,
    /// Its language, and so our words.
    pub lang: Lang,
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
    Accessibility(accessibility::AccessibilityPage<'s>),
    Home(Box<home::HomePage<'s>>),
    Plan(Box<plan::PlanPage<'s>>),
    Goal(goal::GoalPage<'s>),
    Kgis(indicator::KgisPage<'s>),
    Item(Box<item::ItemPage<'s>>),
    Indicator(Box<indicator::IndicatorPage<'s>>),
    Booklet(Box<booklet::BookletPage<'s>>),
    Data(Box<data::DataPage<'s>>),
    Embed(Box<embed::EmbedPage<'s>>),
    Indicators(indicators::IndicatorsPage<'s>),
    Year(Box<year::YearPage<'s>>),
    Label(label::LabelPage<'s>),
    Lineage(lineage::LineagePage<'s>),
    Meeting(Box<opinion::MeetingPage<'s>>),
    Opinions(opinion::OpinionsPage<'s>),
    Organisation(organisation::OrganisationPage<'s>),
    Organisations(organisation::OrganisationsPage<'s>),
    Pending(pending::PendingPage<'s>),
    Rules(rules::RulesPage<'s>),
    Thread(thread::ThreadPage<'s>),
    Search(search::SearchPage<'s>),
    Threads(thread::ThreadsPage<'s>),
    Updates(update::UpdatesPage<'s>),
    Glossary(text::GlossaryPage<'s>),
    Method(method::MethodPage),
    Text(text::TextPage<'s>),
    NotFound(text::NotFoundPage),
}

/// Every page of the site, in a fixed order.
pub fn all(site: &Site) -> Vec<Page> {
    let mut pages = vec![Page::Home];
    for at in 0..site.plans.len() {
        add_plan(site, at, &mut pages);
    }
    if !site.organisations.is_empty() {
        pages.push(Page::Organisations);
        pages.extend((0..site.organisations.len()).map(|at| Page::Organisation(at, Part::FIRST)));
    }
    if !site.meetings.is_empty() {
        pages.push(Page::Opinions);
        pages.extend((0..site.meetings.len()).map(Page::Meeting));
    }
    pages.push(Page::Indicators(Part::FIRST));
    pages.push(Page::Pending(Part::FIRST));
    if site.has_updates() {
        pages.push(Page::Updates);
    }
    pages.push(Page::Data);
    if !site.terms.is_empty() {
        pages.push(Page::Glossary);
    }
    pages.push(Page::Method);
    pages.push(Page::Search);
    pages.push(Page::Accessibility);
    pages.extend((0..site.pages.len()).map(Page::Free));
    pages.push(Page::NotFound);
    let view = &View::new(site, Lang::Ja, Page::Home);
    let parts = |page: Page| (0..part::parts(view, page)).map(move |part| page.at(Part(part)));
    pages.into_iter().flat_map(parts).collect()
}

fn add_plan(site: &Site, at: usize, pages: &mut Vec<Page>) {
    let plan = &site.plans[at];
    pages.push(Page::Plan(at));
    pages.extend(plan.about.as_ref().map(|_| Page::PlanAbout(at)));
    pages.extend((0..plan.groups.len()).map(|goal| Page::Goal(at, goal, Part::FIRST)));
    if !plan.kgis.is_empty() {
        pages.push(Page::Kgis(at));
    }
    pages.extend((0..plan.items.len()).map(|item| Page::Item(at, item)));
    pages.extend(IndicatorAt::all(plan).map(|which| Page::Indicator(at, which)));
    let drawn = IndicatorAt::all(plan).filter(|which| embed::has_chart(plan, *which));
    pages.extend(drawn.map(|which| Page::Embed(at, which)));
    pages.push(Page::Booklet(at, Part::FIRST));
    let calendar = Calendar::of(plan, site.settings.edition);
    pages.extend(calendar.finished_years().map(|year| Page::Year(at, year, Part::FIRST)));
    pages.push(Page::Rules(at, Part::FIRST));
    pages.extend(plan.succeeds.as_ref().map(|_| Page::Lineage(at, Part::FIRST)));
    if thread::has_threads(plan) {
        pages.push(Page::Threads(at, Part::FIRST));
        pages.extend(thread::told(plan).into_iter().map(|item| Page::Thread(at, item)));
    }
    // Plans that share a label's id share its page.
    let first = |index: &usize| label::page(site, &plan.labels[*index].id) == Some((at, *index));
    pages.extend(
        (0..plan.labels.len()).filter(first).map(|index| Page::Label(at, index, Part::FIRST)),
    );
}

/// What pages share that are made together, so that it is made once: charts, or lists that take time to find.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    /// An item with its indicators.
    Item(usize, usize),
    /// The key goals of a plan.
    Kgis(usize),
    /// How the plans are judged.
    Rules,
    /// What is still to be published.
    Pending,
}

/// Every page in every language in which it is offered, in families of one language.
pub fn families(site: &Site) -> Vec<(Lang, Vec<Page>)> {
    let mut families: Vec<(Lang, Vec<Page>)> = Vec::new();
    let mut places: BTreeMap<(Lang, Family), usize> = BTreeMap::new();
    for page in all(site) {
        for lang in languages(site, page) {
            let family = page.family().map(|family| (lang, family));
            let place = family.and_then(|family| places.get(&family).copied());
            match place {
                Some(place) => families[place].1.push(page),
                None => {
                    places.extend(family.map(|family| (family, families.len())));
                    families.push((lang, vec![page]));
                }
            }
        }
    }
    families
}

impl Page {
    /// Whether it tells how large other files are, and so is made after them.
    pub fn tells_sizes(self) -> bool {
        self == Page::Data
    }

    /// The pages with which it is made.
    fn family(self) -> Option<Family> {
        match self {
            Page::Item(at, item)
            | Page::Indicator(at, IndicatorAt::Item(item, _))
            | Page::Embed(at, IndicatorAt::Item(item, _)) => Some(Family::Item(at, item)),
            Page::Kgis(at)
            | Page::Indicator(at, IndicatorAt::Kgi(_))
            | Page::Embed(at, IndicatorAt::Kgi(_)) => Some(Family::Kgis(at)),
            Page::Rules(..) => Some(Family::Rules),
            Page::Pending(_) => Some(Family::Pending),
            _ => None,
        }
    }
}

/// How large the files beside the pages are, in bytes, by path.
pub type Sizes = BTreeMap<String, u64>;

/// The models of some pages in one language; what several show is made once. `style` is
/// the address of the style sheet.
pub fn models<'s>(
    site: &'s Site,
    lang: Lang,
    pages: &[Page],
    style: &str,
    sizes: &Sizes,
) -> impl Iterator<Item = Model<'s>> {
    let first = View::new(site, lang, Page::Home);
    pages.iter().map(move |page| seen_from(&first.beside(*page), *page, style, sizes))
}

/// The model of one page by itself.
pub fn model<'s>(site: &'s Site, lang: Lang, page: Page, style: &str, sizes: &Sizes) -> Model<'s> {
    seen_from(&View::new(site, lang, page), page, style, sizes)
}

fn seen_from<'s>(view: &View<'s>, page: Page, style: &str, sizes: &Sizes) -> Model<'s> {
    let (template, shell, body) = match page {
        Page::Home => home::home(view, style),
        Page::Plan(at) => plan::plan(view, at, style),
        Page::PlanAbout(at) => text::plan_about(view, at, style),
        Page::Goal(at, goal, _) => goal::goal(view, at, goal, style),
        Page::Kgis(at) => indicator::kgis(view, at, style),
        Page::Item(at, item) => item::item(view, at, item, style),
        Page::Indicator(at, which) => indicator::indicator(view, at, which, style),
        Page::Booklet(at, _) => booklet::booklet(view, at, style),
        Page::Year(at, which, _) => year::year(view, at, which, style),
        Page::Embed(at, which) => embed::embed(view, at, which, style),
        Page::Indicators(_) => indicators::indicators(view, style),
        Page::Rules(at, _) => rules::rules(view, at, style),
        Page::Lineage(at, _) => lineage::lineage(view, at, style),
        Page::Threads(at, _) => thread::threads(view, at, style),
        Page::Thread(at, item) => thread::thread(view, at, item, style),
        Page::Organisations => organisation::organisations(view, style),
        Page::Organisation(at, _) => organisation::organisation(view, at, style),
        Page::Label(at, label, _) => label::label(view, at, label, style),
        Page::Opinions => opinion::opinions(view, style),
        Page::Meeting(at) => opinion::meeting(view, at, style),
        Page::Updates => update::updates(view, style),
        Page::Pending(_) => pending::pending(view, style),
        Page::Data => data::data(view, style, sizes),
        Page::Glossary => text::glossary(view, style),
        Page::Method => method::method(view, style),
        Page::Search => search::search(view, style),
        Page::Accessibility => accessibility::accessibility(view, style),
        Page::Free(at) => text::free(view, at, style),
        Page::NotFound => text::not_found(view, style),
    };
    Model { path: view.path().to_string(), template, lang: view.lang(), shell, page: body }
}
