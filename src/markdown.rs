//! In: Markdown as authors write it in Japanese and English. Out: safe HTML.
//! Never: raw HTML passed through, a link scheme outside the list, a template.

use pulldown_cmark::{
    CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html,
}; // CommonMark with footnotes and tables; its only home
use unicode_width::UnicodeWidthChar;

/// The schemes a link may have; anything else would run or leak something.
const SCHEMES: [&str; 4] = ["https:", "http:", "mailto:", "tel:"];

/// Turns Markdown into HTML. `prefix` keeps the ids of several texts on one page apart; headings
/// begin at `<h{top}>`, so that the page's own order of headings holds.
pub fn to_html(text: &str, prefix: &str, top: u8) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let events = TextMergeStream::new(Parser::new_ext(text, options)).collect::<Vec<_>>();
    let mut out = String::with_capacity(text.len() * 2);
    let safe = Safe { prefix, top, sections: 0 };
    html::push_html(
        &mut out,
        mend_japanese(events).into_iter().scan(safe, |safe, event| Some(safe.event(event))),
    );
    out
}

/// What `to_html` changes in each event so that the page stays safe and its ids unique.
struct Safe<'p> {
    prefix: &'p str,
    top: u8,
    sections: usize,
}

impl Safe<'_> {
    fn event<'e>(&mut self, event: Event<'e>) -> Event<'e> {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
            Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
            Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
            Event::Start(Tag::Heading { level, classes, attrs, .. }) => {
                self.sections += 1;
                let id = Some(format!("{}{}", self.prefix, self.sections).into());
                Event::Start(Tag::Heading { level: self.lowered(level), id, classes, attrs })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(self.lowered(level))),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = allowed(dest_url);
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = allowed(dest_url);
                Event::Start(Tag::Image { link_type, dest_url, title, id })
            }
            Event::FootnoteReference(name) => Event::FootnoteReference(self.named(&name)),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                Event::Start(Tag::FootnoteDefinition(self.named(&name)))
            }
            other => other,
        }
    }

    fn named<'e>(&self, name: &str) -> CowStr<'e> {
        format!("{}{name}", self.prefix).into()
    }

    /// `##` is the first level below a page's or a section's own heading.
    fn lowered(&self, level: HeadingLevel) -> HeadingLevel {
        let depth = (level as u8).saturating_sub(2) + self.top;
        match depth {
            0..=2 => HeadingLevel::H2,
            3 => HeadingLevel::H3,
            4 => HeadingLevel::H4,
            5 => HeadingLevel::H5,
            _ => HeadingLevel::H6,
        }
    }
}

/// A link that may stay, or a link to nowhere in place of a dangerous one.
fn allowed(link: CowStr<'_>) -> CowStr<'_> {
    let scheme = link.find([':', '/', '?', '#']).filter(|at| link[*at..].starts_with(':'));
    let safe = match scheme {
        None => !link.starts_with("//"),
        Some(_) => SCHEMES.iter().any(|scheme| link.to_ascii_lowercase().starts_with(scheme)),
    };
    if safe { link } else { CowStr::Borrowed("#") }
}

/// Two things CommonMark does not know of Japanese: a line break between two full-width characters
/// is no space, and `**注意：**本文` is meant to be bold although a full-width mark stands inside.
fn mend_japanese(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut mended = Vec::with_capacity(events.len());
    let mut code = false;
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::SoftBreak
                if wide_end(events[..index].last()) && wide_start(events.get(index + 1)) =>
            {
                continue;
            }
            Event::Text(text) if !code && text.contains("**") => {
                push_bold(&mut mended, text);
                continue;
            }
            _ => {}
        }
        mended.push(event.clone());
    }
    mended
}

fn wide_end(event: Option<&Event<'_>>) -> bool {
    matches!(event, Some(Event::Text(text)) if text.chars().next_back().is_some_and(is_wide))
}

fn wide_start(event: Option<&Event<'_>>) -> bool {
    matches!(event, Some(Event::Text(text)) if text.chars().next().is_some_and(is_wide))
}

fn is_wide(character: char) -> bool {
    character.width() == Some(2)
}

/// Every closed pair of `**` in a text becomes bold; an odd one stays as written.
fn push_bold<'e>(mended: &mut Vec<Event<'e>>, text: &str) {
    let mut rest = text;
    while let Some((before, bold, after)) = split_bold(rest) {
        mended.push(Event::Text(before.to_string().into()));
        mended.push(Event::Start(Tag::Strong));
        mended.push(Event::Text(bold.to_string().into()));
        mended.push(Event::End(TagEnd::Strong));
        rest = after;
    }
    mended.push(Event::Text(rest.to_string().into()));
}

fn split_bold(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("**")?;
    let (bold, after) = rest.split_once("**")?;
    (!bold.trim().is_empty()).then_some((before, bold, after))
}

#[cfg(test)]
mod tests {
    use super::to_html;

    fn html(text: &str) -> String {
        to_html(text, "x-", 2)
    }

    #[test]
    fn japanese_bold_and_line_breaks_are_mended() {
        assert_eq!(html("**注意：**本文"), "<p><strong>注意：</strong>本文</p>\n");
        assert_eq!(html("改行の\nある文"), "<p>改行のある文</p>\n");
        assert_eq!(html("two\nwords"), "<p>two\nwords</p>\n");
        assert_eq!(html("2 ** 3"), "<p>2 ** 3</p>\n");
    }

    #[test]
    fn nothing_dangerous_passes() {
        assert!(!html("<script>alert(1)</script>").contains("<script"));
        assert!(!html("a <b onclick=x>b</b>").contains("<b "));
        for link in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "data:text/html,x",
            "//evil.example/",
            "vbscript:x",
        ] {
            assert!(html(&format!("[a]({link})")).contains("href=\"#\""), "{link}");
        }
        for link in ["https://a.example/", "../x.html#y", "mailto:a@b.example", "#z"] {
            assert!(html(&format!("[a]({link})")).contains(link), "{link}");
        }
    }

    #[test]
    fn headings_and_footnotes_of_several_texts_keep_apart() {
        assert!(html("## 見出し").contains("<h2 id=\"x-1\">見出し</h2>"));
        assert!(to_html("### 見出し", "y-", 3).contains("<h4 id=\"y-1\">"));
        let note = html("a[^1]\n\n[^1]: b");
        assert!(note.contains("x-1") && !note.contains("\"1\""), "{note}");
    }
}
