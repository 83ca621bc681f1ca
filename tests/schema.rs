//! The schemas for editors say what the program says: the same keys, the same words, the same demands.

mod common;

use common::{mihon, root};
use granit_parser::{Event, Parser, ScalarStyle};
use michinori::diagnostics::Problem;
use michinori::explain::{examples, findings};
use michinori::schema::{KINDS, Kind};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A schema ready to judge.
struct Judge {
    schemas: boon::Schemas,
    index: boon::SchemaIndex,
}

impl Judge {
    /// Compiles a schema, which holds it against the standard's own.
    fn of(kind: Kind) -> Judge {
        let mut compiler = boon::Compiler::new();
        let schema = serde_json::from_str(&kind.schema()).expect("it is JSON");
        compiler.add_resource("schema.json", schema).expect("a resource");
        let mut schemas = boon::Schemas::new();
        let index = compiler.compile("schema.json", &mut schemas);
        let index = index.unwrap_or_else(|error| panic!("{}: {error:#}", kind.name));
        Judge { schemas, index }
    }

    fn complaint(&self, value: &Value) -> Option<String> {
        self.schemas.validate(value, self.index).err().map(|error| format!("{error:#}"))
    }
}

fn judges() -> BTreeMap<&'static str, Judge> {
    KINDS.into_iter().map(|kind| (kind.name, Judge::of(kind))).collect()
}

/// The kind of a content file.
fn kind_of(path: &str) -> Option<&'static str> {
    let name = path.strip_suffix(".yaml")?;
    let name = if name.starts_with("meetings/") { "meeting" } else { name.rsplit('/').next()? };
    KINDS.iter().map(|kind| kind.name).find(|known| *known == name)
}

/// YAML as an editor sees it: numbers are numbers unless they are quoted. `None` if it cannot be read.
fn json(yaml: &str) -> Option<Value> {
    enum Open {
        List(Vec<Value>),
        Map(Map<String, Value>, Option<String>),
    }
    let mut open = vec![Open::List(Vec::new())];
    for event in Parser::new_from_str(yaml) {
        let value = match event.ok()?.0 {
            Event::Scalar(text, ScalarStyle::Plain, ..) => {
                text.parse().map_or(Value::String(text.to_string()), Value::Number)
            }
            Event::Scalar(text, ..) => Value::String(text.to_string()),
            Event::SequenceStart(..) => {
                open.push(Open::List(Vec::new()));
                continue;
            }
            Event::MappingStart(..) => {
                open.push(Open::Map(Map::new(), None));
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => match open.pop()? {
                Open::List(values) => Value::Array(values),
                Open::Map(map, _) => Value::Object(map),
            },
            Event::Alias(..) => return None,
            _ => continue,
        };
        match open.last_mut()? {
            Open::List(values) => values.push(value),
            Open::Map(map, key) => match key.take() {
                Some(key) => drop(map.insert(key, value)),
                None => *key = Some(value.as_str().map_or(value.to_string(), str::to_string)),
            },
        }
    }
    match open.pop()? {
        Open::List(mut values) => values.pop(),
        Open::Map(..) => None,
    }
}

/// Every YAML file that people write by path below `content/`; the program writes `changes/`.
fn yaml(root: &Path) -> Vec<(String, String)> {
    let files = common::tree(&root.join("content"));
    let files = files
        .into_iter()
        .filter(|(path, _)| path.ends_with(".yaml") && !path.starts_with("changes/"));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

#[test]
fn every_good_file_is_good_by_its_schema() {
    let judges = judges();
    let mut seen = BTreeSet::new();
    for site in [root(), mihon(), root().join("examples/hinagata")] {
        for (path, text) in yaml(&site) {
            let kind = kind_of(&path).unwrap_or_else(|| panic!("{path} has no schema"));
            seen.insert(kind);
            let complaint = judges[kind].complaint(&json(&text).expect("it can be read"));
            assert_eq!(complaint, None, "{path}");
        }
    }
    assert_eq!(seen.len(), KINDS.len(), "every kind is tried: {seen:?}");
    for example in examples() {
        for (path, bytes) in &example.good {
            let text = String::from_utf8_lossy(bytes);
            let Some((kind, value)) = kind_of(path).zip(json(&text)) else { continue };
            assert_eq!(judges[kind].complaint(&value), None, "{} {path}", example.name);
        }
    }
}

#[test]
fn an_editor_points_out_what_one_file_can_tell() {
    let judges = judges();
    let told = ["unknown-key", "missing-key", "bad-word", "wrong-kind", "bad-url"];
    for example in examples().iter().filter(|example| told.contains(&example.code())) {
        let complaint = example.bad.iter().find_map(|(path, bytes)| {
            judges[kind_of(path)?].complaint(&json(&String::from_utf8_lossy(bytes))?)
        });
        assert!(complaint.is_some(), "{}", example.name);
    }
}

/// A schema with its definitions, and an example of it in which everything is written.
struct Full {
    schema: Value,
    example: Value,
    /// The objects of the example, and what the schema says of them.
    objects: Vec<(String, Value)>,
    /// The places where only certain words may stand.
    words: Vec<(String, BTreeSet<String>)>,
}

impl Full {
    fn of(kind: Kind) -> Full {
        let schema: Value = serde_json::from_str(&kind.schema()).expect("it is JSON");
        let mut full =
            Full { schema, example: Value::Null, objects: Vec::new(), words: Vec::new() };
        full.example = full.write(&full.schema.clone(), "", &mut Vec::new());
        full
    }

    fn definition(&self, name: &str) -> Value {
        self.schema["$defs"][name].clone()
    }

    /// An example of `part`, which stands at `at`; `inside` are the definitions it is within.
    fn write(&mut self, part: &Value, at: &str, inside: &mut Vec<String>) -> Value {
        if let Some(name) = reference(part) {
            let simple = match name {
                "id" | "reference" => "a",
                "year" => "R5",
                "period" => "R5Q1",
                "date" => "2025-09",
                "url" => "https://a.example/",
                "region_code" => "100005",
                "hex" => "#1a4f8b",
                "number" | "value" => "1",
                _ => {
                    inside.push(name.to_string());
                    let example = self.write(&self.definition(name), at, inside);
                    inside.pop();
                    return example;
                }
            };
            return json!(simple);
        }
        let words = self.words_of(part);
        if !words.is_empty() {
            let first = words.first().expect("a word").clone();
            self.words.push((at.to_string(), words));
            return first.parse().map_or(Value::String(first), Value::Number);
        }
        if let Some(properties) = part["properties"].as_object() {
            self.objects.push((at.to_string(), part.clone()));
            let endless =
                |part: &Value| reference(part).is_some_and(|name| inside.contains(&name.into()));
            let written: Vec<_> = properties.iter().filter(|(_, part)| !endless(part)).collect();
            let mut example = Map::new();
            for (key, part) in written {
                let value = self.write(part, &format!("{at}/{key}"), inside);
                example.insert(key.clone(), value);
            }
            return Value::Object(example);
        }
        match part["type"].as_str() {
            Some("array") => json!([self.write(&part["items"], &format!("{at}/0"), inside)]),
            Some("object") => {
                // Cells: one with a word, one with all that can be said.
                let cell = json!({"$ref": "#/$defs/cell"});
                let word = self.write(&part["additionalProperties"], &format!("{at}/R5"), inside);
                json!({"R5": word, "R6": self.write(&cell, &format!("{at}/R6"), inside)})
            }
            _ => json!("a"),
        }
    }

    /// The words that may stand for `part`, whatever else may.
    fn words_of(&self, part: &Value) -> BTreeSet<String> {
        let part = reference(part).map_or(part.clone(), |name| self.definition(name));
        let word = |word: &Value| word.as_str().map_or(word.to_string(), str::to_string);
        let own = part["enum"].as_array().into_iter().flatten().map(word);
        let others = part["anyOf"].as_array().into_iter().flatten();
        let others = others.filter(|part| part["required"].is_null());
        own.chain(others.flat_map(|part| self.words_of(part))).collect()
    }
}

fn reference(part: &Value) -> Option<&str> {
    part["$ref"].as_str()?.strip_prefix("#/$defs/")
}

/// What the program says of this text in place of a clean file of this kind.
fn problems(kind: Kind, content: &Value) -> Vec<Problem> {
    let path = match kind.name {
        "plan" => "plans/p/plan.yaml".to_string(),
        "item" => "plans/p/items/01/item.yaml".to_string(),
        "meeting" => "meetings/1.yaml".to_string(),
        name => format!("{name}.yaml"),
    };
    // JSON is YAML.
    let (sources, report) = findings(&[(path, content.to_string().into_bytes())]);
    report.sorted(&sources).into_iter().map(|one| one.problem.clone()).collect()
}

fn changed(full: &Full, at: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut example = full.example.clone();
    change(example.pointer_mut(at).expect("the place is there"));
    example
}

#[test]
fn the_program_reads_what_a_schema_allows() {
    for kind in KINDS {
        let full = Full::of(kind);
        assert_eq!(Judge::of(kind).complaint(&full.example), None, "{}", kind.name);
        let strange: Vec<Problem> = problems(kind, &full.example)
            .into_iter()
            .filter(|problem| {
                ["unknown-key", "missing-key", "bad-word", "wrong-kind"].contains(&problem.code())
            })
            .collect();
        assert_eq!(strange, [], "{}", kind.name);
    }
}

#[test]
fn a_schema_has_the_keys_that_the_program_knows() {
    for kind in KINDS {
        let full = Full::of(kind);
        for (at, object) in &full.objects {
            let example = changed(&full, at, |place| place["unheard-of"] = json!("x"));
            let known = problems(kind, &example).into_iter().find_map(|problem| match problem {
                Problem::UnknownKey { key, known, .. } if key == "unheard-of" => Some(known),
                _ => None,
            });
            let known: BTreeSet<String> = known
                .unwrap_or_else(|| panic!("{}{at} takes any key", kind.name))
                .into_iter()
                .collect();
            let keys = object["properties"].as_object().expect("an object").keys().cloned();
            assert_eq!(keys.collect::<BTreeSet<_>>(), known, "{}{at}", kind.name);
        }
    }
}

#[test]
fn a_schema_demands_what_the_program_demands() {
    for kind in KINDS {
        let (judge, full) = (Judge::of(kind), Full::of(kind));
        for (at, object) in &full.objects {
            for key in object["properties"].as_object().expect("an object").keys() {
                let example = changed(&full, at, |place| {
                    place.as_object_mut().expect("an object").remove(key);
                });
                let missing = Problem::MissingKey { key: key.clone() };
                let demanded = problems(kind, &example).contains(&missing);
                let complaint = judge.complaint(&example);
                assert_eq!(complaint.is_some(), demanded, "{}{at}/{key}: {complaint:?}", kind.name);
            }
        }
    }
}

#[test]
fn a_schema_has_the_words_that_the_program_knows() {
    for kind in KINDS {
        let full = Full::of(kind);
        for (at, words) in &full.words {
            let example = changed(&full, at, |place| *place = json!("unheard-of"));
            let known = problems(kind, &example).into_iter().find_map(|problem| match problem {
                Problem::BadWord { found, known, .. } if found == "unheard-of" => Some(known),
                _ => None,
            });
            let known = known.unwrap_or_else(|| panic!("{}{at} takes any word", kind.name));
            assert_eq!(*words, known.into_iter().collect(), "{}{at}", kind.name);
        }
    }
}
