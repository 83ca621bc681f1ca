//! Several mistakes at once, as people make them; single ones stand in `examples/mistakes`.

use michinori::diagnostics::{self, Lang, Report};
use michinori::{explain, pipeline};

const ITEM: &str = "plans/p/items/01/item.yaml";

/// What is said of the town with this file in it.
fn said(path: &str, text: &str, lang: Lang) -> String {
    let sources = explain::town_with(&[(path.to_string(), text.as_bytes().to_vec())]);
    let mut report = Report::default();
    let site = pipeline::site(&sources, &mut report);
    assert_eq!(site.is_none(), report.has_errors());
    diagnostics::text(&report, &sources, "content/", lang, false)
}

const NINE: &str = "title: {ja: 項目, en: Item}
lead: [wast]
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
    for (name, lang) in [("nine_mistakes_ja", Lang::Ja), ("nine_mistakes_en", Lang::En)] {
        let said = said(ITEM, NINE, lang);
        assert_eq!(said.matches("--> content/").count(), 9, "{said}");
        insta::assert_snapshot!(name, said);
    }
}

#[test]
fn json_counts_columns_in_characters() {
    let item = "title: {ja: 全角の題名, en: Item}\nlead: [waste]\nlabels: [ほし]\n";
    let sources = explain::town_with(&[(ITEM.to_string(), item.into())]);
    let mut report = Report::default();
    assert!(pipeline::site(&sources, &mut report).is_none());
    let json = diagnostics::json(&report, &sources, "content/", Lang::En);
    assert!(json.contains("\"code\": \"unknown-reference\""), "{json}");
    assert!(json.contains("\"line\": 3") && json.contains("\"column\": 10"), "{json}");
    assert!(json.contains("\"file\": \"content/plans/p/items/01/item.yaml\""));
}

#[test]
fn what_cannot_be_read_is_not_reported_again_where_it_is_named() {
    let item = "title: {ja: 項目, en: Item}\nlead: [waste]
indicators: [{id: waste, role: target, name: {ja: ごみ, en: Waste}, unit: kg}]
actions: [{title: {ja: 減らす, en: Less}, indicators: [waste]}]\n";
    let text = said(ITEM, item, Lang::En);
    assert!(text.contains("bad-word") && !text.contains("unknown-reference"), "{text}");
    let organisations = "organisations:\n  - {id: waste, nam: {ja: 課, en: Office}}\n";
    let text = said("organisations.yaml", organisations, Lang::En);
    assert!(text.contains("missing-key") && text.contains("unknown-key"), "{text}");
    assert!(!text.contains("unknown-reference"), "{text}");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let item = "\u{feff}title: {ja: 項目, en: Item}\r\nlead: [waste]\r\nlabls: []\r\n";
    let text = said(ITEM, item, Lang::En);
    assert!(text.contains("item.yaml:3:1") && text.contains("did you mean `labels`?"), "{text}");
}
