//! In: a thing in two editions. Out: what of its texts and terms differs, and how.
//! Never: a difference weighed; one letter is a change, though not the reading of one.

use crate::locale::without_readings;
use crate::model::{FiscalYear, Part, Plan, Subject, SubjectKind, Text, TextChange, TextKind};
use std::collections::{BTreeMap, BTreeSet};

/// A text or term of a thing: the year it is about, and which.
type Place = (Option<FiscalYear>, Part);

/// Something with an id, a name, and texts.
pub(super) struct Thing {
    pub subject: Subject,
    /// The plan it is a part of.
    plan: Option<String>,
    parts: BTreeMap<Place, Text>,
}

impl Thing {
    /// A thing with its name and nothing else yet.
    pub fn new(kind: SubjectKind, id: impl Into<String>, name: &Text) -> Thing {
        let subject = Subject { kind, id: id.into(), name: recorded(name) };
        let parts = BTreeMap::from([((None, Part::Name), name.clone())]);
        Thing { subject, plan: None, parts }
    }

    pub fn of(self, plan: &Plan) -> Thing {
        Thing { plan: Some(plan.id.clone()), ..self }
    }

    pub fn with(mut self, part: Part, text: Option<Text>) -> Thing {
        self.parts.extend(text.map(|text| ((None, part), text)));
        self
    }

    pub fn with_year(mut self, year: FiscalYear, part: Part, text: &Text) -> Thing {
        self.parts.insert((Some(year), part), text.clone());
        self
    }

    /// Whether it is the same thing. Opinions have no ids: they are the same if they say the same.
    pub fn is(&self, other: &Thing) -> bool {
        let (one, other) = (&self.subject, &other.subject);
        let said = one.kind != SubjectKind::Opinion || same(&one.name.ja, &other.name.ja);
        said && (one.kind, &one.id) == (other.kind, &other.id)
    }

    /// Whether the whole plan it is a part of is missing from `things`.
    pub fn plan_is_missing(&self, things: &[Thing]) -> bool {
        let is_plan = |thing: &Thing, id: &str| {
            thing.subject.kind == SubjectKind::Plan && thing.subject.id == id
        };
        self.plan.as_ref().is_some_and(|plan| !things.iter().any(|thing| is_plan(thing, plan)))
    }
}

/// The texts of a thing that differ, those that changed alike in one year together.
pub(super) fn text_changes(old: &Thing, new: &Thing) -> Vec<TextChange> {
    let places: BTreeSet<&Place> = old.parts.keys().chain(new.parts.keys()).collect();
    let mut changes: Vec<TextChange> = Vec::new();
    for place in places {
        let (year, part) = *place;
        let Some(kind) = text_kind(old.parts.get(place), new.parts.get(place)) else { continue };
        match changes.iter_mut().find(|one| (one.year, one.kind) == (year, kind)) {
            Some(alike) => alike.parts.push(part),
            None => {
                let subject = new.subject.clone();
                changes.push(TextChange { subject, year, kind, parts: vec![part] });
            }
        }
    }
    changes
}

fn text_kind(old: Option<&Text>, new: Option<&Text>) -> Option<TextKind> {
    match (old, new) {
        (None, Some(_)) => Some(TextKind::New),
        (Some(_), None) => Some(TextKind::Removed),
        (Some(old), Some(new)) if !same(&old.ja, &new.ja) => Some(TextKind::Changed),
        (Some(old), Some(new)) if (&old.en, &old.easy) != (&new.en, &new.easy) => {
            Some(TextKind::Translated)
        }
        _ => None,
    }
}

/// A reading beside a word does not make it another word.
fn same(one: &str, other: &str) -> bool {
    without_readings(one) == without_readings(other)
}

/// A name as changes keep it: in the languages of the page of updates, which easy Japanese is not.
pub(super) fn recorded(name: &Text) -> Text {
    Text { easy: None, ..name.clone() }
}
