//! What a page or the command line sees of an import.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use super::name_choice::{NameBecomes, NameCandidate, NameChoice, UnknownName};

use super::file::SheetInfo;
use crate::Error;
use crate::register::parse::DateOrder;

pub use super::outcome::*;

/// A column and the field it fills.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ColumnMatch {
    /// From 0.
    pub index: usize,
    /// `A`, `B` …
    pub letter: String,
    /// As it stands in the file, its lines one below the other.
    pub header: String,
    /// The first different cells.
    pub samples: Vec<String>,
    /// Path within the recipe such as `license.quantity`; `license.custom.new` makes a field of the column; none: not imported.
    pub field: Option<String>,
    /// 0 to 100.
    pub confidence: u8,
    /// Order of day and month in its dates, proven or chosen.
    pub date_order: Option<DateOrder>,
    /// Some of its dates can be read in either order, and none tells which.
    pub dates_ambiguous: bool,
    /// exact, synonym, content, remembered, source, chosen or none.
    pub how: &'static str,
}

/// A field a column can be matched to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldChoice {
    /// Path within the recipe.
    pub path: String,
    /// Register, for the label.
    pub register: &'static str,
    /// Field, for the label; the officer's own as `custom.<key>`.
    pub field: String,
    /// `zh`, `en` or `currency` where it is a part of the field.
    pub part: Option<&'static str>,
    /// The record cannot be made without it.
    pub required: bool,
}

/// One of the first rows, as text.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HeadRow {
    /// Row in the file, from 1.
    pub row: u32,
    /// The spreadsheet program hides it.
    pub hidden: bool,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Name and size of the file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FileInfo {
    /// Name.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: usize,
}

/// What to do with names of records that do not exist.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UnknownLinks {
    /// Keep what an inventory found to be matched later; make the others.
    #[default]
    Usual,
    /// Make them.
    Create,
    /// Take them for the record they are clearly like; make the others.
    Similar,
    /// Leave the field empty.
    Leave,
    /// Refuse the row.
    Refuse,
}

/// Which records an import writes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WriteMode {
    /// New ones, and changes of those that stand.
    #[default]
    Both,
    /// New ones only; those that stand are left as they are.
    Create,
    /// Changes only; nothing is made that is not there.
    Update,
}

/// What to do with rows that the spreadsheet program hides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HiddenRows {
    /// Read them like any other: a filter may have hidden them by chance.
    #[default]
    Read,
    /// Leave them out.
    LeaveOut,
}

/// How the file is to be understood.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ImportOptions {
    /// New records, changes, or both.
    pub write: WriteMode,
    /// Unknown linked names.
    pub unknown_links: UnknownLinks,
    /// Hidden rows.
    #[serde(default)]
    pub hidden_rows: HiddenRows,
    /// Order of day and month in columns that do not say it themselves.
    pub date_order: Option<DateOrder>,
    /// Site of new records that name none.
    #[ts(type = "number | null")]
    pub site: Option<i64>,
    /// Entity of new records that name none.
    #[ts(type = "number | null")]
    pub entity: Option<i64>,
}

/// How records of one part of the recipe are found again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartKeys {
    /// Register.
    pub register: &'static str,
    /// As described, in the order tried: the fields of each key that the file fills.
    pub sets: Vec<Vec<&'static str>>,
    /// Fields that can be chosen instead.
    pub fields: Vec<&'static str>,
    /// Those chosen; none: as described.
    pub chosen: Vec<&'static str>,
    /// Fields that make it another record when they differ.
    pub apart: Vec<&'static str>,
}

/// A choice of the officer for one part of the recipe.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct KeyChoice {
    /// Register of the part.
    pub register: String,
    /// Fields; none: as described.
    pub fields: Vec<String>,
}

/// A table found on the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TableInfo {
    /// From 0.
    pub index: usize,
    /// The text above it, if one stands there.
    pub title: Option<String>,
    /// Row of its header in the file, from 1.
    pub header_row: u32,
    /// Its last row.
    pub last_row: u32,
    /// Letters of its first and last column.
    pub columns: (String, String),
}

/// An import in preparation.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportDraft {
    /// Number under which the caller keeps it.
    #[ts(type = "number")]
    pub draft: i64,
    /// The file.
    pub file: FileInfo,
    /// Its sheets.
    pub sheets: Vec<SheetInfo>,
    /// The sheet chosen.
    pub sheet: usize,
    /// How a text file is read, and how else it can be.
    pub encoding: Option<String>,
    /// Encodings that can be chosen for a text file.
    pub encodings: Vec<&'static str>,
    /// The tables on it.
    pub tables: Vec<TableInfo>,
    /// The table chosen; none: its header was chosen by hand.
    pub table: Option<usize>,
    /// First row of the header in the file, from 1.
    pub header_row: u32,
    /// Last row of the header, where it has several lines.
    pub header_end: u32,
    /// First row of data.
    pub first_row: u32,
    /// Last row of data.
    pub last_row: u32,
    /// Rows of data.
    pub rows: u32,
    /// The import whose rows left out these are.
    #[ts(type = "number | null")]
    pub resumes: Option<i64>,
    /// Known program, if recognised.
    pub source: Option<String>,
    /// Recipe.
    pub target: String,
    /// Every recipe.
    pub targets: Vec<String>,
    /// Columns.
    pub columns: Vec<ColumnMatch>,
    /// Fields a column can be matched to.
    pub fields: Vec<FieldChoice>,
    /// How records are found again.
    pub keys: Vec<PartKeys>,
    /// First rows of the sheet.
    pub head: Vec<HeadRow>,
    /// Names an inventory found may wait to be matched.
    pub waits: bool,
    /// Options.
    pub options: ImportOptions,
    /// What was noticed.
    pub notes: Vec<Error>,
}

/// A choice of the officer for one column.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ColumnChoice {
    /// Column.
    pub index: usize,
    /// Path, or none: not imported.
    pub field: Option<String>,
}

/// The order of day and month in one column.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DateChoice {
    /// Column.
    pub index: usize,
    /// Which comes first.
    pub order: DateOrder,
}

/// What is to change in a draft.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportSet {
    /// Another sheet.
    pub sheet: Option<usize>,
    /// Another encoding of a text file.
    pub encoding: Option<String>,
    /// Another table on the sheet.
    pub table: Option<usize>,
    /// Another header row, from 1.
    pub header_row: Option<u32>,
    /// Another recipe.
    pub target: Option<String>,
    /// Columns chosen by hand.
    #[ts(as = "Option<_>", optional)]
    pub columns: Vec<ColumnChoice>,
    /// Orders of day and month chosen by hand.
    #[ts(as = "Option<_>", optional)]
    pub date_orders: Vec<DateChoice>,
    /// Match keys chosen by hand.
    #[ts(as = "Option<_>", optional)]
    pub keys: Vec<KeyChoice>,
    /// Names decided by hand.
    #[ts(as = "Option<_>", optional)]
    pub names: Vec<NameChoice>,
    /// Options.
    pub options: Option<ImportOptions>,
}
