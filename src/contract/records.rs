//! In: nothing. Out: the shape of every JSON record of the contract.
//! Never: a key that is left out when it is empty; `null` and `[]` say that nothing is there.
//!
//! Ids name records of other files, years are the western years in which fiscal years begin, quarters are
//! `2020Q4` (January to March 2021), dates `2026-11-21` or `2026-11`.
#![allow(missing_docs)] // the names are the published keys, and say it

use super::Number;
use crate::model::Text;
use serde::{Deserialize, Serialize};

/// Declares a record: readable and comparable, so that what was written can be held against what is read.
macro_rules! record {
    ($($(#[$meta:meta])* $name:ident { $($field:ident: $kind:ty),* $(,)? })*) => {
        $($(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub struct $name { $(pub $field: $kind),* })*
    };
}

record! {
    /// A text: Japanese always, English where it was translated.
    Words { ja: String, en: Option<String> }

    /// An entry of `plans.json`.
    Plan {
        id: String, title: Words, short: Words, summary: Words, vision: Option<Words>,
        first_quarter: String, last_quarter: String, levels: Vec<Level>, groups: Vec<Group>,
        labels: Vec<Label>, rate_rule: String, rate_decimals: u32, grades: Vec<Grade>,
        succeeds: Option<PlanBefore>, notes: Vec<Words>, source: String, page: Words,
    }
    Level { id: String, name: Words }
    /// A goal or whatever stands between the plan and its items; `items` are ids.
    Group { id: String, level: String, name: Words, summary: Option<Words>, groups: Vec<Group>, items: Vec<String> }
    Label { id: String, mark: String, name: Words }
    Grade { grade: String, at_least: Option<Number> }
    PlanBefore { plan: String, note: Option<Words> }

    /// An entry of `items.json`. The texts are Markdown.
    Item {
        plan: String, id: String, title: Words, lead: Vec<String>, related: Vec<String>,
        labels: Vec<String>, as_of: Option<String>, overview: Option<Overview>, examples: Vec<Words>,
        notes: Vec<Words>, indicators: Vec<String>, narratives: Vec<Narrative>, issues: Vec<Issue>,
        succeeds: Vec<ItemBefore>, source: String, page: Words,
    }
    Overview { current: Words, problems: Words, reform: Words }
    Narrative { fiscal_year: i32, analysis: Words, issues: Words, response: Words }
    Issue { id: String, title: Words, raised: Vec<i32>, resolved: Option<i32> }
    ItemBefore { plan: String, item: String, note: Option<Words> }

    /// An entry of `indicators.json`.
    Indicator {
        plan: String, item: Option<String>, id: String, role: String, kgi: Option<String>,
        theme: Option<Words>, name: Words, definition: Option<Words>, unit: Words,
        aim: Option<String>, rate_rule: String, counting: Option<String>, baseline: Option<i32>,
        succeeds: Vec<Before>, notes: Vec<Words>, source: String, page: Words,
    }
    /// An indicator carried on; `redefined` says what has changed in what is counted.
    Before { plan: String, indicator: String, redefined: Option<Words> }

    /// The file beside an indicator's page: all that is known of it, to stand alone.
    IndicatorFile {
        contract: String, edition: String, content_sha256: String, publisher: Words,
        region: Option<Region>, licence: Option<Terms>, indicator: Indicator,
        observations: Vec<Observation>, revisions: Vec<Revision>, sources: Vec<Source>,
    }
    Region { code: String, name: Words }
    Terms { name: Words, url: String }
    /// A year of an indicator; the keys are the columns of `observations.csv`.
    Observation {
        fiscal_year: i32, target: Option<Number>, target_to: Option<Number>,
        original_target: Option<Number>, original_target_to: Option<Number>,
        actual: Option<Number>, state: String, due: Option<String>, rate: Option<Number>,
        grade: Option<String>, verdict: String, target_source: Option<String>,
        actual_source: Option<String>, target_note: Option<Words>, actual_note: Option<Words>,
    }
    Revision { decided: String, by: Words, reason: Words, targets: Vec<Target> }
    Target { fiscal_year: i32, target: Option<Number>, target_to: Option<Number> }

    /// An entry of `schedule.json`: a step of an action, `plan` or `result`.
    Step {
        plan: String, item: String, action: usize, action_title: Words, added: Option<i32>,
        indicators: Vec<String>, kind: String, first_quarter: String, last_quarter: String, text: Words,
    }

    /// An entry of `opinions.json`.
    Opinion {
        meeting: String, meeting_name: Words, date: String, plan: Option<String>,
        item: Option<String>, fiscal_year: Option<i32>, opinion: Words, response_state: String,
        response: Option<Words>, follow_up: Option<FollowUp>, source: String, page: Words,
    }
    FollowUp { state: String, fiscal_year: Option<i32>, text: Option<Words> }

    /// An entry of `divisions.json`; `became` are ids.
    Division { id: String, name: Words, became: Vec<String>, became_on: Option<String>, became_note: Option<Words> }

    /// An entry of `sources.json`.
    Source {
        id: String, title: Words, publisher: Words, kind: String, url: Option<String>,
        retrieved: Option<String>, note: Option<Words>,
    }

    /// A file of the manifest.
    Printed { path: String, bytes: u64, sha256: String }
}

/// `manifest.json`. `content_sha256` is the hash of the lines `hash  path` of every file the
/// edition was made from, in the order of their paths.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest<F = Vec<Printed>> {
    pub contract: String,
    pub edition: String,
    pub content_sha256: String,
    pub files: F,
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Words {
        Words { ja: text.ja.clone(), en: text.en.clone() }
    }
}
