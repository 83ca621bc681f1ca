//! In: a folder. Out: its text files, read once, with ids and places for error messages.
//! Never: YAML, Markdown or anything of the domain is known here.

mod hash;
mod span;

pub use hash::{Digest, Hash, Hashing, digest, fingerprint, hash, hexadecimal, sha256};
pub use span::{FileId, Place, Span};

use rayon::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use walkdir::WalkDir; // sorted walking of folders; its only home

/// The largest content file read; a larger one is a mistake, not a plan.
pub const LARGEST_FILE: u64 = 4 * 1024 * 1024;

/// Every file below one folder, in the order of its path.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

/// One file as read.
#[derive(Debug)]
pub struct SourceFile {
    /// Path relative to the walked folder, with `/` on every system.
    pub path: String,
    /// The walked folder; none for a file from memory.
    root: Option<Arc<Path>>,
    /// SHA-256 of its bytes.
    hash: Hash,
    /// Its text, or why there is none.
    text: Result<OnceLock<String>, NotText>,
    /// The bytes of a file that is not text: a picture.
    bytes: Vec<u8>,
}

/// Why a file has no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotText {
    /// Starts with a UTF-16 byte order mark.
    Utf16,
    /// Not UTF-8; in Japan nearly always Shift_JIS.
    NotUtf8,
    /// Larger than [`LARGEST_FILE`].
    TooLarge,
}

/// A folder or file that the system would not give us.
#[derive(Debug)]
pub struct ReadError {
    /// What could not be read.
    pub path: PathBuf,
    /// The system's reason.
    pub reason: String,
}

impl Sources {
    /// Reads every file below `root`. Symbolic links are not followed, so nothing outside is read;
    /// hidden files (editors' leavings) are passed over.
    pub fn read(root: &Path) -> Result<Sources, ReadError> {
        let mut paths = Vec::new();
        let walk = WalkDir::new(root)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
        for entry in walk {
            let entry = entry.map_err(|error| ReadError {
                path: error.path().unwrap_or(root).to_path_buf(),
                reason: error.to_string(),
            })?;
            if entry.file_type().is_file() {
                paths.push(entry.into_path());
            }
        }
        let folder: Arc<Path> = Arc::from(root);
        let files = paths
            .par_iter()
            .map(|path| SourceFile::read(&folder, path))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Sources::new(files))
    }

    /// Sources from memory, in the order of their paths; stands for the disk in tests.
    pub fn new(mut files: Vec<SourceFile>) -> Sources {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Sources { files }
    }

    /// Lets go of the texts of some files, once what they say has been taken over. One that is asked for all
    /// the same, to quote it, is read again.
    pub fn let_go(&mut self, which: fn(path: &str) -> bool) {
        for file in self.files.iter_mut().filter(|file| which(&file.path)) {
            if let (Ok(text), Some(_)) = (&mut file.text, &file.root) {
                text.take();
            }
        }
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// All files with their ids, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId::new(index), file))
    }

    /// The file at this path, if there is one.
    pub fn find(&self, path: &str) -> Option<(FileId, &SourceFile)> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some((FileId::new(index), &self.files[index]))
    }

    /// Paths of the files that are new, gone or different, in order.
    pub fn changed_since(&self, before: &Sources) -> Vec<String> {
        let was = |file: &&SourceFile| {
            before.find(&file.path).is_some_and(|(_, was)| was.hash == file.hash)
        };
        let gone = |file: &&SourceFile| self.find(&file.path).is_none();
        let differ = self.files.iter().filter(|file| !was(file));
        let paths = differ.chain(before.files.iter().filter(gone)).map(|file| file.path.clone());
        let mut paths: Vec<String> = paths.collect();
        paths.sort();
        paths
    }

    /// Paths below `folder`, relative to it, in order. They stand together, so no other is looked at.
    pub fn below<'s>(&'s self, folder: &str) -> impl Iterator<Item = &'s str> + use<'s> {
        let folder = format!("{folder}/");
        let start = self.files.partition_point(|file| file.path < folder);
        self.files[start..].iter().map_while(move |file| file.path.strip_prefix(&folder))
    }

    /// Names of the folders directly below `folder`, in order, each once.
    pub fn folders_in<'s>(&'s self, folder: &str) -> Vec<&'s str> {
        let mut names: Vec<&str> =
            self.below(folder).filter_map(|path| Some(path.split_once('/')?.0)).collect();
        names.dedup();
        names
    }

    /// Line and column, from 1, of the start of a span; columns count characters.
    pub fn place(&self, span: Span) -> Place {
        let text = self.text(span.file);
        let before = &text[..floor_boundary(text, span.start as usize)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Place {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// The fingerprint of a file's content, by which a translation knows its original.
    pub fn fingerprint(&self, id: FileId) -> String {
        fingerprint(self.file(id).as_bytes())
    }

    /// SHA-256 of everything read: of the lines `hash  path`, in the order of the paths, that
    /// `sha256sum` prints.
    pub fn sha256(&self) -> String {
        let mut lines = String::new();
        for file in &self.files {
            lines.extend([&hexadecimal(&file.hash), "  ", &file.path, "\n"]);
        }
        sha256(lines.as_bytes())
    }

    /// The text of a file; empty for one that has none.
    pub fn text(&self, id: FileId) -> &str {
        self.file(id).text().unwrap_or("")
    }
}

impl SourceFile {
    fn read(root: &Arc<Path>, path: &Path) -> Result<SourceFile, ReadError> {
        let failed = |error: std::io::Error| ReadError {
            path: path.to_path_buf(),
            reason: error.to_string(),
        };
        let size = std::fs::metadata(path).map_err(failed)?.len();
        let own = relative(root, path);
        let file = if size > LARGEST_FILE {
            SourceFile::without_text(own, Vec::new(), NotText::TooLarge)
        } else {
            SourceFile::new(own, std::fs::read(path).map_err(failed)?)
        };
        Ok(SourceFile { root: Some(Arc::clone(root)), ..file })
    }

    /// A file with this content; text where it is UTF-8.
    pub fn new(path: String, bytes: Vec<u8>) -> SourceFile {
        if bytes.len() as u64 > LARGEST_FILE {
            return SourceFile::without_text(path, Vec::new(), NotText::TooLarge);
        }
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return SourceFile::without_text(path, bytes, NotText::Utf16);
        }
        let hash = hash(&bytes);
        match String::from_utf8(bytes) {
            Ok(text) => {
                SourceFile { path, root: None, hash, text: Ok(text.into()), bytes: Vec::new() }
            }
            Err(error) => SourceFile::without_text(path, error.into_bytes(), NotText::NotUtf8),
        }
    }

    fn without_text(path: String, bytes: Vec<u8>, why: NotText) -> SourceFile {
        let hash = hash(&bytes);
        SourceFile { path, root: None, hash, text: Err(why), bytes }
    }

    /// Its text, or why there is none.
    pub fn text(&self) -> Result<&str, NotText> {
        let text = self.text.as_ref().map_err(|why| *why)?;
        let again = || {
            let path = self.root.as_ref().map(|root| root.join(&self.path));
            // Whoever took it away meanwhile is told by the next build.
            path.and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default()
        };
        Ok(text.get_or_init(again))
    }

    /// Its bytes, text or not.
    pub fn as_bytes(&self) -> &[u8] {
        self.text().map_or(&self.bytes, str::as_bytes)
    }
}

fn hidden(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
