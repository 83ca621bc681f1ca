//! In: words as people type them. Out: numbers, years, quarters, dates, addresses.
//! Never: a guess; what is unclear is reported with what to write instead.

use super::fields::{Spanned, list, scalar, spanned};
use super::yaml::Node;
use crate::diagnostics::{Problem, Report, Slip};
use crate::model::{Date, Decimal, FiscalYear, Period, Quarter};

/// Years outside this range are slips of the pen (`{2019: 1,000}` makes a year `000` in YAML).
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A number exactly as written.
pub fn number(node: &Node<'_>, report: &mut Report) -> Option<Decimal> {
    let found = scalar(node, report)?;
    let number = parse_number(found);
    if number.is_none() {
        let (slip, instead) = slip(found);
        report.add(Problem::BadNumber { found: found.to_string(), slip, instead }, node.span);
    }
    number
}

/// `12.50`, `-8`; no sign `+`, no separators, no exponent, nothing around it.
pub fn parse_number(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) || digits.ends_with('.') {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

/// What kind of slip a person made who typed `１２．５`, `▲3.2`, `1,000`, `約３割` or `12.5%`, and the
/// number to write instead where it is plain.
fn slip(found: &str) -> (Slip, Option<String>) {
    let text: String = found.trim().chars().map(half_width).collect();
    if text.chars().all(|character| matches!(character, '-' | '―' | '−' | '…' | '・' | 'ー'))
    {
        return (Slip::Dash, None);
    }
    let sign = |text: &str| text.replace(['▲', '△', '−', '―'], "-");
    let bare = sign(&text).replace([',', '、', '_', ' '], "");
    let approximate = bare.starts_with('約') || bare.ends_with("程度") || bare.ends_with("強");
    let core = bare.trim_start_matches('約').trim_end_matches("程度").trim_end_matches("強");
    let plain = |text: &str| parse_number(text).map(|_| text.to_string());
    if let Some(instead) = plain(core.trim_end_matches('%')) {
        let slip = match () {
            () if approximate => Slip::Approximate,
            () if core.ends_with('%') => Slip::Percent,
            () if text.contains(['▲', '△', '−', '―']) => Slip::Triangle,
            () if text.contains([',', '、', '_', ' ']) => Slip::Separator,
            () => Slip::FullWidth,
        };
        return (slip, Some(instead));
    }
    let scaled = with_kanji_unit(core);
    match scaled {
        Some(_) if approximate => (Slip::Approximate, scaled),
        Some(_) => (Slip::Kanji, scaled),
        None if approximate => (Slip::Approximate, None),
        None => match without_unit(core) {
            Some(number) => (Slip::Unit, Some(number)),
            None => (Slip::Other, None),
        },
    }
}

/// `23.1トン` is 23.1: a number, then letters that are no digits.
fn without_unit(text: &str) -> Option<String> {
    let end = text.find(|character: char| character.is_alphabetic())?;
    let (number, unit) = text.split_at(end);
    let letters = unit.chars().all(char::is_alphabetic);
    (letters && parse_number(number).is_some()).then(|| number.to_string())
}

/// The half-width twin of a full-width digit or mark.
fn half_width(character: char) -> char {
    match character {
        '！'..='～' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '　' => ' ',
        other => other,
    }
}

/// `1千万` is 10000000, `3割` is 30 (percent).
fn with_kanji_unit(text: &str) -> Option<String> {
    let end = text
        .find(|character: char| !(character.is_ascii_digit() || matches!(character, '.' | '-')))?;
    let mut value = parse_number(&text[..end])?;
    for unit in text[end..].chars() {
        let factor: i64 = match unit {
            '割' | '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => 10_000,
            '億' => 100_000_000,
            '兆' => 1_000_000_000_000,
            _ => return None,
        };
        value = value.checked_mul(Decimal::from(factor))?;
    }
    Some(value.normalize().to_string())
}

/// A fiscal year in any of the usual spellings.
pub fn year(node: &Node<'_>, report: &mut Report) -> Option<FiscalYear> {
    let found = scalar(node, report)?;
    let year = parse_year(found);
    if year.is_none() {
        report.add(Problem::BadYear { found: found.to_string() }, node.span);
    }
    year
}

/// `R元`, `R1`, `令和元年度`, `H31`, `2019`, `FY2019`: the same year.
pub fn parse_year(text: &str) -> Option<FiscalYear> {
    let text = text.trim().trim_end_matches("年度").trim_end_matches('年');
    let western = text.strip_prefix("FY").unwrap_or(text);
    if western.len() == 4
        && let Ok(year) = western.parse::<i32>()
    {
        return YEARS.contains(&year).then_some(FiscalYear(year));
    }
    let eras =
        [("令和", 2018), ("R", 2018), ("平成", 1988), ("H", 1988), ("昭和", 1925), ("S", 1925)];
    let (before, rest) =
        eras.iter().find_map(|(era, before)| Some((*before, text.strip_prefix(era)?)))?;
    let number = if rest == "元" { 1 } else { rest.parse::<i32>().ok()? };
    (rest.len() <= 3 && (1..=99).contains(&number)).then_some(FiscalYear(before + number))
}

fn parse_quarter(text: &str) -> Option<Quarter> {
    let (year, number) = text.trim().split_once(['Q', 'q'])?;
    let number = number.parse().ok()?;
    (1..=4).contains(&number).then_some(Quarter { year: parse_year(year)?, number })
}

/// `R2Q4..R3Q2`, or a single quarter `R3Q1`.
pub fn period(node: &Node<'_>, report: &mut Report) -> Option<Period> {
    let found = scalar(node, report)?;
    let Some((first, last)) = found.split_once("..") else {
        let quarter = parse_quarter(found);
        if quarter.is_none() {
            let found = found.to_string();
            let range = found.contains(['～', '〜', '~', '-', '－']); // two ends, written otherwise
            let problem =
                if range { Problem::BadPeriod { found } } else { Problem::BadQuarter { found } };
            report.add(problem, node.span);
        }
        return quarter.map(|quarter| Period { first: quarter, last: quarter });
    };
    match (parse_quarter(first), parse_quarter(last)) {
        (Some(first), Some(last)) if first <= last => Some(Period { first, last }),
        _ => {
            report.add(Problem::BadPeriod { found: found.to_string() }, node.span);
            None
        }
    }
}

/// `2021-09-30` or `2021-09`.
pub fn date(node: &Node<'_>, report: &mut Report) -> Option<Date> {
    let found = scalar(node, report)?;
    let date = parse_date(found);
    if date.is_none() {
        report.add(Problem::BadDate { found: found.to_string() }, node.span);
    }
    date
}

/// `2021-09-30` or `2021-09`, and nothing else.
pub fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = parts.next().filter(|part| part.len() == 4)?.parse().ok()?;
    let month = parts.next().filter(|part| part.len() == 2)?.parse().ok()?;
    let day = match parts.next() {
        Some(day) if day.len() == 2 => Some(day.parse().ok()?),
        Some(_) => return None,
        None => None,
    };
    let real = YEARS.contains(&year)
        && (1..=12).contains(&month)
        && day.is_none_or(|day| (1..=days_in(year, month)).contains(&day));
    (real && parts.next().is_none()).then_some(Date { year, month, day })
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// An address of the web; anything but http and https is refused.
pub fn url(node: &Node<'_>, report: &mut Report) -> Option<String> {
    let found = scalar(node, report)?;
    let web = found.starts_with("https://") || found.starts_with("http://");
    if web && !found.contains(char::is_whitespace) {
        return Some(found.to_string());
    }
    report.add(Problem::BadUrl { found: found.to_string() }, node.span);
    None
}

/// A 全国地方公共団体コード, as text: the zero in front of 北海道's belongs to it.
pub fn region_code(node: &Node<'_>, report: &mut Report) -> Option<String> {
    let found = scalar(node, report)?;
    let meant = with_check_digit(&found.chars().map(half_width).collect::<String>());
    if meant.as_deref() == Some(found) {
        return meant;
    }
    report.add(Problem::BadRegionCode { found: found.to_string(), instead: meant }, node.span);
    None
}

/// Two digits of the prefecture, three of the municipality (000 is the prefecture itself), and the check
/// digit: 11 less the weighted sum modulo 11, its last digit.
fn with_check_digit(digits: &str) -> Option<String> {
    let digits = if digits.len() == 2 { format!("{digits}000") } else { digits.to_string() };
    let known = matches!(digits.len(), 5 | 6) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let body = digits.get(..5).filter(|_| known)?;
    let weighted = body.bytes().zip([6, 5, 4, 3, 2]);
    let sum: u32 = weighted.map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let prefectures = "01".."48";
    prefectures.contains(&&body[..2]).then(|| format!("{body}{}", (11 - sum % 11) % 10))
}

/// A list of ids that name something elsewhere.
pub fn references(node: Option<&Node<'_>>, report: &mut Report) -> Vec<Spanned<String>> {
    node.map(|node| list(node, report, spanned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{parse_date, parse_number, parse_quarter, parse_year};
    use crate::diagnostics::Slip;
    use crate::model::FiscalYear;

    #[test]
    fn one_year_has_many_spellings() {
        for text in
            ["R元", "R1", "令和元年度", "令和元", "H31", "平成31年度", "2019", "FY2019", "2019年度"]
        {
            assert_eq!(parse_year(text), Some(FiscalYear(2019)), "{text}");
        }
        for text in ["", "R", "R0", "000", "19", "R100", "３", "R-1", "1,000"] {
            assert_eq!(parse_year(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_stays_as_written() {
        assert_eq!(parse_number("12.50").map(|n| n.to_string()).as_deref(), Some("12.50"));
        assert_eq!(parse_number("-8.43").map(|n| n.to_string()).as_deref(), Some("-8.43"));
        for text in
            ["", "-", ".5", "5.", "1,000", "1e3", "+5", "0x1", "1_000", "約3", "１２", "NaN"]
        {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }

    #[test]
    fn a_mistyped_number_comes_with_its_remedy() {
        for (typed, slip, meant) in [
            ("１２．５", Slip::FullWidth, Some("12.5")),
            ("▲3.2", Slip::Triangle, Some("-3.2")),
            ("△3.2", Slip::Triangle, Some("-3.2")),
            ("1,000", Slip::Separator, Some("1000")),
            ("12.5％", Slip::Percent, Some("12.5")),
            ("約３割", Slip::Approximate, Some("30")),
            ("約3.5", Slip::Approximate, Some("3.5")),
            ("1千万", Slip::Kanji, Some("10000000")),
            ("－", Slip::Dash, None),
            ("5本", Slip::Unit, Some("5")),
            ("2.3e1", Slip::Other, None),
        ] {
            assert_eq!(super::slip(typed), (slip, meant.map(str::to_string)), "{typed}");
        }
    }

    #[test]
    fn a_region_code_ends_in_its_check_digit() {
        for (typed, meant) in [
            ("100005", Some("100005")), // 群馬県
            ("102016", Some("102016")), // 前橋市
            ("011002", Some("011002")), // 札幌市
            ("10", Some("100005")),
            ("10000", Some("100005")),
            ("102015", Some("102016")),
            ("480002", None),
            ("1000", None),
            ("群馬", None),
        ] {
            assert_eq!(super::with_check_digit(typed).as_deref(), meant, "{typed}");
        }
    }

    #[test]
    fn quarters_and_dates_are_checked() {
        assert!(parse_quarter("R2Q4").is_some_and(|q| q.year == FiscalYear(2020) && q.number == 4));
        assert_eq!(parse_quarter("R2Q5"), None);
        assert!(parse_date("2024-02-29").is_some());
        for text in ["2023-02-29", "2021-13", "2021-9", "2021-09-30-01", "21-09"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
