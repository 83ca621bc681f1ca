//! In: the whole of a site that is shown already. Out: what is made beside its pages; its pages are let go.
//! Never: gone on with once the content has changed again.

use super::edition::{Edition, Files};
use crate::publish::{Memory, Sink, WriteError};
use std::io;

/// Takes a whole build.
pub(super) struct Proof<'p> {
    edition: &'p Edition,
    outdated: &'p (dyn Fn() -> bool + Sync),
    beside: Memory,
}

impl<'p> Proof<'p> {
    /// Of an edition, until it is `outdated`.
    pub fn of(edition: &'p Edition, outdated: &'p (dyn Fn() -> bool + Sync)) -> Proof<'p> {
        Proof { edition, outdated, beside: Memory::default() }
    }

    /// What was made beside the pages.
    pub fn beside(self) -> Files {
        self.beside.into_files()
    }
}

impl Sink for Proof<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        if (self.outdated)() {
            return Err(WriteError::Io(path.into(), io::ErrorKind::Interrupted.into()));
        }
        if self.edition.makes(path) { Ok(()) } else { self.beside.put(path, bytes) }
    }
}
