//! In: the theme's style sheet. Out: its light colours, and what it says of each part of a drawing.
//! Never: a colour of our own; what a page's chart looks like is decided in the style sheet alone.

use super::looks::{Known, Looks};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The looks of drawings that leave the page and its style sheet behind.
#[derive(Debug, Default)]
pub struct Style {
    colours: BTreeMap<String, String>,
    fonts: String,
    rules: Vec<Rule>,
    known: Known,
}

/// One selector with its declarations.
#[derive(Clone, Debug)]
struct Rule {
    steps: Vec<Step>,
    declarations: Vec<(String, String)>,
}

/// One element a selector names, and whether it must be a child of the one before.
#[derive(Clone, Debug, Default)]
struct Step {
    child: bool,
    tag: Option<String>,
    classes: Vec<String>,
}

/// An element of a drawing, as selectors see it.
#[derive(Clone, Debug)]
pub(super) struct Element<'d> {
    pub tag: &'d str,
    pub classes: Vec<&'d str>,
}

/// What becomes an attribute: the properties that SVG has as attributes and our charts use.
const PROPERTIES: [&str; 11] = [
    "fill",
    "font-size",
    "font-weight",
    "opacity",
    "paint-order",
    "stroke",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "stroke-width",
];

impl Style {
    /// Reads style sheets; what a later one says goes over what an earlier one said. Rules inside `@media`
    /// and its like are for other screens, but for those where nobody forces colours: a file is such a place.
    /// Rules that are not about charts are for other things.
    pub fn of<'c>(sheets: impl IntoIterator<Item = &'c str>) -> Style {
        let mut style = Style::default();
        for sheet in sheets {
            style.read(&without_comments(sheet));
        }
        style
    }

    fn read(&mut self, rules: &str) {
        for (head, body) in blocks(rules) {
            match head {
                "@media not (forced-colors: active)" => self.read(body),
                _ if head.starts_with('@') => {}
                selectors => self.add(selectors, body),
            }
        }
    }

    fn add(&mut self, selectors: &str, body: &str) {
        let declarations = declarations(body);
        match selectors {
            ":root" => self.colours.extend(
                declarations
                    .into_iter()
                    .filter_map(|(name, value)| Some((name.strip_prefix("--")?.into(), value))),
            ),
            "body" => {
                let fonts = declarations.into_iter().find(|(name, _)| name == "font-family");
                self.fonts = fonts.map_or_else(|| self.fonts.clone(), |(_, fonts)| fonts);
            }
            _ => {
                let about_charts = selectors.split(',').filter_map(steps);
                self.rules.extend(about_charts.map(|steps| {
                    Rule {
                        steps,
                        declarations: declarations
                            .iter()
                            .filter(|(name, _)| PROPERTIES.contains(&name.as_str()))
                            .cloned()
                            .collect(),
                    }
                }));
            }
        }
    }

    /// A colour by its name in the style sheet, `ink` for instance.
    pub fn colour(&self, name: &str) -> &str {
        self.colours.get(name).map_or("#000", String::as_str)
    }

    /// The fonts of the pages, in double quotes where they have spaces.
    pub fn fonts(&self) -> &str {
        if self.fonts.is_empty() { "sans-serif" } else { &self.fonts }
    }

    /// The looks of the last of these elements, each inside the one before it; `way` spells them all.
    pub(super) fn looks(&self, way: &str, path: &[Element<'_>]) -> Arc<Looks> {
        self.known.of(self, way, path)
    }

    /// What the style sheet says of the last of these elements, each inside the one before it.
    pub(super) fn attributes(&self, path: &[Element<'_>]) -> BTreeMap<&str, String> {
        let mut rules: Vec<&Rule> =
            self.rules.iter().filter(|rule| matches(&rule.steps, path)).collect();
        // A stable sort: of equally specific rules the later wins, as in CSS.
        rules.sort_by_key(|rule| rule.specificity());
        let mut found = BTreeMap::new();
        for (name, value) in rules.into_iter().flat_map(|rule| &rule.declarations) {
            if let Some(value) = self.resolved(value) {
                found.insert(name.as_str(), value);
            }
        }
        found
    }

    /// A value with the colours in place of their names; `None` for a name there is not.
    fn resolved(&self, value: &str) -> Option<String> {
        let Some((before, rest)) = value.split_once("var(--") else {
            return Some(value.to_string());
        };
        let (name, after) = rest.split_once(')')?;
        Some(format!("{before}{}{after}", self.colours.get(name.trim())?))
    }
}

impl Rule {
    fn specificity(&self) -> (usize, usize) {
        let classes = self.steps.iter().map(|step| step.classes.len()).sum();
        (classes, self.steps.iter().filter(|step| step.tag.is_some()).count())
    }
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_string();
    parts.filter_map(|part| part.split_once("*/")).fold(first, |kept, (_, rest)| kept + rest)
}

/// The rules at the top of a style sheet: what stands before a brace, and what within.
fn blocks(css: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let (mut start, mut open, mut depth) = (0, 0, 0_usize);
    for (at, brace) in css.match_indices(['{', '}']) {
        if brace == "{" {
            if depth == 0 {
                open = at;
            }
            depth += 1;
        } else {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                // A statement such as `@import …;` ends before the rule begins.
                let head = css[start..open.max(start)].rsplit(';').next().unwrap_or_default();
                if open > start {
                    found.push((head.trim(), css[open + 1..at].trim()));
                }
                start = at + 1;
            }
        }
    }
    found
}

fn declarations(body: &str) -> Vec<(String, String)> {
    let pair = |one: &str| {
        let (name, value) = one.split_once(':')?;
        Some((name.trim().to_string(), value.trim().to_string()))
    };
    body.split(';').filter_map(pair).collect()
}

/// The steps of a selector about something in a chart. One that asks for more than tags, classes,
/// descent and children (a pseudo-class, say) is for browsers only.
fn steps(selector: &str) -> Option<Vec<Step>> {
    let selector = selector.trim();
    if !selector.starts_with(".chart ") || selector.contains([':', '[', '#', '+', '~']) {
        return None;
    }
    let mut steps = Vec::new();
    let mut child = false;
    for part in selector.replace('>', " > ").split_whitespace() {
        if part == ">" {
            child = true;
            continue;
        }
        let mut names = part.split('.');
        let tag = names.next().filter(|tag| !tag.is_empty() && *tag != "*");
        let classes = names.map(str::to_string).collect();
        steps.push(Step {
            child: std::mem::take(&mut child),
            tag: tag.map(str::to_string),
            classes,
        });
    }
    Some(steps)
}

/// Whether a selector names the last element of a path.
fn matches(steps: &[Step], path: &[Element<'_>]) -> bool {
    let (Some((step, earlier)), Some((element, above))) = (steps.split_last(), path.split_last())
    else {
        return steps.is_empty();
    };
    let named = step.tag.as_ref().is_none_or(|tag| tag == element.tag)
        && step.classes.iter().all(|class| element.classes.contains(&class.as_str()));
    named
        && if earlier.is_empty() || step.child {
            matches(earlier, above)
        } else {
            (0..=above.len()).any(|end| matches(earlier, &above[..end]))
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "@import 'a.css'; :root { --blue: #00f; --red: #f00 }
        @media (prefers-color-scheme: dark) { :root { --blue: #99f } .chart .line { fill: red } }
        body { font-family: \"A B\", serif; margin: 0 }
        /* .chart .line { fill: none } */
        .chart .line { stroke: var(--blue); cursor: pointer } .chart .new .line { stroke: var(--red) }
        .chart .mark > *, .menu .mark { fill: var(--none); stroke-width: 2 } .chart .a.b:hover { fill: red }
        .chart .line { stroke-width: 1 }";

    fn element(name: &'static str) -> Element<'static> {
        let (tag, classes) = name.split_once('.').unwrap_or((name, ""));
        Element { tag, classes: classes.split('.').filter(|class| !class.is_empty()).collect() }
    }

    fn attributes(path: &[&'static str]) -> String {
        let style = Style::of([SHEET]);
        let path: Vec<Element<'_>> = path.iter().map(|name| element(name)).collect();
        let said = style.attributes(&path);
        said.into_iter().map(|(name, value)| format!("{name}={value} ")).collect()
    }

    #[test]
    fn the_more_specific_and_the_later_rule_wins() {
        assert_eq!(attributes(&["g.chart", "path.line"]), "stroke=#00f stroke-width=1 ");
        assert_eq!(attributes(&["g.chart", "g.new", "path.line"]), "stroke=#f00 stroke-width=1 ");
        assert_eq!(attributes(&["g.other", "path.line"]), "");
    }

    #[test]
    fn a_child_is_nearer_than_a_descendant_and_an_unknown_colour_says_nothing() {
        assert_eq!(attributes(&["g.chart", "g.mark", "path"]), "stroke-width=2 ");
        assert_eq!(attributes(&["g.chart", "g.mark", "g", "path"]), "");
    }

    #[test]
    fn colours_are_those_of_a_light_screen() {
        let style = Style::of([SHEET, "body { margin: 0 } :root { --red: #c00 }"]);
        assert_eq!([style.colour("blue"), style.colour("red")], ["#00f", "#c00"]);
        assert_eq!(style.fonts(), "\"A B\", serif");
    }

    #[test]
    fn the_publishers_colours_go_over_the_themes() {
        let own = "@media not (forced-colors: active) { :root { --red: #900; }
            @media screen and (prefers-color-scheme: dark) { :root { --red: #f99; } } }";
        assert_eq!(Style::of([SHEET, own]).colour("red"), "#900");
    }

    #[test]
    fn a_broken_style_sheet_is_read_as_far_as_it_goes() {
        for broken in ["", "}", "{", "} a { b: c", ".chart .x { fill: var(--", "/* a"] {
            Style::of([broken]).attributes(&[element("g.chart"), element("path.x")]);
        }
    }
}
