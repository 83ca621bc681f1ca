//! In: files on their way to a sink. Out: the same files in the sink, and the hash of each.
//! Never: a file changed.

use super::{Sink, WriteError, Writer};
use crate::pages::Sizes;
use crate::source::{Hash, Hashing, hash};
use std::sync::{Mutex, PoisonError};

/// What went through the sink: path, number of bytes, hash.
pub type Print = (String, u64, Hash);

/// A sink that remembers what went through it.
pub struct Hashed<'s> {
    to: &'s dyn Sink,
    seen: Mutex<Vec<Print>>,
}

impl<'s> Hashed<'s> {
    /// Before `to`.
    pub fn new(to: &'s dyn Sink) -> Hashed<'s> {
        Hashed { to, seen: Mutex::default() }
    }

    /// How large the files so far are that are no pages.
    pub fn sizes(&self) -> Sizes {
        let seen = self.lock();
        let files = seen.iter().filter(|(path, ..)| !path.ends_with(".html"));
        files.map(|(path, bytes, _)| (path.clone(), *bytes)).collect()
    }

    /// Every file so far, in the order of their paths.
    pub fn seen(&self) -> Vec<Print> {
        let mut seen = std::mem::take(&mut *self.lock());
        seen.sort_unstable();
        seen
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Print>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Hashed<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let print = (path.to_string(), bytes.len() as u64, hash(bytes));
        self.to.put(path, bytes)?;
        self.lock().push(print);
        Ok(())
    }

    fn stream(&self, path: &str, write: Writer<'_>) -> Result<(), WriteError> {
        self.to.stream(path, &|out| {
            let mut hashing = Hashing::before(out);
            write(&mut hashing)?;
            let (bytes, hash) = hashing.done();
            self.lock().push((path.to_string(), bytes, hash));
            Ok(())
        })
    }

    fn before(&self, path: &str) -> Option<Vec<u8>> {
        self.to.before(path)
    }

    fn made(&self, key: &str, make: &dyn Fn() -> Vec<u8>) -> Option<Vec<u8>> {
        self.to.made(key, make)
    }
}
