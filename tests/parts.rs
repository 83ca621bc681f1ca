//! A plan of many items: no page grows with it, every list is whole over its parts, every part has its title.

mod common;

use common::{build, text};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::sync::LazyLock;

type Pages = BTreeMap<String, String>;

/// More than two parts of rows and three of sheets.
const ITEMS: usize = 620;

/// Of which so many serve the first goal, in policies of so many.
const OF_FIRST: usize = 430;
const OF_POLICY: usize = 43;

fn put(root: &Path, name: &str, content: &str) {
    let path = root.join("content").join(name);
    std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
    std::fs::write(path, content).expect("it can be written");
}

/// A site whose items say as little as they may: built quickly.
fn write(root: &Path) {
    let site = "title: {ja: 大きな県の道のり}\n\
        description: {ja: 多くの項目の目標と実績です。}\n\
        publisher: {ja: 大きな県（架空）}\n\
        contact: {ja: 企画課（架空）}\n\
        languages: [ja, en]\n\
        base_url: https://large.example/\n\
        edition: {date: 2025-09-30, fiscal_year: R6}\n";
    let source = "sources:\n  - {id: s, title: {ja: 計画書}, publisher: {ja: 大きな県（架空）}, kind: official}\n";
    put(root, "site.yaml", site);
    put(root, "sources.yaml", source);
    put(root, "organisations.yaml", "organisations:\n  - {id: planning, name: {ja: 企画課}}\n");
    let mut plan = String::from(
        "title: {ja: 大きな計画}\nshort: {ja: 大きな計画}\nsummary: {ja: 項目の多い計画です。}\n\
         period: R5Q1..R6Q4\nsource: s\nlabels: [{id: star, mark: ★, name: {ja: 重点項目}}]\nlevels:\n",
    );
    for (id, name) in [("goals", "目標"), ("policies", "方針"), ("items", "実施項目")] {
        let _ = writeln!(plan, "  - {{id: {id}, name: {{ja: {name}}}}}");
    }
    plan.push_str("groups:\n");
    let items: Vec<String> = (1..=ITEMS).map(|item| format!("\"{item:03}\"")).collect();
    let (mut number, goals) = (0, [&items[..OF_FIRST], &items[OF_FIRST..]]);
    for (goal, items) in goals.iter().enumerate() {
        let id = goal + 1;
        let _ = writeln!(plan, "  - id: \"{id}\"\n    name: {{ja: 目標の{id}}}\n    groups:");
        for policy in items.chunks(OF_POLICY) {
            number += 1;
            let items = policy.join(", ");
            let _ = writeln!(
                plan,
                "      - {{id: \"{number}\", name: {{ja: 方針の{number}}}, items: [{items}]}}"
            );
        }
    }
    put(root, "plans/p/plan.yaml", &plan);
    for item in 1..=ITEMS {
        let result = if item % 3 == 0 { "not_done" } else { "done" };
        let sheet = format!(
            "title: {{ja: 取組{item}}}\nlead: [planning]\nlabels: [star]\nindicators:\n  \
             - {{id: i{item}, role: target, name: {{ja: 実施{item}}}, aim: done, \
             target: {{R5: done, R6: done}}, actual: {{R6: {result}}}}}\n"
        );
        put(root, &format!("plans/p/items/{item:03}/item.yaml"), &sheet);
    }
}

static LARGE: LazyLock<Pages> = LazyLock::new(|| {
    let root = tempfile::tempdir().expect("a folder for the test");
    write(root.path());
    build(root.path()) // which reports links that lead nowhere
});

/// The parts of a page, the first at its own address.
fn parts(first: &str) -> Vec<&'static str> {
    let stem = first.trim_end_matches(".html");
    let further = (2..).map(|part| format!("{stem}/{part}.html"));
    let paths = std::iter::once(first.to_string()).chain(further);
    paths.map_while(|path| LARGE.get(&path)).map(String::as_str).collect()
}

/// Where the links lead that stand right behind something, over all parts of a page: the names of the files.
fn linked(first: &str, behind: &str, folder: &str) -> Vec<String> {
    let (behind, folder) = (format!("{behind}<a href=\""), format!("{folder}/"));
    let links = parts(first).into_iter().flat_map(|html| html.split(&*behind).skip(1));
    let links = links.filter_map(|rest| rest.split('"').next());
    links.filter_map(|href| Some(href.rsplit_once(&*folder)?.1.to_string())).collect()
}

#[test]
fn every_list_is_whole_over_its_parts() {
    let items: Vec<String> = (1..=ITEMS).map(|item| format!("{item:03}.html")).collect();
    let indicators: Vec<String> = (1..=ITEMS).map(|item| format!("i{item}.html")).collect();
    let row = "<th scope=\"row\">";
    assert_eq!(linked("indicators/index.html", row, "indicators"), indicators);
    assert_eq!(linked("pending/index.html", row, "items"), items);
    assert_eq!(linked("labels/star.html", "<li>", "items"), items);
    assert_eq!(linked("organisations/planning.html", "<li>", "items"), items);
    assert_eq!(linked("p/goals/1.html", "<h4>", "items"), items[..OF_FIRST]);
    assert_eq!(linked("p/goals/2.html", "<h4>", "items"), items[OF_FIRST..]);
    let mut of_year = linked("p/years/2024.html", "<h3>", "items");
    of_year.sort();
    assert_eq!(of_year, items);
    let sheets = parts("p/booklet/index.html");
    let sheets =
        sheets.iter().flat_map(|html| html.split("<article class=\"sheet\" id=\"").skip(1));
    let sheets: Vec<String> = sheets
        .filter_map(|rest| Some(rest.split_once("-sheet")?.0.to_string() + ".html"))
        .collect();
    assert_eq!(sheets, items);
}

#[test]
fn no_page_grows_with_the_plan() {
    let pages = LARGE.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, html) in pages {
        let limit = if path.contains("/booklet/") { 2_000_000 } else { 400_000 };
        assert!(html.len() < limit, "{path} has {} bytes", html.len());
    }
    for short in ["index.html", "p/index.html", "search/index.html"] {
        assert!(LARGE[short].len() < 40_000, "{short} has {} bytes", LARGE[short].len());
    }
}

#[test]
fn every_part_has_its_title_and_the_way_to_the_others() {
    let mut titles = BTreeSet::new();
    let japanese = |path: &str| path.ends_with(".html") && !path.starts_with("en/");
    for (path, html) in LARGE.iter().filter(|(path, _)| japanese(path)) {
        let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
        assert!(titles.insert(title), "{path}: {title:?}");
    }
    let html = &LARGE["indicators/index/2.html"];
    assert!(html.contains("<title>全ての指標（2／3） | 大きな県の道のり</title>"));
    let heading = html.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next());
    assert_eq!(text(heading.expect("it has a heading")), "全ての指標 （2／3）");
    let nav = html.split("id=\"parts\" aria-label=\"続きのページ\">").nth(1).expect("a nav");
    let nav = nav.split("</nav>").next().expect("it ends");
    assert_eq!(text(nav), "前へ 1 2 3 次へ");
    assert!(nav.contains("<a href=\"2.html\" aria-current=\"page\">"), "{nav}");
    assert!(nav.contains("<a href=\"../index.html\" rel=\"prev\">"), "{nav}");
    assert!(nav.contains("<a href=\"3.html\" rel=\"next\">"), "{nav}");
    assert!(!LARGE["method/index.html"].contains("id=\"parts\""));
}

#[test]
fn a_group_that_a_part_ends_in_goes_on_under_its_name() {
    // The seventh policy holds items 259 to 301, and a part 300.
    let [first, second] = &parts("p/goals/1.html")[..] else { panic!("two parts") };
    assert!(first.contains("id=\"policies-7\"") && second.contains("id=\"policies-7\""));
    assert!(!first.contains("id=\"policies-8\"") && !second.contains("id=\"policies-6\""));
    assert!(LARGE["p/index.html"].contains("href=\"goals/1/2.html#policies-8\""));
    assert!(LARGE["p/items/400.html"].contains("href=\"../goals/1/2.html#policies-10\""));
    assert!(text(first).contains("評価できた430件"), "{}", text(first));
    assert!(!text(second).contains("430件"), "what is said of the whole stands first");
}

#[test]
fn a_large_plan_is_told_by_its_goals() {
    let plan = text(&LARGE["p/index.html"]);
    assert!(plan.contains("目標ごとの達成状況"), "{plan}");
    assert!(plan.contains("1 目標の1 未収録 430 達成 287 未達成 143 2 目標の2"), "{plan}");
    assert!(!plan.contains("取組1 "), "the items stand on the pages of the goals");
    let home = text(&LARGE["index.html"]);
    assert!(home.contains("414 / 620 達成 414 未達成 206"), "{home}");
    let booklet = &LARGE["p/booklet/index.html"];
    assert!(booklet.contains("<a href=\"#001-sheet\"><span class=\"item-number\">1</span>目標の1"));
    assert!(booklet.contains("href=\"index/3.html#431-sheet\""));
    assert!(text(booklet).contains("計画の順に200件ずつ"));
}
