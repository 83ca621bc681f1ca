//! The commands as a person types them.

mod common;

use common::{edit, own_copy};
use std::process::{Command, Output};

fn michinori(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_michinori"));
    command.env_remove("LC_ALL").env("LANG", "ja_JP.UTF-8");
    command.args(arguments).output().expect("it runs")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn findings_go_to_pull_requests_as_annotations() {
    let root = own_copy();
    edit(root.path(), "plans/r3/items/01/item.yaml", "unit: percent", "unit: percnt");
    let folder = root.path().to_str().expect("a plain path");
    let output = michinori(&["check", folder, "--format", "github", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let text = out(&output);
    let line = text.lines().find(|line| line.contains("bad-word")).expect("an annotation");
    assert!(line.starts_with("::error file="), "{line}");
    assert!(line.contains("item.yaml,line=") && line.contains(",col="), "{line}");
    assert!(
        line.contains("title=bad-word::`percnt` is not allowed here%0Adid you mean `percent`?")
    );
}

#[test]
fn findings_for_programs_are_one_json_array() {
    let root = own_copy();
    edit(root.path(), "plans/r3/items/01/item.yaml", "unit: percent", "unit: percnt");
    let folder = root.path().to_str().expect("a plain path");
    let output = michinori(&["check", folder, "--format", "json"]);
    let text = out(&output);
    assert!(text.starts_with("[\n") && text.ends_with("]\n"), "{text}");
    assert!(text.contains("\"message\": \"「percnt」は使えません\""), "{text}");
    assert_eq!(err(&output), "");
}

#[test]
fn a_count_by_code_stands_at_the_end() {
    let root = own_copy();
    edit(root.path(), "plans/r3/items/01/item.yaml", "unit: percent", "unit: percnt");
    edit(root.path(), "plans/r3/items/02/item.yaml", "aim: at_most", "aim: at_mst");
    let folder = root.path().to_str().expect("a plain path");
    let text = err(&michinori(&["check", folder]));
    assert!(text.contains("誤り 2件") && text.contains("    2  bad-word"), "{text}");
    assert!(!text.contains('\u{1b}'), "no colour where there is no terminal");
}

#[test]
fn warnings_stop_only_those_who_ask() {
    let root = own_copy();
    // The example has one: a year with a result and, on purpose, without a target.
    let folder = root.path().to_str().expect("a plain path");
    assert_eq!(michinori(&["check", folder]).status.code(), Some(0));
    let denied = michinori(&["build", folder, "--deny", "warnings"]);
    assert_eq!(denied.status.code(), Some(1), "{}", err(&denied));
    assert!(!root.path().join("public").exists());
    assert_eq!(michinori(&["build", folder]).status.code(), Some(0));
}

#[test]
fn a_code_is_explained_in_either_language() {
    let ja = out(&michinori(&["explain", "bad-number"]));
    assert!(
        ja.contains("全角の数字")
            && ja.contains("直した例")
            && ja.contains("「23.1」と書いてください")
    );
    let en = out(&michinori(&["explain", "bad-number", "--lang", "en"]));
    assert!(en.contains("Full-width digits") && en.contains("write `23.1`"), "{en}");
    let list = out(&michinori(&["explain"]));
    assert!(list.contains("duplicate-year") && list.contains("R3と2021"), "{list}");
    let unknown = michinori(&["explain", "bad-nubmer"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(err(&unknown).contains("「bad-number」ではありませんか"));
}

#[test]
fn translations_are_listed_by_division_stamped_and_found_stale() {
    let root = own_copy();
    let folder = root.path().to_str().expect("a plain path");
    let list = out(&michinori(&["translations", folder]));
    assert!(list.contains("未確認　  content/plans/r3/items/04/2023.en.md"), "{list}");
    let division = list.lines().take_while(|line| !line.contains("items/04/")).last();
    assert!(division.is_some(), "{list}");

    let file = root.path().join("content/plans/r3/items/04/2023.en.md");
    let name = file.to_str().expect("a plain path");
    assert!(michinori(&["translations", "--stamp", name]).status.success());
    let list = out(&michinori(&["translations", folder]));
    assert!(!list.contains("items/04/2023.en.md"), "{list}");
    assert!(!err(&michinori(&["check", folder])).contains("stale-translation"));

    edit(
        root.path(),
        "plans/r3/items/04/2023.ja.md",
        "## 次年度への課題",
        "追記。\n\n## 次年度への課題",
    );
    let list = out(&michinori(&["translations", folder]));
    assert!(list.contains("要見直し  content/plans/r3/items/04/2023.en.md"), "{list}");
    let said = err(&michinori(&["check", folder]));
    assert!(said.contains("[stale-translation]") && said.contains("2023.ja.md"), "{said}");
    assert!(michinori(&["build", folder]).status.success(), "a stale text stops nothing");
    let page = std::fs::read_to_string(root.path().join("public/en/r3/items/04.html"));
    assert!(!page.expect("the page is there").contains("translated_from"));

    let wrong = michinori(&["translations", "--stamp", "content/x.ja.md"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn a_text_without_english_is_listed_wherever_it_stands() {
    let root = own_copy();
    let path = root.path().join("content/organisations.yaml");
    let text = std::fs::read_to_string(&path).expect("it can be read");
    let (before, after) = text.split_once(", en: ").expect("a division with its English");
    let rest = after.split_once('}').expect("the end of its name").1;
    std::fs::write(&path, format!("{before}}}{rest}")).expect("it can be written");
    let list = out(&michinori(&["translations", root.path().to_str().expect("a plain path")]));
    assert!(list.contains("英語なし  content/organisations.yaml"), "{list}");
    assert!(list.contains("（所属なし）"), "{list}");
}

#[test]
fn only_pictures_of_the_known_folder_are_copied() {
    let root = own_copy();
    let images = root.path().join("content/images");
    std::fs::create_dir_all(&images).expect("it can be made");
    std::fs::write(images.join("map.png"), b"\x89PNG").expect("it can be written");
    std::fs::write(images.join("script.svg"), "<svg onload='x'/>").expect("it can be written");
    std::fs::write(root.path().join("content/secret.html"), "<b>").expect("it can be written");
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", images.join("passwd.png")).expect("a link");
    let folder = root.path().to_str().expect("a plain path");
    let output = michinori(&["build", folder]);
    assert!(output.status.success(), "{}", err(&output));
    let public = root.path().join("public");
    assert_eq!(std::fs::read(public.join("images/map.png")).expect("copied"), b"\x89PNG");
    for path in ["images/script.svg", "images/passwd.png", "secret.html"] {
        assert!(!public.join(path).exists(), "{path}");
    }
    assert!(err(&output).contains("secret.html") && err(&output).contains("script.svg"));
}

#[test]
fn the_guide_to_themes_lists_what_templates_are_given() {
    let site = common::mihon();
    let listed = out(&michinori(&["models", site.to_str().expect("a plain path")]));
    let guide =
        std::fs::read_to_string(common::root().join("docs/themes.md")).expect("it is there");
    let (_, models) = guide.split_once("<!-- michinori models -->\n").expect("the list is marked");
    assert_eq!(models, listed, "`michinori models examples/mihon` gives the list anew");
}

#[test]
fn a_build_tells_on_request_what_each_stage_took() {
    let root = own_copy();
    let folder = root.path().to_str().expect("a plain path");
    let told = err(&michinori(&["build", folder, "--lang", "en", "--timings"]));
    for stage in ["reading", "checking", "templates", "pages and files"] {
        let line = told.lines().find(|line| line.ends_with(stage));
        assert!(line.is_some_and(|line| line.contains(" s  ")), "{stage} in {told}");
    }
}
