//! Gunma's real content: what the plans hold, and figures with their sources on the pages.

mod common;

use common::{build, root, site, text, year_row};
use michinori::model::Role;

#[test]
fn both_plans_are_whole() {
    let site = site(&root());
    let of = |id: &str| site.plans.iter().find(|plan| plan.id == id).expect("the plan is there");
    let (twelfth, thirteenth) = (of("2020"), of("2025"));
    assert_eq!(twelfth.groups.len(), 3);
    assert_eq!(twelfth.groups.iter().map(|goal| goal.groups.len()).sum::<usize>(), 15);
    assert_eq!(twelfth.items.len(), 30);
    assert_eq!(twelfth.kgis.len(), 5);
    assert_eq!(twelfth.indicators().filter(|one| one.role == Role::Target).count(), 31);
    assert_eq!(thirteenth.groups.len(), 4);
    assert_eq!(thirteenth.groups.iter().map(|goal| goal.groups.len()).sum::<usize>(), 17);
    assert_eq!(thirteenth.items.len(), 35);
    let marked = |plan: &michinori::model::Plan| -> Vec<String> {
        let marked = plan.items.iter().filter(|item| !item.labels.is_empty());
        marked.map(|item| item.number().to_string()).collect()
    };
    assert_eq!(marked(twelfth), ["1", "2", "3", "4", "5", "10", "11", "12", "15"]);
    assert_eq!(marked(thirteenth), ["1", "2", "3", "15", "16"]);
}

#[test]
fn every_item_and_indicator_has_its_page_in_both_languages() {
    let (pages, site) = (build(&root()), site(&root()));
    for plan in &site.plans {
        for prefix in ["", "en/"] {
            for item in plan.items.iter() {
                assert!(pages.contains_key(&format!("{prefix}{}/items/{}.html", plan.id, item.id)));
            }
            for indicator in plan.kgis.iter().chain(plan.indicators()) {
                let path = format!("{prefix}{}/indicators/{}.html", plan.id, indicator.id);
                let html = &pages[&path];
                let charts = html.matches("<svg class=\"chart\"").count();
                assert_eq!(charts, usize::from(indicator.has_numbers()), "{path}");
            }
        }
    }
}

#[test]
fn item_1_holds_its_printed_sheet() {
    let pages = build(&root());
    let html = &pages["2020/items/01.html"];
    let page = text(html);
    for words in [
        "デジタルトランスフォーメーション等による新しい行政の確立",
        "業務プロセス改革課",
        "申請等手続所管所属",
        "◎",
        "現状（令和2年12月時点）",
        "許認可や届出などの行政手続での電子申請の活用が進んでいない。",
        "行政手続電子化率",
        "マイナポータル申請可能市町村数",
        "申請件数が多く、添付書類の少ない手続の電子申請化及び研修を実施",
        "21,001",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let row = |id: &str, year: &str| year_row(&pages[&format!("2020/indicators/{id}.html")], year);
    assert_eq!(row("online-procedures", "令和元年度")[..2], ["-", "11.3"]);
    let targets: Vec<String> = ["令和2年度", "令和3年度", "令和4年度", "令和5年度", "令和6年度"]
        .map(|year| row("online-procedures", year)[0].clone())
        .into();
    assert_eq!(targets, ["14.1", "32.1", "65.6", "100.0", "未収録"]);
    assert_eq!(row("online-procedures-and-events", "令和5年度")[0], "900");
    assert_eq!(row("my-number-card-issuance", "令和4年度")[0], "100.0");
    // The indicator table, the four actions and their links to indicators.
    assert_eq!(html.matches("class=\"served\"").count(), 4 + 4 + 4 + 3);
}

#[test]
fn real_figures_stand_with_their_sources() {
    let pages = build(&root());
    let figures = [
        ("childcare-leave", "令和5年度", "63.3", "13452"),
        ("childcare-leave", "令和元年度", "13.5", "13452"),
        ("kgi-5", "令和元年度", "139", "25944"),
        ("kgi-5", "令和4年度", "646", "217431"),
        ("kgi-5", "令和6年度", "833", "mykoho"),
        ("priority-procedures-online", "令和6年度", "100", "739046"),
        ("tax-collection-rate", "令和3年度", "99.04", "212711"),
        ("my-number-card-issuance", "令和3年度", "36.7", "108243"),
    ];
    for (id, year, value, source) in figures {
        let html = &pages[&format!("2020/indicators/{id}.html")];
        let cells = year_row(html, year);
        assert!(cells.iter().any(|cell| cell.starts_with(value)), "{id} {year}: {cells:?}");
        let sources = html.split("class=\"sources\"").nth(1).expect("every figure has its source");
        assert!(sources.contains(source), "{id}: {source}");
    }
}

#[test]
fn the_fund_is_judged_against_its_baseline() {
    let pages = build(&root());
    let html = &pages["2020/indicators/kgi-5.html"];
    assert!(text(html).contains(
        "令和6年度（2024年度）の実績は833億円で、基準（令和元年度）の139億円を694億円上回りました。"
    ));
    assert_eq!(year_row(html, "令和6年度")[0], "基準より増");
    assert_eq!(year_row(html, "令和6年度")[3], "達成");
}

#[test]
fn what_was_done_is_said_as_a_deed() {
    let pages = build(&root());
    let ja = text(&pages["2020/indicators/medium-term-outlook.html"]);
    assert!(ja.contains("令和6年度（2024年度）に実施しました。"), "{ja}");
    let en = text(&pages["en/2020/indicators/medium-term-outlook.html"]);
    assert!(en.contains("It was done in FY2024 (R6)."), "{en}");
}

#[test]
fn a_missing_past_figure_is_named_and_a_future_one_is_not_yet_due() {
    let pages = build(&root());
    assert_eq!(
        year_row(&pages["2020/indicators/online-procedures.html"], "令和4年度")[1],
        "未収録"
    );
    let fund = &pages["2025/indicators/fiscal-adjustment-fund.html"];
    assert!(year_row(fund, "令和11年度").iter().any(|cell| cell == "期限前"));
}

#[test]
fn machines_find_every_page_in_every_language() {
    let pages = build(&root());
    // A chart in a frame is known as its indicator's page.
    let known =
        |path: &&String| path.ends_with(".html") && *path != "404.html" && !path.contains("embed/");
    let html = pages.keys().filter(known).count();
    let sitemap = &pages["sitemap.xml"];
    assert_eq!(sitemap.matches("<loc>").count(), html);
    let easy = pages.keys().filter(|path| path.starts_with("easy/")).count();
    assert_eq!(easy, 8);
    assert_eq!(sitemap.matches("hreflang=\"en\"").count(), html - easy);
    assert!(pages["robots.txt"].contains("sitemap.xml"));
    assert!(pages.contains_key(".nojekyll"));
    let item = &pages["en/2020/items/01.html"];
    let base = "https://michinori.example/gunma/";
    assert!(
        item.contains(&format!("<link rel=\"canonical\" href=\"{base}en/2020/items/01.html\">"))
    );
    assert!(item.contains(&format!("hreflang=\"ja\" href=\"{base}2020/items/01.html\"")));
}

#[test]
fn no_link_but_those_named_begins_at_a_host() {
    for (path, html) in build(&root()).iter().filter(|(path, _)| path.ends_with(".html")) {
        // What scripts there are only add, are our own, and stand in a file. A block of linked data is
        // no script: nothing in it runs.
        let data = html.matches("<script type=\"application/ld+json\">").count();
        let scripts = html.matches("<script").count() - data;
        assert_eq!(html.matches("<script src=\"").count(), scripts, "{path}");
        assert!(scripts <= 1, "{path}");
        assert!(!html.contains(" style="), "{path}");
        if path != "404.html" {
            assert!(!html.contains("href=\"/") && !html.contains("src=\"/"), "{path}");
        }
    }
}
