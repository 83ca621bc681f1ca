//! In: the text of one YAML file. Out: a tree in which every node knows its place.
//! Never: a type of the domain; and no YAML library is named outside this file.
//!
//! The tree is ours because the libraries that read straight into types stop at the first mistake,
//! take the last of two equal keys without a word, and forget where a value stood.

use crate::diagnostics::{Likely, Problem, Report};
use crate::source::{FileId, Sources, Span};
use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle}; // pinned: all events with byte spans; its only home
use std::borrow::Cow;

/// Deeper nesting than any plan needs; a bound for hostile files.
const DEEPEST: usize = 32;

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'s> {
    /// Where.
    pub span: Span,
    /// What.
    pub value: Value<'s>,
}

/// The three shapes of YAML, and what was refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'s> {
    /// A word, number or text, as written.
    Scalar(Cow<'s, str>),
    /// `- ` entries.
    List(Vec<Node<'s>>),
    /// `key: value` pairs in order, every key once.
    Map(Vec<Entry<'s>>),
    /// Reported here already; nobody need say more of it.
    Refused,
}

/// One `key: value` pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'s> {
    /// The key as written.
    pub key: Cow<'s, str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node<'s>,
}

/// Reads the one document of a file. What is wrong with it is reported; `None` if nothing is left.
pub fn parse<'s>(sources: &'s Sources, file: FileId, report: &mut Report) -> Option<Node<'s>> {
    let text = sources.file(file).text().ok()?; // a file without text has been reported
    let offset = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut builder =
        Builder { file, offset, end: text.len(), report, open: Vec::new(), root: None };
    let mut options = Options::default();
    options.emit_unresolved_aliases = true;
    options.flow_nesting_limit = DEEPEST;
    options.block_nesting_limit = DEEPEST;
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(&text[offset..], options) {
        match event {
            Ok((event, span)) => {
                let span = builder.span(&span);
                if matches!(event, Event::DocumentStart(..)) {
                    documents += 1;
                    if documents > 1 {
                        builder.report.add(Problem::SecondDocument, span);
                        return builder.root;
                    }
                }
                builder.take(event, span);
            }
            Err(error) => {
                let start = error.marker().byte_offset().unwrap_or(0) + offset;
                let end = text[start.min(text.len())..]
                    .chars()
                    .next()
                    .map_or(start, |c| start + c.len_utf8());
                let span = Span::new(file, start.min(text.len()), end.min(text.len()));
                let problem = syntax(error.kind(), line_at(text, span.start as usize));
                let tab = text[span.start as usize..].find('\t').map(|at| span.start as usize + at);
                let span = match (&problem, tab) {
                    (Problem::Tab, Some(at)) => Span::new(file, at, at + 1),
                    _ => span,
                };
                builder.report.add(problem, span);
                return None;
            }
        }
    }
    if builder.root.is_none() {
        builder.report.add(Problem::EmptyFile, Span::start_of(file));
    }
    builder.root
}

/// The parser's complaint, as the slip of a person that most likely lies behind it.
fn syntax(kind: &ErrorKind, line: &str) -> Problem {
    use ErrorKind as E;
    let likely = match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabAtBlockScalarStart
        | E::TabInIndentation
        | E::TabInPlainScalar => return Problem::Tab,
        E::RecursionLimitExceeded => return Problem::TooDeep { limit: DEEPEST },
        // Words in quotes may hold such marks rightly; then the line would have been read.
        _ if line.contains(['：', '｛', '｝', '［', '］', '，', '　']) => Likely::FullWidth,
        _ if line.contains('、') && line.contains('{') => Likely::FullWidth,
        E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::UnclosedFlowCollection { .. }
        | E::InvalidColonPlacement => Likely::Bracket,
        E::UnclosedQuotedScalar
        | E::InvalidQuotedScalarIndent
        | E::InvalidTrailingSingleQuotedScalar
        | E::InvalidTrailingDoubleQuotedScalar
        | E::DocumentIndicatorInQuotedScalar => Likely::Quote,
        E::SimpleKeyExpected | E::InvalidMappingValueWhitespace => Likely::Colon,
        E::InvalidIndentation
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::MappingKeyNotAllowed
        | E::MappingValueNotAllowed
        | E::BlockSequenceEntryNotAllowed => Likely::Indent,
        _ => Likely::Other,
    };
    Problem::YamlSyntax { likely, detail: kind.to_string() }
}

/// The line that holds a byte.
fn line_at(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..].lines().next().unwrap_or("")
}

struct Builder<'r, 's> {
    file: FileId,
    offset: usize,
    end: usize,
    report: &'r mut Report,
    open: Vec<Open<'s>>,
    root: Option<Node<'s>>,
}

/// A collection that has begun and not ended.
enum Open<'s> {
    List(Span, Vec<Node<'s>>),
    Map { span: Span, entries: Vec<Entry<'s>>, key: Option<Node<'s>> },
}

impl<'s> Builder<'_, 's> {
    fn span(&self, span: &granit_parser::Span) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        let shifted = |at: usize| (at + self.offset).min(self.end);
        Span::new(self.file, shifted(range.start), shifted(range.end))
    }

    fn take(&mut self, event: Event<'s>, span: Span) {
        if event.anchor_id().is_some_and(|id| id > 0) {
            self.report.add(Problem::YamlAnchor, span);
        }
        if event.tag().is_some() {
            self.report.add(Problem::YamlTag, span);
        }
        match event {
            Event::Scalar(text, style, ..) => {
                // The parser spells nothing as `~`; nothing is what was written.
                let nothing = style == ScalarStyle::Plain && span.start == span.end;
                let text = if nothing { Cow::Borrowed("") } else { text };
                self.put(Node { span, value: Value::Scalar(text) });
            }
            Event::SequenceStart(..) => self.open.push(Open::List(span, Vec::new())),
            Event::MappingStart(..) => {
                self.open.push(Open::Map { span, entries: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    let node = open.close();
                    self.put(node);
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.report.add(Problem::YamlAnchor, span);
                self.put(Node { span, value: Value::Refused });
            }
            _ => {}
        }
    }

    fn put(&mut self, node: Node<'s>) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(_, nodes)) => nodes.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                None => *key = Some(node),
                Some(name) => add_entry(entries, name, node, self.report),
            },
        }
    }
}

/// The first of two equal keys stays, so that the second can be reported against it.
fn add_entry<'s>(
    entries: &mut Vec<Entry<'s>>,
    name: Node<'s>,
    value: Node<'s>,
    report: &mut Report,
) {
    let Value::Scalar(key) = name.value else {
        let detail = "a list or map as key".to_string();
        report.add(Problem::YamlSyntax { likely: Likely::Other, detail }, name.span);
        return;
    };
    if let Some(first) = entries.iter().find(|entry| entry.key == key) {
        report.add_pair(Problem::DuplicateKey { key: key.into_owned() }, name.span, first.key_span);
        return;
    }
    entries.push(Entry { key, key_span: name.span, value });
}

impl<'s> Open<'s> {
    fn close(self) -> Node<'s> {
        match self {
            Open::List(span, nodes) => {
                let end = nodes.last().map_or(span.end, |node| node.span.end);
                Node { span: Span { end: end.max(span.end), ..span }, value: Value::List(nodes) }
            }
            Open::Map { span, entries, .. } => {
                let end = entries.last().map_or(span.end, |entry| entry.value.span.end);
                Node { span: Span { end: end.max(span.end), ..span }, value: Value::Map(entries) }
            }
        }
    }
}
