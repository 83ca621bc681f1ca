//! In: the bytes a browser sends. Out: what it asks for.
//! Never: a body; a preview is only read.

use std::io::{BufRead, Read};

/// The head of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, as a rule.
    pub method: String,
    /// As sent: percent signs are not resolved, what follows `?` is not part of it.
    pub path: String,
    /// What follows `?`.
    pub query: String,
    /// Whom the browser believes it is talking to; `None` if it does not say, or says it twice.
    pub host: Option<String>,
}

/// No browser sends a longer head.
const LONGEST_HEAD: u64 = 16 * 1024;

impl Request {
    /// Reads a head; `None` if it is not one.
    pub fn read(stream: &mut impl BufRead) -> Option<Request> {
        let mut lines = stream.take(LONGEST_HEAD).lines();
        let first = lines.next()?.ok()?;
        let mut words = first.split(' ');
        let (method, target) = (words.next()?, words.next()?);
        let version = words.next()?;
        if !target.starts_with('/') || !version.starts_with("HTTP/1.") || words.next().is_some() {
            return None;
        }
        let mut hosts = Vec::new();
        loop {
            let line = lines.next()?.ok()?;
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':')?;
            if name.eq_ignore_ascii_case("host") {
                hosts.push(value.trim().to_ascii_lowercase());
            }
        }
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Some(Request {
            method: method.to_string(),
            path: path.to_string(),
            query: query.to_string(),
            host: hosts.pop().filter(|_| hosts.is_empty()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Request;

    fn read(head: &str) -> Option<Request> {
        Request::read(&mut head.as_bytes())
    }

    #[test]
    fn a_request_is_a_line_and_headers() {
        let request = read("GET /2020/?a=b HTTP/1.1\r\nhost: LOCALHOST:80\r\nx: y\r\n\r\n");
        let request = request.expect("a request");
        assert_eq!((request.path.as_str(), request.query.as_str()), ("/2020/", "a=b"));
        assert_eq!(request.host.as_deref(), Some("localhost:80"));
    }

    #[test]
    fn two_hosts_are_none() {
        let request = read("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n");
        assert_eq!(request.expect("a request").host, None);
    }

    #[test]
    fn what_is_no_request_is_refused() {
        let long = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", "a".repeat(20_000));
        for head in [
            "",
            "GET\r\n\r\n",
            "GET / HTTP/1.1\r\n",
            "GET http://evil.example/ HTTP/1.1\r\n\r\n",
            "GET / x HTTP/1.1\r\n\r\n",
            "GET / HTTP/2\r\n\r\n",
            "GET / HTTP/1.1\r\nno colon\r\n\r\n",
            &long,
        ] {
            assert_eq!(read(head), None, "{}", &head[..head.len().min(40)]);
        }
    }
}
