//! In: a plan's place. Out: its `plan.yaml` and its text: names, key goals, the tree of its items.
//! Never: the items themselves.

use super::{FINISHED, PLANS, Size, TEN, YEARS, item_id, pick, put};
use std::fmt::Write;
use std::io;
use std::path::Path;

pub(super) fn write(content: &Path, size: &Size, at: usize) -> io::Result<()> {
    let era = &PLANS[at];
    let folder = content.join("plans").join(era.id);
    put(&folder, "plan.yaml", &plan(size, at))?;
    put(
        &folder,
        "about.ja.md",
        "# 計画の概要\n\n## 位置づけ\n\nこの計画は、県の総合計画を行政運営の面から支えるものです。\n",
    )?;
    put(
        &folder,
        "about.en.md",
        "# About the plan\n\n## Place\n\nThe plan supports the general plan of the prefecture.\n",
    )
}

fn plan(size: &Size, at: usize) -> String {
    let era = &PLANS[at];
    let (first, last) = (era.first, era.first + YEARS - 1);
    let mut out = String::new();
    let _ = writeln!(out, "title: {{ja: 試験県{}, en: {} of Shiken Prefecture}}", era.ja, era.en);
    let _ = writeln!(out, "short: {{ja: {}, en: {}}}", era.ja, era.en);
    let _ = writeln!(
        out,
        "summary: {{ja: {first}年度から{last}年度までの5年間に、県が行政の進め方をどのように改めるかを定めた計画です。, en: \"How the prefecture changes the way it works, FY{first} to FY{last}.\"}}"
    );
    let _ = writeln!(out, "period: {first}Q1..{last}Q4\nsource: plan-{}", era.id);
    if at > 0 {
        let _ = writeln!(out, "succeeds: {{plan: {}}}", PLANS[at - 1].id);
    }
    let _ = writeln!(out, "rating: {{rate: ratio, decimals: 1}}\nlevels:");
    for (id, ja, en) in
        [("goals", "目標", "Goal"), ("policies", "方針", "Policy"), ("items", "実施項目", "Item")]
    {
        let _ = writeln!(out, "  - {{id: {id}, name: {{ja: {ja}, en: {en}}}}}");
    }
    let _ = writeln!(
        out,
        "labels:\n  - {{id: digital-plan, mark: ★, name: {{ja: デジタル活用計画に対応する項目, en: Item of the Digital Plan}}}}"
    );
    let _ = writeln!(out, "kgis:");
    for number in 1..=3 {
        kgi(&mut out, at, number);
    }
    let _ = writeln!(out, "groups:");
    let items = size.of_plan(at);
    for goal in 0..items.div_ceil(TEN * TEN) {
        let _ = writeln!(
            out,
            "  - id: \"{}\"\n    name: {{ja: 目標{}の分野の改革, en: \"Reform of field {}\"}}\n    groups:",
            goal + 1,
            goal + 1,
            goal + 1
        );
        for policy in 0..TEN {
            let start = (goal * TEN + policy) * TEN;
            if start < items {
                let ids: Vec<String> = (start..items.min(start + TEN))
                    .map(|one| format!("\"{}\"", item_id(one)))
                    .collect();
                let _ = writeln!(
                    out,
                    "      - id: \"{}\"\n        name: {{ja: 方針{}の取組, en: \"Work under policy {}\"}}\n        items: [{}]",
                    policy + 1,
                    policy + 1,
                    policy + 1,
                    ids.join(", ")
                );
            }
        }
    }
    out
}

fn kgi(out: &mut String, at: usize, number: usize) {
    let era = &PLANS[at];
    let _ = writeln!(
        out,
        "  - id: kgi-{number}\n    name: {{ja: 県民の満足度（分野{number}）, en: \"Satisfaction of citizens (field {number})\"}}\n    unit: percent\n    decimals: 1\n    aim: at_least"
    );
    let cell = |year: i32, step: usize| {
        let tenths = 500 + step * 30 + pick(&[at, number, step], 40);
        format!("{year}: {}.{}", tenths / 10, tenths % 10)
    };
    let years = || (era.first..era.first + YEARS).enumerate();
    let targets: Vec<String> =
        years().map(|(step, year)| format!("{year}: {}.0", 52 + step * 3)).collect();
    let actuals: Vec<String> = years()
        .filter(|(_, year)| *year <= FINISHED)
        .map(|(step, year)| cell(year, step))
        .collect();
    let _ = writeln!(
        out,
        "    target: {{{}}}\n    actual: {{{}}}",
        targets.join(", "),
        actuals.join(", ")
    );
}
