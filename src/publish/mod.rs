//! In: (path, bytes). Out: a folder that is the old site or the new one, whole, at every moment.
//! Never: what a page is; and no other code writes the site.

mod archive;
mod bundle;
mod folder;
mod hashed;
mod kept;
mod links;

pub use archive::Archive;
pub use folder::{Staged, WriteError};
pub use hashed::{Hashed, Print};
pub use kept::Kept;
pub use links::{DeadLink, Links};

use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;

/// Writes a file piece by piece, so that a large one never stands in memory whole.
pub type Writer<'w> = &'w dyn Fn(&mut dyn io::Write) -> io::Result<()>;

/// Where the site goes. Pages arrive from many threads in any order.
pub trait Sink: Sync {
    /// Takes one file.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError>;

    /// Takes one file as it is written.
    fn stream(&self, path: &str, write: Writer<'_>) -> Result<(), WriteError> {
        let mut bytes = Vec::new();
        write(&mut bytes).map_err(|error| WriteError::Io(path.into(), error))?;
        self.put(path, &bytes)
    }

    /// The file that stands at a path of the old site, which this one will replace.
    fn before(&self, _path: &str) -> Option<Vec<u8>> {
        None
    }

    /// What is costly to make: as an earlier build made it under the same `key`, which names all it is made
    /// from, or as `make` makes it now; nothing where nothing is kept anyway.
    fn made(&self, _key: &str, make: &dyn Fn() -> Vec<u8>) -> Option<Vec<u8>> {
        Some(make())
    }
}

/// A site in memory, for tests.
#[derive(Debug, Default)]
pub struct Memory {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// All files by path.
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Sink for Memory {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let mut files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        files.insert(path.to_string(), bytes.to_vec());
        Ok(())
    }
}

/// Takes everything and keeps nothing: for checking.
#[derive(Debug, Default)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, _: &str, _: &[u8]) -> Result<(), WriteError> {
        Ok(())
    }

    fn stream(&self, path: &str, write: Writer<'_>) -> Result<(), WriteError> {
        write(&mut io::sink()).map_err(|error| WriteError::Io(path.into(), error))
    }

    fn made(&self, _: &str, _: &dyn Fn() -> Vec<u8>) -> Option<Vec<u8>> {
        None
    }
}
