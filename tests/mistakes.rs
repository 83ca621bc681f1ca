//! Mistakes as people make them: all found in one run, with their places, in both languages.

use michinori::diagnostics::{self, Report};
use michinori::model::Lang;
use michinori::pipeline;
use michinori::source::{SourceFile, Sources};

const SITE: &str =
    "title: {ja: 町, en: Town}\ndescription: {ja: 説明, en: About}\npublisher: {ja: 町, en: Town}
contact: {ja: 課, en: Office}\nlanguages: [ja, en]\nbase_url: https://town.example/
edition: {date: 2025-09-30, fiscal_year: R6}\n";
const ORGANISATIONS: &str = "organisations:\n  - {id: office, name: {ja: 課, en: Office}}\n";
const SOURCES: &str = "sources:
  - {id: plan, title: {ja: 計画, en: Plan}, publisher: {ja: 町, en: Town}, kind: official}\n";
const PLAN: &str = "title: {ja: 計画, en: Plan}\nshort: {ja: 計画, en: Plan}\nsummary: {ja: 計画, en: Plan}
period: R3Q1..R6Q4\nsource: plan\nlevels: [{id: goals, name: {ja: 目標, en: Goal}}, {id: items, name: {ja: 項目, en: Item}}]
groups: [{id: \"1\", name: {ja: 目標, en: Goal}, items: [\"01\"]}]\n";

/// A town of one item, with some of its files as given.
fn town(changed: &[(&str, &str)]) -> Sources {
    let mut files = vec![
        ("site.yaml", SITE),
        ("organisations.yaml", ORGANISATIONS),
        ("sources.yaml", SOURCES),
        ("plans/p/plan.yaml", PLAN),
        ("plans/p/items/01/item.yaml", "title: {ja: 項目, en: Item}\nlead: [office]\n"),
    ];
    files.retain(|(path, _)| !changed.iter().any(|(other, _)| other == path));
    files.extend_from_slice(changed);
    let file = |(path, text): (&str, &str)| SourceFile::new(path.into(), text.into());
    Sources::new(files.into_iter().map(file).collect())
}

/// The findings as text.
fn findings(sources: &Sources, lang: Lang) -> String {
    let mut report = Report::default();
    let site = pipeline::site(sources, &mut report);
    assert_eq!(site.is_none(), report.has_errors());
    diagnostics::text(&report, sources, "content/", lang, false)
}

#[test]
fn the_town_itself_is_clean() {
    assert_eq!(findings(&town(&[]), Lang::Ja), "");
}

const NINE: &str = "title: {ja: 項目, en: Item}
lead: [ofice]
indicators:
  - id: Waste
    role: target
    name: {ja: ごみ, en: Waste}
    unit: percent
    aim: at_leest
    target: {R3: 12.5, R4: 1,000}
    actual: {R3: ▲3.2, 2021: 3, R5: 約９割, R6: pendin}
    tagret: 5
  - id: other
    role: target
    unit: percent
";

#[test]
fn nine_mistakes_of_a_file_are_found_in_one_run() {
    let sources = town(&[("plans/p/items/01/item.yaml", NINE)]);
    insta::assert_snapshot!("nine_mistakes_ja", findings(&sources, Lang::Ja));
    insta::assert_snapshot!("nine_mistakes_en", findings(&sources, Lang::En));
}

#[test]
fn json_counts_columns_in_characters() {
    let item = "title: {ja: 全角の題名, en: Item}\nlead: [office]\nlabels: [ほし]\n";
    let sources = town(&[("plans/p/items/01/item.yaml", item)]);
    let mut report = Report::default();
    assert!(pipeline::site(&sources, &mut report).is_none());
    let json = diagnostics::json(&report, &sources, "content/", Lang::En);
    assert!(json.contains("\"code\": \"unknown-reference\""), "{json}");
    assert!(json.contains("\"line\": 3") && json.contains("\"column\": 10"), "{json}");
    assert!(json.contains("\"file\": \"content/plans/p/items/01/item.yaml\""));
}

/// One mistake, its code, and the words of its remedy in both languages.
fn one(path: &str, text: &str, code: &str, ja: &str, en: &str) {
    let sources = town(&[(path, text)]);
    let (said_ja, said_en) = (findings(&sources, Lang::Ja), findings(&sources, Lang::En));
    assert_eq!(
        said_ja.matches("\n  --> ").count() + said_ja.matches("\n --> ").count(),
        1,
        "{said_ja}"
    );
    assert!(said_ja.contains(&format!("[{code}]")), "{said_ja}");
    assert!(said_ja.contains(ja), "{said_ja}");
    assert!(said_en.contains(en), "{said_en}");
}

const ITEM: &str = "plans/p/items/01/item.yaml";

#[test]
fn yaml_that_cannot_be_read_says_where() {
    one(
        ITEM,
        "title: {ja: 項目, en: Item\nlead: [office]\n",
        "yaml-syntax",
        "閉じ忘れ",
        "match the brackets",
    );
    one(
        ITEM,
        "title: &a {ja: 項目, en: Item}\nlead: [office]\n",
        "yaml-anchor",
        "アンカー",
        "anchors",
    );
    one(
        ITEM,
        "title: {ja: 項目, en: Item}\nlead: [office]\n---\nb: 2\n",
        "second-document",
        "1文書だけ",
        "one document",
    );
    one("sources.yaml", "", "empty-file", "ファイルが空", "the file is empty");
}

#[test]
fn what_cannot_be_read_is_not_reported_again_where_it_is_named() {
    let item = "title: {ja: 項目, en: Item}\nlead: [office]
indicators: [{id: waste, role: target, name: {ja: ごみ, en: Waste}, unit: kg}]
actions: [{title: {ja: 減らす, en: Less}, indicators: [waste]}]\n";
    one(ITEM, item, "bad-word", "使えるのは", "possible here");
    let organisations = "organisations:\n  - {id: office, nam: {ja: 課, en: Office}}\n";
    let sources = town(&[("organisations.yaml", organisations)]);
    let said = findings(&sources, Lang::En);
    assert!(said.contains("missing-key") && said.contains("unknown-key"), "{said}");
    assert!(!said.contains("unknown-reference"), "{said}");
}

#[test]
fn a_key_written_twice_shows_both_places() {
    let text = "title: {ja: 項目, en: Item}\nlead: [office]\nlead: [office]\n";
    one(ITEM, text, "duplicate-key", "2回書かれています", "written twice");
}

#[test]
fn an_item_that_the_tree_does_not_know_is_named() {
    let item = "title: {ja: 項目, en: Item}\nlead: [office]\n";
    one("plans/p/items/02/item.yaml", item, "item-without-place", "体系", "stands nowhere");
}

#[test]
fn a_heading_that_is_none_of_the_three_comes_with_the_nearest() {
    let text = "## 要因分柝\n\n文\n\n## 次年度への課題\n\n文\n\n## 課題を踏まえての対応\n\n文\n";
    let sources = town(&[("plans/p/items/01/2021.ja.md", text)]);
    let said = findings(&sources, Lang::Ja);
    assert!(
        said.contains("[unknown-section]") && said.contains("「要因分析」の誤りではありませんか"),
        "{said}"
    );
}

#[test]
fn a_missing_translation_is_pointed_out_and_stops_nothing() {
    let item = "title: {ja: 項目}\nlead: [office]\n";
    let sources = town(&[(ITEM, item)]);
    let mut report = Report::default();
    assert!(pipeline::site(&sources, &mut report).is_some());
    let said = diagnostics::text(&report, &sources, "", Lang::Ja, false);
    assert!(
        said.contains("missing-translation") && said.contains("「項目」の英語がありません"),
        "{said}"
    );
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let item = "\u{feff}title: {ja: 項目, en: Item}\r\nlead: [office]\r\nlabls: []\r\n";
    let sources = town(&[(ITEM, item)]);
    let said = findings(&sources, Lang::En);
    assert!(said.contains("item.yaml:3:1") && said.contains("did you mean `labels`?"), "{said}");
}
