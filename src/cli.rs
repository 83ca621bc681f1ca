//! In: arguments, the environment, the clock. Out: commands run, words on the terminal, an exit code.
//! Never: a rule of the domain.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)] // the one place that speaks, asks the environment and the clock

use crate::diagnostics::{self, Report, Severity};
use crate::model::{Lang, Site};
use crate::pipeline::{self, Summary};
use crate::publish::{Nowhere, Staged, WriteError};
use crate::source::{ReadError, Sources};
use clap::{Parser, Subcommand, ValueEnum}; // arguments and their help; its only home
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Turns a public body's plan into its public progress report.
/// 計画の目標と実績（YAML、Markdown）から、日英の進捗報告サイトを作ります。
#[derive(Debug, Parser)]
#[command(name = "michinori", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// Language of messages (default: LANG) / メッセージの言語
    #[arg(long, global = true, value_enum)]
    lang: Option<LangArgument>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site (the default) / サイトを作る
    Build(BuildArguments),
    /// Check everything, write nothing / 書き出さずに点検する
    Check {
        /// The folder that holds content/
        #[arg(default_value = ".")]
        root: PathBuf,
        /// How findings are printed
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
}

#[derive(Debug, clap::Args)]
struct BuildArguments {
    /// The folder that holds content/
    #[arg(default_value = ".")]
    root: PathBuf,
    /// Where the site goes (default: ROOT/public)
    #[arg(long)]
    out: Option<PathBuf>,
    /// The address the site will have, in place of base_url in site.yaml
    #[arg(long)]
    base_url: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LangArgument {
    Ja,
    En,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Json,
}

const CLEAN: u8 = 0;
const CONTENT_HAS_ERRORS: u8 = 1;
const COULD_NOT_RUN: u8 = 2;

/// Runs the program on the process's own arguments.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { COULD_NOT_RUN } else { CLEAN });
        }
    };
    let lang = language(arguments.lang);
    let default = || Command::Build(BuildArguments { root: ".".into(), out: None, base_url: None });
    let code = match arguments.command.unwrap_or_else(default) {
        Command::Build(arguments) => build(&arguments, lang),
        Command::Check { root, format } => check(&root, format, lang),
    };
    match code {
        Ok(code) => ExitCode::from(code),
        Err(Stop(message)) => {
            eprintln!("michinori: {message}");
            ExitCode::from(COULD_NOT_RUN)
        }
    }
}

/// Why the program could not do its work, in words.
struct Stop(String);

fn build(arguments: &BuildArguments, lang: Lang) -> Result<u8, Stop> {
    let started = Instant::now();
    let root = &arguments.root;
    let (sources, mut report, site) = read(root, arguments.base_url.as_deref(), lang)?;
    let out = arguments.out.clone().unwrap_or_else(|| root.join("public"));
    let Some(site) = site else {
        return Ok(finish(&report, &sources, root, Format::Text, lang));
    };
    let theme =
        pipeline::theme(root, &site, &mut report).map_err(|error| unreadable(&error, lang))?;
    let mut summary = None;
    if let Some(theme) = theme {
        let staged = Staged::begin(&out).map_err(|error| unwritable(&error, lang))?;
        let written = pipeline::write(&site, &theme, &staged, &mut report);
        let written = written.map_err(|error| unwritable(&error, lang))?;
        if !report.has_errors() {
            staged.publish().map_err(|error| unwritable(&error, lang))?;
            summary = Some(written);
        }
    }
    let code = finish(&report, &sources, root, Format::Text, lang);
    if let Some(summary) = summary {
        let seconds = started.elapsed().as_secs_f32();
        println!("{}", summary_line(&out, summary, report.count(Severity::Warning), seconds, lang));
    }
    Ok(code)
}

fn check(root: &Path, format: Format, lang: Lang) -> Result<u8, Stop> {
    let (sources, mut report, site) = read(root, None, lang)?;
    if let Some(site) = site {
        let theme =
            pipeline::theme(root, &site, &mut report).map_err(|error| unreadable(&error, lang))?;
        if let Some(theme) = theme {
            pipeline::write(&site, &theme, &Nowhere, &mut report)
                .map_err(|error| unwritable(&error, lang))?;
        }
    }
    let code = finish(&report, &sources, root, format, lang);
    if matches!(format, Format::Text) && !report.has_errors() {
        println!("{}", check_line(report.count(Severity::Warning), lang));
    }
    Ok(code)
}

fn read(
    root: &Path,
    base_url: Option<&str>,
    lang: Lang,
) -> Result<(Sources, Report, Option<Site>), Stop> {
    let sources = pipeline::read(root).map_err(|error| unreadable(&error, lang))?;
    let mut report = Report::default();
    let mut site = pipeline::site(&sources, &mut report);
    if let (Some(site), Some(base_url)) = (&mut site, base_url) {
        site.settings.base_url = format!("{}/", base_url.trim_end_matches('/'));
    }
    Ok((sources, report, site))
}

/// Prints the findings and says how it ended.
fn finish(report: &Report, sources: &Sources, root: &Path, format: Format, lang: Lang) -> u8 {
    let prefix = match root.to_str() {
        Some(".") | None => "content/".to_string(),
        Some(root) => format!("{}/content/", root.trim_end_matches('/')),
    };
    match format {
        Format::Text => eprint!("{}", diagnostics::text(report, sources, &prefix, lang)),
        Format::Json => print!("{}", diagnostics::json(report, sources, &prefix, lang)),
    }
    if !report.has_errors() {
        return CLEAN;
    }
    if matches!(format, Format::Text) {
        let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
        eprintln!(
            "{}",
            match lang {
                Lang::Ja =>
                    format!("誤り {errors}件、注意 {warnings}件。サイトは書き換えていません。"),
                Lang::En =>
                    format!("{errors} errors, {warnings} warnings; the site was left as it was."),
            }
        );
    }
    CONTENT_HAS_ERRORS
}

fn summary_line(out: &Path, summary: Summary, warnings: usize, seconds: f32, lang: Lang) -> String {
    let Summary { pages, charts, files } = summary;
    let out = out.display();
    match lang {
        Lang::Ja => format!(
            "{out} に書き出しました：{pages}ページ、グラフ {charts}点、ファイル {files}個、注意 {warnings}件、{seconds:.2}秒"
        ),
        Lang::En => format!(
            "wrote {out}: {pages} pages, {charts} charts, {files} files, {warnings} warnings, {seconds:.2} s"
        ),
    }
}

fn check_line(warnings: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("誤りはありません（注意 {warnings}件）。"),
        Lang::En => format!("no errors ({warnings} warnings)"),
    }
}

fn unreadable(error: &ReadError, lang: Lang) -> Stop {
    let ReadError { path, reason } = error;
    let path = path.display();
    Stop(match lang {
        Lang::Ja => format!(
            "{path} を読み込めません（{reason}）。content/ のあるフォルダーを指定してください。"
        ),
        Lang::En => format!("cannot read {path} ({reason}); name the folder that holds content/"),
    })
}

fn unwritable(error: &WriteError, lang: Lang) -> Stop {
    Stop(match (error, lang) {
        (WriteError::NotOurs(path), Lang::Ja) => format!(
            "{} は michinori が作ったフォルダーではないため、書き換えません。--out で別の場所を指定してください。",
            path.display()
        ),
        (WriteError::NotOurs(path), Lang::En) => format!(
            "{} was not made by michinori and is left alone; name another folder with --out",
            path.display()
        ),
        (WriteError::Busy(path), Lang::Ja) => {
            format!(
                "別の michinori が書き出し中です（{}）。終わってからやり直してください。",
                path.display()
            )
        }
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

/// `--lang`, then `LC_ALL` and `LANG`; Japanese where nothing is said.
fn language(argument: Option<LangArgument>) -> Lang {
    match argument {
        Some(LangArgument::Ja) => return Lang::Ja,
        Some(LangArgument::En) => return Lang::En,
        None => {}
    }
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    match set("LC_ALL").or_else(|| set("LANG")) {
        Some(value) if !value.starts_with("ja") => Lang::En,
        _ => Lang::Ja,
    }
}
