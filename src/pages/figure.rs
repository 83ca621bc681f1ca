//! In: an indicator. Out: the description of its chart, every word and digit ready.
//! Never: a coordinate; `chart` finds those.

use super::kin::{earlier_years, first_number};
use super::sentence::{self, quality_words};
use super::view::View;
use super::words::Chart;
use crate::chart::{Break, ChartSpec, Form, Mark, Words};
use crate::evaluate::{self, Calendar};
use crate::locale::{Locale, fill, number, without_readings};
use crate::model::{
    Aim, Decimal, FiscalYear, Indicator, IndicatorAt, Measure, Observation, Reading, Target, Value,
};

/// The chart of an indicator; `None` where there is no number to draw.
pub fn chart(view: &View<'_>, at: usize, which: IndicatorAt) -> Option<Chart> {
    view.charts.of(at, which, || spec(view, at, which))
}

/// What such a chart shows.
pub fn spec(view: &View<'_>, at: usize, which: IndicatorAt) -> Option<ChartSpec> {
    let (_, indicator, calendar) = view.indicator(at, which);
    if !indicator.has_numbers() {
        return None;
    }
    let locale = view.locale;
    let past = Past::of(view, indicator, calendar);
    let years = slots(indicator, calendar, past.as_ref());
    let drawn = Drawn { locale, indicator, past };
    let name = indicator.name.get(view.lang()).0;
    let unit = locale.unit(&indicator.unit);
    Some(ChartSpec {
        id: format!("c-{}", indicator.id),
        title: bare(&fill(locale.words.chart_title, &[("name", name), ("unit", unit)])),
        description: bare(&format!(
            "{}{}{}",
            sentence::sentence(view, indicator, calendar),
            locale.words.sentence_gap,
            drawn.description(&years)
        )),
        form: match indicator.measure {
            Measure::Level => Form::Line,
            Measure::Count => Form::Bars,
        },
        years: years.iter().map(|year| locale.year_short(*year)).collect(),
        unit: bare(unit),
        actual: years.iter().map(|year| drawn.actual(*year)).collect(),
        upper: years.iter().map(|year| drawn.upper(*year)).collect(),
        original: years.iter().map(|year| drawn.original(*year)).collect(),
        before: years.iter().map(|year| drawn.before(*year)).collect(),
        broken: drawn.broken(&years),
        target: years.iter().map(|year| drawn.target(*year)).collect(),
        baseline: drawn.baseline(),
        words: Words {
            actual: bare(locale.words.actual),
            target: bare(match indicator.aim {
                Some(Aim::Between) => locale.words.target_from,
                _ => locale.words.target,
            }),
            upper: bare(locale.words.target_to),
            baseline: bare(locale.words.baseline),
            cut: bare(locale.words.chart_cut),
        },
        tick: |value| number(value, 0),
    })
}

/// Words for a drawing, which holds no ruby and measures what it writes.
fn bare(words: &str) -> String {
    without_readings(words).into_owned()
}

/// Every year from the first with a number or of the plan to the last, without holes.
fn slots(indicator: &Indicator, calendar: Calendar, past: Option<&Past<'_>>) -> Vec<FiscalYear> {
    let results = evaluate::years(indicator, calendar);
    let numbered =
        |year: FiscalYear| indicator.actuals.get(&year).is_some_and(|seen| seen.value().is_some());
    let used: Vec<FiscalYear> = results
        .iter()
        .map(|result| result.year)
        .filter(|year| {
            calendar.covers(*year) || numbered(*year) || indicator.target(*year).is_some()
        })
        .collect();
    let earliest = past.and_then(|past| past.years.first()).or(used.first());
    match (earliest.min(used.first()), used.last()) {
        (Some(first), Some(last)) => first.through(*last).collect(),
        _ => Vec::new(),
    }
}

/// The indicator before this one, where both are counted in the same unit.
struct Past<'d> {
    indicator: &'d Indicator,
    /// Its years that are drawn.
    years: Vec<FiscalYear>,
    redefined: bool,
    /// The first year after the break.
    breaks_at: FiscalYear,
}

impl<'d> Past<'d> {
    fn of(view: &View<'d>, indicator: &'d Indicator, calendar: Calendar) -> Option<Past<'d>> {
        let [link] = indicator.succeeds.as_slice() else { return None };
        let older = link.at.of(&view.site.plans[link.plan.0]);
        let years = earlier_years(indicator, older);
        let redefined = link.redefined.is_some();
        let begins = first_number(indicator).unwrap_or(calendar.period.first.year);
        // A new definition breaks the series where it begins, a new plan where the plan does.
        let breaks_at = if redefined { begins } else { calendar.period.first.year };
        let same = older.unit == indicator.unit && !years.is_empty();
        same.then_some(Past { indicator: older, years, redefined, breaks_at })
    }
}

struct Drawn<'d> {
    locale: Locale,
    indicator: &'d Indicator,
    past: Option<Past<'d>>,
}

impl Drawn<'_> {
    fn actual(&self, year: FiscalYear) -> Option<Mark> {
        let own = self.indicator.actuals.get(&year);
        let seen = own.or_else(|| self.of_past(year, false))?;
        let value = seen.number()?;
        let hollow = quality_words(self.locale, &seen.reading).is_some();
        Some(self.mark(year, value, self.locale.words.actual, hollow, Some(&seen.reading)))
    }

    /// What the indicator before saw in a year it is drawn for.
    fn of_past(&self, year: FiscalYear, redefined: bool) -> Option<&Observation> {
        let past = self.past.as_ref().filter(|past| past.redefined == redefined)?;
        past.years.contains(&year).then(|| past.indicator.actuals.get(&year))?
    }

    /// A result under an earlier definition.
    fn before(&self, year: FiscalYear) -> Option<Mark> {
        let seen = self.of_past(year, true)?;
        let value = seen.number()?;
        let hollow = quality_words(self.locale, &seen.reading).is_some();
        Some(self.mark(
            year,
            value,
            self.locale.words.before_redefined,
            hollow,
            Some(&seen.reading),
        ))
    }

    fn broken(&self, years: &[FiscalYear]) -> Option<Break> {
        let past = self.past.as_ref()?;
        let slot = years.iter().position(|year| *year >= past.breaks_at)?;
        let words = self.locale.words;
        let said = if past.redefined { words.chart_redefined } else { words.chart_plan_begins };
        Some(Break { slot, words: bare(said) })
    }

    fn target(&self, year: FiscalYear) -> Option<Mark> {
        let (value, series) = match self.indicator.target(year)?.value {
            Value::Number(value) => (value, self.locale.words.target),
            Value::Range(from, _) => (from, self.locale.words.target_from),
            Value::Done(_) => return None,
        };
        Some(self.mark(year, value, series, false, None))
    }

    fn upper(&self, year: FiscalYear) -> Option<Mark> {
        let Value::Range(_, to) = self.indicator.target(year)?.value else { return None };
        Some(self.mark(year, to, self.locale.words.target_to, false, None))
    }

    /// The target as first set, where another is in force now.
    fn original(&self, year: FiscalYear) -> Option<Mark> {
        let value = self.indicator.targets.get(&year)?.value.number()?;
        let now = self.indicator.target(year)?.value.number();
        let series = self.locale.words.original_target;
        (now != Some(value)).then(|| self.mark(year, value, series, false, None))
    }

    fn baseline(&self) -> Option<Mark> {
        let value = self.indicator.baseline_value()?;
        Some(self.mark(self.indicator.baseline?, value, self.locale.words.baseline, false, None))
    }

    fn mark(
        &self,
        year: FiscalYear,
        value: Decimal,
        series: &str,
        hollow: bool,
        reading: Option<&Reading>,
    ) -> Mark {
        let quality = reading.and_then(|reading| quality_words(self.locale, reading));
        let quality = quality
            .map(|words| fill(self.locale.words.sentence_provisional, &[("quality", words)]))
            .unwrap_or_default();
        Mark {
            value,
            label: number(value, self.indicator.decimals),
            title: bare(&format!(
                "{} {series} {}{quality}",
                self.locale.year(year),
                self.spell(value)
            )),
            hollow,
        }
    }

    fn spell(&self, value: Decimal) -> String {
        self.locale.with_unit(value, self.indicator.decimals, &self.indicator.unit)
    }

    /// First and last result, last target, baseline: what a reader who cannot see the chart needs
    /// beside the sentence.
    fn description(&self, years: &[FiscalYear]) -> String {
        let words = self.locale.words;
        let year = |year: FiscalYear| self.locale.year(year);
        let actuals: Vec<(FiscalYear, Decimal)> = years
            .iter()
            .filter_map(|year| Some((*year, self.indicator.actuals.get(year)?.number()?)))
            .collect();
        let mut facts = match (actuals.first(), actuals.last()) {
            (Some(first), Some(last)) if first.0 != last.0 => fill(
                words.chart_first_last,
                &[
                    ("first_year", &year(first.0)),
                    ("first", &self.spell(first.1)),
                    ("last_year", &year(last.0)),
                    ("last", &self.spell(last.1)),
                ],
            ),
            (Some(only), _) => fill(
                words.sentence_actual_only,
                &[("year", &year(only.0)), ("actual", &self.spell(only.1))],
            ),
            _ => words.chart_no_actual.to_string(),
        };
        let numeric = |target: &&Target| !matches!(target.value, Value::Done(_));
        let last = self.indicator.last_target().filter(|(_, target)| numeric(target));
        if let Some((at, target)) = last {
            let target = self.locale.value_with_unit(
                target.value,
                self.indicator.decimals,
                &self.indicator.unit,
            );
            let values = [("year", &*year(at)), ("target", &target)];
            facts.push_str(&fill(words.chart_target_last, &values));
        }
        if let (Some(at), Some(value)) = (self.indicator.baseline, self.indicator.baseline_value())
        {
            facts.push_str(&fill(
                words.chart_baseline,
                &[("year", &year(at)), ("baseline", &self.spell(value))],
            ));
        }
        if let Some(past) = &self.past {
            let message = if past.redefined { words.chart_before } else { words.chart_past };
            let name = past.indicator.name.get(self.locale.lang).0;
            let values = [("year", &*year(past.breaks_at)), ("name", name)];
            facts.push_str(&fill(message, &values));
        }
        let (Some(first), Some(last)) = (years.first(), years.last()) else { return facts };
        let filled = fill(
            words.chart_description,
            &[("first_year", &year(*first)), ("last_year", &year(*last)), ("facts", facts.trim())],
        );
        filled.trim().to_string()
    }
}
