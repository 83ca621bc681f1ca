//! In: the site. Out: plans with their trees, items with their texts, divisions, sources.
//! Never: a figure; those stand in the table.

use super::{codes, pages_of, words};
use crate::contract::{
    Division, Grade, Group, Issue, Item, ItemBefore, Label, Level, Narrative, Number, Overview,
    Plan, PlanBefore, Source,
};
use crate::locale::iso;
use crate::model::{self, OrganisationRef, Site};
use crate::pages::Page;

pub(super) fn plans(site: &Site) -> impl Iterator<Item = Plan> + '_ {
    site.plans.iter().enumerate().map(|(at, one)| plan(site, at, one))
}

fn plan(site: &Site, at: usize, plan: &model::Plan) -> Plan {
    Plan {
        id: plan.id.clone(),
        title: words(&plan.title),
        short: words(&plan.short),
        summary: words(&plan.summary),
        vision: plan.vision.as_ref().map(words),
        first_quarter: plan.period.first.to_string(),
        last_quarter: plan.period.last.to_string(),
        levels: plan.levels.iter().map(level).collect(),
        groups: plan.groups.iter().map(|one| group(plan, 0, one)).collect(),
        labels: plan.labels.iter().map(label).collect(),
        rate_rule: codes::rate_rule(plan.rating.rate).to_string(),
        rate_decimals: plan.rating.decimals,
        grades: plan.grades.iter().map(grade).collect(),
        succeeds: plan.succeeds.as_ref().map(|before| PlanBefore {
            plan: site.plans[before.plan.0].id.clone(),
            note: before.note.as_ref().map(words),
        }),
        notes: plan.notes.iter().map(words).collect(),
        source: site.source(plan.source).id.clone(),
        page: pages_of(site, Page::Plan(at)),
    }
}

fn level(level: &model::Level) -> Level {
    Level { id: level.id.clone(), name: words(&level.name) }
}

fn label(label: &model::Label) -> Label {
    Label { id: label.id.clone(), mark: label.mark.clone(), name: words(&label.name) }
}

fn grade(grade: &model::Grade) -> Grade {
    let at_least = grade.at_least.map(|least| least.to_string());
    let at_least = at_least.and_then(|least| Number::of_cell(&least));
    Grade { grade: grade.name.clone(), at_least }
}

fn group(plan: &model::Plan, depth: usize, group: &model::Group) -> Group {
    Group {
        id: group.id.clone(),
        level: plan.level(depth).id.clone(),
        name: words(&group.name),
        summary: group.summary.as_ref().map(words),
        groups: group.groups.iter().map(|below| self::group(plan, depth + 1, below)).collect(),
        items: group.items.iter().map(|item| plan.items[item.0].id.clone()).collect(),
    }
}

pub(super) fn items(site: &Site) -> impl Iterator<Item = Item> + '_ {
    let of_plan =
        move |at: usize| (0..site.plans[at].items.len()).map(move |index| item(site, at, index));
    (0..site.plans.len()).flat_map(of_plan)
}

fn item(site: &Site, at: usize, index: usize) -> Item {
    let plan = &site.plans[at];
    let item = &plan.items[index];
    let divisions = |refs: &[OrganisationRef]| {
        refs.iter().map(|one| site.organisation(*one).id.clone()).collect()
    };
    Item {
        plan: plan.id.clone(),
        id: item.id.clone(),
        title: words(&item.title),
        lead: divisions(&item.lead),
        related: divisions(&item.related),
        labels: item.labels.iter().map(|label| plan.labels[label.0].id.clone()).collect(),
        as_of: item.as_of.map(iso),
        overview: item.overview.as_ref().map(overview),
        examples: item.examples.iter().map(words).collect(),
        notes: item.notes.iter().map(words).collect(),
        indicators: item.indicators.iter().map(|one| one.id.clone()).collect(),
        narratives: item.narratives.iter().map(|(year, told)| narrative(year.0, told)).collect(),
        issues: item.issues.iter().map(issue).collect(),
        succeeds: item.succeeds.iter().map(|before| item_before(site, before)).collect(),
        source: site.source(item.source).id.clone(),
        page: pages_of(site, Page::Item(at, index)),
    }
}

fn overview(overview: &model::Overview) -> Overview {
    let model::Overview { current, problems, reform } = overview;
    Overview { current: words(current), problems: words(problems), reform: words(reform) }
}

fn narrative(fiscal_year: i32, told: &model::Narrative) -> Narrative {
    let model::Narrative { analysis, issues, response } = told;
    let (analysis, issues, response) = (words(analysis), words(issues), words(response));
    Narrative { fiscal_year, analysis, issues, response }
}

fn issue(issue: &model::Issue) -> Issue {
    Issue {
        id: issue.id.clone(),
        title: words(&issue.title),
        raised: issue.raised.iter().map(|year| year.0).collect(),
        resolved: issue.resolved.map(|year| year.0),
    }
}

fn item_before(site: &Site, before: &model::ItemBefore) -> ItemBefore {
    let plan = &site.plans[before.plan.0];
    ItemBefore {
        plan: plan.id.clone(),
        item: plan.items[before.item.0].id.clone(),
        note: before.note.as_ref().map(words),
    }
}

pub(super) fn divisions(site: &Site) -> impl Iterator<Item = Division> + '_ {
    let division = move |one: &model::Organisation| {
        let became = one.became.as_ref();
        let to = became.map(|became| became.to.as_slice()).unwrap_or_default();
        Division {
            id: one.id.clone(),
            name: words(&one.name),
            became: to.iter().map(|one| site.organisation(*one).id.clone()).collect(),
            became_on: became.map(|became| iso(became.date)),
            became_note: became.and_then(|became| became.note.as_ref()).map(words),
        }
    };
    site.organisations.iter().map(division)
}

pub(super) fn sources(site: &Site) -> impl Iterator<Item = Source> + '_ {
    site.sources.iter().map(source)
}

pub(super) fn source(source: &model::Source) -> Source {
    Source {
        id: source.id.clone(),
        title: words(&source.title),
        publisher: words(&source.publisher),
        kind: codes::source(source.kind).to_string(),
        url: source.url.clone(),
        retrieved: source.retrieved.map(iso),
        note: source.note.as_ref().map(words),
    }
}
