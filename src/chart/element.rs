//! In: ready paths, words and places. Out: single SVG elements, spelled.
//! Never: an attribute of looks. Words are escaped here and only here.

use super::geometry::Point;
use super::place::Anchor;
use super::spec::Mark;
use super::text::{escape, units};

/// A path, without a class if that is empty; nothing if there is nothing to draw.
pub(super) fn path(class: &str, d: &str) -> String {
    match (class, d) {
        (_, "") => String::new(),
        ("", d) => format!("<path d=\"{d}\"/>"),
        (class, d) => format!("<path class=\"{class}\" d=\"{d}\"/>"),
    }
}

/// A point as a path wants it.
pub(super) fn xy(at: Point) -> String {
    format!("{} {}", units(at.x), units(at.y))
}

/// One text.
pub(super) fn write(class: &str, words: &str, at: Point, anchor: Anchor) -> String {
    let (x, y, anchor, words) = (units(at.x), units(at.y), attribute(anchor), escape(words));
    format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{words}</text>")
}

/// A group of texts of one kind.
pub(super) fn texts(class: &str, anchor: Anchor, texts: &[(Point, String)]) -> String {
    let text = |(at, words): &(Point, String)| {
        format!("<text x=\"{}\" y=\"{}\">{}</text>", units(at.x), units(at.y), escape(words))
    };
    let inside: String = texts.iter().map(text).collect();
    format!("<g class=\"{class}\"{}>{inside}</g>", attribute(anchor))
}

/// A mark's shape with the fact it stands for.
pub(super) fn titled(mark: &Mark, shape: &str) -> String {
    let class = if mark.hollow { "mark hollow" } else { "mark" };
    let title = escape(&mark.title);
    format!("<g class=\"{class}\"><title>{title}</title>{shape}</g>")
}

/// A group, or nothing if it would be empty.
pub(super) fn group(class: &str, inside: &str) -> String {
    if inside.is_empty() { String::new() } else { format!("<g class=\"{class}\">{inside}</g>") }
}

/// The anchor is an attribute, not a class: labels were placed by it.
fn attribute(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    }
}
