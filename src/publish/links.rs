//! In: the HTML of every page as it is written. Out: links that lead to no page or no place on it.
//! Never: pages kept; only hashes of addresses are, so memory does not grow with their text.

use memchr::memmem; // attributes in long pages, many bytes at a time; its only home
use std::collections::BTreeMap;
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
    /// Pages that are sure to be made, in order; most links lead to them, and are settled at once.
    sure: Vec<u64>,
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    /// Paths of files.
    files: Vec<u64>,
    /// Of each page its path, and path#fragment for every id. They stay apart: one list of all would now and then
    /// have to be moved, and for that moment take twice the memory.
    pages: Vec<Box<[u64]>>,
    /// Every distinct target with the first page, in order of path, that leads there.
    wanted: BTreeMap<u64, DeadLink>,
}

impl Links {
    /// Begins with the paths of all pages that will be made.
    pub fn to(pages: impl Iterator<Item = String>) -> Links {
        let mut sure: Vec<u64> = pages.map(|path| key(&path, "")).collect();
        sure.sort_unstable();
        Links { sure, seen: Mutex::default() }
    }

    /// Notes a file that can be linked to.
    pub fn add_file(&self, path: &str) {
        self.lock().files.push(key(path, ""));
    }

    /// Notes a page: its address, its ids, its links. `base` is the path under which links that
    /// begin with a slash start.
    pub fn add_page(&self, path: &str, html: &str, base: &str) {
        let mut existing = vec![key(path, "")];
        existing.extend(attributes(html, " id=\"").map(|id| key(path, id)));
        existing.sort_unstable();
        let written = attributes(html, " href=\"").chain(attributes(html, " src=\""));
        let links = written.filter_map(|link| Some((target(path, link, base)?, link)));
        let mut links: Vec<(u64, &str)> = links.collect();
        // Most links to a place on a page stand on that page, and are settled at once, too.
        let open =
            |to: &u64| self.sure.binary_search(to).is_err() && existing.binary_search(to).is_err();
        links.retain(|(to, _)| open(to));
        let mut seen = self.lock();
        seen.pages.push(existing.into());
        for (to, link) in links {
            let first = seen.wanted.get(&to);
            if first.is_none_or(|first| (path, link) < (&first.page, &first.target)) {
                let dead = DeadLink { page: path.to_string(), target: link.to_string() };
                seen.wanted.insert(to, dead);
            }
        }
    }

    /// Every link that leads nowhere, in order.
    pub fn dead(&self) -> Vec<DeadLink> {
        let seen = self.lock();
        let wanted: Vec<u64> = seen.wanted.keys().copied().collect();
        let mut leads = vec![false; wanted.len()];
        for existing in seen.files.iter().chain(seen.pages.iter().flatten()) {
            if let Ok(at) = wanted.binary_search(existing) {
                leads[at] = true;
            }
        }
        let dead = seen.wanted.iter().zip(leads).filter(|(_, leads)| !leads);
        let mut dead: Vec<DeadLink> = dead.map(|((_, link), _)| link.clone()).collect();
        dead.sort();
        dead
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// The values of an attribute. Our templates write attributes in one way: a space, the name, `="`.
fn attributes<'h>(html: &'h str, name: &'static str) -> impl Iterator<Item = &'h str> {
    let begins = memmem::find_iter(html.as_bytes(), name).map(|at| &html[at + name.len()..]);
    begins.filter_map(|rest| Some(rest.split_once('"')?.0))
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
    if link.starts_with('/') {
        return Some(key(link.strip_prefix(base)?, fragment));
    }
    Some(key(&resolved(page, link), fragment))
}

/// The path that a relative link leads to.
fn resolved(page: &str, link: &str) -> String {
    let folder = |path: &str| path.rfind('/').unwrap_or(0);
    let mut path = String::with_capacity(page.len() + link.len());
    path.push_str(&page[..folder(page)]);
    for part in link.split('/') {
        match part {
            ".." => path.truncate(folder(&path)),
            "." => {}
            name => {
                if !path.is_empty() {
                    path.push('/');
                }
                path.push_str(name);
            }
        }
    }
    path
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
