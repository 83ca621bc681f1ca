//! What the tests share: sites built in memory, pages read as a person would.
#![allow(dead_code)] // each test program uses a part

use michinori::diagnostics::Report;
use michinori::model::Site;
use michinori::pipeline;
use michinori::publish::{Memory, Sink, WriteError};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The fictional example.
pub fn mihon() -> PathBuf {
    root().join("examples/mihon")
}

/// A site's content, valid.
pub fn site(root: &Path) -> Site {
    let sources = pipeline::read(root).expect("the content can be read");
    let mut report = Report::default();
    let site = pipeline::site(&sources, &mut report);
    site.unwrap_or_else(|| {
        let text = michinori::diagnostics::text(
            &report,
            &sources,
            "",
            michinori::diagnostics::Lang::En,
            false,
        );
        panic!("the content has errors:\n{text}")
    })
}

/// A site in memory without its pictures, which are slow to draw and are no text.
#[derive(Default)]
struct Texts(Memory);

impl Sink for Texts {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.0.put(path, bytes)
    }

    fn made(&self, _: &str, _: &dyn Fn() -> Vec<u8>) -> Option<Vec<u8>> {
        None
    }
}

/// Every text of a built site.
pub fn build(root: &Path) -> BTreeMap<String, String> {
    let text = |(path, bytes)| Some((path, String::from_utf8(bytes).ok()?));
    files(root).into_iter().filter_map(text).collect()
}

/// Every file of a built site but its pictures.
pub fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let (sources, site) = (pipeline::read(root).expect("the content can be read"), site(root));
    let mut report = Report::default();
    let theme = pipeline::theme(root, &site, &mut report).expect("the theme can be read");
    let theme = theme.expect("the theme is valid");
    let sink = Texts::default();
    pipeline::write(&sources, &site, &theme, &sink, &mut report).expect("memory takes everything");
    assert!(!report.has_errors(), "{report:?}");
    sink.0.into_files()
}

/// The text of a piece of HTML as it is read: tags dropped, entities resolved, spaces folded.
pub fn text(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for character in html.chars() {
        match character {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push(' ');
            }
            _ if !inside => out.push(character),
            _ => {}
        }
    }
    let out = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let out = out.replace("&#x27;", "'").replace("&#39;", "'").replace("&amp;", "&");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The cells of the table row whose year is `year`, on an indicator's page.
pub fn year_row(html: &str, year: &str) -> Vec<String> {
    let name = format!("<span class=\"year-name\">{year}</span>");
    let row = html.split("<tr").find(|row| row.contains(&name));
    let row = row.unwrap_or_else(|| panic!("no row for {year}"));
    let cells = row.split("<td").skip(1).map(|rest| rest.split("</td>").next().unwrap_or(""));
    cells.map(|cell| text(&format!("<td{cell}"))).collect()
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("the folder can be read") {
        let entry = entry.expect("its entries can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

/// Every file below a folder with its bytes.
pub fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("its entries can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).expect("it is below").to_string_lossy();
                files.insert(name.into_owned(), std::fs::read(&path).expect("a file can be read"));
            }
        }
    }
    files
}

/// The example where it may be changed.
pub fn own_copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    copy(&mihon(), folder.path());
    folder
}

/// Changes the first place where a content file says something.
pub fn edit(root: &Path, file: &str, from: &str, to: &str) {
    let path = root.join("content").join(file);
    let text = std::fs::read_to_string(&path).expect("the file is there");
    assert!(text.contains(from), "{file} holds {from}");
    std::fs::write(&path, text.replacen(from, to, 1)).expect("it can be written");
}
