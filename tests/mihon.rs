//! The fictional example, built whole: every number on its pages against an independent table.

mod common;

use common::{build, mihon, text, year_row};
use std::collections::BTreeMap;

/// `examples/mihon/expected.csv` was worked out with exact fractions, outside this program.
fn expected() -> Vec<BTreeMap<String, String>> {
    let table = std::fs::read_to_string(mihon().join("expected.csv")).expect("it can be read");
    let mut lines = table.lines().map(|line| line.split(',').map(str::to_string));
    let head: Vec<String> = lines.next().expect("it has a head").collect();
    lines.map(|line| head.iter().cloned().zip(line).collect()).collect()
}

/// A verdict without what stands beside it.
fn first_words(verdict: &str) -> &str {
    [" against the original", " grade "]
        .iter()
        .fold(verdict, |words, beside| words.split(beside).next().unwrap_or(words))
}

#[test]
fn verdicts_and_rates_are_those_worked_out_by_hand() {
    let pages = build(&mihon());
    let rows = expected();
    assert!(rows.len() >= 110, "two plans, 27 indicators");
    let mut wrong = Vec::new();
    for row in rows {
        let (plan, id, year) = (&row["plan"], &row["indicator"], &row["fiscal_year"]);
        let html = &pages[&format!("en/{plan}/indicators/{id}.html")];
        let cells = year_row(html, &format!("FY{year}"));
        // A bare reference series has no column for a verdict.
        let (rate, verdict) = match cells.as_slice() {
            [_, _, rate, verdict] => (rate.as_str(), first_words(verdict)),
            _ => ("-", "-"),
        };
        let wanted = match row["verdict"].as_str() {
            "achieved" => verdict == "Achieved",
            "not-achieved" => verdict == "Not achieved",
            "waiting" => ["Being compiled", "Awaiting settled accounts"].contains(&verdict),
            "not-assessed" => !verdict.contains("chieved") && !verdict.contains("waiting"),
            other => panic!("unknown verdict {other}"),
        };
        let same_rate = match row["rate"].as_str() {
            "" => !rate.ends_with('%'),
            number => rate == format!("{}%", number.replace('-', "−")),
        };
        if !wanted || !same_rate {
            wrong.push(format!("{id} {year}: page {cells:?}, expected {row:?}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_value_stays_as_written_and_a_missing_one_has_a_name() {
    let pages = build(&mihon());
    let ja = |id: &str| &pages[&format!("r3/indicators/{id}.html")];
    assert_eq!(year_row(ja("window-wait"), "令和5年度")[..2], ["12.50", "12.50"]);
    assert_eq!(year_row(ja("dialogue-meetings"), "令和3年度")[..2], ["8", "0"]);
    assert!(text(ja("portal-visits")).contains("1,234,567"));
    assert_eq!(year_row(ja("e-contract"), "令和5年度")[1], "未収録");
    assert_eq!(year_row(ja("e-contract"), "令和7年度")[1], "期限前");
    let waiting = year_row(ja("uncollected-revenue"), "令和6年度");
    assert!(waiting[1].starts_with("決算待ち") && waiting[1].contains("2025年11月"), "{waiting:?}");
    assert_eq!(year_row(ja("citizen-satisfaction"), "令和3年度")[1], "調査なし");
    assert_eq!(year_row(ja("catalogue-downloads"), "令和3年度")[0], "対象外");
    assert_eq!(year_row(ja("catalogue-downloads"), "令和6年度")[0], "廃止");
    assert_eq!(year_row(ja("open-data-catalogue"), "令和3年度")[1], "未実施");
    assert!(year_row(ja("emergency-closures"), "令和5年度")[2].contains("0で割る"));
    for (path, html) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let cells = html.split("<td").skip(1).filter_map(|rest| rest.split("</td>").next());
        let empty = |cell: &str| text(&format!("<td{cell}")).is_empty();
        assert!(!cells.into_iter().any(empty), "an empty cell on {path}");
    }
}

#[test]
fn a_revised_target_is_judged_by_what_was_in_force_and_the_original_stands_beside() {
    let pages = build(&mihon());
    let html = &pages["r3/indicators/online-procedures.html"];
    let row = year_row(html, "令和6年度");
    assert_eq!(row[0], "78.0 当初 80.0");
    assert_eq!(row[3], "達成 当初目標では未達成");
    assert_eq!(year_row(html, "令和5年度")[0], "60.0", "decided after that year had ended");
    let page = text(html);
    assert!(page.contains("目標の改定 2024年12月20日"), "{page}");
    assert!(page.contains("令和6年度（2024年度）：80.0% → 78.0%"));
    assert!(page.contains("令和7年度（2025年度）：100.0% → 95.0%"));
    assert!(html.contains("令和6年度 当初目標 80.0%"), "drawn with its own mark");
}

#[test]
fn counts_say_what_they_leave_out() {
    let pages = build(&mihon());
    let ja = text(&pages["r3/index.html"]);
    assert!(
        ja.contains("令和6年度は、評価できた9件のうち8件が達成（2件は集計中又は決算待ち）"),
        "{ja}"
    );
    assert!(ja.contains("令和5年度 2023年度 7 / 10"), "{ja}");
    let en = text(&pages["en/r3/index.html"]);
    assert!(en.contains("FY2024: 8 of the 9 that could be assessed achieved (2 awaiting results)"));
}

#[test]
fn every_narrative_stands_on_its_items_page() {
    let pages = build(&mihon());
    for item in 1..=6 {
        for (lang, names) in [
            ("", ["要因分析", "次年度への課題", "課題を踏まえての対応"]),
            ("en/", ["Factor analysis", "Issues for next year", "Response to the issues"]),
        ] {
            let html = &pages[&format!("{lang}r3/items/{item:02}.html")];
            for year in 2021..=2024 {
                let id = format!("id=\"fy{year}\"");
                let year = html.split("<section class=\"year\"").find(|part| part.contains(&id));
                let year = year.expect("every finished year has its section");
                assert!(names.iter().all(|name| year.contains(&format!("<h4>{name}</h4>"))));
            }
        }
    }
}

#[test]
fn it_says_on_every_page_that_it_is_fictional_and_holds_no_trace_of_gunma() {
    for (path, html) in build(&mihon()).iter().filter(|(path, _)| path.ends_with(".html")) {
        let notice = match path.split('/').next() {
            Some("en") => "fictional",
            Some("easy") => "にはない",
            _ => "架空",
        };
        let shown = html.split("<aside class=\"notice\"").nth(1).expect("a notice on every page");
        assert!(shown.split("</p>").next().is_some_and(|text| text.contains(notice)), "{path}");
        assert!(!html.contains("群馬") && !html.contains("Gunma"), "{path}");
    }
}

#[test]
fn every_language_shows_the_same_numbers() {
    let numbers = |html: &str| -> Vec<String> {
        html.split("<data value=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or("").into())
            .collect()
    };
    let pages = build(&mihon());
    let mut compared = 0;
    for (path, ja) in &pages {
        for other in ["en/", "easy/"].iter().filter_map(|lang| pages.get(&format!("{lang}{path}")))
        {
            assert_eq!(numbers(ja), numbers(other), "{path}");
            compared += numbers(ja).len();
        }
    }
    assert!(compared > 200);
}
