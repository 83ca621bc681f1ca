//! In: nothing. Out: the vocabulary of the field: years, values, targets, indicators, plans.
//! Never: a file is read or a word is formed for people here.

mod change;
mod indicator;
mod items;
mod lang;
mod lineage;
mod look;
mod meeting;
mod number;
mod plan;
mod site;
mod time;
mod update;

pub use change::{
    Changes, EntryChange, EntryKind, FigureChange, FigureKind, Judgement, Part, Series, Shown,
    Subject, SubjectKind, TextChange, TextKind, VerdictChange,
};
pub use indicator::{
    Absence, Aim, Counting, Indicator, Measure, Observation, Quality, RateRule, Reading, Revision,
    Role, Target, Value,
};
pub use items::{Items, Looked, watched};
pub use lang::{Lang, Text, is_kana, is_kanji};
pub use lineage::{Became, IndicatorBefore, ItemBefore, PlanBefore};
pub use look::{Audit, Colour, FooterLink, Look, Rgb};
pub use meeting::{FollowUp, FollowUpState, Meeting, Opinion, OpinionAt, Response};
pub use number::{Decimal, Unit, round_half_up};
pub use plan::{
    Action, ById, Grade, Group, IndicatorAt, Issue, Item, ItemRef, Label, LabelRef, Level,
    Narrative, Overview, Plan, Rating, Step,
};
pub use site::{
    Edition, FreePage, Licence, Organisation, OrganisationRef, PlanRef, Region, Settings, Site,
    Source, SourceKind, SourceRef, Term,
};
pub use time::{Date, FiscalYear, Period, Quarter};
pub use update::{Correction, Update};
