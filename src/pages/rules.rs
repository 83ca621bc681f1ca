//! In: a plan. Out: how it is judged, and how many would count as achieved by other rules.
//! Never: a rule without its definition beside the numbers.

use super::heat::{HeatSquare, square};
use super::indicator::rate_rule_words;
use super::tally::fraction;
use super::view::{Shell, View};
use super::words::Link;
use super::{Body, Page};
use crate::evaluate::{Calendar, Yardstick, count_by};
use crate::locale::{Locale, fill};
use crate::model::{FiscalYear, Grade, IndicatorAt, Plan, Role, Unit};
use serde::Serialize;

/// The rules of a plan.
#[derive(Debug, Serialize)]
pub struct RulesPage<'s> {
    heading: String,
    rate: String,
    grades: Vec<GradeLine<'s>>,
    rules: Vec<RuleLine>,
    years: Vec<RuleYear>,
    caption: String,
    /// Where a year is over.
    differing_head: Option<String>,
    differing: Vec<Differing<'s>>,
    method: Link<'s>,
}

#[derive(Debug, Serialize)]
struct GradeLine<'s> {
    name: &'s str,
    words: String,
}

#[derive(Debug, Serialize)]
struct RuleLine {
    name: &'static str,
    definition: &'static str,
}

/// One year by every rule.
#[derive(Debug, Serialize)]
struct RuleYear {
    year: String,
    year_beside: String,
    fractions: Vec<String>,
}

/// An indicator whose outcome hangs on the rule.
#[derive(Debug, Serialize)]
struct Differing<'s> {
    link: Link<'s>,
    verdicts: Vec<HeatSquare>,
}

pub(super) fn rules<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let words = view.locale.words;
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let short = plan.short.get(view.lang()).0;
    let heading = fill(words.rules_head, &[("plan", short)]);
    let crumbs = view.crumbs(Some((at, plan)));
    let shell = view.shell(&heading, words.rules_lead, crumbs, style);
    let years = calendar
        .finished_years()
        .filter(|_| view.is_first())
        .map(|year| RuleYear {
            year: view.locale.year(year),
            year_beside: view.locale.year_beside(year),
            fractions: Yardstick::ALL
                .iter()
                .map(|rule| count_by(*rule, plan.indicators(), year, calendar))
                .map(|count| fraction(view.locale, count))
                .collect(),
        })
        .collect();
    let page = RulesPage {
        rate: rate_rule_words(view, plan, plan.rating.rate, None),
        grades: grades(view.locale, plan),
        rules: Yardstick::ALL
            .iter()
            .map(|rule| RuleLine {
                name: name(view.locale, *rule),
                definition: definition(view.locale, *rule),
            })
            .collect(),
        years,
        caption: fill(words.rules_caption, &[("plan", short)]),
        differing_head: calendar
            .latest()
            .map(|year| fill(words.rules_differing, &[("year", &view.locale.year(year))])),
        differing: calendar.latest().map_or_else(Vec::new, |year| lines(view, at, year, calendar)),
        method: view.own_link(words.method_head, Page::Method),
        heading,
    };
    ("rules.html", shell, Body::Rules(page))
}

fn name(locale: Locale, rule: Yardstick) -> &'static str {
    let words = locale.words;
    match rule {
        Yardstick::InForce => words.rule_in_force,
        Yardstick::Original => words.rule_original,
        Yardstick::Eighty => words.rule_eighty,
        Yardstick::OnPath => words.rule_on_path,
        Yardstick::Better => words.rule_better,
    }
}

fn definition(locale: Locale, rule: Yardstick) -> &'static str {
    let words = locale.words;
    match rule {
        Yardstick::InForce => words.rule_in_force_means,
        Yardstick::Original => words.rule_original_means,
        Yardstick::Eighty => words.rule_eighty_means,
        Yardstick::OnPath => words.rule_on_path_means,
        Yardstick::Better => words.rule_better_means,
    }
}

/// A: 100 % or more; B: 80 % or more; D: the rest.
fn grades<'s>(locale: Locale, plan: &'s Plan) -> Vec<GradeLine<'s>> {
    let words = locale.words;
    let spell = |grade: &Grade| match grade.at_least {
        Some(least) => {
            let percent = locale.with_unit(least, 0, &Unit::Percent);
            fill(words.grade_at_least, &[("percent", &percent)])
        }
        None => words.grade_rest.to_string(),
    };
    plan.grades.iter().map(|grade| GradeLine { name: &grade.name, words: spell(grade) }).collect()
}

/// The target indicators of the last finished year whose verdict is not the same by every rule.
pub(super) fn differing(plan: &Plan, calendar: Calendar) -> Vec<IndicatorAt> {
    let Some(year) = calendar.latest() else { return Vec::new() };
    let differs = |which: &IndicatorAt| {
        let indicator = which.of(plan);
        let verdicts = Yardstick::ALL.map(|rule| rule.judge(indicator, year, calendar));
        let own = verdicts[0];
        verdicts.iter().any(|one| one.is_judged() && own.is_judged() && *one != own)
    };
    let targets = IndicatorAt::all(plan).filter(|which| which.of(plan).role == Role::Target);
    targets.filter(differs).collect()
}

/// Those of them on this part, by every rule.
fn lines<'s>(
    view: &View<'s>,
    at: usize,
    year: FiscalYear,
    calendar: Calendar,
) -> Vec<Differing<'s>> {
    let plan = &view.site.plans[at];
    let line = |which: &IndicatorAt| {
        let indicator = which.of(plan);
        let verdict = |rule: Yardstick| square(view.locale, rule.judge(indicator, year, calendar));
        Differing {
            link: view.link(&indicator.name, Page::Indicator(at, *which)),
            verdicts: Yardstick::ALL.map(verdict).into(),
        }
    };
    view.differing(at)[view.place()].iter().map(line).collect()
}
