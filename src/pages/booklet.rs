//! In: a plan. Out: one page with its contents and every sheet, to be printed as a booklet.
//! Never: a chart; the sheets stand as the form has them.

use super::Body;
use super::plan::{ItemLine, item_line};
use super::sheet::{Sheet, sheet};
use super::view::{Shell, View};
use super::words::Words;
use crate::locale::fill;
use serde::Serialize;

/// A plan's booklet.
#[derive(Debug, Serialize)]
pub struct BookletPage<'s> {
    heading: String,
    title: Words<'s>,
    edition: String,
    contents: Vec<Entry<'s>>,
    sheets: Vec<Sheet<'s>>,
}

#[derive(Debug, Serialize)]
struct Entry<'s> {
    href: String,
    line: ItemLine<'s>,
}

pub(super) fn booklet<'s>(
    view: &View<'s>,
    at: usize,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let plan = &view.site.plans[at];
    let words = view.locale.words;
    let heading = fill(words.booklet_head, &[("plan", plan.short.get(view.lang()).0)]);
    let shell = view.shell(&heading, words.booklet_lead, view.crumbs(Some((at, plan))), style);
    let prefix = |number: usize| format!("{}-", plan.items[number].id);
    let page = BookletPage {
        title: view.words(&plan.title),
        edition: view.edition(),
        contents: (0..plan.items.len())
            .map(|number| Entry {
                href: format!("#{}sheet", prefix(number)),
                line: item_line(view, at, number),
            })
            .collect(),
        sheets: (0..plan.items.len())
            .map(|number| sheet(view, at, number, &prefix(number)))
            .collect(),
        heading,
    };
    ("booklet.html", shell, Body::Booklet(Box::new(page)))
}
