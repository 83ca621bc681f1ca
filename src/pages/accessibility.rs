//! In: the record of the last test, the criteria of the standard. Out: the site's accessibility statement.
//! Never: a claim that was not tested; the word 準拠 needs a test by people.

use super::address::address;
use super::kind::page_type;
use super::view::{Shell, View};
use super::words::Words;
use super::{Body, Page, all};
use crate::locale::iso;
use crate::model::Lang;
use serde::Serialize;

/// The success criteria of JIS X 8341-3:2016, levels A and AA, which are those of WCAG 2.0.
const CRITERIA: &str = include_str!("criteria.tsv");

/// As many pages as a test by the rules of the Web Accessibility Infrastructure Committee takes.
const SAMPLED: usize = 40;

/// The statement.
#[derive(Debug, Serialize)]
pub struct AccessibilityPage<'s> {
    audit: Option<AuditLines<'s>>,
    criteria: Vec<Criterion>,
    samples: Vec<Sample>,
}

/// A page by its address.
#[derive(Debug, Serialize)]
struct Sample {
    href: String,
    address: String,
}

#[derive(Debug, Serialize)]
struct AuditLines<'s> {
    tested: String,
    tested_iso: String,
    tool: Words<'s>,
    scope: Words<'s>,
    result: Words<'s>,
    exceptions: Vec<Words<'s>>,
}

#[derive(Debug, Serialize)]
struct Criterion {
    number: &'static str,
    name: &'static str,
    level: &'static str,
    check: &'static str,
}

pub(super) fn accessibility<'s>(
    view: &View<'s>,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let words = view.locale.words;
    let crumbs = view.crumbs(None);
    let shell = view.shell(words.accessibility_head, words.accessibility_lead, crumbs, style);
    let audit = view.site.audit.as_ref().map(|audit| AuditLines {
        tested: view.locale.date(audit.tested),
        tested_iso: iso(audit.tested),
        tool: view.words(&audit.tool),
        scope: view.words(&audit.scope),
        result: view.words(&audit.result),
        exceptions: audit.exceptions.iter().map(|text| view.words(text)).collect(),
    });
    let criteria = CRITERIA.lines().skip(1).filter_map(|line| criterion(view, line)).collect();
    let page = AccessibilityPage { audit, criteria, samples: samples(view) };
    ("accessibility.html", shell, Body::Accessibility(page))
}

fn criterion(view: &View<'_>, line: &'static str) -> Option<Criterion> {
    let mut cells = line.split('\t');
    let (number, level, check) = (cells.next()?, cells.next()?, cells.next()?);
    let (ja, en) = (cells.next()?, cells.next()?);
    let words = view.locale.words;
    let check = match check {
        "axe" => words.check_by_axe,
        "browser" => words.check_by_browser,
        "design" => words.check_by_design,
        _ => words.check_absent,
    };
    let name = if view.lang() == Lang::En { en } else { ja };
    Some(Criterion { number, name, level, check })
}

/// The first page of every kind, and of the rest so many at even distances that a test by people has
/// its forty pages; always the same ones.
fn samples(view: &View<'_>) -> Vec<Sample> {
    let pages: Vec<Page> =
        all(view.site).into_iter().filter(|page| *page != Page::NotFound).collect();
    let mut kinds: Vec<&str> = Vec::new();
    let (mut chosen, mut rest) = (Vec::new(), Vec::new());
    for page in pages {
        let kind = page_type(page);
        if kinds.contains(&kind) {
            rest.push(page);
        } else {
            kinds.push(kind);
            chosen.push(page);
        }
    }
    let wanted = SAMPLED.saturating_sub(chosen.len()).min(rest.len());
    chosen.extend((0..wanted).map(|number| rest[number * rest.len() / wanted]));
    let sample = |page| Sample { href: view.href(page), address: address(view.site, page) };
    chosen.into_iter().map(sample).collect()
}
