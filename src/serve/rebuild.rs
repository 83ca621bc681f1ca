//! In: a site's root, looked at again and again. Out: the site in memory, and news of what changed. Changed items
//! are shown at once, then everything is looked at, then every page is made.
//! Never: mistakes passed over: as soon as they are known the last site without any comes back.

use super::edition::Edition;
use super::proof::Proof;
use super::seen::Seen;
use super::{Preview, overlay};
use crate::diagnostics::{self, Report};
use crate::load::ItemFolder;
use crate::model::{Lang, Site};
use crate::pages::{self, Page};
use crate::pipeline::{self, Summary};
use crate::publish::Kept;
use crate::source::{Digest, ReadError, Sources};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Builds the site whenever its files are no longer what they were.
#[derive(Debug)]
pub struct Rebuild {
    root: PathBuf,
    lang: diagnostics::Lang,
    seen: Option<Seen>,
    /// The last site without mistakes, as far as they are known.
    good: Arc<Edition>,
    /// The last site whose content holds none; its pages may not all have been made.
    valid: Arc<Edition>,
    /// The items that may differ from those of the last valid site; `None` if more than items may.
    astray: Option<BTreeSet<ItemFolder>>,
    /// What changed in a build that was given up for the next one.
    untold: Option<Vec<String>>,
}

/// What a build came to.
#[derive(Debug, Default)]
pub struct News {
    /// The files that differ from those of the build before, below `content/` or `themes/`.
    pub changed: Vec<String>,
    /// Addresses of the pages that show them.
    pub pages: Vec<String>,
    /// `None` if mistakes stand in the way.
    pub summary: Option<Summary>,
    /// What was found.
    pub report: Report,
}

impl Rebuild {
    /// Builds what is below `root`; mistakes are told in `lang`.
    pub fn new(root: &Path, lang: diagnostics::Lang) -> Rebuild {
        Rebuild {
            root: root.to_path_buf(),
            lang,
            seen: None,
            good: Arc::default(),
            valid: Arc::default(),
            astray: None,
            untold: None,
        }
    }

    /// The content as last read, for the findings' quotes.
    pub fn content(&self) -> Option<&Sources> {
        self.seen.as_ref().map(|seen| &seen.content)
    }

    /// Reads the files and, if they changed, shows the site, then tries the whole of it. `touched` are the files
    /// that may have changed, as paths below the root; any may if there are none. Nothing to tell if the files
    /// are as they were, or `outdated` says that they changed again meanwhile.
    pub fn look(
        &mut self,
        preview: &Preview,
        touched: &[String],
        outdated: &(dyn Fn() -> bool + Sync),
    ) -> Result<Option<News>, ReadError> {
        let Some(changed) = self.read(touched)? else { return Ok(None) };
        let Some(seen) = &self.seen else { return Ok(None) };
        let content = &seen.content;
        let early = self.show_items(preview, content);
        let mut news = News { changed, ..News::default() };
        let site = pipeline::site(content, &mut news.report);
        if self.valid.made().is_some() && outdated() {
            self.untold = Some(news.changed);
            return Ok(None);
        }
        let edition = match site {
            Some(site) => {
                news.pages = shown_on(&site, &news.changed);
                self.edition(early, site, content, &mut news.report)?
            }
            None => {
                pipeline::check_theme(&self.root, content, &mut news.report)?;
                None
            }
        };
        if let Some(edition) = edition {
            preview.show(&edition);
            self.valid = Arc::clone(&edition);
            self.astray = Some(BTreeSet::new());
            let before = std::mem::replace(&mut self.good, Arc::clone(&edition));
            let proof = Proof::of(&edition, outdated);
            news.summary = prove(&self.root, content, &edition, &proof, &mut news.report);
            if news.summary.is_none() && outdated() {
                self.untold = Some(news.changed);
                return Ok(None);
            }
            edition.complete(proof.beside());
            if news.report.has_errors() {
                news.summary = None;
                self.good = before;
            }
        }
        if news.summary.is_none() {
            self.lay_over(preview, &news.report, content);
        }
        Ok(Some(news))
    }

    /// Reads what may have changed. Which files did; `None` if there is nothing to build.
    fn read(&mut self, touched: &[String]) -> Result<Option<Vec<String>>, ReadError> {
        let Some(seen) = &mut self.seen else {
            self.seen = Some(Seen::read(&self.root)?);
            return Ok(Some(Vec::new()));
        };
        let read = match items_of(touched).filter(|items| !items.is_empty()) {
            Some(items) => seen.read_items(&self.root, &items),
            None => seen.read_again(&self.root),
        };
        let mut changed = read.inspect_err(|_| {
            // What was read before that is not known: the next look has to be at everything.
            self.astray = None;
            self.untold.get_or_insert_default();
        })?;
        self.astray = self.astray.take().zip(items_of(&changed)).map(|(mut items, more)| {
            items.extend(more);
            items
        });
        let untold = self.untold.take();
        if changed.is_empty() && untold.is_none() {
            return Ok(None);
        }
        changed.extend(untold.unwrap_or_default());
        changed.sort();
        changed.dedup();
        Ok(Some(changed))
    }

    /// Where nothing but items changed, shows them or their mistakes without waiting for a look at everything:
    /// with ten thousand items that takes a second or two.
    fn show_items(&self, preview: &Preview, content: &Sources) -> Option<Arc<Edition>> {
        let there =
            |item: &ItemFolder| content.find(&format!("{}/item.yaml", item.path())).is_some();
        let items = self.astray.as_ref().filter(|items| items.iter().all(there))?;
        let (valid, _) = self.valid.made()?;
        if let Some(shown) = preview.shown_of(&content.sha256()) {
            return Some(shown);
        }
        let mut report = Report::default();
        let site = pipeline::site_with(valid, items, content, &mut report);
        if report.has_errors() {
            self.lay_over(preview, &report, content);
        }
        let edition = Arc::new(self.valid.with(site?)?);
        preview.show(&edition);
        Some(edition)
    }

    /// The edition of the whole site: the early one, if that is what came of the look at everything.
    fn edition(
        &self,
        early: Option<Arc<Edition>>,
        site: Site,
        content: &Sources,
        report: &mut Report,
    ) -> Result<Option<Arc<Edition>>, ReadError> {
        let is_it =
            |early: &Arc<Edition>| early.made().is_some_and(|(early, _)| self.same(early, &site));
        if let Some(early) = early.filter(is_it) {
            return Ok(Some(early));
        }
        let theme = pipeline::theme(&self.root, &site, report)?;
        Ok(theme.map(|theme| Arc::new(Edition::new(site, theme, content))))
    }

    /// Whether two sites are the same but for items that nobody touched.
    fn same(&self, early: &Site, site: &Site) -> bool {
        let digest = |site: &Site, folder: &ItemFolder| {
            let plan = site.plans.iter().find(|plan| plan.id == folder.plan)?;
            Some(Digest::of(&plan.items[plan.item(&folder.item)?.0]))
        };
        let same = |folder| digest(early, folder) == digest(site, folder);
        self.astray.iter().flatten().all(same) && Digest::of(early) == Digest::of(site)
    }

    fn lay_over(&self, preview: &Preview, report: &Report, content: &Sources) {
        let first = self.good.made().is_none();
        preview.lay_over(&self.good, overlay::overlay(report, content, self.lang, first));
    }
}

/// The items to which these files belong; `None` if one of them belongs to none.
fn items_of(files: &[String]) -> Option<BTreeSet<ItemFolder>> {
    files.iter().map(|file| ItemFolder::of(file.strip_prefix("content/")?)).collect()
}

/// Makes the whole site; `None` if it is no longer wanted.
fn prove(
    root: &Path,
    content: &Sources,
    edition: &Edition,
    proof: &Proof<'_>,
    report: &mut Report,
) -> Option<Summary> {
    let (site, theme) = edition.made()?;
    pipeline::write(content, site, theme, &Kept::below(root, proof), report).ok()
}

/// The pages that show these files first of all.
fn shown_on(site: &Site, changed: &[String]) -> Vec<String> {
    let page = |file: &String| page_of(site, file.strip_prefix("content/")?);
    let mut pages: Vec<String> = changed.iter().filter_map(page).collect();
    pages.dedup();
    pages
}

/// The address of the page that shows a file of the content first of all.
fn page_of(site: &Site, file: &str) -> Option<String> {
    let parts: Vec<&str> = file.split('/').collect();
    let plan = |id: &str| site.plans.iter().position(|plan| plan.id == id);
    let stem = parts.last()?.split('.').next()?;
    let page = match parts.as_slice() {
        ["plans", id, "items", item, _] => {
            let at = plan(id)?;
            Page::Item(at, site.plans[at].items.iter().position(|one| one.id == *item)?)
        }
        ["plans", id, "plan.yaml"] => Page::Plan(plan(id)?),
        ["plans", id, _] => Page::PlanAbout(plan(id)?),
        ["meetings", _] => Page::Meeting(site.meetings.iter().position(|one| one.id == stem)?),
        ["pages", _] => Page::Free(site.pages.iter().position(|one| one.id == stem)?),
        ["updates.yaml"] => Page::Updates,
        ["glossary.yaml"] => Page::Glossary,
        ["organisations.yaml"] => Page::Organisations,
        ["accessibility.yaml"] => Page::Accessibility,
        _ => return None,
    };
    let lang = if file.ends_with(".en.md") { Lang::En } else { Lang::Ja };
    Some(format!("{}{}", lang.prefix(), pages::address(site, page)))
}
