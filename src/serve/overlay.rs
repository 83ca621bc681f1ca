//! In: a report. Out: its errors as a piece of a page, with file, line, message and remedy.
//! Never: a warning, which stands in nobody's way; the terminal has those.

use crate::diagnostics::{self, Entry, Lang, Report, Severity};
use crate::source::Sources;

/// The page under the mistakes while there is no site yet.
pub(super) const EMPTY_PAGE: &str = "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <title>michinori serve</title>\n</head>\n<body>\n</body>\n</html>\n";

/// The errors, open over the page; a reader can fold them away to see it.
pub(super) fn overlay(report: &Report, sources: &Sources, lang: Lang, first: bool) -> String {
    let count = report.count(Severity::Error);
    let head = match (lang, first) {
        (Lang::Ja, false) => format!("誤り {count}件（下のページは、誤りが入る前のものです）"),
        (Lang::Ja, true) => format!("誤り {count}件（直すとサイトを表示します）"),
        (Lang::En, false) => format!("Errors: {count} (the page below is from before them)"),
        (Lang::En, true) => format!("Errors: {count} (the site is shown once they are mended)"),
    };
    let entries = diagnostics::entries(report, sources, "content/", lang);
    let entries = entries.iter().filter(|entry| entry.severity == "error");
    let items: String = entries.map(|entry| item(entry, lang)).collect();
    format!(
        "<details class=\"michinori-mistakes\" lang=\"{}\" open>\n<summary>{head}</summary>\n<ol>\n{items}</ol>\n</details>\n",
        crate::model::Lang::from(lang).code()
    )
}

fn item(entry: &Entry, lang: Lang) -> String {
    let place = match (entry.line, entry.column) {
        (Some(line), Some(column)) => format!(":{line}:{column}"),
        _ => String::new(),
    };
    let label = match lang {
        Lang::Ja => "対処：",
        Lang::En => "Help: ",
    };
    let help = entry.help.as_ref().map(|help| format!("<p>{label}{}</p>\n", escaped(help)));
    format!(
        "<li>\n<p class=\"place\">{}{place} [{}]</p>\n<p class=\"message\">{}</p>\n{}</li>\n",
        escaped(&entry.file),
        entry.code,
        escaped(&entry.message),
        help.unwrap_or_default(),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
