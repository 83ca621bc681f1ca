//! In: a problem. Out: what is wrong, and what to write instead, in the reader's language.
//! Never: a check; the evidence is complete before it comes here.

mod en;
mod ja;

use super::{Lang, Problem};

/// The words for one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl Wording {
    /// Words `problem` for a reader of `lang`.
    pub fn of(problem: &Problem, lang: Lang) -> Wording {
        match lang {
            Lang::Ja => ja::words(problem),
            Lang::En => en::words(problem),
        }
    }
}

fn plain(message: impl Into<String>) -> Wording {
    Wording { message: message.into(), help: None }
}

fn helped(message: impl Into<String>, help: impl Into<String>) -> Wording {
    Wording { message: message.into(), help: Some(help.into()) }
}
