//! What can be found on the site, and what a publisher sets of its look.

mod common;

use common::{build, edit, mihon, own_copy, root, text};
use serde_json::Value;

fn documents(pages: &std::collections::BTreeMap<String, String>, path: &str) -> Vec<Value> {
    let script = &pages[path];
    let json = script.strip_prefix("const searchDocuments = ").expect("it opens so");
    let json = json.strip_suffix(";\n").expect("it ends so");
    serde_json::from_str(json).expect("it is JSON")
}

fn field<'d>(document: &'d Value, name: &str) -> &'d str {
    document[name].as_str().expect("a text")
}

#[test]
fn every_document_leads_to_a_page_that_is_there() {
    for (site, folder) in [(root(), ""), (root(), "en/"), (mihon(), ""), (mihon(), "en/")] {
        let pages = build(&site);
        for document in documents(&pages, &format!("{folder}search/documents.js")) {
            let href = field(&document, "href");
            let (path, place) = href.split_once('#').unwrap_or((href, ""));
            let path = format!("{folder}{}", path.trim_start_matches("../"));
            let page = pages.get(&path).unwrap_or_else(|| panic!("{href}"));
            assert!(place.is_empty() || page.contains(&format!("id=\"{place}\"")), "{href}");
            assert!(!field(&document, "title").is_empty(), "{href}");
        }
    }
}

#[test]
fn titles_figures_and_narratives_can_be_found() {
    let pages = build(&mihon());
    let all = documents(&pages, "search/documents.js");
    let find = |word: &str| -> Vec<&str> {
        let holds =
            |one: &&Value| field(one, "title").contains(word) || field(one, "text").contains(word);
        all.iter().filter(holds).map(|one| field(one, "href")).collect()
    };
    assert!(find("時間外勤務").contains(&"../r3/indicators/overtime.html"));
    assert!(find("JIS X 8341-3").contains(&"../accessibility/index.html"));
    assert!(find("オープンデータ").contains(&"../data/index.html"));
    assert!(find("計算例").contains(&"../method/index.html"));
    assert!(find("17.3時間に増え").contains(&"../r3/items/04.html#fy2023"), "a narrative");
    let narrative = all.iter().find(|one| field(one, "href").ends_with("04.html#fy2023"));
    let kind = field(narrative.expect("there is one"), "kind");
    assert!(kind.contains("令和5年度（2023年度）"), "{kind}");
    for document in &all {
        let text = field(document, "text");
        assert!(!text.contains("**") && !text.contains("]("), "no markup: {text}");
    }
}

#[test]
fn the_search_page_lists_the_site_without_a_script() {
    let pages = build(&root());
    let html = &pages["search/index.html"];
    for href in [
        "../2020/items/01.html",
        "../2025/items/35.html",
        "../2020/indicators/kgi-5.html",
        "../data/index.html",
        "../method/index.html",
        "../accessibility/index.html",
    ] {
        assert!(html.contains(&format!("<a href=\"{href}\">")), "{href}");
    }
    assert!(html.contains("<noscript>"));
}

#[test]
fn a_publisher_sets_logo_colours_and_links_of_the_foot() {
    let site = own_copy();
    let logo = site.path().join("content/images/logo.png");
    std::fs::create_dir_all(logo.parent().expect("it has a folder")).expect("it can be made");
    std::fs::write(&logo, b"a picture").expect("it can be written");
    let look = "logo: images/logo.png\n\
                colours: {main: {light: \"#006e3c\", dark: \"#7fd6a5\"}}\n\
                footer: [{title: {ja: 県のホームページ, en: Home page}, url: \"https://pref.example/\"}]\n\
                base_url:";
    edit(site.path(), "site.yaml", "base_url:", look);
    let pages = build(site.path());
    for (path, up) in [("index.html", ""), ("en/r3/items/01.html", "../../../")] {
        assert!(
            pages[path].contains(&format!("<img src=\"{up}images/logo.png\" alt=\"\"")),
            "{path}"
        );
        assert!(pages[path].contains("<a href=\"https://pref.example/\" rel=\"external\">"));
    }
    assert!(text(&pages["index.html"]).contains("県のホームページ（外部サイト）"));
    let style = &pages["assets/style.css"];
    assert!(style.contains(":root { --link: #006e3c; --actual: #006e3c; }"), "{style}");
    assert!(style.contains(":root { --link: #7fd6a5; --actual: #7fd6a5; }"));
    let default = &build(&mihon())["assets/style.css"];
    assert!(style.starts_with(default.as_str()), "the theme itself is the same");
    let address = |pages: &std::collections::BTreeMap<String, String>| {
        let html = &pages["index.html"];
        let at = html.find("assets/style.css?v=").expect("a style sheet");
        html[at..at + 40].to_string()
    };
    assert_ne!(address(&pages), address(&build(&mihon())), "no browser keeps the old colours");
}

#[test]
fn the_accessibility_statement_says_what_was_tested_and_what_not() {
    let pages = build(&mihon());
    let words = text(&pages["accessibility/index.html"]);
    for part in ["JIS X 8341-3:2016", "配慮", "2026年11月21日", "違反は0件", "1.4.3 コントラスト"]
    {
        assert!(words.contains(part), "{part}: {words}");
    }
    let rows = pages["accessibility/index.html"].matches("<tr><th scope=\"row\">").count();
    assert_eq!(rows, 38, "levels A and AA of the standard");
    let sampled = words.split("公開試験の対象とするページ").last().expect("a section");
    assert_eq!(sampled.matches(".html").count(), 40);
    let untested = own_copy();
    std::fs::remove_file(untested.path().join("content/accessibility.yaml")).expect("it is there");
    let words = text(&build(untested.path())["accessibility/index.html"]);
    assert!(words.contains("試験の結果は、まだ記録されていません。") && !words.contains("違反"));
}

#[test]
fn a_domain_of_its_own_stays_with_the_site() {
    let site = own_copy();
    std::fs::write(site.path().join("content/CNAME"), "plan.town.example\n").expect("a file");
    assert_eq!(build(site.path())["CNAME"], "plan.town.example\n");
}
