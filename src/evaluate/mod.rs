//! In: the valid site. Out: verdicts, rates and counts, by the rules of each plan.
//! Never: a failure, a formatted number, a clock; which years are finished is content.

pub mod cases;
mod count;
mod grade;
pub mod lineage;
mod outstanding;
mod rate;
mod slip;
mod thread;
mod trend;
mod verdict;
mod yardstick;

pub use count::{Count, count, count_by};
pub use grade::{grade, grades};
pub use outstanding::{Missing, Outstanding, missing, not_final, not_recorded, outstanding};
pub use rate::{NoRate, Rate};
pub use slip::{Slip, slips};
pub use thread::{Flag, flags};
pub use trend::{Needed, Trend, trend};
pub use verdict::{NotAssessed, Verdict};
pub use yardstick::Yardstick;

use crate::model::{Edition, FiscalYear, Indicator, Observation, Period, Plan, Target, Value};

/// Which years count and which are over.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    /// The plan's period.
    pub period: Period,
    /// The last finished fiscal year.
    pub finished: FiscalYear,
    /// Decimals of a rate.
    pub rate_decimals: u32,
}

impl Calendar {
    /// The calendar of a plan at an edition.
    pub fn of(plan: &Plan, edition: Edition) -> Calendar {
        Calendar {
            period: plan.period,
            finished: edition.finished,
            rate_decimals: plan.rating.decimals,
        }
    }

    /// The plan's last finished year, if any has finished.
    pub fn latest(self) -> Option<FiscalYear> {
        let latest = self.finished.min(self.period.last.year);
        (latest >= self.period.first.year).then_some(latest)
    }

    /// The plan's last finished year, or its first while none is.
    pub fn latest_or_first(self) -> FiscalYear {
        self.latest().unwrap_or(self.period.first.year)
    }

    /// The plan's finished years.
    pub fn finished_years(self) -> impl DoubleEndedIterator<Item = FiscalYear> {
        self.period.years().filter(move |year| *year <= self.finished)
    }

    /// Whether the plan runs in `year`, if only for a quarter.
    pub fn covers(self, year: FiscalYear) -> bool {
        (self.period.first.year..=self.period.last.year).contains(&year)
    }
}

/// One indicator in one year: everything a row of a table or a mark of a chart needs.
#[derive(Clone, Debug)]
pub struct YearResult<'i> {
    /// The year.
    pub year: FiscalYear,
    /// The target in force.
    pub target: Option<&'i Target>,
    /// The target as first set, where it was revised since, and the verdict against it.
    pub original: Option<(&'i Target, Verdict)>,
    /// What the content records for the year.
    pub observation: Option<&'i Observation>,
    /// Whether the year is finished.
    pub finished: bool,
    /// Achieved or not, or why that cannot be said.
    pub verdict: Verdict,
    /// 達成率, or why there is none.
    pub rate: Result<Rate, NoRate>,
}

/// Evaluates one year of an indicator.
pub fn year(indicator: &Indicator, year: FiscalYear, calendar: Calendar) -> YearResult<'_> {
    let target = indicator.target(year);
    let first = indicator.targets.get(&year);
    let revised = first.filter(|first| target.is_none_or(|target| target.value != first.value));
    let observation = indicator.actuals.get(&year);
    YearResult {
        year,
        target,
        original: revised
            .map(|first| (first, verdict::against(indicator, Some(first), year, calendar))),
        observation,
        finished: year <= calendar.finished,
        verdict: verdict::verdict(indicator, year, calendar),
        rate: rate::rate(indicator, target, observation, calendar.rate_decimals),
    }
}

/// Every year worth a row: the plan's, and those outside it that hold a cell.
pub fn years(indicator: &Indicator, calendar: Calendar) -> Vec<YearResult<'_>> {
    let outside = indicator.actuals.keys().copied().chain(indicator.target_years());
    let mut all: Vec<FiscalYear> = calendar.period.years().chain(outside).collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().map(|one| year(indicator, one, calendar)).collect()
}

/// The latest value and its year.
pub fn latest(indicator: &Indicator) -> Option<(FiscalYear, &Observation, Value)> {
    indicator.actuals.iter().rev().find_map(|(year, seen)| Some((*year, seen, *seen.value()?)))
}
