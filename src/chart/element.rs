//! In: ready paths, words and places. Out: SVG elements, spelled one after another into one text.
//! Never: an attribute of looks. Words are escaped here and only here.

use super::geometry::Point;
use super::place::Anchor;
use super::spec::Mark;

/// Spells words for XML content and attributes.
#[must_use]
pub fn escape(words: &str) -> String {
    let mut pen = Pen::default();
    pen.words(words);
    pen.finish()
}

/// The text of a drawing as far as it is written. What an element holds is written by a closure
/// between its beginning and its end, so nothing is spelled twice.
#[derive(Debug, Default)]
pub(super) struct Pen(String);

impl Pen {
    /// Room for a drawing of the usual length.
    pub fn new() -> Pen {
        Pen(String::with_capacity(8 * 1024))
    }

    /// The finished drawing.
    pub fn finish(mut self) -> String {
        self.0.shrink_to_fit();
        self.0
    }

    /// Writes as it is.
    pub fn raw(&mut self, text: &str) -> &mut Pen {
        self.0.push_str(text);
        self
    }

    /// Writes words, spelled for XML content and attributes. Characters that XML forbids are left out.
    pub fn words(&mut self, words: &str) -> &mut Pen {
        for c in words.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\t' | '\n' | '\r' => self.0.push(' '),
                '\u{fffe}' | '\u{ffff}' => {}
                c if c.is_control() => {}
                c => self.0.push(c),
            }
        }
        self
    }

    /// Writes tenths as units: `305` is `30.5`, `300` is `30`.
    pub fn units(&mut self, tenths: i32) -> &mut Pen {
        if tenths < 0 {
            self.0.push('-');
        }
        let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        self.digits(whole);
        if rest > 0 {
            self.0.push('.');
            self.digits(rest);
        }
        self
    }

    fn digits(&mut self, number: u32) {
        if number > 9 {
            self.digits(number / 10);
        }
        self.0.extend(char::from_digit(number % 10, 10));
    }

    /// Writes a point as a path wants it.
    pub fn xy(&mut self, at: Point) -> &mut Pen {
        self.units(at.x).raw(" ").units(at.y)
    }

    /// A path, without a class if that is empty; nothing if there is nothing to draw.
    pub fn path(&mut self, class: &str, d: impl FnOnce(&mut Pen)) {
        match class {
            "" => self.unless_empty("<path d=\"", d, "\"/>"),
            class => {
                let start = ["<path class=\"", class, "\" d=\""].concat();
                self.unless_empty(&start, d, "\"/>");
            }
        }
    }

    /// A group, or nothing if it would be empty.
    pub fn group(&mut self, class: &str, inside: impl FnOnce(&mut Pen)) {
        self.unless_empty(&["<g class=\"", class, "\">"].concat(), inside, "</g>");
    }

    fn unless_empty(&mut self, start: &str, inside: impl FnOnce(&mut Pen), end: &str) {
        let before = self.0.len();
        self.raw(start);
        inside(self);
        if self.0.len() == before + start.len() {
            self.0.truncate(before);
        } else {
            self.raw(end);
        }
    }

    /// A mark's shape with the fact it stands for.
    pub fn titled(&mut self, mark: &Mark, shape: impl FnOnce(&mut Pen)) {
        self.raw(if mark.hollow { "<g class=\"mark hollow\">" } else { "<g class=\"mark\">" });
        self.raw("<title>").words(&mark.title).raw("</title>");
        shape(self);
        self.raw("</g>");
    }

    /// One text.
    pub fn text(&mut self, class: &str, words: &str, at: Point, anchor: Anchor) {
        self.raw("<text class=\"").raw(class).raw("\" x=\"").units(at.x);
        self.raw("\" y=\"").units(at.y).raw("\"").raw(attribute(anchor)).raw(">");
        self.words(words).raw("</text>");
    }

    /// A group of texts of one kind.
    pub fn texts(&mut self, class: &str, anchor: Anchor, texts: &[(Point, String)]) {
        self.raw("<g class=\"").raw(class).raw("\"").raw(attribute(anchor)).raw(">");
        for (at, words) in texts {
            self.raw("<text x=\"").units(at.x).raw("\" y=\"").units(at.y).raw("\">");
            self.words(words).raw("</text>");
        }
        self.raw("</g>");
    }
}

/// The anchor is an attribute, not a class: labels were placed by it.
fn attribute(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    }
}

#[cfg(test)]
mod tests {
    use super::Pen;

    fn written(write: impl FnOnce(&mut Pen)) -> String {
        let mut pen = Pen::default();
        write(&mut pen);
        pen.finish()
    }

    #[test]
    fn markup_and_control_characters_are_harmless() {
        let words = written(|pen| {
            pen.words("<b title=\"1\">&\u{0}\n");
        });
        assert_eq!(words, "&lt;b title=&quot;1&quot;&gt;&amp; ");
    }

    #[test]
    fn tenths_are_spelled_without_needless_digits() {
        let units = [305, 300, -5, 0, 36001].map(|tenths| {
            written(|pen| {
                pen.units(tenths);
            })
        });
        assert_eq!(units, ["30.5", "30", "-0.5", "0", "3600.1"]);
    }

    #[test]
    fn what_would_be_empty_is_not_there() {
        assert_eq!(written(|pen| pen.group("a", |pen| pen.path("b", |_| {}))), "");
        let path = |pen: &mut Pen| {
            pen.path("", |d| {
                d.raw("M1 1");
            });
        };
        assert_eq!(written(|pen| pen.group("a", path)), "<g class=\"a\"><path d=\"M1 1\"/></g>");
    }
}
