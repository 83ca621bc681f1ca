//! In: text as its authors wrote it. Out: that text in a reader's language, fallback known.
//! Never: a sentence is formed here; words of our own live in `locale`.

/// A language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Japanese: the original, at the root of the site.
    Ja,
    /// English: a reference translation, under `en/`.
    En,
}

impl Lang {
    /// Both languages, the original first.
    pub const ALL: [Lang; 2] = [Lang::Ja, Lang::En];

    /// The code, as in `lang` attributes, content keys and file names.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Ja => "ja",
            Lang::En => "en",
        }
    }

    /// The folder of the language on the site.
    pub const fn prefix(self) -> &'static str {
        match self {
            Lang::Ja => "",
            Lang::En => "en/",
        }
    }

    /// The other one.
    pub const fn other(self) -> Lang {
        match self {
            Lang::Ja => Lang::En,
            Lang::En => Lang::Ja,
        }
    }
}

/// Hiragana or katakana: what English never holds. (Chinese characters may stand beside a reading.)
pub fn is_kana(character: char) -> bool {
    matches!(character, 'ぁ'..='ゖ' | 'ァ'..='ヺ')
}

/// Chinese characters, with the marks that stand for one.
pub fn is_kanji(character: char) -> bool {
    matches!(character, '㐀'..='䶿' | '一'..='鿿' | '豈'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々' | '〆' | '〇')
}

/// A text of the content: Japanese always, English where it was translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The original.
    pub ja: String,
    /// The translation; a reader of English sees the original, marked, where it is missing.
    pub en: Option<String>,
}

impl Text {
    /// The text for a reader of `lang` and the language it is really in.
    pub fn get(&self, lang: Lang) -> (&str, Lang) {
        match (lang, &self.en) {
            (Lang::En, Some(en)) => (en, Lang::En),
            _ => (&self.ja, Lang::Ja),
        }
    }
}
