//! The open data: every file is read back as what the contract says it is, and all agree with each other.

mod common;

use common::{files, mihon, root, site, text};
use michinori::contract::{
    self, COLUMNS, Catalogue, Dataset, Division, Indicator, IndicatorFile, Item, Kind, Manifest,
    Opinion, Package, Plan, Row, Source, Step,
};
use michinori::locale::Locale;
use michinori::model::Lang;
use michinori::source::sha256;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::LazyLock;

type Files = BTreeMap<String, Vec<u8>>;

/// Both sites, built once for all tests.
fn both_sites() -> &'static [(&'static str, Files); 2] {
    static SITES: LazyLock<[(&str, Files); 2]> =
        LazyLock::new(|| [("gunma", files(&root())), ("mihon", files(&mihon()))]);
    &SITES
}

/// A strict reader of RFC 4180: CRLF at the end of every line, quotes only around whole cells.
fn rfc4180(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '"' => {
                assert!(cell.is_empty(), "a quote inside a bare cell: {cell}");
                loop {
                    match rest.next().expect("a quoted cell ends") {
                        '"' if rest.peek() == Some(&'"') => cell.push(rest.next().expect("seen")),
                        '"' => break,
                        other => cell.push(other),
                    }
                }
                assert!(matches!(rest.peek(), Some(',' | '\r')), "after a quoted cell");
            }
            ',' => row.push(std::mem::take(&mut cell)),
            '\r' => {
                assert_eq!(rest.next(), Some('\n'), "CRLF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\n' => panic!("a line break without a carriage return"),
            other => cell.push(other),
        }
    }
    assert!(row.is_empty() && cell.is_empty(), "the last line ends, too");
    rows
}

/// Reads a file as a record of the contract and spells it out again: nothing may be lost.
fn record<T: DeserializeOwned + Serialize + PartialEq>(files: &Files, path: &str) -> T {
    let bytes = &files[path];
    let read: T = serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert!(contract::json(&read) == *bytes, "{path} says more than the contract");
    read
}

fn rows(files: &Files, path: &str) -> Vec<Row> {
    let mut table = csv::Reader::from_reader(files[path].as_slice());
    table.deserialize().map(|row| row.expect("every column is there")).collect()
}

/// The path of a page or file of the site with this address.
fn path_of(base: &str, url: &str) -> String {
    let path = url.strip_prefix(base).unwrap_or_else(|| panic!("{url} is elsewhere"));
    let path = path.split('#').next().unwrap_or_default();
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into() }
}

#[test]
fn every_table_is_plain_csv_with_the_columns_of_the_contract() {
    let names: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
    for (name, files) in both_sites() {
        let mut tables = 0;
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".csv")) {
            let marked = bytes.starts_with("\u{feff}".as_bytes());
            assert_eq!(marked, path == contract::OBSERVATIONS_EXCEL, "{path}");
            let table = rfc4180(if marked { &bytes[3..] } else { bytes });
            assert_eq!(table[0], names, "{name} {path}");
            assert!(table.len() > 1, "{name} {path}");
            for row in &table[1..] {
                assert_eq!(row.len(), names.len(), "{name} {path}");
                for (column, cell) in COLUMNS.iter().zip(row) {
                    assert!(fits(column.kind, cell), "{path} {}: {cell}", column.name);
                    assert_eq!(cell.trim(), cell, "{path} {}", column.name);
                    assert!(!cell.contains(['\n', '\r']), "{path} {}", column.name);
                }
            }
            tables += 1;
        }
        assert!(tables > 25, "{name}: {tables}");
        let whole = &files[contract::OBSERVATIONS];
        assert!(files[contract::OBSERVATIONS_EXCEL].ends_with(whole), "the same table");
    }
}

fn fits(kind: Kind, cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match kind {
        Kind::Text => true,
        Kind::Year => cell.len() == 4 && digits(cell),
        Kind::Codes(codes) => codes.iter().any(|code| code.code == cell),
        Kind::Number => {
            let (whole, decimals) = cell.split_once('.').unwrap_or((cell, "0"));
            cell.is_empty() || digits(whole.strip_prefix('-').unwrap_or(whole)) && digits(decimals)
        }
    }
}

#[test]
fn a_row_has_one_key_and_a_missing_result_its_reason() {
    for (name, files) in both_sites() {
        let rows = rows(files, contract::OBSERVATIONS);
        let keys: BTreeSet<_> =
            rows.iter().map(|row| (&row.plan, &row.indicator, row.fiscal_year)).collect();
        assert_eq!(keys.len(), rows.len(), "{name}");
        for row in &rows {
            let valued = ["final", "provisional", "estimated"].contains(&row.state.as_str());
            assert_eq!(valued, !row.actual.is_empty(), "{name} {row:?}");
            assert_eq!(row.region_code, if *name == "gunma" { "100005" } else { "" });
        }
    }
}

#[test]
fn numbers_stand_as_they_were_written() {
    let (_, files) = &both_sites()[1];
    let all = rows(files, contract::OBSERVATIONS);
    let wait = all.iter().find(|row| row.indicator == "window-wait" && row.fiscal_year == 2022);
    assert_eq!(wait.expect("a row").actual, "14.10");
    let json = String::from_utf8_lossy(&files["r3/indicators/window-wait.json"]);
    assert!(json.contains("\"actual\": 14.10,"), "{json}");
}

#[test]
fn every_indicator_has_its_own_files_and_they_are_the_table() {
    for (name, files) in both_sites() {
        let all = rows(files, contract::OBSERVATIONS);
        let indicators: Vec<Indicator> = record(files, "data/v1/indicators.json");
        let mut gathered = Vec::new();
        for indicator in &indicators {
            let stem = format!("{}/indicators/{}", indicator.plan, indicator.id);
            assert!(!files.contains_key(&format!("en/{stem}.csv")), "data have no language");
            let own = rows(files, &format!("{stem}.csv"));
            let file: IndicatorFile = record(files, &format!("{stem}.json"));
            assert_eq!(file.indicator, *indicator, "{name} {stem}");
            let years: Vec<i32> = file.observations.iter().map(|one| one.fiscal_year).collect();
            assert_eq!(years, own.iter().map(|row| row.fiscal_year).collect::<Vec<_>>());
            for (seen, row) in file.observations.iter().zip(&own) {
                let digits = |number: &Option<contract::Number>| {
                    number.as_ref().map_or(String::new(), |number| number.as_str().to_string())
                };
                assert_eq!(digits(&seen.actual), row.actual, "{name} {stem}");
                assert_eq!(digits(&seen.target), row.target, "{name} {stem}");
                assert_eq!((&seen.state, &seen.verdict), (&row.state, &row.verdict));
                let named = [&row.target_source, &row.actual_source];
                for source in named.into_iter().filter(|source| !source.is_empty()) {
                    assert!(file.sources.iter().any(|one| one.id == *source), "{stem}: {source}");
                }
            }
            gathered.extend(own);
            for prefix in ["", "en/"] {
                let html = String::from_utf8_lossy(&files[&format!("{prefix}{stem}.html")]);
                let up = if prefix.is_empty() { "" } else { "../../../" };
                let folder = if up.is_empty() { "" } else { stem.rsplit_once('/').expect("a/b").0 };
                let slash = if up.is_empty() { "" } else { "/" };
                for ending in ["csv", "json"] {
                    let href = format!("href=\"{up}{folder}{slash}{}.{ending}\"", indicator.id);
                    assert!(html.contains(&href), "{name} {prefix}{stem}: {href}");
                }
            }
        }
        assert_eq!(gathered, all, "{name}");
    }
}

#[test]
fn every_id_in_the_records_names_a_record() {
    for (name, files) in both_sites() {
        let plans: Vec<Plan> = record(files, "data/v1/plans.json");
        let items: Vec<Item> = record(files, "data/v1/items.json");
        let divisions: Vec<Division> = record(files, "data/v1/divisions.json");
        let sources: Vec<Source> = record(files, "data/v1/sources.json");
        let steps: Vec<Step> = record(files, "data/v1/schedule.json");
        let opinions: Vec<Opinion> = record(files, "data/v1/opinions.json");
        let known: BTreeSet<(&str, &str)> =
            items.iter().map(|item| (item.plan.as_str(), item.id.as_str())).collect();
        assert_eq!(known.len(), items.len());
        for plan in &plans {
            assert!(sources.iter().any(|source| source.id == plan.source), "{name} {}", plan.id);
            let mut below = Vec::new();
            plan.groups.iter().for_each(|group| gather(group, &mut below));
            let of_plan = items.iter().filter(|item| item.plan == plan.id);
            assert_eq!(below, of_plan.map(|item| item.id.as_str()).collect::<Vec<_>>());
        }
        for item in &items {
            for division in item.lead.iter().chain(&item.related) {
                assert!(divisions.iter().any(|one| one.id == *division), "{name} {division}");
            }
        }
        for step in &steps {
            assert!(known.contains(&(&step.plan, &step.item)), "{name} {step:?}");
            assert!(step.first_quarter <= step.last_quarter && step.first_quarter.len() == 6);
        }
        assert!(!opinions.is_empty());
        for opinion in &opinions {
            assert_eq!(opinion.response.is_some(), opinion.response_state == "given");
            if let (Some(plan), Some(item)) = (&opinion.plan, &opinion.item) {
                assert!(known.contains(&(plan, item)), "{name} {opinion:?}");
            }
        }
    }
}

fn gather<'g>(group: &'g contract::Group, items: &mut Vec<&'g str>) {
    items.extend(group.items.iter().map(String::as_str));
    group.groups.iter().for_each(|below| gather(below, items));
}

#[test]
fn the_package_describes_just_the_files_there_are() {
    for (name, files) in both_sites() {
        let package: Package = record(files, contract::PACKAGE);
        assert_eq!(package.licenses.is_empty(), *name == "gunma", "nobody has set one for gunma");
        for resource in &package.resources {
            let bytes = &files[&format!("data/v1/{}", resource.path)];
            assert_eq!(resource.bytes, bytes.len() as u64, "{}", resource.path);
            assert_eq!(resource.hash, format!("sha256:{}", sha256(bytes)), "{}", resource.path);
            if let Some(schema) = &resource.schema {
                let fields: Vec<&str> = schema.fields.iter().map(|one| one.name.as_str()).collect();
                assert_eq!(fields, COLUMNS.map(|column| column.name));
            }
        }
        let described = package.resources.iter().filter(|resource| resource.schema.is_some());
        assert_eq!(described.count(), 2, "the table, twice");
    }
}

#[test]
fn the_catalogue_names_every_data_set_and_its_files() {
    for (name, files) in both_sites() {
        let base = site(&if *name == "gunma" { root() } else { mihon() }).settings.base_url;
        let catalogue: Catalogue = record(files, contract::CATALOGUE);
        let indicators: Vec<Indicator> = record(files, "data/v1/indicators.json");
        assert_eq!(catalogue.datasets.len(), indicators.len() + 1, "{name}");
        let ids: BTreeSet<&String> = catalogue.datasets.iter().map(|one| &one.id).collect();
        assert_eq!(ids.len(), catalogue.datasets.len(), "{name}");
        for dataset in &catalogue.datasets {
            assert!(!dataset.distributions.is_empty());
            for file in &dataset.distributions {
                assert!(files.contains_key(&path_of(&base, &file.url.id)), "{}", file.url.id);
            }
            let page = dataset.page.as_ref().expect("a data set has its page");
            assert!(files.contains_key(&path_of(&base, &page.id)), "{}", page.id);
        }
    }
}

/// The linked data on a page.
fn linked(html: &str) -> Option<Dataset> {
    let rest = html.split("<script type=\"application/ld+json\">").nth(1)?;
    let json = rest.split("</script>").next()?;
    Some(serde_json::from_str(json).expect("a schema.org data set"))
}

#[test]
fn search_engines_are_told_of_every_indicator() {
    for (name, files) in both_sites() {
        let settings = site(&if *name == "gunma" { root() } else { mihon() }).settings;
        let mut told = 0;
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = String::from_utf8_lossy(bytes);
            let own = path.contains("/indicators/") && !path.ends_with("/index.html");
            let Some(dataset) = linked(&html) else {
                assert!(!own, "{name} {path} tells nothing");
                continue;
            };
            assert!(own || path.ends_with("data/index.html"), "{path}");
            let length = dataset.description.chars().count();
            assert!((50..=5000).contains(&length), "{path}: {length}");
            assert_eq!(path_of(&settings.base_url, &dataset.url), *path);
            assert_eq!(dataset.license, settings.licence.as_ref().map(|one| one.url.clone()));
            assert_eq!(dataset.spatial_coverage.is_some(), *name == "gunma");
            assert_eq!(dataset.in_language, [if path.starts_with("en/") { "en" } else { "ja" }]);
            for file in &dataset.distribution {
                let file = path_of(&settings.base_url, &file.content_url);
                assert!(files.contains_key(&file), "{path}: {file}");
            }
            told += 1;
        }
        assert!(told > 50, "{name}: {told}");
    }
}

#[test]
fn the_manifest_knows_every_file_and_every_page_its_content() {
    for (name, files) in both_sites() {
        let manifest: Manifest = record(files, contract::MANIFEST);
        let listed: BTreeSet<&str> = manifest.files.iter().map(|one| one.path.as_str()).collect();
        let written: BTreeSet<&str> = files.keys().map(String::as_str).collect();
        let unlisted: Vec<_> = written.symmetric_difference(&listed).copied().collect();
        assert_eq!(unlisted, [contract::MANIFEST], "{name}");
        for printed in &manifest.files {
            let bytes = &files[&printed.path];
            assert_eq!(printed.sha256, sha256(bytes), "{}", printed.path);
            assert_eq!(printed.bytes, bytes.len() as u64, "{}", printed.path);
        }
        let short = &manifest.content_sha256[..12];
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = String::from_utf8_lossy(bytes);
            assert!(html.contains(&format!("<code>{short}</code>")), "{path}");
        }
    }
}

#[test]
fn the_hash_of_the_content_follows_the_content_and_nothing_else() {
    let own = common::own_copy();
    let before = site(own.path()).content;
    assert_eq!(before, site(&mihon()).content, "not the folder it lies in");
    common::edit(own.path(), "plans/r3/items/01/item.yaml", "unit: percent", "unit:  percent");
    assert_ne!(before, site(own.path()).content);
    // As the contract says it: the lines that `sha256sum` prints.
    let content = common::tree(&mihon().join("content"));
    let lines: String =
        content.iter().map(|(path, bytes)| format!("{}  {path}\n", sha256(bytes))).collect();
    assert_eq!(before, sha256(lines.as_bytes()));
    assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn the_archive_holds_all_data_as_they_stand_on_the_site() {
    for (name, files) in both_sites() {
        let bytes = std::io::Cursor::new(&files[contract::ARCHIVE]);
        let mut archive = zip::ZipArchive::new(bytes).expect("an archive");
        let mut packed = BTreeSet::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).expect("an entry");
            let path = file.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it can be read");
            assert!(bytes == files[&path], "{name} {path}");
            packed.insert(path);
        }
        let data = |path: &&String| {
            (path.starts_with("data/v1/") || path.contains("/indicators/"))
                && [".csv", ".json", ".xlsx"].iter().any(|ending| path.ends_with(ending))
                && ![contract::ARCHIVE, contract::MANIFEST].contains(&path.as_str())
        };
        assert_eq!(packed, files.keys().filter(data).cloned().collect(), "{name}");
    }
}

#[test]
fn the_page_explains_every_file_column_and_code() {
    for (name, files) in both_sites() {
        for (path, none, lang) in [
            ("data/index.html", "まだ定められていません", Lang::Ja),
            ("en/data/index.html", "have been set yet", Lang::En),
        ] {
            let html = String::from_utf8_lossy(&files[path]);
            let words = text(&html);
            for file in contract::DATA.iter().chain(contract::METADATA) {
                let file_name = file.path.rsplit('/').next().unwrap_or_default();
                assert!(html.contains(&format!("{file_name}\"")), "{path}: {file_name}");
                // The list of hashes is made after every page, so its own size is not known to one.
                let size = Locale::of(lang).size(files[file.path].len() as u64);
                let said = format!("<td>{} {size}</td>", file.format);
                assert!(html.contains(&said) || file.path == contract::MANIFEST, "{path}: {said}");
            }
            for column in COLUMNS {
                assert!(html.contains(&format!("<code>{}</code>", column.name)), "{path}");
            }
            for code in [contract::ROLES, contract::STATES, contract::VERDICTS].concat() {
                assert!(html.contains(&format!("<code>{}</code>", code.code)), "{path}");
            }
            assert_eq!(words.contains(none), *name == "gunma", "{path}");
            assert_eq!(html.contains("rel=\"license\""), *name == "mihon", "{path}");
            assert_eq!(words.contains("100005"), *name == "gunma", "{path}");
        }
    }
}

#[cfg(feature = "excel")]
#[test]
fn the_workbook_shows_numbers_as_written_and_is_the_same_each_time() {
    let (_, files) = &both_sites()[1];
    let bytes = &files[contract::WORKBOOK];
    assert!(*bytes == common::files(&mihon())[contract::WORKBOOK]);
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut part = |path: &str| {
        let mut text = String::new();
        let mut part = book.by_name(path).expect("a part of a workbook");
        part.read_to_string(&mut text).expect("XML");
        text
    };
    assert!(part("docProps/core.xml").contains("2025-09-30T00:00:00Z"));
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("mergeCell"));
    let document = roxmltree::Document::parse(&sheet).expect("XML");
    let lines = document.descendants().filter(|node| node.tag_name().name() == "row");
    let table = rows(files, contract::OBSERVATIONS);
    assert_eq!(lines.count(), table.len() + 1);
    let at = table.iter().position(|row| row.actual == "14.10").expect("a row") + 2;
    let cell = document.descendants().find(|node| node.attribute("r") == Some(&format!("K{at}")));
    let cell = cell.expect("the cell");
    assert_eq!(cell.descendants().find_map(|node| node.text()), Some("14.1"));
    let styles = part("xl/styles.xml");
    let styles = roxmltree::Document::parse(&styles).expect("XML");
    let named = |name| styles.descendants().find(|node| node.tag_name().name() == name);
    let style: usize = cell.attribute("s").and_then(|style| style.parse().ok()).expect("a style");
    let formats = named("cellXfs").expect("formats");
    let format = formats.children().filter(roxmltree::Node::is_element).nth(style);
    let id = format.and_then(|format| format.attribute("numFmtId"));
    let codes = named("numFmts").expect("formats of our own").children();
    let code = codes
        .filter(|one| one.attribute("numFmtId") == id)
        .find_map(|one| one.attribute("formatCode"));
    assert_eq!(code, Some("0.00"), "14.10");
}

#[test]
fn machines_get_names_without_readings_in_every_format() {
    let own = common::own_copy();
    let (from, to) = ("ja: 窓口の平均待ち時間", "ja: 窓口《まどぐち》の平均待ち時間");
    common::edit(own.path(), "plans/r3/items/02/item.yaml", from, to);
    let read = common::files(own.path());
    for (path, bytes) in read.iter().filter(|(path, _)| path.starts_with("data/v1/")) {
        let mut parts = vec![bytes.clone()];
        if path.ends_with(".zip") || path.ends_with(".xlsx") {
            let mut archive =
                zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
            for at in 0..archive.len() {
                let mut part = Vec::new();
                archive.by_index(at).expect("a part").read_to_end(&mut part).expect("it is whole");
                parts.push(part);
            }
        }
        for part in parts {
            assert!(!String::from_utf8_lossy(&part).contains("《まどぐち》"), "{path}");
        }
    }
}
