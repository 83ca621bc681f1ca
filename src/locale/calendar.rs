//! In: fiscal years, quarters, dates. Out: their names in both calendars.
//! Never: a year without its western number on a page where it matters.

use super::{Locale, fill};
use crate::model::{Date, FiscalYear, Lang, Period, Quarter};

/// The eras by the first fiscal year that bears their name (令和元年度 is April 2019 to March 2020).
const ERAS: [(i32, &str, &str); 3] =
    [(2019, "令和", "R"), (1989, "平成", "H"), (1926, "昭和", "S")];

fn era(year: FiscalYear) -> Option<(&'static str, &'static str, i32)> {
    ERAS.iter()
        .find(|(first, ..)| year.0 >= *first)
        .map(|(first, name, letter)| (*name, *letter, year.0 - first + 1))
}

fn era_number(number: i32) -> String {
    if number == 1 { "元".to_string() } else { number.to_string() }
}

impl Locale {
    /// 令和2年度 / FY2020.
    pub fn year(self, year: FiscalYear) -> String {
        match (self.lang, era(year)) {
            (Lang::Ja, Some((name, _, number))) => format!("{name}{}年度", era_number(number)),
            (Lang::Ja, None) => format!("{}年度", year.0),
            (Lang::En, _) => format!("FY{}", year.0),
        }
    }

    /// The same year in the other calendar: 2020年度 / R2.
    pub fn year_beside(self, year: FiscalYear) -> String {
        match (self.lang, era(year)) {
            (Lang::Ja, _) => format!("{}年度", year.0),
            (Lang::En, Some((_, letter, number))) => format!("{letter}{number}"),
            (Lang::En, None) => String::new(),
        }
    }

    /// 令和2年度（2020年度） / FY2020 (R2).
    pub fn year_both(self, year: FiscalYear) -> String {
        let (one, other) = (self.year(year), self.year_beside(year));
        match self.lang {
            _ if other.is_empty() || one == other => one,
            Lang::Ja => format!("{one}（{other}）"),
            Lang::En => format!("{one} ({other})"),
        }
    }

    /// R2 / FY2020, for axes and narrow columns.
    pub fn year_short(self, year: FiscalYear) -> String {
        match (self.lang, era(year)) {
            (Lang::Ja, Some((_, letter, number))) => format!("{letter}{}", era_number(number)),
            (Lang::Ja, None) => year.0.to_string(),
            (Lang::En, _) => format!("FY{}", year.0),
        }
    }

    /// 令和2年度第4四半期 / Q4 FY2020.
    pub fn quarter(self, quarter: Quarter) -> String {
        let number = quarter.number.to_string();
        fill(self.words.quarter, &[("year", &self.year(quarter.year)), ("quarter", &number)])
    }

    /// 1四半期 / 1 quarter, 2 quarters.
    pub fn quarters(self, count: u32) -> String {
        let words = if count == 1 { self.words.one_quarter } else { self.words.many_quarters };
        fill(words, &[("count", &count.to_string())])
    }

    /// 令和2年度第4四半期～令和3年度第2四半期.
    pub fn period(self, period: Period) -> String {
        let (first, last) = (self.quarter(period.first), self.quarter(period.last));
        if period.first == period.last {
            return first;
        }
        fill(self.words.range, &[("first", &first), ("last", &last)])
    }

    /// The months of a plan: 2020年12月～ is not known here, so years only: 令和2年度～令和6年度（2020～2024年度）.
    pub fn span_of_years(self, period: Period) -> String {
        let (first, last) = (period.first.year, period.last.year);
        match self.lang {
            Lang::Ja => {
                format!("{}～{}（{}～{}年度）", self.year(first), self.year(last), first.0, last.0)
            }
            Lang::En => format!("FY{} to FY{}", first.0, last.0),
        }
    }

    /// 2026年11月21日 / 21 November 2026; without the day where it is not known.
    pub fn date(self, date: Date) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = MONTHS[usize::from(date.month - 1)];
        match (self.lang, date.day) {
            (Lang::Ja, Some(day)) => format!("{}年{}月{day}日", date.year, date.month),
            (Lang::Ja, None) => format!("{}年{}月", date.year, date.month),
            (Lang::En, Some(day)) => format!("{day} {month} {}", date.year),
            (Lang::En, None) => format!("{month} {}", date.year),
        }
    }

    /// A month with its era, as the sheets write it: 令和2年12月 / December 2020.
    pub fn month(self, date: Date) -> String {
        // The era of a calendar month; Reiwa began in May 2019.
        let reiwa = date.year - 2018;
        match self.lang {
            Lang::Ja if (date.year, date.month) >= (2019, 5) => {
                format!("令和{}年{}月", era_number(reiwa), date.month)
            }
            _ => self.date(Date { day: None, ..date }),
        }
    }
}

/// 2026-11-21, for machines.
pub fn iso(date: Date) -> String {
    match date.day {
        Some(day) => format!("{:04}-{:02}-{day:02}", date.year, date.month),
        None => format!("{:04}-{:02}", date.year, date.month),
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::Locale;
    use crate::model::{FiscalYear, Lang};

    #[test]
    fn a_year_has_a_name_in_each_calendar() {
        let (ja, en) = (Locale::of(Lang::Ja), Locale::of(Lang::En));
        assert_eq!(ja.year_both(FiscalYear(2020)), "令和2年度（2020年度）");
        assert_eq!(ja.year_both(FiscalYear(2019)), "令和元年度（2019年度）");
        assert_eq!(ja.year_both(FiscalYear(2018)), "平成30年度（2018年度）");
        assert_eq!(ja.year_short(FiscalYear(2019)), "R元");
        assert_eq!(en.year_both(FiscalYear(2020)), "FY2020 (R2)");
    }
}
