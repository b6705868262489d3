//! Exact decimal numbers as scaled integers and their plain text (`-1234.5`): no grouping, no locale.

/// Decimals of an amount of money.
pub const AMOUNT_SCALE: u32 = 4;
/// Decimals of other decimal numbers.
pub const MICRO_SCALE: u32 = 6;

/// Amount of 1/10 000 units as text with at least two decimals.
pub fn amount_to_text(amount: i64) -> String {
    to_text(amount, AMOUNT_SCALE, 2)
}

/// Millionths as text without trailing zeros.
pub fn micros_to_text(micros: i64) -> String {
    to_text(micros, MICRO_SCALE, 0)
}

/// Plain text to an amount of 1/10 000 units; `None` when it is not a number, too large or finer than four decimals.
pub fn amount_from_text(text: &str) -> Option<i64> {
    from_text(text, AMOUNT_SCALE)
}

/// Plain text to millionths; `None` when it is not a number, too large or finer than six decimals.
pub fn micros_from_text(text: &str) -> Option<i64> {
    from_text(text, MICRO_SCALE)
}

fn to_text(scaled: i64, scale: u32, least: usize) -> String {
    let unit = 10_u64.pow(scale);
    let absolute = scaled.unsigned_abs();
    let mut fraction = format!("{:0width$}", absolute % unit, width = scale as usize);
    while fraction.len() > least && fraction.ends_with('0') {
        fraction.pop();
    }
    let sign = if scaled < 0 { "-" } else { "" };
    let dot = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{dot}{fraction}", absolute / unit)
}

fn from_text(text: &str, scale: u32) -> Option<i64> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && fraction.is_empty())
        || !all_digits(whole)
        || !all_digits(fraction)
        || fraction.len() > scale as usize
    {
        return None;
    }
    let padded = format!("{whole}{fraction:0<width$}", width = scale as usize);
    let scaled: i64 = padded.parse().ok()?;
    Some(if negative { -scaled } else { scaled })
}
