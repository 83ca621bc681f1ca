//! Easy Japanese: its words, its pages, the readings on them; and readings wherever an author writes one.

mod common;

use common::{build, edit, mihon, own_copy, root};
use michinori::locale::{Locale, first_unread};
use michinori::model::{Lang, is_kanji};
use serde_json::Value;
use std::collections::BTreeSet;

/// Our words in a language, by name.
fn words(lang: Lang) -> serde_json::Map<String, Value> {
    match serde_json::to_value(Locale::of(lang).words) {
        Ok(Value::Object(words)) => words,
        other => panic!("words are a map: {other:?}"),
    }
}

/// The names that follow `holder.` in a source or template.
fn named(text: &str, holder: &str) -> BTreeSet<String> {
    let name = |rest: &str| {
        rest.chars().take_while(|one| one.is_ascii_lowercase() || *one == '_').collect::<String>()
    };
    let holder = format!("{holder}.");
    let begins = |at: &usize| {
        let before = text[..*at].chars().next_back();
        !before.is_some_and(|one| one.is_ascii_alphanumeric() || one == '_')
    };
    let found = text.match_indices(&holder).map(|(at, _)| at).filter(begins);
    found.map(|at| name(&text[at + holder.len()..])).collect()
}

/// What easy pages show: the words of their templates and of the models behind them.
fn shown() -> BTreeSet<String> {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("it can be read");
    let mut shown = BTreeSet::new();
    for template in ["layout", "parts", "home", "goal"] {
        shown.extend(named(&read(&format!("themes/default/templates/{template}.html")), "t"));
    }
    for module in
        ["view", "home", "goal", "tally", "sentence", "figure", "indicators", "part", "update"]
    {
        shown.extend(named(&read(&format!("src/pages/{module}.rs")), "words"));
    }
    shown.extend(named(&read("src/locale/number.rs"), "words"));
    let table = read("src/pages/table.rs");
    for function in ["fn judged(", "fn absence_words(", "fn due_words("] {
        let body = table.split(function).nth(1).expect("the function is there");
        shown.extend(named(body.split("\n}\n").next().unwrap_or_default(), "words"));
    }
    shown
}

#[test]
fn every_word_an_easy_page_shows_is_easy() {
    let (ja, easy) = (words(Lang::Ja), words(Lang::Easy));
    let shown: Vec<String> = shown().into_iter().filter(|name| ja.contains_key(name)).collect();
    assert!(shown.len() > 100, "{}", shown.len());
    let hard = |name: &&String| {
        let word = ja[*name].as_str().unwrap_or_default();
        easy[*name] == ja[*name] && word.contains(is_kanji)
    };
    assert_eq!(shown.iter().filter(hard).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn every_kanji_of_our_easy_words_has_a_reading() {
    let ja = words(Lang::Ja);
    for (name, word) in words(Lang::Easy).iter().filter(|(name, word)| **word != ja[*name]) {
        assert_eq!(first_unread(word.as_str().unwrap_or_default()), None, "{name}");
    }
}

#[test]
fn home_and_goals_speak_easy_japanese() {
    let pages = build(&mihon());
    let easy: Vec<&str> =
        pages.keys().map(String::as_str).filter(|path| path.starts_with("easy/")).collect();
    assert_eq!(
        easy,
        [
            "easy/h28/goals/1.html",
            "easy/h28/goals/2.html",
            "easy/index.html",
            "easy/r3/pillars/1.html",
            "easy/r3/pillars/2.html",
        ]
    );
    let goal = &pages["easy/r3/pillars/1.html"];
    assert!(goal.starts_with("<!doctype html>\n<html lang=\"ja\" data-page-type=\"goal\">"));
    for said in [
        "2024<ruby>年度<rp>（</rp><rt>ねんど</rt><rp>）</rp></ruby>（<ruby>令和<rp>（</rp><rt>れいわ</rt>",
        "<ruby>目標<rp>（</rp><rt>もくひょう</rt><rp>）</rp></ruby>のとおりにできました",
        "<ruby>手続<rp>（</rp><rt>てつづ</rt><rp>）</rp></ruby>きを<ruby>簡単<rp>",
    ] {
        assert!(goal.contains(said), "{said}");
    }
    assert!(goal.contains("| 見本県 行政改革の道のり（やさしい日本語）</title>"));
    for path in easy {
        assert!(!pages[path].contains("untranslated"), "{path}");
    }
}

#[test]
fn a_link_stays_in_easy_japanese_where_it_can() {
    let pages = build(&mihon());
    let home = &pages["easy/index.html"];
    assert!(home.contains("<a href=\"r3/pillars/1.html\">"));
    assert!(home.contains("<a href=\"../r3/index.html\">"), "a plan's page is ordinary Japanese");
    let goal = &pages["easy/r3/pillars/1.html"];
    assert!(goal.contains("<a href=\"../../../r3/items/01.html\">"));
    assert!(!pages["r3/items/01.html"].contains("easy/"));
}

#[test]
fn a_page_leads_to_the_languages_it_is_offered_in() {
    let pages = build(&mihon());
    let switch = |path: &str| {
        let html = pages[path].split("<p class=\"switch\">").nth(1).unwrap_or_default();
        let html = html.split("</p>").next().unwrap_or_default();
        let links = html.split("<a ").filter(|link| link.contains(" hreflang=\""));
        let hrefs = links.filter_map(|link| link.split("href=\"").nth(1)?.split('"').next());
        hrefs.map(str::to_string).collect::<Vec<String>>()
    };
    assert_eq!(switch("index.html"), ["en/index.html", "easy/index.html"]);
    assert_eq!(switch("easy/index.html"), ["../index.html", "../en/index.html"]);
    assert_eq!(
        switch("en/r3/pillars/1.html"),
        ["../../../r3/pillars/1.html", "../../../easy/r3/pillars/1.html"]
    );
    assert_eq!(switch("r3/items/01.html"), ["../../en/r3/items/01.html"]);
    assert_eq!(switch("404.html"), Vec::<String>::new());
    assert!(pages["index.html"].contains("hreflang=\"ja\">やさしい<ruby>日本語"));
}

#[test]
fn search_engines_find_easy_pages_beside_the_translations() {
    let pages = build(&mihon());
    let home = &pages["easy/index.html"];
    assert!(home.contains("<link rel=\"canonical\" href=\"https://mihon.example/report/easy/\">"));
    assert!(!home.contains("rel=\"alternate\" hreflang"));
    let sitemap = &pages["sitemap.xml"];
    assert!(sitemap.contains("<url><loc>https://mihon.example/report/easy/</loc>"));
    assert!(!sitemap.contains("href=\"https://mihon.example/report/easy/"));
}

#[test]
fn a_body_may_leave_it_out() {
    let root = own_copy();
    edit(root.path(), "site.yaml", "languages: [ja, en, ja-easy]\n", "");
    let without = build(root.path());
    assert!(without.iter().all(|(path, page)| !path.contains("easy/") && !page.contains("easy/")));
    let with = build(&mihon());
    assert_eq!(without.len(), with.len() - 5);
}

#[test]
fn a_reading_in_the_content_is_ruby_where_it_can_be_and_nowhere_else() {
    let root = own_copy();
    edit(root.path(), "plans/r3/items/06/item.yaml", "{ja: 度,", "{ja: 度《ど》,");
    edit(root.path(), "plans/r3/items/06/item.yaml", "夏季の", "夏季《かき》の");
    edit(root.path(), "pages/about.ja.md", "\n\n", "\n\n匙《さじ》と`匙《さじ》`。\n\n");
    let pages = build(root.path());
    let ruby = "<ruby>夏季<rp>（</rp><rt>かき</rt><rp>）</rp></ruby>の";
    let page = &pages["r3/indicators/summer-room-temperature.html"];
    assert!(page.contains(&format!("<h1>{ruby}")));
    for bare in ["<title>夏季の", "<meta name=\"description\" content=\"夏季の", "title=\"夏季の"]
    {
        assert!(page.contains(bare), "{bare}");
    }
    let chart =
        page.split("<svg class=\"chart\"").nth(1).and_then(|svg| svg.split("</svg>").next());
    let chart = chart.expect("a chart");
    assert!(chart.contains("夏季の") && chart.contains('度'));
    assert!(!chart.contains("ruby") && !chart.contains("かき"));
    assert!(pages["data/v1/observations.csv"].contains(",度,"));
    for (path, text) in pages.iter().filter(|(path, _)| *path != "about/index.html") {
        assert!(!text.contains('《'), "{path}");
    }
    let about = &pages["about/index.html"];
    assert!(about.contains("<ruby>匙<rp>") && about.contains("<code>匙《さじ》</code>"));
}
