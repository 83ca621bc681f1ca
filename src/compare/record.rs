//! In: what changed. Out: the record of it, as `load` reads it and as programs do.
//! Never: a change left out; the record and the JSON hold the same.

use super::document::{self, Map, Node};
use crate::load::{STATES, StateWord};
use crate::locale::iso;
use crate::model::{
    Changes, EntryChange, FigureChange, Quality, Reading, Shown, Subject, Text, TextChange, Unit,
    Value, VerdictChange,
};

/// What stands at the head of a record.
const HEAD: &str = "\
# 前の版から変わったところ。michinori diff 旧 新 --record が書きました。手で直さず、作り直してください。
# What changed since the last edition, written by `michinori diff OLD NEW --record`. Do not edit; make it again.
";

/// The record, for `content/changes/`.
pub fn yaml(changes: &Changes) -> String {
    format!("{HEAD}{}", document::yaml(&map(changes)))
}

/// The same with its date, which is the name of the record.
pub fn json(changes: &Changes) -> String {
    let mut document = vec![("date", Node::Word(iso(changes.date)))];
    document.extend(map(changes));
    document::json(&document)
}

fn map(changes: &Changes) -> Map {
    vec![
        ("since", Node::Word(iso(changes.since))),
        ("figures", Node::Entries(changes.figures.iter().map(figure).collect())),
        ("verdicts", Node::Entries(changes.verdicts.iter().map(verdict).collect())),
        ("entries", Node::Entries(changes.entries.iter().map(entry).collect())),
        ("texts", Node::Entries(changes.texts.iter().map(text_change).collect())),
    ]
}

fn figure(one: &FigureChange) -> Map {
    let mut map = about(&one.subject);
    map.push(("year", Node::Number(one.year.0.to_string())));
    map.push(("series", word(one.series.word())));
    map.push(("change", word(one.kind.word())));
    map.extend(one.from.as_ref().map(|from| ("from", shown(from))));
    map.extend(one.to.as_ref().map(|to| ("to", shown(to))));
    map.extend(unit(&one.unit).map(|unit| ("unit", unit)));
    let before = one.unit_before.as_ref().and_then(unit);
    map.extend(before.map(|unit| ("unit_before", unit)));
    map
}

fn verdict(one: &VerdictChange) -> Map {
    let mut map = about(&one.subject);
    map.push(("year", Node::Number(one.year.0.to_string())));
    map.push(("from", word(one.from.word())));
    map.push(("to", word(one.to.word())));
    map
}

fn entry(one: &EntryChange) -> Map {
    let mut map = about(&one.subject);
    map.push(("change", word(one.kind.word())));
    map
}

fn text_change(one: &TextChange) -> Map {
    let mut map = about(&one.subject);
    map.extend(one.year.map(|year| ("year", Node::Number(year.0.to_string()))));
    map.push(("change", word(one.kind.word())));
    map.push(("parts", Node::List(one.parts.iter().map(|part| word(part.word())).collect())));
    map
}

fn about(subject: &Subject) -> Map {
    let id = format!("{}:{}", subject.kind.word(), subject.id);
    vec![("about", Node::Word(id)), ("name", text(&subject.name))]
}

fn shown(shown: &Shown) -> Node {
    let (value, state) = match shown.reading {
        Reading::Value(value, Quality::Final) => (Some(value), None),
        Reading::Value(value, quality) => (Some(value), Some(StateWord::Firm(quality))),
        Reading::Absent(absence) => (None, Some(StateWord::Absent(absence))),
    };
    let state = STATES.iter().find(|(_, meaning)| Some(*meaning) == state);
    let mut map = Map::new();
    map.extend(value.map(|value| ("value", of_value(value))));
    map.extend(state.map(|(spelling, _)| ("state", word(spelling))));
    map.extend(shown.due.map(|due| ("due", Node::Word(iso(due)))));
    Node::Map(map)
}

fn of_value(value: Value) -> Node {
    match value {
        Value::Number(number) => Node::Number(number.to_string()),
        Value::Range(from, to) => Node::Word(format!("{from}..{to}")),
        Value::Done(true) => word("done"),
        Value::Done(false) => word("not_done"),
    }
}

/// Done or not has no unit.
fn unit(unit: &Unit) -> Option<Node> {
    match unit {
        Unit::Percent => Some(word("percent")),
        Unit::Named(name) if name.ja.is_empty() => None,
        Unit::Named(name) => Some(text(name)),
    }
}

fn text(text: &Text) -> Node {
    let mut map = vec![("ja", Node::Text(text.ja.clone()))];
    map.extend(text.en.as_ref().map(|en| ("en", Node::Text(en.clone()))));
    Node::Map(map)
}

fn word(word: &str) -> Node {
    Node::Word(word.to_string())
}
