//! What a build leaves on the disk: the old site or the new one, whole, and the same bytes each time.

mod common;

use common::{edit, mihon, own_copy, tree};
use std::path::Path;
use std::process::{Command, Output};

fn michinori() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_michinori"));
    command.env_remove("LC_ALL").env("LANG", "ja_JP.UTF-8");
    command
}

fn build(root: &Path, out: &Path) -> Output {
    michinori().arg("build").arg(root).arg("--out").arg(out).output().expect("it runs")
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

/// Names in the folder that holds the site, to see that nothing is left lying about.
fn beside(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("it can be read");
    let name = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.expect("an entry").file_name().to_string_lossy().into_owned()
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

#[test]
fn two_builds_are_the_same_bytes_whatever_the_machine_says() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let settings = [
        [("RAYON_NUM_THREADS", "1"), ("TZ", "UTC"), ("LANG", "C")],
        [("RAYON_NUM_THREADS", "7"), ("TZ", "Asia/Tokyo"), ("LANG", "ja_JP.UTF-8")],
        [("RAYON_NUM_THREADS", "2"), ("TZ", "America/New_York"), ("LANG", "de_DE.UTF-8")],
    ];
    let mut sites = settings.iter().map(|settings| {
        let out = folder.path().join(settings[0].1);
        let mut command = michinori();
        command.arg("build").arg(mihon()).arg("--out").arg(&out).envs(settings.iter().copied());
        assert!(command.status().expect("it runs").success());
        tree(&out)
    });
    let first = sites.next().expect("three settings");
    assert!(first.len() > 60);
    for other in sites {
        assert_eq!(first.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (path, bytes) in &first {
            assert!(*bytes == other[path], "{path} differs");
        }
    }
}

#[test]
fn a_build_leaves_the_site_and_nothing_beside_it() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path().join("public");
    for _ in 0..2 {
        let output = build(&mihon(), &out);
        assert!(output.status.success(), "{}", said(&output));
        assert!(said(&output).contains("254ページ"), "{}", said(&output));
        assert_eq!(beside(folder.path()), ["public"]);
    }
}

#[test]
fn a_page_that_is_gone_from_the_content_is_gone_from_the_site() {
    let (root, out) = (own_copy(), tempfile::tempdir().expect("a folder for the test"));
    let out = out.path().join("public");
    assert!(build(root.path(), &out).status.success());
    assert!(out.join("glossary/index.html").exists());
    std::fs::remove_file(root.path().join("content/glossary.yaml")).expect("it can be removed");
    let output = build(root.path(), &out);
    assert!(output.status.success(), "{}", said(&output));
    assert!(!out.join("glossary").exists());
}

#[test]
fn a_failed_build_leaves_the_old_site_byte_for_byte() {
    let root = own_copy();
    let out = root.path().join("public");
    assert!(build(root.path(), &out).status.success());
    let before = tree(&out);
    edit(root.path(), "plans/r3/items/01/item.yaml", "unit: percent", "unit: percnt");
    let output = build(root.path(), &out);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("「percent」の誤りではありませんか"), "{}", said(&output));
    assert!(said(&output).contains("サイトは書き換えていません"));
    assert!(before == tree(&out));
    assert_eq!(
        beside(root.path()),
        [".michinori-cache", "content", "expected.csv", "expected_grades.csv", "public"]
    );
}

#[test]
fn no_mistake_of_the_catalogue_touches_the_old_site() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path().join("public");
    assert!(build(&mihon(), &out).status.success());
    let before = tree(&out);
    let mut tried = 0;
    for example in michinori::explain::examples() {
        let root = folder.path().join(&example.name);
        for (path, bytes) in michinori::explain::laid_over(&example.bad) {
            let path = match path.strip_prefix("themes/") {
                Some(theme) => root.join("themes").join(theme),
                None => root.join("content").join(path),
            };
            std::fs::create_dir_all(path.parent().expect("below the root")).expect("a folder");
            std::fs::write(path, bytes).expect("it can be written");
        }
        let (_, report) = michinori::explain::findings(&example.bad);
        if report.has_errors() && !["template", "unknown-name"].contains(&example.code()) {
            let output = build(&root, &out);
            assert_eq!(output.status.code(), Some(1), "{}: {}", example.name, said(&output));
            tried += 1;
        }
    }
    assert!(tried >= 80);
    assert!(before == tree(&out));
}

#[test]
fn a_dead_link_in_a_text_stops_the_build_and_names_the_page() {
    let root = own_copy();
    let out = root.path().join("public");
    edit(root.path(), "pages/about.ja.md", "\n\n", "\n\n[どこにもない](../nowhere.html)\n\n");
    let output = build(root.path(), &out);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("../nowhere.html") && said(&output).contains("pages/about.ja.md:3:")
    );
    assert!(!out.exists());
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path().join("homepage");
    std::fs::create_dir(&out).expect("it can be made");
    std::fs::write(out.join("index.html"), "mine").expect("it can be written");
    let output = build(&mihon(), &out);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("michinori が作ったフォルダーではない"), "{}", said(&output));
    assert_eq!(tree(&out).into_values().collect::<Vec<_>>(), [b"mine"]);
    assert_eq!(beside(folder.path()), ["homepage"]);

    let file = folder.path().join("file");
    std::fs::write(&file, "mine").expect("it can be written");
    assert_eq!(build(&mihon(), &file).status.code(), Some(2));
}

#[test]
fn a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one() {
    let root = own_copy();
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path().join("public");
    assert!(build(root.path(), &out).status.success());
    let old = tree(&out);
    edit(root.path(), "site.yaml", "見本県", "新見本県");
    let reference = folder.path().join("reference");
    assert!(build(root.path(), &reference).status.success());
    let new = tree(&reference);
    assert!(old != new);

    let stage = folder.path().join(".public.stage");
    let staged = || std::fs::read_dir(&stage).map_or(0, Iterator::count);
    // Killed as soon as so many entries are staged; the last never happens, so that build ends by
    // itself unless it is caught while the old site is being cleared away.
    for entries in [0, 1, 2, 4, 6, usize::MAX] {
        let mut child = michinori()
            .arg("build")
            .arg(root.path())
            .arg("--out")
            .arg(&out)
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("it runs");
        while staged() < entries && child.try_wait().expect("it can be asked").is_none() {
            std::thread::yield_now();
        }
        let _ = child.kill(); // it may have ended by itself
        child.wait().expect("it can be waited for");
        let left = tree(&out);
        assert!(left == old || left == new, "half a site after {entries} entries");
        assert!(build(&mihon(), &out).status.success(), "the next build clears what was left");
        assert!(tree(&out) == tree(&out) && !stage.exists());
        assert!(tree(&out) == old);
    }
}

#[test]
fn the_site_can_be_had_as_one_archive() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let root = own_copy();
    let out = folder.path().join("public");
    let zip = || {
        let mut command = michinori();
        command.arg("build").arg(root.path()).arg("--zip").arg("--out").arg(&out);
        command.output().expect("it runs")
    };
    let output = zip();
    assert!(output.status.success() && said(&output).contains("public.zip"), "{}", said(&output));
    assert_eq!(beside(folder.path()), ["public", "public.zip"]);
    let archive = folder.path().join("public.zip");
    let first = std::fs::read(&archive).expect("it is there");
    let mut unpacked = std::collections::BTreeMap::new();
    let mut files = zip::ZipArchive::new(std::io::Cursor::new(&first)).expect("an archive");
    for at in 0..files.len() {
        let mut file = files.by_index(at).expect("an entry");
        let path = file.name().expect("a name").into_owned();
        let path = path.strip_prefix("public/").expect("one folder").to_string();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).expect("it can be read");
        unpacked.insert(path, bytes);
    }
    let mut site = tree(&out);
    site.retain(|path, _| !path.starts_with('.'));
    assert!(unpacked == site, "the archive is the site");

    zip();
    assert!(std::fs::read(&archive).expect("it is there") == first, "the same bytes again");
    edit(root.path(), "plans/r3/items/01/item.yaml", "unit: percent", "unit: percnt");
    assert_eq!(zip().status.code(), Some(1));
    assert!(std::fs::read(&archive).expect("it is there") == first, "a failed build leaves it");
}

#[test]
fn check_writes_nothing() {
    let root = own_copy();
    let before = beside(root.path());
    let output = michinori().arg("check").arg(root.path()).output().expect("it runs");
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("誤りはありません"));
    assert_eq!(beside(root.path()), before);
}

#[test]
fn a_missing_folder_and_a_wrong_option_end_with_two() {
    let output = michinori().args(["build", "no-such-folder"]).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("読み込めません"), "{}", said(&output));
    assert_eq!(michinori().arg("--nonsense").status().expect("it runs").code(), Some(2));
    assert_eq!(michinori().arg("--help").status().expect("it runs").code(), Some(0));
}

#[test]
fn the_address_can_be_given_by_whoever_publishes() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let out = folder.path().join("public");
    let status = michinori()
        .arg("build")
        .arg(mihon())
        .arg("--out")
        .arg(&out)
        .args(["--base-url", "https://town.example/gunma-report"])
        .status();
    assert!(status.expect("it runs").success());
    let files = tree(&out);
    let page = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    assert!(
        page("en/index.html")
            .contains("rel=\"canonical\" href=\"https://town.example/gunma-report/en/\"")
    );
    assert!(page("404.html").contains("href=\"/gunma-report/index.html\""));
    assert!(page("404.html").contains("href=\"/gunma-report/assets/style.css?"));
}

#[cfg(unix)]
#[test]
fn a_pull_request_is_told_which_public_pages_change() {
    let site = own_copy();
    let built = |out: &str| {
        let out = site.path().join(out);
        assert!(build(site.path(), &out).status.success());
        out
    };
    let old = built("old");
    edit(site.path(), "plans/r3/items/04/2023.ja.md", "17.3時間に増え", "17.3時間となり");
    let new = built("new");
    let told = |old: &Path, new: &Path| {
        let script = common::root().join(".github/changed-pages");
        let output = Command::new(script).args([old, new]).output().expect("bash is here");
        assert!(output.status.success());
        String::from_utf8(output.stdout).expect("text")
    };
    let words = told(&old, &new);
    assert!(words.contains("- `r3/items/04.html`") && words.contains("`r3/years/2023.html`"));
    assert!(!words.contains("r3/items/01.html"), "its foot alone differs: {words}");
    assert!(told(&new, &new).contains("None."));
    std::fs::remove_file(old.join("r3/items/05.html")).expect("it is there");
    assert!(told(&old, &new).contains("new (1)"));
}
