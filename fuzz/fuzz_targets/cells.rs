//! Any words as a year and a number of a row: a row that is read can be judged, drawn and shown.
#![no_main]

use libfuzzer_sys::fuzz_target;
use michinori::diagnostics::Report;
use michinori::model::{IndicatorAt, Lang, Look};
use michinori::pages::{self, Page};
use michinori::render::Theme;
use michinori::source::Sources;
use michinori::{explain, pipeline};
use std::sync::OnceLock;

static THEME: OnceLock<Theme> = OnceLock::new();

fn theme() -> &'static Theme {
    THEME.get_or_init(|| {
        Theme::load(&Sources::default(), "", &Look::default(), &mut Report::default()).expect("the default theme is valid")
    })
}

fuzz_target!(|words: (&str, &str, &str)| {
    let (year, target, actual) = words;
    let item = format!(
        "title: {{ja: 題, en: Title}}\nlead: []\nindicators:\n  - id: row\n    role: target\n    \
         name: {{ja: 名, en: Name}}\n    unit: count\n    aim: at_least\n    rate: gap_closed\n    \
         baseline: R2\n    target: {{{year}: {target}}}\n    actual: {{R2: 1, {year}: {actual}}}\n"
    );
    let path = "plans/p/items/01/item.yaml".to_string();
    let sources = explain::town_with(&[(path, item.into_bytes())]);
    let Some(site) = pipeline::site(&sources, &mut Report::default()) else { return };
    let page = Page::Indicator(0, IndicatorAt::Item(0, 0));
    let model = pages::models(&site, Lang::Ja, &[page], "", &pages::Sizes::new()).next().expect("a page, a model");
    let html = theme().page(&model).expect("the theme fits");
    assert!(!html.contains("NaN"));
});
