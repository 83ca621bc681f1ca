//! In: a site. Out: what each template is given: names, kinds, what may be absent, as Markdown.
//! Never: a list kept by hand; it is read off the models themselves.

use crate::export;
use crate::model::Site;
use crate::pages;
use crate::publish::{Hashed, Nowhere};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What stands at a name of a model.
#[derive(Clone, Debug, Default)]
struct Shape {
    kinds: Vec<&'static str>,
    below: BTreeMap<String, Shape>,
}

/// Small models that stand everywhere; the components of `parts.html` take them as they are.
const KNOWN: [(&str, &[&str]); 2] =
    [("words", &["lang", "mark", "text"]), ("link", &["current", "href", "words"])];

/// Every template with the names it is given, over all pages of the site.
pub fn models(site: &Site) -> String {
    let mut shell = Shape::default();
    let mut templates: BTreeMap<&str, Shape> = BTreeMap::new();
    let files = Hashed::new(&Nowhere);
    export::write(site, &files).expect("nowhere takes everything");
    let sizes = files.sizes();
    for (lang, family) in pages::families(site) {
        for model in pages::models(site, lang, &family, "assets/style.css", &sizes) {
            shell.add(&value(&model.shell));
            templates.entry(model.template).or_default().add(&value(&model.page));
        }
    }
    let mut out = String::from("## `shell`\n\n");
    shell.write("shell", 0, &mut out);
    for (template, shape) in &templates {
        let _ = write!(out, "\n## `{template}`\n\n");
        shape.write("page", 0, &mut out);
    }
    out
}

fn value(model: &impl serde::Serialize) -> Value {
    serde_json::to_value(model).expect("a model is what templates are given, so it has a form")
}

impl Shape {
    fn add(&mut self, value: &Value) {
        let kind = match value {
            Value::Null => "-",
            Value::Bool(_) => "yes or no",
            Value::Number(_) => "number",
            Value::String(_) => "text",
            Value::Array(_) => "list",
            Value::Object(_) => "",
        };
        if !self.kinds.contains(&kind) {
            self.kinds.push(kind);
        }
        match value {
            Value::Array(entries) => {
                for entry in entries {
                    let entry_shape = self.below.entry("[]".to_string()).or_default();
                    entry_shape.add(entry);
                }
            }
            Value::Object(fields) => {
                for (name, field) in fields {
                    self.below.entry(name.clone()).or_default().add(field);
                }
            }
            _ => {}
        }
    }

    fn known(&self) -> Option<&'static str> {
        let mut known = KNOWN.iter();
        let found = known.find(|(_, names)| self.below.keys().eq(names.iter().copied()));
        found.map(|(name, _)| *name)
    }

    /// A line a name; the entries of a list stand below the list itself.
    fn write(&self, name: &str, depth: usize, out: &mut String) {
        let mut kinds = self.kinds.clone();
        kinds.retain(|kind| !["-", ""].contains(kind));
        let mut inner = self;
        while let Some(entry) = inner.below.get("[]") {
            inner = entry;
        }
        kinds.extend(inner.known());
        let absent = if self.kinds.contains(&"-") { ", may be absent" } else { "" };
        let said = match kinds.join(" of ") {
            kinds if kinds.is_empty() => absent.trim_start_matches(", ").to_string(),
            kinds => kinds + absent,
        };
        let said = if said.is_empty() { said } else { format!(": {said}") };
        let _ = writeln!(out, "{}- `{name}`{said}", "  ".repeat(depth));
        if inner.known().is_none() {
            for (name, shape) in &inner.below {
                shape.write(name, depth + 1, out);
            }
        }
    }
}
