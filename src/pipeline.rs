//! In: a site's root. Out: the site in a sink. The stages in order, and nothing else.
//! Never: a clock, the environment, the current directory.

use crate::check::check;
use crate::diagnostics::{Problem, Report};
use crate::export;
use crate::load::load;
use crate::model::{Lang, Site};
use crate::pages::{self, Page};
use crate::publish::{Links, Sink, WriteError};
use crate::render::Theme;
use crate::source::{ReadError, Sources};
use rayon::prelude::*; // pages and files in parallel; `source` and `load` use it too
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a build came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Pages, both languages together.
    pub pages: usize,
    /// Charts drawn on them.
    pub charts: usize,
    /// Files, pages included.
    pub files: usize,
}

/// Reads `root/content`.
pub fn read(root: &Path) -> Result<Sources, ReadError> {
    Sources::read(&root.join("content"))
}

/// Turns the content into the site; `None` if the report holds errors.
pub fn site(sources: &Sources, report: &mut Report) -> Option<Site> {
    let drafts = load(sources, report);
    check(drafts, report)
}

/// The default theme under the site's own, if it names one.
pub fn theme(root: &Path, site: &Site, report: &mut Report) -> Result<Option<Theme>, ReadError> {
    let own = match &site.settings.theme {
        Some(name) => Sources::read(&root.join("themes").join(name))?,
        None => Sources::default(),
    };
    Ok(Theme::load(&own, report))
}

/// Writes every page and file into `sink`, each as soon as it is made. Links that lead nowhere and
/// templates that fail are in the report; then the sink must not be published.
pub fn write(
    site: &Site,
    theme: &Theme,
    sink: &dyn Sink,
    report: &mut Report,
) -> Result<Summary, WriteError> {
    let links = Links::default();
    let found = Mutex::new(Report::default());
    let charts = AtomicUsize::new(0);
    let pages = editions(site);
    pages.par_iter().try_for_each(|(lang, page)| {
        let model = pages::model(site, *lang, *page, theme.style());
        match theme.page(&model) {
            Ok(html) => {
                charts.fetch_add(html.matches("<svg class=\"chart\"").count(), Ordering::Relaxed);
                links.add_page(&model.path, &html, pages::base_path(&site.settings.base_url));
                sink.put(&model.path, html.as_bytes())?;
            }
            Err(problem) => add(&found, problem, &model.path),
        }
        Ok(())
    })?;
    let mut files = pages.len();
    for (path, bytes) in theme.assets() {
        links.add_file(path);
        sink.put(path, bytes)?;
        files += 1;
    }
    for (path, text) in export::files(site) {
        sink.put(path, text.as_bytes())?;
        files += 1;
    }
    for dead in links.dead() {
        add(&found, Problem::DeadLink { target: dead.target }, &dead.page);
    }
    report.append(found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner));
    Ok(Summary { pages: pages.len(), charts: charts.into_inner(), files })
}

fn add(found: &Mutex<Report>, problem: Problem, path: &str) {
    found.lock().unwrap_or_else(std::sync::PoisonError::into_inner).add_page(problem, path);
}

/// Every page in every language; the page for missing addresses speaks both at once.
fn editions(site: &Site) -> Vec<(Lang, Page)> {
    pages::all(site)
        .into_iter()
        .flat_map(|page| Lang::ALL.map(|lang| (lang, page)))
        .filter(|(lang, page)| *page != Page::NotFound || *lang == Lang::Ja)
        .collect()
}
