//! Any bytes as any of a site's YAML files: findings or a site, every place inside its file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use michinori::diagnostics::{self, Lang, Report};
use michinori::model::Look;
use michinori::publish::Nowhere;
use michinori::render::Theme;
use michinori::source::Sources;
use michinori::{explain, pipeline};
use std::sync::OnceLock;

static THEME: OnceLock<Theme> = OnceLock::new();

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
    if let Some(site) = site {
        let theme = THEME.get_or_init(|| {
            let theme = Theme::load(&Sources::default(), "", &Look::default(), &mut Report::default());
            theme.expect("the default theme is valid")
        });
        let written = pipeline::write(&sources, &site, theme, &Nowhere, &mut report);
        written.expect("nowhere takes everything");
    }
    diagnostics::text(&report, &sources, "", Lang::Ja, false);
    diagnostics::json(&report, &sources, "", Lang::En);
});
