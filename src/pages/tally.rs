//! In: indicators and a year. Out: 達成件数 as words and as one square an indicator; of very many, one a state.
//! Never: a number without what was left out of it.

use super::Page;
use super::part::ROWS;
use super::table::judged;
use super::view::View;
use super::words::Words;
use crate::evaluate::{self, Calendar, Count};
use crate::locale::{Locale, fill};
use crate::model::{FiscalYear, IndicatorAt, Plan, Role};
use serde::Serialize;

/// n / m with its words and squares.
#[derive(Debug, Serialize)]
pub struct Tally<'s> {
    achieved: usize,
    assessed: usize,
    total: usize,
    words: String,
    squares: Vec<Square<'s>>,
    /// In place of the squares, where there would be too many.
    shares: Vec<Share>,
}

/// How many stand in one state.
#[derive(Debug, Serialize)]
pub struct Share {
    code: &'static str,
    words: String,
    count: usize,
}

#[derive(Debug, Serialize)]
struct Square<'s> {
    code: &'static str,
    name: Words<'s>,
    state: String,
    href: String,
}

/// The indicators of some items of a plan.
pub fn of_items(plan: &Plan, items: &[usize]) -> Vec<IndicatorAt> {
    let of_item = |item: &usize| {
        let item = *item;
        (0..plan.items[item].indicators.len()).map(move |index| IndicatorAt::Item(item, index))
    };
    items.iter().flat_map(of_item).collect()
}

/// The tally of some indicators of a plan, in plan order, for the plan's last finished year.
pub fn tally<'s>(view: &View<'s>, at: usize, which: &[IndicatorAt]) -> Tally<'s> {
    let calendar = Calendar::of(&view.site.plans[at], view.site.settings.edition);
    tally_of(view, at, which, calendar.latest_or_first())
}

/// The same for any year.
pub fn tally_of<'s>(
    view: &View<'s>,
    at: usize,
    which: &[IndicatorAt],
    year: FiscalYear,
) -> Tally<'s> {
    if which.len() > ROWS {
        return tally_in_short(view, at, which, year);
    }
    let plan = &view.site.plans[at];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let squares = which
        .iter()
        .filter(|one| one.of(plan).role == Role::Target)
        .map(|one| {
            let indicator = one.of(plan);
            let verdict = judged(view.locale, evaluate::year(indicator, year, calendar).verdict);
            Square {
                code: verdict.code,
                name: view.words(&indicator.name),
                state: verdict.words,
                href: view.href(Page::Indicator(at, *one)),
            }
        })
        .collect();
    Tally { squares, shares: Vec::new(), ..tally_in_short(view, at, which, year) }
}

/// The same without a square an indicator.
pub fn tally_in_short<'s>(
    view: &View<'s>,
    at: usize,
    which: &[IndicatorAt],
    year: FiscalYear,
) -> Tally<'s> {
    let plan = &view.site.plans[at];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let count = evaluate::count(which.iter().map(|one| one.of(plan)), year, calendar);
    Tally {
        achieved: count.achieved,
        assessed: count.assessed(),
        total: count.total(),
        words: words(view.locale, count, year),
        squares: Vec::new(),
        shares: shares(view.locale, count),
    }
}

/// A count by state, without those in which none stands.
pub fn shares(locale: Locale, count: Count) -> Vec<Share> {
    let words = locale.words;
    let waiting = [words.pending, words.list_separator, words.awaiting_settlement].concat();
    let states = [
        ("achieved", words.achieved.to_string(), count.achieved),
        ("missed", words.missed.to_string(), count.missed),
        ("waiting", waiting, count.waiting),
        ("unrecorded", words.not_recorded.to_string(), count.not_recorded),
        ("future", words.not_yet_due.to_string(), count.not_yet_due),
        ("void", words.not_applicable.to_string(), count.not_applicable),
    ];
    let shares = states.into_iter().map(|(code, words, count)| Share { code, words, count });
    shares.filter(|share| share.count > 0).collect()
}

/// A row of the table by year.
#[derive(Debug, Serialize)]
pub struct YearTally {
    year: String,
    year_beside: String,
    fraction: String,
    words: String,
}

/// 達成件数 of a whole plan, year by year.
pub fn by_year(view: &View<'_>, plan: &Plan) -> Vec<YearTally> {
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let years = plan.period.years();
    years
        .map(|year| {
            let count = evaluate::count(plan.indicators(), year, calendar);
            YearTally {
                year: view.locale.year(year),
                year_beside: view.locale.year_beside(year),
                fraction: fraction(view.locale, count),
                words: remainder(view.locale, count)
                    .unwrap_or_else(|| view.locale.words.dash.to_string()),
            }
        })
        .collect()
}

/// One item's 達成件数 in one year: n / m and what was left out.
pub fn item_year(view: &View<'_>, at: usize, item: usize, year: FiscalYear) -> String {
    let plan = &view.site.plans[at];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let count = evaluate::count(&plan.items[item].indicators, year, calendar);
    let left_out = remainder(view.locale, count)
        .map(|words| fill(view.locale.words.left_out, &[("words", &words)]))
        .unwrap_or_default();
    format!("{}{left_out}", fraction(view.locale, count))
}

/// n / m.
pub fn fraction(locale: Locale, count: Count) -> String {
    let (achieved, assessed) = (count.achieved.to_string(), count.assessed().to_string());
    fill(locale.words.of_which, &[("achieved", &achieved), ("assessed", &assessed)])
}

fn words(locale: Locale, count: Count, year: FiscalYear) -> String {
    if count.total() == 0 {
        return locale.words.tally_no_targets.to_string();
    }
    let message =
        if count.assessed() == 0 { locale.words.tally_none } else { locale.words.tally_words };
    let said = fill(
        message,
        &[
            ("year", &locale.year(year)),
            ("achieved", &count.achieved.to_string()),
            ("assessed", &count.assessed().to_string()),
        ],
    );
    match remainder(locale, count) {
        Some(words) => format!("{said}{}", fill(locale.words.left_out, &[("words", &words)])),
        None => said,
    }
}

/// What was left out of m, in words; nothing where nothing was.
fn remainder(locale: Locale, count: Count) -> Option<String> {
    let words = locale.words;
    let parts: Vec<String> = [
        (count.waiting, words.tally_waiting),
        (count.not_recorded, words.tally_not_recorded),
        (count.not_yet_due, words.tally_not_yet_due),
        (count.not_applicable, words.tally_not_applicable),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, message)| fill(message, &[("count", &number.to_string())]))
    .collect();
    (!parts.is_empty()).then(|| parts.join(words.list_separator))
}
