//! In: problems found by any stage. Out: one sorted report, printed for people or machines.
//! Never: a problem is worded anywhere else, or printed where it is found.

mod line;
mod print;
mod problem;
mod wording;

pub use line::Line;
pub use print::{Entry, counts, entries, github, json, text};
pub use problem::{Expected, Kind, Likely, Measured, Problem, Severity, Slip};
pub use wording::Wording;

use crate::source::{Sources, Span};
use std::collections::BTreeSet;

/// A language of findings: those of the people who write plans. Pages may be offered in more, which
/// [`crate::model::Lang`] lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Lang {
    /// All of them.
    pub const ALL: [Lang; 2] = [Lang::Ja, Lang::En];
}

impl From<Lang> for crate::model::Lang {
    fn from(lang: Lang) -> crate::model::Lang {
        match lang {
            Lang::Ja => crate::model::Lang::Ja,
            Lang::En => crate::model::Lang::En,
        }
    }
}

/// A problem and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub at: At,
    /// Another place that belongs to it: the first of two equal keys, say.
    pub also: Option<Span>,
}

/// Where a problem is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// In the text of a file.
    Span(Span),
    /// A file or folder of the content as a whole, one that is missing for instance.
    Path(String),
    /// A page of the finished site, or the templates as a whole.
    Page(String),
    /// In the text of a file beside the content: a template.
    Line(Line),
}

/// Everything found so far. Stages add to it and go on, so that a person sees all mistakes at once.
#[derive(Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    broken: BTreeSet<(Kind, String)>,
    unread: BTreeSet<Kind>,
}

impl Report {
    /// Adds a problem in the text of a file.
    pub fn add(&mut self, problem: Problem, at: Span) {
        self.diagnostics.push(Diagnostic { problem, at: At::Span(at), also: None });
    }

    /// Adds a problem that has a second place.
    pub fn add_pair(&mut self, problem: Problem, at: Span, also: Span) {
        self.diagnostics.push(Diagnostic { problem, at: At::Span(at), also: Some(also) });
    }

    /// Adds a problem of a file or folder as a whole.
    pub fn add_path(&mut self, problem: Problem, path: impl Into<String>) {
        self.diagnostics.push(Diagnostic { problem, at: At::Path(path.into()), also: None });
    }

    /// Adds a problem of a page of the finished site.
    pub fn add_page(&mut self, problem: Problem, path: impl Into<String>) {
        self.diagnostics.push(Diagnostic { problem, at: At::Page(path.into()), also: None });
    }

    /// Adds a problem in the text of a file beside the content.
    pub fn add_line(&mut self, problem: Problem, line: Line) {
        self.diagnostics.push(Diagnostic { problem, at: At::Line(line), also: None });
    }

    /// Remembers an entry that is there but could not be read, so that a reference to it is not
    /// reported as a second mistake.
    pub fn note_broken(&mut self, kind: Kind, id: impl Into<String>) {
        self.broken.insert((kind, id.into()));
    }

    /// Remembers that a whole list of entries could not be read.
    pub fn note_unread(&mut self, kind: Kind) {
        self.unread.insert(kind);
    }

    /// Whether an id may name an entry that could not be read.
    pub fn is_broken(&self, kind: Kind, id: &str) -> bool {
        self.unread.contains(&kind) || self.broken.contains(&(kind, id.to_string()))
    }

    /// Takes over what another stage found.
    pub fn append(&mut self, other: Report) {
        self.diagnostics.extend(other.diagnostics);
        self.broken.extend(other.broken);
        self.unread.extend(other.unread);
    }

    /// How many findings so far.
    pub fn len(&self) -> usize {
        self.diagnostics.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether anything stands in the way of publishing.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|one| one.problem.severity() == severity).count()
    }

    /// All of it by file and place; whole-file problems stand before those inside the file.
    pub fn sorted<'r>(&'r self, sources: &'r Sources) -> Vec<&'r Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.diagnostics.iter().collect();
        all.sort_by_key(|one| match &one.at {
            At::Path(path) => (false, path.as_str(), 0),
            At::Span(span) => (false, sources.file(span.file).path.as_str(), span.start + 1),
            At::Page(path) => (true, path.as_str(), 0),
            At::Line(line) => (true, line.path.as_str(), line.number),
        });
        all.dedup();
        all
    }
}
