//! In: the HTML of every page as it is written. Out: links that lead to no page or no place on it.
//! Never: pages kept; only hashes of addresses are, so memory does not grow with their text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

/// A link that leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeadLink {
    /// The first page that has it.
    pub page: String,
    /// As written.
    pub target: String,
}

/// Gathers what exists and what is linked to; asked at the end.
#[derive(Debug, Default)]
pub struct Links {
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// Paths, and path#fragment for every id.
    existing: BTreeSet<u64>,
    /// Every distinct target with the first page, in order of path, that leads there.
    wanted: BTreeMap<u64, DeadLink>,
}

impl Links {
    /// Notes a file that can be linked to.
    pub fn add_file(&self, path: &str) {
        self.lock().existing.insert(key(path, ""));
    }

    /// Notes a page: its address, its ids, its links. `base` is the path under which links that
    /// begin with a slash start.
    pub fn add_page(&self, path: &str, html: &str, base: &str) {
        let ids: Vec<u64> = attributes(html, " id=\"").map(|id| key(path, id)).collect();
        let links: Vec<(u64, &str)> = attributes(html, " href=\"")
            .chain(attributes(html, " src=\""))
            .filter_map(|link| Some((target(path, link, base)?, link)))
            .collect();
        let mut seen = self.lock();
        seen.existing.insert(key(path, ""));
        seen.existing.extend(ids);
        for (target, link) in links {
            let dead = DeadLink { page: path.to_string(), target: link.to_string() };
            match seen.wanted.get(&target) {
                Some(first) if *first <= dead => {}
                _ => {
                    seen.wanted.insert(target, dead);
                }
            }
        }
    }

    /// Every link that leads nowhere, in order.
    pub fn dead(&self) -> Vec<DeadLink> {
        let seen = self.lock();
        let mut dead: Vec<DeadLink> = seen
            .wanted
            .iter()
            .filter(|(target, _)| !seen.existing.contains(target))
            .map(|(_, link)| link.clone())
            .collect();
        dead.sort();
        dead
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// The values of one attribute. Our templates write attributes in one way: a space, the name, `="`.
fn attributes<'h>(html: &'h str, start: &'static str) -> impl Iterator<Item = &'h str> {
    html.split(start).skip(1).filter_map(|rest| rest.split_once('"').map(|(value, _)| value))
}

/// What a link leads to within the site; `None` for other sites.
fn target(page: &str, link: &str, base: &str) -> Option<u64> {
    let (link, fragment) = link.split_once('#').unwrap_or((link, ""));
    let link = link.split('?').next().unwrap_or(link);
    if link.contains(':') || link.starts_with("//") {
        return None;
    }
    if link.is_empty() {
        return (!fragment.is_empty()).then(|| key(page, fragment));
    }
    let path = match link.strip_prefix('/') {
        Some(_) => link.strip_prefix(base)?.to_string(),
        None => resolved(page, link),
    };
    Some(key(&path, fragment))
}

fn resolved(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

fn key(path: &str, fragment: &str) -> u64 {
    // FNV-1a: two of a million addresses collide once in some ten million sites.
    let bytes = path.bytes().chain(std::iter::once(b'#')).chain(fragment.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::Links;

    #[test]
    fn dead_links_and_fragments_are_found() {
        let links = Links::default();
        links.add_file("assets/style.css");
        links.add_page(
            "a/index.html",
            r##"<a id="here" href="../b.html">b</a> <a href="#here">h</a> <link href="../assets/style.css?v=1">
               <a href="../b.html#gone">x</a> <a href="https://a.example/">y</a> <a href="missing.html">z</a>"##,
            "/",
        );
        links.add_page("b.html", r##"<a href="#gone">g</a> <a href="/c.html">c</a>"##, "/");
        let dead: Vec<String> =
            links.dead().into_iter().map(|link| format!("{} {}", link.page, link.target)).collect();
        assert_eq!(
            dead,
            ["a/index.html ../b.html#gone", "a/index.html missing.html", "b.html /c.html"]
        );
    }
}
