//! In: a site's root. Out: what each template of a theme is given, on the terminal.
//! Never: a file written.

use super::findings::{Manner, finish};
use super::stop::{Stop, unreadable};
use super::{CLEAN, Format};
use crate::diagnostics::{Lang, Report};
use crate::models;
use crate::pipeline;
use std::path::Path;

pub(super) fn models(root: &Path, lang: Lang) -> Result<u8, Stop> {
    let sources = pipeline::read(root).map_err(|error| unreadable(&error, lang))?;
    let mut report = Report::default();
    let Some(site) = pipeline::site(&sources, &mut report) else {
        let manner = Manner { root, format: Format::Text, deny_warnings: false, lang };
        return Ok(finish(&report, &sources, &manner));
    };
    print!("{}", models::models(&site));
    Ok(CLEAN)
}
