//! In: text with readings beside its kanji, 漢字《かんじ》. Out: the parts of a reading; the text without any.
//! Never: HTML, which `render` makes; a 《 that is no reading changed.

use crate::model::{is_kana, is_kanji};
use std::borrow::Cow;

/// A text cut at its first reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read<'t> {
    /// What stands before the kanji.
    pub before: &'t str,
    /// The kanji, as many as stand together.
    pub kanji: &'t str,
    /// How they are read.
    pub reading: &'t str,
    /// What follows.
    pub after: &'t str,
}

/// The first reading of a text: kana in 《》 directly after kanji. Other 《》 are left as they are.
pub fn first_reading(text: &str) -> Option<Read<'_>> {
    text.match_indices('《').find_map(|(open, mark)| {
        let inner = &text[open + mark.len()..];
        let end = inner.find(|character| !is_kana(character) && character != 'ー')?;
        let (reading, rest) = inner.split_at(end);
        let after = rest.strip_prefix('》')?;
        let before = text[..open].trim_end_matches(is_kanji);
        let kanji = &text[before.len()..open];
        let read = !kanji.is_empty() && !reading.is_empty();
        read.then_some(Read { before, kanji, reading, after })
    })
}

/// A text without its readings, for whatever can show none: attributes, drawings, open data.
pub fn without_readings(text: &str) -> Cow<'_, str> {
    let mut rest = text;
    let mut out = String::new();
    while let Some(read) = first_reading(rest) {
        out.push_str(read.before);
        out.push_str(read.kanji);
        rest = read.after;
    }
    if rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The first kanji of a text, as many as stand together, that have no reading.
pub fn first_unread(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let read = first_reading(rest);
        let plain = read.map_or(rest, |read| read.before);
        if let Some(start) = plain.find(is_kanji) {
            let kanji = &plain[start..];
            let end = kanji.find(|character| !is_kanji(character)).unwrap_or(kanji.len());
            return Some(&kanji[..end]);
        }
        rest = read?.after;
    }
}

#[cfg(test)]
mod tests {
    use super::{first_reading, first_unread, without_readings};

    #[test]
    fn a_reading_is_kana_directly_after_kanji() {
        let read = first_reading("その県庁《けんちょう》へ").expect("a reading");
        assert_eq!((read.before, read.kanji), ("その", "県庁"));
        assert_eq!((read.reading, read.after), ("けんちょう", "へ"));
        assert_eq!(without_readings("人々《ひとびと》の声《こえ》"), "人々の声");
        assert_eq!(without_readings("珈琲《コーヒー》"), "珈琲");
    }

    #[test]
    fn kanji_without_a_reading_are_found() {
        assert_eq!(first_unread("県庁《けんちょう》の職員です"), Some("職員"));
        assert_eq!(first_unread("県庁の職員《しょくいん》"), Some("県庁"));
        assert_eq!(first_unread("県庁《けんちょう》です"), None);
    }

    #[test]
    fn other_marks_are_left_alone() {
        for text in
            ["《道のり》", "本《道のり》", "ほん《ほん》", "本《》", "本《ほん", "本 《ほん》", ""]
        {
            assert_eq!(without_readings(text), text);
        }
        assert_eq!(without_readings("《本》本《ほん》"), "《本》本");
    }
}
