//! In: pages of one language that show the same charts. Out: them and their drawings in the sink, made or
//! taken over from the build before; what templates could not say, for the report.
//! Never: a page kept once it is written.

#[cfg(feature = "png")]
use super::pictures::Pictures;
use super::recall::{Files, Recall};
use crate::diagnostics::{Problem, Report};
use crate::model::{Lang, Site, watched};
use crate::pages::{self, Page, Sizes};
use crate::picture::{self, Style};
use crate::publish::{Links, Sink, WriteError};
use crate::render::Theme;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// What pages are made with, on many threads at once.
pub(super) struct Desk<'b> {
    pub site: &'b Site,
    pub theme: &'b Theme,
    pub sink: &'b dyn Sink,
    pub links: &'b Links,
    pub style: &'b Style,
    #[cfg(feature = "png")]
    pub pictures: Pictures<'b>,
    /// What the build before noted, if it is asked.
    pub recall: Option<&'b Recall>,
    charts: AtomicUsize,
    taken_over: AtomicUsize,
    /// What templates could not say, each with the first page that wants it.
    failed: Mutex<BTreeMap<String, String>>,
}

impl<'b> Desk<'b> {
    pub fn new(
        site: &'b Site,
        theme: &'b Theme,
        style: &'b Style,
        links: &'b Links,
        sink: &'b dyn Sink,
    ) -> Desk<'b> {
        Desk {
            site,
            theme,
            sink,
            links,
            style,
            #[cfg(feature = "png")]
            pictures: Pictures::new(style),
            recall: None,
            charts: AtomicUsize::new(0),
            taken_over: AtomicUsize::new(0),
            failed: Mutex::default(),
        }
    }

    /// Writes pages that are made together, and their charts as files.
    pub fn write(&self, lang: Lang, family: &[Page], sizes: &Sizes) -> Result<(), WriteError> {
        for (path, text) in self.files(lang, family, sizes)? {
            if path.ends_with(".html") {
                let charts = text.matches("<svg class=\"chart\"").count();
                self.charts.fetch_add(charts, Ordering::Relaxed);
                self.links.add_page(&path, &text, pages::base_path(&self.site.settings.base_url));
            }
            self.sink.put(&path, text.as_bytes())?;
        }
        Ok(())
    }

    /// The files, as the build before made them where they would come out the same.
    fn files(&self, lang: Lang, family: &[Page], sizes: &Sizes) -> Result<Files, WriteError> {
        let sized = family.iter().any(|page| page.tells_sizes());
        let (Some(recall), false) = (self.recall, sized) else {
            return Ok(self.make(lang, family, sizes)?.0);
        };
        let paths: Vec<String> =
            family.iter().flat_map(|page| pages::files(self.site, lang, *page)).collect();
        let first = paths.first().map_or("", String::as_str);
        if let Some(files) = recall.files(first, &paths, self.sink) {
            self.taken_over.fetch_add(family.len(), Ordering::Relaxed);
            return Ok(files);
        }
        let (made, looked) = watched(|| self.make(lang, family, sizes));
        let (files, whole) = made?;
        if whole {
            recall.note(first, &files, looked);
        }
        Ok(files)
    }

    /// Makes the files; whether all of them could be made.
    fn make(
        &self,
        lang: Lang,
        family: &[Page],
        sizes: &Sizes,
    ) -> Result<(Files, bool), WriteError> {
        let models = pages::models(self.site, lang, family, self.theme.style(), sizes);
        let mut files = Files::new();
        let mut whole = true;
        for (page, model) in family.iter().zip(models) {
            match self.theme.page(&model) {
                Ok(html) => files.push((model.path.clone(), html)),
                Err(detail) => {
                    self.note(detail, &model.path);
                    whole = false;
                }
            }
            if let Some(file) = pages::chart_file(self.site, lang, *page) {
                let path = format!("{}.svg", file.path);
                files.push((path, picture::chart_file(&file, self.style)));
            }
            #[cfg(feature = "png")]
            self.pictures.write(self.site, lang, *page, &model.shell, self.sink)?;
        }
        Ok((files, whole))
    }

    /// A template fails in the same way on many pages: one of them, always the same, is enough.
    fn note(&self, detail: String, path: &str) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let first = failed.entry(detail).or_insert_with(|| path.to_string());
        if path < first.as_str() {
            *first = path.to_string();
        }
    }

    /// How many charts there are.
    pub fn charts(&self) -> usize {
        self.charts.load(Ordering::Relaxed)
    }

    /// How many pages stand as the build before made them.
    pub fn taken_over(&self) -> usize {
        self.taken_over.load(Ordering::Relaxed)
    }

    /// Reports the templates that failed; whether there were any.
    pub fn report_failures(self, report: &mut Report) -> bool {
        let failed = self.failed.into_inner().unwrap_or_else(PoisonError::into_inner);
        let any = !failed.is_empty();
        for (detail, path) in failed {
            report.add_page(Problem::Template { detail }, path);
        }
        any
    }
}
