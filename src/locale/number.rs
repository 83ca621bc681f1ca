//! In: decimals and units. Out: digits grouped by thousands, with the unit where it belongs.
//! Never: a digit lost; rounding to fewer decimals is done before, where it is a rule.

use super::{Locale, fill};
use crate::model::{Decimal, Lang, Unit, Value};

/// 12345.6 as 12,345.6, with at least `decimals` decimals; the minus is a real one.
pub fn number(value: Decimal, decimals: u32) -> String {
    let mut value = value;
    if value.scale() < decimals {
        value.rescale(decimals);
    }
    let plain = value.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::with_capacity(plain.len() + plain.len() / 3 + 3);
    if value.is_sign_negative() && !value.is_zero() {
        out.push('−');
    }
    let (first, mut thousands) = whole.split_at((whole.len() - 1) % 3 + 1);
    out.push_str(first);
    while let Some((three, rest)) = thousands.split_at_checked(3) {
        out.push(',');
        out.push_str(three);
        thousands = rest;
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

impl Locale {
    /// The unit by itself, for a column's head or an axis.
    pub fn unit(self, unit: &Unit) -> &str {
        match unit {
            Unit::Percent => "%",
            Unit::Named(name) => name.get(self.lang).0,
        }
    }

    /// A number with its unit: 63.3%, 235件, 235 cases.
    pub fn with_unit(self, value: Decimal, decimals: u32, unit: &Unit) -> String {
        let digits = number(value, decimals);
        match (unit, self.lang) {
            (Unit::Percent, _) => format!("{digits}%"),
            (_, Lang::Ja | Lang::Easy) => format!("{digits}{}", self.unit(unit)),
            (_, Lang::En) => format!("{digits} {}", self.unit(unit)).trim_end().to_string(),
        }
    }

    /// The size of a file, rounded up: 123KB / 123 KB, 1.2MB / 1.2 MB, on one line.
    pub fn size(self, bytes: u64) -> String {
        const KB: u64 = 1024;
        let (digits, unit) = match bytes.div_ceil(KB) {
            kb if kb < KB => (kb.to_string(), "KB"),
            _ => {
                let tenths = (bytes * 10).div_ceil(KB * KB);
                (format!("{}.{}", tenths / 10, tenths % 10), "MB")
            }
        };
        match self.lang {
            Lang::Ja | Lang::Easy => format!("{digits}{unit}"),
            // A number is not torn from its unit.
            Lang::En => format!("{digits}\u{a0}{unit}"),
        }
    }

    /// How many of a level a plan has: 目標 3 / Goals: 3.
    pub fn level_count(self, level: &str, count: usize) -> String {
        match self.lang {
            Lang::Ja | Lang::Easy => format!("{level} {count}"),
            Lang::En => format!("{level}: {count}"),
        }
    }

    /// A value in a cell, without its unit; done or not in words.
    pub fn value(self, value: Value, decimals: u32) -> String {
        match value {
            Value::Number(value) => number(value, decimals),
            Value::Range(from, to) => {
                let (from, to) = (number(from, decimals), number(to, decimals));
                fill(self.words.range, &[("first", &from), ("last", &to)])
            }
            Value::Done(true) => self.words.done.to_string(),
            Value::Done(false) => self.words.not_done.to_string(),
        }
    }

    /// A value with its unit; done or not in words.
    pub fn value_with_unit(self, value: Value, decimals: u32, unit: &Unit) -> String {
        match value {
            Value::Number(value) => self.with_unit(value, decimals, unit),
            Value::Range(from, to) => {
                let to = self.with_unit(to, decimals, unit);
                fill(self.words.range, &[("first", &number(from, decimals)), ("last", &to)])
            }
            Value::Done(_) => self.value(value, decimals),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale, number};
    use crate::model::Lang;

    #[test]
    fn digits_are_grouped_and_kept() {
        let spell =
            |text: &str, decimals| number(text.parse().expect("a number of the test"), decimals);
        assert_eq!(spell("1234567", 0), "1,234,567");
        assert_eq!(spell("12.50", 1), "12.50");
        assert_eq!(spell("12", 1), "12.0");
        assert_eq!(spell("-8.43", 0), "−8.43");
        assert_eq!(spell("-1000", 0), "−1,000");
        assert_eq!(spell("0", 0), "0");
    }

    #[test]
    fn no_file_is_said_to_be_smaller_than_it_is() {
        let [ja, en] = [Lang::Ja, Lang::En].map(Locale::of);
        assert_eq!(
            (ja.size(1), ja.size(1024), ja.size(1025)),
            ("1KB".into(), "1KB".into(), "2KB".into())
        );
        assert_eq!(en.size(1023 * 1024), "1023\u{a0}KB");
        assert_eq!(
            (en.size(1024 * 1024), en.size(1024 * 1024 + 1)),
            ("1.0\u{a0}MB".into(), "1.1\u{a0}MB".into())
        );
    }
}
