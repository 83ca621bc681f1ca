//! In: how many items there are. Out: everything beside the plans: settings, divisions, meetings, glossary.
//! Never: a real body; the prefecture is called 試験県, a test.

use super::words::SENTENCES;
use super::{PLANS, Size, item_id, pick, put};
use std::fmt::Write;
use std::io;
use std::path::Path;

/// Opinions of a meeting.
const OPINIONS: usize = 20;

pub(super) fn write(content: &Path, size: &Size) -> io::Result<()> {
    put(content, "site.yaml", SETTINGS)?;
    put(content, "organisations.yaml", &organisations(size))?;
    put(content, "sources.yaml", &sources())?;
    put(content, "glossary.yaml", &glossary())?;
    put(content, "updates.yaml", UPDATES)?;
    let pages = content.join("pages");
    put(&pages, "about.ja.md", "# このサイトについて\n\n試験県は架空の県です。\n")?;
    put(&pages, "about.en.md", "# About\n\nShiken Prefecture is fictional.\n")?;
    (0..size.meetings()).try_for_each(|at| {
        put(&content.join("meetings"), &format!("m{:04}.yaml", at + 1), &meeting(size, at))
    })
}

const SETTINGS: &str = "\
title: {ja: 試験県 行政改革の道のり, en: \"Shiken Prefecture: the Road to Reform\"}
description: {ja: 架空の県の計画について目標と実績を公表しています。, en: Targets and results of the plans of a fictional prefecture.}
publisher: {ja: 試験県（架空）, en: Shiken Prefecture (fictional)}
contact: {ja: 試験県企画課（架空）, en: \"Planning Division, Shiken Prefecture (fictional)\"}
notice: {ja: 速さを測るために作った架空のデータです。, en: Made up to measure speed.}
languages: [ja, en]
base_url: https://shiken.example/report/
edition: {date: 2025-09-30, fiscal_year: 2024}
featured: [r3/kgi-1, r3/i1-1]
";

const UPDATES: &str = "\
updates:
  - date: 2025-09-30
    title: {ja: 令和6年度の実績を公表, en: Results of FY2024 published}
    text: {ja: 令和6年度の実績と評価を加えた。, en: The results and reviews of FY2024 were added.}
";

/// Every tenth division was renamed to the next.
fn organisations(size: &Size) -> String {
    let mut out = String::from("organisations:\n");
    let all = size.divisions();
    for number in 1..=all {
        let _ = writeln!(
            out,
            "  - id: division-{number}\n    name: {{ja: 第{number}課, en: Division {number}}}"
        );
        if number % 10 == 5 && number < all {
            let _ = writeln!(out, "    became: {{to: [division-{}], date: 2021-04}}", number + 1);
        }
    }
    out
}

fn sources() -> String {
    let mut out = String::from("sources:\n");
    let plans = PLANS.iter().map(|era| (format!("plan-{}", era.id), era.ja, era.en));
    for (id, ja, en) in
        plans.chain([("minutes".to_string(), "推進委員会の会議録", "Minutes of the committee")])
    {
        let _ = writeln!(
            out,
            "  - id: {id}\n    title: {{ja: {ja}, en: {en}}}\n    publisher: {{ja: 試験県（架空）, en: Shiken Prefecture (fictional)}}\n    kind: official\n    url: https://shiken.example/{id}/\n    retrieved: 2025-09-01"
        );
    }
    out
}

fn glossary() -> String {
    let terms = [
        ("kgi", "KGI", "KGI"),
        ("open-data", "オープンデータ", "open data"),
        ("procurement", "共同での調達", "Joint procurement"),
        ("quarter", "四半期", "quarter"),
        ("guide", "手引", "guide"),
        ("survey", "利用者への調査", "survey of users"),
    ];
    let mut out = String::from("terms:\n");
    for (id, ja, en) in terms {
        let _ = writeln!(
            out,
            "  - id: {id}\n    term: {{ja: {ja}, en: {en}}}\n    meaning: {{ja: {ja}の意味です。, en: \"What is meant by {en}.\"}}"
        );
    }
    out
}

fn meeting(size: &Size, at: usize) -> String {
    let mut out = String::new();
    let (year, month) = (2022 + at / 12 % 3, at % 12 + 1);
    let _ = writeln!(out, "name: {{ja: 第{}回推進委員会, en: Meeting {}}}", at + 1, at + 1);
    let _ = writeln!(out, "date: {year}-{month:02}-12\nsource: minutes");
    let _ = writeln!(out, "themes:\n  - {{ja: 前年度の実績, en: Results of the year before}}");
    let _ = writeln!(
        out,
        "summary: {{ja: 前年度の実績について意見を聴いた。, en: Opinions on the results of the year before were heard.}}\nopinions:"
    );
    let newest = PLANS.len() - 1;
    for number in 0..OPINIONS {
        let item = pick(&[at, number], size.of_plan(newest));
        let (ja, en) = SENTENCES[pick(&[at, number, 1], SENTENCES.len())];
        let _ = writeln!(
            out,
            "  - plan: {}\n    item: \"{}\"\n    opinion: {{ja: {ja}, en: \"{en}\"}}",
            PLANS[newest].id,
            item_id(item)
        );
        let (ja, en) = SENTENCES[pick(&[at, number, 2], SENTENCES.len())];
        match number % 4 {
            0 => out.push_str("    response: awaited\n"),
            _ => {
                let _ = writeln!(out, "    response: {{ja: {ja}, en: \"{en}\"}}");
            }
        }
    }
    out
}
