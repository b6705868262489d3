//! What a page or the command line sees of what an import would do, and did.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Error;
use crate::register::Pair;

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
    /// As it stood in the file, where it was corrected.
    pub was: Option<String>,
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
    /// Those with these numbers in the file; none: all.
    #[ts(as = "Option<_>", optional)]
    pub numbers: Vec<u32>,
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
    /// Names no record goes by.
    pub names: u32,
    /// Those of them that are like a record.
    pub alike: u32,
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
