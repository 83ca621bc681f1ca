//! In: an item. Out: its page: the sheet, a chart of each indicator, opinions, what came before and after.
//! Never: the sheet itself; `sheet` makes that.

use super::indicator::{Block, block};
use super::lineage::{Ties, ties};
use super::opinion::{OpinionLine, on_item};
use super::sheet::{Sheet, sheet};
use super::tally::{Tally, of_items, tally};
use super::thread::flag_words;
use super::view::{Shell, View};
use super::words::Link;
use super::{Body, Page, Part};
use crate::evaluate::Calendar;
use crate::model::{IndicatorAt, Role};
use serde::Serialize;

/// An item's page.
#[derive(Debug, Serialize)]
pub struct ItemPage<'s> {
    sheet: Sheet<'s>,
    tally: Tally<'s>,
    has_targets: bool,
    indicators: Vec<Block<'s>>,
    thread: Option<String>,
    flags: Vec<String>,
    opinions: Vec<OpinionLine<'s>>,
    ties: Vec<Ties<'s>>,
    previous: Option<Link<'s>>,
    next: Option<Link<'s>>,
}

pub(super) fn item<'s>(
    view: &View<'s>,
    at: usize,
    number: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let item = &plan.items[number];
    let calendar = Calendar::of(plan, view.site.settings.edition);
    let title = item.title.get(view.lang()).0;
    let level = plan.item_level().name.get(view.lang()).0;
    let mut crumbs = view.crumbs(Some((at, plan)));
    if let Some(goal) = item.way.first() {
        crumbs.push(view.link(&plan.groups[*goal].name, Page::Goal(at, *goal, Part::FIRST)));
    }
    let short = plan.short.get(view.lang()).0;
    let (heading, description) = match view.lang() {
        crate::model::Lang::Ja | crate::model::Lang::Easy => (
            format!("{level}{} {title}（{short}）", item.number()),
            format!("{short}の{level}{}「{title}」の個票です。", item.number()),
        ),
        crate::model::Lang::En => (
            format!("{level} {} {title} ({short})", item.number()),
            format!("Sheet of {level} {} of the {short}: {title}.", item.number()),
        ),
    };
    let shell = view.shell(&heading, &description, crumbs, style);
    let page = ItemPage {
        sheet: sheet(view, at, number, ""),
        tally: tally(view, at, &of_items(plan, &[number])),
        has_targets: item.indicators.iter().any(|indicator| indicator.role == Role::Target),
        indicators: (0..item.indicators.len())
            .map(|index| block(view, at, IndicatorAt::Item(number, index), calendar))
            .collect(),
        thread: (!item.narratives.is_empty()).then(|| view.href(Page::Thread(at, number))),
        flags: flag_words(view, plan, item),
        opinions: on_item(view, at, number),
        ties: ties(view, at, number),
        previous: number.checked_sub(1).map(|before| neighbour(view, at, before)),
        next: (number + 1 < plan.items.len()).then(|| neighbour(view, at, number + 1)),
    };
    ("item.html", shell, Body::Item(Box::new(page)))
}

fn neighbour<'s>(view: &View<'s>, at: usize, item: usize) -> Link<'s> {
    view.link(&view.site.plans[at].items[item].title, Page::Item(at, item))
}
