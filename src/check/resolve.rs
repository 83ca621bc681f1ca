//! In: drafts. Out: the site, every id replaced by what it names.
//! Never: a rule about what is written; here only a name can fail.

use super::names::{Names, find, named};
use super::{lineage, meetings, updates};
use crate::diagnostics::{Kind, Report};
use crate::load::{
    ActionDraft, CellDraft, Drafts, GroupDraft, IndicatorDraft, IssueDraft, ItemDraft,
    OrganisationDraft, PlanDraft, RevisionDraft, SettingsDraft, Spanned, StateWord, TermDraft,
};
use crate::model::{
    Absence, Action, Aim, ById, FiscalYear, Group, Indicator, IndicatorAt, Issue, Item, ItemRef,
    Items, LabelRef, Measure, Meeting, Observation, Organisation, Plan, PlanRef, Quality, RateRule,
    Rating, Reading, Revision, Settings, Site, SourceRef, Target, Term, Unit,
};
use std::collections::BTreeMap;

/// Turns drafts into the site, as far as names can be resolved.
pub(super) fn site(drafts: Drafts, content: String, report: &mut Report) -> Option<Site> {
    let Drafts {
        settings,
        organisations,
        sources,
        terms,
        pages,
        mut plans,
        updates,
        changes,
        meetings,
        audit,
        domain: _, // copied as the file it is
    } = drafts;
    let names = Names::of(
        organisations.iter().map(|one| (one.id.value.as_str(), one.name.ja.as_str())),
        sources.iter().map(|one| one.value.id.as_str()),
    );
    let claims = lineage::Claims::of(&mut plans);
    let mut plans: Vec<Plan> = plans
        .into_iter()
        .enumerate()
        .filter_map(|(at, draft)| {
            let id = draft.id.clone();
            let plan = plan(at, draft, &names, report);
            if plan.is_none() {
                report.note_broken(Kind::Plan, id);
            }
            plan
        })
        .collect();
    claims.settle(&mut plans, report);
    let updates = updates::updates(updates, &plans, report);
    let meetings: Vec<Meeting> = meetings
        .into_iter()
        .filter_map(|draft| meetings::meeting(draft, &plans, &names, report))
        .collect();
    let organisations = divisions(organisations, &names, report);
    let terms = terms.into_iter().filter_map(|draft| term(draft, &names, report)).collect();
    let settings = settings.map(|draft| settings_of(draft, &plans, report));
    Some(Site {
        settings: settings?,
        organisations,
        sources: sources.into_iter().map(|one| one.value).collect(),
        terms,
        pages,
        plans,
        updates,
        changes,
        meetings,
        audit,
        content,
    })
}

fn divisions(
    drafts: Vec<OrganisationDraft>,
    names: &Names,
    report: &mut Report,
) -> Vec<Organisation> {
    let mut became = Vec::new();
    let mut organisations = Vec::new();
    for (at, draft) in drafts.into_iter().enumerate() {
        became.extend(draft.became.map(|draft| (at, draft)));
        organisations.push(Organisation {
            id: draft.id.value,
            name: draft.name,
            became: None,
            lead: Vec::new(),
            related: Vec::new(),
        });
    }
    lineage::divisions(&mut organisations, became, names, report);
    organisations
}

fn term(draft: TermDraft, names: &Names, report: &mut Report) -> Option<Term> {
    let source = match &draft.source {
        Some(source) => Some(names.source(source, report)?),
        None => None,
    };
    let TermDraft { id, term, reading, meaning, .. } = draft;
    Some(Term { id: id.value, term, reading, meaning, source })
}

fn settings_of(draft: SettingsDraft, plans: &[Plan], report: &mut Report) -> Settings {
    let featured =
        draft.featured.iter().filter_map(|entry| known_indicator(entry, plans, report)).collect();
    Settings {
        title: draft.title,
        description: draft.description,
        publisher: draft.publisher,
        contact: draft.contact,
        notice: draft.notice,
        region: draft.region,
        licence: draft.licence,
        languages: draft.languages,
        base_url: draft.base_url,
        theme: draft.theme,
        look: draft.look,
        edition: draft.edition,
        lists_missing: draft.lists_missing,
        featured,
    }
}

/// `2020/kgi-5`: an indicator of a plan.
pub(super) fn known_indicator(
    entry: &Spanned<String>,
    plans: &[Plan],
    report: &mut Report,
) -> Option<(PlanRef, String)> {
    let (plan, id) = entry.value.split_once('/').unwrap_or((&entry.value, ""));
    let known = plans.iter().map(|plan| plan.id.as_str());
    let index = find(known, plan, entry.span, Kind::Plan, report)?;
    let plan = &plans[index];
    let ids = plan.kgis.iter().chain(plan.indicators()).map(|indicator| indicator.id.as_str());
    named(IndicatorAt::find(plan, id), ids, id, entry.span, Kind::Indicator, report)?;
    Some((PlanRef(index), id.to_string()))
}

/// What an indicator inherits from its plan and its item.
#[derive(Clone, Copy)]
struct Context<'c> {
    names: &'c Names,
    kgis: &'c [String],
    labels: &'c [String],
    rating: Rating,
    source: SourceRef,
}

impl Context<'_> {
    /// The source named nearer by, or the one inherited.
    fn source(&self, named: Option<&Spanned<String>>, report: &mut Report) -> Option<SourceRef> {
        match named {
            Some(id) => self.names.source(id, report),
            None => Some(self.source),
        }
    }
}

fn plan(at: usize, draft: PlanDraft, names: &Names, report: &mut Report) -> Option<Plan> {
    let kgi_ids: Vec<String> = draft.kgis.iter().map(|kgi| kgi.id.value.clone()).collect();
    let labels: Vec<String> = draft.labels.iter().map(|label| label.value.id.clone()).collect();
    let source = names.source(&draft.source, report)?;
    let context = Context { names, kgis: &kgi_ids, labels: &labels, rating: draft.rating, source };
    let kgis = draft.kgis.into_iter().filter_map(|kgi| indicator(kgi, &context, report)).collect();
    let folders = draft.items.into_iter().map(|item| (item.id.clone(), item)).collect();
    let mut placer = Placer { folders, order: BTreeMap::new(), drafts: Vec::new() };
    let groups = draft.groups.into_iter().map(|group| placer.group(group, report)).collect();
    let items = placer.drafts.into_iter().filter_map(|one| item(one, &context, report)).collect();
    let mut plan = Plan {
        id: draft.id,
        title: draft.title,
        short: draft.short,
        summary: draft.summary,
        vision: draft.vision,
        period: draft.period,
        levels: draft.levels.value.into_iter().map(|level| level.value).collect(),
        rating: draft.rating,
        grades: draft.grades.into_iter().map(|grade| grade.value).collect(),
        succeeds: None,
        labels: draft.labels.into_iter().map(|label| label.value).collect(),
        notes: draft.notes,
        kgis,
        groups,
        items: Items::of(at, items),
        by_id: ById::default(),
        about: draft.about,
        source,
    };
    plan.by_id = ById::of(&plan);
    Some(plan)
}

/// Puts items into the order of the tree while the tree is being built.
struct Placer {
    folders: BTreeMap<String, ItemDraft>,
    order: BTreeMap<String, usize>,
    drafts: Vec<ItemDraft>,
}

impl Placer {
    fn group(&mut self, draft: GroupDraft, report: &mut Report) -> Group {
        let items = draft.items.into_iter().filter_map(|item| self.item(&item, report)).collect();
        let groups = draft.groups.into_iter().map(|group| self.group(group, report)).collect();
        Group { id: draft.id.value, name: draft.name, summary: draft.summary, groups, items }
    }

    fn item(&mut self, id: &Spanned<String>, report: &mut Report) -> Option<ItemRef> {
        if let Some(draft) = self.folders.remove(&id.value) {
            self.order.insert(id.value.clone(), self.drafts.len());
            self.drafts.push(draft);
        }
        if let Some(index) = self.order.get(&id.value) {
            return Some(ItemRef(*index));
        }
        let known = self.folders.keys().map(String::as_str);
        find(known, &id.value, id.span, Kind::Item, report).map(ItemRef)
    }
}

/// An item of a plan that is resolved already.
pub(super) fn item_of(
    plan: &Plan,
    draft: ItemDraft,
    names: &Names,
    report: &mut Report,
) -> Option<Item> {
    let kgis: Vec<String> = plan.kgis.iter().map(|kgi| kgi.id.clone()).collect();
    let labels: Vec<String> = plan.labels.iter().map(|label| label.id.clone()).collect();
    let (rating, source) = (plan.rating, plan.source);
    item(draft, &Context { names, kgis: &kgis, labels: &labels, rating, source }, report)
}

fn item(draft: ItemDraft, context: &Context<'_>, report: &mut Report) -> Option<Item> {
    let source = context.source(draft.source.as_ref(), report)?;
    let context = &Context { source, ..*context };
    let known = || context.labels.iter().map(String::as_str);
    let labels = draft
        .labels
        .iter()
        .filter_map(|label| find(known(), &label.value, label.span, Kind::Label, report))
        .map(LabelRef)
        .collect();
    let lead = context.names.organisations(&draft.lead, report);
    let related = context.names.organisations(&draft.related, report);
    let indicators = draft.indicators.into_iter();
    let indicators = tight(indicators.filter_map(|one| indicator(one, context, report)));
    let actions = tight(draft.actions.into_iter().map(|one| action(one, &indicators, report)));
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
        narratives: draft.narratives.into_iter().map(|(year, one)| (year, one.value)).collect(),
        issues: draft.issues.into_iter().map(issue).collect(),
        succeeds: Vec::new(),
        heirs: Vec::new(),
        way: Vec::new(),
        opinions: Vec::new(),
        source,
    })
}

/// A list in just the room it needs: there are many, and they stay to the end.
fn tight<T>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.shrink_to_fit();
    all
}

fn issue(draft: IssueDraft) -> Issue {
    Issue {
        id: draft.id.value,
        title: draft.title,
        raised: draft.raised.into_iter().map(|year| year.value).collect(),
        resolved: draft.resolved.map(|year| year.value),
    }
}

fn action(draft: ActionDraft, indicators: &[Indicator], report: &mut Report) -> Action {
    let known = || indicators.iter().map(|indicator| indicator.id.as_str());
    let served = draft
        .indicators
        .iter()
        .filter_map(|id| find(known(), &id.value, id.span, Kind::Indicator, report))
        .collect();
    let steps = |steps: Vec<Spanned<_>>| tight(steps.into_iter().map(|step| step.value));
    Action {
        title: draft.title,
        indicators: served,
        added: draft.added.map(|year| year.value),
        plan: steps(draft.plan),
        result: steps(draft.result),
    }
}

fn indicator(
    draft: IndicatorDraft,
    context: &Context<'_>,
    report: &mut Report,
) -> Option<Indicator> {
    let Some(source) = context.source(draft.source.as_ref(), report) else {
        report.note_broken(Kind::Indicator, draft.id.value);
        return None;
    };
    let context = &Context { source, ..*context };
    let kgi = draft.kgi.as_ref().and_then(|kgi| {
        find(context.kgis.iter().map(String::as_str), &kgi.value, kgi.span, Kind::Kgi, report)
    });
    let rate = rate(&draft, context);
    Some(Indicator {
        id: draft.id.value,
        role: draft.role,
        kgi,
        theme: draft.theme,
        name: draft.name,
        definition: draft.definition,
        measure: draft.measure.unwrap_or(match draft.unit {
            Unit::Percent => Measure::Level,
            Unit::Named(_) => Measure::Count,
        }),
        unit: draft.unit,
        decimals: draft.decimals.unwrap_or(0),
        aim: draft.aim,
        rate,
        counting: draft.counting,
        baseline: draft.baseline.map(|baseline| baseline.value),
        targets: cells(draft.targets, context, report, target),
        revisions: revisions(draft.revisions, context, report),
        succeeds: Vec::new(),
        heirs: Vec::new(),
        actuals: cells(draft.actuals, context, report, observation),
        notes: draft.notes,
        source,
    })
}

fn revisions(
    drafts: Vec<RevisionDraft>,
    context: &Context<'_>,
    report: &mut Report,
) -> Vec<Revision> {
    let mut revisions: Vec<Revision> = drafts
        .into_iter()
        .map(|draft| Revision {
            decided: draft.decided,
            by: draft.by,
            reason: draft.reason,
            targets: cells(draft.targets, context, report, target),
        })
        .collect();
    revisions.sort_by_key(|revision| revision.decided);
    revisions
}

/// The aim decides where there is nothing to divide; otherwise the indicator's word, then the plan's.
fn rate(draft: &IndicatorDraft, context: &Context<'_>) -> RateRule {
    match draft.aim {
        Some(Aim::AtLeast | Aim::AtMost) => draft.rate.unwrap_or(context.rating.rate),
        _ => RateRule::None,
    }
}

fn cells<T>(
    drafts: BTreeMap<FiscalYear, CellDraft>,
    context: &Context<'_>,
    report: &mut Report,
    make: impl Fn(CellDraft, SourceRef) -> Option<T>,
) -> BTreeMap<FiscalYear, T> {
    let mut cells = BTreeMap::new();
    for (year, draft) in drafts {
        let source = context.source(draft.source.as_deref(), report);
        if let Some(cell) = source.and_then(|source| make(draft, source)) {
            cells.insert(year, cell);
        }
    }
    cells
}

fn target(draft: CellDraft, source: SourceRef) -> Option<Target> {
    Some(Target { value: draft.value?, note: draft.note, source })
}

fn observation(draft: CellDraft, source: SourceRef) -> Option<Observation> {
    let reading = match (draft.value, draft.state) {
        (Some(value), Some(StateWord::Firm(quality))) => Reading::Value(value, quality),
        (Some(value), _) => Reading::Value(value, Quality::Final),
        (None, Some(StateWord::Absent(absence))) => Reading::Absent(absence),
        (None, _) => Reading::Absent(Absence::Pending), // reported when it was read
    };
    Some(Observation { reading, due: draft.due, note: draft.note, source })
}
