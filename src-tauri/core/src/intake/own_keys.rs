//! Our own workbooks carry the keys of their columns in a sheet no spreadsheet program shows: a list exported from Sealbook is
//! read back by these, whatever its headers were changed to.

use std::collections::HashMap;

use uuid::Uuid;

use super::Progress;
use super::open_file::OpenFile;
use super::table::{Cell, Table};
use crate::Result;

/// Sheet of the keys.
const SHEET: &str = "_keys";
/// Sheet of the records that codes mean.
const LINKS: &str = "_links";
/// Key of the column with the records' UUIDs.
const ROW_ID: &str = "row_id";

/// The keys of an exported list.
#[derive(Debug, Default)]
pub struct OwnKeys {
    /// Register of the list.
    pub register: String,
    columns: HashMap<String, Vec<(usize, String)>>,
    /// The records that codes mean, by register.
    links: HashMap<String, HashMap<String, Uuid>>,
}

impl OwnKeys {
    /// Reads the keys, if the file is an exported list. That they cannot be read is an error: without them it would be taken for
    /// a stranger's.
    pub fn read(file: &mut OpenFile, progress: &mut Progress<'_>) -> Result<Option<Self>> {
        let Some(table) = secret(file, SHEET, progress)? else {
            return Ok(None);
        };
        let mut keys = Self::default();
        let mut list = false;
        for row in 0..table.len() {
            let text = |column: usize| table.cell(row, column).text().into_owned();
            match (text(0).as_str(), table.cell(row, 1).get()) {
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
        table.sound()?;
        if !list || keys.register.is_empty() {
            return Ok(None);
        }
        keys.read_links(file, progress)?;
        Ok(Some(keys))
    }

    fn read_links(&mut self, file: &mut OpenFile, progress: &mut Progress<'_>) -> Result<()> {
        let Some(table) = secret(file, LINKS, progress)? else {
            return Ok(());
        };
        for row in 0..table.len() {
            let text = |column: usize| table.cell(row, column).text().into_owned();
            if let Ok(uuid) = text(2).parse() {
                let register = self.links.entry(text(0)).or_default();
                register.insert(text(1), uuid);
            }
        }
        table.sound()
    }

    /// The record a code means in the vault the list comes from.
    pub fn link(&self, register: &str, code: &str) -> Option<&Uuid> {
        self.links.get(register)?.get(code)
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

/// A sheet no spreadsheet program shows, if the file has it.
fn secret(file: &mut OpenFile, name: &str, progress: &mut Progress<'_>) -> Result<Option<Table>> {
    if !file.secret_sheets.iter().any(|secret| secret == name) {
        return Ok(None);
    }
    file.table_named(name, progress).map(Some)
}
