//! In: text as its authors wrote it. Out: that text in a reader's language, fallback known.
//! Never: a sentence is formed here; words of our own live in `locale`.

/// A language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// Japanese: the original, at the root of the site.
    Ja,
    /// English: a reference translation, under `en/`.
    En,
    /// Easy Japanese (やさしい日本語) with readings, under `easy/`: the pages most people begin with.
    Easy,
}

impl Lang {
    /// Every language, the original first.
    pub const ALL: [Lang; 3] = [Lang::Ja, Lang::En, Lang::Easy];

    /// The code, as in settings, content keys and file names.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Ja => "ja",
            Lang::En => "en",
            Lang::Easy => "ja-easy",
        }
    }

    /// The tag, as in `lang` attributes: easy Japanese is Japanese to a browser or a voice.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::Ja | Lang::Easy => "ja",
            Lang::En => "en",
        }
    }

    /// The folder of the language on the site.
    pub const fn prefix(self) -> &'static str {
        match self {
            Lang::Ja => "",
            Lang::En => "en/",
            Lang::Easy => "easy/",
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

/// A text of the content: Japanese always, English where it was translated, easy Japanese where
/// someone took the trouble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The original.
    pub ja: String,
    /// The translation; a reader of English sees the original, marked, where it is missing.
    pub en: Option<String>,
    /// The same in easy Japanese; its reader sees the original where it is missing. Few have one.
    pub easy: Option<Box<str>>,
}

impl Text {
    /// The text for a reader of `lang` and the language it is really in.
    pub fn get(&self, lang: Lang) -> (&str, Lang) {
        let own = match lang {
            Lang::Ja => None,
            Lang::En => self.en.as_deref(),
            Lang::Easy => self.easy.as_deref(),
        };
        own.map_or((&self.ja, Lang::Ja), |own| (own, lang))
    }
}
