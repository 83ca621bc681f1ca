//! In: what was written, file by file. Out: the list of hashes by which anyone can see that a copy is whole.
//! Never: its own hash.

use crate::contract::{Listed, Manifest, Printed, VERSION, write_json};
use crate::locale::iso;
use crate::model::Site;
use crate::publish::Print;
use crate::source::hexadecimal;
use std::io::{self, Write};

/// Writes the manifest of an edition.
pub fn manifest(site: &Site, files: &[Print], out: &mut dyn Write) -> io::Result<()> {
    let printed = |(path, bytes, hash): &Print| Printed {
        path: path.clone(),
        bytes: *bytes,
        sha256: hexadecimal(hash),
    };
    let manifest = Manifest {
        contract: VERSION.to_string(),
        edition: iso(site.settings.edition.date),
        content_sha256: site.content.clone(),
        files: Listed(|| files.iter().map(printed)),
    };
    write_json(&manifest, out)
}
