//! In: Markdown as authors write it in Japanese and English. Out: safe HTML, and what it mentions.
//! Never: raw HTML passed through, a link scheme outside the list, a template.

mod plain;
mod terms;

pub use plain::to_text;
pub use terms::Term;

use pulldown_cmark::{
    CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html,
}; // CommonMark with footnotes and tables; its only home
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// The schemes a link may have; anything else would run or leak something.
const SCHEMES: [&str; 4] = ["https:", "http:", "mailto:", "tel:"];

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH
}

/// Where a text stands, so that its ids, headings and links fit the page.
pub struct Setting<'p> {
    /// Keeps the ids of several texts on one page apart.
    pub prefix: &'p str,
    /// Headings begin at `<h{top}>`, so that the page's own order of headings holds.
    pub top: u8,
    /// The link that stands for what a text names: `item:02`, `images/map.png`.
    pub resolve: &'p dyn Fn(&str) -> Option<String>,
    /// Words whose first mention leads to the glossary.
    pub terms: &'p [Term<'p>],
}

/// Turns Markdown into HTML.
pub fn to_html(text: &str, setting: &Setting<'_>) -> String {
    let events = TextMergeStream::new(Parser::new_ext(text, options())).collect::<Vec<_>>();
    let mut out = String::with_capacity(text.len() * 2);
    let mut safe = Safe { setting, sections: 0 };
    let events = terms::link_terms(mend_japanese(events), setting.terms).into_iter();
    html::push_html(&mut out, events.map(|event| safe.event(event)));
    out
}

/// What a text mentions that must exist elsewhere, with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mention {
    /// A link.
    Link {
        /// As written.
        to: String,
        /// Where.
        range: Range<usize>,
    },
    /// A picture.
    Picture {
        /// As written.
        to: String,
        /// The words in its place.
        words: String,
        /// Where.
        range: Range<usize>,
    },
    /// A footnote that is referred to and not written.
    LostFootnote {
        /// Its name.
        name: String,
        /// Where.
        range: Range<usize>,
    },
}

/// Everything a text mentions.
pub fn mentions(text: &str) -> Vec<Mention> {
    let mut found = Vec::new();
    // Links, pictures and footnotes all begin with one of these; most texts have none.
    if !text.contains(['[', '<']) {
        return found;
    }
    let mut picture: Option<(String, String, Range<usize>)> = None;
    let mut code = false;
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                found.push(Mention::Link { to: dest_url.into_string(), range });
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                picture = Some((dest_url.into_string(), String::new(), range));
            }
            Event::End(TagEnd::Image) => {
                if let Some((to, words, range)) = picture.take() {
                    found.push(Mention::Picture { to, words, range });
                }
            }
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Text(words) => {
                if let Some((_, said, _)) = &mut picture {
                    said.push_str(&words);
                } else if !code {
                    found.extend(lost_footnote(text, range));
                }
            }
            _ => {}
        }
    }
    found
}

/// A reference without a note stays literal text: `[^`, its name and `]`, in pieces. The piece
/// that begins it is enough to find the rest.
fn lost_footnote(text: &str, range: Range<usize>) -> Option<Mention> {
    let piece = text.get(range.clone())?;
    let at =
        range.start + piece.find('^').filter(|at| before_is_bracket(text, range.start + at))?;
    let name = text[at + 1..].split(']').next().filter(|name| {
        let rest = text[at + 1..].len();
        name.len() < rest && !name.is_empty() && !name.contains(char::is_whitespace)
    })?;
    let range = at - 1..at + 1 + name.len() + 1;
    Some(Mention::LostFootnote { name: name.to_string(), range })
}

fn before_is_bracket(text: &str, at: usize) -> bool {
    text[..at].ends_with('[') && !text[..at].ends_with("\\[")
}

/// Whether a link leads only where links may lead.
pub fn is_safe(link: &str) -> bool {
    let scheme = link.find([':', '/', '?', '#']).filter(|at| link[*at..].starts_with(':'));
    match scheme {
        None => !link.starts_with("//"),
        Some(_) => {
            let link = link.to_ascii_lowercase();
            SCHEMES.iter().any(|scheme| link.starts_with(scheme))
        }
    }
}

/// What `to_html` changes in each event so that the page stays safe and its ids unique.
struct Safe<'p> {
    setting: &'p Setting<'p>,
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
                let id = Some(format!("{}{}", self.setting.prefix, self.sections).into());
                Event::Start(Tag::Heading { level: self.lowered(level), id, classes, attrs })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(self.lowered(level))),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = self.resolved(dest_url);
                Event::Start(Tag::Link { link_type, dest_url, title, id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                let dest_url = self.resolved(dest_url);
                Event::Start(Tag::Image { link_type, dest_url, title, id })
            }
            Event::FootnoteReference(name) => Event::FootnoteReference(self.named(&name)),
            Event::Start(Tag::FootnoteDefinition(name)) => {
                Event::Start(Tag::FootnoteDefinition(self.named(&name)))
            }
            other => other,
        }
    }

    /// What the link stands for; a dangerous one leads nowhere.
    fn resolved<'e>(&self, link: CowStr<'e>) -> CowStr<'e> {
        match (self.setting.resolve)(&link) {
            Some(resolved) => resolved.into(),
            None if is_safe(&link) => link,
            None => CowStr::Borrowed("#"),
        }
    }

    fn named<'e>(&self, name: &str) -> CowStr<'e> {
        format!("{}{name}", self.setting.prefix).into()
    }

    /// `##` is the first level below a page's or a section's own heading.
    fn lowered(&self, level: HeadingLevel) -> HeadingLevel {
        match (level as u8).saturating_sub(2) + self.setting.top {
            0..=2 => HeadingLevel::H2,
            3 => HeadingLevel::H3,
            4 => HeadingLevel::H4,
            5 => HeadingLevel::H5,
            _ => HeadingLevel::H6,
        }
    }
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
                if wide_end(events[..index].iter().rfind(|event| !is_edge(event)))
                    && wide_start(events[index + 1..].iter().find(|event| !is_edge(event))) =>
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

/// Where a link or an emphasis begins or ends within a line.
fn is_edge(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => is_inline(tag.to_end()),
        Event::End(end) => is_inline(*end),
        _ => false,
    }
}

fn is_inline(end: TagEnd) -> bool {
    use TagEnd::{Emphasis, Link, Strikethrough, Strong};
    matches!(end, Emphasis | Strong | Strikethrough | Link)
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
    use super::{Mention, Setting, mentions, to_html};

    fn in_setting(text: &str, prefix: &str, top: u8) -> String {
        let resolve = |link: &str| link.strip_prefix("item:").map(|id| format!("../{id}.html"));
        to_html(text, &Setting { prefix, top, resolve: &resolve, terms: &[] })
    }

    fn html(text: &str) -> String {
        in_setting(text, "x-", 2)
    }

    #[test]
    fn what_a_text_names_becomes_a_link() {
        assert!(html("[次](item:02)").contains("href=\"../02.html\""));
    }

    #[test]
    fn what_must_exist_elsewhere_is_mentioned_with_its_place() {
        let text = "見よ[次](item:02)と[^注]。\n\n![](images/a.png) `[^no]` [^1]\n\n[^1]: ある";
        let found: Vec<String> = mentions(text)
            .into_iter()
            .map(|mention| match mention {
                Mention::Link { to, range } => format!("{to} {}", &text[range]),
                Mention::Picture { to, words, range } => format!("{to} ({words}) {}", &text[range]),
                Mention::LostFootnote { name, range } => format!("{name} {}", &text[range]),
            })
            .collect();
        assert_eq!(
            found,
            ["item:02 [次](item:02)", "注 [^注]", "images/a.png () ![](images/a.png)"]
        );
    }

    #[test]
    fn japanese_bold_and_line_breaks_are_mended() {
        assert_eq!(html("**注意：**本文"), "<p><strong>注意：</strong>本文</p>\n");
        assert_eq!(html("改行の\nある文"), "<p>改行のある文</p>\n");
        assert_eq!(
            html("下の\n[続き](item:02)\nを読む"),
            "<p>下の<a href=\"../02.html\">続き</a>を読む</p>\n"
        );
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
        assert!(in_setting("### 見出し", "y-", 3).contains("<h4 id=\"y-1\">"));
        let note = html("a[^1]\n\n[^1]: b");
        assert!(note.contains("x-1") && !note.contains("\"1\""), "{note}");
    }

    #[test]
    fn the_first_mention_of_a_term_is_linked() {
        let resolve = |link: &str| Some(format!("g#{}", link.trim_start_matches("term:")));
        let terms = [("始動人", "a"), ("始動人マインド", "b"), ("DX", "c")];
        let setting = Setting { prefix: "x-", top: 2, resolve: &resolve, terms: &terms };
        let html = |text: &str| to_html(text, &setting);
        assert_eq!(
            html("始動人マインドと始動人と始動人"),
            "<p><a href=\"g#b\">始動人マインド</a>と<a href=\"g#a\">始動人</a>と始動人</p>\n"
        );
        assert_eq!(html("DXの推進"), "<p><a href=\"g#c\">DX</a>の推進</p>\n");
        assert!(html("始動人《しどうじん》は始動人").contains("》は<a href=\"g#a\">始動人</a>"));
        for untouched in ["ADX", "DX2", "[DXとは](https://a.example/)", "`DX`", "## DX"] {
            assert!(!html(untouched).contains("g#c"), "{untouched}");
        }
        assert!(html("<DX>").contains("&lt;DX&gt;"), "and stays safe");
    }
}
