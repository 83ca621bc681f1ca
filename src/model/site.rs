//! In: nothing. Out: the whole of the content, valid, every reference resolved.
//! Never: a draft; what is here has passed `check`.

use super::{
    Audit, Became, Changes, Date, FiscalYear, ItemRef, Lang, Look, Meeting, Plan, Text, Update,
};

/// Which of [`Site::organisations`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrganisationRef(pub usize);

/// Which of [`Site::sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceRef(pub usize);

/// Which of [`Site::plans`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlanRef(pub usize);

/// Everything that is published.
#[derive(Clone, Debug)]
pub struct Site {
    /// `site.yaml`.
    pub settings: Settings,
    /// Divisions.
    pub organisations: Vec<Organisation>,
    /// Where figures come from.
    pub sources: Vec<Source>,
    /// Glossary.
    pub terms: Vec<Term>,
    /// Free pages.
    pub pages: Vec<FreePage>,
    /// Plans, newest last.
    pub plans: Vec<Plan>,
    /// What changed, newest first.
    pub updates: Vec<Update>,
    /// What changed from edition to edition, newest first.
    pub changes: Vec<Changes>,
    /// Meetings of the committee, newest last.
    pub meetings: Vec<Meeting>,
    /// The last test of the site's accessibility.
    pub audit: Option<Audit>,
    /// SHA-256 of the whole content: which state of it a page was made from.
    pub content: String,
}

impl Site {
    /// The beginning of a hash of the content: enough to tell two states of it apart.
    pub fn short(content: &str) -> &str {
        content.get(..12).unwrap_or(content)
    }

    /// The source behind a reference.
    pub fn source(&self, source: SourceRef) -> &Source {
        &self.sources[source.0]
    }

    /// Whether anything is told of what changed.
    pub fn has_updates(&self) -> bool {
        !self.updates.is_empty() || !self.changes.is_empty()
    }

    /// The division behind a reference.
    pub fn organisation(&self, organisation: OrganisationRef) -> &Organisation {
        &self.organisations[organisation.0]
    }
}

/// `site.yaml`.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Name of the site.
    pub title: Text,
    /// What it is, in a sentence.
    pub description: Text,
    /// Who publishes it.
    pub publisher: Text,
    /// Whom to write to.
    pub contact: Text,
    /// A remark on every page.
    pub notice: Option<Text>,
    /// The public body the figures are about.
    pub region: Option<Region>,
    /// The terms on which the data may be used, once the publisher has set them.
    pub licence: Option<Licence>,
    /// In which languages: Japanese, English, easy Japanese if the body wants it.
    pub languages: Vec<Lang>,
    /// Where it will stand, with a slash at the end.
    pub base_url: String,
    /// Name of the folder below `themes/` laid over the default theme.
    pub theme: Option<String>,
    /// Logo, colours, links in the foot.
    pub look: Look,
    /// The edition.
    pub edition: Edition,
    /// Whether the public list of what is missing is shown.
    pub lists_missing: bool,
    /// Plan and indicator index pairs that open the home page.
    pub featured: Vec<(PlanRef, String)>,
}

/// A public body as the Ministry of Internal Affairs and Communications numbers it.
#[derive(Clone, Debug)]
pub struct Region {
    /// 全国地方公共団体コード: six digits, the last of which checks the others.
    pub code: String,
    /// Its official name.
    pub name: Text,
}

/// Terms of use.
#[derive(Clone, Debug)]
pub struct Licence {
    /// What they are called.
    pub name: Text,
    /// Where they stand.
    pub url: String,
}

/// What stands for the clock: the date is content.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    /// Date of the edition.
    pub date: Date,
    /// The last fiscal year that is finished.
    pub finished: FiscalYear,
}

/// A division.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What it was renamed, split or merged into.
    pub became: Option<Became>,
    /// The items it leads, in the order of the plans.
    pub lead: Vec<(PlanRef, ItemRef)>,
    /// The items it has a part in.
    pub related: Vec<(PlanRef, ItemRef)>,
}

/// Where a figure comes from.
#[derive(Clone, Debug)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Publisher.
    pub publisher: Text,
    /// Official or not.
    pub kind: SourceKind,
    /// Address.
    pub url: Option<String>,
    /// When it was read.
    pub retrieved: Option<Date>,
    /// What must be said of it.
    pub note: Option<Text>,
}

/// How official a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// The body itself.
    Official,
    /// A newspaper or broadcaster.
    Press,
    /// Anything else.
    Other,
}

/// A word explained.
#[derive(Clone, Debug)]
pub struct Term {
    /// Stable id.
    pub id: String,
    /// The word.
    pub term: Text,
    /// How it is read, in kana.
    pub reading: Option<String>,
    /// What it means.
    pub meaning: Text,
    /// Where the meaning comes from.
    pub source: Option<SourceRef>,
}

/// A page of prose.
#[derive(Clone, Debug)]
pub struct FreePage {
    /// File name and address.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// Markdown below the heading.
    pub body: Text,
}
