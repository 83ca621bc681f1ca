//! What programs are told of the site: feeds of its updates, the map of its pages.

mod common;

use common::{build, edit, mihon, own_copy, root, site};
use roxmltree::{Document, Node};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Texts = BTreeMap<String, String>;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

fn child<'d>(node: Node<'d, 'd>, name: &str) -> &'d str {
    let found: Vec<_> = node.children().filter(|one| one.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "just one {name}");
    found[0].text().expect("it says something")
}

fn link<'d>(node: Node<'d, 'd>, rel: &str) -> &'d str {
    let mut links = node.children().filter(|one| one.has_tag_name((ATOM, "link")));
    let link = links.find(|one| one.attribute("rel") == Some(rel));
    link.and_then(|link| link.attribute("href")).expect("a link")
}

/// The file of an address, and the place on it.
fn target(base: &str, url: &str) -> (String, Option<String>) {
    let path = url.strip_prefix(base).unwrap_or_else(|| panic!("{url} is elsewhere"));
    let (path, place) = path.split_once('#').map_or((path, None), |(a, b)| (a, Some(b.into())));
    let index = path.is_empty() || path.ends_with('/');
    (if index { format!("{path}index.html") } else { path.to_string() }, place)
}

/// RFC 3339 with a time and a zone.
fn is_moment(text: &str) -> bool {
    let shape: String =
        text.chars().map(|one| if one.is_ascii_digit() { '0' } else { one }).collect();
    shape == "0000-00-00T00:00:00+00:00"
}

/// The ids of a feed's entries, newest first, after everything RFC 4287 asks of it was checked.
fn entries(files: &Texts, base: &str, path: &str) -> Vec<String> {
    let document = Document::parse(&files[path]).unwrap_or_else(|error| panic!("{path}: {error}"));
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")), "{path}");
    assert_eq!(target(base, child(feed, "id")).0, path);
    assert_eq!(target(base, link(feed, "self")).0, path);
    assert!(files.contains_key(&target(base, link(feed, "alternate")).0), "{path}");
    assert!(!child(feed, "title").is_empty() && is_moment(child(feed, "updated")));
    let author = feed.children().find(|one| one.has_tag_name((ATOM, "author")));
    assert!(!child(author.expect("an author"), "name").is_empty());
    let mut ids = Vec::new();
    let mut before: Option<String> = None;
    for entry in feed.children().filter(|one| one.has_tag_name((ATOM, "entry"))) {
        let (id, updated) = (child(entry, "id"), child(entry, "updated"));
        assert!(id.starts_with("tag:") && is_moment(updated), "{path} {id} {updated}");
        assert!(before.is_none_or(|before| *before >= *updated), "{path}: newest first");
        assert!(!child(entry, "title").is_empty());
        let (page, place) = target(base, link(entry, "alternate"));
        let place = format!(" id=\"{}\"", place.expect("a place on the page"));
        assert!(files[&page].contains(&place), "{path}: {page} {place}");
        before = Some(updated.to_string());
        ids.push(id.to_string());
    }
    let once: BTreeSet<_> = ids.iter().collect();
    assert_eq!(once.len(), ids.len(), "{path}: an id names one entry");
    ids
}

fn base(root: &Path) -> String {
    site(root).settings.base_url
}

#[test]
fn every_feed_is_atom_and_its_entries_lead_to_what_they_tell() {
    for root in [root(), mihon()] {
        let (files, base) = (build(&root), base(&root));
        let feeds: Vec<_> = files.keys().filter(|path| path.ends_with("feed.xml")).collect();
        let plans = site(&root).plans.len();
        assert_eq!(feeds.len(), 2 * (plans + 1));
        for path in feeds {
            entries(&files, &base, path);
        }
        assert_eq!(entries(&files, &base, "feed.xml").len(), site(&root).updates.len());
    }
}

#[test]
fn a_plans_feed_leaves_out_what_only_corrects_other_plans() {
    let (files, base) = (build(&mihon()), base(&mihon()));
    assert_eq!(entries(&files, &base, "r3/feed.xml").len(), 2);
    let other = entries(&files, &base, "h28/feed.xml");
    assert_eq!(other, ["tag:mihon.example,2025-09-30:/report/updates/2025-09-30"]);
}

#[test]
fn a_correction_is_told_with_both_values_in_each_language() {
    let files = build(&mihon());
    assert!(files["feed.xml"].contains("14.30分 → 14.10分"), "{}", files["feed.xml"]);
    assert!(files["en/feed.xml"].contains("14.30 minutes → 14.10 minutes"));
}

#[test]
fn an_entry_keeps_its_id_when_another_of_the_same_day_is_added() {
    let own = own_copy();
    let base = base(own.path());
    let before = entries(&build(own.path()), &base, "feed.xml");
    edit(
        own.path(),
        "updates.yaml",
        "updates:\n",
        "updates:\n  - date: 2025-09-30\n    title: {ja: 追加 <&>, en: More <&>}\n",
    );
    let after = entries(&build(own.path()), &base, "feed.xml");
    assert_eq!(after[1..], before);
    assert_eq!(after[0], "tag:mihon.example,2025-09-30:/report/updates/2025-09-30-2");
}

#[test]
fn every_page_leads_to_the_feed_of_its_language_and_its_plan() {
    let files = build(&mihon());
    let feeds = |path: &str| {
        let links = files[path].split("<link rel=\"alternate\" type=\"application/atom+xml\"");
        let href = |link: &str| link.split("href=\"").nth(1)?.split('"').next().map(String::from);
        links.skip(1).filter_map(href).collect::<Vec<_>>()
    };
    assert_eq!(feeds("index.html"), ["feed.xml"]);
    assert_eq!(feeds("en/r3/items/01.html"), ["../../feed.xml", "../feed.xml"]);
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(html.contains("type=\"application/atom+xml\""), "{path}");
    }
}

#[test]
fn the_sitemap_names_every_page_once_with_both_languages() {
    for root in [root(), mihon()] {
        let (files, base) = (build(&root), base(&root));
        let document = Document::parse(&files["sitemap.xml"]).expect("XML");
        let mut listed = BTreeSet::new();
        for url in document.root_element().children().filter(Node::is_element) {
            let loc = url.children().find(|one| one.has_tag_name((SITEMAP, "loc")));
            let loc = loc.and_then(|loc| loc.text()).expect("an address");
            assert!(listed.insert(target(&base, loc).0), "{loc} twice");
            let lastmod = url.children().find(|one| one.has_tag_name((SITEMAP, "lastmod")));
            assert_eq!(lastmod.and_then(|one| one.text()).map(str::len), Some(10), "{loc}");
            let twins = url.children().filter(|one| one.attribute("hreflang").is_some());
            for twin in twins.clone() {
                let href = twin.attribute("href").expect("an address");
                assert!(files.contains_key(&target(&base, href).0), "{href}");
            }
            // Easy Japanese is no translation: it stands by itself.
            let easy = target(&base, loc).0.starts_with("easy/");
            assert_eq!(twins.count(), if easy { 0 } else { 3 }, "{loc}");
        }
        let page = |path: &&String| {
            path.ends_with(".html") && *path != "404.html" && !path.contains("embed/")
        };
        assert_eq!(listed, files.keys().filter(page).cloned().collect());
    }
}
