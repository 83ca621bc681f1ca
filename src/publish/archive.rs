//! In: files. Out: one archive of them, the same bytes each time.
//! Never: a clock; every entry carries the date of the edition.

use crate::model::Date;
use std::io::{Result, Seek, Write};
use zip::write::{SimpleFileOptions, ZipWriter}; // archives that every system opens; its only home

/// An archive being written.
pub struct Archive<W: Write + Seek> {
    zip: ZipWriter<W>,
    options: SimpleFileOptions,
}

impl<W: Write + Seek> Archive<W> {
    /// An empty archive of an edition.
    pub fn new(to: W, edition: Date) -> Archive<W> {
        Archive { zip: ZipWriter::new(to), options: options(edition) }
    }

    /// Adds a file.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        self.begin(path)?.write_all(bytes)
    }

    /// Begins a file; what is written goes into it.
    pub fn begin(&mut self, path: &str) -> Result<&mut dyn Write> {
        self.zip.start_file(path, self.options)?;
        Ok(&mut self.zip)
    }

    /// Writes the list of contents, without which nothing opens it.
    pub fn finish(self) -> Result<W> {
        Ok(self.zip.finish()?)
    }
}

/// The format counts years from 1980 to 2107; an edition outside them has its date nowhere but inside.
fn options(edition: Date) -> SimpleFileOptions {
    let year = u16::try_from(edition.year).unwrap_or_default();
    let date =
        zip::DateTime::from_date_and_time(year, edition.month, edition.day.unwrap_or(1), 0, 0, 0);
    SimpleFileOptions::default()
        .last_modified_time(date.unwrap_or_default())
        .unix_permissions(0o644)
}
