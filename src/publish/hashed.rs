//! In: files on their way to a sink. Out: the same files in the sink, and the hash of each.
//! Never: a file changed.

use super::{Sink, WriteError};
use crate::contract::Printed;
use crate::source::sha256;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A sink that remembers what went through it.
pub struct Hashed<'s> {
    to: &'s dyn Sink,
    seen: Mutex<BTreeMap<String, Printed>>,
}

impl<'s> Hashed<'s> {
    /// Before `to`.
    pub fn new(to: &'s dyn Sink) -> Hashed<'s> {
        Hashed { to, seen: Mutex::default() }
    }

    /// Every file so far, in the order of their paths.
    pub fn seen(&self) -> Vec<Printed> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }
}

impl Sink for Hashed<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let printed =
            Printed { path: path.to_string(), bytes: bytes.len() as u64, sha256: sha256(bytes) };
        self.to.put(path, bytes)?;
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_string(), printed);
        Ok(())
    }

    fn made(&self, key: &str, make: &dyn Fn() -> Vec<u8>) -> Option<Vec<u8>> {
        self.to.made(key, make)
    }
}
