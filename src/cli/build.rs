//! In: a site's root. Out: the site, or its findings.
//! Never: the old site touched while anything stands in the way of the new.

use super::findings::{Manner, finish, in_the_way};
use super::pace::{Counted, Pace};
use super::stop::{Stop, unreadable, unwritable};
use super::{BuildArguments, CheckArguments, Format};
use crate::diagnostics::{Lang, Report, Severity};
use crate::model::Site;
use crate::pages;
use crate::pipeline::{self, Recall, Summary};
use crate::publish::{Kept, Nowhere, Staged};
use crate::source::{Digest, Sources};
use std::path::Path;
use std::time::Instant;

pub(super) fn build(arguments: &BuildArguments, lang: Lang) -> Result<u8, Stop> {
    let started = Instant::now();
    let root = &arguments.root;
    let deny_warnings = arguments.deny.warnings();
    let manner = Manner { root, format: Format::Text, deny_warnings, lang };
    let mut pace = Pace::begin();
    let (sources, mut report, site) = read(root, arguments.base_url.as_deref(), lang, &mut pace)?;
    let out = arguments.out.clone().unwrap_or_else(|| root.join("public"));
    let mut summary = None;
    let mut archive = None;
    if let Some(site) = site {
        let theme = pipeline::theme(root, &site, &mut report);
        if let Some(theme) = theme.map_err(|error| unreadable(&error, lang))? {
            let staged = Staged::begin(&out).map_err(|error| unwritable(&error, lang))?;
            let kept = Kept::below(root, &staged);
            pace.done("テンプレート", "templates");
            let counted = Counted::new(&kept, lang);
            let before = if arguments.fresh { String::new() } else { kept.notes() };
            // With pictures, what stands in a card is known only by making its page.
            let recall = (!pages::PICTURES)
                .then(program)
                .flatten()
                .map(|program| Recall::new(&site, &theme, &program, &before));
            let (again, report) = (recall.as_ref(), &mut report);
            let written = pipeline::write_again(&sources, &site, &theme, again, &counted, report);
            let written = written.map_err(|error| unwritable(&error, lang))?;
            drop(counted);
            pace.done("ページとファイル", "pages and files");
            if !in_the_way(report, &manner) {
                kept.forget_the_rest();
                if let Some(recall) = &recall {
                    kept.keep_notes(&recall.notes());
                }
                if arguments.zip {
                    let written = staged.archive(site.settings.edition.date);
                    archive = Some(written.map_err(|error| unwritable(&error, lang))?);
                }
                staged.publish().map_err(|error| unwritable(&error, lang))?;
                pace.done("入れ替え", "exchange with the old site");
                summary = Some(written);
            }
        }
    } else {
        pipeline::check_theme(root, &sources, &mut report)
            .map_err(|error| unreadable(&error, lang))?;
    }
    let code = finish(&report, &sources, &manner);
    if arguments.timings {
        eprint!("{}", pace.lines(lang));
    }
    if let Some(summary) = summary {
        let seconds = started.elapsed().as_secs_f32();
        let warnings = report.count(Severity::Warning);
        println!("{}", summary_line(&out, summary, warnings, seconds, lang));
        if let Some(archive) = archive {
            println!("{}", archive_line(&archive, lang));
        }
    }
    Ok(code)
}

pub(super) fn check(arguments: &CheckArguments, lang: Lang) -> Result<u8, Stop> {
    let CheckArguments { root, format, deny } = arguments;
    let manner = Manner { root, format: *format, deny_warnings: deny.warnings(), lang };
    let (sources, mut report, site) = read(root, None, lang, &mut Pace::begin())?;
    if let Some(site) = site {
        let theme = pipeline::theme(root, &site, &mut report);
        if let Some(theme) = theme.map_err(|error| unreadable(&error, lang))? {
            pipeline::write(&sources, &site, &theme, &Nowhere, &mut report)
                .map_err(|error| unwritable(&error, lang))?;
        }
    } else {
        pipeline::check_theme(root, &sources, &mut report)
            .map_err(|error| unreadable(&error, lang))?;
    }
    let code = finish(&report, &sources, &manner);
    if matches!(format, Format::Text) && !report.has_errors() {
        println!("{}", check_line(report.count(Severity::Warning), lang));
    }
    Ok(code)
}

fn read(
    root: &Path,
    base_url: Option<&str>,
    lang: Lang,
    pace: &mut Pace,
) -> Result<(Sources, Report, Option<Site>), Stop> {
    let mut sources = pipeline::read(root).map_err(|error| unreadable(&error, lang))?;
    pace.done("読み込み", "reading");
    let mut report = Report::default();
    let mut site = pipeline::only_site(&mut sources, &mut report);
    pace.done("点検", "checking");
    if let (Some(site), Some(base_url)) = (&mut site, base_url) {
        site.settings.base_url = format!("{}/", base_url.trim_end_matches('/'));
    }
    Ok((sources, report, site))
}

/// A name of this program that any other version of it does not have.
fn program() -> Option<String> {
    let mut program = std::env::current_exe().and_then(std::fs::File::open).ok()?;
    let mut digest = Digest::default();
    std::io::copy(&mut program, &mut digest).ok()?;
    Some(digest.done())
}

fn summary_line(out: &Path, summary: Summary, warnings: usize, seconds: f32, lang: Lang) -> String {
    let Summary { pages, taken_over, charts, files } = summary;
    let out = out.display();
    match lang {
        Lang::Ja => {
            let as_before = match taken_over {
                0 => String::new(),
                _ => format!("（うち{taken_over}は前回のまま）"),
            };
            format!(
                "{out} に書き出しました：{pages}ページ{as_before}、グラフ {charts}点、ファイル {files}個、注意 {warnings}件、{seconds:.2}秒"
            )
        }
        Lang::En => {
            let as_before = match taken_over {
                0 => String::new(),
                _ => format!(" ({taken_over} as before)"),
            };
            format!(
                "wrote {out}: {pages} pages{as_before}, {charts} charts, {files} files, warnings: {warnings}, {seconds:.2} s"
            )
        }
    }
}

fn archive_line(archive: &Path, lang: Lang) -> String {
    let archive = archive.display();
    match lang {
        Lang::Ja => format!("{archive} に1つのファイルとしてまとめました"),
        Lang::En => format!("wrote {archive}: the whole site as one file"),
    }
}

fn check_line(warnings: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("誤りはありません（注意 {warnings}件）。"),
        Lang::En => format!("no errors (warnings: {warnings})"),
    }
}
