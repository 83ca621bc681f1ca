//! House rules as code: import order, openings of modules, length of files, homes of crates.

use std::path::{Path, PathBuf};

/// A module may use only what stands left of it.
const ORDER: &[&str] = &[
    "source",
    "model",
    "diagnostics",
    "locale",
    "markdown",
    "chart",
    "load",
    "check",
    "evaluate",
    "contract",
    "pages",
    "render",
    "picture",
    "publish",
    "export",
    "pipeline",
    "explain",
    "translations",
    "compare",
    "models",
    "schema",
    "init",
    "serve",
    "cli",
];

/// The one module that may name each crate.
const HOMES: &[(&str, &str)] = &[
    ("annotate_snippets", "diagnostics"),
    ("blake3", "source"),
    ("clap", "cli"),
    ("csv", "export"),
    ("granit_parser", "load"),
    ("include_dir", "render"),
    ("mimalloc", "main"),
    ("notify", "serve"),
    ("plotters", "chart"),
    ("pulldown_cmark", "markdown"),
    ("resvg", "picture"),
    ("rust_decimal", "model"),
    ("rust_xlsxwriter", "export"),
    ("rustix", "publish"),
    ("sha2", "source"),
    ("strsim", "load"),
    ("tera", "render"),
    ("walkdir", "source"),
    ("zip", "publish"),
];

fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("its entries can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let below = path.strip_prefix(&root).expect("it is below src");
                let first = below.components().next().expect("a path has a first part");
                let module = first.as_os_str().to_string_lossy().replace(".rs", "");
                let text = std::fs::read_to_string(&path).expect("a source file can be read");
                found.push((module, below.to_path_buf(), text));
            }
        }
    }
    found.sort_by(|a, b| a.1.cmp(&b.1));
    found
}

fn place(module: &str) -> usize {
    let place = ORDER.iter().position(|known| *known == module);
    place.unwrap_or_else(|| panic!("`{module}` has no place in the order; give it one"))
}

#[test]
fn a_module_uses_only_what_stands_left_of_it() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        if module == "lib" || module == "main" {
            continue;
        }
        for rest in text.split("crate::").skip(1) {
            let used: String =
                rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            if used != module && place(&used) >= place(&module) {
                wrong.push(format!("{} uses {used}", path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_file_opens_with_what_comes_in_what_goes_out_and_what_never_happens() {
    let without = |text: &str| {
        let opening: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
        !(opening.contains("In:") && opening.contains("Out:") && opening.contains("Never:"))
    };
    let wrong: Vec<_> = sources()
        .into_iter()
        .filter(|(module, _, text)| module != "lib" && module != "main" && without(text))
        .map(|(_, path, _)| path)
        .collect();
    assert_eq!(wrong, Vec::<PathBuf>::new());
}

/// Tables of words are looked up, not read: one file a language, however long.
const TABLES: &[&str] = &[
    "diagnostics/wording/en.rs",
    "diagnostics/wording/ja.rs",
    "locale/en.rs",
    "locale/ja.rs",
    "locale/messages.rs",
];

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let table = |path: &Path| TABLES.iter().any(|table| Path::new(table) == path);
    let long: Vec<_> = sources()
        .into_iter()
        .filter(|(_, path, text)| text.lines().count() > 400 && !table(path))
        .map(|(_, path, text)| (path, text.lines().count()))
        .collect();
    assert_eq!(long, []);
}

#[test]
fn every_crate_has_one_home() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        for (name, home) in HOMES {
            let named = text.lines().any(|line| {
                let code = line.split("//").next().unwrap_or("");
                code.contains(&format!("{name}::")) || code.contains(&format!("{name}_backend::"))
            });
            // `explain` and `init` embed their examples as `render` embeds the theme.
            let shared = *name == "include_dir" && ["explain", "init"].contains(&module.as_str());
            if named && module != *home && !shared {
                wrong.push(format!("{} names {name}", path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_changelog_knows_the_version() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let changelog = std::fs::read_to_string(root.join("CHANGELOG.md")).expect("it can be read");
    assert!(changelog.contains(&format!("## {}", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn every_word_of_ours_is_shown_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ja = std::fs::read_to_string(root.join("src/locale/ja.rs")).expect("it can be read");
    let names = ja.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(": "));
    let mut shown: String = sources()
        .into_iter()
        .filter(|(module, ..)| module == "pages" || module == "locale")
        .map(|(.., text)| text)
        .collect();
    let templates = std::fs::read_dir(root.join("themes/default/templates")).expect("a folder");
    for template in templates {
        let path = template.expect("an entry").path();
        shown.push_str(&std::fs::read_to_string(path).expect("a template can be read"));
    }
    let unused: Vec<&str> = names
        .map(|(name, _)| name)
        .filter(|name| !name.contains(' '))
        .filter(|name| {
            let used = |holder: &str| {
                shown.split(&format!("{holder}.{name}")).skip(1).any(|rest| {
                    !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_')
                })
            };
            !used("words") && !used("t") && !used("english")
        })
        .collect();
    assert_eq!(unused, Vec::<&str>::new());
}
