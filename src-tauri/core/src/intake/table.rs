//! The cells of one sheet, kept flat: one text, one list of cells, one list of rows.

use chrono::NaiveDate;

use super::limits;
use crate::register::parse::{Input, number_text};
use crate::{Error, Result};

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Text.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A day; the time of day is left out.
    Date(NaiveDate),
    /// True or false.
    Flag(bool),
    /// A spreadsheet error such as `#N/A`.
    Error(&'static str),
}

impl<'a> Cell<'a> {
    /// The text a person sees, near enough.
    pub fn text(self) -> std::borrow::Cow<'a, str> {
        match self {
            Self::Empty => "".into(),
            Self::Text(text) => text.into(),
            Self::Number(number) => number_text(number).into(),
            Self::Date(date) => date.to_string().into(),
            Self::Flag(flag) => flag.to_string().into(),
            Self::Error(error) => error.into(),
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
            Self::Date(date) => Input::Date(date),
            Self::Flag(flag) => Input::Flag(flag),
            Self::Error(error) => return Err(Error::new("cell_error").with("value", error)),
        }))
    }
}

#[derive(Debug, Clone, Copy)]
enum Stored {
    Text { start: u32, length: u32 },
    Number(f64),
    Date(NaiveDate),
    Flag(bool),
    Error(&'static str),
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    column: u16,
    stored: Stored,
}

/// A row: its number in the file and where its cells begin.
#[derive(Debug, Clone, Copy)]
struct RowStart {
    number: u32,
    start: u32,
}

/// The filled cells of a sheet in reading order.
#[derive(Debug, Default)]
pub struct Table {
    text: String,
    entries: Vec<Entry>,
    rows: Vec<RowStart>,
    columns: u16,
    /// Cells that hold the last result of a formula.
    pub formulas: usize,
}

impl Table {
    /// Adds a cell. Cells come in reading order; rows and columns count from 0. Nothing is kept of an empty one.
    pub fn push(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<()> {
        if cell.is_blank() {
            return Ok(());
        }
        if column >= limits::COLUMNS || self.entries.len() >= limits::CELLS {
            return Err(Error::new("file_too_big").with("what", "cells"));
        }
        let number = row + 1;
        match self.rows.last().map(|last| last.number) {
            Some(last) if last == number => {}
            Some(last) if last > number => return Err(Error::new("file_damaged")),
            _ => self.rows.push(RowStart {
                number,
                start: self.entries.len() as u32,
            }),
        }
        let stored = match cell {
            Cell::Empty => return Ok(()),
            Cell::Text(text) => self.keep(text)?,
            Cell::Number(number) => Stored::Number(number),
            Cell::Date(date) => Stored::Date(date),
            Cell::Flag(flag) => Stored::Flag(flag),
            Cell::Error(error) => Stored::Error(error),
        };
        self.columns = self.columns.max(column as u16 + 1);
        self.entries.push(Entry {
            column: column as u16,
            stored,
        });
        Ok(())
    }

    fn keep(&mut self, text: &str) -> Result<Stored> {
        if self.text.len() + text.len() > limits::TEXT {
            return Err(Error::new("file_too_big").with("what", "text"));
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        Ok(Stored::Text {
            start,
            length: text.len() as u32,
        })
    }

    /// Rows that hold anything.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Columns up to the last filled one.
    pub fn columns(&self) -> usize {
        usize::from(self.columns)
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
        self.slice(index)
            .iter()
            .map(|entry| (usize::from(entry.column), self.cell_of(entry.stored)))
    }

    /// One cell.
    pub fn cell(&self, index: usize, column: usize) -> Cell<'_> {
        let row = self.slice(index);
        match row.binary_search_by_key(&column, |entry| usize::from(entry.column)) {
            Ok(at) => self.cell_of(row[at].stored),
            Err(_) => Cell::Empty,
        }
    }

    fn slice(&self, index: usize) -> &[Entry] {
        let Some(row) = self.rows.get(index) else {
            return &[];
        };
        let end = self
            .rows
            .get(index + 1)
            .map_or(self.entries.len(), |next| next.start as usize);
        self.entries
            .get(row.start as usize..end)
            .unwrap_or_default()
    }

    fn cell_of(&self, stored: Stored) -> Cell<'_> {
        match stored {
            Stored::Text { start, length } => Cell::Text(
                self.text
                    .get(start as usize..(start + length) as usize)
                    .unwrap_or_default(),
            ),
            Stored::Number(number) => Cell::Number(number),
            Stored::Date(date) => Cell::Date(date),
            Stored::Flag(flag) => Cell::Flag(flag),
            Stored::Error(error) => Cell::Error(error),
        }
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
