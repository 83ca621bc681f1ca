//! In: pages whose lists may be long. Out: in how many parts each is shown, what stands on a part, the ways between them.
//! Never: what takes time to find found anew for every part.

use super::rules::differing;
use super::view::View;
use super::{Page, label, lineage, organisation, thread};
use crate::evaluate::{Calendar, Missing, Outstanding, missing, outstanding};
use crate::locale::fill;
use crate::model::{IndicatorAt, Plan};
use serde::Serialize;
use std::cell::OnceCell;
use std::ops::Range;

/// Which of the consecutive parts of a page, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part(pub usize);

impl Part {
    /// The part that stands at the page's own address.
    pub const FIRST: Part = Part(0);
}

/// Rows on a part: as many as a phone loads and a reader looks through.
pub const ROWS: usize = 300;

/// Sheets in a part of a booklet: some three megabytes.
pub const SHEETS: usize = 200;

/// Parts that are all named; of more, those near the ends and the part itself.
const NAMED: usize = 10;

/// Whether a plan has more items than a page has rows. Where smaller ones show every item, it shows its goals.
pub fn is_large(plan: &Plan) -> bool {
    plan.items.len() > ROWS
}

/// The ways to the other parts of a page.
#[derive(Debug, Serialize)]
pub struct Parts {
    pub(super) words: String,
    previous: Option<String>,
    next: Option<String>,
    links: Vec<PartLink>,
}

#[derive(Debug, Serialize)]
struct PartLink {
    number: usize,
    href: String,
    current: bool,
    /// Whether others are left out before it.
    after_gap: bool,
}

/// Lists that are found by looking at a whole plan or site, kept for all parts that are made together.
#[derive(Debug, Default)]
pub struct Lists<'s> {
    outstanding: OnceCell<Vec<Outstanding<'s>>>,
    missing: OnceCell<Vec<Vec<Missing>>>,
    differing: OnceCell<Vec<Vec<IndicatorAt>>>,
}

impl<'s> View<'s> {
    /// Every figure that is still to be published.
    pub(super) fn outstanding(&self) -> &[Outstanding<'s>] {
        self.lists.outstanding.get_or_init(|| outstanding(self.site))
    }

    /// What the items of a plan still lack; nothing where the publisher does not list it.
    pub(super) fn missing(&self, at: usize) -> &[Missing] {
        let of_plan = |plan: &Plan| match self.site.settings.lists_missing {
            true => {
                missing(plan, 0..plan.items.len(), Calendar::of(plan, self.site.settings.edition))
            }
            false => Vec::new(),
        };
        &self.lists.missing.get_or_init(|| self.site.plans.iter().map(of_plan).collect())[at]
    }

    /// The indicators of a plan whose verdict hangs on the rule.
    pub(super) fn differing(&self, at: usize) -> &[IndicatorAt] {
        let edition = self.site.settings.edition;
        let of_plan = |plan: &Plan| differing(plan, Calendar::of(plan, edition));
        &self.lists.differing.get_or_init(|| self.site.plans.iter().map(of_plan).collect())[at]
    }

    /// Whether this is a page's first part, where what is said of the whole stands.
    pub(super) fn is_first(&self) -> bool {
        self.page().part() == Part::FIRST
    }

    /// Of each list of the page, the places that stand on this part; `None` where it does not. An empty list
    /// stands where it would begin.
    pub(super) fn places(&self) -> Vec<Option<Range<usize>>> {
        let (lengths, rows) = lists(self, self.page());
        cut(&lengths, rows, self.page().part())
    }

    /// The same for a page of one list.
    pub(super) fn place(&self) -> Range<usize> {
        self.places().into_iter().flatten().next().unwrap_or_default()
    }

    /// The ways to the page's other parts, where it has several.
    pub(super) fn parts(&self) -> Option<Parts> {
        let (all, Part(own)) = (parts(self, self.page()), self.page().part());
        let href = |part: usize| self.href(self.page().at(Part(part)));
        let near =
            |part: &usize| all <= NAMED || *part == 0 || part + 1 == all || part.abs_diff(own) <= 2;
        let named: Vec<usize> = (0..all).filter(near).collect();
        let before = |index: usize| index.checked_sub(1).map(|before| named[before]);
        let link = |(index, part): (usize, &usize)| PartLink {
            number: part + 1,
            href: href(*part),
            current: *part == own,
            after_gap: before(index).is_some_and(|before| before + 1 < *part),
        };
        let numbers = [("part", &*(own + 1).to_string()), ("parts", &*all.to_string())];
        (all > 1).then(|| Parts {
            words: fill(self.locale.words.part_of, &numbers),
            previous: own.checked_sub(1).map(href),
            next: (own + 1 < all).then(|| href(own + 1)),
            links: named.iter().enumerate().map(link).collect(),
        })
    }
}

/// In how many parts a page is shown.
pub(super) fn parts(view: &View<'_>, page: Page) -> usize {
    let (lengths, rows) = lists(view, page);
    lengths.iter().sum::<usize>().div_ceil(rows).max(1)
}

/// The lengths of the lists that a page shows one after another, and how many rows a part takes.
fn lists(view: &View<'_>, page: Page) -> (Vec<usize>, usize) {
    let plans = &view.site.plans;
    let lengths = match page {
        Page::Booklet(at, _) => return (vec![plans[at].items.len()], SHEETS),
        Page::Year(at, ..) => vec![plans[at].items.len()],
        Page::Goal(at, goal, _) => vec![plans[at].groups[goal].all_items().len()],
        Page::Threads(at, _) => vec![thread::told(&plans[at]).len()],
        Page::Rules(at, _) => vec![view.differing(at).len()],
        Page::Lineage(at, _) => lineage::lengths(view, at).to_vec(),
        Page::Label(at, label, _) => label::lengths(view, at, label),
        Page::Organisation(at, _) => organisation::lengths(view, at),
        Page::Indicators(_) => plans.iter().rev().map(|plan| plan.items.len()).collect(),
        Page::Pending(_) => {
            let missing = (0..plans.len()).rev().map(|at| view.missing(at).len());
            std::iter::once(view.outstanding().len()).chain(missing).collect()
        }
        _ => Vec::new(),
    };
    (lengths, ROWS)
}

/// Of lists that follow one another, the places of each on one part.
fn cut(lengths: &[usize], rows: usize, part: Part) -> Vec<Option<Range<usize>>> {
    let all: usize = lengths.iter().sum();
    let (from, to) = (part.0 * rows, ((part.0 + 1) * rows).min(all));
    let mut end = 0;
    let places = lengths.iter().map(|length| {
        let begin = end;
        end += length;
        let stands = match length {
            0 => from <= begin && (begin < to || to == all),
            _ => begin < to && from < end,
        };
        stands.then(|| from.max(begin) - begin..to.min(end) - begin)
    });
    places.collect()
}

impl Page {
    /// Which part of the page this is.
    pub(super) fn part(mut self) -> Part {
        self.part_mut().copied().unwrap_or(Part::FIRST)
    }

    /// Another part of the page.
    pub(super) fn at(mut self, other: Part) -> Page {
        if let Some(part) = self.part_mut() {
            *part = other;
        }
        self
    }

    fn part_mut(&mut self) -> Option<&mut Part> {
        match self {
            Page::Goal(_, _, part)
            | Page::Booklet(_, part)
            | Page::Year(_, _, part)
            | Page::Indicators(part)
            | Page::Rules(_, part)
            | Page::Lineage(_, part)
            | Page::Threads(_, part)
            | Page::Organisation(_, part)
            | Page::Label(_, _, part)
            | Page::Pending(part) => Some(part),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, cut};

    #[test]
    fn lists_follow_one_another_over_the_parts() {
        let part = |number| cut(&[4, 0, 3], 5, Part(number));
        assert_eq!(part(0), [Some(0..4), Some(0..0), Some(0..1)]);
        assert_eq!(part(1), [None, None, Some(1..3)]);
    }

    #[test]
    fn an_empty_list_makes_no_part_of_its_own() {
        assert_eq!(cut(&[5, 0], 5, Part(0)), [Some(0..5), Some(0..0)]);
        assert_eq!(cut(&[0, 10], 5, Part(1)), [None, Some(5..10)]);
        assert_eq!(cut(&[], 5, Part(0)), []);
    }
}
