//! In: nothing. Out: what `data/v1` promises: files, columns, codes, the shape of every record.
//! Never: a value computed, or a shape changed: within `v1` things are added, none renamed, moved or dropped.

mod columns;
mod files;
mod linked;
mod number;
mod package;
mod records;

pub use columns::{COLUMNS, Code, Column, Kind, ROLES, Row, STATES, VERDICTS};
pub use files::{
    ARCHIVE, CATALOGUE, DATA, File, MANIFEST, METADATA, OBSERVATIONS, OBSERVATIONS_EXCEL, PACKAGE,
    VERSION, WORKBOOK,
};
pub use linked::{
    Agent, Catalogue, Context, Dataset, Distribution, Download, Id, Place, Publisher, Record,
    Tagged, Typed,
};
pub use number::Number;
pub use package::{Constraints, Contributor, Field, License, Package, Resource, Schema, SourceOf};
pub use records::{
    Before, Division, FollowUp, Grade, Group, Indicator, IndicatorFile, Issue, Item, ItemBefore,
    Label, Level, Manifest, Narrative, Observation, Opinion, Overview, Plan, PlanBefore, Printed,
    Region, Revision, Source, Step, Target, Terms, Words,
};

use crate::model::Lang;
use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};
use std::io;

/// Words of the contract itself: titles and meanings, which travel with the data.
#[derive(Clone, Copy, Debug)]
pub struct Both {
    /// In Japanese.
    pub ja: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Both {
    /// The words for a reader of `lang`.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja | Lang::Easy => self.ja,
            Lang::En => self.en,
        }
    }
}

const fn both(ja: &'static str, en: &'static str) -> Both {
    Both { ja, en }
}

/// A list that is made while it is written, record by record, so that it never stands in memory whole.
pub struct Listed<F>(pub F);

impl<F, I> Serialize for Listed<F>
where
    F: Fn() -> I,
    I: Iterator,
    I::Item: Serialize + DeserializeOwned + PartialEq,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)().inspect(|record| debug_assert!(reads_back(record))))
    }
}

/// Whether a record of the contract is read back as the same.
fn reads_back<T: Serialize + DeserializeOwned + PartialEq>(record: &T) -> bool {
    let text = serde_json::to_string(record).expect("records hold only text and numbers");
    serde_json::from_str::<T>(&text).is_ok_and(|read| read == *record)
}

/// Writes a record as a file, its lists as they are made.
pub fn write_json<T: Serialize>(record: &T, mut out: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut out, record)?;
    out.write_all(b"\n")
}

/// Spells a record out as a file. What cannot be read back as the same record is no record of the contract.
pub fn json<T: Serialize + DeserializeOwned + PartialEq>(record: &T) -> Vec<u8> {
    let mut text =
        serde_json::to_string_pretty(record).expect("records hold only text and numbers");
    debug_assert!(reads_back(record), "{text}");
    text.push('\n');
    text.into_bytes()
}

/// Spells a record out for a `<script type="application/ld+json">`, which nothing in it can end.
pub fn script<T: Serialize>(record: &T) -> String {
    let text = serde_json::to_string(record).expect("records hold only text and numbers");
    text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_in_a_record_ends_the_script_it_stands_in() {
        let spelled = super::script(&"</script><!-- & -->");
        assert!(!spelled.contains(['<', '>', '&']), "{spelled}");
        assert_eq!(
            serde_json::from_str::<String>(&spelled).ok().as_deref(),
            Some("</script><!-- & -->")
        );
    }
}
