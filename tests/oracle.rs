//! Verdicts and rates against an oracle that knows only whole numbers and fractions.

use michinori::evaluate::{self, Calendar, NoRate, Verdict};
use michinori::explain;
use michinori::model::{FiscalYear, Site};
use michinori::pipeline;
use proptest::prelude::*;

/// A number of the content: `units` × 10^-`scale`.
#[derive(Clone, Copy, Debug)]
struct Number {
    units: i64,
    scale: u32,
}

impl Number {
    fn text(self) -> String {
        let digits =
            format!("{:0width$}", self.units.unsigned_abs(), width = self.scale as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.scale as usize);
        let sign = if self.units < 0 { "-" } else { "" };
        let point = if self.scale > 0 { "." } else { "" };
        format!("{sign}{whole}{point}{fraction}")
    }

    /// In units of 10^-3, exact.
    fn thousandths(self) -> i128 {
        i128::from(self.units) * 10_i128.pow(3 - self.scale)
    }
}

fn number() -> impl Strategy<Value = Number> {
    let units = prop_oneof![Just(0), -1000..1000i64, -10_000_000..10_000_000i64];
    (units, 0..=3u32).prop_map(|(units, scale)| Number { units, scale })
}

/// A town whose one row has these numbers.
fn site(aim: &str, rate: &str, baseline: Number, target: Number, actual: Number) -> Site {
    site_with(aim, rate, baseline, &target.text(), actual)
}

fn site_with(aim: &str, rate: &str, baseline: Number, target: &str, actual: Number) -> Site {
    let item = format!(
        "title: {{ja: 題, en: Title}}\nlead: []\nindicators:\n  - id: row\n    role: target\n    \
         name: {{ja: 名, en: Name}}\n    unit: count\n    aim: {aim}\n    rate: {rate}\n    \
         baseline: R2\n    target: {{R3: {}}}\n    actual: {{R2: {}, R3: {}}}\n",
        target,
        baseline.text(),
        actual.text()
    );
    let path = "plans/p/items/01/item.yaml".to_string();
    let sources = explain::town_with(&[(path, item.into_bytes())]);
    let mut report = michinori::diagnostics::Report::default();
    pipeline::site(&sources, &mut report).expect("numbers alone are no mistake")
}

fn result(site: &Site) -> (Verdict, Result<String, NoRate>) {
    let plan = &site.plans[0];
    let calendar = Calendar::of(plan, site.settings.edition);
    let year = evaluate::year(&plan.items[0].indicators[0], FiscalYear(2021), calendar);
    (year.verdict, year.rate.map(|rate| rate.percent.to_string()))
}

/// upper ÷ lower in percent with one decimal, half away from zero, by long division.
fn percent(upper: i128, lower: i128) -> String {
    let negative = (upper < 0) != (lower < 0);
    let (upper, lower) = (upper.unsigned_abs() * 1000, lower.unsigned_abs());
    let tenths = (upper * 2 + lower) / (lower * 2);
    let sign = if negative && tenths > 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ratio(lower_is_better in any::<bool>(), target in number(), actual in number()) {
        let aim = if lower_is_better { "at_most" } else { "at_least" };
        let (verdict, rate) = result(&site(aim, "ratio", Number { units: 1, scale: 0 }, target, actual));
        let (t, a) = (target.thousandths(), actual.thousandths());
        let achieved = if lower_is_better { a <= t } else { a >= t };
        prop_assert_eq!(verdict == Verdict::Achieved, achieved);
        let (upper, lower) = if lower_is_better { (t, a) } else { (a, t) };
        let expected = match () {
            () if t < 0 || a < 0 => Err(NoRate::Negative),
            () if lower == 0 => Err(NoRate::ZeroDenominator),
            () => Ok(percent(upper, lower)),
        };
        prop_assert_eq!(rate, expected);
    }

    #[test]
    fn gap_closed(
        lower_is_better in any::<bool>(), baseline in number(), target in number(), actual in number(),
    ) {
        let aim = if lower_is_better { "at_most" } else { "at_least" };
        let (_, rate) = result(&site(aim, "gap_closed", baseline, target, actual));
        let (b, t, a) = (baseline.thousandths(), target.thousandths(), actual.thousandths());
        let expected =
            if t == b { Err(NoRate::BaselineEqualsTarget) } else { Ok(percent(a - b, t - b)) };
        prop_assert_eq!(rate, expected);
    }

    #[test]
    fn between(one in number(), other in number(), actual in number()) {
        let (from, to) =
            if one.thousandths() <= other.thousandths() { (one, other) } else { (other, one) };
        let target = format!("{}..{}", from.text(), to.text());
        let baseline = Number { units: 1, scale: 0 };
        let (verdict, rate) = result(&site_with("between", "ratio", baseline, &target, actual));
        let inside = (from.thousandths()..=to.thousandths()).contains(&actual.thousandths());
        prop_assert_eq!(verdict == Verdict::Achieved, inside);
        prop_assert_eq!(rate, Err(NoRate::NoRule));
    }

    /// Counting in other units changes nothing about how well it went.
    #[test]
    fn scaling_changes_nothing(
        target in 1..100_000i64, actual in 0..100_000i64, factor in 1..1000i64,
    ) {
        let plain = |units: i64| Number { units, scale: 2 };
        let baseline = plain(1);
        let once = result(&site("at_least", "ratio", baseline, plain(target), plain(actual)));
        let scaled = result(&site(
            "at_least", "ratio", baseline, plain(target * factor), plain(actual * factor),
        ));
        prop_assert_eq!(once, scaled);
    }
}
