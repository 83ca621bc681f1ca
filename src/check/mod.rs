//! In: drafts. Out: a valid [`Site`], or a report of all that stands in its way.
//! Never: a result computed, or a check that stops at its first finding.

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

use crate::diagnostics::{Problem, Report};
use crate::load::{Drafts, IndicatorDraft, PlanDraft};
use crate::model::{FiscalYear, Site};
use crate::source::Sources;

/// A rule in a sentence, and the function that holds everything against it.
type Check = (&'static str, fn(&Content<'_>, &mut Report));

/// The rules of the whole content, in the order they are asked. All are asked, whatever is found.
/// Rules about one row of figures stand in [`rows::RULES`].
const RULES: [Check; 20] = [
    ("there is a plan", there_is_a_plan),
    ("the domain is that of the address", domain::is_that_of_the_address),
    ("an id names one thing", ids::unique),
    ("a folder's name can be an address", ids::folders),
    ("nothing takes an address of our own", ids::addresses),
    ("every item stands in the tree", tree::every_item_stands_in_it),
    ("no item stands in the tree twice", tree::none_stands_twice),
    ("every level of the tree has a name", tree::levels_match),
    ("every row of figures agrees with itself", rows::every_row),
    ("a schedule keeps to the plan's period", schedule::within_the_period),
    ("a narrative belongs to a year of the plan", prose::narratives_within_the_plan),
    ("a finished year has its narrative", prose::no_narrative_missing),
    ("an issue is raised in a narrative, then resolved", threads::issues_agree_with_narratives),
    ("an action is added while the plan runs", threads::actions_are_added_within_the_plan),
    ("grades go down", threads::grades_go_down),
    ("a link names an item, an indicator or a page that exists", prose::links),
    ("a footnote that is referred to is written", prose::footnotes),
    ("a picture is there and has words in its place", prose::pictures),
    ("the logo is a picture of the site", prose::logo),
    ("English is English, and not older than the Japanese", prose::translations),
];

/// What the rules look at.
struct Content<'c> {
    drafts: &'c Drafts,
    sources: &'c Sources,
    written: Vec<prose::Written<'c>>,
}

/// Holds drafts against each other and against the files they were read from.
pub fn check(drafts: &Drafts, sources: &Sources, report: &mut Report) {
    let content = Content { drafts, sources, written: prose::written(sources) };
    for (_, rule) in RULES {
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
