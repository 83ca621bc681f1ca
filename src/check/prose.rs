//! In: the Markdown files, with places. Out: links, footnotes and pictures that lead nowhere,
//! narratives missing or astray, translations missing or stale.
//! Never: HTML.

use super::Content;
use crate::diagnostics::{Kind, Problem, Report};
use crate::load::{PlanDraft, front_matter, nearest, picture_name};
use crate::markdown::{self, Mention};
use crate::model::{FiscalYear, is_kana};
use crate::source::{FileId, Sources, Span};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// A Markdown file and what it mentions.
pub(super) struct Written<'c> {
    file: FileId,
    path: &'c str,
    /// Where the text begins, below any front matter.
    start: usize,
    mentions: Vec<Mention>,
}

/// Reads Markdown files once, for all rules about what texts mention.
pub(super) fn written(sources: &Sources, which: impl Fn(&str) -> bool) -> Vec<Written<'_>> {
    let asked = |path: &str| path.ends_with(".md") && which(path);
    let files: Vec<FileId> =
        sources.iter().filter(|(_, file)| asked(&file.path)).map(|(id, _)| id).collect();
    let read = |file: &FileId| {
        let (file, path) = (*file, sources.file(*file).path.as_str());
        let text = sources.text(file);
        let start = text.len() - front_matter(text).1.len();
        Written { file, path, start, mentions: markdown::mentions(&text[start..]) }
    };
    files.par_iter().map(read).collect()
}

fn span(file: FileId, start: usize, range: &std::ops::Range<usize>) -> Span {
    Span::new(file, start + range.start, start + range.end)
}

/// `item:02` and `indicator:online-procedures` name what is there; other schemes are of the web.
pub(super) fn links(content: &Content<'_>, report: &mut Report) {
    let named = named(content);
    for Written { file, path, start, mentions } in &content.written {
        let own = path.strip_prefix("plans/").and_then(|rest| rest.split('/').next());
        for mention in mentions {
            let Mention::Link { to, range } = mention else { continue };
            let at = span(*file, *start, range);
            if let Some((kind, id)) = internal(to) {
                if !is_named(&named, own, kind, id) && !report.is_broken(kind, id) {
                    let known = known_ids(content, own, kind);
                    let suggestion = nearest(id, known.iter().map(String::as_str));
                    let id = id.to_string();
                    report.add(Problem::UnknownReference { kind, id, suggestion }, at);
                }
            } else if !markdown::is_safe(to) {
                report.add(Problem::UnsafeLink { found: to.clone() }, at);
            }
        }
    }
}

/// What a text may name: a kind, the plan it belongs to, its id.
type Named<'c> = BTreeSet<(Kind, Option<&'c str>, &'c str)>;

fn named<'c>(content: &Content<'c>) -> Named<'c> {
    let terms = content.drafts.terms.iter();
    let mut named: Named<'c> =
        terms.map(|term| (Kind::Term, None, term.id.value.as_str())).collect();
    for plan in &content.drafts.plans {
        for kind in [Kind::Item, Kind::Indicator] {
            named.extend(ids(plan, kind).into_iter().map(|id| (kind, Some(plan.id.as_str()), id)));
        }
    }
    named
}

/// A part of a plan is named from within the plan, or from anywhere with its plan: `2020/01`.
fn is_named(named: &Named<'_>, own: Option<&str>, kind: Kind, id: &str) -> bool {
    match id.split_once('/') {
        _ if kind == Kind::Term => named.contains(&(kind, None, id)),
        Some((plan, id)) => named.contains(&(kind, Some(plan), id)),
        None => own.is_some_and(|own| named.contains(&(kind, Some(own), id))),
    }
}

fn internal(link: &str) -> Option<(Kind, &str)> {
    let (scheme, id) = link.split_once(':')?;
    match scheme {
        "item" => Some((Kind::Item, id)),
        "indicator" => Some((Kind::Indicator, id)),
        "term" => Some((Kind::Term, id)),
        _ => None,
    }
}

/// The same as words, to say what was meant.
fn known_ids(content: &Content<'_>, own: Option<&str>, kind: Kind) -> Vec<String> {
    if kind == Kind::Term {
        return content.drafts.terms.iter().map(|term| term.id.value.clone()).collect();
    }
    let mut known = Vec::new();
    for plan in &content.drafts.plans {
        for id in ids(plan, kind) {
            if own == Some(plan.id.as_str()) {
                known.push(id.to_string());
            }
            known.push(format!("{}/{id}", plan.id));
        }
    }
    known
}

fn ids(plan: &PlanDraft, kind: Kind) -> Vec<&str> {
    match kind {
        Kind::Item => plan.items.iter().map(|item| item.id.as_str()).collect(),
        _ => {
            let of_items = plan.items.iter().flat_map(|item| &item.indicators);
            plan.kgis.iter().chain(of_items).map(|one| one.id.value.as_str()).collect()
        }
    }
}

/// `[^1]` without `[^1]: …` would show as it stands.
pub(super) fn footnotes(content: &Content<'_>, report: &mut Report) {
    for Written { file, start, mentions, .. } in &content.written {
        for mention in mentions {
            if let Mention::LostFootnote { name, range } = mention {
                let problem = Problem::LostFootnote { name: name.clone() };
                report.add(problem, span(*file, *start, range));
            }
        }
    }
}

/// A picture lies in `content/images/` and says in words what it shows.
pub(super) fn pictures(content: &Content<'_>, report: &mut Report) {
    for Written { file, start, mentions, .. } in &content.written {
        for mention in mentions {
            let Mention::Picture { to, words, range } = mention else { continue };
            let at = span(*file, *start, range);
            if !is_there(content, to) {
                report.add(Problem::MissingPicture { found: to.clone() }, at);
            }
            if words.trim().is_empty() {
                report.add(Problem::PictureWithoutWords { found: to.clone() }, at);
            }
        }
    }
}

/// The logo of `site.yaml` is one of the site's own pictures.
pub(super) fn logo(content: &Content<'_>, report: &mut Report) {
    let logo = content.drafts.settings.as_ref().and_then(|settings| settings.logo.as_ref());
    if let Some(logo) = logo.filter(|logo| !is_there(content, &logo.value)) {
        report.add(Problem::MissingPicture { found: logo.value.clone() }, logo.span);
    }
}

fn is_there(content: &Content<'_>, picture: &str) -> bool {
    picture_name(picture).is_some() && content.sources.find(picture).is_some()
}

/// A narrative of a year outside the plan would never be shown.
pub(super) fn narratives_within_the_plan(content: &Content<'_>, report: &mut Report) {
    for plan in &content.drafts.plans {
        let (first, last) = (plan.period.first.year, plan.period.last.year);
        for (year, narrative) in plan.items.iter().flat_map(|item| &item.narratives) {
            if !(first..=last).contains(year) {
                report.add(Problem::year_outside(*year, plan.period), narrative.span);
            }
        }
    }
}

/// Once a plan has narratives for a finished year, an item without one was forgotten.
pub(super) fn no_narrative_missing(content: &Content<'_>, report: &mut Report) {
    let Some(finished) = content.finished() else { return };
    for plan in &content.drafts.plans {
        let years: Vec<FiscalYear> = plan.period.years().filter(|year| *year <= finished).collect();
        for year in years {
            let written = plan.items.iter().any(|item| item.narratives.contains_key(&year));
            for item in plan.items.iter().filter(|_| written) {
                if item.narratives.contains_key(&year) {
                    continue;
                }
                let path = format!("plans/{}/items/{}/{}.ja.md", plan.id, item.id, year.0);
                if content.sources.find(&path).is_none() {
                    report.add_path(Problem::MissingNarrative { year: year.0.to_string() }, path);
                }
            }
        }
    }
}

/// Japanese left in an English file, and English made from a Japanese text that has changed since.
pub(super) fn translations(content: &Content<'_>, report: &mut Report) {
    for (id, file) in content.sources.iter() {
        let Some(stem) = file.path.strip_suffix(".en.md") else { continue };
        let (stamp, body) = front_matter(content.sources.text(id));
        let start = content.sources.text(id).len() - body.len();
        if let Some(at) = body.find(is_kana) {
            let line = body[..at].rfind('\n').map_or(0, |end| end + 1);
            let end = body[at..].find('\n').map_or(body.len(), |length| at + length);
            report.add(Problem::JapaneseInEnglish, span(id, start, &(line..end)));
        }
        let original = content.sources.find(&format!("{stem}.ja.md"));
        if let (Some((original, _)), Some(stamp)) = (original, stamp)
            && stamp != content.sources.fingerprint(original)
        {
            let problem = Problem::StaleTranslation { original: format!("{stem}.ja.md") };
            report.add(problem, Span::start_of(id));
        }
    }
}
