//! In: fiscal years, quarters, dates. Out: their names in both calendars.
//! Never: a year without its western number on a page where it matters.

use super::{Locale, fill};
use crate::model::{Date, FiscalYear, Lang, Period, Quarter};

/// The eras by the first fiscal year that bears their name (令和元年度 is April 2019 to March 2020).
const ERAS: [(i32, Era); 3] = [
    (2019, Era { name: "令和", reading: "れいわ", letter: "R" }),
    (1989, Era { name: "平成", reading: "へいせい", letter: "H" }),
    (1926, Era { name: "昭和", reading: "しょうわ", letter: "S" }),
];

#[derive(Clone, Copy)]
struct Era {
    name: &'static str,
    reading: &'static str,
    letter: &'static str,
}

fn era(year: FiscalYear) -> Option<(Era, i32)> {
    let (first, era) = ERAS.iter().find(|(first, _)| year.0 >= *first)?;
    Some((*era, year.0 - first + 1))
}

fn era_number(number: i32) -> String {
    if number == 1 { "元".to_string() } else { number.to_string() }
}

impl Locale {
    /// 令和2年度 / FY2020. Easy Japanese counts in western years.
    pub fn year(self, year: FiscalYear) -> String {
        match (self.lang, era(year)) {
            (Lang::Ja, Some((era, number))) => format!("{}{}年度", era.name, era_number(number)),
            (Lang::Ja, None) => format!("{}年度", year.0),
            (Lang::En, _) => format!("FY{}", year.0),
            (Lang::Easy, _) => format!("{}年度《ねんど》", year.0),
        }
    }

    /// The same year in the other calendar: 2020年度 / R2.
    pub fn year_beside(self, year: FiscalYear) -> String {
        match (self.lang, era(year)) {
            (Lang::Ja, _) => format!("{}年度", year.0),
            (Lang::En, Some((era, number))) => format!("{}{number}", era.letter),
            (Lang::Easy, Some((era, 1))) => {
                format!("{}《{}》元年度《がんねんど》", era.name, era.reading)
            }
            (Lang::Easy, Some((era, number))) => {
                format!("{}《{}》{number}年度《ねんど》", era.name, era.reading)
            }
            (Lang::En | Lang::Easy, None) => String::new(),
        }
    }

    /// 令和2年度（2020年度） / FY2020 (R2).
    pub fn year_both(self, year: FiscalYear) -> String {
        let (one, other) = (self.year(year), self.year_beside(year));
        match self.lang {
            _ if other.is_empty() || one == other => one,
            Lang::Ja | Lang::Easy => format!("{one}（{other}）"),
            Lang::En => format!("{one} ({other})"),
        }
    }

    /// R2 / FY2020, for axes and narrow columns.
    pub fn year_short(self, year: FiscalYear) -> String {
        match (self.lang, era(year)) {
            (Lang::Ja, Some((era, number))) => format!("{}{}", era.letter, era_number(number)),
            (Lang::Ja, None) | (Lang::Easy, _) => year.0.to_string(),
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
            Lang::Easy => format!("{}から{}まで", self.year(first), self.year(last)),
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
            (Lang::Easy, day) => {
                let day = day.map(|day| format!("{day}日《{}》", day_reading(day)));
                let day = day.unwrap_or_default();
                format!("{}年《ねん》{}月《がつ》{day}", date.year, date.month)
            }
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

/// How 日 is read after the number of a day: 一日 is ついたち as a whole, 二日 is ふつか.
fn day_reading(day: u8) -> &'static str {
    match day {
        1 => "ついたち",
        2..=10 | 14 | 20 | 24 => "か",
        _ => "にち",
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
    use crate::model::{Date, FiscalYear, Lang};

    #[test]
    fn a_year_has_a_name_in_each_calendar() {
        let (ja, en, easy) = (Locale::of(Lang::Ja), Locale::of(Lang::En), Locale::of(Lang::Easy));
        assert_eq!(ja.year_both(FiscalYear(2020)), "令和2年度（2020年度）");
        assert_eq!(ja.year_both(FiscalYear(2019)), "令和元年度（2019年度）");
        assert_eq!(ja.year_both(FiscalYear(2018)), "平成30年度（2018年度）");
        assert_eq!(ja.year_short(FiscalYear(2019)), "R元");
        assert_eq!(en.year_both(FiscalYear(2020)), "FY2020 (R2)");
        assert_eq!(
            easy.year_both(FiscalYear(2019)),
            "2019年度《ねんど》（令和《れいわ》元年度《がんねんど》）"
        );
    }

    #[test]
    fn a_date_is_read_as_it_is_spoken() {
        let easy = Locale::of(Lang::Easy);
        let read = |day| easy.date(Date { year: 2026, month: 11, day });
        assert_eq!(read(Some(21)), "2026年《ねん》11月《がつ》21日《にち》");
        assert!(
            read(Some(1)).ends_with("1日《ついたち》") && read(Some(20)).ends_with("20日《か》")
        );
        assert_eq!(read(None), "2026年《ねん》11月《がつ》");
    }
}
