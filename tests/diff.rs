//! Two editions side by side: every change is told by its kind, recorded, and shown with the updates.

mod common;

use common::{build, edit, mihon, own_copy, text};
use michinori::compare::{compare, json, yaml};
use michinori::diagnostics::Report;
use michinori::explain::town_with;
use michinori::model::{Changes, Date, Part, Subject, SubjectKind, Text, TextChange, TextKind};
use michinori::pipeline;
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn michinori(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_michinori"));
    command.env_remove("LC_ALL").env("LANG", "ja_JP.UTF-8");
    command.args(arguments).output().expect("it runs")
}

fn diff(old: &Path, new: &Path, more: &[&str]) -> Output {
    let path = |path: &Path| path.to_str().expect("a plain path").to_string();
    let (old, new) = (path(old), path(new));
    michinori(&[&["diff", &old, &new], more].concat())
}

fn out(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What `diff` says of the example after one content file was changed.
fn after_edit(file: &str, from: &str, to: &str) -> String {
    let new = own_copy();
    edit(new.path(), file, from, to);
    out(&diff(&mihon(), new.path(), &[]))
}

/// Whether a change is told under this head.
fn tells(said: &str, head: &str, line: &str) -> bool {
    let part = said.split(&format!("\n\n{head}\n")).nth(1).unwrap_or_default();
    part.split("\n\n").next().is_some_and(|part| part.contains(line))
}

const WINDOW: &str = "plans/r3/items/02/item.yaml";

/// The example as it stood a year before: the edition of 30 September 2024.
fn a_year_before() -> TempDir {
    let folder = own_copy();
    let content = folder.path().join("content");
    let remove = |path: &str| fs::remove_file(content.join(path)).expect("it can be removed");
    let edit = |file: &str, from: &str, to: &str| edit(folder.path(), file, from, to);
    edit("site.yaml", "date: 2025-09-30, fiscal_year: R6", "date: 2024-09-30, fiscal_year: R5");
    remove("meetings/2024-11.yaml");
    if content.join("changes").exists() {
        fs::remove_dir_all(content.join("changes")).expect("it can be removed");
    }
    for item in 1..=6 {
        let item = format!("plans/r3/items/{item:02}");
        remove(&format!("{item}/2024.ja.md"));
        remove(&format!("{item}/2024.en.md"));
        without_last_results(&content.join(item).join("item.yaml"));
    }
    without_last_results(&content.join("plans/r3/plan.yaml"));
    cut(
        &content.join("plans/r3/items/01/item.yaml"),
        "    revisions:\n",
        "  - id: digitised-forms",
    );
    cut(&content.join("plans/r3/items/03/item.yaml"), "  - id: platform-downloads", "actions:\n");
    edit("plans/r3/items/03/item.yaml", ", platform-downloads]", "]");
    edit("plans/r3/items/04/item.yaml", "R5: 38.6", "R5: {value: 38.2, state: provisional}");
    folder
}

/// Takes the results of R6 out of a file: `, R6: 11.90` in a row on one line, `R6:` and what stands
/// below it in a row of lines.
fn without_last_results(path: &Path) {
    let text = fs::read_to_string(path).expect("it can be read");
    let mut kept = String::new();
    let (mut in_row, mut in_cell) = (None, false);
    for line in text.split_inclusive('\n') {
        let depth = line.len() - line.trim_start().len();
        let begins = line.trim_start().starts_with("actual:");
        if begins || in_row.is_some_and(|row| depth <= row) {
            (in_row, in_cell) = (begins.then_some(depth), false);
        } else if let Some(row) = in_row.filter(|row| depth == row + 2) {
            (in_row, in_cell) = (Some(row), line.trim_start().starts_with("R6:"));
        }
        match line.split_once(", R6: ").filter(|_| begins) {
            Some((before, _)) => kept.push_str(&format!("{before}}}\n")),
            None if in_cell => {}
            None => kept.push_str(line),
        }
    }
    fs::write(path, kept).expect("it can be written");
}

/// Takes out of a file what stands from one mark to another.
fn cut(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("it can be read");
    let (before, rest) = text.split_once(from).expect("the first mark is there");
    let after = rest.split_once(to).expect("the second mark is there").1;
    fs::write(path, format!("{before}{to}{after}")).expect("it can be written");
}

#[test]
fn equal_editions_have_no_differences() {
    assert_eq!(
        out(&diff(&mihon(), &mihon(), &[])),
        "2025年9月30日版から2025年9月30日版への変更\n違いはありません。\n"
    );
    let said = out(&diff(&mihon(), &mihon(), &["--lang", "en"]));
    assert!(said.ends_with("There are no differences.\n"), "{said}");
}

#[test]
fn the_record_of_the_example_is_what_diff_says_of_the_year_before() {
    let (old, new) = (a_year_before(), own_copy());
    let committed = mihon().join("content/changes/2025-09-30.yaml");
    let said = out(&diff(old.path(), new.path(), &["--record"]));
    assert!(said.contains("content/changes/2025-09-30.yaml に記録しました。"), "{said}");
    let made = fs::read_to_string(new.path().join("content/changes/2025-09-30.yaml"));
    let made = made.expect("it was written");
    if std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        fs::write(&committed, &made).expect("it can be written"); // a golden like the others
    }
    let committed = fs::read_to_string(committed).expect("the example has its record");
    assert!(made == committed, "{made}");
}
#[test]
fn a_changed_value_without_a_correction_is_called_so() {
    let said = after_edit(WINDOW, "R5: 12.50, R6: 11.90", "R5: 12.75, R6: 11.90");
    let line = "r3/window-wait 窓口の平均待ち時間: 令和5年度（2023年度）  実績  12.50分 → 12.75分";
    assert!(tells(&said, "変更（訂正の記載なし）", line), "{said}");
    assert!(said.contains("変更（訂正の記載なし） 1件、判定の変更 1件\n"), "{said}");
    assert!(said.contains("updates.yaml の corrections に"), "{said}");
    assert!(said.contains("令和5年度（2023年度）  達成 → 未達成"), "{said}");
}

#[test]
fn a_changed_value_that_the_updates_name_is_a_correction() {
    let old = own_copy();
    edit(old.path(), WINDOW, "R4: 14.10", "R4: 14.30");
    // In the older edition the correction of 2024 had not been made.
    let updates = old.path().join("content/updates.yaml");
    let written = fs::read_to_string(&updates).expect("it can be read");
    let earlier = written.split("  - date: 2024-02-13").next().expect("the part before");
    fs::write(&updates, earlier).expect("it can be written");
    let said = out(&diff(old.path(), &mihon(), &[]));
    assert!(tells(&said, "訂正", "実績  14.30分 → 14.10分"), "{said}");
    assert!(!said.contains("訂正の記載なし"), "{said}");
    // A correction of another old value explains nothing.
    edit(old.path(), WINDOW, "R4: 14.30", "R4: 14.35");
    let said = out(&diff(old.path(), &mihon(), &[]));
    assert!(tells(&said, "変更（訂正の記載なし）", "14.35分 → 14.10分"), "{said}");
}

#[test]
fn states_and_values_change_in_their_own_ways() {
    let (from, childcare) = ("R6: pending", "plans/r3/items/04/item.yaml");
    let said = after_edit(childcare, from, "R6: 40.2");
    assert!(tells(&said, "新しい実績", "集計中 → 40.2%"), "{said}");
    let said = after_edit(childcare, from, "R6: {state: pending, due: 2025-12}");
    assert!(tells(&said, "状態の変更", "集計中 → 集計中（2025年12月公表予定）"), "{said}");
    let said = after_edit(WINDOW, "R6: 11.90", "R6: pending");
    assert!(tells(&said, "値の取下げ", "11.90分 → 集計中"), "{said}");
    let online = "plans/r3/items/01/item.yaml";
    let said = after_edit(online, "state: provisional\n        due: 2025-12\n        ", "");
    assert!(tells(&said, "確定", "79.9%（速報、2025年12月公表予定） → 79.9%"), "{said}");
    assert!(!said.contains("新しい実績") && !said.contains("訂正の記載なし"), "{said}");
    assert!(
        after_edit(WINDOW, "R5: 12.50, R6: 11.90", "R5: 12.5, R6: 11.9")
            .contains("違いはありません")
    );
}

#[test]
fn a_target_is_revised_by_a_decision_or_changed_in_silence() {
    let said = after_edit(WINDOW, "R6: 11.25, R7: 10.00}", "R6: 11.25, R7: 9.50}");
    assert!(tells(&said, "変更（訂正の記載なし）", "目標  10.00分 → 9.50分"), "{said}");
    let revision = "    revisions:\n      - {decided: 2025-06-01, by: {ja: 本部, en: HQ}, \
                    reason: {ja: 早く進んだため, en: Ahead of plan}, target: {R7: 9.50}}\n    actual: {R2: 18.20";
    let said = after_edit(WINDOW, "    actual: {R2: 18.20", revision);
    assert!(tells(&said, "目標の改定", "目標  10.00分 → 9.50分"), "{said}");
    assert!(!said.contains("訂正の記載なし"), "{said}");
    // The target as first set stays visible beside the revised one, so it may not move in silence.
    let online = "plans/r3/items/01/item.yaml";
    let said = after_edit(online, "R6: 80.0, R7: 100.0}", "R6: 85.0, R7: 100.0}");
    assert!(tells(&said, "変更（訂正の記載なし）", "当初目標  80.0% → 85.0%"), "{said}");
}

#[test]
fn a_value_in_another_unit_keeps_the_unit_it_had() {
    let new = own_copy();
    let file = "plans/r3/items/02/item.yaml";
    edit(new.path(), file, "unit: {ja: 分, en: minutes}", "unit: {ja: 秒, en: seconds}");
    edit(new.path(), file, "R6: 11.90", "R6: 714");
    let said = out(&diff(&mihon(), new.path(), &[]));
    assert!(said.contains("11.90分 → 714.00秒"), "{said}");
    assert!(said.contains("窓口の平均待ち時間: 単位  変更"), "{said}");
}

#[test]
fn texts_are_told_by_item_year_and_section() {
    let analysis = "plans/r3/items/02/2023.ja.md";
    let said = after_edit(analysis, "## 次年度への課題", "追記。\n\n## 次年度への課題");
    let line = "r3/02 窓口サービスの改善: 令和5年度（2023年度）  要因分析  変更";
    assert!(said.contains(line) && said.contains("文章などの変更 1件"), "{said}");
    let english = "plans/r3/items/02/2023.en.md";
    let said = after_edit(english, "## Issues for next year", "More.\n\n## Issues for next year");
    assert!(said.contains("要因分析  ほかの言語での変更"), "{said}");
    let said = after_edit(WINDOW, "ja: 窓口サービスの改善", "ja: 窓口の改善");
    assert!(said.contains("r3/02 窓口の改善: 名称  変更"), "{said}");
    let said =
        after_edit("plans/r3/plan.yaml", "items: [\"01\", \"02\"]", "items: [\"02\", \"01\"]");
    assert!(said.contains("r3 行政改革計画: 計画の体系  変更"), "{said}");
    let said = after_edit("pages/about.ja.md", "\n\n", "\n\n追記。\n\n");
    assert!(said.contains("about ") && said.contains("本文  変更"), "{said}");
}

#[test]
fn a_reading_makes_no_other_word() {
    let said = after_edit(WINDOW, "ja: 窓口サービスの改善", "ja: 窓口《まどぐち》サービスの改善");
    assert!(said.contains("違いはありません"), "{said}");
    let new = own_copy();
    edit(new.path(), WINDOW, "ja: 窓口の平均待ち時間", "ja: 窓口《まどぐち》の平均待ち時間");
    edit(new.path(), WINDOW, "R6: 11.90", "R6: 11.80");
    let said = out(&diff(&mihon(), new.path(), &[]));
    assert!(said.contains("r3/window-wait 窓口の平均待ち時間:"), "{said}");
    let easy = "{ja: 窓口サービスの改善, ja-easy: まどぐちをよくする,";
    let said = after_edit(WINDOW, "{ja: 窓口サービスの改善,", easy);
    assert!(said.contains("名称  ほかの言語での変更"), "{said}");
}

#[test]
fn answers_to_opinions_are_told() {
    let said = after_edit(
        "meetings/2024-11.yaml",
        "response: awaited",
        "response: {ja: 次回から分けて示す。, en: They will be shown apart.}",
    );
    assert!(said.contains("災害対応の時間を分けて示すべきではないか。: 回答  追加"), "{said}");
}

#[test]
fn what_is_new_or_gone_is_told_once() {
    let old = own_copy();
    fs::remove_dir_all(old.path().join("content/plans/r3")).expect("it can be removed");
    let said = diff(old.path(), &mihon(), &[]);
    assert_eq!(said.status.code(), Some(1), "its meetings and links speak of that plan");
    cut(&mihon_site(&old), "featured:", "\n");
    fs::remove_dir_all(old.path().join("content/meetings")).expect("it can be removed");
    fs::remove_file(old.path().join("content/updates.yaml")).expect("it can be removed");
    fs::remove_dir_all(old.path().join("content/pages")).expect("it can be removed");
    let said = out(&diff(old.path(), &mihon(), &[]));
    assert!(
        said.contains("計画の追加 1件、会議の追加 3件、意見の追加 8件、ページの追加 1件"),
        "{said}"
    );
    let back = out(&diff(&mihon(), old.path(), &[]));
    assert!(back.contains("計画の削除 1件") && !back.contains("r3/01"), "{back}");
}

fn mihon_site(root: &TempDir) -> std::path::PathBuf {
    root.path().join("content/site.yaml")
}

#[test]
fn the_exit_code_says_whether_both_could_be_read() {
    let broken = own_copy();
    edit(broken.path(), WINDOW, "unit: percent", "unit: percnt");
    for (old, new) in [(mihon(), broken.path().into()), (broken.path().into(), mihon())] {
        let output = diff(&old, &new, &["--record"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("percnt"));
        assert!(output.stdout.is_empty());
    }
    let nowhere = diff(&mihon(), Path::new("no-such-folder"), &[]);
    assert_eq!(nowhere.status.code(), Some(2));
}

/// The site below a root, and what is found wrong with it.
fn read(root: &Path) -> (michinori::model::Site, Report) {
    let sources = pipeline::read(root).expect("the content can be read");
    let mut report = Report::default();
    let site = pipeline::site(&sources, &mut report).expect("the content is valid");
    (site, report)
}

#[test]
fn a_record_is_read_back_as_what_was_recorded() {
    let (old, new) = (a_year_before(), own_copy());
    edit(new.path(), WINDOW, "R4: 14.10", "R4: 13.10");
    edit(
        new.path(),
        WINDOW,
        "ja: 窓口サービスの改善",
        "ja: \"窓口：『改善』 \\\"-- #1\\\" \\\\ {a}\"",
    );
    edit(new.path(), "updates.yaml", "to: 14.10", "to: 13.10");
    edit(new.path(), "plans/r3/items/06/item.yaml", "R6: 26.0..28.0", "R6: 25.0..28.0");
    edit(new.path(), "plans/r3/items/03/item.yaml", "R5: done\n", "R5: not_done\n");
    out(&diff(old.path(), new.path(), &["--record"]));
    let ((before, _), (after, report)) = (read(old.path()), read(new.path()));
    let told = compare(&before, &after);
    assert!(after.changes == std::slice::from_ref(&told), "{:?}", after.changes);
    assert!(told.figures.len() > 20 && told.verdicts.len() > 1, "{told:?}");
    assert_eq!(report.len(), read(&mihon()).1.len(), "a record is nothing to remark on");
    assert!(yaml(&told).contains("26.0..28.0"));
}

/// The record of one text that changed, read back among a town's content.
fn read_back(name: &str) {
    let date = |year| Date { year, month: 9, day: Some(30) };
    let text = Text { ja: name.to_string(), en: Some(name.to_string()), easy: None };
    let subject = Subject { kind: SubjectKind::Opinion, id: "30".to_string(), name: text };
    let (kind, parts) = (TextKind::Changed, vec![Part::Response, Part::FollowUp]);
    let change = TextChange { subject, year: None, kind, parts };
    let (figures, verdicts, entries) = (Vec::new(), Vec::new(), Vec::new());
    let (date, since, texts) = (date(2025), date(2024), vec![change]);
    let told = Changes { date, since, figures, verdicts, entries, texts };
    let record = ("changes/2025-09-30.yaml".to_string(), yaml(&told).into_bytes());
    let mut report = Report::default();
    let site = pipeline::site(&town_with(&[record]), &mut report);
    let read = site.unwrap_or_else(|| panic!("{report:?} in {}", yaml(&told)));
    assert!(read.changes == std::slice::from_ref(&told), "{:?}", read.changes);
    serde_json::from_str::<serde_json::Value>(&json(&told)).expect("it is JSON");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_recorded(name in prop::collection::vec(any::<char>(), 1..20)) {
        let name: String = name.into_iter().collect();
        prop_assume!(!name.trim().is_empty());
        read_back(&name);
    }
}

#[test]
fn programs_are_given_the_same_changes() {
    let (old, new) = (read(a_year_before().path()).0, read(&mihon()).0);
    let told = compare(&old, &new);
    let value: serde_json::Value = serde_json::from_str(&json(&told)).expect("it is JSON");
    assert_eq!(value["date"], "2025-09-30");
    assert_eq!(value["since"], "2024-09-30");
    let list = |name: &str| value[name].as_array().expect("always a list").len();
    assert_eq!(list("figures"), told.figures.len());
    assert_eq!(list("entries"), told.entries.len());
    assert_eq!(list("texts"), told.texts.len());
    assert_eq!(list("verdicts"), 0);
    let mut figures = value["figures"].as_array().expect("a list").iter();
    let wait = figures.find(|one| one["about"] == "indicator:r3/window-wait");
    let wait = wait.expect("its new result");
    assert_eq!(wait["change"], "new-actual");
    assert_eq!(wait["to"]["value"].to_string(), "11.9");
    assert_eq!(wait["unit"]["en"], "minutes");
    let printed = out(&diff(a_year_before().path(), &mihon(), &["--format", "json"]));
    assert_eq!(printed, json(&told));
}

#[test]
fn the_page_of_updates_shows_the_record_below_what_was_written() {
    let html = &build(&mihon())["updates/index.html"];
    let words = text(html);
    let order = [
        "2025年9月30日 令和6年度の実績を公表",
        "前の版（2024年9月30日）からの変更",
        "新しい実績 13件、確定 1件、状態の変更 5件、目標の改定 2件、指標の追加 1件",
        "窓口の平均待ち時間 行政改革計画 令和6年度（2024年度） 実績 - 11.90分",
        "会議 追加",
        "要因分析、次年度への課題、課題を踏まえての対応 追加",
        "2024年2月13日",
    ];
    let places = order.map(|part| words.find(part).unwrap_or_else(|| panic!("{part}: {words}")));
    assert!(places.is_sorted(), "{words}");
    for href in
        ["../r3/indicators/window-wait.html", "../r3/items/01.html", "../opinions/2024-11.html"]
    {
        assert!(html.contains(&format!("<th scope=\"row\"><a href=\"{href}\">")), "{href}");
    }
    let english = text(&build(&mihon())["en/updates/index.html"]);
    assert!(
        english.contains("Changes since the previous edition (30 September 2024)"),
        "{english}"
    );
    assert!(english.contains("38.2% (provisional) 38.6%"), "{english}");
}

#[test]
fn what_is_gone_is_shown_by_the_name_it_had() {
    let root = own_copy();
    let record = "changes/2025-09-30.yaml";
    edit(root.path(), record, "indicator:r3/window-wait", "indicator:r3/no-more");
    let html = &build(root.path())["updates/index.html"];
    assert!(html.contains("<th scope=\"row\">窓口の平均待ち時間 <small>行政改革計画</small></th>"));
}

#[test]
fn a_record_without_a_written_update_stands_by_itself() {
    let root = own_copy();
    fs::remove_file(root.path().join("content/updates.yaml")).expect("it can be removed");
    let pages = build(root.path());
    let words = text(&pages["updates/index.html"]);
    assert!(
        words.contains("2025年9月30日 変更の一覧 前の版（2024年9月30日）からの変更"),
        "{words}"
    );
    assert!(pages["index.html"].contains("updates/index.html"), "the menu leads there");
}

#[test]
fn an_edition_without_changes_says_so() {
    let root = own_copy();
    out(&diff(&mihon(), root.path(), &["--record"]));
    let words = text(&build(root.path())["updates/index.html"]);
    assert!(words.contains("前の版から変わった数値や文章はありません。"), "{words}");
}

#[test]
fn mistakes_in_a_record_are_all_told_with_their_places() {
    let root = own_copy();
    let record = "changes/2025-09-30.yaml";
    edit(root.path(), record, "change: new-actual", "change: new-actuals");
    edit(root.path(), record, "indicator:r3/kgi-2", "indicators:r3/kgi-2");
    edit(root.path(), record, "item:r3/02", "item:R3/02");
    edit(root.path(), record, "to: {value: 915}", "to: {value: 9１5}");
    edit(root.path(), record, "parts: [analysis, ", "parts: [analyses, ");
    let output =
        michinori(&["check", root.path().to_str().expect("a plain path"), "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    for (code, what) in [
        ("bad-word", "new-actuals"),
        ("bad-word", "indicators"),
        ("bad-id", "R3/02"),
        ("bad-number", "9１5"),
        ("bad-word", "analyses"),
    ] {
        let found = said.split("  {").any(|one| {
            one.contains(&format!("\"{code}\"")) && one.contains(what) && one.contains(record)
        });
        assert!(found, "{code} {what}: {said}");
    }
}
