//! In: the site. Out: what machines read: open data and what describes it, feeds, the sitemap.
//! Never: a sentence for people, or a number rounded or grouped for them; feeds alone are read by both.

mod archive;
mod catalogue;
mod codes;
mod feed;
mod indicators;
mod manifest;
mod observations;
mod opinions;
mod package;
mod plans;
mod schedule;
mod search;
mod sitemap;
#[cfg(feature = "excel")]
mod workbook;
mod xml;

pub use archive::Archive;
pub use manifest::manifest;

use crate::contract::{self, ARCHIVE, CATALOGUE, OBSERVATIONS, OBSERVATIONS_EXCEL, PACKAGE, Words};
use crate::locale::without_readings;
use crate::model::{IndicatorAt, Lang, Site, Text};
use crate::pages::{self, Page};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Machine files by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Every machine file but the manifest, which is made when everything else is written.
pub fn files(site: &Site) -> Files {
    let mut files = without_any_reading(data(site));
    let package = contract::json(&package::package(site, &files));
    files.insert(PACKAGE.to_string(), bare(package));
    files.insert(ARCHIVE.to_string(), archive::of_files(&files, site.settings.edition.date));
    files.insert(CATALOGUE.to_string(), bare(contract::json(&catalogue::catalogue(site))));
    files.extend(without_any_reading(feed::feeds(site)));
    let languages = pages::languages(site, Page::Search);
    let documents = languages.map(|lang| search::documents(site, lang));
    files.extend(without_any_reading(documents));
    files.insert("sitemap.xml".to_string(), sitemap::sitemap(site).into_bytes());
    files.insert("robots.txt".to_string(), sitemap::robots(site).into_bytes());
    files.insert(".nojekyll".to_string(), Vec::new()); // GitHub Pages would drop names that begin with an underscore
    files
}

fn without_any_reading(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Files {
    files.into_iter().map(|(path, bytes)| (path, bare(bytes))).collect()
}

/// A name is the same word with and without its reading; machines get it without.
fn bare(bytes: Vec<u8>) -> Vec<u8> {
    match std::str::from_utf8(&bytes).map(without_readings) {
        Ok(Cow::Owned(text)) => text.into_bytes(),
        _ => bytes,
    }
}

/// The data themselves.
fn data(site: &Site) -> Files {
    let rows = observations::all(site);
    let table = observations::csv(&rows);
    let mut files = Files::from([
        (OBSERVATIONS_EXCEL.to_string(), observations::with_mark(&table)),
        (OBSERVATIONS.to_string(), table),
        ("data/v1/indicators.json".to_string(), contract::json(&indicators::indicators(site))),
        ("data/v1/plans.json".to_string(), contract::json(&plans::plans(site))),
        ("data/v1/items.json".to_string(), contract::json(&plans::items(site))),
        ("data/v1/divisions.json".to_string(), contract::json(&plans::divisions(site))),
        ("data/v1/sources.json".to_string(), contract::json(&plans::sources(site))),
        ("data/v1/opinions.json".to_string(), contract::json(&opinions::opinions(site))),
        ("data/v1/schedule.json".to_string(), contract::json(&schedule::schedule(site))),
    ]);
    #[cfg(feature = "excel")]
    files.insert(
        contract::WORKBOOK.to_string(),
        workbook::workbook(&rows, site.settings.edition.date),
    );
    for (at, plan) in site.plans.iter().enumerate() {
        for which in IndicatorAt::all(plan) {
            let rows = observations::rows(site, plan, which);
            let file = indicators::file(site, at, which, &rows);
            let [csv, json] = pages::beside(site, at, which);
            files.insert(csv, observations::csv(&rows));
            files.insert(json, contract::json(&file));
        }
    }
    files
}

fn words(text: &Text) -> Words {
    Words::from(text)
}

/// The addresses of a page in both languages.
fn pages_of(site: &Site, page: Page) -> Words {
    let url = |lang: Lang| pages::url(site, lang, page);
    Words { ja: url(Lang::Ja), en: Some(url(Lang::En)) }
}
