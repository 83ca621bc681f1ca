//! In: the data on their way out. Out: the same, and besides one archive of them and their sizes and hashes.
//! Never: a file's text kept; each goes into the archive as it passes.

use crate::model::Date;
use crate::publish::{Archive, Print, Writer};
use crate::source::Hashing;
use std::io::{self, Cursor, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// All data as one file, being made. Files are written on one thread after the other; the lock only lets a
/// file be written from behind a shared reference.
pub(super) struct Pack(Mutex<Packed>);

struct Packed {
    archive: Archive<Cursor<Vec<u8>>>,
    prints: Vec<Print>,
}

impl Pack {
    pub fn new(edition: Date) -> Pack {
        let archive = Archive::new(Cursor::new(Vec::new()), edition);
        Pack(Mutex::new(Packed { archive, prints: Vec::new() }))
    }

    /// Writes a file and packs it.
    pub fn write(&self, path: &str, write: Writer<'_>, out: &mut dyn Write) -> io::Result<()> {
        let mut packed = self.lock();
        let mut both = Both { out, archive: packed.archive.begin(path)? };
        let mut hashing = Hashing::before(&mut both);
        write(&mut hashing)?;
        let (bytes, hash) = hashing.done();
        packed.prints.push((path.to_string(), bytes, hash));
        Ok(())
    }

    /// The size and hash of a file that was packed.
    pub fn print(&self, path: &str) -> Option<Print> {
        self.lock().prints.iter().find(|print| print.0 == path).cloned()
    }

    /// The archive of all that was packed.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        let packed = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(packed.archive.finish()?.into_inner())
    }

    fn lock(&self) -> MutexGuard<'_, Packed> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes to a file and to the archive.
struct Both<'w> {
    out: &'w mut dyn Write,
    archive: &'w mut dyn Write,
}

impl Write for Both<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.out.write(bytes)?;
        self.archive.write_all(&bytes[..taken])?;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.archive.flush()
    }
}
