//! In: what is costly to make, under a name of all it is made from. Out: it, made once and kept.
//! Never: needed. Without its folder, or where it cannot be written, the same bytes are made afresh.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Files kept from one build to the next.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    used: Mutex<BTreeSet<String>>,
}

impl Cache {
    /// The cache in a folder, which need not be there.
    pub fn at(folder: PathBuf) -> Cache {
        Cache { folder, used: Mutex::default() }
    }

    /// What is kept under `name`, or else what `make` makes.
    pub(super) fn kept(&self, name: &str, make: &dyn Fn() -> Vec<u8>) -> Vec<u8> {
        self.used().insert(name.to_string());
        if let Ok(bytes) = fs::read(self.folder.join(name)) {
            return bytes;
        }
        let bytes = make();
        let _ = self.keep(name, &bytes);
        bytes
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

    /// Removes what this build did not use: the site no longer shows it.
    pub(super) fn forget_the_rest(&self) {
        let used = self.used();
        if used.is_empty() {
            return; // a build that makes no pictures has nothing to say of them
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
    use super::Cache;

    const A: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const B: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    #[test]
    fn a_thing_is_made_once_and_forgotten_when_no_longer_used() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let at = folder.path().join("cache");
        let first = Cache::at(at.clone());
        assert_eq!(first.kept(A, &|| b"1".to_vec()), b"1");
        assert_eq!(first.kept(B, &|| b"2".to_vec()), b"2");
        let next = Cache::at(at.clone());
        Cache::at(at.clone()).forget_the_rest();
        assert_eq!(next.kept(A, &|| panic!("it is kept")), b"1");
        std::fs::write(at.join("letter.txt"), "mine").expect("it can be written");
        next.forget_the_rest();
        assert!(at.join(A).exists() && !at.join(B).exists());
        assert!(at.join("letter.txt").exists(), "only what we made is removed");
    }

    #[test]
    fn a_folder_that_cannot_be_written_costs_only_time() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("file");
        std::fs::write(&file, "").expect("it can be written");
        let cache = Cache::at(file.join("below a file"));
        assert_eq!(cache.kept(A, &|| b"1".to_vec()), b"1");
        cache.forget_the_rest();
    }
}
