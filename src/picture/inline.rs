//! In: a drawing with classes. Out: the same drawing with the looks as attributes of its elements, so that
//! it is right without a style sheet.
//! Never: a style element: word processors read attributes, but of style sheets only a part.

use super::style::{Element, Style};
use crate::chart::escape;

/// Writes the looks into a drawing of ours: what `chart` wrote, well formed, classes in double quotes.
pub(super) fn inline(drawing: &str, style: &Style) -> String {
    let mut out = String::with_capacity(drawing.len() * 2);
    let mut path: Vec<Element<'_>> = Vec::new();
    let mut rest = drawing;
    while let Some((text, tag_on)) = rest.split_once('<') {
        out.push_str(text);
        let Some((tag, after)) = tag_on.split_once('>') else { break };
        rest = after;
        if tag.starts_with('/') {
            path.pop();
            out.push_str(&format!("<{tag}>"));
            continue;
        }
        let (tag, end) = tag.strip_suffix('/').map_or((tag, ">"), |tag| (tag, "/>"));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let (classes, others) = without_classes(attributes);
        path.push(Element { tag: name, classes });
        let said = if name == "title" { Vec::new() } else { said(style, &path) };
        let words = rest.split_once("</").map_or("", |(words, _)| words);
        // The halo around words is a drawing of its own: not every program paints strokes first when asked.
        if has_halo(&said) {
            out.push_str(&format!("<{name}{others}{}>{words}</{name}>", spelled(&said, false)));
            out.push_str(&format!("<{name}{others}{}{end}", spelled(&said, true)));
        } else {
            let attributes: String = said.iter().map(attribute).collect();
            out.push_str(&format!("<{name}{others}{attributes}{end}"));
        }
        if end == "/>" {
            path.pop();
        }
    }
    out.push_str(rest);
    out
}

/// The classes of an element, and its other attributes with a space before each.
fn without_classes(attributes: &str) -> (Vec<&str>, String) {
    let Some((before, rest)) = attributes.split_once("class=\"") else {
        let space = if attributes.is_empty() { "" } else { " " };
        return (Vec::new(), format!("{space}{attributes}"));
    };
    let (classes, after) = rest.split_once('"').unwrap_or((rest, ""));
    let before = if before.is_empty() { String::new() } else { format!(" {}", before.trim_end()) };
    (classes.split(' ').collect(), format!("{before}{after}"))
}

fn said(style: &Style, path: &[Element<'_>]) -> Vec<(String, String)> {
    let said = style.attributes(path).into_iter();
    said.map(|(name, value)| (name.to_string(), value)).collect()
}

/// The attributes of words with a halo: of the words themselves, or of the halo behind them.
fn spelled(said: &[(String, String)], words: bool) -> String {
    let kept = said.iter().filter(|(name, _)| match name.as_str() {
        "paint-order" => false,
        "fill" => words,
        name => !words || !name.starts_with("stroke"),
    });
    let attributes: String = kept.map(attribute).collect();
    if words { attributes } else { format!("{attributes} fill=\"none\" aria-hidden=\"true\"") }
}

/// Whether an element's stroke is painted behind its fill.
fn has_halo(said: &[(String, String)]) -> bool {
    let says = |wanted: &str, test: fn(&str) -> bool| {
        said.iter().any(|(name, value)| name == wanted && test(value))
    };
    says("paint-order", |order| order.starts_with("stroke")) && says("stroke", |of| of != "none")
}

fn attribute((name, value): &(String, String)) -> String {
    format!(" {name}=\"{}\"", escape(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inlined(drawing: &str) -> String {
        let style = Style::of([":root { --blue: #00f } .chart path { fill: none }
            .chart .line { stroke: var(--blue) } .chart .label { fill: red; paint-order: stroke; stroke: #fff }"]);
        inline(drawing, &style)
    }

    #[test]
    fn classes_become_attributes() {
        assert_eq!(
            inlined(
                "<g class=\"chart\"><title>a &lt; b</title><path class=\"line\" d=\"M0 0\"/></g>"
            ),
            "<g><title>a &lt; b</title><path d=\"M0 0\" fill=\"none\" stroke=\"#00f\"/></g>"
        );
    }

    #[test]
    fn what_follows_an_element_is_not_inside_it() {
        let drawing = "<g class=\"chart\"><g class=\"a\"><path/></g></g><path class=\"line\"/>";
        assert_eq!(inlined(drawing), "<g><g><path fill=\"none\"/></g></g><path/>");
    }

    #[test]
    fn a_halo_stands_behind_its_words() {
        assert_eq!(
            inlined("<g class=\"chart\"><text class=\"label\" x=\"1\">目標</text></g>"),
            "<g><text x=\"1\" stroke=\"#fff\" fill=\"none\" aria-hidden=\"true\">目標</text>\
             <text x=\"1\" fill=\"red\">目標</text></g>"
        );
    }
}
