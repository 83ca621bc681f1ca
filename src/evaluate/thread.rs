//! In: an item's narratives, issues, revisions and actions. Out: what the committee should ask about.
//! Never: a reading of the texts; only what their authors marked and dated.

use super::{Calendar, Verdict, verdict};
use crate::model::{FiscalYear, Issue, Item, Role};

/// Something worth asking about.
#[derive(Clone, Copy, Debug)]
pub enum Flag<'p> {
    /// The same issue was raised in three years running or more.
    SameIssue {
        /// Which.
        issue: &'p Issue,
        /// The first year of the longest run.
        first: FiscalYear,
        /// The last year of that run.
        last: FiscalYear,
    },
    /// A target was missed in this year and a response written, but in the year after neither a target
    /// was revised nor an action added.
    NothingRevised(FiscalYear),
}

/// Everything worth asking about an item, issues first.
pub fn flags(item: &Item, calendar: Calendar) -> Vec<Flag<'_>> {
    let issues = item.issues.iter().filter_map(|issue| {
        let (first, last) = longest_run(issue)?;
        (last.0 - first.0 >= 2).then_some(Flag::SameIssue { issue, first, last })
    });
    let years = calendar.period.years().filter(|year| *year < calendar.finished);
    let unrevised = years.filter(|year| nothing_revised(item, *year, calendar));
    issues.chain(unrevised.map(Flag::NothingRevised)).collect()
}

/// The longest run of consecutive years in which an issue was raised; of equal ones the latest.
fn longest_run(issue: &Issue) -> Option<(FiscalYear, FiscalYear)> {
    let mut runs: Vec<(FiscalYear, FiscalYear)> = Vec::new();
    for year in &issue.raised {
        match runs.last_mut() {
            Some((_, last)) if last.next() == *year => *last = *year,
            _ => runs.push((*year, *year)),
        }
    }
    runs.into_iter().max_by_key(|(first, last)| last.0 - first.0)
}

fn nothing_revised(item: &Item, year: FiscalYear, calendar: Calendar) -> bool {
    let next = year.next();
    let written = item.narratives.get(&year).is_some_and(|one| !one.response.ja.is_empty());
    let targets = item.indicators.iter().filter(|one| one.role == Role::Target);
    let missed = |one| verdict::verdict(one, year, calendar) == Verdict::Missed;
    let revised = item
        .indicators
        .iter()
        .flat_map(|one| &one.revisions)
        .any(|revision| revision.decided.fiscal_year() == next);
    let added = item.actions.iter().any(|action| action.added == Some(next));
    let within = calendar.covers(next);
    written && within && targets.into_iter().any(missed) && !revised && !added
}
