//! In: what the system refused. Out: why the program could not do its work, in words.
//! Never: a finding about content.

use crate::diagnostics::Lang;
use crate::publish::WriteError;
use crate::source::ReadError;

/// Why the program could not do its work.
pub(super) struct Stop(pub String);

pub(super) fn unreadable(error: &ReadError, lang: Lang) -> Stop {
    let ReadError { path, reason } = error;
    let path = path.display();
    Stop(match lang {
        Lang::Ja => format!(
            "{path} を読み込めません（{reason}）。content/ のあるフォルダーを指定してください。"
        ),
        Lang::En => format!("cannot read {path} ({reason}); name the folder that holds content/"),
    })
}

pub(super) fn unwritable(error: &WriteError, lang: Lang) -> Stop {
    Stop(match (error, lang) {
        (WriteError::NotOurs(path), Lang::Ja) => format!(
            "{} は michinori が作ったフォルダーではないため、書き換えません。--out で別の場所を指定してください。",
            path.display()
        ),
        (WriteError::NotOurs(path), Lang::En) => format!(
            "{} was not made by michinori and is left alone; name another folder with --out",
            path.display()
        ),
        (WriteError::Busy(path), Lang::Ja) => format!(
            "別の michinori が書き出し中です（{}）。終わってからやり直してください。",
            path.display()
        ),
        (WriteError::Busy(path), Lang::En) => {
            format!("another michinori is writing ({}); try again when it is done", path.display())
        }
        (WriteError::Io(path, error), Lang::Ja) => {
            format!("{} に書き込めません（{error}）。", path.display())
        }
        (WriteError::Io(path, error), Lang::En) => {
            format!("cannot write {} ({error})", path.display())
        }
    })
}
