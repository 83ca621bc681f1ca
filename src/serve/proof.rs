//! In: the whole of a site that is shown already. Out: what is made beside its pages; its pages are let go.
//! Never: gone on with once the content has changed again.

use super::edition::{Edition, Files};
use crate::publish::{Memory, Sink, WriteError, Writer};
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
            return Err(WriteError::Io(path.into(), io::Error::other("outdated")));
        }
        if self.edition.makes(path) { Ok(()) } else { self.beside.put(path, bytes) }
    }

    fn stream(&self, path: &str, write: Writer<'_>) -> Result<(), WriteError> {
        let mut file = Unfinished { bytes: Vec::new(), outdated: self.outdated };
        write(&mut file).map_err(|error| WriteError::Io(path.into(), error))?;
        self.put(path, &file.bytes)
    }
}

/// A file on its way. A large one is not written to its end for nobody.
struct Unfinished<'p> {
    bytes: Vec<u8>,
    outdated: &'p (dyn Fn() -> bool + Sync),
}

impl io::Write for Unfinished<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.outdated)() {
            return Err(io::Error::other("outdated"));
        }
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
