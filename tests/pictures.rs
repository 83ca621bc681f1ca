//! Charts that leave the site: a file that says everything by itself; and what others show of a page.
//! `png` tests how they become pictures.

mod common;

use common::{build, edit, mihon, own_copy, root, site, text};
use michinori::model::Lang;
use michinori::picture::{self, Style};
use michinori::{pages, pipeline};
use std::collections::BTreeMap;

/// Every indicator's page with its chart as a file, if it has one.
fn files(pages: &BTreeMap<String, String>) -> Vec<(&str, Option<&str>)> {
    let indicator = |path: &&String| {
        path.contains("/indicators/") && path.ends_with(".html") && !path.ends_with("/index.html")
    };
    let file = |path: &String| pages.get(&path.replace(".html", ".svg")).map(String::as_str);
    pages.keys().filter(indicator).map(|path| (path.as_str(), file(path))).collect()
}

#[test]
fn a_page_with_a_chart_has_it_as_a_file_and_leads_to_it() {
    for root in [root(), mihon()] {
        let pages = build(&root);
        let files = files(&pages);
        assert!(files.iter().filter(|(_, file)| file.is_some()).count() > 20);
        for (path, file) in files {
            let html = &pages[path];
            assert_eq!(file.is_some(), html.contains("<svg class=\"chart\""), "{path}");
            let name = path.rsplit('/').next().unwrap_or_default().replace(".html", ".svg");
            let words = if path.starts_with("en/") { "Chart (SVG)" } else { "グラフ（SVG）" };
            let link = format!("<a href=\"{name}\" download>{words}</a>");
            assert_eq!(file.is_some(), html.contains(&link), "{path}");
        }
    }
}

#[test]
fn a_chart_file_needs_nothing_but_itself() {
    let light = [
        "#fff", "#1a1a1a", "#595959", "#d0d0d0", "#0017c1", "#c74700", // as in style.css
    ];
    let pages = build(&mihon());
    for (path, file) in files(&pages) {
        let Some(file) = file else { continue };
        roxmltree::Document::parse(file).unwrap_or_else(|error| panic!("{path}: {error}"));
        for outside in ["class=", "<style", "var(", "href", "url(", "currentColor", "NaN"] {
            assert!(!file.contains(outside), "{path} has {outside}");
        }
        for colour in file.split(['"', ' ']).filter(|part| part.starts_with('#')) {
            assert!(light.contains(&colour), "{path} has {colour}");
        }
        let unpainted = file.matches("<path d=").count() + file.matches("<circle cx=").count();
        let painted = |tag: &&str| {
            (tag.starts_with("path ") || tag.starts_with("circle ")) && tag.contains("fill=")
        };
        assert_eq!(file.split('<').filter(painted).count(), unpainted, "{path}");
    }
}

#[test]
fn a_chart_file_says_what_the_page_says() {
    let pages = build(&mihon());
    for (path, file) in files(&pages) {
        let (html, Some(file)) = (&pages[path], file) else { continue };
        let sentence = html.split("<p class=\"lead-text\">").nth(1).expect("a page opens with it");
        let sentence = text(sentence.split("</p>").next().unwrap_or_default());
        let description = text(file.split("<desc id=\"d\">").nth(1).expect("it is described"));
        assert!(description.starts_with(&sentence), "{path}: {description}");
        let (edition, source) = match path.starts_with("en/") {
            true => ("Edition of 30 September 2025", "Source: "),
            false => ("2025年9月30日版", "出典："),
        };
        let shown = text(file);
        assert!(shown.contains(edition) && shown.contains(source), "{path}: {shown}");
        let drawn = html.split("<svg class=\"chart\"").nth(1).unwrap_or_default();
        let facts = |svg: &str| {
            let titles = svg.split("<title>").skip(1);
            titles.map(|rest| rest.split('<').next().unwrap_or("").to_string()).collect::<Vec<_>>()
        };
        let drawn = drawn.split("</svg>").next().unwrap_or_default();
        assert_eq!(facts(file), facts(drawn), "{path}");
    }
}

#[test]
fn a_site_with_its_own_style_sheet_has_its_own_colours_in_the_files() {
    let root = own_copy();
    edit(root.path(), "site.yaml", "languages:", "theme: town\nlanguages:");
    let assets = root.path().join("themes/town/assets");
    std::fs::create_dir_all(&assets).expect("a folder can be made");
    std::fs::write(assets.join("style.css"), ":root { --actual: #060 }").expect("it is written");
    let file = &build(root.path())["r3/indicators/overtime.svg"];
    assert!(file.contains("stroke=\"#060\"") && !file.contains("#0017c1"));
    assert!(file.contains("stroke=\"#c74700\""), "what it leaves open is as in the default theme");

    let root = own_copy();
    let colours = "colours:\n  main: {light: \"#600060\", dark: \"#d0a0d0\"}\nlanguages:";
    edit(root.path(), "site.yaml", "languages:", colours);
    let file = &build(root.path())["r3/indicators/overtime.svg"];
    assert!(file.contains("stroke=\"#600060\"") && !file.contains("#0017c1"));
}

#[test]
fn every_page_says_what_is_shown_where_it_is_shared() {
    let pages = build(&mihon());
    let content = |html: &str, property: &str| {
        let tag = format!("<meta property=\"og:{property}\" content=\"");
        let rest = html.split(&tag).nth(1)?;
        rest.split('"').next().map(text)
    };
    for (path, html) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        if path == "404.html" {
            assert!(!html.contains("og:"));
            continue;
        }
        let (locale, site) = match path.starts_with("en/") {
            true => ("en_GB", "Mihon Prefecture: the Road to Administrative Reform"),
            false => ("ja_JP", "見本県 行政改革の道のり"),
        };
        assert_eq!(content(html, "locale").as_deref(), Some(locale), "{path}");
        assert_eq!(content(html, "site_name").as_deref(), Some(site), "{path}");
        let canonical = html.split("rel=\"canonical\" href=\"").nth(1).expect("it has one");
        assert_eq!(content(html, "url").as_deref(), canonical.split('"').next(), "{path}");
        for property in ["title", "description", "type"] {
            assert!(content(html, property).is_some_and(|words| !words.is_empty()), "{path}");
        }
    }
    let of = |path: &str, property: &str| content(&pages[path], property).unwrap_or_default();
    assert_eq!(of("index.html", "title"), "見本県 行政改革の道のり");
    assert_eq!(of("index.html", "type"), "website");
    assert_eq!(of("r3/indicators/overtime.html", "type"), "article");
    assert!(of("r3/indicators/overtime.html", "description").contains("12.8時間"));
}

#[test]
fn a_card_says_what_its_page_says() {
    let site = site(&mihon());
    let mut report = michinori::diagnostics::Report::default();
    let theme = pipeline::theme(&mihon(), &site, &mut report).expect("the theme can be read");
    let style = Style::of(theme.expect("the theme is valid").sheets());
    let card = |path: &str, lang: Lang| {
        let page = pages::all(&site).into_iter().find(|page| pages::address(&site, *page) == path);
        let page = page.expect("there is such a page");
        let model = pages::models(&site, lang, &[page], "", &pages::Sizes::new())
            .next()
            .expect("a page, a model");
        let card = pages::card(&site, lang, page, &model.shell)?;
        let svg = picture::card(&card, &style);
        roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(!svg.contains("class="), "{path}");
        Some(text(&svg))
    };
    for (path, lang, facts) in [
        (
            "r3/indicators/online-procedures.html",
            Lang::Ja,
            "行政改革計画 行政手続のオンライン利用率 実績 令和6年度（2024年度） 79.9 %（速報） 達成 目標 78.0%",
        ),
        (
            "r3/indicators/overtime.html",
            Lang::En,
            "Reform Plan Overtime per employee (monthly average) Actual FY2024 (R6) 12.8 hours \
             Achieved Target 13.0 hours",
        ),
        ("r3/indicators/portal-visits.html", Lang::Ja, "1,412,906 回 見本県（架空）"),
        ("r3/indicators/open-data-catalogue.html", Lang::Ja, "実施 達成 目標 実施"),
        (
            "index.html",
            Lang::Ja,
            "見本県 行政改革の道のり 見本県（架空） 2025年9月30日版 これは架空の県",
        ),
        ("glossary/index.html", Lang::En, "Glossary"),
    ] {
        let words = card(path, lang).expect("it has a card");
        assert!(words.contains(facts), "{path}: {words}");
    }
    assert_eq!(card("404.html", Lang::Ja), None);
    assert_eq!(card("embed/r3/overtime.html", Lang::Ja), None, "its card is the indicator's");
}
