//! In: the text of a file beside the content, and a place in it. Out: its line, quoted by itself.
//! Never: the file as a whole; what is told of it needs no more than the line.

use std::ops::Range;

/// A line of a file that is not of the content: a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The file, from the site's root.
    pub path: String,
    /// From 1.
    pub number: u32,
    /// Its words.
    pub text: String,
    /// What of it, in bytes.
    pub range: Range<usize>,
}

impl Line {
    /// The line of `text` in which `range` begins.
    pub fn of(path: &str, text: &str, range: Range<usize>) -> Line {
        let start = text[..range.start].rfind('\n').map_or(0, |end| end + 1);
        let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
        let number = text[..start].matches('\n').count() + 1;
        let line = text[start..end].trim_end();
        Line {
            path: path.to_string(),
            number: u32::try_from(number).unwrap_or(u32::MAX),
            text: line.to_string(),
            range: range.start - start..(range.end - start).min(line.len()),
        }
    }

    /// Where it begins, from 1, in characters.
    pub fn column(&self) -> usize {
        self.text[..self.range.start].chars().count() + 1
    }
}
