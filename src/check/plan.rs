//! In: a plan's draft. Out: the plan, its tree and folders held against each other.
//! Never: an item outside the tree, or in it twice.

use super::indicator::{Context, indicator};
use super::names::{Names, find};
use super::unique;
use crate::diagnostics::{Kind, Problem, Report};
use crate::load::{ActionDraft, GroupDraft, ItemDraft, PlanDraft, Spanned};
use crate::model::{Action, Group, Indicator, Item, ItemRef, LabelRef, Plan};
use crate::source::Span;
use std::collections::BTreeMap;

/// Turns a plan's draft into the plan.
pub fn plan(draft: PlanDraft, names: &Names, report: &mut Report) -> Option<Plan> {
    unique(indicator_ids(&draft), Kind::Indicator, report);
    check_groups(&draft.groups, report);
    let source = names.source(&draft.source, report)?;
    let kgi_ids: Vec<String> = draft.kgis.iter().map(|kgi| kgi.id.value.clone()).collect();
    let label_ids: Vec<String> = draft.labels.iter().map(|label| label.id.clone()).collect();
    let context = Context { names, kgis: &kgi_ids, rating: draft.rating, source };
    let kgis = draft.kgis.into_iter().filter_map(|kgi| indicator(kgi, &context, report)).collect();
    let mut folders: BTreeMap<String, ItemDraft> =
        draft.items.into_iter().map(|item| (item.id.clone(), item)).collect();
    let mut placer = Placer { folders: &mut folders, placed: BTreeMap::new(), drafts: Vec::new() };
    let groups = draft.groups.into_iter().map(|group| placer.group(group, report)).collect();
    let drafts = placer.drafts;
    for (id, item) in folders {
        report.add(Problem::ItemWithoutPlace { id }, item.start);
    }
    let items =
        drafts.into_iter().filter_map(|one| item(one, &label_ids, &context, report)).collect();
    Some(Plan {
        id: draft.id,
        title: draft.title,
        short: draft.short,
        summary: draft.summary,
        vision: draft.vision,
        period: draft.period,
        levels: draft.levels,
        rating: draft.rating,
        labels: draft.labels,
        notes: draft.notes,
        kgis,
        groups,
        items,
        about: draft.about,
        source,
    })
}

fn indicator_ids(draft: &PlanDraft) -> impl Iterator<Item = &Spanned<String>> {
    let of_items = draft.items.iter().flat_map(|item| &item.indicators);
    draft.kgis.iter().chain(of_items).map(|indicator| &indicator.id)
}

/// A goal's id is an address, a deeper group's an anchor on its goal's page: goals may not repeat,
/// nor groups of one level within a goal. (施策 may be numbered afresh under every goal.)
fn check_groups(goals: &[GroupDraft], report: &mut Report) {
    unique(goals.iter().map(|goal| &goal.id), Kind::Group, report);
    for goal in goals {
        let mut level: Vec<&GroupDraft> = goal.groups.iter().collect();
        while !level.is_empty() {
            unique(level.iter().map(|group| &group.id), Kind::Group, report);
            level = level.iter().flat_map(|group| &group.groups).collect();
        }
    }
}

/// Puts items into the order of the tree while the tree is being built.
struct Placer<'f> {
    folders: &'f mut BTreeMap<String, ItemDraft>,
    placed: BTreeMap<String, Span>,
    drafts: Vec<ItemDraft>,
}

impl Placer<'_> {
    fn group(&mut self, draft: GroupDraft, report: &mut Report) -> Group {
        let items = draft.items.into_iter().filter_map(|item| self.item(item, report)).collect();
        let groups = draft.groups.into_iter().map(|group| self.group(group, report)).collect();
        Group { id: draft.id.value, name: draft.name, summary: draft.summary, groups, items }
    }

    fn item(&mut self, id: Spanned<String>, report: &mut Report) -> Option<ItemRef> {
        if let Some(first) = self.placed.get(&id.value) {
            report.add_pair(Problem::ItemPlacedTwice { id: id.value }, id.span, *first);
            return None;
        }
        match self.folders.remove(&id.value) {
            Some(draft) => {
                self.placed.insert(id.value, id.span);
                self.drafts.push(draft);
                Some(ItemRef(self.drafts.len() - 1))
            }
            None => {
                let known = self.folders.keys().map(String::as_str);
                find(known, &id.value, id.span, Kind::Item, report).map(ItemRef)
            }
        }
    }
}

fn item(
    draft: ItemDraft,
    labels: &[String],
    context: &Context<'_>,
    report: &mut Report,
) -> Option<Item> {
    let source = match &draft.source {
        Some(source) => context.names.source(source, report)?,
        None => context.source,
    };
    let context = Context { source, ..*context };
    let lead = context.names.organisations(&draft.lead, report);
    let related = context.names.organisations(&draft.related, report);
    let known = || labels.iter().map(String::as_str);
    let labels = draft
        .labels
        .iter()
        .filter_map(|label| find(known(), &label.value, label.span, Kind::Label, report))
        .map(LabelRef)
        .collect();
    let indicators: Vec<Indicator> = draft
        .indicators
        .into_iter()
        .filter_map(|draft| indicator(draft, &context, report))
        .collect();
    let actions =
        draft.actions.into_iter().map(|draft| action(draft, &indicators, report)).collect();
    Some(Item {
        id: draft.id,
        title: draft.title,
        lead,
        related,
        labels,
        as_of: draft.as_of,
        examples: draft.examples,
        notes: draft.notes,
        overview: draft.overview,
        indicators,
        actions,
        narratives: draft.narratives,
        source,
    })
}

fn action(draft: ActionDraft, indicators: &[Indicator], report: &mut Report) -> Action {
    let known = || indicators.iter().map(|indicator| indicator.id.as_str());
    let served = draft
        .indicators
        .iter()
        .filter_map(|id| find(known(), &id.value, id.span, Kind::Indicator, report))
        .collect();
    Action { title: draft.title, indicators: served, plan: draft.plan, result: draft.result }
}
