//! One cell of a sheet.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::Row;
use crate::intake::limits;
use crate::register::parse::{Input, Unit, number_text};
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
    /// A text no spreadsheet program would keep.
    Long,
    /// Bytes that are no characters.
    Undecodable,
}

impl Fault {
    pub(super) const ALL: [Self; 11] = [
        Self::Null,
        Self::Division,
        Self::Value,
        Self::Reference,
        Self::Name,
        Self::Number,
        Self::Missing,
        Self::Other,
        Self::Uncalculated,
        Self::Long,
        Self::Undecodable,
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
            Self::Long => "…",
            Self::Undecodable => "\u{fffd}",
        }
    }

    /// The fault that a text shown in a cell stands for.
    pub fn of(text: &str) -> Option<Self> {
        if !text.starts_with(['#', 'E']) {
            return None;
        }
        Self::ALL
            .into_iter()
            .find(|fault| fault.text() == text)
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
    pub fn text(self) -> Cow<'a, str> {
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
            // most begin with what is seen
            Self::Text(text) => {
                !text.starts_with(|c: char| c.is_ascii_graphic()) && text.trim().is_empty()
            }
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
            Self::Error(Fault::Long) => {
                return Err(Error::new("cell_too_long").with("most", limits::CELL));
            }
            Self::Error(Fault::Undecodable) => return Err(Error::new("cell_undecodable")),
            Self::Error(fault) => return Err(Error::new("cell_error").with("value", fault.text())),
        }))
    }
}

/// A cell, and with it the row it is read from, if it is one of the file.
#[derive(Debug, Clone)]
pub enum CellRef<'a> {
    /// A cell that lies elsewhere.
    Other(Cell<'a>),
    /// A filled cell of a row, by its place there.
    InRow(Row, usize),
}

impl CellRef<'_> {
    /// What it holds.
    pub fn get(&self) -> Cell<'_> {
        match self {
            Self::Other(cell) => *cell,
            Self::InRow(row, place) => row.at(*place),
        }
    }

    /// The text a person sees, near enough.
    pub fn text(&self) -> Cow<'_, str> {
        self.get().text()
    }

    /// Whether nothing is in it, or only spaces.
    pub fn is_blank(&self) -> bool {
        self.get().is_blank()
    }

    /// The input of a field; `None` when nothing is in it.
    pub fn input(&self) -> Result<Option<Input<'_>>> {
        self.get().input()
    }
}

impl PartialEq<Cell<'_>> for CellRef<'_> {
    fn eq(&self, other: &Cell<'_>) -> bool {
        self.get() == *other
    }
}
