//! In: a site's root, looked at again and again. Out: the site in memory, and news of what changed.
//! Never: a site shown that could not be published; the one before it stays.

use super::edition::Edition;
use super::proof::Proof;
use super::{Preview, overlay};
use crate::diagnostics::{self, Report};
use crate::model::{Lang, Site};
use crate::pages::{self, Page};
use crate::pipeline::{self, Summary};
use crate::publish::Kept;
use crate::source::{ReadError, Sources};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Builds the site whenever its files are no longer what they were.
#[derive(Debug)]
pub struct Rebuild {
    root: PathBuf,
    lang: diagnostics::Lang,
    seen: Option<Seen>,
    /// The last site without mistakes.
    good: Arc<Edition>,
    /// What changed in a build that was given up for the next one.
    untold: Option<Vec<String>>,
}

#[derive(Debug)]
struct Seen {
    content: Sources,
    themes: Sources,
}

/// What a build came to.
#[derive(Debug)]
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
        Rebuild { root: root.to_path_buf(), lang, seen: None, good: Arc::default(), untold: None }
    }

    /// The content as last read, for the findings' quotes.
    pub fn content(&self) -> Option<&Sources> {
        self.seen.as_ref().map(|seen| &seen.content)
    }

    /// Reads the files and, if they changed, shows the site, then tries the whole of it. Nothing to tell if
    /// the files are as they were, or `outdated` says that they changed again meanwhile.
    pub fn look(
        &mut self,
        preview: &Preview,
        outdated: &(dyn Fn() -> bool + Sync),
    ) -> Result<Option<News>, ReadError> {
        let now = Seen::read(&self.root)?;
        let mut changed = match &self.seen {
            Some(before) => now.changed_since(before),
            None => Vec::new(),
        };
        let untold = self.untold.take();
        if self.seen.is_some() && changed.is_empty() && untold.is_none() {
            return Ok(None);
        }
        changed.extend(untold.unwrap_or_default());
        changed.sort();
        changed.dedup();
        let content = &self.seen.insert(now).content;
        let mut report = Report::default();
        let mut news =
            News { changed, pages: Vec::new(), summary: None, report: Report::default() };
        if let Some(site) = pipeline::site(content, &mut report) {
            let shown_on = |file: &String| shown_on(&site, file.strip_prefix("content/")?);
            news.pages = news.changed.iter().filter_map(shown_on).collect();
            news.pages.dedup();
            if let Some(theme) = pipeline::theme(&self.root, &site, &mut report)? {
                let edition = Arc::new(Edition::new(site, theme, content));
                preview.show(Arc::clone(&edition));
                let proof = Proof::of(&edition, outdated);
                news.summary = prove(&self.root, content, &edition, &proof, &mut report);
                edition.complete(proof.beside());
                if news.summary.is_none() && outdated() {
                    self.untold = Some(news.changed);
                    return Ok(None);
                }
                if report.has_errors() {
                    news.summary = None;
                } else {
                    self.good = edition;
                }
            }
        }
        if news.summary.is_none() {
            let first = self.good.made().is_none();
            let mistakes = overlay::overlay(&report, content, self.lang, first);
            preview.lay_over(Arc::clone(&self.good), mistakes);
        }
        Ok(Some(News { report, ..news }))
    }
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

impl Seen {
    fn read(root: &Path) -> Result<Seen, ReadError> {
        let themes = root.join("themes");
        let themes = if themes.is_dir() { Sources::read(&themes)? } else { Sources::default() };
        Ok(Seen { content: pipeline::read(root)?, themes })
    }

    fn changed_since(&self, before: &Seen) -> Vec<String> {
        let content = self.content.changed_since(&before.content);
        let themes = self.themes.changed_since(&before.themes);
        let content = content.into_iter().map(|path| format!("content/{path}"));
        content.chain(themes.into_iter().map(|path| format!("themes/{path}"))).collect()
    }
}

/// The address of the page that shows a file of the content first of all.
fn shown_on(site: &Site, file: &str) -> Option<String> {
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
