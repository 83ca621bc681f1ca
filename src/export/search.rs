//! In: the site. Out: for each language a script that holds all that can be found.
//! Never: a word of its own; `pages` says what can be found.

use crate::model::{Lang, Site};
use crate::pages;

/// The documents as a script, because a browser that shows a file may not fetch one.
pub(super) fn documents(site: &Site, lang: Lang) -> (String, Vec<u8>) {
    let documents = pages::documents(site, lang);
    let json = serde_json::to_string(&documents).expect("texts and flags have a form in JSON");
    (pages::documents_path(lang), format!("const searchDocuments = {json};\n").into_bytes())
}
