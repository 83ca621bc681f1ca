//! In: nothing. Out: a meeting of the committee: its opinions, what was answered, what came of them.
//! Never: an answer that is missing without a name for why.

use super::{Date, FiscalYear, ItemRef, PlanRef, SourceRef, Text};

/// A meeting of the committee that reviews the plans.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// File name and address.
    pub id: String,
    /// Name.
    pub name: Text,
    /// When it was held.
    pub date: Date,
    /// What it was about.
    pub themes: Vec<Text>,
    /// What happened, in a sentence or three.
    pub summary: Text,
    /// What must be said of the record.
    pub note: Option<Text>,
    /// Opinions of single members.
    pub opinions: Vec<Opinion>,
    /// Where the record was published.
    pub source: SourceRef,
}

/// Which opinion of which meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpinionAt {
    /// The meeting.
    pub meeting: usize,
    /// The opinion within it.
    pub number: usize,
}

/// An opinion of a member.
#[derive(Clone, Debug)]
pub struct Opinion {
    /// The plan it is about.
    pub plan: Option<PlanRef>,
    /// The item of that plan it is about.
    pub item: Option<ItemRef>,
    /// The year whose results it is about.
    pub year: Option<FiscalYear>,
    /// What was said.
    pub opinion: Text,
    /// What was answered.
    pub response: Response,
    /// What came of it, where that is recorded.
    pub follow_up: Option<FollowUp>,
}

/// The answer to an opinion.
#[derive(Clone, Debug)]
pub enum Response {
    /// 回答.
    Given(Text),
    /// 未回答: an answer is still owed.
    Awaited,
    /// 未収録: what was answered is not recorded here.
    NotRecorded,
}

/// What came of an opinion.
#[derive(Clone, Debug)]
pub struct FollowUp {
    /// How far it is.
    pub state: FollowUpState,
    /// Since when.
    pub year: Option<FiscalYear>,
    /// What was done.
    pub text: Option<Text>,
}

/// How far the follow-up of an opinion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowUpState {
    /// 対応予定.
    Planned,
    /// 対応中.
    UnderWay,
    /// 対応済み.
    Done,
    /// 対応しない.
    NotAdopted,
}
