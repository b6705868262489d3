//! The cells of one sheet, kept flat: one text, and for every filled cell eleven bytes.

mod pieces;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::limits;
use super::marks::Marks;
use crate::register::parse::{CODES, Input, Unit, number_text};
use crate::{Error, Result};

pub use pieces::{Assembly, Piece};

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Text.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A number whose format says what it counts.
    Measured(f64, Unit),
    /// A day; the time of day is left out.
    Date(NaiveDate),
    /// True or false.
    Flag(bool),
    /// A spreadsheet error such as `#N/A`.
    Error(Fault),
}

/// Why a spreadsheet has no value for a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// `#NULL!`
    Null,
    /// `#DIV/0!`
    Division,
    /// `#VALUE!`
    Value,
    /// `#REF!`
    Reference,
    /// `#NAME?`
    Name,
    /// `#NUM!`
    Number,
    /// `#N/A`
    Missing,
    /// Any other.
    Other,
    /// A formula whose result was never stored.
    Uncalculated,
}

impl Fault {
    const ALL: [Self; 9] = [
        Self::Null,
        Self::Division,
        Self::Value,
        Self::Reference,
        Self::Name,
        Self::Number,
        Self::Missing,
        Self::Other,
        Self::Uncalculated,
    ];

    /// As the spreadsheet program shows it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Null => "#NULL!",
            Self::Division => "#DIV/0!",
            Self::Value => "#VALUE!",
            Self::Reference => "#REF!",
            Self::Name => "#NAME?",
            Self::Number => "#NUM!",
            Self::Missing => "#N/A",
            Self::Other => "#ERROR",
            Self::Uncalculated => "=",
        }
    }

    /// The fault that a text shown in a cell stands for.
    pub fn of(text: &str) -> Option<Self> {
        if !text.starts_with(['#', 'E']) {
            return None;
        }
        Self::ALL
            .into_iter()
            .find(|fault| *fault != Self::Uncalculated && fault.text() == text)
            .or_else(|| {
                // LibreOffice numbers its own
                let number = text.strip_prefix("Err:")?;
                let digits = number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit());
                digits.then_some(Self::Other)
            })
    }
}

impl<'a> Cell<'a> {
    /// The text a person sees, near enough.
    pub fn text(self) -> std::borrow::Cow<'a, str> {
        match self {
            Self::Empty => "".into(),
            Self::Text(text) => text.into(),
            Self::Number(number) => number_text(number).into(),
            Self::Measured(number, unit) => unit.text(number).into(),
            Self::Date(date) => date.to_string().into(),
            Self::Flag(flag) => flag.to_string().into(),
            Self::Error(fault) => fault.text().into(),
        }
    }

    /// Whether nothing is in it, or only spaces.
    pub fn is_blank(self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The input of a field; `None` when nothing is in it. A spreadsheet error is an error.
    pub fn input(self) -> Result<Option<Input<'a>>> {
        Ok(Some(match self {
            Self::Empty => return Ok(None),
            Self::Text(text) => Input::Text(text),
            Self::Number(number) => Input::Number(number),
            Self::Measured(number, unit) => Input::Measured(number, unit),
            Self::Date(date) => Input::Date(date),
            Self::Flag(flag) => Input::Flag(flag),
            Self::Error(Fault::Uncalculated) => return Err(Error::new("cell_uncalculated")),
            Self::Error(fault) => return Err(Error::new("cell_error").with("value", fault.text())),
        }))
    }
}

/// What the eight bytes of a cell are: the place of a text, the bits of a number, days from the first of the common era, …
const TEXT: u8 = 0;
const NUMBER: u8 = 1;
const PERCENT: u8 = 2;
const DATE: u8 = 3;
const FLAG: u8 = 4;
const FAULT: u8 = 5;
/// … from here on the bits of an amount, and what is above is the place of its currency in [`CODES`].
const MONEY: u8 = 16;

/// The lower half of the place of a text: its length. The upper is its start.
const LENGTH: u64 = u32::MAX as u64;

/// A row: its number in the file and where its cells begin.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct RowStart {
    number: u32,
    start: u32,
}

/// Texts met lately, found again by a number made of their bytes: what a column repeats is kept once.
const LATELY: usize = 4096;

/// The filled cells of a sheet in reading order.
#[derive(Debug, Default, Clone)]
pub struct Table {
    text: String,
    columns: Vec<u16>,
    kinds: Vec<u8>,
    values: Vec<u64>,
    rows: Vec<RowStart>,
    width: u16,
    lately: Vec<u64>,
    /// What the sheet says beside its cells.
    pub marks: Marks,
}

impl Table {
    /// Adds a cell. Cells come in reading order; rows and columns count from 0. Nothing is kept of an empty one.
    pub fn push(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<()> {
        if cell.is_blank() {
            return Ok(());
        }
        if row >= limits::ROWS || column >= limits::COLUMNS || self.values.len() >= limits::CELLS {
            return Err(limits::too_big("cells"));
        }
        let at = self.place(row + 1, column as u16)?;
        let (kind, value) = match cell {
            Cell::Empty => return Ok(()),
            Cell::Text(text) => (TEXT, self.keep(text)?),
            Cell::Number(number) => (NUMBER, number.to_bits()),
            Cell::Measured(number, unit) => (kind_of(unit), number.to_bits()),
            Cell::Date(date) => (DATE, date.num_days_from_ce() as u64),
            Cell::Flag(flag) => (FLAG, u64::from(flag)),
            Cell::Error(fault) => (FAULT, fault as u64),
        };
        self.width = self.width.max(column as u16 + 1);
        self.columns.insert(at, column as u16);
        self.kinds.insert(at, kind);
        self.values.insert(at, value);
        Ok(())
    }

    /// Where the next cell goes: behind the others, or among those of its row. Two values for one cell are damage, since
    /// nobody can say which is meant.
    fn place(&mut self, number: u32, column: u16) -> Result<usize> {
        let end = self.values.len();
        match self.rows.last() {
            Some(last) if last.number > number => Err(Error::new("file_damaged")),
            Some(last) if last.number == number => {
                let start = last.start as usize;
                match self.columns[start..].last() {
                    Some(before) if *before < column => Ok(end),
                    _ => match self.columns[start..].binary_search(&column) {
                        Ok(_) => Err(Error::new("file_damaged")),
                        Err(at) => Ok(start + at),
                    },
                }
            }
            _ => {
                let start = end as u32;
                self.rows.push(RowStart { number, start });
                Ok(end)
            }
        }
    }

    /// Keeps a text and gives where.
    fn keep(&mut self, text: &str) -> Result<u64> {
        if self.lately.is_empty() {
            self.lately = vec![0; LATELY];
        }
        let mark = text.bytes().fold(text.len(), |mark, byte| {
            mark.wrapping_mul(31).wrapping_add(usize::from(byte))
        });
        let known = self.lately[mark % LATELY];
        if self.text_at(known) == text {
            return Ok(known);
        }
        if self.text.len() + text.len() > limits::TEXT {
            return Err(Error::new("file_too_big").with("what", "text"));
        }
        let place = ((self.text.len() as u64) << 32) | text.len() as u64;
        self.text.push_str(text);
        self.lately[mark % LATELY] = place;
        Ok(place)
    }

    fn text_at(&self, place: u64) -> &str {
        let (start, length) = ((place >> 32) as usize, (place & LENGTH) as usize);
        self.text.get(start..start + length).unwrap_or_default()
    }

    /// Its first rows alone, by their numbers in the file.
    pub fn head(&self, rows: u32) -> Self {
        let kept = self.index_from(rows.saturating_add(1));
        let end = self.span(kept).start;
        let texts = (0..end).filter(|at| self.kinds[*at] == TEXT);
        let text = texts
            .map(|at| (self.values[at] >> 32) + (self.values[at] & LENGTH))
            .max()
            .unwrap_or(0);
        Self {
            text: self.text[..text as usize].to_owned(),
            columns: self.columns[..end].to_vec(),
            kinds: self.kinds[..end].to_vec(),
            values: self.values[..end].to_vec(),
            rows: self.rows[..kept].to_vec(),
            width: self.width,
            lately: Vec::new(),
            marks: self.marks.clone(),
        }
    }

    /// Gives back what was only needed while it was filled.
    pub fn close(&mut self) {
        self.lately = Vec::new();
        self.text.shrink_to_fit();
        self.values.shrink_to_fit();
        self.columns.shrink_to_fit();
        self.kinds.shrink_to_fit();
    }

    /// Rows that hold anything.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Filled cells.
    pub fn cells(&self) -> usize {
        self.values.len()
    }

    /// Columns up to the last filled one.
    pub fn columns(&self) -> usize {
        usize::from(self.width)
    }

    /// Number in the file, from 1, of the row at `index`.
    pub fn number(&self, index: usize) -> u32 {
        self.rows.get(index).map_or(0, |row| row.number)
    }

    /// The first row at or after a row number of the file.
    pub fn index_from(&self, number: u32) -> usize {
        self.rows.partition_point(|row| row.number < number)
    }

    /// The filled cells of a row with their columns.
    pub fn row(&self, index: usize) -> impl Iterator<Item = (usize, Cell<'_>)> {
        self.span(index)
            .map(|at| (usize::from(self.columns[at]), self.cell_at(at)))
    }

    /// One cell.
    pub fn cell(&self, index: usize, column: usize) -> Cell<'_> {
        let span = self.span(index);
        let row = self.columns.get(span.clone()).unwrap_or_default();
        match row.binary_search_by_key(&column, |filled| usize::from(*filled)) {
            Ok(at) => self.cell_at(span.start + at),
            Err(_) => Cell::Empty,
        }
    }

    /// What the merged region holds in which a cell lies below the first.
    pub fn covering(&self, index: usize, column: usize) -> Cell<'_> {
        match self.marks.region(self.number(index), column) {
            Some(region) => self.cell(self.index_from(region.top), column),
            None => Cell::Empty,
        }
    }

    fn span(&self, index: usize) -> std::ops::Range<usize> {
        let begins = |index: usize| {
            self.rows
                .get(index)
                .map_or(self.values.len(), |row| row.start as usize)
        };
        begins(index)..begins(index + 1)
    }

    fn cell_at(&self, at: usize) -> Cell<'_> {
        let value = self.values[at];
        match self.kinds[at] {
            TEXT => Cell::Text(self.text_at(value)),
            NUMBER => Cell::Number(f64::from_bits(value)),
            PERCENT => Cell::Measured(f64::from_bits(value), Unit::Percent),
            DATE => {
                NaiveDate::from_num_days_from_ce_opt(value as i32).map_or(Cell::Empty, Cell::Date)
            }
            FLAG => Cell::Flag(value != 0),
            FAULT => Cell::Error(*Fault::ALL.get(value as usize).unwrap_or(&Fault::Other)),
            money => match CODES.get(usize::from(money.wrapping_sub(MONEY))) {
                Some(code) => Cell::Measured(f64::from_bits(value), Unit::Currency(code)),
                None => Cell::Number(f64::from_bits(value)),
            },
        }
    }
}

fn kind_of(unit: Unit) -> u8 {
    match unit {
        Unit::Percent => PERCENT,
        Unit::Currency(code) => CODES
            .iter()
            .position(|known| *known == code)
            .map_or(NUMBER, |place| MONEY + place as u8),
    }
}

/// The letters of a column: `A`, `Z`, `AA`.
pub fn letter(column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters
}

/// The address of a cell: `F22`.
pub fn address(column: usize, row: u32) -> String {
    format!("{}{row}", letter(column))
}
