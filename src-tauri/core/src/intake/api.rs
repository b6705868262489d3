//! What a page or the command line sees of an import.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::file::SheetInfo;
use crate::Error;
use crate::register::Pair;
use crate::register::parse::DateOrder;

/// A column and the field it fills.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ColumnMatch {
    /// From 0.
    pub index: usize,
    /// `A`, `B` …
    pub letter: String,
    /// As it stands in the file.
    pub header: String,
    /// The first different cells.
    pub samples: Vec<String>,
    /// Path within the recipe such as `license.quantity`; `license.custom.new` makes a field of the column; none: not imported.
    pub field: Option<String>,
    /// 0 to 100.
    pub confidence: u8,
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
    /// Make them.
    #[default]
    Create,
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

/// How the file is to be understood.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ImportOptions {
    /// New records, changes, or both.
    pub write: WriteMode,
    /// Unknown linked names.
    pub unknown_links: UnknownLinks,
    /// Order of ambiguous dates.
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
    /// Row of the header in the file, from 1.
    pub header_row: u32,
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

/// What is to change in a draft.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ImportSet {
    /// Another sheet.
    pub sheet: Option<usize>,
    /// Another header row, from 1.
    pub header_row: Option<u32>,
    /// Another recipe.
    pub target: Option<String>,
    /// Columns chosen by hand.
    #[ts(as = "Option<_>", optional)]
    pub columns: Vec<ColumnChoice>,
    /// Match keys chosen by hand.
    #[ts(as = "Option<_>", optional)]
    pub keys: Vec<KeyChoice>,
    /// Options.
    pub options: Option<ImportOptions>,
}

/// What becomes of a row or a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowAction {
    /// New.
    Create,
    /// Changed.
    Update,
    /// As it is.
    Unchanged,
    /// Nothing in it that is imported, or nothing that was asked for.
    Skip,
    /// Refused.
    Error,
}

/// A cell of a previewed row.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewCell {
    /// Column.
    pub index: usize,
    /// `F22`.
    pub address: String,
    /// As it stands in the file, or as corrected.
    pub text: String,
    /// As it would be stored.
    pub new: Option<String>,
    /// As it is stored now, where that differs.
    pub old: Option<String>,
    /// Whether the import changes it in a record that stands.
    pub changed: bool,
    /// Why it cannot be read.
    pub error: Option<Error>,
}

/// A record a row makes or finds.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Made {
    /// Register.
    pub register: &'static str,
    /// What becomes of it.
    pub action: RowAction,
    /// What it is called.
    pub title: Pair,
}

/// A previewed row.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewRow {
    /// Row in the file, from 1.
    pub row: u32,
    /// What becomes of it.
    pub action: RowAction,
    /// Its cells that are imported.
    pub cells: Vec<PreviewCell>,
    /// What it makes.
    pub makes: Vec<Made>,
    /// What is wrong with the row as a whole.
    pub errors: Vec<Error>,
    /// Why less is written than the row says.
    pub held: Option<Error>,
}

/// Rows by what becomes of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct ImportCounts {
    /// All.
    pub all: u32,
    /// New.
    pub create: u32,
    /// Changed.
    pub update: u32,
    /// As they are.
    pub unchanged: u32,
    /// Empty.
    pub skip: u32,
    /// Refused.
    pub error: u32,
}

impl ImportCounts {
    /// Counts a row.
    pub fn add(&mut self, action: RowAction) {
        self.all += 1;
        *match action {
            RowAction::Create => &mut self.create,
            RowAction::Update => &mut self.update,
            RowAction::Unchanged => &mut self.unchanged,
            RowAction::Skip => &mut self.skip,
            RowAction::Error => &mut self.error,
        } += 1;
    }
}

/// Records of a register by what becomes of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RegisterCounts {
    /// Register.
    pub register: &'static str,
    /// New.
    pub create: u32,
    /// Changed.
    pub update: u32,
    /// As they are.
    pub unchanged: u32,
}

/// One kind of error in one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FaultKey {
    /// Column, or none: the row as a whole.
    pub column: Option<usize>,
    /// Code of the error.
    pub code: String,
}

/// What is wrong, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Fault {
    /// What.
    pub key: FaultKey,
    /// How often.
    pub count: u32,
    /// The first of them.
    pub example: Error,
}

/// Which previewed rows are asked for.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct RowFilter {
    /// Those of which this becomes; none: all.
    pub action: Option<RowAction>,
    /// Those with this error.
    pub fault: Option<FaultKey>,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportPreview {
    /// Rows.
    pub counts: ImportCounts,
    /// Records.
    pub registers: Vec<RegisterCounts>,
    /// What is wrong, the most frequent first.
    pub faults: Vec<Fault>,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportResult {
    /// The operation, for undo.
    #[ts(type = "number")]
    pub operation: i64,
    /// Rows.
    pub counts: ImportCounts,
    /// Records.
    pub registers: Vec<RegisterCounts>,
    /// How long it took: measured by the caller, who has a clock.
    pub seconds: f64,
}

/// Another text for a cell.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CellChange {
    /// Row in the file, from 1.
    pub row: u32,
    /// Column, from 0.
    pub column: usize,
    /// The text.
    pub text: String,
    /// For every cell of the column that holds the same.
    pub alike: bool,
}

/// A corrected row and what the import would do now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Corrected {
    /// The row.
    pub row: PreviewRow,
    /// What it would do.
    pub preview: ImportPreview,
}
