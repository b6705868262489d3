//! Taking up again what an import left out: the kept file, understood as it was, with only those rows.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::api::{CellChange, ColumnChoice, DateChoice, ImportSet, KeyChoice};
use super::draft::{Draft, Progress};
use super::open_file::OpenFile;
use crate::register::FileRef;
use crate::vault::left_out::LeftOut;
use crate::{Error, Result};

/// What a draft takes up again, when it is not about a whole file.
#[derive(Debug)]
pub(super) struct Resumed {
    /// The import that left them out.
    pub operation: i64,
    /// Where the file lies in the vault.
    pub file: FileRef,
}

/// How a file was understood, as it is kept.
#[derive(Serialize, Deserialize)]
struct Choices {
    set: ImportSet,
    cells: Vec<CellChange>,
}

impl Draft {
    /// Opens the rows an import left out of its file.
    pub fn resume(
        left: LeftOut,
        file: OpenFile,
        connection: &Connection,
        today: NaiveDate,
        progress: &mut Progress<'_>,
    ) -> Result<Self> {
        let Choices { set, cells } = serde_json::from_str(&left.choices)?;
        let target = set.target.clone();
        let mut draft = Self::open(file, target.as_deref(), connection, today, progress)?;
        draft.change(set, progress)?;
        // it was learnt when the others were taken in; nothing of it is a choice made now
        draft.chosen.clear();
        for column in draft
            .columns
            .iter_mut()
            .filter(|column| column.target.is_some())
        {
            column.how = "remembered";
        }
        for cell in cells {
            let row = draft.table.index_from(cell.row);
            draft.corrections.insert((row, cell.column), cell.text);
        }
        let number = |row: &usize| draft.table.number(*row);
        let rows = &mut draft.layout.rows;
        rows.retain(|row| left.rows.binary_search(&number(row)).is_ok());
        draft.layout.notes.clear();
        draft.resumed = Some(Resumed {
            operation: left.operation,
            file: left.file,
        });
        Ok(draft)
    }

    /// Everything chosen or found out about the file, as JSON that [`Draft::resume`] reads.
    pub(super) fn choices(&self) -> Result<String> {
        let keys = self.keys(&self.filled());
        let parts = self.recipe.parts.iter().zip(keys);
        let set = ImportSet {
            sheet: Some(self.sheet),
            encoding: self.file.encoding.clone(),
            table: self.chosen_table,
            header_row: match self.chosen_table {
                Some(_) => None,
                None => Some(self.table.number(self.layout.first)),
            },
            target: Some(self.recipe.key.clone()),
            names: self.decisions(),
            columns: self
                .columns
                .iter()
                .map(|column| ColumnChoice {
                    index: column.index,
                    field: column.path(&self.recipe),
                })
                .collect(),
            date_orders: self
                .chosen_orders
                .iter()
                .map(|(index, order)| DateChoice {
                    index: *index,
                    order: *order,
                })
                .collect(),
            keys: parts
                .map(|(part, fields)| KeyChoice {
                    register: part.register.key.to_owned(),
                    fields: fields.iter().map(|field| field.key.to_owned()).collect(),
                })
                .collect(),
            options: Some(self.options.clone()),
        };
        let mut cells: Vec<CellChange> = self
            .corrections
            .iter()
            .map(|((row, column), text)| CellChange {
                row: self.table.number(*row),
                column: *column,
                text: text.clone(),
                alike: false,
            })
            .collect();
        cells.sort_by_key(|cell| (cell.row, cell.column));
        Ok(serde_json::to_string(&Choices { set, cells })?)
    }

    /// Refuses another table for rows that were left out of this one.
    pub(super) fn may_lay_out(&self, set: &ImportSet) -> Result<()> {
        let other = set.encoding.is_some()
            || set.sheet.is_some()
            || set.table.is_some()
            || set.header_row.is_some();
        if self.resumed.is_some() && other {
            return Err(Error::new("resumed_sheet").with("sheet", self.sheet_name()));
        }
        Ok(())
    }
}
