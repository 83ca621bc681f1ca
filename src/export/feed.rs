//! In: the updates of the content. Out: Atom feeds, one a language, and one a plan and language.
//! Never: the time of the build; every date is content, and an entry keeps its id for ever.

use super::xml::escaped;
use crate::locale::{Locale, fill, iso};
use crate::model::{Correction, Date, Lang, Site, Text, Update};
use crate::pages::{self, Page};
use std::fmt::Write;
use std::io;

/// Every feed: its language, and its plan if it has one.
pub(super) fn all(site: &Site) -> impl Iterator<Item = (Lang, Option<usize>)> + '_ {
    let plans = (0..site.plans.len()).map(Some);
    let all = std::iter::once(None).chain(plans);
    all.flat_map(|plan| pages::languages(site, Page::Updates).map(move |lang| (lang, plan)))
}

/// Writes a feed.
pub(super) fn write(
    site: &Site,
    lang: Lang,
    plan: Option<usize>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let path = pages::feed(site, lang, plan);
    out.write_all(feed(site, Locale::of(lang), plan, &path).as_bytes())
}

fn feed(site: &Site, locale: Locale, plan: Option<usize>, path: &str) -> String {
    let settings = &site.settings;
    let entries: Vec<(usize, &Update)> =
        site.updates.iter().enumerate().filter(|(_, update)| concerns(update, plan)).collect();
    let newest = entries.iter().map(|(_, update)| update.date).max();
    let own = format!("{}{path}", settings.base_url);
    let about = pages::url(site, locale.lang, plan.map_or(Page::Home, Page::Plan));
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">",
        locale.lang.code()
    );
    element(&mut out, "id", &own);
    element(&mut out, "title", &pages::feed_title(site, locale.lang, plan));
    element(&mut out, "updated", &moment(newest.unwrap_or(settings.edition.date)));
    link(&mut out, "self", &own);
    link(&mut out, "alternate", &about);
    let publisher = settings.publisher.get(locale.lang).0;
    let _ = writeln!(out, "<author><name>{}</name></author>", escaped(publisher));
    for (at, update) in entries {
        entry(&mut out, site, locale, at, update);
    }
    out.push_str("</feed>\n");
    out
}

/// An update concerns a plan unless all it does is correct figures of others.
fn concerns(update: &Update, plan: Option<usize>) -> bool {
    let corrected = &update.corrections;
    plan.is_none_or(|plan| corrected.is_empty() || corrected.iter().any(|one| one.plan.0 == plan))
}

fn entry(out: &mut String, site: &Site, locale: Locale, at: usize, update: &Update) {
    let name = pages::update_name(site, at);
    let (title, lang) = update.title.get(locale.lang);
    let _ = writeln!(out, "<entry xml:lang=\"{}\">", lang.code());
    element(out, "id", &tag(site, locale.lang, update.date, &name));
    element(out, "title", title);
    element(out, "updated", &moment(update.date));
    let page = pages::url(site, locale.lang, Page::Updates);
    link(out, "alternate", &format!("{page}#{name}"));
    let said = update.text.as_ref().map(|text| said(text, locale.lang));
    let corrected = update.corrections.iter().map(|one| correction(site, locale, one));
    let text: Vec<String> = said.into_iter().chain(corrected).collect();
    if !text.is_empty() {
        let _ = writeln!(out, "<content type=\"text\">{}</content>", escaped(&text.join("\n")));
    }
    out.push_str("</entry>\n");
}

fn said(text: &Text, lang: Lang) -> String {
    text.get(lang).0.to_string()
}

/// The corrected figure with both values, as the page of updates has it.
fn correction(site: &Site, locale: Locale, one: &Correction) -> String {
    let indicator = one.at.of(&site.plans[one.plan.0]);
    let spell = |value| locale.value_with_unit(value, indicator.decimals, &indicator.unit);
    let (year, from, to) = (locale.year_both(one.year), spell(one.from), spell(one.to));
    let values = [("year", &*year), ("from", &*from), ("to", &*to)];
    let change = fill(locale.words.revision_change, &values);
    let name = said(&indicator.name, locale.lang);
    let reason = said(&one.reason, locale.lang);
    format!("{name} {change} {reason}")
}

/// RFC 4151: a name that stays when the page moves, made of the site's address and the entry's date.
fn tag(site: &Site, lang: Lang, date: Date, name: &str) -> String {
    let base = &site.settings.base_url;
    let after_scheme = base.split_once("://").map_or(&**base, |(_, rest)| rest);
    let authority = after_scheme.split(['/', ':']).next().unwrap_or_default();
    let folder = pages::base_path(base);
    format!("tag:{authority},{}:{folder}{}updates/{name}", iso(date), lang.prefix())
}

/// Midnight in Japan, as RFC 3339 has it; a date without a day is the first of its month.
pub(super) fn moment(date: Date) -> String {
    format!("{}T00:00:00+09:00", iso(Date { day: Some(date.day.unwrap_or(1)), ..date }))
}

fn element(out: &mut String, name: &str, text: &str) {
    let _ = writeln!(out, "<{name}>{}</{name}>", escaped(text));
}

fn link(out: &mut String, rel: &str, href: &str) {
    let kind = if rel == "self" { "application/atom+xml" } else { "text/html" };
    let _ = writeln!(out, "<link rel=\"{rel}\" type=\"{kind}\" href=\"{}\"/>", escaped(href));
}
