//! In: the site. Out: a DCAT catalogue of its data sets: the whole, and every indicator.
//! Never: a file named that is not written.

use crate::contract::{
    CATALOGUE, Catalogue, Context, DATA, Distribution, Id, Listed, Publisher, Record, Tagged,
    Typed, write_json,
};
use crate::locale::iso;
use crate::model::{IndicatorAt, Lang, Site, Text};
use crate::pages::{self, Page};
use std::io::{self, Write};
use std::iter::once;

/// Where the catalogue names a media type.
const MEDIA: &str = "https://www.iana.org/assignments/media-types/";

pub(super) fn write(site: &Site, out: &mut dyn Write) -> io::Result<()> {
    let settings = &site.settings;
    let of_plan =
        |at: usize| IndicatorAt::all(&site.plans[at]).map(move |which| indicator(site, at, which));
    let datasets = || once(whole(site)).chain((0..site.plans.len()).flat_map(of_plan));
    let about = About {
        kind: "dcat:Catalog",
        id: format!("{}{CATALOGUE}", settings.base_url),
        identifier: CATALOGUE.to_string(),
        title: tagged(&settings.title),
        description: tagged(&settings.description),
    };
    let catalogue = Catalogue {
        context: context(),
        record: record(site, about, None, Vec::new()),
        homepage: id(&settings.base_url),
        datasets: Listed(datasets),
    };
    write_json(&catalogue, out)
}

fn context() -> Context {
    let prefixes = [
        ("dcat", "http://www.w3.org/ns/dcat#"),
        ("dcterms", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ];
    prefixes.map(|(prefix, meaning)| (prefix.to_string(), meaning.to_string())).into()
}

fn whole(site: &Site) -> Record {
    let settings = &site.settings;
    let about = About {
        kind: "dcat:Dataset",
        id: format!("{}#dataset", pages::url(site, Lang::Ja, Page::Data)),
        identifier: "data/v1".to_string(),
        title: tagged(&settings.title),
        description: tagged(&settings.description),
    };
    let file = |file: &crate::contract::File| {
        let title =
            Text { ja: file.title.ja.to_string(), en: Some(file.title.en.to_string()), easy: None };
        distribution(site, file.path, file.media, &title)
    };
    record(site, about, Some(Page::Data), DATA.iter().map(file).collect())
}

fn indicator(site: &Site, at: usize, which: IndicatorAt) -> Record {
    let plan = &site.plans[at];
    let indicator = which.of(plan);
    let page = Page::Indicator(at, which);
    let about = About {
        kind: "dcat:Dataset",
        id: format!("{}#dataset", pages::url(site, Lang::Ja, page)),
        identifier: format!("{}/{}", plan.id, indicator.id),
        title: tagged(&indicator.name),
        description: tagged(indicator.definition.as_ref().unwrap_or(&plan.title)),
    };
    let [csv, json] = pages::beside(site, at, which);
    let files = [(csv, "text/csv"), (json, "application/json")];
    let files = files.iter().map(|(path, media)| distribution(site, path, media, &indicator.name));
    record(site, about, Some(page), files.collect())
}

/// What only one record has.
struct About {
    kind: &'static str,
    id: String,
    identifier: String,
    title: Vec<Tagged>,
    description: Vec<Tagged>,
}

fn record(site: &Site, about: About, page: Option<Page>, files: Vec<Distribution>) -> Record {
    let settings = &site.settings;
    Record {
        id: about.id,
        kind: about.kind.to_string(),
        identifier: about.identifier,
        title: about.title,
        description: about.description,
        publisher: Publisher { kind: "foaf:Agent".to_string(), name: tagged(&settings.publisher) },
        modified: Typed { kind: "xsd:date".to_string(), value: iso(settings.edition.date) },
        licence: settings.licence.as_ref().map(|licence| id(&licence.url)),
        page: page.map(|page| id(&pages::url(site, Lang::Ja, page))),
        distributions: files,
    }
}

fn distribution(site: &Site, path: &str, media: &str, title: &Text) -> Distribution {
    Distribution {
        kind: "dcat:Distribution".to_string(),
        title: tagged(title),
        url: id(&format!("{}{path}", site.settings.base_url)),
        media: id(&format!("{MEDIA}{media}")),
    }
}

fn id(address: &str) -> Id {
    Id { id: address.to_string() }
}

fn tagged(text: &Text) -> Vec<Tagged> {
    let en = text.en.as_ref().map(|en| Tagged { lang: "en".to_string(), text: en.clone() });
    let ja = Tagged { lang: "ja".to_string(), text: text.ja.clone() };
    std::iter::once(ja).chain(en).collect()
}
