//! In: indicators and a year. Out: 達成件数, with everything that was left out named.
//! Never: a second way of counting; item, goal, plan, division, label, KGI and year all ask here.

use super::{Calendar, NotAssessed, Verdict, Yardstick};
use crate::model::{FiscalYear, Indicator, Role};

/// How many indicators of a year stand where. `achieved` of `assessed()` is n / m.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// 達成.
    pub achieved: usize,
    /// 未達成.
    pub missed: usize,
    /// 集計中 or 決算待ち.
    pub waiting: usize,
    /// 未収録: no target or no result is recorded here.
    pub not_recorded: usize,
    /// The year is not over.
    pub not_yet_due: usize,
    /// 調査なし, 対象外, 廃止.
    pub not_applicable: usize,
}

impl Count {
    /// m: those with a target that could be assessed.
    pub fn assessed(&self) -> usize {
        self.achieved + self.missed
    }

    /// All that were looked at.
    pub fn total(&self) -> usize {
        self.assessed() + self.waiting + self.not_recorded + self.not_yet_due + self.not_applicable
    }

    fn add(&mut self, verdict: Verdict) {
        *match verdict {
            Verdict::Achieved => &mut self.achieved,
            Verdict::Missed => &mut self.missed,
            Verdict::Waiting(..) => &mut self.waiting,
            Verdict::NotAssessed(NotAssessed::NotYetDue) => &mut self.not_yet_due,
            Verdict::NotAssessed(NotAssessed::Absent(_) | NotAssessed::OtherRule) => {
                &mut self.not_applicable
            }
            Verdict::NotAssessed(_) => &mut self.not_recorded,
        } += 1;
    }
}

/// Counts the 取組目標 among `indicators` in `year`; references and key goals are not counted.
pub fn count<'i>(
    indicators: impl IntoIterator<Item = &'i Indicator>,
    year: FiscalYear,
    calendar: Calendar,
) -> Count {
    count_by(Yardstick::InForce, indicators, year, calendar)
}

/// The same by another rule.
pub fn count_by<'i>(
    yardstick: Yardstick,
    indicators: impl IntoIterator<Item = &'i Indicator>,
    year: FiscalYear,
    calendar: Calendar,
) -> Count {
    let mut count = Count::default();
    for indicator in indicators.into_iter().filter(|one| one.role == Role::Target) {
        count.add(yardstick.judge(indicator, year, calendar));
    }
    count
}
