//! In: the code of a finding. Out: a mistake that brings it about, the message, and the mended text.
//! Never: an example that is only told; each is a small town's content, and the message is what the
//! program says of it. The tests hold every example against the same files.

use crate::diagnostics::{self, Lang, Problem, Report};
use crate::load::nearest;
use crate::pipeline;
use crate::publish::Nowhere;
use crate::render::Theme;
use crate::source::{SourceFile, Sources};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

/// The examples: one mistake a file, and `town.txt`, the clean content they are made in.
static EXAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/examples/mistakes");

/// A mistake and its remedy.
#[derive(Clone, Debug)]
pub struct Example {
    /// File name: the code, and after `--` what distinguishes it from others of that code.
    pub name: String,
    /// What was done wrong, in Japanese and English.
    pub title: [String; 2],
    /// Files with the mistake.
    pub bad: Vec<(String, Vec<u8>)>,
    /// The same files mended.
    pub good: Vec<(String, Vec<u8>)>,
}

/// Every example, in the order of their names.
pub fn examples() -> Vec<Example> {
    let mut files: Vec<(&str, &str)> = EXAMPLES
        .files()
        .filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
        .filter(|(name, _)| *name != "town")
        .collect();
    files.sort_unstable();
    let all = files.into_iter().map(|(name, text)| Example::read(name, text));
    // A finding of a feature is found only with it.
    all.filter(|example| Problem::CODES.contains(&example.code())).collect()
}

impl Example {
    /// Reads an example: two titles, then `--- bad PATH` and `--- good PATH`, each before a file's
    /// text. `bad bytes` is followed by hexadecimal, for what is not text; `bad repeat N` by a text
    /// that is meant N times.
    fn read(name: &str, text: &str) -> Example {
        let mut lines = text.split_inclusive('\n').peekable();
        let mut title = || lines.next().unwrap_or("").trim_end().to_string();
        let mut example = Example {
            name: name.to_string(),
            title: [title(), title()],
            bad: Vec::new(),
            good: Vec::new(),
        };
        while let Some(head) = lines.next() {
            let mut body = String::new();
            while let Some(line) = lines.next_if(|line| !line.starts_with("--- ")) {
                body.push_str(line);
            }
            let mut words = head.trim_start_matches("--- ").split_whitespace();
            let kind = words.next().unwrap_or("");
            let path = words.next_back().unwrap_or("");
            let bytes = match words.next() {
                Some("bytes") => from_hex(&body),
                Some("repeat") => body
                    .repeat(words.next().and_then(|times| times.parse().ok()).unwrap_or(1))
                    .into(),
                _ => body.into(),
            };
            let files = if kind == "good" { &mut example.good } else { &mut example.bad };
            files.push((path.to_string(), bytes));
        }
        example
    }

    /// The code it shows.
    pub fn code(&self) -> &str {
        self.name.split("--").next().unwrap_or(&self.name)
    }
}

/// The town's content with these files laid over it.
pub fn town_with(files: &[(String, Vec<u8>)]) -> Sources {
    gather(laid_over(files), "")
}

/// Every file of the town with these laid over it.
pub fn laid_over(files: &[(String, Vec<u8>)]) -> Vec<(String, Vec<u8>)> {
    let mut all: BTreeMap<String, Vec<u8>> = town().into_iter().collect();
    all.extend(files.iter().cloned());
    all.retain(|_, bytes| bytes != b"(gone)\n");
    all.into_iter().collect()
}

/// What the program finds in the town with these files laid over it: everything but writing.
pub fn findings(files: &[(String, Vec<u8>)]) -> (Sources, Report) {
    let (own, content): (Vec<_>, Vec<_>) =
        laid_over(files).into_iter().partition(|(path, _)| path.starts_with("themes/"));
    let sources = gather(content, "");
    let mut report = Report::default();
    if let Some(site) = pipeline::site(&sources, &mut report)
        && let Some(theme) =
            Theme::load(&gather(own, "themes/own/"), "themes/own", &site.settings.look, &mut report)
    {
        let written = pipeline::write(&sources, &site, &theme, &Nowhere, &mut report);
        written.expect("nowhere takes everything");
    }
    (sources, report)
}

fn gather(files: Vec<(String, Vec<u8>)>, prefix: &str) -> Sources {
    let file = |(path, bytes): (String, Vec<u8>)| {
        SourceFile::new(path.strip_prefix(prefix).unwrap_or(&path).to_string(), bytes)
    };
    Sources::new(files.into_iter().map(file).collect())
}

/// The clean content of a town of one item.
fn town() -> Vec<(String, Vec<u8>)> {
    let text = EXAMPLES.get_file("town.txt").and_then(|file| file.contents_utf8()).unwrap_or("");
    Example::read("town", text).good
}

/// Explains a code with its first example; `None` for a code there is not.
pub fn explain(code: &str, lang: Lang) -> Option<String> {
    let example = examples().into_iter().find(|example| example.code() == code)?;
    let (bad, message, good) = match lang {
        Lang::Ja => ("誤りの例", "表示されるメッセージ", "直した例"),
        Lang::En => ("A mistake", "What the program says", "Mended"),
    };
    let (sources, report) = findings(&example.bad);
    let said = diagnostics::text(&report, &sources, "content/", lang, false);
    let title = &example.title[usize::from(lang == Lang::En)];
    Some(format!(
        "{code}: {title}\n\n== {bad} ==\n{}\n== {message} ==\n{}\n== {good} ==\n{}",
        shown(&example.bad),
        said.trim_end().to_string() + "\n",
        shown(&example.good),
    ))
}

/// Every code, with the nearest to a mistyped one first.
pub fn suggestion(code: &str) -> Option<String> {
    nearest(code, Problem::CODES.iter().copied())
}

fn shown(files: &[(String, Vec<u8>)]) -> String {
    let file = |(path, bytes): &(String, Vec<u8>)| {
        let folder = if path.starts_with("themes/") { "" } else { "content/" };
        format!("{folder}{path}\n\n{}", indented(&String::from_utf8_lossy(bytes)))
    };
    files.iter().map(file).collect::<Vec<_>>().join("\n")
}

fn indented(text: &str) -> String {
    const MOST: usize = 60; // of a huge example its beginning is enough
    let lines = text.lines().take(MOST);
    lines.map(|line| format!("    {line}\n").replace("    \n", "\n")).collect()
}

fn from_hex(text: &str) -> Vec<u8> {
    text.split_whitespace().filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}
