//! In: nodes of the tree. Out: values of plain kinds, and everything wrong with them reported.
//! Never: a second look at another file.

use super::yaml::{Entry, Node, Value};
use crate::diagnostics::{Expected, Kind, Problem, Report};
use crate::locale::first_unread;
use crate::model::{Text, is_kana};
use crate::source::Span;

/// A value that remembers where it was written, as long as anyone may complain about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// The pairs of one map while they are being read; what nobody asked for is reported at the end.
pub struct Fields<'n, 's> {
    entries: &'n [Entry<'s>],
    span: Span,
    asked: Vec<&'static str>,
}

impl<'n, 's> Fields<'n, 's> {
    /// The pairs of `node`; reports anything that is not a map.
    pub fn of(node: &'n Node<'s>, report: &mut Report) -> Option<Fields<'n, 's>> {
        match &node.value {
            Value::Map(entries) => Some(Fields { entries, span: node.span, asked: Vec::new() }),
            _ => wrong(node, Expected::Map, report),
        }
    }

    /// The value under `key`, if the key is there.
    pub fn optional(&mut self, key: &'static str) -> Option<&'n Node<'s>> {
        self.asked.push(key);
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The value under `key`; its absence is reported at the head of the map.
    pub fn required(&mut self, key: &'static str, report: &mut Report) -> Option<&'n Node<'s>> {
        let found = self.optional(key);
        if found.is_none() {
            let head = self.entries.first().map_or(self.span, |entry| entry.key_span);
            report.add(Problem::MissingKey { key: key.to_string() }, head);
        }
        found
    }

    /// Reports every key that was not asked for.
    pub fn finish(self, report: &mut Report) {
        for entry in self.entries.iter().filter(|entry| !self.asked.contains(&entry.key.as_ref())) {
            let problem = Problem::UnknownKey {
                key: entry.key.to_string(),
                suggestion: nearest(&entry.key, self.asked.iter().copied()),
                known: self.asked.iter().map(|key| (*key).to_string()).collect(),
            };
            report.add(problem, entry.key_span);
        }
    }
}

/// The nearest of `known` to what was typed, if it is near enough to be what was meant.
pub fn nearest<'k>(typed: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    // strsim: one call for every "did you mean"; its only home.
    known
        .map(|word| (strsim::jaro_winkler(typed, word), word))
        .filter(|(likeness, _)| *likeness >= 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word.to_string())
}

/// Any single value, as written; an empty one is reported.
pub fn scalar<'n>(node: &'n Node<'_>, report: &mut Report) -> Option<&'n str> {
    match &node.value {
        Value::Scalar(text) if text.trim().is_empty() => {
            report.add(Problem::EmptyText, node.span);
            None
        }
        Value::Scalar(text) => Some(text),
        _ => wrong(node, Expected::Text, report),
    }
}

/// A single value as an owned string with its place.
pub fn spanned(node: &Node<'_>, report: &mut Report) -> Option<Spanned<String>> {
    Some(Spanned { value: scalar(node, report)?.to_string(), span: node.span })
}

/// `{ja: …, en: …, ja-easy: …}`. English may be missing: that is reported as work to do, not as a
/// mistake. Easy Japanese is written where it helps.
pub fn text(node: &Node<'_>, report: &mut Report) -> Option<Text> {
    if !matches!(node.value, Value::Map(_)) {
        return wrong(node, Expected::Bilingual, report);
    }
    let mut fields = Fields::of(node, report)?;
    let ja = fields.required("ja", report).and_then(|ja| scalar(ja, report)).map(folded);
    let en_node = fields.optional("en");
    let en = en_node.and_then(|en| scalar(en, report)).map(folded);
    if let (Some(node), Some(words)) = (en_node, &en)
        && words.contains(is_kana)
    {
        report.add(Problem::JapaneseInEnglish, node.span);
    }
    let easy_node = fields.optional("ja-easy");
    let easy = easy_node.and_then(|easy| scalar(easy, report)).map(folded);
    if let (Some(node), Some(words)) = (easy_node, &easy)
        && let Some(kanji) = first_unread(words)
    {
        report.add(Problem::KanjiWithoutReading { kanji: kanji.to_string() }, node.span);
    }
    fields.finish(report);
    let ja = ja?;
    if en_node.is_none() {
        report.add(
            Problem::MissingTranslation { what: format!("「{}」", shortened(&ja)), file: false },
            node.span,
        );
    }
    Some(Text { ja, en, easy: easy.map(Into::into) })
}

/// A text as it was when it was recorded: what it lacks is nobody's work any more.
pub fn text_as_it_is(node: &Node<'_>, report: &mut Report) -> Option<Text> {
    let mut fields = Fields::of(node, report)?;
    let ja = fields.required("ja", report).and_then(|ja| scalar(ja, report));
    let en = fields.optional("en").and_then(|en| scalar(en, report));
    fields.finish(report);
    Some(Text { ja: ja?.to_string(), en: en.map(str::to_string), easy: None })
}

/// A list, each entry read by `read`; entries that cannot be read are left out, and reported.
pub fn list<T>(
    node: &Node<'_>,
    report: &mut Report,
    mut read: impl FnMut(&Node<'_>, &mut Report) -> Option<T>,
) -> Vec<T> {
    match &node.value {
        Value::List(nodes) => {
            // Most lists are short, and there are many: none takes more room than it needs.
            let mut all = Vec::with_capacity(nodes.len());
            all.extend(nodes.iter().filter_map(|node| read(node, report)));
            all
        }
        _ => wrong(node, Expected::List, report).unwrap_or_default(),
    }
}

/// A list of entries that others refer to by id; one that cannot be read is remembered by its id.
pub fn entries<T>(
    node: &Node<'_>,
    kind: Kind,
    report: &mut Report,
    mut read: impl FnMut(&Node<'_>, &mut Report) -> Option<T>,
) -> Vec<T> {
    list(node, report, |node, report| {
        let entry = read(node, report);
        if entry.is_none()
            && let Some(id) = raw_id(node)
        {
            report.note_broken(kind, id);
        }
        entry
    })
}

fn raw_id<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    let Value::Map(entries) = &node.value else { return None };
    match &entries.iter().find(|entry| entry.key == "id")?.value.value {
        Value::Scalar(id) => Some(id),
        _ => None,
    }
}

/// One word out of a fixed set.
pub fn word<T: Copy>(node: &Node<'_>, words: &[(&str, T)], report: &mut Report) -> Option<T> {
    let found = scalar(node, report)?;
    let meant = words.iter().find(|(word, _)| *word == found).map(|(_, value)| *value);
    if meant.is_none() {
        report.add(unknown_word(found, words.iter().map(|(word, _)| *word)), node.span);
    }
    meant
}

/// The problem of a word outside its set.
pub fn unknown_word<'w>(found: &str, words: impl Iterator<Item = &'w str> + Clone) -> Problem {
    Problem::BadWord {
        found: found.to_string(),
        suggestion: nearest(found, words.clone()),
        known: words.map(str::to_string).collect(),
    }
}

/// An id: lower-case letters, digits, hyphens; it becomes part of an address.
pub fn id(node: &Node<'_>, report: &mut Report) -> Option<Spanned<String>> {
    let id = spanned(node, report)?;
    if is_id(&id.value) {
        return Some(id);
    }
    report.add(Problem::BadId { found: id.value }, id.span);
    None
}

/// Whether a word can be part of an address as it is.
pub fn is_id(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= 80
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn wrong<T>(node: &Node<'_>, expected: Expected, report: &mut Report) -> Option<T> {
    if node.value != Value::Refused {
        report.add(Problem::WrongKind { expected }, node.span);
    }
    None
}

/// Block texts of YAML (`|`, `>`) end in a line break that nobody meant.
fn folded(text: &str) -> String {
    text.trim().to_string()
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(24) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}
