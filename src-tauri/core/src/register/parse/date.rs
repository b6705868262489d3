//! Days as offices write them.

use chrono::{Datelike, NaiveDate};

use super::day_order::{self, DateOrder};
use super::{Input, Reading, numeral};
use crate::register::Value;
use crate::{Error, Result};

/// Words for an end that never comes.
const PERPETUAL: &[&str] = &[
    "永久",
    "长期",
    "永久有效",
    "长期有效",
    "永久授权",
    "永久许可",
    "无期限",
    "无限期",
    "不限",
    "perpetual",
    "permanent",
    "unlimited",
    "lifetime",
    "never",
    "no expiry",
    "no end",
    "indefinite",
    "perpetuo",
    "perpetua",
    "permanente",
    "illimitato",
    "illimitata",
    "senza scadenza",
    "indeterminato",
    "a vita",
];

const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "gen", "gennaio"],
    &["feb", "february", "febbraio"],
    &["mar", "march", "marzo"],
    &["apr", "april", "aprile"],
    &["may", "mag", "maggio"],
    &["jun", "june", "giu", "giugno"],
    &["jul", "july", "lug", "luglio"],
    &["aug", "august", "ago", "agosto"],
    &["sep", "sept", "september", "set", "settembre"],
    &["oct", "october", "ott", "ottobre"],
    &["nov", "november", "novembre"],
    &["dec", "december", "dic", "dicembre"],
];

/// Reads a day. A month without day is its first day, or its last for the end of something.
pub fn parse(input: Input<'_>, reading: &Reading<'_>, end: bool) -> Result<Option<Value>> {
    match input {
        Input::Date(date) => Ok(Some(Value::Date(date))),
        Input::Flag(flag) => Err(Error::new("date_shape").with("value", flag)),
        Input::Number(number) | Input::Measured(number, _) => {
            serial(number, reading.from_1904).map(|date| Some(Value::Date(date)))
        }
        Input::Text(text) => from_text(text, reading.date_order, end),
    }
}

/// A number standing for a day: a spreadsheet's serial, or `20260301`.
fn serial(number: f64, from_1904: bool) -> Result<NaiveDate> {
    let wrong = || Error::new("date_shape").with("value", super::number_text(number));
    let whole = number.floor();
    if (19_000_101.0..=29_991_231.0).contains(&whole) && whole == number {
        let text = format!("{whole}");
        return compact(&text).unwrap_or_else(|| Err(wrong()));
    }
    // days before 1 March 1900 were counted wrong; in the younger count the first year may be a duration as well
    let (first, range) = match from_1904 {
        true => (NaiveDate::from_ymd_opt(1904, 1, 1), 366.0..=108_112.0),
        false => (NaiveDate::from_ymd_opt(1899, 12, 30), 61.0..=109_574.0),
    };
    if !range.contains(&whole) {
        return Err(wrong());
    }
    // the fraction is the time of day
    first
        .and_then(|first| first.checked_add_days(chrono::Days::new(whole as u64)))
        .ok_or_else(wrong)
}

fn from_text(original: &str, order: Option<DateOrder>, end: bool) -> Result<Option<Value>> {
    let text = narrow(original);
    if PERPETUAL.contains(&text.as_str()) {
        return Ok(Some(Value::Null));
    }
    if matches!(text.as_str(), "无" | "暂无" | "none" | "未知") {
        return Ok(None);
    }
    for between in ["至", "~", "到", "—", " to ", " - ", " – "] {
        if let Some((first, last)) = text.split_once(between) {
            let half = if end { last } else { first };
            return from_text(half, order, end);
        }
    }
    // 2025.1.1-2025.12.31: the stroke is between the days where something else is within them
    if let Some((first, last)) = text.split_once('-')
        && [first, last]
            .iter()
            .all(|half| half.contains(['.', '/', '年']))
    {
        return from_text(if end { last } else { first }, order, end);
    }
    let text = arabic(without_time(&text));
    let text = text.as_str();
    let date = compact(text)
        .or_else(|| named_month(text, end))
        .or_else(|| numbered(text, order, end))
        .unwrap_or_else(|| Err(Error::new("date_shape")));
    date.map(|date| Some(Value::Date(date)))
        .map_err(|error| error.with("value", original.trim()))
}

/// Half-width, lower case, single spaces, trimmed.
pub(super) fn narrow(text: &str) -> String {
    let narrow: String = text
        .chars()
        .filter_map(|c| match c {
            '～' => Some('~'),
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
            '\u{200b}'..='\u{200f}' | '\u{feff}' => None,
            c if c.is_whitespace() => Some(' '),
            c => Some(c),
        })
        .collect();
    narrow
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// `2026-03-01T08:30:00Z`, `3/1/2026 8:30 am`: the day alone.
pub(super) fn without_time(text: &str) -> &str {
    if let Some((day, time)) = text.split_once('t')
        && time.starts_with(|c: char| c.is_ascii_digit())
        && day.contains('-')
    {
        return day;
    }
    match text.find(':').and_then(|colon| text[..colon].rfind(' ')) {
        Some(space) => text[..space].trim_end(),
        None => text,
    }
}

/// `二〇二六年三月十五日` with the digits of everyone.
fn arabic(text: &str) -> String {
    let digit = numeral::digit;
    if !text.contains('年') {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let at = |index: Option<usize>| index.and_then(|index| chars.get(index)).copied();
    let mut out = String::with_capacity(text.len());
    for (index, c) in chars.iter().enumerate() {
        let before = at(index.checked_sub(1)).and_then(digit);
        let after = at(Some(index + 1)).and_then(digit);
        match (digit(*c), c) {
            (Some(digit), _) => out.push_str(&digit.to_string()),
            // ten alone, ten and something, tens, tens and something
            (None, '十') => out.push_str(match (before, after) {
                (None, None) => "10",
                (None, Some(_)) => "1",
                (Some(_), None) => "0",
                (Some(_), Some(_)) => "",
            }),
            (None, c) => out.push(*c),
        }
    }
    out
}

/// `20260301`.
fn compact(text: &str) -> Option<Result<NaiveDate>> {
    let digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    if !digits || !(1900..=2999).contains(&part(0..4)?) {
        return None;
    }
    Some(day(part(0..4)? as i32, part(4..6)?, part(6..8)?))
}

/// `1 Mar 2026`, `Mar 1, 2026`, `1-mar-26`, `1 marzo 2026`, `Mar 2026`.
fn named_month(text: &str, end: bool) -> Option<Result<NaiveDate>> {
    let parts: Vec<&str> = text
        .split([' ', '-', ',', '.', '/'])
        .filter(|part| !part.is_empty())
        .collect();
    let month_of = |name: &str| {
        MONTHS
            .iter()
            .position(|names| names.contains(&name))
            .map(|index| index as u32 + 1)
    };
    let number = |text: &str| {
        text.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h', '°', 'º'])
            .parse::<u32>()
            .ok()
    };
    if let [name, y] = parts[..] {
        let year = year(number(y).filter(|_| y.len() == 4)?, y.len())?;
        return Some(month(year, month_of(name)?, end));
    }
    let [a, b, c] = parts[..] else { return None };
    let (d, month, y) = match (month_of(a), month_of(b)) {
        (None, Some(month)) => (a, month, c),
        (Some(month), None) => (b, month, c),
        _ => return None,
    };
    Some(day(year(number(y)?, y.len())?, month, number(d)?))
}

/// Numbers apart: `2026/3/1`, `2026年3月1日`, `2026.03`, `03/01/2026`.
fn numbered(text: &str, order: Option<DateOrder>, end: bool) -> Option<Result<NaiveDate>> {
    // 2025.1-12 is a year rather than a day
    let marks = ['-', '/', '.'].map(|mark| usize::from(text.contains(mark)));
    if marks.iter().sum::<usize>() > 1 {
        return None;
    }
    let written = text.contains('年');
    let plain = text.replace(['年', '月'], "-").replace(['日', '号'], "");
    let parts: Vec<&str> = plain
        .trim_end_matches('-')
        .split(['-', '/', '.', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let numbers: Vec<u32> = parts
        .iter()
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let years_first = parts.first()?.len() == 4;
    match numbers[..] {
        [y, m, d] if years_first => Some(day(y as i32, m, d)),
        [y, m] if years_first => Some(month(y as i32, m, end)),
        [m, y] if parts[1].len() == 4 => Some(month(y as i32, m, end)),
        [a, b, y] if parts[2].len() == 4 => {
            Some(ordered(a, b, y as i32, text.contains('.'), order))
        }
        [y, m, d] if written => Some(day(year(y, parts[0].len())?, m, d)),
        [y, m] if written => Some(month(year(y, parts[0].len())?, m, end)),
        [a, b, c] if !text.contains(' ') => {
            day_order::short([a, b, c], &parts, text.contains('.'), order)
        }
        // 26.03 is a month only where the year is known to stand first
        [y, m] if parts[0].len() == 2 && (1..=12).contains(&m) => match order {
            Some(DateOrder::Ymd) => Some(month(year(y, 2)?, m, end)),
            Some(_) => None,
            None => Some(Err(Error::new("date_ambiguous"))),
        },
        _ => None,
    }
}

fn ordered(a: u32, b: u32, y: i32, dotted: bool, order: Option<DateOrder>) -> Result<NaiveDate> {
    match (a > 12, b > 12, order) {
        (true, ..) => day(y, b, a),
        (_, true, _) => day(y, a, b),
        _ if dotted || a == b => day(y, b, a),
        (.., Some(DateOrder::Dmy)) => day(y, b, a),
        (.., Some(DateOrder::Mdy)) => day(y, a, b),
        (.., Some(DateOrder::Ymd) | None) => Err(Error::new("date_ambiguous")),
    }
}

fn month(y: i32, m: u32, end: bool) -> Result<NaiveDate> {
    let first = day(y, m, 1)?;
    if !end {
        return Ok(first);
    }
    (28..=31)
        .rev()
        .find_map(|d| first.with_day(d))
        .ok_or_else(|| Error::new("date_shape"))
}

pub(super) fn year(number: u32, digits: usize) -> Option<i32> {
    match digits {
        4 => i32::try_from(number).ok(),
        2 => i32::try_from(if number < 70 {
            2000 + number
        } else {
            1900 + number
        })
        .ok(),
        _ => None,
    }
}

fn day(y: i32, m: u32, d: u32) -> Result<NaiveDate> {
    if !(1900..=2999).contains(&y) {
        return Err(Error::new("date_shape"));
    }
    NaiveDate::from_ymd_opt(y, m, d).ok_or_else(|| Error::new("date_impossible"))
}
