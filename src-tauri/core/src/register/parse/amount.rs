//! Numbers and amounts as offices write them, in Chinese and European conventions.

use super::{Input, Reading, lost_digits, numeral};
use crate::register::number;
use crate::{Error, Result};

/// A number read exactly, with the currency that stood beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The number in units of the scale asked for.
    pub scaled: i64,
    /// ISO 4217 code, if the text named one.
    pub currency: Option<&'static str>,
}

/// What a spreadsheet's number format says a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Hundredths: 0.13 stands for 13 %.
    Percent,
    /// An amount in this currency, one of [`CODES`].
    Currency(&'static str),
}

impl Unit {
    /// A number with its unit as a person sees it.
    pub fn text(self, number: f64) -> String {
        match self {
            Self::Percent => format!("{}%", super::number_text(number * 100.0)),
            Self::Currency(code) => format!("{code} {}", super::number_text(number)),
        }
    }
}

/// The currencies an office meets, by ISO 4217.
pub const CODES: &[&str] = &[
    "CNY", "USD", "EUR", "GBP", "HKD", "JPY", "CHF", "SGD", "TWD", "KRW", "AUD", "CAD", "MOP",
    "NZD", "THB", "MYR", "INR", "VND", "IDR", "PHP", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
    "RON", "TRY", "RUB", "BRL", "MXN", "ZAR", "AED", "SAR", "ILS",
];

/// Marks of currencies, the longer ones first.
const CURRENCIES: &[(&str, &str)] = &[
    ("人民币", "CNY"),
    ("US$", "USD"),
    ("HK$", "HKD"),
    ("美元", "USD"),
    ("欧元", "EUR"),
    ("日元", "JPY"),
    ("港币", "HKD"),
    ("港元", "HKD"),
    ("英镑", "GBP"),
    ("EURO", "EUR"),
    ("RMB", "CNY"),
    ("CNH", "CNY"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("元", "CNY"),
    ("圆", "CNY"),
    ("圓", "CNY"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
];

/// Words that count things after a number.
const UNITS: &[&str] = &[
    "用户", "许可", "授权", "个", "套", "份", "台", "点", "人", "户", "licenses", "licences",
    "license", "licence", "seats", "users", "units", "pcs", "utenti", "licenze", "pz",
];

/// The currency a text such as a header names: letters only as a word of their own.
pub fn currency_of(text: &str) -> Option<&'static str> {
    let words: Vec<String> = text
        .split_whitespace()
        .map(|word| narrow(word).to_uppercase())
        .collect();
    let names = |mark: &str| {
        let letters = mark.bytes().all(|b| b.is_ascii_alphabetic());
        words.iter().any(|word| match letters {
            true => word
                .split(|c: char| !c.is_ascii_alphabetic())
                .any(|part| part == mark),
            false => word.contains(mark),
        })
    };
    marks().find(|(mark, _)| names(mark)).map(|(_, code)| code)
}

/// Every mark of a currency, and the codes that are their own.
fn marks() -> impl Iterator<Item = (&'static str, &'static str)> {
    let codes = CODES.iter().map(|code| (*code, *code));
    CURRENCIES.iter().copied().chain(codes)
}

/// A number of millionths.
pub fn micros(input: Input<'_>, reading: &Reading<'_>) -> Result<Option<i64>> {
    Ok(figure(input, reading, number::MICRO_SCALE)?.map(|figure| figure.scaled))
}

/// A number of millionths where only whole numbers are expected: a point before three digits groups thousands.
pub fn whole_micros(input: Input<'_>, reading: &Reading<'_>) -> Result<Option<i64>> {
    if let Input::Text(text) = input
        && let Some((whole, fraction)) = text.trim().split_once('.')
        && fraction.len() == 3
        && (1..=3).contains(&whole.len())
        && whole != "0"
        && [whole, fraction]
            .iter()
            .all(|part| part.bytes().all(|b| b.is_ascii_digit()))
    {
        return micros(Input::Text(&format!("{whole}{fraction}")), reading);
    }
    micros(input, reading)
}

/// Reads a number in units of 10^-`scale`.
pub fn figure(input: Input<'_>, reading: &Reading<'_>, scale: u32) -> Result<Option<Figure>> {
    let figure = match input {
        Input::Number(number) => Figure {
            scaled: from_float(number, scale)?,
            currency: None,
        },
        Input::Measured(number, Unit::Percent) => Figure {
            scaled: from_float(number, scale)?,
            currency: None,
        },
        Input::Measured(number, Unit::Currency(code)) => Figure {
            scaled: from_float(number, scale)?,
            currency: Some(code),
        },
        Input::Text(text) => match from_text(text, scale)? {
            // a cell that counts in ten thousands itself does not count twice
            Some(figure) if reading.ten_thousands && text.contains(['万', '萬', '亿', '億']) => {
                return Ok(Some(figure));
            }
            Some(_) if reading.ten_thousands && text.contains(['元', '圆', '圓']) => {
                return Err(Error::new("number_unit_differs").with("value", text.trim()));
            }
            Some(figure) => figure,
            None => return Ok(None),
        },
        Input::Date(date) => return Err(Error::new("number_shape").with("value", date)),
        Input::Flag(flag) => return Err(Error::new("number_shape").with("value", flag)),
    };
    if !reading.ten_thousands {
        return Ok(Some(figure));
    }
    let scaled = figure
        .scaled
        .checked_mul(10_000)
        .ok_or_else(|| Error::new("number_too_large"))?;
    Ok(Some(Figure { scaled, ..figure }))
}

/// A spreadsheet's number: binary, so finer digits than the scale are noise or a division, and are rounded.
fn from_float(number: f64, scale: u32) -> Result<i64> {
    if !number.is_finite() {
        return Err(Error::new("number_shape").with("value", number));
    }
    if number.abs() >= 1e15 {
        return Err(Error::new("digits_lost").with("value", number));
    }
    // whole numbers carry no noise
    if number.fract() == 0.0
        && let Some(scaled) = (number as i64).checked_mul(10_i64.pow(scale))
    {
        return Ok(scaled);
    }
    let noise_free: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = format!("{noise_free:.0$}", scale as usize);
    plain(&text, scale, &text)
}

fn from_text(original: &str, scale: u32) -> Result<Option<Figure>> {
    let mut text: String = narrow(original).to_uppercase();
    let wrong = || Error::new("number_shape").with("value", original.trim());
    if matches!(text.as_str(), "无" | "暂无" | "NONE") {
        return Ok(None);
    }
    // a stroke alone may stand for nothing as well as for one
    if text == "一" {
        return Err(wrong());
    }
    if lost_digits(&text) {
        return Err(Error::new("digits_lost").with("value", original.trim()));
    }
    text = with_jiao(&text).unwrap_or(text);
    let mut negative = false;
    if let Some(inner) = text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        (negative, text) = (true, inner.to_owned());
    }
    let (currency, text) = without_currency(text);
    let mut text = UNITS
        .iter()
        .find_map(|unit| text.strip_suffix(&unit.to_uppercase()))
        .unwrap_or(&text);
    text = text.strip_suffix('%').unwrap_or(text);
    if let Some(rest) = text
        .strip_prefix(['-', '负'])
        .or_else(|| text.strip_suffix('-'))
    {
        if negative {
            return Err(wrong());
        }
        (negative, text) = (true, rest);
    }
    let text = text.strip_prefix('+').unwrap_or(text);
    let digits = match in_characters(text) {
        Some(digits) => digits,
        None => {
            let (text, zeros) = without_mark(text);
            let ungrouped = ungroup(text, scale)
                .map_err(|code| Error::new(code).with("value", original.trim()))?;
            shift(&ungrouped, zeros)
        }
    };
    let scaled = plain(&digits, scale, original)?;
    Ok(Some(Figure {
        scaled: if negative { -scaled } else { scaled },
        currency,
    }))
}

/// The currency at either end of an amount, after its sign or before it, and the rest.
fn without_currency(text: String) -> (Option<&'static str>, String) {
    let found = marks().find_map(|(mark, code)| {
        let rest = text.strip_prefix(mark).or_else(|| text.strip_suffix(mark));
        let signed = || text.strip_prefix('-')?.strip_prefix(mark);
        let rest = rest.map(str::to_owned);
        Some((code, rest.or_else(|| Some(format!("-{}", signed()?)))?))
    });
    match found {
        // 万 and 元 follow each other, and 人民币 stands before them
        Some(("CNY", rest)) => {
            let rest = rest.strip_suffix(['元', '圆', '圓']).unwrap_or(&rest);
            let rest = rest.strip_prefix("(大写)").unwrap_or(rest);
            let rest = rest.strip_prefix(':').unwrap_or(rest);
            (Some("CNY"), rest.to_owned())
        }
        Some((code, rest)) => (Some(code), rest),
        None => (None, text),
    }
}

/// The digits of a number written in characters; hundredths may follow it.
fn in_characters(text: &str) -> Option<String> {
    let (whole, hundredths) = text.split_once('.').unwrap_or((text, "00"));
    let whole = numeral::value(whole)?;
    Some(format!("{whole}.{hundredths}"))
}

/// A number without the mark that it counts in ten thousands, and how many digits that shifts it.
fn without_mark(text: &str) -> (&str, usize) {
    [("万", 4), ("萬", 4), ("亿", 8), ("億", 8)]
        .into_iter()
        .find_map(|(mark, zeros)| Some((text.strip_suffix(mark)?, zeros)))
        .unwrap_or((text, 0))
}

/// `12元5角3分` and `壹拾贰元伍角叁分` as `12.53元` and `壹拾贰.53元`, `12元整` as `12元`.
fn with_jiao(text: &str) -> Option<String> {
    let said = text
        .strip_suffix(['整', '正'])
        .filter(|rest| rest.ends_with(['元', '圆', '圓', '角', '分']));
    let text = said.unwrap_or(text);
    let (whole, rest) = text.split_once(['元', '圆', '圓'])?;
    if rest.is_empty() {
        return said.map(str::to_owned);
    }
    // a zero stands for the jiao that are not there
    let (jiao, rest) = match rest.split_once('角') {
        Some((jiao, rest)) => (jiao.strip_prefix('零').unwrap_or(jiao), rest),
        None => ("零", rest.strip_prefix('零').unwrap_or(rest)),
    };
    let fen = match rest {
        "" => "零",
        rest => rest.strip_suffix('分')?,
    };
    let digit = |text: &str| {
        let mut chars = text.chars();
        let c = chars.next().filter(|_| chars.as_str().is_empty())?;
        c.to_digit(10)
            .map(u64::from)
            .or_else(|| numeral::digit(c).filter(|_| c != '两'))
    };
    text.ends_with(['角', '分']).then_some(())?;
    Some(format!("{whole}.{}{}元", digit(jiao)?, digit(fen)?))
}

/// Half-width, without spaces; the signs of typographers become plain ones.
fn narrow(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '￥' => Some('¥'),
            '。' | '．' => Some('.'),
            '、' => Some(','),
            '−' | '–' | '—' => Some('-'),
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0),
            c if c.is_whitespace() || c.is_control() => None,
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{202a}'..='\u{202e}' => None,
            c => Some(c),
        })
        .collect()
}

/// Digits with at most one point. Errors are codes.
fn ungroup(text: &str, scale: u32) -> Result<String, &'static str> {
    let text = text.replace(['\'', '’'], "");
    if text.is_empty()
        || !text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    {
        return Err("number_shape");
    }
    let (commas, points) = (text.matches(',').count(), text.matches('.').count());
    let decimal = match (commas, points) {
        (0, 0) => return Ok(text),
        (0, 1) => {
            // 1.200 is one thousand two hundred in Milan; money has no three decimals, so nobody may guess
            let three = text.split_once('.').is_some_and(|(whole, fraction)| {
                fraction.len() == 3 && whole != "0" && !whole.is_empty()
            });
            if three && scale == number::AMOUNT_SCALE {
                return Err("number_ambiguous");
            }
            return Ok(text);
        }
        (1, 0) => {
            let (whole, fraction) = text.split_once(',').unwrap_or((&text, ""));
            let grouping = fraction.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0";
            (!grouping).then_some(',')
        }
        (0, _) | (_, 0) => None,
        _ => text.chars().rfind(|c| matches!(c, ',' | '.')),
    };
    let (whole, fraction) = match decimal {
        Some(mark) => text.rsplit_once(mark).unwrap_or((&text, "")),
        None => (text.as_str(), ""),
    };
    let mut groups = whole.split([',', '.']);
    let first = groups.next().unwrap_or_default();
    let others: Vec<&str> = groups.collect();
    let well_grouped = others.is_empty()
        || ((1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3));
    let one_mark = !(whole.contains(',') && whole.contains('.'));
    if !well_grouped || !one_mark || fraction.contains([',', '.']) {
        return Err("number_shape");
    }
    let digits: String = std::iter::once(first).chain(others).collect();
    Ok(if fraction.is_empty() {
        digits
    } else {
        format!("{digits}.{fraction}")
    })
}

/// Moves the point to the right.
fn shift(text: &str, zeros: usize) -> String {
    if zeros == 0 {
        return text.to_owned();
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let padded = format!("{fraction:0<zeros$}");
    let (moved, rest) = padded.split_at(zeros);
    format!("{whole}{moved}.{rest}")
}

fn plain(text: &str, scale: u32, original: &str) -> Result<i64> {
    let read = if scale == number::AMOUNT_SCALE {
        number::amount_from_text(text)
    } else {
        number::micros_from_text(text)
    };
    read.ok_or_else(|| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let code = match text.split_once('.') {
            Some((_, fraction)) if fraction.trim_end_matches('0').len() > scale as usize => {
                "number_too_fine"
            }
            _ if digits > 12 => "number_too_large",
            _ => "number_shape",
        };
        Error::new(code).with("value", original.trim())
    })
}
