//! In: `CNAME`. Out: the host name under which GitHub Pages shows the site.
//! Never: a name that is put right silently; the file goes to the site as it is.

use super::fields::Spanned;
use crate::diagnostics::{Problem, Report};
use crate::source::{Sources, Span};

/// Where a site on GitHub Pages names the domain it has of its own.
pub const CNAME: &str = "CNAME";

/// Reads `CNAME`, which only a site with a domain of its own has: one host name, and nothing else.
pub fn domain(sources: &Sources, report: &mut Report) -> Option<Spanned<String>> {
    let (file, source) = sources.find(CNAME)?;
    let text = source.text().ok()?;
    let line = text.strip_suffix('\n').unwrap_or(text);
    let line = line.strip_suffix('\r').unwrap_or(line);
    let span = Span::new(file, 0, line.len());
    if is_host(line) {
        return Some(Spanned { value: line.to_string(), span });
    }
    let found = line.split_whitespace().collect::<Vec<_>>().join(" ");
    report.add(Problem::BadCname { found, instead: meant(line) }, span);
    None
}

/// What DNS takes as a host name, with a dot; a last part of digits alone is an address of numbers.
fn is_host(name: &str) -> bool {
    let is_label = |label: &str| {
        let known = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (1..=63).contains(&label.len())
            && label.bytes().all(known)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = name.rsplit_once('.').map(|(_, last)| last);
    name.len() <= 253
        && last.is_some_and(|last| last.bytes().any(|byte| !byte.is_ascii_digit()))
        && name.split('.').all(is_label)
}

/// The host name within what was written: the address of a page, say, or a name with a port.
fn meant(found: &str) -> Option<String> {
    let bare = found.trim_start_matches('\u{feff}').trim();
    let after = bare.split_once("://").map_or(bare, |(_, after)| after);
    let host = after.split(['/', ':']).next().unwrap_or(after);
    is_host(host).then(|| host.to_string())
}

#[cfg(test)]
mod tests {
    use super::{is_host, meant};

    #[test]
    fn a_host_name_is_told_from_what_only_holds_one() {
        for name in ["town.example", "www.lg.jp", "a-1.example.jp", "xn--18j4dp66q.xn--q9jyb4c"] {
            assert!(is_host(name), "{name}");
        }
        let label = "a".repeat(64);
        let long = format!("{label}.jp");
        for name in ["", "town", "town.", ".jp", "-a.jp", "a-.jp", "a b.jp", "192.0.2.1", &long] {
            assert!(!is_host(name), "{name}");
        }
        for found in ["https://town.jp/plan/", "town.jp:443", "\u{feff}town.jp", " town.jp\n\n"] {
            assert_eq!(meant(found).as_deref(), Some("town.jp"), "{found}");
        }
        assert_eq!(meant("town.jp www.town.jp"), None);
    }
}
