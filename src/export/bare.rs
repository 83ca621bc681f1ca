//! In: a machine file as it is written. Out: the same without readings: a name is the same word with and
//! without, and machines get it without.
//! Never: a file kept whole; no reading goes over the end of a line.

use crate::locale::without_readings;
use std::io::{self, Write};

/// So much is gathered before it is looked at.
const PIECE: usize = 64 * 1024;

/// Writes what `write` writes, bare of readings.
pub(super) fn bare(
    write: impl Fn(&mut dyn Write) -> io::Result<()>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut bare = Bare { out, waiting: Vec::new() };
    write(&mut bare)?;
    let waiting = std::mem::take(&mut bare.waiting);
    bare.pass(&waiting)
}

struct Bare<'w> {
    out: &'w mut dyn Write,
    waiting: Vec<u8>,
}

impl Bare<'_> {
    fn pass(&mut self, lines: &[u8]) -> io::Result<()> {
        match std::str::from_utf8(lines) {
            Ok(text) => self.out.write_all(without_readings(text).as_bytes()),
            Err(_) => self.out.write_all(lines),
        }
    }
}

impl Write for Bare<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        // Only what is new is looked through: a long line would be once for every word of it.
        if self.waiting.len() >= PIECE
            && let Some(end) = bytes.iter().rposition(|byte| *byte == b'\n')
        {
            let rest = self.waiting.split_off(self.waiting.len() - bytes.len() + end + 1);
            let lines = std::mem::replace(&mut self.waiting, rest);
            self.pass(&lines)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
