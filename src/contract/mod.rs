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
use serde::Serialize;
use serde::de::DeserializeOwned;

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

/// Spells a record out as a file. What cannot be read back as the same record is no record of the contract.
pub fn json<T: Serialize + DeserializeOwned + PartialEq>(record: &T) -> Vec<u8> {
    let mut text =
        serde_json::to_string_pretty(record).expect("records hold only text and numbers");
    debug_assert!(serde_json::from_str::<T>(&text).is_ok_and(|read| read == *record), "{text}");
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
