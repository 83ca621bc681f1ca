//! In: a code. Out: its explanation on the terminal.
//! Never: an example of its own.

use super::CLEAN;
use super::stop::Stop;
use crate::diagnostics::{Lang, Problem};
use crate::explain;

pub(super) fn explain(code: Option<&str>, lang: Lang) -> Result<u8, Stop> {
    let Some(code) = code else {
        for example in list(lang) {
            println!("{example}");
        }
        return Ok(CLEAN);
    };
    if let Some(words) = explain::explain(code, lang) {
        print!("{words}");
        return Ok(CLEAN);
    }
    let near = explain::suggestion(code);
    Err(Stop(match (lang, near) {
        (Lang::Ja, Some(near)) => {
            format!("「{code}」というコードはありません。「{near}」ではありませんか。")
        }
        (Lang::Ja, None) => {
            format!("「{code}」というコードはありません。michinori explain で一覧を示します。")
        }
        (Lang::En, Some(near)) => format!("there is no code `{code}`; did you mean `{near}`?"),
        (Lang::En, None) => format!("there is no code `{code}`; `michinori explain` lists all"),
    }))
}

/// Every code with what its first example shows.
fn list(lang: Lang) -> Vec<String> {
    let examples = explain::examples();
    let title = |code: &str| {
        let example = examples.iter().find(|example| example.code() == code);
        example.map_or("", |example| &example.title[usize::from(lang == Lang::En)])
    };
    Problem::CODES.iter().map(|code| format!("{code:<26}{}", title(code))).collect()
}
