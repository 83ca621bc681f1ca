//! In: the links between plans. Out: what became of an item or a division, in one word.
//! Never: a link of its own; the word follows from how many there are on each side.

use crate::model::{Item, ItemRef, OrganisationRef, Plan, PlanRef, Site};

/// How an item stands to those before or after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// One carries on one.
    Continued,
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// Several became several.
    Regrouped,
    /// Nothing came before it.
    New,
    /// Nothing came after it.
    Ended,
}

/// How an item stands to those of the plan before; `None` where the plan names no plan before.
pub fn before(site: &Site, plan: usize, item: usize) -> Option<Relation> {
    site.plans[plan].succeeds.as_ref()?;
    let forerunners: Vec<&Item> = site.plans[plan].items[item]
        .succeeds
        .iter()
        .map(|before| &site.plans[before.plan.0].items[before.item.0])
        .collect();
    let shared = forerunners.iter().any(|one| one.heirs.len() > 1);
    let mixed = forerunners.iter().any(|one| has_mixed_heirs(site, one));
    Some(match (forerunners.len(), shared, mixed) {
        (0, ..) => Relation::New,
        (1, false, _) => Relation::Continued,
        (1, true, false) => Relation::Split,
        (_, false, _) => Relation::Merged,
        _ => Relation::Regrouped,
    })
}

/// How an item stands to those of the plan after; `None` where no plan follows.
pub fn after(site: &Site, plan: usize, item: usize) -> Option<Relation> {
    let follows = |later: &Plan| later.succeeds.as_ref().is_some_and(|one| one.plan.0 == plan);
    if !site.plans.iter().any(follows) {
        return None;
    }
    let item = &site.plans[plan].items[item];
    Some(match (item.heirs.len(), has_mixed_heirs(site, item)) {
        (0, _) => Relation::Ended,
        (1, false) => Relation::Continued,
        (1, true) => Relation::Merged,
        (_, false) => Relation::Split,
        (_, true) => Relation::Regrouped,
    })
}

/// Whether an heir of an item comes from others as well.
fn has_mixed_heirs(site: &Site, item: &Item) -> bool {
    let several =
        |(plan, heir): &(PlanRef, ItemRef)| site.plans[plan.0].items[heir.0].succeeds.len() > 1;
    item.heirs.iter().any(several)
}

/// A division and every one that became it, at any remove, in the order of the list.
pub fn with_forerunners(site: &Site, division: OrganisationRef) -> Vec<OrganisationRef> {
    let mut all = vec![division];
    let mut next = 0;
    while let Some(heir) = all.get(next).copied() {
        let became = |at: &usize| {
            site.organisations[*at].became.as_ref().is_some_and(|one| one.to.contains(&heir))
        };
        let before: Vec<OrganisationRef> =
            (0..site.organisations.len()).filter(became).map(OrganisationRef).collect();
        all.extend(before.into_iter().filter(|one| !all.contains(one)).collect::<Vec<_>>());
        next += 1;
    }
    all
}
