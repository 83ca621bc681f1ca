//! In: arguments, the environment, the clock. Out: commands run, words on the terminal, an exit code.
//! Never: a rule of the domain.
// The one place that speaks, and that asks the environment and the clock.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]

mod build;
mod diff;
mod explain;
mod findings;
mod init;
mod models;
mod pace;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod stop;
mod translations;

use crate::diagnostics::Lang;
use crate::schema::KINDS;
use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand, ValueEnum}; // arguments and their help; its only home
use std::path::PathBuf;
use std::process::ExitCode;
use stop::Stop;

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
    Check(CheckArguments),
    /// Show the site in a browser while it is being written / 書きながらブラウザーで見る
    #[cfg(feature = "serve")]
    Serve(ServeArguments),
    /// Begin a new plan in an empty folder / 空のフォルダーに新しい計画のひな形を作る
    Init {
        /// Where the new plan goes
        folder: PathBuf,
    },
    /// Print the JSON Schema of a content file, for editors / エディター用のJSON Schemaを示す
    Schema {
        /// The kind of file; without one, all kinds
        #[arg(value_parser = PossibleValuesParser::new(KINDS.map(|kind| kind.name)))]
        kind: Option<String>,
    },
    /// List what each template of a theme is given / テンプレートが受け取るものを示す
    Models {
        /// The folder that holds content/
        #[arg(default_value = ".")]
        root: PathBuf,
    },
    /// Tell what changed between two editions / 2つの版の違いを示す
    Diff(DiffArguments),
    /// Explain the code of a finding with an example / メッセージの意味を例で示す
    Explain {
        /// The code, such as bad-number; without one, all codes
        code: Option<String>,
    },
    /// List what is to be translated, by division / 英語にする文章を所属ごとに示す
    Translations {
        /// The folder that holds content/
        #[arg(default_value = ".")]
        root: PathBuf,
        /// Stamp an English file as made from the Japanese as it is now
        #[arg(long, value_name = "FILE")]
        stamp: Vec<PathBuf>,
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
    /// Write the site as one archive beside it, too / サイトを1つのZIPファイルにもする
    #[arg(long)]
    zip: bool,
    /// Make every page anew, also those that would come out the same / 全てのページを作り直す
    #[arg(long)]
    fresh: bool,
    /// Tell what each stage took / 各段階にかかった時間を示す
    #[arg(long)]
    timings: bool,
    #[command(flatten)]
    deny: Deny,
}

#[derive(Debug, clap::Args)]
struct CheckArguments {
    /// The folder that holds content/
    #[arg(default_value = ".")]
    root: PathBuf,
    /// How findings are printed
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    deny: Deny,
}

#[cfg(feature = "serve")]
#[derive(Debug, clap::Args)]
struct ServeArguments {
    /// The folder that holds content/
    #[arg(default_value = ".")]
    root: PathBuf,
    /// The port of the preview; 0 takes any free one
    #[arg(long, default_value = "8000")]
    port: u16,
    /// Open the preview in the browser
    #[arg(long)]
    open: bool,
}

#[derive(Debug, clap::Args)]
struct DiffArguments {
    /// The folder that holds the content/ of the edition before
    old: PathBuf,
    /// The folder that holds the content/ of the edition now
    new: PathBuf,
    /// How the changes are printed
    #[arg(long, value_enum, default_value = "text")]
    format: DiffFormat,
    /// Write the changes into NEW/content/changes/, for its page of updates
    #[arg(long)]
    record: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DiffFormat {
    Text,
    Json,
}

#[derive(Debug, clap::Args)]
struct Deny {
    /// What else stops the build
    #[arg(long, value_enum)]
    deny: Option<Denied>,
}

impl Deny {
    fn warnings(&self) -> bool {
        matches!(self.deny, Some(Denied::Warnings))
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Denied {
    Warnings,
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
    Github,
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
    let default = || {
        let deny = Deny { deny: None };
        Command::Build(BuildArguments {
            root: ".".into(),
            out: None,
            base_url: None,
            zip: false,
            fresh: false,
            timings: false,
            deny,
        })
    };
    let code = match arguments.command.unwrap_or_else(default) {
        Command::Build(arguments) => build::build(&arguments, lang),
        Command::Check(arguments) => build::check(&arguments, lang),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::serve(&arguments, lang),
        Command::Init { folder } => init::init(&folder, lang),
        Command::Schema { kind } => Ok(schema::schema(kind.as_deref())),
        Command::Models { root } => models::models(&root, lang),
        Command::Diff(arguments) => diff::diff(&arguments, lang),
        Command::Explain { code } => explain::explain(code.as_deref(), lang),
        Command::Translations { root, stamp } => translations::run(&root, &stamp, lang),
    };
    match code {
        Ok(code) => ExitCode::from(code),
        Err(Stop(message)) => {
            eprintln!("michinori: {message}");
            ExitCode::from(COULD_NOT_RUN)
        }
    }
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
