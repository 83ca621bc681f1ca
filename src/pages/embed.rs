//! In: an indicator. Out: its chart on a page of its own, to stand in a frame on another site.
//! Never: a chart without its sentence, source and date.

use super::figure;
use super::plan::{SourceLine, source_line};
use super::sentence::sentence;
use super::table::years_by_source;
use super::view::{Shell, View};
use super::words::{Chart, Link};
use super::{Body, Page};
use crate::locale::{fill, without_readings};
use crate::model::{IndicatorAt, Plan};
use serde::Serialize;

/// A chart in a frame.
#[derive(Debug, Serialize)]
pub struct EmbedPage<'s> {
    link: Link<'s>,
    plan: Link<'s>,
    sentence: String,
    chart: Option<Chart>,
    sources: Vec<SourceLine<'s>>,
}

/// How to put a chart on another site.
#[derive(Debug, Serialize)]
pub struct EmbedCode {
    href: String,
    address: String,
    title: String,
}

/// Whether an indicator has a chart to embed.
pub(super) fn has_chart(plan: &Plan, which: IndicatorAt) -> bool {
    which.of(plan).has_numbers()
}

pub(super) fn embed<'s>(
    view: &View<'s>,
    at: usize,
    which: IndicatorAt,
    style: &str,
) -> (&'static str, Shell<'s>, Body<'s>) {
    let (plan, indicator, calendar) = view.indicator(at, which);
    let sentence = sentence(view, indicator, calendar);
    let (name, short) = (indicator.name.get(view.lang()).0, plan.short.get(view.lang()).0);
    let words = view.locale.words;
    let heading = fill(words.embed_title, &[("name", name), ("plan", short)]);
    let shell = view.shell(&heading, &sentence, Vec::new(), style);
    let sources = years_by_source(indicator);
    let page = EmbedPage {
        link: view.link(&indicator.name, Page::Indicator(at, which)),
        plan: view.link(&plan.short, Page::Plan(at)),
        sentence,
        chart: figure::chart(view, at, which),
        sources: sources
            .into_iter()
            .map(|(source, ..)| source_line(view, source, Vec::new()))
            .collect(),
    };
    ("embed.html", shell, Body::Embed(Box::new(page)))
}

/// The code that shows a chart on another site; nothing where there is no chart.
pub(super) fn code(view: &View<'_>, at: usize, which: IndicatorAt) -> Option<EmbedCode> {
    let plan = &view.site.plans[at];
    has_chart(plan, which).then(|| EmbedCode {
        href: view.href(Page::Embed(at, which)),
        address: view.canonical(Page::Embed(at, which)),
        title: without_readings(which.of(plan).name.get(view.lang()).0).into_owned(),
    })
}
