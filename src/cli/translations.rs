//! In: a site's root, files to stamp. Out: the list of translations to do; stamps in the files named.
//! Never: any other file written.

use super::findings::{Manner, finish};
use super::stop::{Stop, unreadable};
use super::{CLEAN, Format};
use crate::diagnostics::{Lang, Report};
use crate::pipeline;
use crate::source::fingerprint;
use crate::translations::{self, Work};
use std::path::{Path, PathBuf};

pub(super) fn run(root: &Path, files: &[PathBuf], lang: Lang) -> Result<u8, Stop> {
    for file in files {
        stamp(file, lang)?;
    }
    if !files.is_empty() {
        return Ok(CLEAN);
    }
    let sources = pipeline::read(root).map_err(|error| unreadable(&error, lang))?;
    let mut report = Report::default();
    let Some(site) = pipeline::site(&sources, &mut report) else {
        let manner = Manner { root, format: Format::Text, deny_warnings: false, lang };
        return Ok(finish(&report, &sources, &manner));
    };
    let work = translations::list(&sources, &site, &report, lang.into());
    let count: usize = work.values().map(Vec::len).sum();
    for (division, files) in &work {
        let unnamed = match lang {
            Lang::Ja => "（所属なし）",
            Lang::En => "(no division)",
        };
        println!("{}", division.unwrap_or(unnamed));
        for (file, work) in files {
            println!("  {}  content/{file}", words(*work, lang));
        }
    }
    println!(
        "{}",
        match lang {
            Lang::Ja => format!("英語の作業：{count}件"),
            Lang::En => format!("translations to do: {count}"),
        }
    );
    Ok(CLEAN)
}

fn words(work: Work, lang: Lang) -> &'static str {
    match (work, lang) {
        (Work::Missing, Lang::Ja) => "英語なし",
        (Work::Stale, Lang::Ja) => "要見直し",
        (Work::Unstamped, Lang::Ja) => "未確認　",
        (Work::Missing, Lang::En) => "missing  ",
        (Work::Stale, Lang::En) => "stale    ",
        (Work::Unstamped, Lang::En) => "unstamped",
    }
}

/// Marks `2020.en.md` as made from the `2020.ja.md` beside it as that is now.
fn stamp(file: &Path, lang: Lang) -> Result<(), Stop> {
    let failed = |path: &Path, error: std::io::Error| {
        let path = path.display();
        Stop(match lang {
            Lang::Ja => format!("{path} を扱えません（{error}）。"),
            Lang::En => format!("cannot use {path} ({error})"),
        })
    };
    let name = file.to_str().and_then(|name| name.strip_suffix(".en.md"));
    let Some(stem) = name else {
        return Err(Stop(match lang {
            Lang::Ja => format!("{} は英語のファイル（.en.md）ではありません。", file.display()),
            Lang::En => format!("{} is not an English file (.en.md)", file.display()),
        }));
    };
    let original = PathBuf::from(format!("{stem}.ja.md"));
    let japanese = std::fs::read(&original).map_err(|error| failed(&original, error))?;
    let english = std::fs::read_to_string(file).map_err(|error| failed(file, error))?;
    let stamped = translations::stamped(&english, &fingerprint(&japanese));
    std::fs::write(file, stamped).map_err(|error| failed(file, error))
}
