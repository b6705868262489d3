//! One cell: what it can hold and how it is written, safe for whatever a person typed.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};
use rust_xlsxwriter::{Format, Formula, Worksheet};

use super::style::TextFormat;
pub(super) use crate::intake::limits::CELL as TEXT_LIMIT;
use crate::words::in_zone;
use crate::{Error, Result};

/// Points of one line of text, and of the tallest row Excel takes.
const LINE_HEIGHT: u32 = 14;
const MOST_HEIGHT: u32 = 408;

/// The value of a cell.
#[derive(Debug, Clone, Copy)]
pub(super) enum Cell<'a> {
    /// Nothing.
    Blank,
    /// Text, never a formula.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// Millionths.
    Decimal(i64),
    /// 1/10 000 units.
    Amount(i64),
    /// A day.
    Date(NaiveDate),
    /// A moment, shown in the vault's zone.
    Moment(DateTime<Utc>),
    /// A formula of ours with its result, for readers that do not calculate.
    Formula(&'a str, i64),
}

/// The days Excel can hold; others are written as text.
pub(super) fn serial(day: NaiveDate) -> Option<f64> {
    let first = NaiveDate::from_ymd_opt(1900, 3, 1)?;
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    // days before March 1900 are counted differently by Excel and by everyone else
    (day >= first && day.year() <= 9999).then(|| (day - epoch).num_days() as f64)
}

fn serial_moment(moment: NaiveDateTime) -> Option<f64> {
    let seconds = f64::from(moment.num_seconds_from_midnight());
    serial(moment.date()).map(|day| day + seconds / 86_400.0)
}

/// Whether a spreadsheet could take the text for a formula once someone edits the cell.
pub(super) fn looks_like_formula(text: &str) -> bool {
    text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', '\'',
    ])
}

/// Cuts text at the limit of a cell, between characters; gives what does not fit.
pub(super) fn split(text: &str) -> (&str, &str) {
    // no text of this many bytes can be over the limit, which is counted in UTF-16
    if text.len() <= TEXT_LIMIT {
        return (text, "");
    }
    let mut units = 0;
    for (at, character) in text.char_indices() {
        units += character.len_utf16();
        if units > TEXT_LIMIT {
            return text.split_at(at);
        }
    }
    (text, "")
}

/// Writes text as text.
pub(super) fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: &TextFormat,
) -> Result<()> {
    let chosen = if looks_like_formula(text) {
        &format.quoted
    } else {
        &format.plain
    };
    sheet
        .write_string_with_format(row, column, text, chosen)
        .map_err(refused)?;
    Ok(())
}

/// Writes any other value. A number takes the format of its column; `format` is the same one, for what is no number.
pub(super) fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: Cell<'_>,
    format: &Format,
) -> Result<()> {
    let number = match cell {
        Cell::Blank | Cell::Text(_) => None,
        Cell::Integer(number) => Some(number as f64),
        Cell::Decimal(micros) => Some(micros as f64 / 1e6),
        Cell::Amount(amount) => Some(amount as f64 / 1e4),
        Cell::Date(day) => match serial(day) {
            Some(number) => Some(number),
            None => return plain(sheet, row, column, &day.to_string(), format),
        },
        Cell::Moment(moment) => serial_moment(in_zone(moment)),
        Cell::Formula(formula, result) => {
            let formula = Formula::new(formula).set_result(result.to_string());
            sheet
                .write_formula_with_format(row, column, formula, format)
                .map_err(refused)?;
            return Ok(());
        }
    };
    match number {
        Some(number) => sheet.write_number(row, column, number),
        None => sheet.write_blank(row, column, format),
    }
    .map_err(refused)?;
    Ok(())
}

fn plain(sheet: &mut Worksheet, row: u32, column: u16, text: &str, format: &Format) -> Result<()> {
    sheet
        .write_string_with_format(row, column, text, format)
        .map_err(refused)?;
    Ok(())
}

/// The writer's refusals never reach a person raw.
pub(super) fn refused(error: rust_xlsxwriter::XlsxError) -> Error {
    match error {
        rust_xlsxwriter::XlsxError::IoError(error) => Error::from(error),
        other => Error::new("workbook_write").with("detail", other),
    }
}

/// Columns a text takes: Chinese characters take two.
pub(super) fn display_width(text: &str) -> usize {
    text.chars()
        .map(|c| if c < '\u{1100}' { 1 } else { 2 })
        .sum()
}

/// What letters take on average of what a digit takes, at most.
const WIDER: f64 = 1.06;

/// Width of a column in which a text stands without being broken.
pub(super) fn room(text: &str) -> f64 {
    let widest = text.lines().map(display_width).max().unwrap_or(0);
    widest as f64 * WIDER + 3.0
}

/// Lines a text takes in a column of this width.
pub(super) fn lines(text: &str, width: f64) -> u32 {
    // no text is wider than it has bytes
    if (text.len() as f64) < width - 3.0 && !text.contains('\n') {
        return 1;
    }
    let room = (width - 2.0).max(4.0);
    let of = |line: &str| (display_width(line) as f64 * WIDER / room).ceil().max(1.0) as u32;
    text.lines().map(of).sum()
}

/// Points of a row with that many lines.
pub(super) fn height(lines: u32) -> u32 {
    (lines * LINE_HEIGHT + 4).min(MOST_HEIGHT)
}
