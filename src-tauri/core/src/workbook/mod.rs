//! Files out: the workbooks. [`position::export`] makes the *License position* for auditors, [`list::export`] one register's
//! rows in a form that can be imported again, [`annotated::export`] a stranger's sheet with its errors marked.
//!
//! [`book`] holds the workbook and its look, [`table`] writes one fact sheet row by row, [`columns`] derives a sheet from a
//! register, so that a new field appears here without a line of code.

mod ahead;
pub mod annotated;
mod book;
pub mod calendar;
mod cell;
mod columns;
mod dates;
mod integrity;
pub mod list;
mod names;
mod paper;
pub mod position;
mod save;
mod show;
mod style;
mod table;
pub mod worklist;

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use crate::words::WorkbookLanguages;
pub use integrity::Seal;

/// What the officer chooses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportOptions {
    /// One language or two beside each other.
    pub languages: WorkbookLanguages,
    /// The day the figures are of.
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// Row ids of entities; empty for all.
    #[ts(type = "number[]")]
    pub entities: Vec<i64>,
    /// Row ids of sites; empty for all.
    #[ts(type = "number[]")]
    pub sites: Vec<i64>,
    /// Who made it.
    pub prepared_by: String,
}

/// What lies there now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportResult {
    /// File name.
    pub name: String,
    /// Its folder.
    pub folder: String,
    /// Every sheet a reader sees, with its rows of facts.
    pub sheets: Vec<SheetRows>,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Whether a signature lies beside it.
    pub signed: bool,
}

/// A sheet and how many rows of facts it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetRows {
    /// Name on the tab.
    pub name: String,
    /// Rows below the header.
    pub rows: u32,
}

/// Told how far an export is (done, total); answers whether to go on.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// When and where an export is made: the clock and the disk are the caller's.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Moment of the export; the file's only time stamp.
    pub now: DateTime<Utc>,
    /// The file to make.
    pub path: &'a Path,
}

#[cfg(test)]
mod tests;
