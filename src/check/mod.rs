//! In: drafts. Out: a valid [`Site`], or a report of all that stands in its way.
//! Never: a result computed, or a check that stops at its first finding.

mod anew;
mod backward;
mod domain;
mod ids;
mod lineage;
mod meetings;
mod names;
mod prose;
mod resolve;
mod rows;
mod schedule;
mod threads;
mod tree;
mod updates;

pub use anew::with_items;

use crate::diagnostics::{Problem, Report};
use crate::load::{Drafts, IndicatorDraft, PlanDraft};
use crate::model::{FiscalYear, Site};
use crate::source::Sources;

/// A rule in a sentence, what it looks at, and the function that holds everything against it.
type Check = (&'static str, Scope, fn(&Content<'_>, &mut Report));

/// What a rule has to look at.
#[derive(PartialEq)]
enum Scope {
    /// One item after the other, each by itself.
    Item,
    /// Everything together.
    Whole,
}

/// The rules of the content, in the order they are asked. All are asked, whatever is found.
/// Rules about one row of figures stand in [`rows::RULES`].
const RULES: [Check; 20] = [
    ("there is a plan", Scope::Whole, there_is_a_plan),
    ("the domain is that of the address", Scope::Whole, domain::is_that_of_the_address),
    ("an id names one thing", Scope::Whole, ids::unique),
    ("a folder's name can be an address", Scope::Whole, ids::folders),
    ("nothing takes an address of our own", Scope::Whole, ids::addresses),
    ("every item stands in the tree", Scope::Whole, tree::every_item_stands_in_it),
    ("no item stands in the tree twice", Scope::Whole, tree::none_stands_twice),
    ("every level of the tree has a name", Scope::Whole, tree::levels_match),
    ("every row of figures agrees with itself", Scope::Item, rows::every_row),
    ("a schedule keeps to the plan's period", Scope::Item, schedule::within_the_period),
    ("a narrative belongs to a year of the plan", Scope::Item, prose::narratives_within_the_plan),
    ("a finished year has its narrative", Scope::Whole, prose::no_narrative_missing),
    (
        "an issue is raised in a narrative, then resolved",
        Scope::Item,
        threads::issues_agree_with_narratives,
    ),
    (
        "an action is added while the plan runs",
        Scope::Item,
        threads::actions_are_added_within_the_plan,
    ),
    ("grades go down", Scope::Whole, threads::grades_go_down),
    ("a link names an item, an indicator or a page that exists", Scope::Whole, prose::links),
    ("a footnote that is referred to is written", Scope::Item, prose::footnotes),
    ("a picture is there and has words in its place", Scope::Item, prose::pictures),
    ("the logo is a picture of the site", Scope::Whole, prose::logo),
    ("English is English, and not older than the Japanese", Scope::Whole, prose::translations),
];

/// What the rules look at.
struct Content<'c> {
    drafts: &'c Drafts,
    sources: &'c Sources,
    written: Vec<prose::Written<'c>>,
}

/// Holds drafts against each other and against the files they were read from.
pub fn check(drafts: &Drafts, sources: &Sources, report: &mut Report) {
    let content = Content { drafts, sources, written: prose::written(sources, |_| true) };
    for (_, _, rule) in RULES {
        rule(&content, report);
    }
}

/// Turns checked drafts into the site; `content` is the hash of the files they were read from. `None`
/// exactly when the report holds an error.
pub fn resolve(drafts: Drafts, content: String, report: &mut Report) -> Option<Site> {
    let site = resolve::site(drafts, content, report);
    let mut site = site.filter(|_| !report.has_errors())?;
    backward::all(&mut site);
    Some(site)
}

fn there_is_a_plan(content: &Content<'_>, report: &mut Report) {
    if content.sources.folders_in("plans").is_empty() {
        report.add_path(Problem::NoPlans, "plans");
    }
}

impl<'c> Content<'c> {
    /// The last finished fiscal year, if the edition could be read.
    fn finished(&self) -> Option<FiscalYear> {
        self.drafts.settings.as_ref().map(|settings| settings.edition.finished)
    }

    /// Every indicator with its plan, key goals first.
    fn indicators(&self) -> impl Iterator<Item = (&'c PlanDraft, &'c IndicatorDraft)> {
        self.drafts.plans.iter().flat_map(|plan| {
            let of_items = plan.items.iter().flat_map(|item| &item.indicators);
            plan.kgis.iter().chain(of_items).map(move |indicator| (plan, indicator))
        })
    }
}
