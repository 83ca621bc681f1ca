//! In: what is costly to make on its way to a sink, under a name of all it is made from. Out: it, made once
//! and kept below the site's root.
//! Never: needed. Without its folder, or where it cannot be written, the same bytes are made afresh.

use super::{Sink, WriteError, Writer};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Below a site's root; it may be deleted at any time, and says itself that it is not for git.
const FOLDER: &str = ".michinori-cache";

/// What a build notes of its pages for the next one.
const NOTES: &str = "pages";

/// A sink whose costly files are kept from one build to the next.
pub struct Kept<'s> {
    to: &'s dyn Sink,
    folder: PathBuf,
    used: Mutex<BTreeSet<String>>,
}

impl Sink for Kept<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.to.put(path, bytes)
    }

    fn stream(&self, path: &str, write: Writer<'_>) -> Result<(), WriteError> {
        self.to.stream(path, write)
    }

    fn before(&self, path: &str) -> Option<Vec<u8>> {
        self.to.before(path)
    }

    fn made(&self, key: &str, make: &dyn Fn() -> Vec<u8>) -> Option<Vec<u8>> {
        self.used().insert(key.to_string());
        if let Ok(bytes) = fs::read(self.folder.join(key)) {
            return Some(bytes);
        }
        let bytes = self.to.made(key, make)?;
        let _ = self.keep(key, &bytes);
        Some(bytes)
    }
}

impl<'s> Kept<'s> {
    /// Before `to`, for the site at `root`.
    pub fn below(root: &Path, to: &'s dyn Sink) -> Kept<'s> {
        Kept { to, folder: root.join(FOLDER), used: Mutex::default() }
    }

    /// A file is moved to its place whole, so that a build killed here leaves no half of one.
    fn keep(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        if !self.folder.is_dir() {
            fs::create_dir_all(&self.folder)?;
            fs::write(self.folder.join(".gitignore"), "*\n")?;
        }
        let half = self.folder.join(format!("{name}.half-{}", std::process::id()));
        fs::write(&half, bytes)?;
        fs::rename(half, self.folder.join(name))
    }

    /// What an earlier build noted for this one.
    pub fn notes(&self) -> String {
        fs::read_to_string(self.folder.join(NOTES)).unwrap_or_default()
    }

    /// Keeps notes for the next build; without them it only takes longer.
    pub fn keep_notes(&self, notes: &str) {
        let _ = self.keep(NOTES, notes.as_bytes());
    }

    /// Removes what this build did not use: the site no longer shows it. A build that used nothing makes no
    /// pictures, and has nothing to say of them.
    pub fn forget_the_rest(&self) {
        let used = self.used();
        if used.is_empty() {
            return;
        }
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for path in entries.flatten().map(|entry| entry.path()) {
            if is_ours(&path) && !used.iter().any(|name| path.ends_with(name)) {
                let _ = fs::remove_file(path);
            }
        }
    }

    fn used(&self) -> std::sync::MutexGuard<'_, BTreeSet<String>> {
        self.used.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a file is one we kept: its name begins as a digest does.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.len() >= 64 && name.bytes().take(64).all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::{FOLDER, Kept};
    use crate::publish::{Memory, Sink};

    const A: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const B: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    #[test]
    fn a_thing_is_made_once_and_forgotten_when_no_longer_used() {
        let root = tempfile::tempdir().expect("a folder for the test");
        let (sink, at) = (Memory::default(), root.path().join(FOLDER));
        let first = Kept::below(root.path(), &sink);
        assert_eq!(first.made(A, &|| b"1".to_vec()).as_deref(), Some(&b"1"[..]));
        assert_eq!(first.made(B, &|| b"2".to_vec()).as_deref(), Some(&b"2"[..]));
        let next = Kept::below(root.path(), &sink);
        next.forget_the_rest();
        assert!(at.join(B).exists(), "a build that makes no pictures has nothing to say of them");
        assert_eq!(next.made(A, &|| panic!("it is kept")).as_deref(), Some(&b"1"[..]));
        std::fs::write(at.join("letter.txt"), "mine").expect("it can be written");
        next.forget_the_rest();
        assert!(at.join(A).exists() && !at.join(B).exists());
        assert!(at.join("letter.txt").exists(), "only what we made is removed");
    }

    #[test]
    fn a_folder_that_cannot_be_written_costs_only_time() {
        let root = tempfile::tempdir().expect("a folder for the test");
        std::fs::write(root.path().join(FOLDER), "a file").expect("it can be written");
        let sink = Memory::default();
        let kept = Kept::below(root.path(), &sink);
        assert_eq!(kept.made(A, &|| b"1".to_vec()).as_deref(), Some(&b"1"[..]));
        kept.forget_the_rest();
    }
}
