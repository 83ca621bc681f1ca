//! In: a folder. Out: its text files, read once, with ids and places for error messages.
//! Never: YAML, Markdown or anything of the domain is known here.

mod hash;
mod span;

pub use hash::{Digest, Hash, Hashing, digest, fingerprint, hash, hexadecimal, sha256};
pub use span::{FileId, Place, Span};

use rayon::prelude::*;
use std::cmp::Ordering;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::SystemTime;
use walkdir::WalkDir; // sorted walking of folders; its only home

/// The largest content file read; a larger one is a mistake, not a plan.
pub const LARGEST_FILE: u64 = 4 * 1024 * 1024;

/// Every file below one folder, in the order of its path. A later reading shares the files that are the same.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<Arc<SourceFile>>,
}

/// One file as read.
#[derive(Debug)]
pub struct SourceFile {
    /// Path relative to the walked folder, with `/` on every system.
    pub path: String,
    /// The walked folder; none for a file from memory.
    root: Option<Arc<Path>>,
    /// What the system said of it when it was read; none for a file from memory.
    stamp: Option<Stamp>,
    /// SHA-256 of its bytes.
    hash: Hash,
    /// Its text, or why there is none.
    text: Result<OnceLock<String>, NotText>,
    /// The bytes of a file that is not text: a picture.
    bytes: Vec<u8>,
}

/// By what a file that nobody touched is known without reading it: its length, and when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp(u64, SystemTime);

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
        let mut sources = Sources::default();
        sources.read_again(root)?;
        Ok(sources)
    }

    /// Reads the same folder as it is now; a file that has its length and its time still is not read again.
    /// Paths of the files that are new, gone or different, in order.
    pub fn read_again(&mut self, root: &Path) -> Result<Vec<String>, ReadError> {
        let folder: Arc<Path> = Arc::from(root);
        let read = |path: &PathBuf| {
            let was = self.find(&own_path(root, path)).map(|(id, _)| &self.files[id.index()]);
            let same = was.filter(|was| was.stamp.is_some() && was.stamp == stamp(path));
            same.map_or_else(
                || SourceFile::read(&folder, path).map(Arc::new),
                |was| Ok(was.clone()),
            )
        };
        let files = walk(root)?.par_iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let now = Sources::of(files);
        let changed = changed(&self.files, &now.files);
        *self = now;
        Ok(changed)
    }

    /// Reads what is below `root/folder` again, whatever its length and time, and looks at nothing else. Paths
    /// of the files that are new, gone or different, in order.
    pub fn read_below(&mut self, root: &Path, folder: &str) -> Result<Vec<String>, ReadError> {
        let whole: Arc<Path> = Arc::from(root);
        let below = root.join(folder);
        let paths = if below.is_dir() { walk(&below)? } else { Vec::new() };
        let read = paths.iter().map(|path| SourceFile::read(&whole, path).map(Arc::new));
        let now = Sources::of(read.collect::<Result<_, _>>()?);
        let first = self.files.partition_point(|file| file.path < format!("{folder}/"));
        let many = self.below(folder).count();
        let changed = changed(&self.files[first..first + many], &now.files);
        self.files.splice(first..first + many, now.files);
        Ok(changed)
    }

    /// Sources from memory, in the order of their paths; stands for the disk in tests.
    pub fn new(files: Vec<SourceFile>) -> Sources {
        Sources::of(files.into_iter().map(Arc::new).collect())
    }

    fn of(mut files: Vec<Arc<SourceFile>>) -> Sources {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Sources { files }
    }

    /// Lets go of the texts of some files, once what they say has been taken over. One that is asked for all
    /// the same, to quote it, is read again.
    pub fn let_go(&mut self, which: fn(path: &str) -> bool) {
        for file in self.files.iter_mut().filter_map(Arc::get_mut).filter(|file| which(&file.path))
        {
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
        self.files.iter().enumerate().map(|(index, file)| (FileId::new(index), file.as_ref()))
    }

    /// The file at this path, if there is one.
    pub fn find(&self, path: &str) -> Option<(FileId, &SourceFile)> {
        let index = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some((FileId::new(index), &self.files[index]))
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
        let metadata = std::fs::metadata(path).map_err(failed)?;
        let size = metadata.len();
        let own = own_path(root, path);
        let file = if size > LARGEST_FILE {
            SourceFile::without_text(own, Vec::new(), NotText::TooLarge)
        } else {
            SourceFile::new(own, std::fs::read(path).map_err(failed)?)
        };
        Ok(SourceFile { root: Some(Arc::clone(root)), stamp: Stamp::of(&metadata), ..file })
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
            Ok(text) => SourceFile {
                path,
                root: None,
                stamp: None,
                hash,
                text: Ok(text.into()),
                bytes: Vec::new(),
            },
            Err(error) => SourceFile::without_text(path, error.into_bytes(), NotText::NotUtf8),
        }
    }

    fn without_text(path: String, bytes: Vec<u8>, why: NotText) -> SourceFile {
        let hash = hash(&bytes);
        SourceFile { path, root: None, stamp: None, hash, text: Err(why), bytes }
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

impl Stamp {
    /// None where the system keeps no times.
    fn of(metadata: &std::fs::Metadata) -> Option<Stamp> {
        Some(Stamp(metadata.len(), metadata.modified().ok()?))
    }
}

/// The stamp of the file that stands there now.
fn stamp(path: &Path) -> Option<Stamp> {
    Stamp::of(&std::fs::metadata(path).ok()?)
}

/// Paths of the files that are in one of two readings alone or differ, in order. Most are shared by both: of
/// those not even the path is looked at.
fn changed(before: &[Arc<SourceFile>], now: &[Arc<SourceFile>]) -> Vec<String> {
    let (mut before, mut now) = (before.iter().peekable(), now.iter().peekable());
    let mut changed = Vec::new();
    loop {
        let order = match (before.peek(), now.peek()) {
            (Some(was), Some(is)) if Arc::ptr_eq(was, is) => Ordering::Equal,
            (Some(was), Some(is)) => was.path.cmp(&is.path),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return changed,
        };
        let was = before.next_if(|_| order.is_le());
        let is = now.next_if(|_| order.is_ge());
        if was.map(|file| &file.hash) != is.map(|file| &file.hash) {
            changed.extend(was.or(is).map(|file| file.path.clone()));
        }
    }
}

/// The files below a folder, in order.
fn walk(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let walk = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name()));
    let mut paths = Vec::new();
    for entry in walk {
        let entry = entry.map_err(|error| ReadError {
            path: error.path().unwrap_or(folder).to_path_buf(),
            reason: error.to_string(),
        })?;
        if entry.file_type().is_file() {
            paths.push(entry.into_path());
        }
    }
    Ok(paths)
}

fn hidden(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

fn own_path(root: &Path, path: &Path) -> String {
    relative(root, path).expect("the walk found it below the root")
}

/// The path of a file below a folder, with `/` on every system; `None` if it is elsewhere.
pub fn relative(folder: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(folder).ok()?;
    let parts: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    Some(parts.join("/"))
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
