//! In: Markdown files. Out: their title or their named sections, as text still.
//! Never: HTML; `markdown` makes that when a page is spelled out.

use super::fields::nearest;
use crate::diagnostics::{Problem, Report};
use crate::model::{Lang, Text};
use crate::source::{FileId, Sources, Span};

/// The headings of an item's overview, by language.
pub const OVERVIEW: [[&str; 3]; 2] =
    [["現状", "問題・課題", "改革内容"], ["Current situation", "Problems and issues", "Reform"]];

/// The headings of a year's narrative, by language.
pub const NARRATIVE: [[&str; 3]; 2] = [
    ["要因分析", "次年度への課題", "課題を踏まえての対応"],
    ["Factor analysis", "Issues for next year", "Response to the issues"],
];

/// Reads `stem.ja.md` and `stem.en.md` as a page with a title; `None` if there is no Japanese file.
pub fn page(sources: &Sources, stem: &str, report: &mut Report) -> Option<(Text, Text)> {
    let (ja, en) = pair(sources, stem, report)?;
    let (ja_title, ja_body) = titled(sources, ja, report)?;
    let en = en.and_then(|file| titled(sources, file, report));
    let (en_title, en_body) = en.unzip();
    Some((
        Text { ja: ja_title, en: en_title, easy: None },
        Text { ja: ja_body, en: en_body, easy: None },
    ))
}

/// Reads the three named sections of `stem.ja.md` and `stem.en.md`.
pub fn sections(
    sources: &Sources,
    stem: &str,
    headings: &[[&str; 3]; 2],
    report: &mut Report,
) -> Option<[Text; 3]> {
    let (ja, en) = pair(sources, stem, report)?;
    let ja = three(sources, ja, &headings[0], report)?;
    let en = en.and_then(|file| three(sources, file, &headings[1], report));
    let mut en = en.into_iter().flatten();
    Some(ja.map(|ja| Text { ja, en: en.next(), easy: None }))
}

fn pair(sources: &Sources, stem: &str, report: &mut Report) -> Option<(FileId, Option<FileId>)> {
    let find = |lang: Lang| sources.find(&format!("{stem}.{}.md", lang.code())).map(|(id, _)| id);
    let (ja, en) = (find(Lang::Ja), find(Lang::En));
    match (ja, en) {
        (None, Some(_)) => report.add_path(Problem::MissingFile, format!("{stem}.ja.md")),
        (Some(_), None) => {
            let what = format!("{stem}.ja.md");
            report.add_path(
                Problem::MissingTranslation { what, file: true },
                format!("{stem}.en.md"),
            );
        }
        _ => {}
    }
    let readable = |id: &FileId| sources.file(*id).text().is_ok(); // if not, that has been reported
    Some((ja.filter(readable)?, en.filter(readable)))
}

fn titled(sources: &Sources, file: FileId, report: &mut Report) -> Option<(String, String)> {
    let text = body(sources, file);
    let (first, rest) = text.trim_start().split_once('\n').unwrap_or((text.trim(), ""));
    let title = first.strip_prefix("# ").map(str::trim).filter(|title| !title.is_empty());
    if title.is_none() {
        report.add(Problem::MissingTitle, Span::start_of(file));
    }
    Some((title?.to_string(), rest.trim().to_string()))
}

fn three(
    sources: &Sources,
    file: FileId,
    headings: &[&str; 3],
    report: &mut Report,
) -> Option<[String; 3]> {
    let (_, text) = front_matter(sources.text(file));
    let mut found: [Option<String>; 3] = [None, None, None];
    let mut current: Option<usize> = None;
    let mut offset = sources.text(file).len() - text.len();
    for line in text.split_inclusive('\n') {
        let span = Span::new(file, offset, offset + line.trim_end().len());
        offset += line.len();
        let Some(heading) = line.strip_prefix("## ") else {
            if let Some(section) = current.and_then(|index| found[index].as_mut()) {
                section.push_str(line);
            }
            continue;
        };
        let heading = heading.trim();
        current = headings.iter().position(|known| *known == heading);
        match current {
            Some(index) if found[index].is_some() => {
                report.add(Problem::DuplicateKey { key: heading.to_string() }, span);
            }
            Some(index) => found[index] = Some(String::new()),
            None => report.add(unknown(heading, headings), span),
        }
    }
    for (section, heading) in found.iter().zip(headings) {
        if section.is_none() {
            let problem = Problem::MissingSection { heading: (*heading).to_string() };
            report.add(problem, Span::start_of(file));
        }
    }
    let [first, second, third] = found.map(|section| section.map(|text| text.trim().to_string()));
    Some([first?, second?, third?])
}

fn unknown(heading: &str, headings: &[&str; 3]) -> Problem {
    Problem::UnknownSection {
        found: heading.to_string(),
        suggestion: nearest(heading, headings.iter().copied()),
        known: headings.iter().map(|heading| (*heading).to_string()).collect(),
    }
}

/// The stamp of a translation and the text below it:
///
/// ```text
/// ---
/// translated_from: 3f2a9c0d11e7
/// ---
/// ```
pub fn front_matter(text: &str) -> (Option<&str>, &str) {
    let bare = text.trim_start_matches('\u{feff}');
    let Some(rest) = bare.strip_prefix("---\n").or_else(|| bare.strip_prefix("---\r\n")) else {
        return (None, bare);
    };
    let Some((head, body)) = rest.split_once("\n---") else { return (None, bare) };
    let stamp = head.lines().find_map(|line| line.strip_prefix(STAMP)).map(str::trim);
    (stamp, body.split_once('\n').map_or("", |(_, body)| body))
}

/// The key of a translation's stamp.
pub const STAMP: &str = "translated_from:";

fn body(sources: &Sources, file: FileId) -> String {
    front_matter(sources.text(file)).1.replace("\r\n", "\n")
}
