//! In: the tree of each plan and its item folders. Out: items without a place, or with two.
//! Never: an item's content.

use super::Content;
use crate::diagnostics::{Problem, Report};
use crate::load::{GroupDraft, PlanDraft, Spanned};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Every item as the tree names it, in order.
fn named(plan: &PlanDraft) -> Vec<&Spanned<String>> {
    fn add<'d>(groups: &'d [GroupDraft], named: &mut Vec<&'d Spanned<String>>) {
        for group in groups {
            named.extend(&group.items);
            add(&group.groups, named);
        }
    }
    let mut all = Vec::new();
    add(&plan.groups, &mut all);
    all
}

/// A folder that the tree does not name would be left out of the site without a word.
pub(super) fn every_item_stands_in_it(content: &Content<'_>, report: &mut Report) {
    for plan in &content.drafts.plans {
        let named: BTreeSet<&str> = named(plan).iter().map(|id| id.value.as_str()).collect();
        for item in &plan.items {
            if !named.contains(item.id.as_str()) {
                report.add(Problem::ItemWithoutPlace { id: item.id.clone() }, item.start);
            }
        }
    }
}

/// An item has one sheet and one page, so it belongs to one group.
pub(super) fn none_stands_twice(content: &Content<'_>, report: &mut Report) {
    for plan in &content.drafts.plans {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for id in named(plan) {
            match seen.get(id.value.as_str()) {
                Some(first) => {
                    let problem = Problem::ItemPlacedTwice { id: id.value.clone() };
                    report.add_pair(problem, id.span, *first);
                }
                None => {
                    seen.insert(&id.value, id.span);
                }
            }
        }
    }
}

/// How many groups stand above an item at the deepest place.
fn depth(groups: &[GroupDraft]) -> usize {
    groups.iter().map(|group| 1 + depth(&group.groups)).max().unwrap_or(0)
}

/// Every level of the tree has its name, the items' level last.
pub(super) fn levels_match(content: &Content<'_>, report: &mut Report) {
    for plan in &content.drafts.plans {
        let (levels, depth) = (plan.levels.value.len(), depth(&plan.groups) + 1);
        if levels != depth && !plan.unread_tree {
            report.add(Problem::LevelsMismatch { levels, depth }, plan.levels.span);
        }
    }
}
