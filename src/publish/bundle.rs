//! In: the folder of a finished site. Out: one archive of it, which opens without a server like the folder.
//! Never: a hidden file; those are for servers and for the next build.

use super::Archive;
use crate::model::Date;
use std::fs;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

/// Packs `folder` into `to`, as a folder called `name`.
pub(super) fn pack(folder: &Path, name: &str, to: &Path, edition: Date) -> io::Result<()> {
    let mut archive = Archive::new(BufWriter::new(fs::File::create(to)?), edition);
    let mut files = Vec::new();
    gather(folder, name, &mut files)?;
    files.sort();
    for (path, file) in files {
        archive.add(&path, &fs::read(file)?)?;
    }
    archive.finish()?.into_inner()?.sync_all()
}

/// Every file below a folder with its path in the archive.
fn gather(folder: &Path, name: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let own = entry.file_name().to_string_lossy().into_owned();
        if own.starts_with('.') {
            continue;
        }
        let path = format!("{name}/{own}");
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &path, files)?;
        } else {
            files.push((path, entry.path()));
        }
    }
    Ok(())
}
