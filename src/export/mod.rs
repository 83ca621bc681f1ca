//! In: the site. Out: what machines read: open data and what describes it, feeds, the sitemap.
//! Never: a sentence for people, or a number rounded or grouped for them; feeds alone are read by both.

mod bare;
mod catalogue;
mod codes;
mod feed;
mod indicators;
mod manifest;
mod observations;
mod opinions;
mod pack;
mod package;
mod plans;
mod schedule;
mod search;
mod sitemap;
#[cfg(feature = "excel")]
mod workbook;
mod xml;

pub use manifest::manifest;

use crate::contract::{
    self, ARCHIVE, CATALOGUE, Listed, OBSERVATIONS, OBSERVATIONS_EXCEL, PACKAGE, Words, write_json,
};
use crate::model::{IndicatorAt, Lang, Site, Text};
use crate::pages::{self, Page};
use crate::publish::{Sink, WriteError, Writer};
use bare::bare;
use pack::Pack;

/// Takes a file by its path and what writes it.
type Put<'p> = &'p dyn Fn(&str, Writer<'_>) -> Result<(), WriteError>;

/// Writes every machine file but the manifest, which is made when everything else is written.
pub fn write(site: &Site, sink: &dyn Sink) -> Result<(), WriteError> {
    let pack = Pack::new(site.settings.edition.date);
    let bytes =
        |path: &str, write: Writer<'_>| sink.stream(path, &|out| pack.write(path, write, out));
    let text = |path: &str, write: Writer<'_>| bytes(path, &|out| bare(write, out));
    data(site, &text)?;
    #[cfg(feature = "excel")]
    bytes(contract::WORKBOOK, &|out| out.write_all(&workbook::workbook(site)))?;
    let package = package::package(site, &pack);
    text(PACKAGE, &|out| write_json(&package, out))?;
    let archive = pack.finish().map_err(|error| WriteError::Io(ARCHIVE.into(), error))?;
    sink.put(ARCHIVE, &archive)?;
    drop(archive);
    let plain = |path: &str, write: Writer<'_>| sink.stream(path, &|out| bare(write, out));
    plain(CATALOGUE, &|out| catalogue::write(site, out))?;
    for (lang, plan) in feed::all(site) {
        plain(&pages::feed(site, lang, plan), &|out| feed::write(site, lang, plan, out))?;
    }
    for lang in pages::languages(site, Page::Search) {
        search::write(site, lang, &plain)?;
    }
    sitemap::write(site, &|path, write| sink.stream(path, write))?;
    sink.put("robots.txt", sitemap::robots(site).as_bytes())?;
    sink.put(".nojekyll", b"") // GitHub Pages would drop names that begin with an underscore
}

/// The data themselves. Long lists are made record by record as they are written.
fn data(site: &Site, put: Put<'_>) -> Result<(), WriteError> {
    put(OBSERVATIONS_EXCEL, &|out| {
        // Excel takes a file without a byte order mark for Shift_JIS.
        out.write_all("\u{feff}".as_bytes())?;
        observations::csv(observations::all(site), out)
    })?;
    put(OBSERVATIONS, &|out| observations::csv(observations::all(site), out))?;
    let list = |name: &str, write: Writer<'_>| put(&format!("data/v1/{name}.json"), write);
    list("indicators", &|out| write_json(&Listed(|| indicators::indicators(site)), out))?;
    list("plans", &|out| write_json(&Listed(|| plans::plans(site)), out))?;
    list("items", &|out| write_json(&Listed(|| plans::items(site)), out))?;
    list("divisions", &|out| write_json(&Listed(|| plans::divisions(site)), out))?;
    list("sources", &|out| write_json(&Listed(|| plans::sources(site)), out))?;
    list("opinions", &|out| write_json(&Listed(|| opinions::opinions(site)), out))?;
    list("schedule", &|out| write_json(&Listed(|| schedule::schedule(site)), out))?;
    for (at, plan) in site.plans.iter().enumerate() {
        for which in IndicatorAt::all(plan) {
            let [csv, json] = pages::beside(site, at, which);
            let rows = observations::rows(site, plan, which);
            put(&csv, &|out| observations::csv(rows.iter(), out))?;
            let file = || contract::json(&indicators::file(site, at, which, &rows));
            put(&json, &|out| out.write_all(&file()))?;
        }
    }
    Ok(())
}

fn words(text: &Text) -> Words {
    Words::from(text)
}

/// The addresses of a page in both languages.
fn pages_of(site: &Site, page: Page) -> Words {
    let url = |lang: Lang| pages::url(site, lang, page);
    Words { ja: url(Lang::Ja), en: Some(url(Lang::En)) }
}
