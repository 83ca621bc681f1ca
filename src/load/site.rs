//! In: the files at the top of `content/`. Out: their drafts.
//! Never: an id resolved.

use super::fields::{Fields, Spanned, entries, id, list, scalar, spanned, text, word};
use super::lineage::{BecameDraft, became};
use super::look::look;
use super::values::{date, region_code, url, year};
use super::yaml::{Node, parse};
use crate::diagnostics::{Kind, Problem, Report};
use crate::model::{Edition, Lang, Licence, Look, Region, Source, SourceKind, Text};
use crate::source::Sources;

/// `site.yaml` as written.
#[derive(Debug)]
pub struct SettingsDraft {
    pub title: Text,
    pub description: Text,
    pub publisher: Text,
    pub contact: Text,
    pub notice: Option<Text>,
    pub region: Option<Region>,
    pub licence: Option<Licence>,
    pub languages: Vec<Lang>,
    pub base_url: String,
    pub theme: Option<String>,
    pub look: Look,
    pub logo: Option<Spanned<String>>,
    pub edition: Edition,
    pub lists_missing: bool,
    pub featured: Vec<Spanned<String>>,
}

/// A division as written.
#[derive(Debug)]
pub struct OrganisationDraft {
    pub id: Spanned<String>,
    pub name: Text,
    pub became: Option<BecameDraft>,
}

/// A glossary entry as written.
#[derive(Debug)]
pub struct TermDraft {
    pub id: Spanned<String>,
    pub term: Text,
    pub reading: Option<String>,
    pub meaning: Text,
    pub source: Option<Spanned<String>>,
}

/// Reads `site.yaml`.
pub fn settings(sources: &Sources, report: &mut Report) -> Option<SettingsDraft> {
    let root = file(sources, "site.yaml", report)?;
    let mut fields = Fields::of(&root, report)?;
    let title = fields.required("title", report).and_then(|node| text(node, report));
    let description = fields.required("description", report).and_then(|node| text(node, report));
    let publisher = fields.required("publisher", report).and_then(|node| text(node, report));
    let contact = fields.required("contact", report).and_then(|node| text(node, report));
    let notice = fields.optional("notice").and_then(|node| text(node, report));
    let region = fields.optional("region").and_then(|node| region(node, report));
    let licence = fields.optional("licence").and_then(|node| licence(node, report));
    let languages = match fields.optional("languages") {
        Some(node) => languages(node, report),
        None => NEEDED.to_vec(),
    };
    let base_url = fields.required("base_url", report).and_then(|node| url(node, report));
    let theme = fields.optional("theme").and_then(|node| id(node, report));
    let (look, logo) = look(&mut fields, report);
    let edition = fields.required("edition", report).and_then(|node| edition(node, report));
    let missing = [("listed", true), ("unlisted", false)];
    let lists_missing = match fields.optional("missing") {
        Some(node) => word(node, &missing, report),
        None => Some(true),
    };
    let featured =
        fields.optional("featured").map(|node| list(node, report, spanned)).unwrap_or_default();
    fields.finish(report);
    Some(SettingsDraft {
        title: title?,
        description: description?,
        publisher: publisher?,
        contact: contact?,
        notice,
        region,
        licence,
        languages,
        base_url: format!("{}/", base_url?.trim_end_matches('/')),
        theme: theme.map(|theme| theme.value),
        look,
        logo,
        edition: edition?,
        lists_missing: lists_missing?,
        featured,
    })
}

fn region(node: &Node<'_>, report: &mut Report) -> Option<Region> {
    let mut fields = Fields::of(node, report)?;
    let code = fields.required("code", report).and_then(|node| region_code(node, report));
    let name = fields.required("name", report).and_then(|node| text(node, report));
    fields.finish(report);
    Some(Region { code: code?, name: name? })
}

fn licence(node: &Node<'_>, report: &mut Report) -> Option<Licence> {
    let mut fields = Fields::of(node, report)?;
    let name = fields.required("name", report).and_then(|node| text(node, report));
    let url = fields.required("url", report).and_then(|node| url(node, report));
    fields.finish(report);
    Some(Licence { name: name?, url: url? })
}

/// Every site has these.
const NEEDED: [Lang; 2] = [Lang::Ja, Lang::En];

/// `[ja, en]` or `[ja, en, ja-easy]`, in whatever order.
fn languages(node: &Node<'_>, report: &mut Report) -> Vec<Lang> {
    let known = Lang::ALL.map(|lang| (lang.code(), lang));
    let found = report.len();
    let named = list(node, report, |node, report| word(node, &known, report));
    if report.len() == found {
        for lang in NEEDED.iter().filter(|lang| !named.contains(lang)) {
            report.add(Problem::MissingLanguage { code: lang.code() }, node.span);
        }
    }
    Lang::ALL.into_iter().filter(|lang| named.contains(lang)).collect()
}

fn edition(node: &Node<'_>, report: &mut Report) -> Option<Edition> {
    let mut fields = Fields::of(node, report)?;
    let date = fields.required("date", report).and_then(|node| date(node, report));
    let finished = fields.required("fiscal_year", report).and_then(|node| year(node, report));
    fields.finish(report);
    Some(Edition { date: date?, finished: finished? })
}

/// Reads `organisations.yaml`.
pub fn organisations(sources: &Sources, report: &mut Report) -> Vec<OrganisationDraft> {
    file_entries(
        sources,
        "organisations.yaml",
        "organisations",
        Kind::Organisation,
        report,
        |node, report| {
            let mut fields = Fields::of(node, report)?;
            let id = fields.required("id", report).and_then(|node| id(node, report));
            let name = fields.required("name", report).and_then(|node| text(node, report));
            let became = fields.optional("became").and_then(|node| became(node, report));
            fields.finish(report);
            Some(OrganisationDraft { id: id?, name: name?, became })
        },
    )
}

/// Reads `sources.yaml`.
pub fn figure_sources(sources: &Sources, report: &mut Report) -> Vec<Spanned<Source>> {
    const KINDS: [(&str, SourceKind); 3] = [
        ("official", SourceKind::Official),
        ("press", SourceKind::Press),
        ("other", SourceKind::Other),
    ];
    file_entries(sources, "sources.yaml", "sources", Kind::Source, report, |node, report| {
        let mut fields = Fields::of(node, report)?;
        let id = fields.required("id", report).and_then(|node| id(node, report));
        let title = fields.required("title", report).and_then(|node| text(node, report));
        let publisher = fields.required("publisher", report).and_then(|node| text(node, report));
        let kind = fields.required("kind", report).and_then(|node| word(node, &KINDS, report));
        let url = fields.optional("url").and_then(|node| url(node, report));
        let retrieved = fields.optional("retrieved").and_then(|node| date(node, report));
        let note = fields.optional("note").and_then(|node| text(node, report));
        fields.finish(report);
        let Spanned { value: id, span } = id?;
        let source =
            Source { id, title: title?, publisher: publisher?, kind: kind?, url, retrieved, note };
        Some(Spanned { value: source, span })
    })
}

/// Reads `glossary.yaml`, which a site may do without.
pub fn terms(sources: &Sources, report: &mut Report) -> Vec<TermDraft> {
    if sources.find("glossary.yaml").is_none() {
        return Vec::new();
    }
    file_entries(sources, "glossary.yaml", "terms", Kind::Term, report, |node, report| {
        let mut fields = Fields::of(node, report)?;
        let id = fields.required("id", report).and_then(|node| id(node, report));
        let term = fields.required("term", report).and_then(|node| text(node, report));
        let reading = fields.optional("reading").and_then(|node| scalar(node, report));
        let meaning = fields.required("meaning", report).and_then(|node| text(node, report));
        let source = fields.optional("source").and_then(|node| spanned(node, report));
        fields.finish(report);
        Some(TermDraft {
            id: id?,
            term: term?,
            reading: reading.map(str::to_string),
            meaning: meaning?,
            source,
        })
    })
}

/// The entries of a file that is one list under one key.
fn file_entries<T>(
    sources: &Sources,
    path: &str,
    key: &'static str,
    kind: Kind,
    report: &mut Report,
    read: impl FnMut(&Node<'_>, &mut Report) -> Option<T>,
) -> Vec<T> {
    let found = listed(sources, path, key, kind, report, read);
    if found.is_none() {
        report.note_unread(kind);
    }
    found.unwrap_or_default()
}

fn listed<T>(
    sources: &Sources,
    path: &str,
    key: &'static str,
    kind: Kind,
    report: &mut Report,
    read: impl FnMut(&Node<'_>, &mut Report) -> Option<T>,
) -> Option<Vec<T>> {
    let root = file(sources, path, report)?;
    let mut fields = Fields::of(&root, report)?;
    let read = fields.required(key, report).map(|node| entries(node, kind, report, read));
    fields.finish(report);
    read
}

fn file<'s>(sources: &'s Sources, path: &str, report: &mut Report) -> Option<Node<'s>> {
    let Some((file, _)) = sources.find(path) else {
        report.add_path(Problem::MissingFile, path);
        return None;
    };
    parse(sources, file, report)
}
