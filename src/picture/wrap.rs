//! In: words, and the room for them. Out: their lines, broken where Japanese and English allow it.
//! Never: a font; widths are estimated, a little generously, because the reader's font is unknown.

use unicode_width::UnicodeWidthChar;

/// Width of a full-width character, in the unit of this module.
const EM: u32 = 100;

/// What may not begin a line, and what may not end one (JIS X 4051, the strict rule).
const NO_START: &str = "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】°′″℃％‰ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ～,.:;?!)]}%";
const NO_END: &str = "‘“（〔［｛〈《「『【￥＄([{";

/// How a break reads. Numbers are costs; [`NEVER`] is only broken in a word longer than a line.
const PHRASE: u64 = 0;
const BETWEEN_WORDS: u64 = 300;
const IN_WORD: u64 = 2_500;
const IN_KATAKANA: u64 = 8_000;
const NEVER: u64 = 1_000_000;
/// A line more costs more than any raggedness.
const LINE: u64 = 100_000;

/// The estimated width of words set at `size`.
pub(super) fn width(words: &str, size: u32) -> u32 {
    (words.chars().map(advance).sum::<u32>() * size).div_ceil(EM)
}

/// The lines of `words` set at `size` within `room`: as few as possible, then as even as possible,
/// then broken between phrases rather than inside them. In small print (not `even`) the last
/// line is as short as it comes.
pub(super) fn lines(words: &str, size: u32, room: u32, even: bool) -> Vec<String> {
    broken(words, size, room, even).into_iter().map(|(line, _)| line).collect()
}

/// Whether a word or phrase is torn by the lines.
pub(super) fn tears(words: &str, size: u32, room: u32) -> bool {
    broken(words, size, room, true).iter().any(|(_, penalty)| *penalty >= IN_WORD)
}

/// The lines, each with the penalty of the break after it.
fn broken(words: &str, size: u32, room: u32, even: bool) -> Vec<(String, u64)> {
    let words: Vec<char> = words.trim().chars().filter(|c| !c.is_control()).collect();
    let room = (room * EM / size.max(1)).max(EM);
    let after = |end: usize| match words.get(end) {
        Some(next) => penalty(words[end - 1], *next),
        None => 0,
    };
    let advances: Vec<u32> = words.iter().copied().map(advance).collect();
    // The cheapest way to each place, and where its last line begins.
    let mut best: Vec<(u64, usize)> = vec![(0, 0)];
    for end in 1..=words.len() {
        let mut cheapest = (u64::MAX, end - 1);
        let penalty = after(end);
        let mut wide = 0;
        for start in (0..end).rev() {
            wide += advances[start];
            let hanging = words[end - 1] == ' ' && end - start > 1;
            let used = if hanging { wide - advance(' ') } else { wide };
            if used > room && end - start > 1 {
                break;
            }
            let left_over = end == words.len() && !even;
            let left = if left_over { 0 } else { room.saturating_sub(used) };
            let slack = u64::from(left * 100 / room);
            let cost = best[start].0.saturating_add(LINE + slack * slack + penalty);
            if cost < cheapest.0 {
                cheapest = (cost, start);
            }
        }
        best.push(cheapest);
    }
    let mut lines = Vec::new();
    let mut end = words.len();
    while end > 0 {
        let start = best[end].1;
        let line: String = words[start..end].iter().collect();
        lines.push((line.trim_matches(' ').to_string(), after(end)));
        end = start;
    }
    lines.reverse();
    lines
}

/// How many lines words take.
pub(super) fn count(words: &str, size: u32, room: u32) -> u32 {
    u32::try_from(lines(words, size, room, false).len()).unwrap_or(u32::MAX)
}

/// Words of at most so many lines: what is too long ends in …
pub(super) fn cut(words: &str, size: u32, room: u32, most: u32) -> String {
    let mut kept: Vec<char> = words.chars().collect();
    if count(words, size, room) <= most {
        return words.to_string();
    }
    loop {
        kept.pop();
        let shortened: String = kept.iter().chain(&['…']).collect();
        if kept.is_empty() || count(&shortened, size, room) <= most {
            return shortened;
        }
    }
}

/// What it costs to break between two characters.
fn penalty(before: char, after: char) -> u64 {
    use Kind::{Hiragana, Kanji, Katakana, Latin, Other, Space};
    if NO_START.contains(after) || NO_END.contains(before) || after.width() == Some(0) {
        return NEVER;
    }
    match (kind(before), kind(after)) {
        (_, Space) | (Latin, Latin) => NEVER,
        (Space, _) => PHRASE,
        // A number stays with what is counted and with the name of its era: 第12次, 令和5年度.
        (Latin, Kanji) | (Kanji, Latin) if before.is_ascii_digit() || after.is_ascii_digit() => {
            IN_WORD
        }
        (Katakana, Katakana) => IN_KATAKANA,
        (Hiragana, Hiragana) | (Kanji, Kanji | Hiragana) | (Katakana, Hiragana) => IN_WORD,
        // Kana end a phrase, and so do brackets and points.
        (Hiragana | Other, _) => PHRASE,
        _ => BETWEEN_WORDS,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Latin,
    Hiragana,
    Katakana,
    Kanji,
    Other,
}

fn kind(c: char) -> Kind {
    match c {
        ' ' => Kind::Space,
        'ぁ'..='ゟ' => Kind::Hiragana,
        'ァ'..='ヿ' if c != '・' => Kind::Katakana,
        '々' | '一'..='鿿' | '㐀'..='䶿' | '豈'..='﫿' | '\u{20000}'..='\u{3ffff}' => {
            Kind::Kanji
        }
        _ if c.width() == Some(2) || c == '・' => Kind::Other,
        _ => Kind::Latin,
    }
}

/// The estimated width of a character.
fn advance(c: char) -> u32 {
    match (c, c.width()) {
        ('i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!', _) => 30,
        ('f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-', _) => 40,
        ('m' | 'w' | 'M' | 'W' | '%' | '@' | '—', _) => 94,
        ('A'..='Z', _) => 68,
        (_, None | Some(0)) => 0,
        (_, Some(1)) => 60,
        (_, Some(_)) => EM,
    }
}

#[cfg(test)]
mod tests {
    use super::{lines, width};
    use proptest::prelude::proptest;

    #[test]
    fn one_line_stays_one() {
        assert_eq!(lines("財政調整基金の残高", 10, 90, true), ["財政調整基金の残高"]);
        assert_eq!(lines("", 10, 90, true), Vec::<String>::new());
    }

    #[test]
    fn lines_are_even_and_phrases_whole() {
        assert_eq!(lines("財政調整基金の残高", 10, 80, true), ["財政調整基金の", "残高"]);
        assert_eq!(
            lines("マイナンバーカードの交付枚数率", 10, 120, true),
            ["マイナンバーカードの", "交付枚数率"]
        );
    }

    #[test]
    fn no_line_begins_with_a_point_or_ends_with_a_bracket() {
        assert_eq!(
            lines("達成しました、公表した。", 10, 70, true),
            ["達成しました、", "公表した。"]
        );
        let broken = lines("職員（会計年度任用職員を含む。）の数", 10, 60, true);
        assert!(broken.iter().all(|line| !line.ends_with('（') && !line.starts_with(['。', '）'])));
    }

    #[test]
    fn numbers_and_english_words_are_not_torn() {
        for size in 60..200 {
            let broken = lines("令和5年度の実績は1,412,906回で、目標の95.0%を達成", 10, size, true);
            assert!(broken.iter().any(|line| line.contains("1,412,906")), "{broken:?}");
        }
        assert_eq!(
            lines("Share of administrative procedures available online", 10, 150, true),
            ["Share of administrative", "procedures available online"]
        );
    }

    #[test]
    fn a_word_longer_than_the_line_is_broken_somewhere() {
        let broken = lines("Donaudampfschifffahrtsgesellschaft", 10, 60, true);
        assert!(broken.len() > 1 && broken.concat() == "Donaudampfschifffahrtsgesellschaft");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_every_line_fits(words in "[ぁ-んァ-ヶ一-十a-z0-9、。（） ]{0,60}") {
            let broken = lines(&words, 10, 100, true);
            let kept = |text: &str| text.replace(' ', "");
            assert_eq!(kept(&broken.concat()), kept(&words));
            assert!(broken.iter().all(|line| width(line, 10) <= 100 || line.chars().count() == 1));
        }
    }
}
