//! In: a site's root, looked at again and again. Out: the site in memory, and news of what changed.
//! Never: a site shown that could not be published; the one before it stays.

use super::{Preview, overlay};
use crate::diagnostics::{self, Report};
use crate::model::{Lang, Site};
use crate::pages::{self, Page};
use crate::pipeline::{self, Summary};
use crate::publish::{Kept, Memory};
use crate::source::{ReadError, Sources};
use std::path::{Path, PathBuf};

/// Builds the site whenever its files are no longer what they were.
#[derive(Debug)]
pub struct Rebuild {
    root: PathBuf,
    lang: diagnostics::Lang,
    seen: Option<Seen>,
    shown: bool,
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
        Rebuild { root: root.to_path_buf(), lang, seen: None, shown: false }
    }

    /// The content as last read, for the findings' quotes.
    pub fn content(&self) -> Option<&Sources> {
        self.seen.as_ref().map(|seen| &seen.content)
    }

    /// Reads the files and, if they changed, builds and shows the site.
    pub fn look(&mut self, preview: &Preview) -> Result<Option<News>, ReadError> {
        let now = Seen::read(&self.root)?;
        let changed = match &self.seen {
            Some(before) => now.changed_since(before),
            None => Vec::new(),
        };
        if self.seen.is_some() && changed.is_empty() {
            return Ok(None);
        }
        let seen = self.seen.insert(now);
        let mut report = Report::default();
        let site = pipeline::site(&seen.content, &mut report);
        let mut news = News { changed, pages: Vec::new(), summary: None, report };
        if let Some(site) = &site {
            let shown_on = |file: &String| shown_on(site, file.strip_prefix("content/")?);
            news.pages = news.changed.iter().filter_map(shown_on).collect();
            news.pages.dedup();
            self.write(site, &mut news, preview)?;
        }
        let content = self.content().expect("it has just been read");
        if news.summary.is_none() {
            let first = !self.shown;
            preview.lay_over(overlay::overlay(&news.report, content, self.lang, first));
        }
        Ok(Some(news))
    }

    fn write(&mut self, site: &Site, news: &mut News, preview: &Preview) -> Result<(), ReadError> {
        let report = &mut news.report;
        let content = self.content().expect("it has just been read");
        let Some(theme) = pipeline::theme(&self.root, site, report)? else { return Ok(()) };
        let memory = Memory::default();
        let kept = Kept::below(&self.root, &memory);
        let written = pipeline::write(content, site, &theme, &kept, report);
        let summary = written.expect("memory takes everything");
        if !report.has_errors() {
            preview.show(pages::base_path(&site.settings.base_url), memory.into_files());
            news.summary = Some(summary);
            self.shown = true;
        }
        Ok(())
    }
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
