//! In: the site. Out: for each language a script that holds all that can be found.
//! Never: a word of its own; `pages` says what can be found.

use crate::model::{Lang, Site};
use crate::pages;
use std::io::{self, Write};

/// The documents as a script, because a browser that shows a file may not fetch one.
pub(super) fn write(site: &Site, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(b"const searchDocuments = ")?;
    serde_json::to_writer(&mut *out, &pages::documents(site, lang))?;
    out.write_all(b";\n")
}
