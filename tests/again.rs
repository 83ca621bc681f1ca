//! A build after a build: pages that would come out the same are taken over, and nobody can tell.

mod common;

use common::{edit, files, own_copy, site};
use michinori::diagnostics::Report;
use michinori::pipeline::{self, Recall, Summary};
use michinori::publish::{Memory, Sink, WriteError};
use std::collections::BTreeMap;
use std::path::Path;

type Files = BTreeMap<String, Vec<u8>>;

/// What one build leaves for the next: its site and its notes.
#[derive(Default)]
struct Built {
    files: Files,
    notes: String,
}

/// A site in memory in the place of an older one.
struct Over<'o>(Memory, &'o Files);

impl Sink for Over<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.0.put(path, bytes)
    }

    fn before(&self, path: &str) -> Option<Vec<u8>> {
        self.1.get(path).cloned()
    }
}

fn build(root: &Path, before: &Built, program: &str) -> (Built, Summary) {
    let (sources, site) = (pipeline::read(root).expect("the content can be read"), site(root));
    let mut report = Report::default();
    let theme = pipeline::theme(root, &site, &mut report).expect("the theme can be read");
    let theme = theme.expect("the theme is valid");
    let recall = Recall::new(&site, &theme, program, &before.notes);
    let sink = Over(Memory::default(), &before.files);
    let summary = pipeline::write_again(&sources, &site, &theme, Some(&recall), &sink, &mut report)
        .expect("memory takes everything");
    (Built { files: sink.0.into_files(), notes: recall.notes() }, summary)
}

/// Builds again after a change and holds the site against one made afresh; how many pages were taken over.
fn again(root: &Path, built: &mut Built) -> usize {
    let (now, summary) = build(root, built, "v1");
    assert_same(&now.files, &files(root));
    *built = now;
    summary.taken_over
}

fn assert_same(again: &Files, fresh: &Files) {
    assert!(again.keys().eq(fresh.keys()), "the same files");
    for (path, bytes) in fresh {
        assert!(again[path] == *bytes, "{path} is not as a fresh build makes it");
    }
}

/// Pages that tell how large other files are, one a language.
const ALWAYS_MADE: usize = 2;

#[test]
fn an_item_that_changes_changes_just_what_a_fresh_build_changes() {
    let folder = own_copy();
    let root = folder.path();
    let (mut built, first) = build(root, &Built::default(), "v1");
    assert_eq!(first.taken_over, 0);
    assert_eq!(again(root, &mut built), first.pages - ALWAYS_MADE, "nothing changed");

    let item = |at: &str, file: &str| format!("plans/{at}/{file}");
    for at in ["r3/items/01", "r3/items/04", "h28/items/01"] {
        edit(root, &item(at, "item.yaml"), "title: {ja: ", "title: {ja: 改・");
        let taken_over = again(root, &mut built);
        assert!(taken_over > first.pages / 3, "{at}: {taken_over}");
        assert!(taken_over < first.pages - ALWAYS_MADE - 4, "{at}: {taken_over}");
    }
    for file in ["2023.ja.md", "2022.en.md", "overview.en.md"] {
        edit(root, &item("r3/items/02", file), "\n\n", "\n\n2023 ");
        let taken_over = again(root, &mut built);
        assert!(taken_over > first.pages / 3, "{file}: {taken_over}");
    }
    // A number with the same value, but shown with another digit, is another text.
    edit(root, &item("r3/items/02", "item.yaml"), "R6: 11.90", "R6: 11.9");
    assert!(again(root, &mut built) > first.pages / 3);
}

#[test]
fn what_stands_around_the_items_changes_every_page() {
    let folder = own_copy();
    let root = folder.path();
    let (mut built, _) = build(root, &Built::default(), "v1");
    for (file, from, to) in [
        ("site.yaml", "title:\n  ja: ", "title:\n  ja: 新・"),
        ("plans/r3/plan.yaml", "short: {ja: ", "short: {ja: 新・"),
        ("organisations.yaml", "企画課", "総合企画課"),
        ("glossary.yaml", "重要目標達成指標", "大事な指標"),
    ] {
        edit(root, file, from, to);
        assert_eq!(again(root, &mut built), 0, "{file}");
    }
}

#[test]
fn notes_of_another_program_and_a_page_touched_by_hand_count_for_nothing() {
    let folder = own_copy();
    let root = folder.path();
    let (mut built, first) = build(root, &Built::default(), "v1");
    let (_, summary) = build(root, &built, "v2");
    assert_eq!(summary.taken_over, 0);

    let page = "r3/items/01.html";
    built.files.get_mut(page).expect("it is there").extend(b"<!-- mine -->");
    built.files.remove("r3/items/02.html").expect("it is there");
    let taken_over = again(root, &mut built);
    assert!(taken_over > 0 && taken_over < first.pages - ALWAYS_MADE, "{taken_over}");

    built.notes.push_str("half a line");
    assert_eq!(again(root, &mut built), 0, "notes cut short are no notes");
}
