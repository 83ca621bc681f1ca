//! In: nothing. Out: what came before an item, an indicator or a division, and what it became.
//! Never: the words continued, merged or split; those follow from the links.

use super::{Date, IndicatorAt, ItemRef, OrganisationRef, PlanRef, Text};

/// The plan before.
#[derive(Clone, Debug)]
pub struct PlanBefore {
    /// Which.
    pub plan: PlanRef,
    /// What must be said of the links between the two: who made them, say.
    pub note: Option<Text>,
}

/// An item of an earlier plan that an item carries on.
#[derive(Clone, Debug)]
pub struct ItemBefore {
    /// Its plan.
    pub plan: PlanRef,
    /// Which item.
    pub item: ItemRef,
    /// What changed.
    pub note: Option<Text>,
}

/// An indicator that another one carries on, in the same plan or an earlier one.
#[derive(Clone, Debug)]
pub struct IndicatorBefore {
    /// Its plan.
    pub plan: PlanRef,
    /// Which indicator.
    pub at: IndicatorAt,
    /// What was redefined. Without it both count the same thing, and the series runs on.
    pub redefined: Option<Text>,
}

/// What a division was renamed, split or merged into.
#[derive(Clone, Debug)]
pub struct Became {
    /// The divisions that took over.
    pub to: Vec<OrganisationRef>,
    /// When.
    pub date: Date,
    /// What must be said of it.
    pub note: Option<Text>,
}
