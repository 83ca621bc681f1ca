//! In: the content of a few hundred items. Out: what each stage on the way to the site takes.
//! Never: two stages in one figure, except where the program itself has one step.
//!
//! ```sh
//! cargo bench --bench stages            # all; --save-baseline NAME and --baseline NAME compare
//! ```

#[path = "generate/mod.rs"]
mod generate;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use michinori::chart::{self, ChartSpec, Form, Mark, Words};
use michinori::diagnostics::Report;
use michinori::evaluate::{self, Calendar};
use michinori::model::{Decimal, Lang, Site};
use michinori::pages::{self, Page};
use michinori::pipeline;
use michinori::publish::{Links, Sink, Staged};
use michinori::render::Theme;
use michinori::source::Sources;
use std::hint::black_box;

/// Items in the content; each stage says how many of what it handles.
const ITEMS: usize = 400;

/// The content and what is made of it once.
struct Ready {
    folder: tempfile::TempDir,
    sources: Sources,
    site: Site,
    theme: Theme,
}

fn ready() -> Ready {
    let folder = tempfile::tempdir().expect("a folder for the bench");
    generate::write(folder.path(), ITEMS).expect("the content can be written");
    let sources = pipeline::read(folder.path()).expect("the content can be read");
    let mut report = Report::default();
    let site = pipeline::site(&sources, &mut report).expect("the content is valid");
    let theme = pipeline::theme(folder.path(), &site, &mut report).expect("no theme of its own");
    Ready { folder, sources, site, theme: theme.expect("the default theme is valid") }
}

fn stages(criterion: &mut Criterion) {
    let Ready { folder, sources, site, theme } = ready();
    let each = |count: usize| Throughput::Elements(count as u64);

    let mut group = criterion.benchmark_group("content");
    group.throughput(each(ITEMS)).sample_size(20);
    group.bench_function("read", |bench| bench.iter(|| pipeline::read(folder.path())));
    group.bench_function("load and check", |bench| {
        bench.iter(|| pipeline::site(&sources, &mut Report::default()));
    });
    group.finish();

    let indicators: Vec<_> = site
        .plans
        .iter()
        .flat_map(|plan| {
            let calendar = Calendar::of(plan, site.settings.edition);
            plan.indicators().map(move |one| (one, calendar))
        })
        .collect();
    let mut group = criterion.benchmark_group("indicator");
    group.throughput(each(indicators.len()));
    group.bench_function("evaluate", |bench| {
        bench.iter(|| {
            for (indicator, calendar) in &indicators {
                black_box(evaluate::years(indicator, *calendar));
            }
        });
    });
    group.throughput(each(1));
    let spec = spec();
    group.bench_function("chart", |bench| bench.iter(|| chart::svg(black_box(&spec))));
    group.finish();

    let at = |wanted: fn(&Page) -> bool| {
        pages::all(&site).into_iter().find(wanted).expect("there is such a page")
    };
    let kinds = [
        ("item", at(|page| matches!(page, Page::Item(..)))),
        ("indicator", at(|page| matches!(page, Page::Indicator(..)))),
        ("thread", at(|page| matches!(page, Page::Thread(..)))),
        ("embed", at(|page| matches!(page, Page::Embed(..)))),
    ];
    let stage = tempfile::tempdir().expect("a folder for the bench");
    let staged = Staged::begin(&stage.path().join("public")).expect("the folder is empty");
    for (name, page) in kinds {
        let mut group = criterion.benchmark_group(name);
        let model = || pages::model(&site, Lang::Ja, page, theme.style(), &pages::Sizes::new());
        let made = model();
        let html = theme.page(&made).expect("the template works");
        group.bench_function("model", |bench| bench.iter(model));
        group.bench_function("template", |bench| bench.iter(|| theme.page(&made)));
        group.bench_function("links", |bench| {
            let links = Links::default();
            bench.iter(|| links.add_page(&made.path, &html, "/"));
        });
        group.bench_function("write", |bench| {
            bench.iter(|| staged.put(&made.path, html.as_bytes()));
        });
        group.finish();
    }
}

/// Five years of a level with a target each, as most charts are.
fn spec() -> ChartSpec {
    let mark = |tenths: i64| {
        let value = Decimal::new(tenths, 1);
        let title = format!("令和6年度 実績 {value}%");
        Some(Mark { value, label: value.to_string(), title, hollow: false })
    };
    let words = |text: &str| text.to_string();
    ChartSpec {
        id: words("c-share"),
        title: words("利用率の折れ線グラフ"),
        description: words("令和6年度の実績は61.2%で、目標の60.0%を1.2ポイント上回りました。"),
        form: Form::Line,
        years: (2..=7).map(|year| format!("R{year}")).collect(),
        unit: words("%"),
        actual: [124, 226, 385, 612, 799].map(mark).into_iter().chain([None]).collect(),
        target: [None].into_iter().chain([200, 400, 600, 780, 950].map(mark)).collect(),
        upper: vec![None; 6],
        original: vec![None; 6],
        before: vec![None; 6],
        broken: None,
        baseline: mark(124),
        words: Words {
            actual: words("実績"),
            target: words("目標"),
            upper: words("目標上限"),
            baseline: words("基準"),
            cut: words("縦軸の途中から表示"),
        },
        tick: |value| value.to_string(),
    }
}

criterion_group!(benches, stages);
criterion_main!(benches);
