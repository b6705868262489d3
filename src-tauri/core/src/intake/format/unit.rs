//! What a number format says a number is: a percentage, or an amount in a currency.

use crate::register::parse::{Unit, currency_of};

/// Formats below this number are of the program, not of the file, and follow the language of whoever looks.
const OWN: u32 = 164;

/// What a format says, by its code and its number in the workbook.
pub(super) fn of_format(number: u32, code: &str) -> Option<Unit> {
    let first = first_section(code);
    let literal = literals(first);
    if literal.contains('%') {
        return Some(Unit::Percent);
    }
    if let Some(named) = bracketed(first) {
        return named;
    }
    // an unnamed dollar in a format of the program stands for the local currency
    if number < OWN && literal.contains('$') {
        return None;
    }
    currency_of(&literal).map(Unit::Currency)
}

/// The format of positive numbers.
fn first_section(code: &str) -> &str {
    let mut quoted = false;
    let end = code.find(|c| {
        quoted ^= c == '"';
        c == ';' && !quoted
    });
    &code[..end.unwrap_or(code.len())]
}

/// What a format writes beside the digits.
fn literals(section: &str) -> String {
    let mut out = String::new();
    let mut chars = section.chars();
    let mut bracket = false;
    while let Some(c) = chars.next() {
        match c {
            '[' => bracket = true,
            ']' => bracket = false,
            _ if bracket => {}
            // the next sign is a width or fills the cell
            '_' | '*' => {
                chars.next();
            }
            '\\' => out.extend(chars.next()),
            '"' | '#' | '0' | '?' | ',' | '.' | ' ' => {}
            c => out.push(c),
        }
    }
    out
}

/// The currency in `[$€-410]`; a sign that several countries use is told by the country that follows.
fn bracketed(section: &str) -> Option<Option<Unit>> {
    let (sign, place) = section
        .split_once("[$")?
        .1
        .split_once(']')?
        .0
        .split_once('-')
        .unwrap_or((section, ""));
    let sign = sign.rsplit("[$").next()?.split(']').next()?;
    if sign.is_empty() {
        return None;
    }
    let place = place.to_ascii_uppercase();
    let code = match (sign, place.as_str()) {
        ("$", "404") => Some("TWD"),
        ("$", "C04") => Some("HKD"),
        ("$", "1004") => Some("SGD"),
        ("$", "C09") => Some("AUD"),
        ("$", "1009") => Some("CAD"),
        ("$", "" | "409" | "EN-US") => Some("USD"),
        ("$", _) => None,
        ("¥" | "￥", "411" | "JA-JP") => Some("JPY"),
        (sign, _) => currency_of(sign),
    };
    Some(code.map(Unit::Currency))
}
