//! In: byte offsets of a file. Out: spans that later stages carry along to point at a mistake.
//! Never: the text itself; a span is three numbers.

/// A file of one [`super::Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(u32);

impl FileId {
    pub(super) fn new(index: usize) -> FileId {
        FileId(u32::try_from(index).expect("a content folder holds fewer than 2^32 files"))
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stretch of a file, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// First byte after.
    pub end: u32,
}

impl Span {
    /// The stretch of `file` from `start` to `end`.
    pub fn new(file: FileId, start: usize, end: usize) -> Span {
        let offset = |at| u32::try_from(at).expect("files above 4 MiB are refused when read");
        Span { file, start: offset(start), end: offset(end.max(start)) }
    }

    /// The very beginning of a file, for what is missing from it.
    pub fn start_of(file: FileId) -> Span {
        Span { file, start: 0, end: 0 }
    }
}

/// Where a span begins, for people: both from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}
