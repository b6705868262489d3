//! Some rows of a sheet: one text and a few bytes for every filled cell, or all of it packed.

mod bounded;
mod steps;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Cell, Fault};
use crate::intake::limits;
use crate::register::parse::{CODES, Unit};
use crate::{Error, Result};
use steps::Steps;

/// Filled cells, and bytes of text, after which a block ends with its row.
const CELLS: usize = 8192;
const TEXT_BYTES: usize = 256 << 10;
/// Bytes a block unpacks to at most: a row of the longest texts beside what came before it.
const UNPACKED: usize = 64 << 20;

/// What the eight bytes of a cell are: the place of a text, the bits of a number, days from the first of the common era, …
const TEXT: u8 = 0;
const NUMBER: u8 = 1;
const PERCENT: u8 = 2;
const DATE: u8 = 3;
const FLAG: u8 = 4;
const FAULT: u8 = 5;
/// … from here on the bits of an amount, and what is above is the place of its currency in [`CODES`].
const MONEY: u8 = 16;

/// Texts met lately, found again by a number made of their bytes: what a column repeats is kept once.
const LATELY: usize = 1024;

/// A row: its number in the file and where its cells begin.
#[derive(Debug, Clone, Copy)]
struct RowStart {
    number: u32,
    start: u32,
}

/// Rows in reading order.
#[derive(Debug, Default, Clone)]
pub(super) struct Block {
    text: String,
    /// Where each text ends.
    ends: Vec<u32>,
    columns: Vec<u16>,
    kinds: Vec<u8>,
    values: Vec<u64>,
    rows: Vec<RowStart>,
    /// Places of texts, from 1.
    lately: Vec<u32>,
}

/// A block as it is packed: steps rather than values, so that rows that are alike look alike.
#[derive(Serialize, Deserialize)]
struct Packed<'a> {
    /// How far each row is from the one before, and how many cells it has.
    #[serde(deserialize_with = "bounded::list")]
    rows: Vec<(u32, u32)>,
    #[serde(deserialize_with = "bounded::cow")]
    columns: Cow<'a, [u16]>,
    #[serde(deserialize_with = "bounded::cow")]
    kinds: Cow<'a, [u8]>,
    #[serde(deserialize_with = "bounded::list")]
    values: Vec<u64>,
    #[serde(deserialize_with = "bounded::list")]
    lengths: Vec<u32>,
    text: &'a str,
}

impl Block {
    /// Adds a cell of the last row or of one below it; the bytes of text that took.
    pub(super) fn push(&mut self, number: u32, column: u16, cell: Cell<'_>) -> Result<usize> {
        let before = self.text.len();
        let at = self.room(number, column)?;
        let (kind, value) = match cell {
            Cell::Empty => (TEXT, self.keep("")),
            Cell::Text(text) => (TEXT, self.keep(text)),
            Cell::Number(number) => (NUMBER, number.to_bits()),
            Cell::Measured(number, unit) => (kind_of(unit), number.to_bits()),
            Cell::Date(date) => (DATE, date.num_days_from_ce() as u64),
            Cell::Flag(flag) => (FLAG, u64::from(flag)),
            Cell::Error(fault) => (FAULT, fault as u64),
        };
        self.columns.insert(at, column);
        self.kinds.insert(at, kind);
        self.values.insert(at, value);
        Ok(self.text.len() - before)
    }

    /// Where the next cell goes: behind the others, or among those of its row. Two values for one cell are damage, since
    /// nobody can say which is meant.
    fn room(&mut self, number: u32, column: u16) -> Result<usize> {
        let end = self.values.len();
        match self.rows.last() {
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

    /// Keeps a text and gives its place.
    fn keep(&mut self, text: &str) -> u64 {
        if self.lately.is_empty() {
            self.lately = vec![0; LATELY];
        }
        let mark = mark(text);
        let known = self.lately[mark];
        if let Some(place) = known.checked_sub(1)
            && self.text(u64::from(place)) == text
        {
            return u64::from(place);
        }
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        self.lately[mark] = self.ends.len() as u32;
        self.ends.len() as u64 - 1
    }

    fn text(&self, place: u64) -> &str {
        let place = place as usize;
        let start = place
            .checked_sub(1)
            .and_then(|before| self.ends.get(before));
        let end = self.ends.get(place);
        let span = start.copied().unwrap_or(0) as usize..end.copied().unwrap_or(0) as usize;
        self.text.get(span).unwrap_or_default()
    }

    /// Whether it ends with its last row.
    pub(super) fn is_full(&self) -> bool {
        self.values.len() >= CELLS || self.text.len() >= TEXT_BYTES
    }

    /// Rows.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Filled cells.
    pub(super) fn cells(&self) -> usize {
        self.values.len()
    }

    /// Columns up to the last filled one.
    pub(super) fn width(&self) -> u16 {
        self.columns.iter().max().map_or(0, |last| last + 1)
    }

    /// Bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        self.text.len() + self.values.len() * 11 + (self.ends.len() + self.rows.len() * 2) * 4
    }

    /// Bytes of its text.
    pub(super) fn text_bytes(&self) -> usize {
        self.text.len()
    }

    /// Number in the file of a row.
    pub(super) fn number(&self, index: usize) -> u32 {
        self.rows.get(index).map_or(0, |row| row.number)
    }

    /// The first row at or after a row number of the file.
    pub(super) fn index_from(&self, number: u32) -> usize {
        self.rows.partition_point(|row| row.number < number)
    }

    /// The places of a row's cells.
    pub(super) fn span(&self, index: usize) -> Range<usize> {
        let begins = |index: usize| {
            self.rows
                .get(index)
                .map_or(self.values.len(), |row| row.start as usize)
        };
        begins(index)..begins(index + 1)
    }

    /// The place of a cell.
    pub(super) fn place(&self, index: usize, column: usize) -> Option<usize> {
        let span = self.span(index);
        let row = self.columns.get(span.clone())?;
        let within = row.binary_search_by_key(&column, |filled| usize::from(*filled));
        Some(span.start + within.ok()?)
    }

    /// The column of a cell by its place.
    pub(super) fn column(&self, at: usize) -> usize {
        usize::from(self.columns[at])
    }

    /// A cell by its place.
    pub(super) fn cell(&self, at: usize) -> Cell<'_> {
        let value = self.values[at];
        match self.kinds[at] {
            TEXT => Cell::Text(self.text(value)),
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

    /// Makes room for further rows.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
        self.columns.clear();
        self.kinds.clear();
        self.values.clear();
        self.rows.clear();
        self.lately.fill(0);
    }

    /// As few bytes as it takes.
    pub(super) fn pack(&self) -> Result<Vec<u8>> {
        let mut above = 0;
        let mut rows = Vec::with_capacity(self.rows.len());
        for (index, row) in self.rows.iter().enumerate() {
            rows.push((row.number - above, self.span(index).len() as u32));
            above = row.number;
        }
        let mut start = 0;
        let length = |end: &u32| end - std::mem::replace(&mut start, *end);
        let mut steps = Steps::new();
        let step = |at: usize| steps.step(self.kinds[at], self.columns[at], self.values[at]);
        let values: Option<Vec<u64>> = (0..self.cells()).map(step).collect();
        let packed = Packed {
            rows,
            columns: self.columns.as_slice().into(),
            kinds: self.kinds.as_slice().into(),
            values: values.ok_or_else(|| limits::too_big("cells"))?,
            lengths: self.ends.iter().map(length).collect(),
            text: &self.text,
        };
        let bytes = postcard::to_stdvec(&packed)
            .map_err(|error| Error::new("file").with("detail", error))?;
        Ok(lz4_flex::compress_prepend_size(&bytes))
    }

    /// The block again, if that is what the bytes are and nothing besides: rows and columns in order and within the limits, every
    /// text there.
    pub(super) fn unpack(bytes: &[u8]) -> Option<Self> {
        let (size, packed) = lz4_flex::block::uncompressed_size(bytes).ok()?;
        if size > UNPACKED {
            return None;
        }
        let bytes = lz4_flex::decompress(packed, size).ok()?;
        let (packed, rest): (Packed<'_>, _) = postcard::take_from_bytes(&bytes).ok()?;
        rest.is_empty().then_some(())?;
        let mut block = Self {
            text: packed.text.to_owned(),
            ends: Vec::with_capacity(packed.lengths.len()),
            columns: packed.columns.into_owned(),
            kinds: packed.kinds.into_owned(),
            values: packed.values,
            rows: Vec::with_capacity(packed.rows.len()),
            lately: Vec::new(),
        };
        let mut end = 0_u32;
        for length in packed.lengths {
            end = end.checked_add(length)?;
            block.text.is_char_boundary(end as usize).then_some(())?;
            block.ends.push(end);
        }
        let (mut number, mut start) = (0_u32, 0_u32);
        for (step, cells) in packed.rows {
            number = number.checked_add(step)?;
            block.rows.push(RowStart { number, start });
            start = start.checked_add(cells)?;
            if step == 0 || cells == 0 || number > limits::ROWS {
                return None;
            }
        }
        let mut steps = Steps::new();
        let cells = block.kinds.iter().zip(&block.columns);
        for ((kind, column), value) in cells.zip(&mut block.values) {
            *value = steps.value(*kind, *column, *value)?;
        }
        (block.cells() == start as usize && block.holds()).then_some(block)
    }

    /// Whether there is something for every cell.
    fn holds(&self) -> bool {
        let cells = self.cells();
        let texts = self.ends.len() as u64;
        let mut kinds = self.kinds.iter().zip(&self.values);
        self.columns.len() == cells
            && self.kinds.len() == cells
            && self.ends.len() <= cells
            && self.ends.last().map_or(0, |end| *end as usize) == self.text.len()
            && kinds.all(|(kind, value)| *kind != TEXT || *value < texts)
            && (0..self.len()).all(|row| {
                let columns = &self.columns[self.span(row)];
                let last = columns.last().copied().unwrap_or_default();
                u32::from(last) < limits::COLUMNS && columns.is_sorted_by(|a, b| a < b)
            })
    }
}

/// A number below [`LATELY`] made of the bytes of a text, eight at a time.
fn mark(text: &str) -> usize {
    let mix =
        |mark: u64, word: u64| (mark.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let rest = rest.iter().fold(text.len() as u64, |rest, byte| {
        (rest << 8) | u64::from(*byte)
    });
    // the upper bits are those that all others went into
    (words.chain([rest]).fold(0, mix) >> 32) as usize % LATELY
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
