//! 道のり (michinori) turns a public body's plan into its public progress report.
//!
//! Figures in YAML and narratives in Markdown go in; a static site in Japanese and English comes out, with a
//! chart of every indicator against its target. This page is the architecture.
//!
//! ```text
//! content/ themes/                                                                     public/
//!    │                                                                                     ▲
//!  source ─▶ load ─▶ check ─▶ evaluate ─▶ pages ─▶ render, export ─▶ (path, bytes) ─▶ publish
//!   text    drafts   a valid   numbers    page      HTML, SVG,        into a Sink      staged,
//!   + ids   + spans  Site or   and        models    CSV, JSON         (folder,         swapped in
//!                    a Report  verdicts                               memory)          one step
//! ```
//!
//! Each arrow is one function; [`pipeline`] is those calls in order. Pages are made on all cores, each let go once
//! it is written; machine files are written record by record. [`model::Items`] note who looks at them, so that
//! [`pipeline::Recall`] takes over from the last build what would come out the same.
//!
//! - [`source`] reads every file once and gives it an id, so that a [`source::Span`] can point into it.
//! - `load` turns one file into one draft. It alone knows the YAML library. Every value keeps its span
//!   as long as anyone may complain about it.
//! - `check` holds drafts against each other and makes the [`model::Site`], in which every reference
//!   is resolved; or it leaves the [`diagnostics::Report`] with all mistakes, never only the first.
//! - [`evaluate`] judges: verdicts, rates of achievement (達成率), counts (達成件数), slips of a schedule, what
//!   became of issues and items. It is total: an undefined case is a named variant, not a failure.
//! - [`contract`] is what `data/v1` promises: files, columns, codes, the shape of every record.
//! - [`pages`] makes one typed model a page and language: every word, every link, every number as
//!   people read it and as programs do.
//! - [`render`] spells models out with the theme's templates, and readings (漢字《かんじ》) as ruby; [`chart`] and [`markdown`] are called when
//!   a model is serialized, so models hold no HTML.
//! - [`picture`] draws what leaves the site: a chart with its sentence, source and date in one file. Its looks
//!   are the theme's, written onto every element, because such a file has no style sheet. With the feature `png` it also makes
//!   pictures: charts, and the card shown where a page is shared.
//! - [`publish`] writes beside the target, checks that every link leads somewhere, and swaps.
//!
//! [`explain`] keeps an example of every mistake, and runs it; [`translations`] lists what is to be
//! translated. [`init`] begins a plan for another town, [`schema`] tells editors what may be written,
//! [`serve`] shows the site in a browser meanwhile.
//! [`models`] lists what templates are given; [`compare`] tells what changed between two editions, and its record is content again.
//!
//! Deliberately absent: a clock, the environment and the current directory below [`cli`] (the
//! edition's date is content, so two builds give the same bytes); floats outside [`chart`]; hash maps
//! (output order is public); a fixed depth or name of a plan's levels (both are content).
//!
//! A module may use only what stands left of it, which `tests/tidy.rs` holds:
//!
//! ```text
//! source model diagnostics locale markdown chart │ load check evaluate contract pages render picture publish export │ pipeline │ explain translations compare models schema init serve cli
//! ```
//!
//! Where this departs from the first plan of the house: `model` stands left of `diagnostics`, because
//! findings speak of its fiscal years; and the theme's templates see only page models, which
//! `pages` serializes, so `render` needs no chart or Markdown of its own. Opinions stand by meeting
//! (`content/meetings/`), because one meeting speaks of several plans; a chart to embed names its plan in
//! its address, because ids are unique within a plan; scripts sort, search and read out points of a chart, and
//! nothing is lost without them; the preview is plain threads, since an asynchronous server would bring 38
//! crates for one reader; and texts are copied into the model rather than borrowed, because a large site then lets
//! the files go.

pub mod chart;
mod check;
pub mod cli;
pub mod compare;
pub mod contract;
pub mod diagnostics;
pub mod evaluate;
pub mod explain;
mod export;
pub mod init;
mod load;
pub mod locale;
pub mod markdown;
pub mod model;
pub mod models;
pub mod pages;
pub mod picture;
pub mod pipeline;
pub mod publish;
pub mod render;
pub mod schema;
#[cfg(feature = "serve")]
pub mod serve;
pub mod source;
pub mod translations;
