//! In: nothing. Out: the files of a new plan for another town.
//! Never: a question asked; what is to be filled in stands in the files, with comments.

use crate::schema;
use include_dir::{Dir, include_dir};
use std::path::Path;

/// A small plan of a fictional town (ひな形), with comments for whoever writes the next.
static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/examples/hinagata");

/// Every file by path, the schemas that its first lines name included.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    add(&STARTER, &mut files);
    for kind in schema::KINDS {
        files.push((format!("schema/{}.json", kind.name), kind.schema().into_bytes()));
    }
    files.sort();
    files
}

fn add(folder: &Dir<'_>, files: &mut Vec<(String, Vec<u8>)>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push((path, file.contents().to_vec()));
    }
    // Whoever tries the sample where it stands leaves a site beside it.
    for below in folder.dirs().filter(|below| below.path() != Path::new("public")) {
        add(below, files);
    }
}
