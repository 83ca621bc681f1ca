//! Any text as a year's narrative: what it mentions lies inside it, and no page of it can run a script.
#![no_main]

use libfuzzer_sys::fuzz_target;
use michinori::diagnostics::{self, Lang, Report};
use michinori::markdown::{self, Mention, Setting};
use michinori::{explain, pipeline};

fuzz_target!(|text: &str| {
    for mention in markdown::mentions(text) {
        let range = match mention {
            Mention::Link { range, .. }
            | Mention::Picture { range, .. }
            | Mention::LostFootnote { range, .. } => range,
        };
        assert!(text.get(range).is_some());
    }
    let html = markdown::to_html(text, &Setting { prefix: "x-", top: 4, resolve: &|_| None, terms: &[("の", "no"), ("a", "a")] });
    let lower = html.to_ascii_lowercase();
    assert!(!lower.contains("<script") && !lower.contains("href=\"javascript:"));
    let path = "plans/p/items/01/2021.ja.md".to_string();
    let sources = explain::town_with(&[(path, text.as_bytes().to_vec())]);
    let mut report = Report::default();
    pipeline::site(&sources, &mut report);
    diagnostics::text(&report, &sources, "", Lang::Ja, false);
});
