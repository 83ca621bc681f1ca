//! In: Markdown. Out: its words, as a search finds them.
//! Never: a mark of the markup.

use super::{is_inline, mend_japanese, options};
use pulldown_cmark::{Event, Parser, TextMergeStream};

/// The words of a text without its markup, blocks apart by a space.
pub fn to_text(text: &str) -> String {
    let events = TextMergeStream::new(Parser::new_ext(text, options())).collect();
    let mut out = String::with_capacity(text.len());
    for event in mend_japanese(events) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::Html(words) | Event::InlineHtml(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::Rule => out.push(' '),
            Event::End(end) if !is_inline(end) => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::to_text;

    #[test]
    fn only_the_words_are_left() {
        let text = "## 見出し\n\n**注意：**本文の\n[続き](item:02)。\n\n- 一つ\n- `code`";
        assert_eq!(to_text(text), "見出し 注意：本文の続き。 一つ code");
        assert_eq!(to_text("two\nwords"), "two words");
    }
}
