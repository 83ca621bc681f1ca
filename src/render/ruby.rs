//! In: a finished page. Out: the same with every 漢字《かんじ》 as ruby, or without its reading where HTML
//! allows no ruby. Never: a page without a 《 looked at twice, code changed.

use crate::locale::{first_reading, without_readings};

/// Elements that hold text only; a drawing has text of its own kind, a script speaks to machines.
const BARE: [&str; 5] = ["title", "svg", "option", "textarea", "script"];

/// Elements whose text is meant as it stands.
const AS_WRITTEN: [&str; 2] = ["code", "pre"];

/// Spells out the readings of a page.
pub(super) fn spelled_out(html: String) -> String {
    if !html.contains('《') {
        return html;
    }
    let mut out = String::with_capacity(html.len() * 5 / 4);
    let mut rest = html.as_str();
    while let Some(at) = rest.find('<') {
        push_ruby(&rest[..at], &mut out);
        let (tag, after) = rest[at..].split_at(tag_length(&rest[at..]));
        out.push_str(&without_readings(tag));
        rest = after;
        let opens = |name: &&&str| name_of(tag) == **name;
        if let Some(name) = BARE.iter().find(opens) {
            let (inside, after) = until_end_of(name, rest);
            out.push_str(&without_readings(inside));
            rest = after;
        } else if let Some(name) = AS_WRITTEN.iter().find(opens) {
            let (inside, after) = until_end_of(name, rest);
            out.push_str(inside);
            rest = after;
        }
    }
    push_ruby(rest, &mut out);
    out
}

/// The text with its readings as ruby; browsers that know none show them in brackets.
fn push_ruby(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(read) = first_reading(rest) {
        out.push_str(read.before);
        for part in ["<ruby>", read.kanji, "<rp>（</rp><rt>", read.reading] {
            out.push_str(part);
        }
        out.push_str("</rt><rp>）</rp></ruby>");
        rest = read.after;
    }
    out.push_str(rest);
}

/// The length of the tag a text begins with; a `>` within quotes does not end it.
fn tag_length(html: &str) -> usize {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// The name of an opening tag.
fn name_of(tag: &str) -> &str {
    let name = tag.strip_prefix('<').unwrap_or(tag);
    name.split(|character: char| !character.is_ascii_alphanumeric()).next().unwrap_or("")
}

/// What stands before the end tag of an element, and the rest with that tag.
fn until_end_of<'h>(name: &str, html: &'h str) -> (&'h str, &'h str) {
    html.split_at(html.find(&format!("</{name}")).unwrap_or(html.len()))
}

#[cfg(test)]
mod tests {
    use super::spelled_out;
    use crate::locale::without_readings;
    use proptest::prelude::*;

    fn spelled(html: &str) -> String {
        spelled_out(html.to_string())
    }

    #[test]
    fn a_reading_becomes_ruby_in_text() {
        assert_eq!(
            spelled("<p>この県庁《けんちょう》へ</p>"),
            "<p>この<ruby>県庁<rp>（</rp><rt>けんちょう</rt><rp>）</rp></ruby>へ</p>"
        );
    }

    #[test]
    fn where_no_ruby_may_stand_the_reading_is_dropped() {
        for (written, shown) in [
            ("<title>県《けん》</title>", "<title>県</title>"),
            ("<a title=\"a > 県《けん》\">b</a>", "<a title=\"a > 県\">b</a>"),
            (
                "<svg class=\"chart\"><text>県《けん》</text></svg>",
                "<svg class=\"chart\"><text>県</text></svg>",
            ),
            ("<option>県《けん》</option>", "<option>県</option>"),
            ("<script>{\"name\":\"県《けん》\"}</script>", "<script>{\"name\":\"県\"}</script>"),
            ("<textarea>県《けん》</textarea>", "<textarea>県</textarea>"),
        ] {
            assert_eq!(spelled(written), shown);
        }
    }

    #[test]
    fn code_and_what_is_no_reading_stay_as_written() {
        for html in [
            "<code>県《けん》</code>",
            "<pre><b>県《けん》</b></pre>",
            "<p>《けん》 県《県》 県<b>《けん》</b></p>",
            "<p>県《けん",
            "<",
        ] {
            assert_eq!(spelled(html), html);
        }
    }

    proptest! {
        /// Whatever is written, a reader without ruby reads what stands there.
        #[test]
        fn the_words_stay_the_same(text in "[県庁けんちょうー《》 a]{0,40}") {
            let ruby = spelled(&format!("<p>{text}</p>"));
            let bracketed = ruby
                .replace("<ruby>", "")
                .replace("</ruby>", "")
                .replace("<rp>（</rp><rt>", "《")
                .replace("</rt><rp>）</rp>", "》");
            prop_assert_eq!(bracketed, format!("<p>{text}</p>"));
            let dropped = spelled(&format!("<title>{text}</title>"));
            prop_assert_eq!(dropped, format!("<title>{}</title>", without_readings(&text)));
        }
    }
}
