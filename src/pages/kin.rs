//! In: an indicator. Out: the indicators it carries on and those that carry it on, with the values before.
//! Never: values of another definition among its own; they stand apart, marked as such.

use super::Page;
use super::view::View;
use super::words::{Link, Words};
use crate::model::{FiscalYear, Indicator, IndicatorAt, IndicatorBefore};
use serde::Serialize;

/// An indicator before or after another.
#[derive(Debug, Serialize)]
pub struct IndicatorKin<'s> {
    link: Link<'s>,
    plan: Words<'s>,
    /// What was redefined; without it both count the same thing.
    redefined: Option<Words<'s>>,
    /// Its values in the years before the other begins.
    values: Vec<EarlierValue>,
}

#[derive(Debug, Serialize)]
struct EarlierValue {
    year: String,
    year_beside: String,
    words: String,
    value: String,
}

/// The indicators that this one carries on.
pub(super) fn before<'s>(view: &View<'s>, indicator: &'s Indicator) -> Vec<IndicatorKin<'s>> {
    let kin = |link: &'s IndicatorBefore| {
        let older = link.at.of(&view.site.plans[link.plan.0]);
        let values = earlier_years(indicator, older).into_iter().filter_map(|year| {
            let value = older.actuals.get(&year)?.number()?;
            Some(EarlierValue {
                year: view.locale.year(year),
                year_beside: view.locale.year_beside(year),
                words: view.locale.with_unit(value, older.decimals, &older.unit),
                value: value.to_string(),
            })
        });
        IndicatorKin {
            link: view.link(&older.name, Page::Indicator(link.plan.0, link.at)),
            plan: view.words(&view.site.plans[link.plan.0].short),
            redefined: link.redefined.as_ref().map(|text| view.words(text)),
            values: values.collect(),
        }
    };
    indicator.succeeds.iter().map(kin).collect()
}

/// The indicators that carry this one on.
pub(super) fn after<'s>(view: &View<'s>, at: usize, which: IndicatorAt) -> Vec<IndicatorKin<'s>> {
    let indicator = which.of(&view.site.plans[at]);
    let kin = indicator.heirs.iter().map(|(plan, heir)| {
        let newer = heir.of(&view.site.plans[plan.0]);
        let mut links = newer.succeeds.iter();
        let link = links.find(|link| link.plan.0 == at && link.at == which);
        IndicatorKin {
            link: view.link(&newer.name, Page::Indicator(plan.0, *heir)),
            plan: view.words(&view.site.plans[plan.0].short),
            redefined: link.and_then(|link| link.redefined.as_ref()).map(|text| view.words(text)),
            values: Vec::new(),
        }
    });
    kin.collect()
}

/// The years with a number.
fn numbered(indicator: &Indicator) -> impl Iterator<Item = FiscalYear> + '_ {
    let cells = indicator.actuals.iter();
    cells.filter(|(_, seen)| seen.number().is_some()).map(|(year, _)| *year)
}

/// The first year with a number.
pub(super) fn first_number(indicator: &Indicator) -> Option<FiscalYear> {
    numbered(indicator).next()
}

/// The years in which the older one has a number and the newer one none yet.
pub(super) fn earlier_years(newer: &Indicator, older: &Indicator) -> Vec<FiscalYear> {
    let start = first_number(newer);
    numbered(older).filter(|year| start.is_none_or(|start| *year < start)).collect()
}
