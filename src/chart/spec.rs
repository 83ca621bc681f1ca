//! In: nothing but values and ready words. Out: the description of one chart.
//! Never: a number formatted here, a colour, an indicator.

use crate::model::Decimal;

/// One indicator against its target over the years, ready to draw.
///
/// Every word and digit a reader sees arrives here finished, in the page's language.
/// (Not `PartialEq`: the addresses of functions like `tick` say nothing reliable.)
#[derive(Clone, Debug)]
pub struct ChartSpec {
    /// Prefix of the ids inside the drawing; unique on its page.
    pub id: String,
    /// The drawing's accessible name: kind, subject.
    pub title: String,
    /// The drawing's accessible description: first and last value, target, trend.
    pub description: String,
    /// Line for levels (cut axis), bars for counts (axis from zero).
    pub form: Form,
    /// One slot a fiscal year, in order, as labelled on the axis (`R2`, `FY2020`).
    pub years: Vec<String>,
    /// Unit shown at the top of the value axis (`%`, `件`, `hundred million yen`).
    pub unit: String,
    /// Results, one entry a slot; `None` is a gap.
    pub actual: Vec<Option<Mark>>,
    /// Targets in force, one entry a slot; `None` is a gap.
    pub target: Vec<Option<Mark>>,
    /// The upper ends of targets that are ranges; `target` holds the lower ones.
    pub upper: Vec<Option<Mark>>,
    /// Targets as first set, in slots where another is in force.
    pub original: Vec<Option<Mark>>,
    /// Results of the same subject under an earlier definition: comparable in kind, not in value.
    pub before: Vec<Option<Mark>>,
    /// Where the series passes from one definition or plan to the next.
    pub broken: Option<Break>,
    /// The baseline, drawn as a dashed line across the years.
    pub baseline: Option<Mark>,
    /// Names of the series for the direct labels.
    pub words: Words,
    /// Spells a tick of the value axis.
    pub tick: fn(Decimal) -> String,
}

/// A break in a series, drawn as an upright line.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// The first slot after it.
    pub slot: usize,
    /// What changed there (`定義の変更`).
    pub words: String,
}

/// How values become marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A line with points; the axis may be cut and is then marked as cut.
    Line,
    /// Bars from zero, targets as short strokes across the slot.
    Bars,
}

/// One value in its slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The number, exact.
    pub value: Decimal,
    /// As printed beside the mark (`63.3`).
    pub label: String,
    /// The whole fact, for `<title>` (`令和5年度 実績 63.3%`).
    pub title: String,
    /// Provisional or estimated: drawn hollow.
    pub hollow: bool,
}

/// The series' names (`実績`, `目標`, `目標上限`, `基準`) and the remark on a cut axis (`縦軸の途中から表示`).
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// Name of the results.
    pub actual: String,
    /// Name of the targets, or of their lower ends.
    pub target: String,
    /// Name of the upper ends of targets that are ranges.
    pub upper: String,
    /// Name of the baseline.
    pub baseline: String,
    /// Remark on an axis that does not start at zero.
    pub cut: String,
}
