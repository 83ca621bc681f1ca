//! The sheet (個票): every part of the official form in its order, the schedule by quarters, the booklet.

mod common;

use common::{build, mihon, root, site, text};
use std::collections::BTreeMap;

/// The words of a page's sheet, heads in order.
fn heads(html: &str) -> Vec<String> {
    let parts = html.split("<h").skip(1).filter(|rest| rest.starts_with(['1', '2', '3', '4']));
    parts
        .filter_map(|rest| rest.split_once("</h"))
        .map(|(head, _)| text(&format!("<h{head}")))
        .collect()
}

#[test]
fn item_1_stands_in_the_order_of_the_printed_sheet() {
    let pages = build(&root());
    let html = &pages["2020/items/01.html"];
    let words = text(html);
    let order = [
        "目標 1 デジタルトランスフォーメーション等による新しい行政の確立",
        "改革 1 デジタルトランスフォーメーションによる県民の利便性向上",
        "実施項目 1 電子申請受付システム、マイナンバーカード活用",
        "取組所属 業務プロセス改革課",
        "関係所属 申請等手続所管所属",
        "◎",
        "現状（令和2年12月時点） イベントの申込みなどについて",
        "問題・課題（令和2年12月時点） 許認可や届出などの行政手続",
        "改革内容 押印や添付書類の見直し",
        "指標項目 KGI 年度 基準年 R2 R3 R4 R5 R6",
        "行政手続電子化率 (%) 取組目標 KGI 1 目標 - 14.1 32.1 65.6 100.0",
        "実績 11.3 R元",
        "行政手続及びイベント申込の電子化数 (件) 取組目標 KGI 1 目標 - 450 600 750 900",
        "マイナンバーカード交付率 (%) 取組目標 KGI 1 目標 - 33.6 67.7 100.0 100.0",
        "電子申請受付システム利用件数 (件) 参考指標 - 実績 21,001 R元",
        "マイナポータル申請可能市町村数 (市町村) 参考指標 - 実績 9 R元",
        "コンビニ交付可能市町村数 (市町村) 参考指標 - 実績 8 R元",
        "関連目標 具体的取組 年度 R2※ R3 R4 R5 R6",
        "申請件数が多く、添付書類の少ない手続の電子申請化及び研修を実施 計画 未収録 結果 未収録",
        "公的個人認証等が必要な手続の電子申請化を推進",
        "電子納付が必要な手続の電子申請化を推進",
        "マイナンバーカード普及及びマイナポータル・コンビニ交付利用の促進",
        "年度ごとの実施結果評価",
        "年度 R2 R3 R4 R5 R6 達成件数 0 / 1",
        "要因分析 取組目標や計画した具体的工程の達成要因",
        "次年度への課題 当年度取組を行った中で判明した",
        "課題を踏まえての対応 次年度以降の取組目標や具体的工程の修正点",
    ];
    let mut from = 0;
    for part in order {
        let at = words[from..].find(part);
        from += at.unwrap_or_else(|| panic!("{part} after {}", &words[from..])) + part.len();
    }
    let en = text(&pages["en/2020/items/01.html"]);
    for part in [
        "Base year FY2020 FY2021",
        "Target indicator KGI 1 Target - 14.1 32.1",
        "Actual 11.3 FY2019",
    ] {
        assert!(en.contains(part), "{part}: {en}");
    }
}

#[test]
fn the_form_of_every_item_holds_the_figures_of_the_indicators_pages() {
    for root in [root(), mihon()] {
        let pages = build(&root);
        let mut compared = 0;
        for (path, html) in pages.iter().filter(|(path, _)| path.contains("/items/")) {
            for form in html.split("<tbody id=\"s-").skip(1) {
                let (id, form) = form.split_once('"').expect("an id");
                let form = form.split("</tbody>").next().unwrap_or_default();
                let values = |html: &str| -> Vec<String> {
                    let values = html.split("<data value=\"").skip(1);
                    values.filter_map(|rest| rest.split('"').next()).map(str::to_string).collect()
                };
                let own = path.replace("/items/", "/indicators/");
                let own = format!("{}/{id}.html", own.rsplit_once('/').expect("a folder").0);
                let table = pages[&own].split("<table class=\"results\">").nth(1);
                let table = table.and_then(|table| table.split("</table>").next());
                let mut here = values(form);
                let mut there = values(table.unwrap_or_default());
                here.sort();
                there.sort();
                // Years before the plan stand in the table alone, the last of them as the base year.
                there.retain(|value| here.contains(value));
                here.retain(|value| there.contains(value));
                assert_eq!(here, there, "{path} {id}");
                compared += here.len();
            }
        }
        assert!(compared > 100, "{compared}");
    }
}

#[test]
fn a_schedule_is_a_table_of_quarters_with_its_slips_in_words() {
    let pages = build(&mihon());
    let html = &pages["r3/items/01.html"];
    let words = text(html);
    for slip in [
        "様式の電子化：完了が1四半期遅れ",
        "残る手続への拡大：開始が1四半期遅れ",
        "納付システムの整備：開始が1四半期遅れ、完了が2四半期遅れ",
        "案内の書き直し：完了が1四半期早い",
        "計画どおり",
    ] {
        assert!(words.contains(slip), "{slip}");
    }
    let en = text(&pages["en/r3/items/01.html"]);
    assert!(en.contains("Digitise the forms: finished 1 quarter late"), "{en}");
    assert!(en.contains("begun 1 quarter late, finished 2 quarters late"));
    let bar = "<td colspan=\"10\" class=\"bar plan\"><span>様式の電子化";
    assert!(html.contains(bar), "ten quarters from R3Q3 to R5Q4");
    assert!(html.contains("<td colspan=\"11\" class=\"bar result\"><span>様式の電子化"));
    // Every row of a schedule is as wide as its quarters.
    for (path, html) in pages.iter().filter(|(path, _)| path.contains("/items/")) {
        for row in html.split("<tr").filter(|row| row.contains("class=\"bar ")) {
            let row = row.split("</tr>").next().unwrap_or_default();
            let spans = row.split("colspan=\"").skip(1).filter_map(|rest| rest.split('"').next());
            let width: usize = spans.map(|span| span.parse::<usize>().expect("a number")).sum();
            assert_eq!(width, 20, "{path}: {row}");
        }
    }
}

#[test]
fn the_booklet_holds_every_sheet_with_ids_of_its_own() {
    for (root, plans) in [(root(), ["2020", "2025"]), (mihon(), ["h28", "r3"])] {
        let (pages, site) = (build(&root), site(&root));
        for plan in plans {
            let items = &site.plans.iter().find(|one| one.id == plan).expect("the plan").items;
            for prefix in ["", "en/"] {
                let html = &pages[&format!("{prefix}{plan}/booklet/index.html")];
                assert_eq!(html.matches("<article class=\"sheet\"").count(), items.len());
                let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
                for id in html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                    *ids.entry(id).or_default() += 1;
                }
                assert!(ids.values().all(|count| *count == 1), "{ids:?}");
                assert!(heads(html).len() > items.len() * 3);
                for item in items.iter() {
                    assert!(
                        html.contains(&format!("href=\"#{}-sheet\"", item.id)),
                        "in the contents"
                    );
                    assert!(
                        html.contains(&format!("{plan}/items/{}.html</p>", item.id)),
                        "its foot"
                    );
                }
            }
        }
    }
}
