//! In: a site's root, looked at again and again. Out: its files as last read, and which of them changed.
//! Never: a file read again that is known to be the same.

use crate::load::ItemFolder;
use crate::source::{ReadError, Sources};
use std::collections::BTreeSet;
use std::path::Path;

/// What a site is made from.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub content: Sources,
    themes: Sources,
}

impl Seen {
    /// Reads everything.
    pub fn read(root: &Path) -> Result<Seen, ReadError> {
        let mut seen = Seen::default();
        seen.read_again(root)?;
        Ok(seen)
    }

    /// Reads everything that has another length or time; the files that changed.
    pub fn read_again(&mut self, root: &Path) -> Result<Vec<String>, ReadError> {
        let mut changed = Vec::new();
        for (name, files) in [("content", &mut self.content), ("themes", &mut self.themes)] {
            let folder = root.join(name);
            // Only a site with a look of its own has themes.
            let paths = if name == "themes" && !folder.is_dir() {
                std::mem::take(files).iter().map(|(_, file)| file.path.clone()).collect()
            } else {
                files.read_again(&folder)?
            };
            changed.extend(paths.into_iter().map(|path| format!("{name}/{path}")));
        }
        Ok(changed)
    }

    /// Reads these items and nothing else; the files that changed.
    pub fn read_items(
        &mut self,
        root: &Path,
        items: &BTreeSet<ItemFolder>,
    ) -> Result<Vec<String>, ReadError> {
        let mut changed = Vec::new();
        for item in items {
            let paths = self.content.read_below(&root.join("content"), &item.path())?;
            changed.extend(paths.into_iter().map(|path| format!("content/{path}")));
        }
        Ok(changed)
    }
}
