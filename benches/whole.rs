//! In: a number of items. Out: a site made of so many, end to end in one process, with what it took.
//! Never: a stage left out, the clock of the wall as the measure: seconds are the processor's.
//!
//! ```sh
//! cargo bench --bench whole -- 10000              # every page of the site
//! cargo bench --bench whole -- 10000 --sheets     # only the items' pages, to compare with other tools
//! cargo bench --bench whole -- 10000 --prepare    # only writes the content (and what Hugo is given)
//! cargo bench --bench whole -- 10000 --out FOLDER # writes the site elsewhere
//! ```
#![allow(clippy::print_stdout, clippy::disallowed_methods, clippy::float_arithmetic)]

#[path = "generate/mod.rs"]
mod generate;
#[path = "process/mod.rs"]
mod process;
#[path = "rival/mod.rs"]
mod rival;

use michinori::diagnostics::{self, Report};
use michinori::model::{Lang, Site};
use michinori::pages::{self, Page};
use michinori::pipeline::{self, Summary};
use michinori::publish::{Links, Sink, Staged};
use michinori::render::Theme;
use process::Usage;
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = |flag: &str| arguments.iter().any(|one| one == flag);
    let items = arguments.iter().find_map(|one| one.parse().ok()).unwrap_or(1000);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/bench/{items}"));
    if asked("--prepare") || !root.join("content").exists() {
        prepare(&root, items);
    }
    if asked("--prepare") {
        return;
    }
    process::forget_peak();
    let before = Usage::now();
    let named = arguments.iter().skip_while(|one| *one != "--out").nth(1);
    let out = named.map_or(root.join("public"), PathBuf::from);
    let summary = build(&root, &out, asked("--sheets"));
    let used = Usage::now().since(before);
    report(items, summary, &used, &out);
}

fn prepare(root: &Path, items: usize) {
    if root.exists() {
        fs::remove_dir_all(root).expect("an earlier run's folder can be removed");
    }
    generate::write(root, items).expect("the content can be written");
    let sources = pipeline::read(root).expect("the content can be read");
    rival::write(&root.join("hugo"), &valid(&sources)).expect("Hugo's content can be written");
}

fn valid(sources: &michinori::source::Sources) -> Site {
    let mut report = Report::default();
    pipeline::site(sources, &mut report).unwrap_or_else(|| {
        panic!(
            "the content has errors:\n{}",
            diagnostics::text(&report, sources, "", diagnostics::Lang::En, false)
        )
    })
}

fn build(root: &Path, out: &Path, sheets_only: bool) -> Summary {
    let mut sources = pipeline::read(root).expect("the content can be read");
    let mut report = Report::default();
    let site = pipeline::only_site(&mut sources, &mut report).expect("the content is valid");
    let theme = pipeline::theme(root, &site, &mut report).expect("no theme of its own");
    let theme = theme.expect("the default theme is valid");
    let staged = Staged::begin(out).expect("the folder is ours");
    let summary = if sheets_only {
        sheets(&site, &theme, &staged)
    } else {
        pipeline::write(&sources, &site, &theme, &staged, &mut report).expect("it can be written")
    };
    assert!(!report.has_errors(), "{report:?}");
    staged.publish().expect("it can be published");
    summary
}

/// The items' pages in both languages, as `pipeline::write` makes them.
fn sheets(site: &Site, theme: &Theme, sink: &dyn Sink) -> Summary {
    let all = pages::all(site).into_iter().filter(|page| matches!(page, Page::Item(..)));
    let both = |page| [Lang::Ja, Lang::En].map(|lang| (lang, page));
    let all: Vec<(Lang, Page)> = all.flat_map(both).collect();
    let links = Links::default();
    let charts = all.par_iter().map(|(lang, page)| {
        let model = pages::model(site, *lang, *page, theme.style(), &pages::Sizes::new());
        let html = theme.page(&model).expect("the template works");
        links.add_page(&model.path, &html, "/");
        sink.put(&model.path, html.as_bytes()).expect("it can be written");
        html.matches("<svg class=\"chart\"").count()
    });
    Summary { taken_over: 0, charts: charts.sum(), pages: all.len(), files: all.len() }
}

fn report(items: usize, summary: Summary, used: &Usage, out: &Path) {
    let bytes = process::size(out);
    let Summary { pages, charts, .. } = summary;
    println!("items {items}, pages {pages}, charts {charts}, {:.1} MB", bytes as f64 / 1e6);
    println!(
        "user {:.2} s, system {:.2} s, wall {:.2} s, peak {:.0} MB",
        used.user, used.system, used.wall, used.peak_megabytes
    );
    let (each, page) = (used.user / items as f64, used.user / pages as f64);
    println!("user {:.3} ms an item, {:.3} ms a page", each * 1e3, page * 1e3);
}
