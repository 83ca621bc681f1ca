//! In: a kind of content file. Out: its JSON Schema, by which editors complete and check while one types.
//! Never: the last word; `check` has that, and knows what stands in other files.
//!
//! The schemas are written by hand, because `load` reads a tree of its own and no types that a schema
//! could be made from. `tests/schema.rs` holds the two against each other, key by key and word by word.

/// A kind of file.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// What `michinori schema` knows it by.
    pub name: &'static str,
    /// The files of this kind.
    pub files: &'static str,
    own: &'static str,
}

macro_rules! kinds {
    ($($name:literal: $files:literal),* $(,)?) => {
        [$(Kind { name: $name, files: $files, own: include_str!(concat!($name, ".json")) }),*]
    };
}

/// Every kind.
pub const KINDS: [Kind; 9] = kinds! {
    "site": "content/site.yaml",
    "organisations": "content/organisations.yaml",
    "sources": "content/sources.yaml",
    "glossary": "content/glossary.yaml",
    "updates": "content/updates.yaml",
    "accessibility": "content/accessibility.yaml",
    "meeting": "content/meetings/*.yaml",
    "plan": "content/plans/*/plan.yaml",
    "item": "content/plans/*/items/*/item.yaml",
};

/// What kinds have in common: texts, years, values.
const SHARED: &str = include_str!("shared.json");

impl Kind {
    /// The kind of this name.
    pub fn named(name: &str) -> Option<Kind> {
        KINDS.into_iter().find(|kind| kind.name == name)
    }

    /// Its schema, complete in itself.
    pub fn schema(self) -> String {
        const MARK: &str = "\"$defs\": {";
        let (head, own) = self.own.split_once(MARK).expect("every schema ends in its definitions");
        let shared = SHARED.trim().trim_matches(['{', '}']).trim_end();
        let shared = shared.replace('\n', "\n  ");
        let (between, own) = match own.trim_start().starts_with('}') {
            true => ("\n  ", own.trim_start()),
            false => (",", own),
        };
        format!("{head}{MARK}{shared}{between}{own}")
    }
}
