//! In: the site. Out: for each language scripts that hold all that can be found.
//! Never: a word of its own; `pages` says what can be found.

use super::Put;
use crate::model::{Lang, Site};
use crate::pages;
use crate::publish::WriteError;
use serde::Serialize;
use std::io::{self, Write};

/// Documents in a file: one to two megabytes, so that the first words are found while the rest is on its way.
const DOCUMENTS: usize = 2_000;

/// The documents as scripts, because a browser that shows a file may not fetch one.
pub(super) fn write(site: &Site, lang: Lang, put: Put<'_>) -> Result<(), WriteError> {
    scripts(&pages::documents(site, lang), |file| pages::documents_path(lang, file), put)
}

/// The first file names the others, which add theirs to what it holds.
fn scripts<D: Serialize>(
    documents: &[D],
    path: impl Fn(usize) -> String,
    put: Put<'_>,
) -> Result<(), WriteError> {
    let (first, others) = documents.split_at(documents.len().min(DOCUMENTS));
    let others: Vec<(String, &[D])> =
        others.chunks(DOCUMENTS).zip(1..).map(|(some, file)| (path(file), some)).collect();
    let names: Vec<Option<&str>> = others.iter().map(|(path, _)| path.rsplit('/').next()).collect();
    put(&path(0), &|out| {
        statement("const searchDocuments = ", first, ";\n", out)?;
        match names.as_slice() {
            [] => Ok(()),
            names => statement("const searchRest = ", names, ";\n", out),
        }
    })?;
    others.iter().try_for_each(|(path, some)| {
        put(path, &|out| statement("searchDocuments.push(...", *some, ");\n", out))
    })
}

fn statement(
    begin: &str,
    value: &(impl Serialize + ?Sized),
    end: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(begin.as_bytes())?;
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(end.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::scripts;
    use std::cell::RefCell;

    #[test]
    fn many_documents_take_several_files_which_the_first_names() {
        let files: RefCell<Vec<(String, String)>> = RefCell::default();
        scripts(&[0; 4_001], |file| format!("search/{file}.js"), &|path, write| {
            let mut bytes = Vec::new();
            write(&mut bytes).expect("memory takes everything");
            let script = String::from_utf8(bytes).expect("a script is text");
            files.borrow_mut().push((path.to_string(), script));
            Ok(())
        })
        .expect("nothing stands in the way");
        let files = files.into_inner();
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["search/0.js", "search/1.js", "search/2.js"]);
        assert!(files[0].1.ends_with(",0];\nconst searchRest = [\"1.js\",\"2.js\"];\n"));
        assert_eq!(files[2].1, "searchDocuments.push(...[0]);\n");
    }
}
