//! In: the roots of two editions. Out: what changed between them, said or recorded in the new one's content.
//! Never: another file written than the record.

use super::findings::{Manner, finish};
use super::stop::{Stop, unreadable, unwritable};
use super::{CLEAN, CONTENT_HAS_ERRORS, DiffArguments, DiffFormat, Format};
use crate::compare;
use crate::diagnostics::{Lang, Report};
use crate::load::CHANGES;
use crate::locale::{Locale, iso, without_readings};
use crate::model::{Changes, FigureKind, Site};
use crate::pages::{change_counts, change_tables};
use crate::pipeline;
use crate::publish::WriteError;
use std::path::{Path, PathBuf};

pub(super) fn diff(arguments: &DiffArguments, lang: Lang) -> Result<u8, Stop> {
    let DiffArguments { old, new, format, record } = arguments;
    let both = (read(old, lang)?, read(new, lang)?); // the second too, so that all mistakes are told
    let (Some(before), Some(now)) = both else { return Ok(CONTENT_HAS_ERRORS) };
    let changes = compare::compare(&before, &now);
    let written = if *record { Some(write(new, &changes, lang)?) } else { None };
    match format {
        DiffFormat::Json => print!("{}", compare::json(&changes)),
        DiffFormat::Text => {
            print!("{}", text(&changes, lang));
            if let Some(path) = written {
                println!("{}", written_line(&path, lang));
            }
        }
    }
    Ok(CLEAN)
}

/// The site below a root; its findings are printed where they stand in the way.
fn read(root: &Path, lang: Lang) -> Result<Option<Site>, Stop> {
    let sources = pipeline::read(root).map_err(|error| unreadable(&error, lang))?;
    let mut report = Report::default();
    let site = pipeline::site(&sources, &mut report);
    if site.is_none() {
        let manner = Manner { root, format: Format::Text, deny_warnings: false, lang };
        finish(&report, &sources, &manner);
    }
    Ok(site)
}

/// The record of an edition stands under its date; made again, it is the same or better.
fn write(root: &Path, changes: &Changes, lang: Lang) -> Result<PathBuf, Stop> {
    let folder = root.join("content").join(CHANGES);
    let path = folder.join(format!("{}.yaml", iso(changes.date)));
    let failed = |path: &Path, error| unwritable(&WriteError::Io(path.to_path_buf(), error), lang);
    std::fs::create_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    std::fs::write(&path, compare::yaml(changes)).map_err(|error| failed(&path, error))?;
    Ok(path)
}

/// Counts first, then a line a change.
fn text(changes: &Changes, lang: Lang) -> String {
    let locale = Locale::of(lang.into());
    let (since, date) = (locale.date(changes.since), locale.date(changes.date));
    let mut out = match lang {
        Lang::Ja => format!("{since}版から{date}版への変更\n"),
        Lang::En => format!("Changes from the edition of {since} to that of {date}\n"),
    };
    if changes.is_empty() {
        out.push_str(match lang {
            Lang::Ja => "違いはありません。\n",
            Lang::En => "There are no differences.\n",
        });
        return out;
    }
    out.push_str(&change_counts(locale, changes).join(locale.words.list_separator));
    out.push('\n');
    for table in change_tables(locale, changes) {
        out.push_str(&format!("\n{}\n", table.caption));
        for row in table.rows {
            let name = without_readings(row.subject.name.get(lang.into()).0);
            let moved = row.moved.map(|[from, to]| format!("  {from} → {to}")).unwrap_or_default();
            let cells = row.cells.iter().map(String::as_str);
            let said: Vec<&str> = cells.filter(|cell| *cell != locale.words.dash).collect();
            let said = said.join("  ");
            out.push_str(&format!("  {} {name}: {said}{moved}\n", row.subject.id));
        }
    }
    if changes.figures.iter().any(|one| one.kind == FigureKind::Unexplained) {
        out.push_str(match lang {
            Lang::Ja => "\n「訂正の記載なし」の値が訂正であれば、updates.yaml の corrections に変更前後の値と理由を書いてください。\n",
            Lang::En => "\nif a value without a correction is one, say so in updates.yaml (corrections: from, to, reason)\n",
        });
    }
    out
}

fn written_line(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Lang::Ja => format!("\n{path} に記録しました。"),
        Lang::En => format!("\nrecorded in {path}"),
    }
}
