//! In: the words and digits of a label. Out: its estimated width, and its spelling as XML.
//! Never: a font. Widths are a little generous, because the reader's font is unknown
//! and a label that is narrower than its box does no harm.

use unicode_width::UnicodeWidthChar;

/// Height of a line of text, in tenths; the style sheet sets text at 12 units.
pub(super) const LINE: i32 = 130;

/// From the top of a line to its baseline, in tenths.
pub(super) const BASELINE: i32 = 105;

/// From the middle of a line of digits down to its baseline, in tenths.
pub(super) const HALF_DIGIT: i32 = 43;

const FULL_WIDTH: usize = 120;
// 0.6 em: the widest digits among the usual Japanese fonts (Meiryo, Hiragino); Noto needs 0.555.
const HALF_WIDTH: usize = 72;
const HALF_WIDTH_BOLD: usize = 76;
const POINT: usize = 44;

/// Estimated width of a text in regular weight, in tenths.
pub(super) fn width(text: &str) -> i32 {
    sum(text, HALF_WIDTH)
}

/// Estimated width of a text in bold, in tenths.
pub(super) fn bold_width(text: &str) -> i32 {
    sum(text, HALF_WIDTH_BOLD)
}

fn sum(text: &str, half_width: usize) -> i32 {
    let tenths: usize = text
        .chars()
        .map(|c| match (c, c.width()) {
            ('.' | ',' | ' ' | ':', _) => POINT,
            (_, None | Some(0)) => 0,
            (_, Some(1)) => half_width,
            (_, Some(_)) => FULL_WIDTH,
        })
        .sum();
    // No chart holds a text that long; the bound keeps the sums of geometry far from overflow.
    i32::try_from(tenths).unwrap_or(i32::MAX).min(1_000_000)
}

/// Spells a text for XML content and attributes. Characters that XML forbids are left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Spells tenths as units: `305` is `30.5`, `300` is `30`.
pub(super) fn units(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_follows_the_eye_not_the_bytes() {
        assert_eq!(width("目標"), 240);
        assert_eq!(width("e\u{301}"), width("e"));
        assert!(bold_width("63.3") > width("63.3"));
    }

    #[test]
    fn markup_and_control_characters_are_harmless() {
        assert_eq!(escape("<b title=\"1\">&\u{0}\n"), "&lt;b title=&quot;1&quot;&gt;&amp; ");
    }

    #[test]
    fn tenths_are_spelled_without_needless_digits() {
        assert_eq!([units(305), units(300), units(-5), units(0)], ["30.5", "30", "-0.5", "0"]);
    }
}
