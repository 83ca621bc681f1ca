//! In: a theme's own templates. Out: every name in them that no page gives, with its line.
//! Never: a false alarm. What only rendering can tell fails there, as ever.

use super::tags::{Token, tags};
use crate::diagnostics::{Line, Problem, Report};
use crate::load::nearest;
use std::collections::{BTreeMap, BTreeSet};
use tera::Tera;

/// The guide lists what each template is given, and a test holds it to the models themselves.
const GUIDE: &str = include_str!("../../docs/themes.md");

/// What every page gives its template.
const HOLDERS: [&str; 3] = ["t", "shell", "page"];

/// What templates may name.
pub(super) struct Names<'n> {
    words: BTreeSet<&'n str>,
    /// By heading of the guide: `shell`, and one a template.
    guide: BTreeMap<&'n str, BTreeSet<&'n str>>,
    /// All of the guide: a template that no page names stands in several, and may ask which it is.
    anywhere: BTreeSet<&'n str>,
    /// Names templates give themselves. Includes and blocks see those of other templates, so one set
    /// anywhere may be there everywhere.
    set: BTreeSet<&'n str>,
}

impl<'n> Names<'n> {
    /// For all templates together, with their names; `words` are the names of our words.
    pub fn new(
        templates: &'n [(String, String)],
        words: impl Iterator<Item = &'n str>,
    ) -> Names<'n> {
        let tags = templates.iter().flat_map(|(_, source)| tags(source));
        let set = tags.flat_map(|tag| set_in(&tag)).collect();
        let guide = guide();
        let anywhere = guide.values().flatten().copied().collect();
        Names { words: words.collect(), guide, anywhere, set }
    }

    /// Reports every name in a template that it is never given; `path` is where its author finds it.
    pub fn check(&self, tera: &Tera, name: &str, source: &str, path: &str, report: &mut Report) {
        let free = tera.get_template_variables(name).unwrap_or_default();
        let all: Vec<Use<'_>> =
            outside_components(tags(source)).flat_map(|tag| uses(&tag)).collect();
        let asked: BTreeSet<_> = all.iter().filter(|one| one.asked).map(Use::name).collect();
        for one in all {
            let (first, field) = one.name();
            let (last, suggestion) = match (self.fields(first, name), one.field) {
                _ if asked.contains(&(first, None)) || asked.contains(&(first, field)) => continue,
                _ if free.contains(first) && !self.is_given(first) => {
                    (one.first, self.meant(first, name))
                }
                (Some(known), Some(last)) if !known.contains(last.text) => {
                    let near = nearest(last.text, known.iter().copied());
                    (last, near.map(|near| format!("{first}.{near}")))
                }
                _ => continue,
            };
            let range = one.first.at..last.at + last.text.len();
            let name = source[range.clone()].to_string();
            let line = Line::of(path, source, range);
            report.add_line(Problem::UnknownName { name, suggestion }, line);
        }
    }

    fn is_given(&self, name: &str) -> bool {
        HOLDERS.contains(&name) || self.set.contains(name)
    }

    /// Whose name was left out, or which of our names was mistyped.
    fn meant(&self, name: &str, template: &str) -> Option<String> {
        let holds = |holder: &str| {
            self.fields(holder, template).is_some_and(|fields| fields.contains(name))
        };
        let holder = HOLDERS.into_iter().find(|holder| holds(holder));
        let held = holder.map(|holder| format!("{holder}.{name}"));
        held.or_else(|| nearest(name, HOLDERS.into_iter()))
    }

    /// What `holder` holds in a template; `None` where that is not ours to say.
    fn fields(&self, holder: &str, template: &str) -> Option<&BTreeSet<&'n str>> {
        match holder {
            _ if self.set.contains(holder) => None,
            "t" => Some(&self.words),
            "shell" => self.guide.get("shell"),
            "page" => Some(self.guide.get(template).unwrap_or(&self.anywhere)),
            _ => None,
        }
    }
}

/// A word of a tag, with what is asked of it: `page.terms`, or `page` alone.
struct Use<'s> {
    first: Token<'s>,
    field: Option<Token<'s>>,
    /// `is defined` or `| default`: whoever asks whether a name is there may name what is not.
    asked: bool,
}

impl<'s> Use<'s> {
    fn name(&self) -> (&'s str, Option<&'s str>) {
        (self.first.text, self.field.map(|field| field.text))
    }
}

fn uses<'s>(tag: &[Token<'s>]) -> Vec<Use<'s>> {
    let begins = |at: &usize| *at == 0 || tag[at - 1].text != ".";
    let uses = (0..tag.len()).filter(begins).map(|at| {
        let (field, after) = match &tag[at + 1..] {
            [dot, field, after @ ..] if dot.text == "." => (Some(*field), after),
            after => (None, after),
        };
        let asked = match after {
            [sign, ..] if sign.text == "is" => true,
            [sign, filter, ..] => sign.text == "|" && filter.text == "default",
            _ => false,
        };
        Use { first: tag[at], field, asked }
    });
    uses.collect()
}

/// The names below each heading of the guide, those of the first level only.
fn guide() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut guide: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    let mut heading = "";
    for line in GUIDE.lines() {
        if let Some(name) = between(line, "## `") {
            heading = name;
        } else if let Some(name) = between(line, "  - `") {
            guide.entry(heading).or_default().insert(name);
        }
    }
    guide
}

fn between<'l>(line: &'l str, start: &str) -> Option<&'l str> {
    Some(line.strip_prefix(start)?.split_once('`')?.0)
}

/// The names that `{% set a = … %}` or `{% for a, b in … %}` brings.
fn set_in<'s>(tag: &[Token<'s>]) -> Vec<&'s str> {
    let mut names = Vec::new();
    let mut words = tag.iter().map(|token| token.text);
    while let Some(word) = words.next() {
        match word {
            "set" | "set_global" => names.extend(words.next()),
            "for" => names.extend(words.by_ref().take_while(|word| *word != "in")),
            _ => {}
        }
    }
    names
}

/// A component has only what its caller hands over, by whatever name.
fn outside_components(tags: Vec<Vec<Token<'_>>>) -> impl Iterator<Item = Vec<Token<'_>>> {
    let mut inside = false;
    tags.into_iter().filter(move |tag| {
        match tag.first().map_or("", |first| first.text) {
            "component" => inside = true,
            "endcomponent" => inside = false,
            _ => {}
        }
        !inside
    })
}
