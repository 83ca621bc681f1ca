//! In: what was written, file by file. Out: the list of hashes by which anyone can see that a copy is whole.
//! Never: its own hash.

use crate::contract::{self, Manifest, Printed, VERSION};
use crate::locale::iso;
use crate::model::Site;

/// The manifest of an edition.
pub fn manifest(site: &Site, files: Vec<Printed>) -> Vec<u8> {
    contract::json(&Manifest {
        contract: VERSION.to_string(),
        edition: iso(site.settings.edition.date),
        content_sha256: site.content.clone(),
        files,
    })
}
