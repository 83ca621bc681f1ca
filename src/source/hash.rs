//! In: bytes. Out: names of them by which equal content is known.
//! Never: a hash that depends on the system or the version of the program.

use sha2::{Digest as _, Sha256}; // the hash any reader's system can compute too; its only home
use std::fmt;
use std::io;

/// SHA-256.
pub type Hash = [u8; 32];

/// SHA-256 of some content.
pub fn hash(content: &[u8]) -> Hash {
    Sha256::digest(content).into()
}

/// SHA-256 in hexadecimal.
pub fn sha256(content: &[u8]) -> String {
    hexadecimal(&hash(content))
}

/// Bytes as people and programs write them.
pub fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// A short name of some content: equal content, equal name.
pub fn fingerprint(content: &[u8]) -> String {
    digest(content)[..12].to_string()
}

/// A name of some content that no other content has.
pub fn digest(content: &[u8]) -> String {
    blake3::hash(content).to_hex().to_string() // its only home
}

/// A name of several pieces of content, in their order, that no other pieces have.
#[derive(Default)]
pub struct Digest(blake3::Hasher);

impl Digest {
    /// Of all that a value says of itself for debugging, which is all it holds.
    pub fn of(value: &impl fmt::Debug) -> String {
        let mut digest = Digest::default();
        let _ = fmt::Write::write_fmt(&mut digest, format_args!("{value:?}")); // a digest takes everything
        digest.done()
    }

    /// Adds a piece.
    pub fn add(&mut self, piece: &str) {
        self.0.update(piece.as_bytes());
        self.0.update(&[0]);
    }

    /// The name.
    pub fn done(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

impl io::Write for Digest {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl fmt::Write for Digest {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        self.0.update(piece.as_bytes());
        Ok(())
    }
}

/// A file on its way, hashed as it passes.
pub struct Hashing<'w> {
    to: &'w mut dyn io::Write,
    state: Sha256,
    bytes: u64,
}

impl<'w> Hashing<'w> {
    /// Before `to`.
    pub fn before(to: &'w mut dyn io::Write) -> Hashing<'w> {
        Hashing { to, state: Sha256::new(), bytes: 0 }
    }

    /// How many bytes passed, and their hash.
    pub fn done(self) -> (u64, Hash) {
        (self.bytes, self.state.finalize().into())
    }
}

impl io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.to.write(bytes)?;
        self.state.update(&bytes[..taken]);
        self.bytes += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
