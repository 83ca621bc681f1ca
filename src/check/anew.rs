//! In: a valid site, and some of its items as they are written now. Out: the site with those in their places.
//! Never: what only a look at everything can tell; that look has to follow.

use super::names::Names;
use super::{Content, RULES, Scope, backward, prose, resolve};
use crate::diagnostics::Report;
use crate::load::{Drafts, ItemFolder};
use crate::model::{Item, Site};
use crate::source::Sources;
use std::collections::BTreeSet;

/// The site with these items as `drafts` has them. `None` if the report holds an error, or an item has other
/// indicators than it had, so that more than the item would change.
pub fn with_items(
    site: &Site,
    items: &BTreeSet<ItemFolder>,
    drafts: Drafts,
    sources: &Sources,
    report: &mut Report,
) -> Option<Site> {
    let folders: Vec<String> = items.iter().map(|folder| folder.path() + "/").collect();
    let written = prose::written(sources, |path| folders.iter().any(|one| path.starts_with(one)));
    let content = Content { drafts: &drafts, sources, written };
    for (_, _, rule) in RULES.iter().filter(|(_, scope, _)| *scope == Scope::Item) {
        rule(&content, report);
    }
    let names = Names::of(
        site.organisations.iter().map(|one| (one.id.as_str(), one.name.ja.as_str())),
        site.sources.iter().map(|one| one.id.as_str()),
    );
    let mut anew = Site { content: sources.sha256(), ..site.clone() };
    for draft in drafts.plans {
        let plan = anew.plans.iter_mut().find(|plan| plan.id == draft.id)?;
        for item in draft.items {
            let at = plan.item(&item.id)?;
            let item = resolve::item_of(plan, item, &names, report)?;
            plan.items[at.0] = in_place_of(&plan.items[at.0], item)?;
        }
    }
    backward::divisions(&mut anew.organisations, &anew.plans);
    (!report.has_errors()).then_some(anew)
}

/// The new item with all that others say of the old one.
fn in_place_of(old: &Item, mut new: Item) -> Option<Item> {
    let ids = |item: &Item| -> Vec<String> {
        item.indicators.iter().map(|indicator| indicator.id.clone()).collect()
    };
    if ids(old) != ids(&new) {
        return None;
    }
    for (old, new) in old.indicators.iter().zip(&mut new.indicators) {
        new.succeeds.clone_from(&old.succeeds);
        new.heirs.clone_from(&old.heirs);
    }
    new.succeeds.clone_from(&old.succeeds);
    new.heirs.clone_from(&old.heirs);
    new.way.clone_from(&old.way);
    new.opinions.clone_from(&old.opinions);
    Some(new)
}
