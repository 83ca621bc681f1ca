//! In: a kind of content file. Out: its JSON Schema on the terminal; without a kind, the list of kinds.
//! Never: a file written.

use super::CLEAN;
use crate::schema::{KINDS, Kind};

pub(super) fn schema(kind: Option<&str>) -> u8 {
    match kind.and_then(Kind::named) {
        Some(kind) => print!("{}", kind.schema()),
        None => KINDS.iter().for_each(|kind| println!("{:<16}{}", kind.name, kind.files)),
    }
    CLEAN
}
