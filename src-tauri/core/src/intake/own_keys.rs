//! Our own workbooks carry the keys of their columns in a sheet no spreadsheet program shows: a list exported from Sealbook is
//! read back by these, whatever its headers were changed to.

use std::collections::HashMap;

use super::Progress;
use super::open_file::OpenFile;
use super::table::Cell;

/// Sheet of the keys.
const SHEET: &str = "_keys";
/// Key of the column with the records' UUIDs.
const ROW_ID: &str = "row_id";

/// The keys of an exported list.
#[derive(Debug, Default)]
pub struct OwnKeys {
    /// Register of the list.
    pub register: String,
    columns: HashMap<String, Vec<(usize, String)>>,
}

impl OwnKeys {
    /// Reads the keys, if the file is an exported list.
    pub fn read(file: &mut OpenFile, progress: &mut Progress<'_>) -> Option<Self> {
        if !file.secret_sheets.iter().any(|name| name == SHEET) {
            return None;
        }
        let table = file.table_named(SHEET, progress).ok()?;
        let mut keys = Self::default();
        let mut list = false;
        for row in 0..table.len() {
            let text = |column: usize| table.cell(row, column).text().into_owned();
            match (text(0).as_str(), table.cell(row, 1)) {
                ("workbook", Cell::Text(kind)) => list = kind == "list",
                ("register", Cell::Text(register)) => keys.register = register.to_owned(),
                (sheet, Cell::Number(column)) => keys
                    .columns
                    .entry(sheet.to_owned())
                    .or_default()
                    .push((column as usize, text(2))),
                _ => {}
            }
        }
        (list && !keys.register.is_empty()).then_some(keys)
    }

    /// Whether a sheet holds the list.
    pub fn has(&self, sheet: &str) -> bool {
        self.columns.contains_key(sheet)
    }

    /// The path of a column of a sheet.
    pub fn path(&self, sheet: &str, column: usize) -> Option<&str> {
        let found = self
            .columns
            .get(sheet)?
            .iter()
            .find(|(index, _)| *index == column);
        found
            .map(|(_, path)| path.as_str())
            .filter(|path| *path != ROW_ID)
    }

    /// The column of a sheet with the records' UUIDs.
    pub fn row_id(&self, sheet: &str) -> Option<usize> {
        self.columns
            .get(sheet)?
            .iter()
            .find(|(_, path)| path == ROW_ID)
            .map(|(index, _)| *index)
    }
}
