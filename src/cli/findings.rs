//! In: a report. Out: its findings on the terminal and the exit code they mean.
//! Never: a finding dropped.

use super::{CLEAN, CONTENT_HAS_ERRORS, Format};
use crate::diagnostics::{self, Lang, Report, Severity};
use crate::source::Sources;
use std::io::IsTerminal;
use std::path::Path;

/// What to print and what counts as failure.
pub(super) struct Manner<'m> {
    pub root: &'m Path,
    pub format: Format,
    pub deny_warnings: bool,
    pub lang: Lang,
}

/// Whether the findings stand in the way of publishing.
pub(super) fn in_the_way(report: &Report, manner: &Manner<'_>) -> bool {
    report.has_errors() || manner.deny_warnings && report.count(Severity::Warning) > 0
}

/// Prints the findings, a count by code, and gives the exit code.
pub(super) fn finish(report: &Report, sources: &Sources, manner: &Manner<'_>) -> u8 {
    let (prefix, lang) = (prefix(manner.root), manner.lang);
    match manner.format {
        Format::Text => print_text(report, sources, manner.root, lang),
        Format::Json => print!("{}", diagnostics::json(report, sources, &prefix, lang)),
        Format::Github => print!("{}", diagnostics::github(report, sources, &prefix, lang)),
    }
    if !in_the_way(report, manner) {
        return CLEAN;
    }
    if matches!(manner.format, Format::Text) {
        eprintln!(
            "{}",
            match lang {
                Lang::Ja => "サイトは書き換えていません。",
                Lang::En => "The site was left as it was.",
            }
        );
    }
    CONTENT_HAS_ERRORS
}

/// Prints the findings as text, and a count by code.
pub(super) fn print_text(report: &Report, sources: &Sources, root: &Path, lang: Lang) {
    let colour = std::io::stderr().is_terminal();
    eprint!("{}", diagnostics::text(report, sources, &prefix(root), lang, colour));
    eprint!("{}", by_code(report, sources, lang));
}

fn prefix(root: &Path) -> String {
    match root.to_str() {
        Some(".") | None => "content/".to_string(),
        Some(root) => format!("{}/content/", root.trim_end_matches('/')),
    }
}

fn by_code(report: &Report, sources: &Sources, lang: Lang) -> String {
    let counts = diagnostics::counts(report, sources);
    if counts.is_empty() {
        return String::new();
    }
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    let (mut out, hint) = match lang {
        Lang::Ja => (
            format!("誤り {errors}件、注意 {warnings}件\n"),
            "意味と直し方：michinori explain コード",
        ),
        Lang::En => (
            format!("errors: {errors}, warnings: {warnings}\n"),
            "meaning and remedy: michinori explain CODE",
        ),
    };
    for (code, _, count) in counts {
        out.push_str(&format!("{count:>5}  {code}\n"));
    }
    out.push_str(hint);
    out.push('\n');
    out
}
