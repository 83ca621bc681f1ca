//! In: a request. Out: the answer: a file of the site in memory, a redirect, a refusal.
//! Never: a path handed to the file system; an answer to a page that another site made ask.

use super::insert::{PREFIX, SCRIPT, STYLE, with_preview};
use super::overlay;
use super::{Preview, Request, Shown};
use std::borrow::Cow;

/// What is sent back.
#[derive(Debug)]
pub enum Answer {
    /// A whole answer.
    Whole(Response),
    /// A stream that says when there is something newer than this version.
    Events(u64),
}

/// A whole answer.
#[derive(Debug)]
pub struct Response {
    /// 200, 301, 403 …
    pub status: u16,
    /// The kind of the body.
    pub content_type: &'static str,
    /// Where to look instead.
    pub location: Option<String>,
    /// What is shown.
    pub body: Vec<u8>,
}

impl Preview {
    /// Answers a request that came to `port`.
    pub fn answer(&self, request: &Request, port: u16) -> Answer {
        // A site elsewhere may point a name of its own at this machine and have its page read ours;
        // the browser then names that site as the host.
        if !is_local(request.host.as_deref(), port) {
            return Answer::Whole(Response::text(403, "Forbidden: not a local address"));
        }
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Answer::Whole(Response::text(405, "Method not allowed"));
        }
        match request.path.strip_prefix(PREFIX) {
            Some("preview.js") => Answer::Whole(Response::file("preview.js", SCRIPT.into())),
            Some("preview.css") => Answer::Whole(Response::file("preview.css", STYLE.into())),
            Some("events") => Answer::Events(version(&request.query)),
            _ => Answer::Whole(self.now().file(request)),
        }
    }
}

impl Shown {
    fn file(&self, request: &Request) -> Response {
        let Some(path) = resolved(&request.path) else { return self.missing() };
        let below = |base: &str| path.strip_prefix(base.trim_start_matches('/'));
        // The page of missing addresses links to the site where it will be published.
        for path in [Some(path.as_ref()), below(self.edition.base())].into_iter().flatten() {
            let index = format!("{path}index.html");
            let file = if path.is_empty() || path.ends_with('/') { &index } else { path };
            if let Some(bytes) = self.edition.file(file) {
                return self.page(200, file, bytes);
            }
            if self.edition.has_page(&format!("{path}/index.html")) {
                let query = if request.query.is_empty() { "" } else { "?" };
                let location = format!("{}/{query}{}", request.path, request.query);
                let body = format!("Moved to {location}");
                return Response { location: Some(location), ..Response::text(301, &body) };
            }
        }
        self.missing()
    }

    fn page(&self, status: u16, path: &str, bytes: Vec<u8>) -> Response {
        if !path.ends_with(".html") {
            return Response { status, ..Response::file(path, bytes) };
        }
        let html = String::from_utf8_lossy(&bytes);
        let html = with_preview(&html, self.version, self.mistakes.as_deref());
        Response { status, ..Response::file(path, html.into_bytes()) }
    }

    /// The site's own page for it; before there is a site, the mistakes alone.
    fn missing(&self) -> Response {
        match self.edition.file("404.html") {
            Some(page) => self.page(404, "404.html", page),
            None if self.edition.made().is_none() => {
                self.page(503, "index.html", overlay::EMPTY_PAGE.into())
            }
            None => Response::text(404, "Not found"),
        }
    }
}

impl Response {
    fn file(path: &str, body: Vec<u8>) -> Response {
        Response { status: 200, content_type: content_type(path), location: None, body }
    }

    pub(super) fn text(status: u16, words: &str) -> Response {
        let body = format!("{words}\n").into_bytes();
        Response { status, ..Response::file("words.txt", body) }
    }
}

fn is_local(host: Option<&str>, port: u16) -> bool {
    let names = ["localhost", "127.0.0.1", "[::1]"];
    host.is_some_and(|host| names.iter().any(|name| host == format!("{name}:{port}")))
}

/// The path below the root with its percent signs resolved. `..` needs no care: the answer is looked up
/// among the files of the site and nowhere else.
fn resolved(path: &str) -> Option<Cow<'_, str>> {
    let path = path.strip_prefix('/')?;
    if !path.contains('%') {
        return Some(Cow::Borrowed(path));
    }
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let pair = (*first == b'%').then(|| after.get(..2)).flatten();
        let escaped = pair.and_then(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok());
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    Some(Cow::Owned(String::from_utf8(bytes).ok()?))
}

/// `since=12`.
fn version(query: &str) -> u64 {
    query.strip_prefix("since=").and_then(|version| version.parse().ok()).unwrap_or(0)
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("html", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}
