//! Whatever lies in a content file, the program says what it finds and goes on: a site or findings,
//! never a panic, never a place outside the file.

use michinori::diagnostics::{self, Lang, Report};
use michinori::explain;
use michinori::model::Look;
use michinori::pipeline;
use michinori::publish::Nowhere;
use michinori::render::Theme;
use michinori::source::Sources;
use proptest::prelude::*;
use std::sync::OnceLock;

/// Reads the town with this file in it, prints every finding in every form, and builds the site if
/// there is one.
fn survives(path: &str, bytes: &[u8]) -> bool {
    let sources = explain::town_with(&[(path.to_string(), bytes.to_vec())]);
    let mut report = Report::default();
    let site = pipeline::site(&sources, &mut report);
    for lang in Lang::ALL {
        diagnostics::text(&report, &sources, "content/", lang, true);
        diagnostics::github(&report, &sources, "content/", lang);
    }
    let json = diagnostics::json(&report, &sources, "content/", Lang::Ja);
    assert!(json.starts_with('['));
    let is_clean = site.is_some();
    assert_eq!(is_clean, !report.has_errors());
    if let Some(site) = site {
        let written = pipeline::write(&sources, &site, theme(), &Nowhere, &mut report);
        written.expect("nowhere takes everything");
    }
    true
}

/// The default theme, compiled once.
fn theme() -> &'static Theme {
    static THEME: OnceLock<Theme> = OnceLock::new();
    THEME.get_or_init(|| {
        let theme = Theme::load(&Sources::default(), "", &Look::default(), &mut Report::default());
        theme.expect("the default theme is valid")
    })
}

fn a_path() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "site.yaml",
        "organisations.yaml",
        "sources.yaml",
        "glossary.yaml",
        "plans/p/plan.yaml",
        "plans/p/about.ja.md",
        "plans/p/items/01/item.yaml",
        "plans/p/items/01/overview.ja.md",
        "plans/p/items/01/2021.ja.md",
        "plans/p/items/01/2021.en.md",
        "pages/news.ja.md",
        "changes/2025-09-30.yaml",
        "images/map.png",
        "strange.txt",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(path in a_path(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(survives(path, &bytes));
    }

    #[test]
    fn any_text(path in a_path(), text in "[-#:{}\\[\\]\"'&*!|>%@`\\n\\t a-zA-Z0-9ぁ-ん０-９一-龥▲，。《》]{0,300}") {
        prop_assert!(survives(path, text.as_bytes()));
    }

    /// A good file with a piece cut out, doubled or replaced: the slips of real editing.
    #[test]
    fn any_slip_in_a_good_file(
        example in 0..1000usize,
        at in 0..10_000usize,
        length in 0..40usize,
        put in "[-:{}\\[\\]\"'\\n ,a-z0-9２年度▲]{0,12}",
    ) {
        let examples = explain::examples();
        let files = &examples[example % examples.len()].good;
        prop_assume!(!files.is_empty());
        let (path, bytes) = &files[example % files.len()];
        prop_assume!(!path.starts_with("themes/"));
        let start = at % (bytes.len() + 1);
        let end = (start + length).min(bytes.len());
        let slipped = [&bytes[..start], put.as_bytes(), &bytes[end..]].concat();
        prop_assert!(survives(path, &slipped));
    }
}

#[test]
fn deep_nesting_and_endless_lists_end_at_once() {
    let deep = format!("a: {}", "[".repeat(100_000));
    assert!(survives("plans/p/items/01/item.yaml", deep.as_bytes()));
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n";
    assert!(survives("plans/p/items/01/item.yaml", bomb.as_bytes()));
    let long = format!("title: {{ja: {}, en: x}}\nlead: []\n", "あ".repeat(200_000));
    assert!(survives("plans/p/items/01/item.yaml", long.as_bytes()));
}
