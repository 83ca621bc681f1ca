//! In: the text files of `content/`. Out: drafts, each read from its own files alone.
//! Never: two files held against each other; `check` does that.

mod change;
mod cname;
mod fields;
mod indicator;
mod lineage;
mod look;
mod meeting;
mod plan;
mod prose;
mod site;
mod update;
mod values;
mod yaml;

pub use change::CHANGES;
pub use fields::{Spanned, is_id, nearest};
pub use indicator::{CellDraft, IndicatorDraft, RevisionDraft, STATES, StateWord};
pub use lineage::{BecameDraft, BeforeDraft};
pub use meeting::{MeetingDraft, OpinionDraft, meeting_id};
pub use plan::{ActionDraft, GroupDraft, IssueDraft, ItemDraft, PlanDraft};
pub use prose::{STAMP, front_matter};
pub use site::{OrganisationDraft, SettingsDraft, TermDraft, settings as load_settings};
pub use update::{CorrectionDraft, UpdateDraft};

use crate::diagnostics::{Kind, Problem, Report};
use crate::model::{Audit, Changes, FreePage, Source};
use crate::source::{LARGEST_FILE, NotText, Sources};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// Everything as written.
#[derive(Debug, Default)]
pub struct Drafts {
    /// `site.yaml`, if it could be read.
    pub settings: Option<SettingsDraft>,
    /// `organisations.yaml`.
    pub organisations: Vec<OrganisationDraft>,
    /// `sources.yaml`.
    pub sources: Vec<Spanned<Source>>,
    /// `glossary.yaml`.
    pub terms: Vec<TermDraft>,
    /// `pages/`.
    pub pages: Vec<FreePage>,
    /// `plans/`.
    pub plans: Vec<PlanDraft>,
    /// `updates.yaml`.
    pub updates: Vec<UpdateDraft>,
    /// `changes/`.
    pub changes: Vec<Changes>,
    /// `meetings/`.
    pub meetings: Vec<MeetingDraft>,
    /// `accessibility.yaml`.
    pub audit: Option<Audit>,
    /// `CNAME`.
    pub domain: Option<Spanned<String>>,
}

/// Reads everything; whatever is wrong with any file is in the report.
pub fn load(sources: &Sources, report: &mut Report) -> Drafts {
    report_files(sources, report);
    Drafts {
        settings: site::settings(sources, report),
        organisations: site::organisations(sources, report),
        sources: site::figure_sources(sources, report),
        terms: site::terms(sources, report),
        pages: pages(sources, report),
        plans: plans(sources, report),
        updates: update::updates(sources, report),
        changes: change::changes(sources, report),
        meetings: meeting::meetings(sources, report),
        audit: look::audit(sources, report),
        domain: cname::domain(sources, report),
    }
}

/// Reads some items, and of the rest only what they are held against: the settings, and their plans without
/// any other item.
pub fn load_items(sources: &Sources, which: &BTreeSet<ItemFolder>, report: &mut Report) -> Drafts {
    let of_plan: BTreeSet<&str> = which.iter().map(|folder| folder.plan.as_str()).collect();
    let plan = |id: &str, report: &mut Report| {
        let ids = which.iter().filter(|folder| folder.plan == id);
        let ids: Vec<&str> = ids.map(|folder| folder.item.as_str()).collect();
        one_plan(sources, id, &ids, report)
    };
    Drafts {
        settings: site::settings(sources, report),
        plans: of_plan.into_iter().filter_map(|id| plan(id, report)).collect(),
        ..Drafts::default()
    }
}

/// The folder of an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemFolder {
    /// The plan's id.
    pub plan: String,
    /// The item's.
    pub item: String,
}

impl ItemFolder {
    /// The folder to which this file of the content belongs, if it belongs to an item.
    pub fn of(path: &str) -> Option<ItemFolder> {
        match path.split('/').collect::<Vec<_>>().as_slice() {
            ["plans", plan, "items", item, ..] => {
                Some(ItemFolder { plan: plan.to_string(), item: item.to_string() })
            }
            _ => None,
        }
    }

    /// Where it is, below the content.
    pub fn path(&self) -> String {
        format!("plans/{}/items/{}", self.plan, self.item)
    }
}

fn plans(sources: &Sources, report: &mut Report) -> Vec<PlanDraft> {
    let plan = |id: &str, report: &mut Report| {
        one_plan(sources, id, &sources.folders_in(&format!("plans/{id}/items")), report)
    };
    sources.folders_in("plans").into_iter().filter_map(|id| plan(id, report)).collect()
}

fn one_plan(
    sources: &Sources,
    id: &str,
    item_ids: &[&str],
    report: &mut Report,
) -> Option<PlanDraft> {
    let folder = format!("plans/{id}");
    let items = items(sources, &folder, item_ids, report);
    let plan = plan::plan(sources, &folder, id, report);
    if plan.is_none() {
        report.note_broken(Kind::Plan, id);
    }
    Some(PlanDraft { items, ..plan? })
}

/// Items are many and independent: they are read in parallel, their reports joined in order.
fn items(sources: &Sources, plan: &str, ids: &[&str], report: &mut Report) -> Vec<ItemDraft> {
    let read: Vec<(Option<ItemDraft>, Report)> = ids
        .par_iter()
        .map(|id| {
            let mut report = Report::default();
            let item = plan::item(sources, &format!("{plan}/items/{id}"), id, &mut report);
            if item.is_none() {
                report.note_broken(Kind::Item, *id);
                report.note_unread(Kind::Indicator); // whatever it held is unknown
            }
            (item, report)
        })
        .collect();
    let mut items = Vec::new();
    for (item, found) in read {
        report.append(found);
        items.extend(item);
    }
    items
}

fn pages(sources: &Sources, report: &mut Report) -> Vec<FreePage> {
    let mut names: Vec<&str> = sources.below("pages").filter_map(page_name).collect();
    names.dedup();
    let mut pages = Vec::new();
    for name in names {
        if let Some((title, body)) = prose::page(sources, &format!("pages/{name}"), report) {
            pages.push(FreePage { id: name.to_string(), title, body });
        }
    }
    pages
}

/// The folder of pictures, the only files of the content that are copied as they are.
pub const IMAGES: &str = "images";

/// The name of a picture that is copied. No SVG: it can hold scripts.
pub fn picture_name(path: &str) -> Option<&str> {
    let name = path.strip_prefix(IMAGES)?.strip_prefix('/')?;
    let (stem, ending) = name.rsplit_once('.')?;
    let known = ["png", "jpg", "jpeg", "webp", "gif"].contains(&ending);
    (known && is_id(stem)).then_some(name)
}

/// Files that go to the site as they are: pictures, and the domain of a site on GitHub Pages.
pub fn is_copied(path: &str) -> bool {
    path == cname::CNAME || picture_name(path).is_some()
}

fn page_name(file: &str) -> Option<&str> {
    let name = file.strip_suffix(".ja.md").or_else(|| file.strip_suffix(".en.md"))?;
    is_id(name).then_some(name)
}

/// Files without text are errors; files nobody reads are pointed out, in case a name is misspelt.
fn report_files(sources: &Sources, report: &mut Report) {
    for (_, file) in sources.iter() {
        if picture_name(&file.path).is_some() {
            continue;
        }
        match file.text() {
            Err(NotText::Utf16) => report.add_path(Problem::NotUtf8 { utf16: true }, &file.path),
            Err(NotText::NotUtf8) => report.add_path(Problem::NotUtf8 { utf16: false }, &file.path),
            Err(NotText::TooLarge) => {
                let limit_mib = LARGEST_FILE / (1024 * 1024);
                report.add_path(Problem::TooLarge { limit_mib }, &file.path);
            }
            Ok(_) if !is_read(&file.path) => {
                let name = file.path.rsplit('/').next().unwrap_or(&file.path);
                let suggestion = nearest(name, KNOWN_FILES.into_iter());
                report.add_path(Problem::UnknownFile { suggestion }, &file.path);
            }
            Ok(_) => {}
        }
    }
}

const KNOWN_AT_TOP: [&str; 6] = [
    "accessibility.yaml",
    "site.yaml",
    "organisations.yaml",
    "sources.yaml",
    "glossary.yaml",
    "updates.yaml",
];

/// For "did you mean".
const KNOWN_FILES: [&str; 12] = [
    "accessibility.yaml",
    "updates.yaml",
    "site.yaml",
    "organisations.yaml",
    "sources.yaml",
    "glossary.yaml",
    "plan.yaml",
    "item.yaml",
    "about.ja.md",
    "about.en.md",
    "overview.ja.md",
    "overview.en.md",
];

fn is_read(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        [cname::CNAME] => true,
        [name] => KNOWN_AT_TOP.contains(name),
        [change::CHANGES, _] => change::change_date(path).is_some(),
        ["meetings", _] => meeting_id(path).is_some(),
        ["pages", name] => page_name(name).is_some(),
        ["plans", _, name] => ["plan.yaml", "about.ja.md", "about.en.md"].contains(name),
        ["plans", _, "items", _, name] => {
            ["item.yaml", "overview.ja.md", "overview.en.md"].contains(name)
                || plan::narrative_year(name).is_some()
        }
        _ => false,
    }
}
