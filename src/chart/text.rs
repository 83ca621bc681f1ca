//! In: the words and digits of a label. Out: its estimated width.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_follows_the_eye_not_the_bytes() {
        assert_eq!(width("目標"), 240);
        assert_eq!(width("e\u{301}"), width("e"));
        assert!(bold_width("63.3") > width("63.3"));
    }
}
