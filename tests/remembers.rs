//! What the example's pages remember: ranges, redefinitions, threads, opinions, lineage, other rules.

mod common;

use common::{build, edit, mihon, own_copy, root, text, year_row};
use std::collections::BTreeMap;

fn page(pages: &BTreeMap<String, String>, path: &str) -> String {
    text(&pages[path])
}

#[test]
fn a_range_is_judged_at_both_ends_and_drawn_as_a_band() {
    let pages = build(&mihon());
    let html = &pages["r3/indicators/summer-room-temperature.html"];
    let verdicts = ["令和3年度", "令和4年度", "令和5年度", "令和6年度"]
        .map(|year| year_row(html, year)[3].clone());
    assert_eq!(verdicts, ["達成", "未達成", "未達成", "達成"]);
    assert_eq!(year_row(html, "令和6年度")[0], "26.0～28.0");
    let words = text(html);
    assert!(words.contains("26.0度で、目標の範囲（26.0～28.0度）に収まり、目標を達成しました。"));
    assert!(words.contains("28.3度で、目標の範囲（26.0～28.0度）を0.3度上回り"));
    assert!(words.contains("25.8度で、目標の範囲（26.0～28.0度）を0.2度下回り"));
    assert!(words.contains("26.0 ≦ 28.3 > 28.0 のため、未達成"));
    assert!(words.contains("26.0 > 25.8 ≦ 28.0 のため、未達成"));
    assert!(html.contains("class=\"band\"") && html.contains("令和3年度 目標上限 28.0度"));
}

#[test]
fn every_state_has_its_sentence() {
    let pages = build(&mihon());
    let lead = |id: &str, lang: &str| {
        let html = &pages[&format!("{lang}r3/indicators/{id}.html")];
        let lead = html.split("<p class=\"lead-text\">").nth(1).expect("it opens with a sentence");
        lead.split("</p>").next().unwrap_or_default().to_string()
    };
    for (id, ja, en) in [
        (
            "kgi-2",
            "令和6年度（2024年度）の実績は決算待ちです（2025年11月公表予定）。",
            "The result for FY2024 (R6) awaits the settled accounts (due November 2025).",
        ),
        (
            "childcare-leave",
            "令和6年度（2024年度）の実績は集計中です。",
            "The result for FY2024 (R6) is being compiled.",
        ),
        (
            "catalogue-downloads",
            "令和6年度（2024年度）は、この指標が廃止されているため、実績はありません。",
            "There is no result for FY2024 (R6), because the indicator was discontinued.",
        ),
        (
            "online-procedures",
            "79.9%（速報）で、目標の78.0%を達成しました（達成率102.4%）。",
            "79.9% (provisional), which met the target of 78.0% (rate of achievement 102.4%).",
        ),
        ("facility-balance", "2.5百万円（推計）", "2.5 million yen (estimate)"),
    ] {
        assert!(lead(id, "").contains(ja), "{}", lead(id, ""));
        assert!(lead(id, "en/").contains(en), "{}", lead(id, "en/"));
    }
    for (id, said) in [
        ("citizen-satisfaction", "令和3年度（2021年度）は調査を行っていません。"),
        ("catalogue-downloads", "令和3年度（2021年度）は対象外です。"),
        ("e-contract", "令和5年度（2023年度）の実績は収録していません。"),
        (
            "open-data-catalogue",
            "令和3年度（2021年度）は実施に至らず、目標を達成できませんでした。",
        ),
        ("childcare-leave", "24.0%を上回りませんでした。"),
        ("uncollected-revenue", "2,840百万円を80百万円下回りました。"),
        ("window-wait", "目標の13.75分を0.35分超え、達成できませんでした"),
    ] {
        assert!(page(&pages, &format!("r3/indicators/{id}.html")).contains(said), "{id}: {said}");
    }
}

#[test]
fn a_redefined_indicator_stands_apart_from_the_one_before() {
    let pages = build(&mihon());
    let html = &pages["r3/indicators/online-procedures.html"];
    assert!(html.contains("class=\"series before\""), "drawn, but not as its own results");
    assert!(html.contains("class=\"break\"") && html.contains(">定義の変更</text>"));
    assert!(html.contains("令和元年度 実績（旧定義）"));
    let words = text(html);
    assert!(words.contains("前身の指標") && words.contains("定義の変更"));
    let own =
        html.split("<table class=\"results\">").nth(1).and_then(|t| t.split("</table>").next());
    assert!(!own.is_some_and(|own| own.contains("平成30年度")), "not in its own table");
    let older = page(&pages, "h28/indicators/online-ready.html");
    assert!(older.contains("後継の指標") && older.contains("行政手続のオンライン利用率"));
    // Within a plan too: the discontinued row keeps its values, the new one begins afresh.
    let new = &pages["r3/indicators/platform-downloads.html"];
    assert!(new.contains("catalogue-downloads.html"));
    assert!(new.contains("class=\"series before bars\""));
}

#[test]
fn a_series_that_only_changed_its_plan_runs_on() {
    let pages = build(&mihon());
    let html = &pages["r3/indicators/window-wait.html"];
    assert!(!html.contains("class=\"series before\""));
    assert!(html.contains("平成28年度 実績 25.10分"), "drawn as its own");
    assert!(html.contains(">計画開始</text>"));
    assert!(text(html).contains("定義は同じで、値は続けて比べられます。"));
}

#[test]
fn an_issue_three_years_running_is_flagged() {
    let pages = build(&mihon());
    let said = "同じ課題「予約制の周知」が令和3年度から令和5年度まで3年続けて挙げられています。";
    for path in ["r3/threads/index.html", "r3/threads/02.html", "r3/items/02.html"] {
        assert!(page(&pages, path).contains(said), "{path}");
    }
    let thread = page(&pages, "r3/threads/02.html");
    assert!(thread.contains("予約制の周知 令和3年度、令和4年度、令和5年度 令和6年度に解決"));
    let five = page(&pages, "r3/threads/05.html");
    assert!(!five.contains("続けて挙げられて"), "two years are not three");
}

#[test]
fn a_response_after_which_nothing_was_revised_is_flagged() {
    let folder = own_copy();
    let said = "令和4年度は未達成の取組目標があり、対応が書かれていますが、令和5年度に";
    let path = "r3/threads/02.html";
    assert!(page(&build(folder.path()), path).contains(said));
    edit(
        folder.path(),
        "plans/r3/items/02/item.yaml",
        "  - title: {ja: 応対研修の実施, en: Train counter staff}\n",
        "  - title: {ja: 応対研修の実施, en: Train counter staff}\n    added: R5\n",
    );
    let pages = build(folder.path());
    assert!(!page(&pages, path).contains(said), "an action was added in the year after");
    assert!(page(&pages, path).contains("取組の追加：応対研修の実施"));
    assert!(page(&pages, "r3/items/02.html").contains("令和5年度に追加"));
}

#[test]
fn a_thread_leads_from_the_issue_to_the_analysis_of_the_year_after() {
    let pages = build(&mihon());
    let html = &pages["r3/threads/01.html"];
    let step =
        html.split("<section class=\"year\" id=\"fy2023\">").nth(1).expect("its own section");
    let words = text(step.split("<section class=\"year\"").next().unwrap_or_default());
    let order = ["次年度への課題", "課題を踏まえての対応", "令和6年度（2024年度）の要因分析"];
    let places = order.map(|head| words.find(head).expect("every part is there"));
    assert!(places.is_sorted(), "{words}");
    assert!(words.contains("目標の改定：行政手続のオンライン利用率"), "decided in that year");
    assert!(words.contains("達成件数 2 / 2"));
    let last = html.split("id=\"fy2024\"").nth(1).map(text).unwrap_or_default();
    assert!(last.contains("翌年度の要因分析はまだありません。"));
}

#[test]
fn opinions_stand_with_their_meeting_and_their_item() {
    let pages = build(&mihon());
    let list = page(&pages, "opinions/index.html");
    assert!(list.contains("会議3回、意見8件（回答あり6件、未回答1件、回答未収録1件）"), "{list}");
    let unanswered = "時間外勤務の目標は平常時を前提としている。";
    assert!(list.contains(unanswered));
    for path in ["opinions/2024-11.html", "r3/items/04.html"] {
        let words = page(&pages, path);
        assert!(words.contains(unanswered) && words.contains("回答 未回答"), "{path}");
    }
    let meeting = page(&pages, "opinions/2023-11.html");
    assert!(meeting.contains("対応中") && meeting.contains("対応しない"));
    let en = page(&pages, "en/opinions/index.html");
    assert!(en.contains("Meetings: 3; opinions: 8 (answered: 6; not yet answered: 1"), "{en}");
}

#[test]
fn items_say_what_they_carry_on_and_what_became_of_them() {
    let pages = build(&mihon());
    let said = |path: &str| {
        let words = page(&pages, path);
        let from =
            words.find("引継ぎ 前の計画").or(words.find("引継ぎ 次の計画")).expect("a section");
        words[from..].to_string()
    };
    assert!(said("r3/items/01.html").starts_with("引継ぎ 前の計画の項目 継続"));
    assert!(said("r3/items/02.html").starts_with("引継ぎ 前の計画の項目 分割"));
    assert!(said("r3/items/05.html").starts_with("引継ぎ 前の計画の項目 統合"));
    assert!(said("r3/items/04.html").starts_with("引継ぎ 前の計画の項目 新規"));
    assert!(said("h28/items/05.html").starts_with("引継ぎ 次の計画の項目 終了"));
    assert!(said("h28/items/02.html").starts_with("引継ぎ 次の計画の項目 分割"));
    let table = page(&pages, "r3/lineage/index.html");
    assert!(table.contains("5 出先機関の再編 終了 対応する項目はありません"), "{table}");
    assert!(table.contains("行政改革計画で新たに設けた項目 4 時間外勤務の縮減と休暇の取得促進 6"));
}

#[test]
fn the_address_of_a_division_that_was_renamed_leads_on() {
    let pages = build(&mihon());
    let old = &pages["organisations/public-hearing.html"];
    assert!(
        text(old).contains("2021年4月に、次の所属に改められました。 広報課 、 県民サービス課"),
        "{}",
        text(old)
    );
    assert!(old.contains("href=\"public-relations.html\""));
    let new = page(&pages, "organisations/public-relations.html");
    assert!(new.contains("旧所属 広報広聴課") && new.contains("窓口サービスと広報・広聴の充実"));
    let item = &pages["h28/items/02.html"];
    assert!(item.contains("href=\"../../organisations/public-hearing.html\""));
}

#[test]
fn other_rules_stand_beside_the_plans_own() {
    let pages = build(&mihon());
    let html = &pages["r3/rules/index.html"];
    let row = html.split("<tr").find(|row| row.contains("令和6年度</span>")).expect("its row");
    let row = row.split("</tr>").next().unwrap_or_default();
    let cells: Vec<String> =
        row.split("<td").skip(1).map(|cell| text(&format!("<td{cell}"))).collect();
    assert_eq!(cells, ["8 / 9", "7 / 9", "9 / 9", "3 / 3", "5 / 6"]);
    let words = text(html);
    assert!(words.contains("行政手続のオンライン利用率 達成 未達成 達成 - 達成"), "{words}");
}

#[test]
fn what_is_to_come_stands_in_order_of_its_date() {
    let pages = build(&mihon());
    let words = page(&pages, "pending/index.html");
    let order = [
        "2025年10月 職員1人当たりの年次有給休暇取得日数",
        "2025年11月 財政調整基金の残高",
        "2025年12月 行政手続のオンライン利用率",
        "時期未定",
    ];
    let places = order.map(|line| words.find(line).unwrap_or_else(|| panic!("{line} in {words}")));
    assert!(places.is_sorted(), "{places:?}");
    assert!(words.contains("終了した年度の取組目標44件（年度×指標）のうち2件は"), "{words}");
}

#[test]
fn grades_are_taken_before_rounding_and_counted() {
    let pages = build(&mihon());
    let row = year_row(&pages["h28/indicators/talk-participants.html"], "平成30年度");
    assert_eq!(row[2..], ["80.0%", "未達成 評定C"], "79.96 % is shown as 80.0 % and is no B");
    let row = year_row(&pages["h28/indicators/online-ready.html"], "平成28年度");
    assert_eq!(row[2..], ["80.0%", "未達成 評定B"]);
    let plan = page(&pages, "h28/index.html");
    assert!(plan.contains("令和2年度の評定：A 2件、B 1件、C 0件、D 2件、評定なし 2件"), "{plan}");
    assert!(!page(&pages, "r3/index.html").contains("評定"), "a plan without grades shows none");
}

#[test]
fn gunma_shows_what_is_real() {
    let pages = build(&root());
    let meeting = page(&pages, "opinions/30.html");
    assert!(meeting.contains("2021年12月22日"));
    assert_eq!(pages.keys().filter(|path| path.starts_with("opinions/")).count(), 11);
    let table = page(&pages, "2025/lineage/index.html");
    assert!(table.contains("新規") || table.contains("新たに設けた項目"));
    for (old, new) in [("02", "02"), ("28", "32"), ("30", "35")] {
        let html = &pages[&format!("2025/items/{new}.html")];
        assert!(html.contains(&format!("href=\"../../2020/items/{old}.html\"")), "{new}");
    }
    let fund = &pages["2025/indicators/fiscal-adjustment-fund.html"];
    assert!(fund.contains("../../2020/indicators/kgi-5.html"));
    let priority = &pages["2020/indicators/priority-procedures-online.html"];
    assert!(
        priority.contains("href=\"online-procedures.html\"") && priority.contains("定義の変更")
    );
}

#[test]
fn what_is_missing_is_listed_by_item_unless_the_publisher_says_no() {
    let folder = own_copy();
    let said = "行政改革計画：項目ごとの未収録";
    let words = page(&build(folder.path()), "pending/index.html");
    assert!(words.contains(said), "{words}");
    let list = words.split(said).nth(1).expect("it is there");
    assert!(list.contains("6 契約の電子化と県有施設の保全 ★ 管財課 2 -"), "{list}");
    edit(folder.path(), "site.yaml", "languages:", "missing: unlisted\nlanguages:");
    assert!(!page(&build(folder.path()), "pending/index.html").contains(said));
}

#[test]
fn a_corrected_value_stands_with_the_one_before() {
    let pages = build(&mihon());
    let words = page(&pages, "updates/index.html");
    assert!(
        words.contains("令和4年度（2022年度） 14.30分 14.10分 1つの窓口の記録が二重に"),
        "{words}"
    );
    let places = ["2025年9月30日", "2024年2月13日"].map(|date| words.find(date).expect("a date"));
    assert!(places.is_sorted(), "the newest first");
}
