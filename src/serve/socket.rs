//! In: connections from browsers. Out: answers, one a connection; a stream stays open.
//! Never: what an answer says.
//!
//! Plain threads on the standard library: one reader on one machine needs no more, and an
//! asynchronous server (axum) would bring 38 crates and a quarter of a minute to the first build.

use super::{Answer, Preview, Request, Response};
use std::io::{self, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// A browser that has not asked by then never will.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often a silent stream is tried, so that one whose page is gone ends.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// Answers every connection to `port`, each in its own thread, for as long as the program runs.
pub fn listen(listener: &TcpListener, port: u16, preview: &Arc<Preview>) {
    // A connection that is lost before it is answered is no reason to stop.
    for stream in listener.incoming().flatten() {
        let preview = Arc::clone(preview);
        // A browser that goes away in the middle of an answer has no use for the rest.
        thread::spawn(move || drop(talk(&stream, &preview, port)));
    }
}

fn talk(mut stream: &TcpStream, preview: &Preview, port: u16) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let Some(request) = Request::read(&mut BufReader::new(stream)) else {
        return stream.write_all(&spelled(&Response::text(400, "Bad request"), true));
    };
    match preview.answer(&request, port) {
        Answer::Whole(response) => stream.write_all(&spelled(&response, request.method != "HEAD")),
        Answer::Events(since) => events(stream, preview, since),
    }
}

const ALWAYS: &str = "Cache-Control: no-store\r\nConnection: close\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\nX-Content-Type-Options: nosniff\r\n";

fn spelled(response: &Response, with_body: bool) -> Vec<u8> {
    let Response { status, content_type, location, body } = response;
    let reason = match status {
        200 => "OK",
        301 => "Moved Permanently",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Service Unavailable",
    };
    let mut out = format!(
        "HTTP/1.1 {status} {reason}\r\n{ALWAYS}Content-Type: {content_type}\r\nContent-Length: {}\r\n",
        body.len()
    );
    if let Some(location) = location {
        out.push_str(&format!("Location: {location}\r\n"));
    }
    out.push_str("\r\n");
    let mut out = out.into_bytes();
    if with_body {
        out.extend(body);
    }
    out
}

/// Says once that there is something newer; the page then loads again and asks anew.
fn events(mut stream: &TcpStream, preview: &Preview, since: u64) -> io::Result<()> {
    let head = format!("HTTP/1.1 200 OK\r\n{ALWAYS}Content-Type: text/event-stream\r\n\r\n");
    stream.write_all(head.as_bytes())?;
    loop {
        match preview.newer_than(since, SIGN_OF_LIFE) {
            Some(version) => return stream.write_all(format!("data: {version}\n\n").as_bytes()),
            None => stream.write_all(b":\n\n")?,
        }
    }
}
