//! A new plan for another town, by the program alone.

mod common;

use common::tree;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in a folder far from the repository.
fn michinori(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_michinori"));
    command.env_remove("LC_ALL").env("LANG", "ja_JP.UTF-8").current_dir(folder);
    command.args(arguments).output().expect("it runs")
}

fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!("{}{}", String::from_utf8_lossy(out), String::from_utf8_lossy(err))
}

#[test]
fn a_new_plan_builds_at_once_without_error_or_warning_or_trace_of_another() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let made = michinori(folder.path(), &["init", "town"]);
    assert!(made.status.success(), "{}", said(&made));
    assert!(said(&made).contains("michinori serve town --open"), "{}", said(&made));
    let town = folder.path().join("town");
    let built = michinori(&town, &["build", "--deny", "warnings"]);
    assert!(built.status.success(), "{}", said(&built));
    assert!(said(&built).contains("注意 0件"), "{}", said(&built));
    for (path, bytes) in tree(&town) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for trace in ["gunma", "群馬", "mihon", "見本県"] {
            assert!(!text.contains(trace) && !path.contains(trace), "{path} names {trace}");
        }
        // Every page that search engines or readers see says that it is a sample; a chart in a frame
        // says what its site says around it.
        if path.ends_with(".html") && !path.contains("embed/") {
            let said = if path.starts_with("public/en/") { "sample" } else { "ひな形" };
            assert!(text.contains(said), "{path}");
        }
    }
}

#[test]
fn editors_find_the_schema_of_every_file() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    assert!(michinori(folder.path(), &["init", "."]).status.success());
    let mut named = BTreeSet::new();
    for (path, bytes) in tree(&folder.path().join("content")) {
        let Some(above) = path.strip_suffix(".yaml").and_then(|_| Path::new(&path).parent()) else {
            continue;
        };
        let text = String::from_utf8(bytes).expect("UTF-8");
        let line = text.lines().next().expect("a first line");
        let schema = line.strip_prefix("# yaml-language-server: $schema=").expect("a schema");
        let schema = folder.path().join("content").join(above).join(schema);
        let name = schema.file_stem().and_then(|name| name.to_str()).expect("a name").to_string();
        assert_eq!(path.rsplit('/').next(), Some(format!("{name}.yaml").as_str()));
        let written = std::fs::read(&schema).unwrap_or_else(|error| panic!("{path}: {error}"));
        let printed = michinori(folder.path(), &["schema", &name]);
        assert!(printed.stdout == written, "schema/{name}.json is what `schema {name}` prints");
        named.insert(name);
    }
    assert_eq!(named.len(), 7, "all kinds that a plan begins with: {named:?}");
}

#[test]
fn a_folder_in_use_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    std::fs::write(folder.path().join("notes.txt"), "大事").expect("it can be written");
    let refused = michinori(folder.path(), &["init", "."]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("空ではない"), "{}", said(&refused));
    assert_eq!(tree(folder.path()).keys().collect::<Vec<_>>(), ["notes.txt"]);
    let refused = michinori(folder.path(), &["init", "notes.txt", "--lang", "en"]);
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));

    // A repository just made has only its own folder.
    let clone = folder.path().join("clone");
    std::fs::create_dir_all(clone.join(".git")).expect("it can be made");
    assert!(michinori(&clone, &["init", "."]).status.success());
}

#[test]
fn its_workflows_install_this_version() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    assert!(michinori(folder.path(), &["init", "."]).status.success());
    let workflows = tree(&folder.path().join(".github/workflows"));
    assert_eq!(workflows.keys().collect::<Vec<_>>(), ["check.yml", "pages.yml"]);
    for (name, bytes) in workflows {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let version = format!("\n  MICHINORI: {} ", env!("CARGO_PKG_VERSION"));
        assert!(text.contains(&version), "{name}");
    }
}
