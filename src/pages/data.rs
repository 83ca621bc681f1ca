//! In: the contract of the open data. Out: the page that explains it to people, with every file.
//! Never: a column or a code that the contract does not have.

use super::view::{FeedLink, Shell, View};
use super::words::Words;
use super::{Body, Page, Sizes, beside, dataset};
use crate::contract::{self, COLUMNS, Code, DATA, File, Kind, METADATA};
use crate::locale::fill;
use crate::model::{IndicatorAt, Lang};
use serde::Serialize;

/// オープンデータ.
#[derive(Debug, Serialize)]
pub struct DataPage<'s> {
    files: Vec<FileLine>,
    about: Vec<FileLine>,
    example: Option<Example<'s>>,
    columns: Vec<ColumnLine>,
    codes: Vec<CodeTable>,
    region: Option<String>,
    licence: Option<Licence<'s>>,
    citation: String,
    check: String,
    feeds: Vec<FeedLink>,
    dataset: String,
}

#[derive(Debug, Serialize)]
struct FileLine {
    href: String,
    name: &'static str,
    format: &'static str,
    /// Absent where the file is made after this page.
    size: Option<String>,
    title: &'static str,
    holds: &'static str,
}

/// The files of one indicator, so that a reader sees what the addresses of all look like.
#[derive(Debug, Serialize)]
struct Example<'s> {
    name: Words<'s>,
    csv: String,
    csv_size: Option<String>,
    json: String,
    json_size: Option<String>,
}

#[derive(Debug, Serialize)]
struct ColumnLine {
    name: &'static str,
    title: &'static str,
    meaning: &'static str,
}

#[derive(Debug, Serialize)]
struct CodeTable {
    caption: String,
    codes: Vec<CodeLine>,
}

#[derive(Debug, Serialize)]
struct CodeLine {
    code: &'static str,
    meaning: &'static str,
}

#[derive(Debug, Serialize)]
struct Licence<'s> {
    name: Words<'s>,
    url: &'s str,
}

pub(super) fn data<'s>(
    view: &View<'s>,
    style: &str,
    sizes: &Sizes,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let settings = &view.site.settings;
    let shell = view.shell(words.data_head, words.data_lead, view.crumbs(None), style);
    let lang = view.lang();
    let region = settings.region.as_ref().map(|region| {
        let values = [("code", &*region.code), ("name", region.name.get(lang).0)];
        fill(words.data_region, &values)
    });
    let page = DataPage {
        files: DATA.iter().map(|file| line(view, file, sizes)).collect(),
        about: METADATA.iter().map(|file| line(view, file, sizes)).collect(),
        example: example(view, sizes),
        columns: COLUMNS.iter().map(|column| column_line(column, lang)).collect(),
        codes: COLUMNS.iter().filter_map(|column| code_table(view, column)).collect(),
        region,
        licence: settings
            .licence
            .as_ref()
            .map(|licence| Licence { name: view.words(&licence.name), url: &licence.url }),
        citation: citation(view),
        check: fill(words.data_check, &[("hash", &view.site.content)]),
        feeds: view.all_feeds(),
        dataset: dataset::whole(view),
    };
    ("data.html", shell, Body::Data(Box::new(page)))
}

fn line(view: &View<'_>, file: &File, sizes: &Sizes) -> FileLine {
    FileLine {
        href: view.href_to(file.path),
        name: file.path.rsplit('/').next().unwrap_or(file.path),
        format: file.format,
        size: size(view, file.path, sizes),
        title: file.title.get(view.lang()),
        holds: file.holds.get(view.lang()),
    }
}

fn size(view: &View<'_>, path: &str, sizes: &Sizes) -> Option<String> {
    sizes.get(path).map(|bytes| view.locale.size(*bytes))
}

fn example<'s>(view: &View<'s>, sizes: &Sizes) -> Option<Example<'s>> {
    let (at, plan) = view.site.plans.iter().enumerate().next_back()?;
    let which = IndicatorAt::all(plan).next()?;
    let paths = beside(view.site, at, which);
    let [csv_size, json_size] = paths.each_ref().map(|path| size(view, path, sizes));
    let [csv, json] = paths.map(|path| view.href_to(&path));
    Some(Example { name: view.words(&which.of(plan).name), csv, csv_size, json, json_size })
}

fn column_line(column: &contract::Column, lang: Lang) -> ColumnLine {
    let (title, meaning) = (column.title.get(lang), column.meaning.get(lang));
    ColumnLine { name: column.name, title, meaning }
}

fn code_table(view: &View<'_>, column: &contract::Column) -> Option<CodeTable> {
    let Kind::Codes(codes) = column.kind else { return None };
    let code = |code: &Code| CodeLine { code: code.code, meaning: code.meaning.get(view.lang()) };
    Some(CodeTable {
        caption: fill(view.locale.words.data_codes, &[("column", column.name)]),
        codes: codes.iter().map(code).collect(),
    })
}

/// The line by which the data are cited, in the form the government's terms of use give.
fn citation(view: &View<'_>) -> String {
    let settings = &view.site.settings;
    let values = [
        ("publisher", settings.publisher.get(view.lang()).0),
        ("title", settings.title.get(view.lang()).0),
        ("edition", &*view.edition()),
        ("url", &*view.canonical(Page::Home)),
    ];
    fill(view.locale.words.data_cite, &values)
}
