//! In: pages of one language that show the same charts. Out: them and their drawings in the sink; what their
//! templates could not say, for the report.
//! Never: a page kept once it is written.

#[cfg(feature = "png")]
use super::pictures::Pictures;
use crate::diagnostics::{Problem, Report};
use crate::model::{Lang, Site};
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
    charts: AtomicUsize,
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
            charts: AtomicUsize::new(0),
            failed: Mutex::default(),
        }
    }

    /// Makes the pages and what stands beside them.
    pub fn write(&self, lang: Lang, family: &[Page], sizes: &Sizes) -> Result<(), WriteError> {
        let models = pages::models(self.site, lang, family, self.theme.style(), sizes);
        for (page, model) in family.iter().zip(models) {
            match self.theme.page(&model) {
                Ok(html) => self.put(&model.path, &html)?,
                Err(detail) => self.note(detail, &model.path),
            }
            if let Some(file) = pages::chart_file(self.site, lang, *page) {
                let path = format!("{}.svg", file.path);
                self.sink.put(&path, picture::chart_file(&file, self.style).as_bytes())?;
            }
            #[cfg(feature = "png")]
            self.pictures.write(self.site, lang, *page, &model.shell, self.sink)?;
        }
        Ok(())
    }

    fn put(&self, path: &str, html: &str) -> Result<(), WriteError> {
        let charts = html.matches("<svg class=\"chart\"").count();
        self.charts.fetch_add(charts, Ordering::Relaxed);
        self.links.add_page(path, html, pages::base_path(&self.site.settings.base_url));
        self.sink.put(path, html.as_bytes())
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
