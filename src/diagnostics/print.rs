//! In: a report. Out: text with the quoted line and a caret, JSON, or annotations of a pull request.
//! Never: standard output; the command line decides where it goes.

use super::{At, Diagnostic, Lang, Report, Severity, Wording};
use crate::source::{Place, Sources, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet}; // carets that line up under full-width text; its only home
use serde::Serialize;

/// The report as text for a terminal. Paths begin with `prefix` (`content/`).
pub fn text(report: &Report, sources: &Sources, prefix: &str, lang: Lang, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for one in report.sorted(sources) {
        out.push_str(&entry(one, sources, prefix, lang, &renderer));
        out.push_str("\n\n");
    }
    out
}

/// How many findings of each code, errors first, most first.
pub fn counts(report: &Report, sources: &Sources) -> Vec<(&'static str, Severity, usize)> {
    let mut counts: Vec<(&'static str, Severity, usize)> = Vec::new();
    for one in report.sorted(sources) {
        let code = one.problem.code();
        match counts.iter_mut().find(|(known, ..)| *known == code) {
            Some((_, _, count)) => *count += 1,
            None => counts.push((code, one.problem.severity(), 1)),
        }
    }
    counts.sort_by_key(|(code, severity, count)| (*severity, std::cmp::Reverse(*count), *code));
    counts
}

/// The report as annotations of a pull request on GitHub.
pub fn github(report: &Report, sources: &Sources, prefix: &str, lang: Lang) -> String {
    let escaped = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| escaped(text).replace(':', "%3A").replace(',', "%2C");
    let mut out = String::new();
    for one in report.sorted(sources) {
        let entry = Entry::of(one, sources, prefix, lang);
        let place = match (entry.line, entry.column) {
            (Some(line), Some(column)) => format!(",line={line},col={column}"),
            _ => String::new(),
        };
        let help = entry.help.map(|help| format!("\n{help}")).unwrap_or_default();
        out.push_str(&format!(
            "::{} file={}{place},title={}::{}\n",
            entry.severity,
            property(&entry.file),
            property(entry.code),
            escaped(&format!("{}{help}", entry.message)),
        ));
    }
    out
}

/// The report as one JSON array; lines and columns count from 1, columns in characters.
pub fn json(report: &Report, sources: &Sources, prefix: &str, lang: Lang) -> String {
    let entries = entries(report, sources, prefix, lang);
    let mut out =
        serde_json::to_string_pretty(&entries).expect("strings and numbers always serialize");
    out.push('\n');
    out
}

/// The findings in order, in words, each with its place.
pub fn entries(report: &Report, sources: &Sources, prefix: &str, lang: Lang) -> Vec<Entry> {
    let sorted = report.sorted(sources).into_iter();
    sorted.map(|one| Entry::of(one, sources, prefix, lang)).collect()
}

fn entry(
    one: &Diagnostic,
    sources: &Sources,
    prefix: &str,
    lang: Lang,
    renderer: &Renderer,
) -> String {
    let words = Wording::of(&one.problem, lang);
    let (level, help) = match (one.problem.severity(), lang) {
        (Severity::Error, Lang::Ja) => (Level::ERROR.with_name("誤り"), "対処"),
        (Severity::Error, Lang::En) => (Level::ERROR, "help"),
        (Severity::Warning, Lang::Ja) => (Level::WARNING.with_name("注意"), "対処"),
        (Severity::Warning, Lang::En) => (Level::WARNING, "help"),
    };
    let title = level.primary_title(words.message).id(one.problem.code());
    let mut group = match &one.at {
        At::Span(span) => {
            let path = format!("{prefix}{}", sources.file(span.file).path);
            let mut snippet = Snippet::source(sources.text(span.file))
                .path(path)
                .annotation(AnnotationKind::Primary.span(range(*span)));
            if let Some(also) = one.also.filter(|also| also.file == span.file) {
                snippet = snippet.annotation(AnnotationKind::Context.span(range(also)));
            }
            title.element(snippet)
        }
        At::Path(path) => Group::with_title(title).element(Origin::path(format!("{prefix}{path}"))),
        At::Page(path) => Group::with_title(title).element(Origin::path(path.clone())),
        At::Line(line) => title.element(
            Snippet::source(line.text.as_str())
                .line_start(line.number as usize)
                .path(beside(prefix, &line.path))
                .annotation(AnnotationKind::Primary.span(line.range.clone())),
        ),
    };
    if let Some(words) = words.help {
        group = group.element(Level::HELP.with_name(help).message(words));
    }
    renderer.render(&[group])
}

/// A file beside the content that begins with `prefix`.
fn beside(prefix: &str, path: &str) -> String {
    format!("{}{path}", prefix.strip_suffix("content/").unwrap_or(prefix))
}

fn range(span: Span) -> std::ops::Range<usize> {
    span.start as usize..span.end as usize
}

/// A finding in words.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// What `explain` knows it by.
    pub code: &'static str,
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The file, or the page of the finished site.
    pub file: String,
    /// From 1.
    pub line: Option<usize>,
    /// From 1, in characters.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Entry {
    fn of(one: &Diagnostic, sources: &Sources, prefix: &str, lang: Lang) -> Entry {
        let words = Wording::of(&one.problem, lang);
        let (path, place) = match &one.at {
            At::Span(span) => {
                let path = &sources.file(span.file).path;
                (format!("{prefix}{path}"), Some(sources.place(*span)))
            }
            At::Path(path) => (format!("{prefix}{path}"), None),
            At::Page(path) => (path.clone(), None),
            At::Line(line) => {
                let place = Place { line: line.number as usize, column: line.column() };
                (beside(prefix, &line.path), Some(place))
            }
        };
        Entry {
            code: one.problem.code(),
            severity: match one.problem.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            file: path,
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            message: words.message,
            help: words.help,
        }
    }
}
