//! In: a site's root, a port. Out: the site in the browser, built again after every save, until stopped.
//! Never: a file written.

use super::ServeArguments;
use super::findings::print_text;
use super::stop::{Stop, unreadable};
use crate::diagnostics::{Lang, Severity};
use crate::serve::{News, Preview, Rebuild, Watch, listen};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

pub(super) fn serve(arguments: &ServeArguments, lang: Lang) -> Result<u8, Stop> {
    let ServeArguments { root, port, open } = arguments;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, *port));
    let listener = listener.map_err(|error| no_port(*port, &error, lang))?;
    let address = listener.local_addr().map_err(|error| no_port(*port, &error, lang))?;
    let (port, address) = (address.port(), format!("http://{address}/"));
    let preview = Arc::new(Preview::default());
    let mut rebuild = Rebuild::new(root, lang);
    let session =
        Session { root, lang, address: &address, preview: &preview, watch: Watch::begin(root) };
    let (answering, greeting) = (Arc::clone(&preview), greeting(&address, lang));
    let opened = open.then(|| address.clone());
    std::thread::spawn(move || {
        // A large site is there long before the whole of it has been tried.
        answering.begun();
        println!("{greeting}");
        if let Some(address) = opened {
            open_browser(&address, lang);
        }
        listen(&listener, port, &answering);
    });
    session.look(&mut rebuild, &[])?;
    let mut complaint = None;
    loop {
        let touched = session.watch.wait();
        // A file may be away for an instant while it is saved; what stays away is said once.
        let said = session.look(&mut rebuild, &touched).err().map(|Stop(said)| said);
        if said != complaint
            && let Some(said) = &said
        {
            eprintln!("michinori: {said}");
        }
        complaint = said;
    }
}

/// Where a preview is made and talked about.
struct Session<'d> {
    root: &'d Path,
    lang: Lang,
    address: &'d str,
    preview: &'d Preview,
    watch: Watch,
}

impl Session<'_> {
    /// Builds if there is a reason to, and says what came of it.
    fn look(&self, rebuild: &mut Rebuild, touched: &[String]) -> Result<(), Stop> {
        let Session { root, lang, address, preview, watch } = self;
        let started = Instant::now();
        let news = rebuild.look(preview, touched, &watch.nudged());
        let news = news.map_err(|error| unreadable(&error, *lang))?;
        let (Some(news), Some(content)) = (news, rebuild.content()) else { return Ok(()) };
        let seconds = started.elapsed().as_secs_f32();
        for file in &news.changed {
            println!("{file}");
        }
        for page in &news.pages {
            println!("  → {address}{page}");
        }
        print_text(&news.report, content, root, *lang);
        println!("{}", summary_line(&news, seconds, *lang));
        Ok(())
    }
}

fn summary_line(news: &News, seconds: f32, lang: Lang) -> String {
    let warnings = news.report.count(Severity::Warning);
    let pages = news.summary.map(|summary| summary.pages);
    match (pages, lang) {
        (Some(pages), Lang::Ja) => {
            format!("作りました：{pages}ページ、注意 {warnings}件、{seconds:.2}秒")
        }
        (Some(pages), Lang::En) => {
            format!("built: {pages} pages, warnings: {warnings}, {seconds:.2} s")
        }
        (None, Lang::Ja) => format!("誤りを直すと、続きを表示します（{seconds:.2}秒）。"),
        (None, Lang::En) => format!("waiting for the errors to be mended ({seconds:.2} s)"),
    }
}

fn greeting(address: &str, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{address} で見られます。終わるには Ctrl+C を押してください。"),
        Lang::En => format!("{address} shows the site; press Ctrl+C to stop"),
    }
}

fn no_port(port: u16, error: &std::io::Error, lang: Lang) -> Stop {
    Stop(match lang {
        Lang::Ja => format!(
            "ポート {port} を使えません（{error}）。--port で別の番号（たとえば --port 0）を指定してください。"
        ),
        Lang::En => {
            format!("cannot use port {port} ({error}); name another with --port, such as --port 0")
        }
    })
}

fn open_browser(address: &str, lang: Lang) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdout(Stdio::null()).stderr(Stdio::null());
    if let Err(error) = command.spawn() {
        eprintln!(
            "michinori: {}",
            match lang {
                Lang::Ja => format!("ブラウザーを開けません（{program}：{error}）。"),
                Lang::En => format!("cannot open a browser ({program}: {error})"),
            }
        );
    }
}
