//! In: a page. Out: its chart and its card as PNG, in the sink; what the fonts lack, in the report.
//! Never: a picture made that the sink has already.

use crate::diagnostics::{Problem, Report};
use crate::model::{Lang, Site};
use crate::pages::{self, Page, Shell};
use crate::picture::{self, Raster, Style};
use crate::publish::{Sink, WriteError};
use crate::source::{Sources, Span};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// How much larger than its SVG a chart's picture is: 1200 pixels wide, for paper.
const CHART_SCALE: f32 = 1.5;

/// Makes pictures on many threads, and remembers what must be said of them.
pub(super) struct Pictures<'b> {
    style: &'b Style,
    raster: Raster,
    /// Characters the fonts lack, each with the first picture that wants it.
    lacking: Mutex<BTreeMap<char, String>>,
}

impl<'b> Pictures<'b> {
    pub fn new(style: &'b Style) -> Pictures<'b> {
        Pictures { style, raster: Raster::default(), lacking: Mutex::default() }
    }

    /// Writes a page's chart and its card.
    pub fn write(
        &self,
        site: &Site,
        lang: Lang,
        page: Page,
        shell: &Shell<'_>,
        sink: &dyn Sink,
    ) -> Result<(), WriteError> {
        if let Some(file) = pages::chart_file(site, lang, page) {
            let svg = picture::chart_file(&file, self.style);
            self.put(&format!("{}.png", file.path), &svg, CHART_SCALE, sink)?;
        }
        if let Some(card) = pages::card(site, lang, page, shell) {
            self.put(&card.path, &picture::card(&card, self.style), 1.0, sink)?;
        }
        Ok(())
    }

    fn put(&self, path: &str, svg: &str, scale: f32, sink: &dyn Sink) -> Result<(), WriteError> {
        let (svg, lacking) = self.raster.covered(svg);
        for found in lacking {
            let mut all = self.lacking.lock().unwrap_or_else(PoisonError::into_inner);
            let first = all.entry(found).or_insert_with(|| path.to_string());
            if path < first.as_str() {
                *first = path.to_string();
            }
        }
        let key = self.raster.key(&svg, scale);
        let png = sink.made(&key, &|| self.raster.png(&svg, scale));
        sink.put(path, &png.unwrap_or_default())
    }

    /// Reports what the fonts lack.
    pub fn report_lacking(&self, sources: &Sources, report: &mut Report) {
        let mut lacking = self.lacking.lock().unwrap_or_else(PoisonError::into_inner);
        for (found, path) in std::mem::take(&mut *lacking) {
            let problem = Problem::MissingGlyph { found };
            match written(sources, found) {
                Some(place) => report.add(problem, place),
                None => report.add_page(problem, path),
            }
        }
    }
}

/// Where a character stands first in the content.
fn written(sources: &Sources, found: char) -> Option<Span> {
    sources.iter().find_map(|(id, _)| {
        let at = sources.text(id).find(found)?;
        Some(Span::new(id, at, at + found.len_utf8()))
    })
}
