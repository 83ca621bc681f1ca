//! In: a site's root. Out: the site in a sink. The stages in order, and nothing else.
//! Never: a clock, the environment, the current directory.

mod desk;
#[cfg(feature = "png")]
mod pictures;
mod recall;

use crate::check::{check, resolve, with_items};
use crate::contract::MANIFEST;
use crate::diagnostics::{Problem, Report};
use crate::export;
use crate::load::{ItemFolder, is_copied, load, load_items, load_settings};
use crate::model::{Look, Site};
use crate::pages::{self, Sizes};
use crate::picture::Style;
use crate::publish::{Hashed, Links, Sink, WriteError};
use crate::render::Theme;
use crate::source::{ReadError, Sources, Span};
pub use recall::Recall;

use desk::Desk;
use rayon::prelude::*; // pages and files in parallel; `source`, `load` and `check` use it too
use std::collections::BTreeSet;
use std::path::Path;

/// What a build came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Pages, all languages together.
    pub pages: usize,
    /// How many of them the build before had made already.
    pub taken_over: usize,
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
    check(&drafts, sources, report);
    resolve(drafts, sources.sha256(), report)
}

/// The same for a large site: a text goes as soon as nobody but a finding may want to quote it.
pub fn only_site(sources: &mut Sources, report: &mut Report) -> Option<Site> {
    let drafts = load(sources, report);
    sources.let_go(|path| path.ends_with(".yaml"));
    check(&drafts, sources, report);
    sources.let_go(|_| true);
    resolve(drafts, sources.sha256(), report)
}

/// A valid site with some items as they are written now; `None` if they hold mistakes, or more than they has
/// to be looked at. What only a look at everything can tell is not in the report.
pub fn site_with(
    site: &Site,
    items: &BTreeSet<ItemFolder>,
    sources: &Sources,
    report: &mut Report,
) -> Option<Site> {
    let drafts = load_items(sources, items, report);
    with_items(site, items, drafts, sources, report)
}

/// The default theme under the site's own, if it names one.
pub fn theme(root: &Path, site: &Site, report: &mut Report) -> Result<Option<Theme>, ReadError> {
    theme_of(root, site.settings.theme.as_deref(), &site.settings.look, report)
}

/// Where there is no site for mistakes in its content: those of its theme as well, so that all are told at once.
pub fn check_theme(root: &Path, sources: &Sources, report: &mut Report) -> Result<(), ReadError> {
    // What is wrong with the settings has been told.
    if let Some(settings) = load_settings(sources, &mut Report::default()) {
        theme_of(root, settings.theme.as_deref(), &settings.look, report)?;
    }
    Ok(())
}

fn theme_of(
    root: &Path,
    name: Option<&str>,
    look: &Look,
    report: &mut Report,
) -> Result<Option<Theme>, ReadError> {
    let folder = name.map(|name| format!("themes/{name}"));
    if let Some(folder) = folder.as_ref().filter(|folder| !root.join(folder).is_dir()) {
        report.add_page(Problem::MissingFile, folder);
        return Ok(None);
    }
    let own = match &folder {
        Some(folder) => Sources::read(&root.join(folder))?,
        None => Sources::default(),
    };
    let folder = folder.unwrap_or_default();
    Ok(Theme::load(&own, &folder, look, report))
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
    write_again(sources, site, theme, None, sink, report)
}

/// The same, with pages that would come out as they were taken over from the site that stands there.
pub fn write_again(
    sources: &Sources,
    site: &Site,
    theme: &Theme,
    recall: Option<&Recall>,
    sink: &dyn Sink,
    report: &mut Report,
) -> Result<Summary, WriteError> {
    let sink = Hashed::new(sink);
    let families = pages::families(site);
    let all = families.iter().flat_map(|(lang, family)| family.iter().map(|page| (*lang, *page)));
    let links = Links::to(all.map(|(lang, page)| pages::path(site, lang, page)));
    let style = Style::of(theme.sheets());
    let mut desk = Desk::new(site, theme, &style, &links, &sink);
    desk.recall = recall;
    let (last, first): (Vec<_>, Vec<_>) =
        families.iter().partition(|(_, family)| family.iter().any(|page| page.tells_sizes()));
    // The machine files are made on one thread, the pages on all the others.
    let (pages, machine_files) = rayon::join(
        || first.par_iter().try_for_each(|(lang, family)| desk.write(*lang, family, &Sizes::new())),
        || export::write(site, &sink),
    );
    pages.and(machine_files)?;
    let sizes = sink.sizes();
    last.par_iter().try_for_each(|(lang, family)| desk.write(*lang, family, &sizes))?;
    #[cfg(feature = "png")]
    desk.pictures.report_lacking(sources, report);
    for (path, bytes) in theme.assets() {
        sink.put(path, bytes)?;
    }
    for (_, file) in sources.iter().filter(|(_, file)| is_copied(&file.path)) {
        sink.put(&file.path, file.as_bytes())?;
    }
    let seen = sink.seen();
    sink.stream(MANIFEST, &|out| export::manifest(site, &seen, out))?;
    for path in seen.iter().map(|(path, ..)| path.as_str()).chain([MANIFEST]) {
        links.add_file(path);
    }
    let pages = families.iter().map(|(_, family)| family.len()).sum();
    let summary = Summary {
        pages,
        taken_over: desk.taken_over(),
        charts: desk.charts(),
        files: seen.len() + 1,
    };
    if !desk.report_failures(report) {
        report_dead_links(sources, &links, report);
    }
    Ok(summary)
}

/// Where an author wrote a link, so that a dead one is shown in their file and not on the page.
fn written(sources: &Sources, link: &str) -> Option<Span> {
    let texts = sources.iter().filter(|(_, file)| file.path.ends_with(".md"));
    texts.into_iter().find_map(|(id, _)| {
        let at = sources.text(id).find(&format!("]({link}"))? + 2;
        Some(Span::new(id, at, at + link.len()))
    })
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
