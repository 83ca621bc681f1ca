//! In: an indicator. Out: its chart as a file of its own, with all that must be said beside it.
//! Never: a chart without its sentence, source and date; a licence the publisher did not give.

use super::Page;
use super::address::path;
use super::embed::has_chart;
use super::figure;
use super::sentence::sentence;
use super::table::years_by_source;
use super::view::{PICTURES, View};
use crate::chart::ChartSpec;
use crate::locale::without_readings;
use crate::model::{Indicator, IndicatorAt, Lang, Site};
use serde::Serialize;

/// A chart that leaves the site: in a report, on a slide, in a newspaper.
#[derive(Debug)]
pub struct ChartFile {
    /// Where it stands on the site, without its ending.
    pub path: String,
    /// The language of its words.
    pub lang: &'static str,
    /// The indicator.
    pub name: String,
    /// The language of its name, where it is another.
    pub name_lang: Option<&'static str>,
    /// The plan it belongs to.
    pub plan: String,
    /// How it stands.
    pub sentence: String,
    /// The drawing.
    pub chart: ChartSpec,
    /// Small print, a paragraph each: the site's notice, the source, who published it when, the address.
    pub foot: Vec<String>,
}

/// The link to a chart as a file.
#[derive(Debug, Serialize)]
pub struct FileLink {
    href: String,
    words: &'static str,
}

/// The files that are made with a page: itself, and its chart where it has one.
pub fn files(site: &Site, lang: Lang, page: Page) -> impl Iterator<Item = String> {
    let own = path(site, lang, page);
    let chart = match page {
        Page::Indicator(at, which) if has_chart(&site.plans[at], which) => {
            Some(format!("{}.svg", stem(&own)))
        }
        _ => None,
    };
    std::iter::once(own).chain(chart)
}

/// The chart of an indicator's page as a file; nothing for other pages and where there is no chart.
pub fn chart_file(site: &Site, lang: Lang, page: Page) -> Option<ChartFile> {
    let Page::Indicator(at, which) = page else { return None };
    let view = View::new(site, lang, page);
    let (plan, indicator, calendar) = view.indicator(at, which);
    let settings = &site.settings;
    let words = view.locale.words;
    let notice = settings.notice.as_ref().map(|notice| notice.get(lang).0.to_string());
    let foot = [
        notice,
        Some(format!("{}{}{}", words.source, words.colon, sources(&view, indicator))),
        Some(format!("{} {}", settings.publisher.get(lang).0, view.edition())),
        Some(view.canonical(page)),
    ];
    Some(ChartFile {
        path: stem(view.path()),
        lang: lang.tag(),
        name: bare(indicator.name.get(lang).0),
        name_lang: view.words(&indicator.name).lang,
        plan: bare(plan.short.get(lang).0),
        sentence: bare(&sentence(&view, indicator, calendar)),
        chart: figure::spec(&view, at, which)?,
        foot: foot.iter().flatten().map(|paragraph| bare(paragraph)).collect(),
    })
}

fn sources(view: &View<'_>, indicator: &Indicator) -> String {
    let titles: Vec<&str> = years_by_source(indicator)
        .into_iter()
        .map(|(source, ..)| view.site.source(source).title.get(view.lang()).0)
        .collect();
    titles.join(view.locale.words.list_separator)
}

/// The links to an indicator's chart as files; none where there is no chart.
pub(super) fn links(view: &View<'_>, at: usize, which: IndicatorAt) -> Vec<FileLink> {
    let plan = &view.site.plans[at];
    if !has_chart(plan, which) {
        return Vec::new();
    }
    let page = stem(&view.href(Page::Indicator(at, which)));
    let words = view.locale.words;
    let mut links = vec![FileLink { href: format!("{page}.svg"), words: words.chart_svg }];
    if PICTURES {
        links.push(FileLink { href: format!("{page}.png"), words: words.chart_png });
    }
    links
}

/// Words as a drawing shows them, which has no place for readings.
pub(super) fn bare(words: &str) -> String {
    without_readings(words).into_owned()
}

/// The address of a page without its ending.
pub(super) fn stem(path: &str) -> String {
    path.trim_end_matches(".html").to_string()
}
