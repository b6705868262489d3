//! Text as people write it to the values of fields: one reading per kind, shared by forms, import and the command line, so that
//! all refuse the same things in the same words.

use std::collections::HashMap;

use chrono::NaiveDate;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::identifier::Verdict;
use super::{Field, Kind, Money, Pair, Value, number};
use crate::{Error, Result};

mod amount;
mod date;
mod day_order;
mod numeral;

pub use amount::{CODES, Figure, Unit, currency_of};
pub use day_order::{DateOrder, Orders};

/// What stands in a cell or an input box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input<'a> {
    /// Text as typed.
    Text(&'a str),
    /// A number of a spreadsheet.
    Number(f64),
    /// A number of a spreadsheet whose format says what it counts.
    Measured(f64, Unit),
    /// A day of a spreadsheet.
    Date(NaiveDate),
    /// A truth value of a spreadsheet.
    Flag(bool),
}

/// Labels, synonyms and keys of one field's choices, in the form of [`fold`].
pub type ChoiceNames = HashMap<String, &'static str>;

/// How a column is to be read, where a cell alone does not say.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading<'a> {
    /// Order of `03/04/2026` and `26-3-1`; unknown makes a date that has several meanings an error.
    pub date_order: Option<DateOrder>,
    /// Numbers that stand for days count from 1904.
    pub from_1904: bool,
    /// Currency of amounts that name none.
    pub currency: Option<&'a str>,
    /// The column counts in ten thousands (万元).
    pub ten_thousands: bool,
    /// Names of the choices.
    pub choices: Option<&'a ChoiceNames>,
}

/// Longest text a field takes, in UTF-16 units: what a cell of a workbook holds.
pub const MOST_TEXT: usize = 32_767;

/// Whether a text has more than `most` UTF-16 units: never more than it has bytes.
pub fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && text.encode_utf16().count() > most
}

/// Reads an input for a field. `None`: nothing was said. `Some(Value::Null)`: said to have none (an end date *perpetual*).
/// Links and files are not read here: they need the vault.
pub fn parse(field: &Field, input: Input<'_>, reading: &Reading<'_>) -> Result<Option<Value>> {
    if let Input::Text(text) = input
        && is_nothing(text)
    {
        return Ok(None);
    }
    let input = match (input, field.kind) {
        // a text shows the sign, an amount its currency, a rate is a number of hundredths: to all others it is a number
        (Input::Measured(..), Kind::Text | Kind::Note | Kind::Pair | Kind::Money) => input,
        (Input::Measured(number, Unit::Percent), Kind::Decimal) => Input::Number(number * 100.0),
        (Input::Measured(number, _), _) => Input::Number(number),
        _ => input,
    };
    match field.kind {
        Kind::Text | Kind::Note | Kind::Code(_) | Kind::Secret => {
            text(field, input).map(|text| text.map(Value::Text))
        }
        Kind::Pair => text(field, input).map(|text| text.map(|text| Value::Pair(pair(&text)))),
        Kind::Integer => integer(input, reading),
        Kind::Decimal => amount::micros(input, reading).map(|micros| micros.map(Value::Decimal)),
        Kind::Money => money(input, reading),
        Kind::Date => date::parse(input, reading, is_end(field.key)),
        Kind::Moment => moment(input),
        Kind::Flag => flag(input),
        Kind::Choice(choices) => {
            choice(choices, input, reading).map(|key| key.map(|key| Value::Text(key.to_owned())))
        }
        Kind::Choices(choices) => several(choices, input, reading),
        Kind::Identifier(identifier) => {
            let Some(text) = text(field, input)? else {
                return Ok(None);
            };
            let known = reading.choices.and_then(|names| names.get(&fold(&text)));
            let normal = known.map_or_else(|| identifier.normal(&text), |key| (*key).to_owned());
            match identifier.check(&normal) {
                Verdict::Wrong(code) => Err(Error::new(code).with("value", text)),
                _ => Ok(Some(Value::Text(normal))),
            }
        }
        Kind::Link(_) | Kind::Links(_) | Kind::AnyLinks | Kind::Files => {
            Err(Error::new("bad_value"))
        }
    }
}

/// Text in the form names are compared in: compatible characters folded, lower case, only letters and digits.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        let kept = text.bytes().filter(u8::is_ascii_alphanumeric);
        return kept
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
    }
    text.nfkc()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Text without what cannot be seen: trimmed, composed, control and zero-width characters gone. Line breaks stay.
pub fn clean(text: &str) -> String {
    let text = text.trim();
    if text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n')) {
        return text.to_owned();
    }
    // a line may end as on old Macs
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let seen = text.chars().filter(|c| {
        *c == '\n' || !(c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
    });
    if is_nfc_quick(seen.clone()) == IsNormalized::Yes {
        return seen.collect();
    }
    seen.nfc().collect()
}

/// Lines as one: a name wrapped in its cell has a blank where it was broken, unless between Han characters.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for part in text.lines().map(str::trim).filter(|part| !part.is_empty()) {
        let han = |c: Option<char>| c.is_some_and(|c| has_han(c.encode_utf8(&mut [0; 4])));
        let joined = line.is_empty() || han(line.chars().last()) && han(part.chars().next());
        if !joined {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

/// Whether a cell says that there is nothing.
pub fn is_nothing(text: &str) -> bool {
    let text = text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')
    });
    text.is_empty()
        || text
            .chars()
            .all(|c| matches!(c, '-' | '—' | '–' | '－' | '―' | '─'))
        || matches!(text, "/" | "／" | "\\")
        || ["n/a", "n.a.", "#n/a", "null", "(null)", "nan"]
            .iter()
            .any(|nothing| text.eq_ignore_ascii_case(nothing))
}

/// Whether text holds Han characters.
pub fn has_han(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}'))
}

/// Both halves of a bilingual text where it stands on two lines or around a slash in two scripts; one half by its script
/// otherwise.
pub fn pair(text: &str) -> Pair {
    for between in ["\n", " / ", " | "] {
        if let Some((first, second)) = text.split_once(between) {
            let (first, second) = (one_line(first), one_line(second));
            if has_han(&first) && !has_han(&second) && !second.is_empty() {
                return Pair::both(&first, &second);
            }
            if has_han(&second) && !has_han(&first) && !first.is_empty() {
                return Pair::both(&second, &first);
            }
        }
    }
    Pair::by_script(&one_line(text))
}

/// A spreadsheet number as the text a person sees: no exponent, no noise past the fifteenth digit.
pub fn number_text(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

fn is_end(key: &str) -> bool {
    matches!(key, "ends" | "removed" | "left_on") || key.ends_with("until")
}

fn text(field: &Field, input: Input<'_>) -> Result<Option<String>> {
    let text = match input {
        Input::Text(text) => match field.kind {
            Kind::Note | Kind::Secret | Kind::Pair => clean(text),
            _ => one_line(&clean(text)),
        },
        Input::Number(number) | Input::Measured(number, _) if number.abs() >= 1e15 => {
            return Err(Error::new("digits_lost").with("value", number));
        }
        Input::Number(number) => number_text(number),
        Input::Measured(number, unit) => unit.text(number),
        Input::Date(date) => date.to_string(),
        Input::Flag(flag) => flag.to_string(),
    };
    if matches!(field.kind, Kind::Identifier(_) | Kind::Code(_)) && lost_digits(&text) {
        return Err(Error::new("digits_lost").with("value", text));
    }
    if is_longer(&text, MOST_TEXT) {
        return Err(Error::new("text_too_long").with("most", MOST_TEXT));
    }
    Ok((!text.is_empty()).then_some(text))
}

/// `2.43120E+19`: a long number that a spreadsheet shortened.
fn lost_digits(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else {
        return false;
    };
    mantissa.contains('.')
        && mantissa.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && exponent
            .strip_prefix('+')
            .is_some_and(|digits| digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()))
}

fn integer(input: Input<'_>, reading: &Reading<'_>) -> Result<Option<Value>> {
    const ONE: i64 = 10_i64.pow(number::MICRO_SCALE);
    match amount::whole_micros(input, reading)? {
        Some(micros) if micros % ONE == 0 => Ok(Some(Value::Integer(micros / ONE))),
        Some(micros) => {
            Err(Error::new("number_not_whole").with("value", number::micros_to_text(micros)))
        }
        None => Ok(None),
    }
}

fn money(input: Input<'_>, reading: &Reading<'_>) -> Result<Option<Value>> {
    let Some(figure) = amount::figure(input, reading, number::AMOUNT_SCALE)? else {
        return Ok(None);
    };
    match figure.currency.or(reading.currency) {
        Some(currency) => Ok(Some(Value::Money(Money {
            amount: figure.scaled,
            currency: currency.to_owned(),
        }))),
        None => Err(Error::new("currency_missing")),
    }
}

fn moment(input: Input<'_>) -> Result<Option<Value>> {
    let Input::Text(text) = input else {
        return Err(Error::new("date_shape").with("value", ""));
    };
    text.trim()
        .parse()
        .map(|moment| Some(Value::Moment(moment)))
        .map_err(|_| Error::new("date_shape").with("value", text.trim()))
}

const YES: &[&str] = &[
    "yes", "y", "true", "t", "1", "on", "x", "ok", "sì", "si", "s", "vero", "是", "有", "对", "真",
    "需要", "支持", "启用", "允许", "可", "可以", "已", "√", "✓", "✔", "☑", "●", "○是",
];
const NO: &[&str] = &[
    "no",
    "n",
    "false",
    "f",
    "0",
    "off",
    "falso",
    "否",
    "无",
    "没有",
    "不",
    "错",
    "假",
    "不需要",
    "不支持",
    "停用",
    "禁用",
    "不允许",
    "不可",
    "不可以",
    "未",
    "×",
    "✗",
    "✘",
    "☐",
];

fn flag(input: Input<'_>) -> Result<Option<Value>> {
    let text = match input {
        Input::Flag(flag) => return Ok(Some(Value::Flag(flag))),
        Input::Number(number) | Input::Measured(number, _) => number_text(number),
        Input::Text(text) => clean(text).nfkc().collect::<String>().to_lowercase(),
        Input::Date(date) => date.to_string(),
    };
    // two languages side by side say the same twice
    let every = |words: &[&str]| {
        words.contains(&text.as_str()) || text.split([' ', '/']).all(|word| words.contains(&word))
    };
    if every(YES) {
        Ok(Some(Value::Flag(true)))
    } else if every(NO) {
        Ok(Some(Value::Flag(false)))
    } else {
        Err(Error::new("flag_shape").with("value", text))
    }
}

fn choice(
    choices: &[&'static str],
    input: Input<'_>,
    reading: &Reading<'_>,
) -> Result<Option<&'static str>> {
    let text = match input {
        Input::Text(text) => clean(text),
        Input::Number(number) | Input::Measured(number, _) => number_text(number),
        Input::Flag(flag) => flag.to_string(),
        Input::Date(date) => date.to_string(),
    };
    let named = |word: &str| reading.choices.and_then(|names| names.get(&fold(word)));
    // 订阅（1年）: what is in brackets only says more
    let (bare, _) = text.split_once(['（', '(']).unwrap_or((&text, ""));
    let key = choices
        .iter()
        .find(|key| **key == text)
        .or_else(|| named(&text))
        .or_else(|| named(bare));
    match key {
        Some(key) => Ok(Some(key)),
        None if matches!(text.as_str(), "无" | "未知" | "none" | "None" | "unknown") => Ok(None),
        None => Err(Error::new("choice_unknown").with("value", text)),
    }
}

fn several(
    choices: &[&'static str],
    input: Input<'_>,
    reading: &Reading<'_>,
) -> Result<Option<Value>> {
    let Input::Text(text) = input else {
        return Err(Error::new("bad_value"));
    };
    let mut found = Vec::new();
    for part in text
        .split(['\n', ',', ';', '，', '；', '、'])
        .filter(|part| !is_nothing(part))
    {
        found.extend(choice(choices, Input::Text(part), reading)?);
    }
    let mut keys: Vec<String> = choices
        .iter()
        .filter(|key| found.contains(*key))
        .map(|key| (*key).to_owned())
        .collect();
    keys.dedup();
    Ok((!keys.is_empty()).then_some(Value::Choices(keys)))
}

#[cfg(test)]
mod tests;
