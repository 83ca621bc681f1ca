//! In: a drawing with classes. Out: the same drawing with the looks as attributes of its elements, so that
//! it is right without a style sheet.
//! Never: a style element: word processors read attributes, but of style sheets only a part.

use super::looks::Looks;
use super::style::{Element, Style};

/// Writes the looks into a drawing of ours: what `chart` wrote, well formed, classes in double quotes.
pub(super) fn inline(drawing: &str, style: &Style) -> String {
    let mut out = String::with_capacity(drawing.len() * 2);
    let mut path: Vec<Element<'_>> = Vec::new();
    // The same path spelled, and how long it was before each element.
    let (mut way, mut ends) = (String::new(), Vec::new());
    let mut rest = drawing;
    while let Some((text, tag_on)) = rest.split_once('<') {
        out.push_str(text);
        let Some((tag, after)) = tag_on.split_once('>') else { break };
        rest = after;
        if tag.starts_with('/') {
            path.pop();
            way.truncate(ends.pop().unwrap_or(0));
            out.extend(["<", tag, ">"]);
            continue;
        }
        let (tag, end) = tag.strip_suffix('/').map_or((tag, ">"), |tag| (tag, "/>"));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let (before, classes, after) = around_classes(attributes);
        ends.push(way.len());
        way.extend(["<", name, ".", classes]);
        let classes = if classes.is_empty() { Vec::new() } else { classes.split(' ').collect() };
        path.push(Element { tag: name, classes });
        let open = |out: &mut String, looks: &str, end: &str| {
            let space = if before.is_empty() { "" } else { " " };
            out.extend(["<", name, space, before, after, looks, end]);
        };
        match &*style.looks(&way, &path) {
            Looks::Plain(looks) => open(&mut out, looks, end),
            Looks::Haloed { halo, words } => {
                open(&mut out, halo, ">");
                out.push_str(rest.split_once("</").map_or("", |(words, _)| words));
                out.extend(["</", name, ">"]);
                open(&mut out, words, end);
            }
        }
        if end == "/>" {
            path.pop();
            way.truncate(ends.pop().unwrap_or(0));
        }
    }
    out.push_str(rest);
    out
}

/// The attributes before an element's classes, the classes, and the attributes after them.
fn around_classes(attributes: &str) -> (&str, &str, &str) {
    let Some((before, rest)) = attributes.split_once("class=\"") else {
        return (attributes, "", "");
    };
    let (classes, after) = rest.split_once('"').unwrap_or((rest, ""));
    (before.trim_end(), classes, after)
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
