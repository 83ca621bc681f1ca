//! The ways into the report: from home, any fact is near; years, divisions and lists hold what they should.

mod common;

use common::{build, mihon, root, text};
use std::collections::{BTreeMap, VecDeque};

type Pages = BTreeMap<String, String>;

/// How many clicks each page is from the home page of its language.
fn clicks(pages: &Pages, home: &str) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::from([(home.to_string(), 0)]);
    let mut next = VecDeque::from([home.to_string()]);
    while let Some(path) = next.pop_front() {
        let clicks = found[&path] + 1;
        for href in pages[&path].split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next())
        {
            let to = resolve(&path, href);
            if pages.contains_key(&to) && to.ends_with(".html") && !found.contains_key(&to) {
                found.insert(to.clone(), clicks);
                next.push_back(to);
            }
        }
    }
    found
}

fn resolve(from: &str, href: &str) -> String {
    let href = href.split('#').next().unwrap_or_default();
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn twenty_facts_are_within_three_clicks_from_home() {
    let pages = build(&root());
    let near = clicks(&pages, "index.html");
    for (path, fact) in [
        ("2020/items/29.html", "取組所属"),
        ("2020/indicators/kgi-3.html", "目標"),
        ("2020/items/01.html", "公的個人認証等が必要な手続の電子申請化を推進"),
        ("2020/indicators/kgi-5.html", "令和4年度"),
        ("2025/indicators/fiscal-adjustment-fund.html", "833"),
        ("2020/indicators/my-number-card-issuance.html", "36.7"),
        ("2020/items/11.html", "ICTの利活用による業務効率化"),
        ("2025/items/20.html", "生成AI活用"),
        ("2025/lineage/index.html", "分割"),
        ("2020/rules/index.html", "達成率80%以上"),
        ("opinions/30.html", "KPIには達成の難しさに差がある"),
        ("opinions/index.html", "会議10回"),
        ("organisations/finance.html", "財政課"),
        ("labels/data-plan.html", "官民データ活用推進計画"),
        ("2020/years/2021.html", "令和3年度"),
        ("2020/booklet/index.html", "個票集"),
        ("pending/index.html", "未収録"),
        ("indicators/index.html", "マイナンバーカード交付率"),
        ("glossary/index.html", "始動人"),
        ("method/index.html", "100から0を目指して20"),
    ] {
        let clicks = near.get(path).unwrap_or_else(|| panic!("no way to {path}"));
        assert!(*clicks <= 3, "{path} is {clicks} clicks away");
        assert!(text(&pages[path]).contains(fact), "{path} does not say {fact}");
    }
}

#[test]
fn no_page_is_more_than_three_clicks_from_home() {
    for root in [root(), mihon()] {
        let pages = build(&root);
        for home in ["index.html", "en/index.html", "easy/index.html"] {
            let near = clicks(&pages, home);
            let folder = |path: &str| ["en/", "easy/"].iter().position(|one| path.starts_with(one));
            let language = |path: &&String| folder(path) == folder(home);
            let pages = pages.keys().filter(|path| path.ends_with(".html") && *path != "404.html");
            for path in pages.filter(language) {
                assert!(near.get(path).is_some_and(|clicks| *clicks <= 3), "{path}");
            }
        }
    }
}

#[test]
fn a_year_tells_its_misses_with_their_analysis() {
    let pages = build(&mihon());
    let html = &pages["r3/years/2023.html"];
    let words = text(html);
    assert!(words.contains("評価できた10件のうち7件が達成（1件は目標又は実績が未収録）"));
    let missed = words.split("達成できなかった取組目標").last().expect("a section");
    let missed = missed.split(" 達成した取組目標").next().unwrap_or_default();
    for fact in [
        "オンラインで申請できる手続の数",
        "17.3時間",
        "要因分析 時間外勤務は17.3時間に増え",
        "25.8度",
    ] {
        assert!(missed.contains(fact), "{fact}: {missed}");
    }
    assert!(!missed.contains("窓口の平均待ち時間"), "that was achieved");
    assert!(!pages.contains_key("r3/years/2025.html"), "a year that is not over has no page");
    let revised = text(&pages["r3/years/2024.html"]);
    assert!(revised.contains("目標の改定：行政手続のオンライン利用率"));
    assert!(revised.contains("取組の追加：市町村の窓口での操作の支援"));
}

#[test]
fn the_list_of_indicators_shows_last_target_and_last_result() {
    let pages = build(&mihon());
    let html = &pages["indicators/index.html"];
    let row = |id: &str| {
        let at = format!("r3/indicators/{id}.html\"");
        let row = html.split("<tr>").find(|row| row.contains(&at)).expect("a row");
        text(row.split("</tr>").next().unwrap_or_default())
    };
    assert!(
        row("online-procedures").contains("95.0% R7 79.9% R6 達成"),
        "{}",
        row("online-procedures")
    );
    assert!(
        row("childcare-leave").contains("基準より増 38.6% R5 達成"),
        "{}",
        row("childcare-leave")
    );
    assert!(row("portal-visits").contains("- 1,412,906回 R6 -"), "{}", row("portal-visits"));
    assert!(row("summer-room-temperature").contains("26.0～28.0度 R7 26.0度 R6 達成"));
    let sparks = html.matches("<svg class=\"spark\"").count();
    assert!(sparks > 15, "{sparks}");
    let goal = &pages["r3/pillars/1.html"];
    assert!(goal.contains("<ul class=\"courses\">") && goal.contains("class=\"spark\""));
}

#[test]
fn a_chart_can_stand_on_another_site() {
    let pages = build(&mihon());
    let indicator = &pages["r3/indicators/overtime.html"];
    let code = "&lt;iframe src=\"https://mihon.example/report/embed/r3/overtime.html\" title=\"";
    assert!(indicator.contains(code));
    let framed = &pages["embed/r3/overtime.html"];
    let words = text(framed);
    for part in [
        "職員1人当たりの時間外勤務時間",
        "目標の13.0時間を達成しました",
        "出典",
        "2025年9月30日版",
        "架空",
    ] {
        assert!(words.contains(part), "{part}: {words}");
    }
    assert!(framed.contains("<svg class=\"chart\"") && framed.contains("noindex"));
    assert!(framed.contains(
        "rel=\"canonical\" href=\"https://mihon.example/report/r3/indicators/overtime.html\""
    ));
    assert!(!pages.contains_key("embed/r3/open-data-catalogue.html"), "nothing is drawn of a deed");
}

#[test]
fn a_division_sees_what_it_still_owes() {
    let pages = build(&mihon());
    let words = text(&pages["organisations/property.html"]);
    let owed = words.split("未収録の数値と文章").nth(1).expect("a section");
    assert!(owed.contains("6 契約の電子化と県有施設の保全 ★ 管財課 2 -"), "{owed}");
    assert!(!text(&pages["organisations/digital-policy.html"]).contains("未収録の数値と文章 個票"));
}

#[test]
fn home_tells_the_latest_change() {
    let words = text(&build(&mihon())["index.html"]);
    assert!(words.contains("2025年9月30日 令和6年度の実績を公表"), "{words}");
}
