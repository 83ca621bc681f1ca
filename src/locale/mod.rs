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
    let mut filled = String::with_capacity(message.len() * 2);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after.split_once('}').and_then(|(name, after)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, after))
        });
        match place {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_stand_as_they_are() {
        let values = [("name", "{year}年の様式"), ("year", "R6")];
        assert_eq!(fill("{name}：{year} {", &values), "{year}年の様式：R6 {");
        assert_eq!(fill("{unknown}{year}", &values), "{unknown}R6");
    }
}
