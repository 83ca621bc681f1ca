//! In: values and a language. Out: the words and digits people read.
//! Never: a decision; what is shown is settled before it comes here.

mod calendar;
mod easy;
mod en;
mod ja;
mod messages;
mod number;
mod reading;

pub use calendar::iso;
pub use messages::Messages;
pub use number::number;
pub use reading::{Read, first_reading, first_unread, without_readings};

use crate::model::Lang;

/// A language with its words.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub words: &'static Messages,
}

impl Locale {
    /// The locale of a language.
    pub fn of(lang: Lang) -> Locale {
        let words = match lang {
            Lang::Ja => &ja::MESSAGES,
            Lang::En => &en::MESSAGES,
            Lang::Easy => &easy::MESSAGES,
        };
        Locale { lang, words }
    }
}

/// Puts values into the `{named}` places of a message.
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut filled = message.to_string();
    for (name, value) in values {
        filled = filled.replace(&format!("{{{name}}}"), value);
    }
    filled
}
