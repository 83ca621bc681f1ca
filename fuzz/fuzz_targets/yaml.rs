//! Any bytes as any of a site's YAML files: findings or a site, every place inside its file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use michinori::diagnostics::{self, Report};
use michinori::model::Lang;
use michinori::{explain, pipeline};

const FILES: [&str; 6] = [
    "plans/p/items/01/item.yaml",
    "plans/p/plan.yaml",
    "site.yaml",
    "organisations.yaml",
    "sources.yaml",
    "glossary.yaml",
];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let path = FILES[usize::from(*first) % FILES.len()];
    let sources = explain::town_with(&[(path.to_string(), bytes.to_vec())]);
    let mut report = Report::default();
    let site = pipeline::site(&sources, &mut report);
    assert_eq!(site.is_none(), report.has_errors());
    diagnostics::text(&report, &sources, "", Lang::Ja, false);
    diagnostics::json(&report, &sources, "", Lang::En);
});
