//! In: a page's frame. Out: the card others show where the page is shared; an indicator's with its last value.
//! Never: a value without its year; a verdict without its word.

use super::download::{bare, stem};
use super::sentence::{quality_words, sentence};
use super::table::{Judged, judged};
use super::view::{Shell, View};
use super::{Page, canonical, path};
use crate::evaluate::{self, Calendar};
use crate::locale::fill;
use crate::model::{Aim, Indicator, Lang, Site, Value};
use serde::Serialize;

/// Width and height that the services that show cards ask for.
pub const CARD_SIZE: (u32, u32) = (1200, 630);

/// A page in one picture.
#[derive(Debug)]
pub struct Card {
    /// Where it stands on the site.
    pub path: String,
    /// The language of its words.
    pub lang: &'static str,
    /// The site's title.
    pub site: String,
    /// The plan the page belongs to.
    pub plan: Option<String>,
    /// The page's heading.
    pub title: String,
    /// The language of the title, where it is another.
    pub title_lang: Option<&'static str>,
    /// An indicator's last value.
    pub figure: Option<CardFigure>,
    /// What is said of an indicator that has none.
    pub said: Option<String>,
    /// Who published it when.
    pub foot: String,
    /// What must be said of the whole site.
    pub notice: Option<String>,
}

/// The last value of an indicator as a card shows it.
#[derive(Debug)]
pub struct CardFigure {
    /// 実績 令和6年度（2024年度）.
    pub year: String,
    /// The value, large.
    pub value: String,
    /// Its unit, and how firm it is.
    pub unit: String,
    /// 目標 78.0%.
    pub target: Option<String>,
    /// Achieved or not.
    pub verdict: Option<Judged>,
}

/// Where the card of a page is, for whoever asks for it.
#[derive(Debug, Serialize)]
pub struct CardLink {
    href: String,
    width: u32,
    height: u32,
    alt: String,
}

/// The card of a page; none for the page for missing addresses, nor for a part of another page.
pub fn card(site: &Site, lang: Lang, page: Page, shell: &Shell<'_>) -> Option<Card> {
    if page != page.known_as() {
        return None;
    }
    let view = View::new(site, lang, page);
    let settings = &site.settings;
    let plan = page.plan().map(|at| &site.plans[at]);
    let mut card = Card {
        path: picture_path(site, lang, page),
        lang: lang.tag(),
        site: bare(settings.title.get(lang).0),
        plan: plan
            .filter(|_| !matches!(page, Page::Plan(_)))
            .map(|plan| bare(plan.short.get(lang).0)),
        title: bare(shell.heading()?),
        title_lang: None,
        figure: None,
        said: None,
        foot: bare(&format!("{} {}", settings.publisher.get(lang).0, view.edition())),
        notice: settings.notice.as_ref().map(|notice| bare(notice.get(lang).0)),
    };
    if let (Page::Indicator(_, which), Some(plan)) = (page, plan) {
        let indicator = which.of(plan);
        let calendar = Calendar::of(plan, settings.edition);
        card.title = bare(indicator.name.get(lang).0);
        card.title_lang = view.words(&indicator.name).lang;
        card.figure = figure(&view, indicator, calendar);
        let nothing = card.figure.is_none();
        card.said = nothing.then(|| bare(&sentence(&view, indicator, calendar)));
    }
    Some(card)
}

/// The link to the card of a page; `alt` says what is on it.
pub(super) fn link(view: &View<'_>, page: Page, alt: &str) -> CardLink {
    let path = picture_path(view.site, view.lang(), page.known_as());
    let href = canonical(&view.site.settings.base_url, &path);
    let (width, height) = CARD_SIZE;
    CardLink { href, width, height, alt: alt.to_string() }
}

fn picture_path(site: &Site, lang: Lang, page: Page) -> String {
    format!("cards/{}.png", stem(&path(site, lang, page)))
}

fn figure(view: &View<'_>, indicator: &Indicator, calendar: Calendar) -> Option<CardFigure> {
    let (locale, words) = (view.locale, view.locale.words);
    let (year, seen, value) = evaluate::latest(indicator)?;
    let result = evaluate::year(indicator, year, calendar);
    let unit = match value {
        Value::Done(_) => "",
        _ => locale.unit(&indicator.unit),
    };
    let quality = quality_words(locale, &seen.reading);
    let quality = quality.map(|quality| fill(words.sentence_provisional, &[("quality", quality)]));
    let target = match (result.target, indicator.aim) {
        (Some(target), _) => {
            Some(locale.value_with_unit(target.value, indicator.decimals, &indicator.unit))
        }
        (None, Some(Aim::Increase)) => Some(words.above_baseline.to_string()),
        (None, Some(Aim::Decrease)) => Some(words.below_baseline.to_string()),
        (None, _) => None,
    };
    let judged_year = result.verdict.is_judged();
    Some(CardFigure {
        year: bare(&format!("{} {}", words.actual, locale.year_both(year))),
        value: locale.value(value, indicator.decimals),
        unit: bare(&format!("{unit}{}", quality.unwrap_or_default())),
        target: target.map(|target| bare(&format!("{} {target}", words.target))),
        verdict: judged_year.then(|| judged(locale, result.verdict)),
    })
}
