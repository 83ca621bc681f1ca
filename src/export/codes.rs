//! In: the vocabulary of the model. Out: the codes by which the contract names it.
//! Never: a word in a language; `contract` says what a code means.

use crate::evaluate::Verdict;
use crate::model::{
    Absence, Aim, Counting, FollowUpState, Quality, RateRule, Reading, Role, SourceKind,
};

pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Target => "target",
        Role::Reference => "reference",
        Role::Kgi => "kgi",
    }
}

pub(super) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Achieved => "achieved",
        Verdict::Missed => "not-achieved",
        Verdict::Waiting(..) => "waiting",
        Verdict::NotAssessed(_) => "not-assessed",
    }
}

/// How firm a result is, or why there is none; `None` where nothing is recorded.
pub(super) fn state(reading: Option<Reading>, finished: bool) -> &'static str {
    match reading {
        Some(Reading::Value(_, Quality::Final)) => "final",
        Some(Reading::Value(_, Quality::Provisional)) => "provisional",
        Some(Reading::Value(_, Quality::Estimated)) => "estimated",
        Some(Reading::Absent(Absence::Pending)) => "pending",
        Some(Reading::Absent(Absence::AwaitingSettlement)) => "awaiting-settlement",
        Some(Reading::Absent(Absence::NotSurveyed)) => "not-surveyed",
        Some(Reading::Absent(Absence::NotApplicable)) => "not-applicable",
        Some(Reading::Absent(Absence::Discontinued)) => "discontinued",
        None if finished => "not-recorded",
        None => "not-yet-due",
    }
}

/// The codes below are the words of the content itself.
pub(super) fn aim(aim: Aim) -> &'static str {
    match aim {
        Aim::AtLeast => "at_least",
        Aim::AtMost => "at_most",
        Aim::Between => "between",
        Aim::Done => "done",
        Aim::Increase => "increase",
        Aim::Decrease => "decrease",
    }
}

pub(super) fn rate_rule(rule: RateRule) -> &'static str {
    match rule {
        RateRule::Ratio => "ratio",
        RateRule::GapClosed => "gap_closed",
        RateRule::None => "none",
    }
}

pub(super) fn counting(counting: Counting) -> &'static str {
    match counting {
        Counting::SingleYear => "single-year",
        Counting::Cumulative => "cumulative",
    }
}

pub(super) fn follow_up(state: FollowUpState) -> &'static str {
    match state {
        FollowUpState::Planned => "planned",
        FollowUpState::UnderWay => "under-way",
        FollowUpState::Done => "done",
        FollowUpState::NotAdopted => "not-adopted",
    }
}

pub(super) fn source(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => "official",
        SourceKind::Press => "press",
        SourceKind::Other => "other",
    }
}
