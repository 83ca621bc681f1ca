//! In: plans, meetings and divisions, resolved. Out: their links the other way round.
//! Never: a link that is not there in the first direction; these only spare the looking.

use crate::model::{
    Group, ItemRef, Items, Meeting, OpinionAt, Organisation, OrganisationRef, Plan, PlanRef, Site,
};

/// Tells everything what leads to it. Only in a valid site does every reference hold.
pub(super) fn all(site: &mut Site) {
    site.plans.iter_mut().for_each(ways);
    opinions(&mut site.plans, &site.meetings);
    divisions(&mut site.organisations, &site.plans);
}

/// Tells every item the groups above it.
fn ways(plan: &mut Plan) {
    fn walk(groups: &[Group], way: &mut Vec<usize>, items: &mut Items) {
        for (at, group) in groups.iter().enumerate() {
            way.push(at);
            for item in &group.items {
                items[item.0].way.clone_from(way);
            }
            walk(&group.groups, way, items);
            way.pop();
        }
    }
    walk(&plan.groups, &mut Vec::new(), &mut plan.items);
}

/// Tells every item the opinions on it, the newest meeting's first.
fn opinions(plans: &mut [Plan], meetings: &[Meeting]) {
    for (at, meeting) in meetings.iter().enumerate().rev() {
        for (number, one) in meeting.opinions.iter().enumerate() {
            if let Some((plan, item)) = one.plan.zip(one.item) {
                let opinion = OpinionAt { meeting: at, number };
                plans[plan.0].items[item.0].opinions.push(opinion);
            }
        }
    }
}

/// Tells every division its items.
pub(super) fn divisions(organisations: &mut [Organisation], plans: &[Plan]) {
    for organisation in organisations.iter_mut() {
        organisation.lead.clear();
        organisation.related.clear();
    }
    for (at, plan) in plans.iter().enumerate() {
        for (number, item) in plan.items.iter().enumerate() {
            let place = (PlanRef(at), ItemRef(number));
            for OrganisationRef(lead) in &item.lead {
                organisations[*lead].lead.push(place);
            }
            for OrganisationRef(related) in &item.related {
                organisations[*related].related.push(place);
            }
        }
    }
}
