//! In: the site. Out: what each indicator is, and the file beside its page with all that is known of it.
//! Never: a result computed here; the years are the rows of the table.

use super::observations::{self, lower, upper};
use super::plans::source;
use super::{codes, pages_of, words};
use crate::contract::{
    Before, Indicator, IndicatorFile, Number, Observation, Region, Revision, Row, Target, Terms,
    VERSION, Words,
};
use crate::locale::iso;
use crate::model::{self, IndicatorAt, Site};
use crate::pages::Page;
use std::collections::BTreeSet;

pub(super) fn indicators(site: &Site) -> impl Iterator<Item = Indicator> + '_ {
    let of_plan = move |at: usize| {
        IndicatorAt::all(&site.plans[at]).map(move |which| indicator(site, at, which))
    };
    (0..site.plans.len()).flat_map(of_plan)
}

fn indicator(site: &Site, at: usize, which: IndicatorAt) -> Indicator {
    let plan = &site.plans[at];
    let indicator = which.of(plan);
    Indicator {
        plan: plan.id.clone(),
        item: match which {
            IndicatorAt::Kgi(_) => None,
            IndicatorAt::Item(item, _) => Some(plan.items[item].id.clone()),
        },
        id: indicator.id.clone(),
        role: codes::role(indicator.role).to_string(),
        kgi: indicator.kgi.map(|kgi| plan.kgis[kgi].id.clone()),
        theme: indicator.theme.as_ref().map(words),
        name: words(&indicator.name),
        definition: indicator.definition.as_ref().map(words),
        unit: words(&observations::unit(&indicator.unit)),
        aim: indicator.aim.map(|aim| codes::aim(aim).to_string()),
        rate_rule: codes::rate_rule(indicator.rate).to_string(),
        counting: indicator.counting.map(|counting| codes::counting(counting).to_string()),
        baseline: indicator.baseline.map(|year| year.0),
        succeeds: indicator.succeeds.iter().map(|before| self::before(site, before)).collect(),
        notes: indicator.notes.iter().map(words).collect(),
        source: site.source(indicator.source).id.clone(),
        page: pages_of(site, Page::Indicator(at, which)),
    }
}

fn before(site: &Site, before: &model::IndicatorBefore) -> Before {
    let plan = &site.plans[before.plan.0];
    Before {
        plan: plan.id.clone(),
        indicator: before.at.of(plan).id.clone(),
        redefined: before.redefined.as_ref().map(words),
    }
}

/// The file beside an indicator's page.
pub(super) fn file(site: &Site, at: usize, which: IndicatorAt, rows: &[Row]) -> IndicatorFile {
    let settings = &site.settings;
    let indicator = self::indicator(site, at, which);
    let gave = rows.iter().flat_map(|row| [&row.target_source, &row.actual_source]);
    let gave: BTreeSet<&String> = gave.chain([&indicator.source]).collect();
    let sources = site.sources.iter().filter(|one| gave.contains(&one.id)).map(source).collect();
    IndicatorFile {
        contract: VERSION.to_string(),
        edition: iso(settings.edition.date),
        content_sha256: site.content.clone(),
        publisher: words(&settings.publisher),
        region: settings
            .region
            .as_ref()
            .map(|region| Region { code: region.code.clone(), name: words(&region.name) }),
        licence: settings
            .licence
            .as_ref()
            .map(|licence| Terms { name: words(&licence.name), url: licence.url.clone() }),
        observations: rows.iter().map(observation).collect(),
        revisions: which.of(&site.plans[at]).revisions.iter().map(revision).collect(),
        sources,
        indicator,
    }
}

fn observation(row: &Row) -> Observation {
    let number = |cell: &String| Number::of_cell(cell);
    let filled = |cell: &String| (!cell.is_empty()).then(|| cell.clone());
    let both = |ja, en| filled(ja).map(|ja| Words { ja, en: filled(en) });
    Observation {
        fiscal_year: row.fiscal_year,
        target: number(&row.target),
        target_to: number(&row.target_to),
        original_target: number(&row.original_target),
        original_target_to: number(&row.original_target_to),
        actual: number(&row.actual),
        state: row.state.clone(),
        due: filled(&row.due),
        rate: number(&row.rate),
        grade: filled(&row.grade),
        verdict: row.verdict.clone(),
        target_source: filled(&row.target_source),
        actual_source: filled(&row.actual_source),
        target_note: both(&row.target_note_ja, &row.target_note_en),
        actual_note: both(&row.actual_note_ja, &row.actual_note_en),
    }
}

fn revision(revision: &model::Revision) -> Revision {
    let target = |(year, target): (&model::FiscalYear, &model::Target)| Target {
        fiscal_year: year.0,
        target: Number::of_cell(&lower(Some(target.value))),
        target_to: Number::of_cell(&upper(Some(target.value))),
    };
    Revision {
        decided: iso(revision.decided),
        by: words(&revision.by),
        reason: words(&revision.reason),
        targets: revision.targets.iter().map(target).collect(),
    }
}
