//! Pictures of charts and cards: there, right in size, the same from the cache as afresh, nothing left out
//! in silence.
#![cfg(feature = "png")]

mod common;

use common::{edit, tree};
use michinori::diagnostics::{self, Lang, Problem};
use michinori::explain;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

fn run(command: &str, root: &Path) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_michinori"));
    let arguments = [command.as_ref(), root.as_os_str(), "--lang".as_ref(), "ja".as_ref()];
    program.args(arguments).output().expect("it runs")
}

fn build(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let output = run("build", root);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    tree(&root.join("public"))
}

/// A small town's content on the disk: few pages, so few pictures.
fn town() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder for the test");
    for (path, bytes) in explain::laid_over(&[]) {
        let path = root.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().expect("below the root")).expect("a folder");
        std::fs::write(path, bytes).expect("it can be written");
    }
    root
}

/// Width and height, as the file's head gives them.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn every_page_has_its_card_and_every_chart_its_picture() {
    let root = town();
    let files = build(root.path());
    let (mut cards, mut charts) = (0, 0);
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        let image = html.split("og:image\" content=\"https://town.example/").nth(1);
        let Some(image) = image.and_then(|rest| rest.split('"').next()) else {
            assert_eq!(path, "404.html");
            continue;
        };
        assert_eq!(size(&files[image]), (1200, 630), "{path}");
        let alt =
            html.split("og:image:alt\" content=\"").nth(1).and_then(|rest| rest.chars().next());
        assert!(alt.is_some_and(|first| first != '"'), "{path}");
        assert!(html.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"));
        cards += 1;
        if let Some(name) = html.split(" download>").find_map(|part| part.strip_suffix(".png\"")) {
            let name = name.rsplit('"').next().unwrap_or_default();
            let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
            assert_eq!(size(&files[&format!("{folder}/{name}.png")]).0, 1200, "{path}");
            charts += 1;
        }
    }
    assert!(cards > 30 && charts == 4, "{cards} {charts}");
    let kept = tree(&root.path().join(".michinori-cache"));

    // From the cache, and without it, the same.
    assert!(files == build(root.path()));
    std::fs::remove_dir_all(root.path().join(".michinori-cache")).expect("it can be removed");
    assert!(files == build(root.path()));

    // What has changed is drawn anew, the old picture is forgotten, all others are as they were.
    edit(root.path(), "plans/p/items/01/item.yaml", "R6: 26.8", "R6: 26.9");
    let changed = build(root.path());
    let differing = |path: &&String| path.ends_with(".png") && changed[*path] != files[*path];
    let differing: Vec<&String> = files.keys().filter(differing).collect();
    assert_eq!(
        differing,
        [
            "cards/en/p/indicators/recycling.png",
            "cards/p/indicators/recycling.png",
            "en/p/indicators/recycling.png",
            "p/indicators/recycling.png",
        ]
    );
    let now = tree(&root.path().join(".michinori-cache"));
    assert_eq!(now.len(), kept.len());
    assert_eq!(now.keys().filter(|name| !kept.contains_key(*name)).count(), 4);
}

#[test]
fn a_character_the_fonts_lack_is_told_before_anything_is_published() {
    let root = town();
    edit(root.path(), "site.yaml", "publisher: {ja: 見本町", "publisher: {ja: 見本町𠮷田支所");
    let said = String::from_utf8_lossy(&run("check", root.path()).stderr).into_owned();
    assert!(said.contains("注意[missing-glyph]") && said.contains("「𠮷」"), "{said}");
    assert!(said.contains("content/site.yaml:") && said.contains("〓"), "{said}");
    assert_eq!(said.matches("missing-glyph]").count(), 1, "once, wherever it is drawn: {said}");
}

#[test]
fn the_finding_is_worded_in_both_languages() {
    assert!(Problem::CODES.contains(&"missing-glyph"));
    let example = explain::examples().into_iter().find(|one| one.code() == "missing-glyph");
    let (sources, report) = explain::findings(&example.expect("it has an example").bad);
    let said = |lang| diagnostics::text(&report, &sources, "content/", lang, false);
    assert!(
        said(Lang::Ja).contains("PNGの画像の書体にない文字です:「𠮷」（画像では〓になります）")
    );
    assert!(said(Lang::En).contains("the font of the PNG pictures has no `𠮷`"));
}
