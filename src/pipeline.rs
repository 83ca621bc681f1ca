//! In: a site's root. Out: the site in a sink. The stages in order, and nothing else.
//! Never: a clock, the environment, the current directory.

#[cfg(feature = "png")]
mod pictures;

use crate::check::check;
use crate::contract::MANIFEST;
use crate::diagnostics::{Problem, Report};
use crate::export;
use crate::load::{is_copied, load};
use crate::model::Site;
use crate::pages::{self, Sizes};
use crate::picture::{self, Style};
use crate::publish::{Hashed, Links, Sink, WriteError};
use crate::render::Theme;
use crate::source::{ReadError, Sources, Span};
use rayon::prelude::*; // pages and files in parallel; `source`, `load` and `check` use it too
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// What a build came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Pages, all languages together.
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
    check(drafts, sources, report)
}

/// The default theme under the site's own, if it names one.
pub fn theme(root: &Path, site: &Site, report: &mut Report) -> Result<Option<Theme>, ReadError> {
    let folder = site.settings.theme.as_ref().map(|name| format!("themes/{name}"));
    let own = match &folder {
        Some(folder) => Sources::read(&root.join(folder))?,
        None => Sources::default(),
    };
    let folder = folder.unwrap_or_default();
    Ok(Theme::load(&own, &folder, &site.settings.look, report))
}

/// Writes every page and file into `sink`, each as soon as it is made. Links that lead nowhere and
/// templates that fail are in the report; then the sink must not be published.
pub fn write(
    sources: &Sources,
    site: &Site,
    theme: &Theme,
    sink: &dyn Sink,
    report: &mut Report,
) -> Result<Summary, WriteError> {
    let sink = Hashed::new(sink);
    let links = Links::default();
    let failed: Mutex<BTreeMap<String, String>> = Mutex::default();
    let charts = AtomicUsize::new(0);
    let families = pages::families(site);
    let style = Style::of(theme.sheets());
    let drawn = AtomicUsize::new(0);
    #[cfg(feature = "png")]
    let pictures = pictures::Pictures::new(&style, &links);
    // Before the pages, because one of them tells their sizes.
    let mut sizes = Sizes::new();
    for (path, bytes) in export::files(site) {
        links.add_file(&path);
        sink.put(&path, &bytes)?;
        sizes.insert(path, bytes.len());
    }
    families.par_iter().try_for_each(|(lang, family)| {
        let models = pages::models(site, *lang, family, theme.style(), &sizes);
        for (page, model) in family.iter().zip(models) {
            match theme.page(&model) {
                Ok(html) => {
                    let shown = html.matches("<svg class=\"chart\"").count();
                    charts.fetch_add(shown, Ordering::Relaxed);
                    links.add_page(&model.path, &html, pages::base_path(&site.settings.base_url));
                    sink.put(&model.path, html.as_bytes())?;
                }
                Err(detail) => note(&failed, detail, &model.path),
            }
            if let Some(file) = pages::chart_file(site, *lang, *page) {
                let path = format!("{}.svg", file.path);
                links.add_file(&path);
                sink.put(&path, picture::chart_file(&file, &style).as_bytes())?;
                drawn.fetch_add(1, Ordering::Relaxed);
            }
            #[cfg(feature = "png")]
            pictures.write(site, *lang, *page, &model.shell, &sink)?;
        }
        Ok(())
    })?;
    let pages = families.iter().map(|(_, family)| family.len()).sum();
    let mut files = sizes.len() + pages + drawn.into_inner();
    #[cfg(feature = "png")]
    {
        files += pictures.finish(sources, report);
    }
    for (path, bytes) in theme.assets() {
        links.add_file(path);
        sink.put(path, bytes)?;
        files += 1;
    }
    for (_, file) in sources.iter().filter(|(_, file)| is_copied(&file.path)) {
        links.add_file(&file.path);
        sink.put(&file.path, file.as_bytes())?;
        files += 1;
    }
    links.add_file(MANIFEST);
    sink.put(MANIFEST, &export::manifest(site, sink.seen()))?;
    files += 1;
    let failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
    if failed.is_empty() {
        report_dead_links(sources, &links, report);
    }
    for (detail, path) in failed {
        report.add_page(Problem::Template { detail }, path);
    }
    Ok(Summary { pages, charts: charts.into_inner(), files })
}

/// Where an author wrote a link, so that a dead one is shown in their file and not on the page.
fn written(sources: &Sources, link: &str) -> Option<Span> {
    let texts = sources.iter().filter(|(_, file)| file.path.ends_with(".md"));
    texts.into_iter().find_map(|(id, _)| {
        let at = sources.text(id).find(&format!("]({link}"))? + 2;
        Some(Span::new(id, at, at + link.len()))
    })
}

/// A template fails in the same way on many pages: one of them, always the same, is enough.
fn note(failed: &Mutex<BTreeMap<String, String>>, detail: String, path: &str) {
    let mut failed = failed.lock().unwrap_or_else(PoisonError::into_inner);
    let first = failed.entry(detail).or_insert_with(|| path.to_string());
    if path < first.as_str() {
        *first = path.to_string();
    }
}

fn report_dead_links(sources: &Sources, links: &Links, report: &mut Report) {
    for dead in links.dead() {
        let problem = Problem::DeadLink { target: dead.target.clone() };
        match written(sources, &dead.target) {
            Some(place) => report.add(problem, place),
            None => report.add_page(problem, &dead.page),
        }
    }
}
