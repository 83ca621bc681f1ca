//! In: names, numbers, texts, lists of them. Out: the same as YAML for people and JSON for programs.
//! Never: a value that reads differently in the two.

use std::fmt::Write;

/// Keys and what stands under them.
pub(super) type Map = Vec<(&'static str, Node)>;

/// What a record is made of.
pub(super) enum Node {
    /// A number, exactly as it is to stand.
    Number(String),
    /// A word of the program's own, which needs no quotes in YAML.
    Word(String),
    /// A text of the content.
    Text(String),
    /// A few words.
    List(Vec<Node>),
    /// What belongs together.
    Map(Map),
    /// A list that may be long: an entry a block in YAML, an entry a line in JSON.
    Entries(Vec<Map>),
}

/// How a line is written: the one difference is which words stand in quotes.
#[derive(Clone, Copy)]
enum Form {
    Yaml,
    Json,
}

/// As YAML: what people review.
pub(super) fn yaml(document: &Map) -> String {
    let mut out = String::new();
    for (key, value) in document {
        match value {
            Node::Entries(entries) if !entries.is_empty() => {
                let _ = writeln!(out, "{key}:");
                for (number, (key, value)) in
                    entries.iter().flat_map(|entry| entry.iter().enumerate())
                {
                    let begins = if number == 0 { "-" } else { " " };
                    let _ = writeln!(out, "  {begins} {key}: {}", line(value, Form::Yaml));
                }
            }
            value => {
                let _ = writeln!(out, "{key}: {}", line(value, Form::Yaml));
            }
        }
    }
    out
}

/// As JSON: what programs read.
pub(super) fn json(document: &Map) -> String {
    let value = |value: &Node| match value {
        Node::Entries(entries) if !entries.is_empty() => {
            let lines = entries.iter().map(|entry| format!("\n    {}", map(entry, Form::Json)));
            format!("[{}\n  ]", lines.collect::<Vec<_>>().join(","))
        }
        value => line(value, Form::Json),
    };
    let lines = document.iter().map(|(key, node)| format!("\n  {}: {}", quoted(key), value(node)));
    format!("{{{}\n}}\n", lines.collect::<Vec<_>>().join(","))
}

/// On one line; both forms allow brackets.
fn line(node: &Node, form: Form) -> String {
    let list = |lines: Vec<String>| format!("[{}]", lines.join(", "));
    match (node, form) {
        (Node::Number(number), _) => number.clone(),
        (Node::Word(word), Form::Yaml) => word.clone(),
        (Node::Word(text), Form::Json) | (Node::Text(text), _) => quoted(text),
        (Node::List(nodes), _) => list(nodes.iter().map(|node| line(node, form)).collect()),
        (Node::Map(entries), _) => map(entries, form),
        (Node::Entries(entries), _) => list(entries.iter().map(|one| map(one, form)).collect()),
    }
}

fn map(entries: &Map, form: Form) -> String {
    let key = |key: &str| match form {
        Form::Yaml => key.to_string(),
        Form::Json => quoted(key),
    };
    let pair =
        |(name, value): &(&'static str, Node)| format!("{}: {}", key(name), line(value, form));
    format!("{{{}}}", entries.iter().map(pair).collect::<Vec<_>>().join(", "))
}

/// In double quotes, which YAML reads as JSON does; what cannot be seen is spelt out.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\u{2028}' | '\u{2029}' | '\u{feff}' => spell_out(character, &mut out),
            character if character.is_control() => spell_out(character, &mut out),
            character => out.push(character),
        }
    }
    out.push('"');
    out
}

fn spell_out(character: char, out: &mut String) {
    let _ = write!(out, "\\u{:04x}", u32::from(character));
}
