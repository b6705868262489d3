//! Another text for a cell, in the place of what stands in the file.

use rusqlite::Connection;

use super::api::{CellChange, Corrected};
use super::draft::{Draft, Progress, State};
use super::table::corner;
use crate::{Error, Result};

/// Cells given another text, and the correction each had before.
type Before = Vec<((usize, usize), Option<String>)>;

impl Draft {
    /// Puts a text in the place of a cell, or of every cell of its column that holds the same, and works everything out again:
    /// later rows may depend on it. Stopped, it leaves the cells as they were.
    pub fn correct(
        &mut self,
        connection: &Connection,
        cell: &CellChange,
        progress: &mut Progress<'_>,
    ) -> Result<Corrected> {
        let (place, before) = self.put(cell)?;
        let preview = match self.preview(connection, progress) {
            Err(stopped) => {
                // what was not worked out is not corrected
                for (at, text) in before {
                    match text {
                        Some(text) => self.corrections.insert(at, text),
                        None => self.corrections.remove(&at),
                    };
                }
                return Err(stopped);
            }
            preview => preview?,
        };
        let row = self.row(connection, &self.plan(), place)?;
        Ok(Corrected { row, preview })
    }

    /// Puts a text in the place of the cell with an address such as `F22`; the rows are to be looked at again.
    pub fn write_over(&mut self, address: &str, text: &str) -> Result<()> {
        let unknown = || Error::new("cell_unknown").with("cell", address);
        let (column, row) = corner(address).ok_or_else(unknown)?;
        let here = |origin: usize| u32::try_from(origin + 1).is_ok_and(|origin| origin == column);
        let mut columns = self.columns.iter();
        let column = columns.find(|one| here(one.origin) && one.target.is_some());
        let cell = CellChange {
            row,
            column: column.ok_or_else(unknown)?.index,
            text: text.to_owned(),
            alike: false,
        };
        self.put(&cell).map_err(|_| unknown())?;
        self.state = State::default();
        Ok(())
    }

    /// Puts a text in its place; the place of its row among those of the table, and what is needed to take the text back.
    fn put(&mut self, cell: &CellChange) -> Result<(usize, Before)> {
        let index = self.table.index_from(cell.row);
        let rows = &self.layout.rows;
        let place = rows
            .binary_search(&index)
            .map_err(|_| Error::new("row_unknown").with("row", cell.row))?;
        let alike = self.alike(index, cell);
        let put = |(row, as_read): (usize, bool)| {
            let at = (row, cell.column);
            // as it stands in the file it is no correction
            let before = match as_read {
                true => self.corrections.remove(&at),
                false => self.corrections.insert(at, cell.text.clone()),
            };
            (at, before)
        };
        let before = alike.into_iter().map(put).collect();
        Ok((place, before))
    }

    /// The rows a change of a cell is for, and whether the new text is what stands there in the file.
    fn alike(&self, index: usize, cell: &CellChange) -> Vec<(usize, bool)> {
        let plan = self.plan();
        let stands = plan.cell(index, cell.column);
        let text = stands.text();
        let as_read = |row: usize| plan.read(row, cell.column).text() == cell.text;
        if !cell.alike {
            return vec![(index, as_read(index))];
        }
        let rows = self.layout.rows.iter().copied();
        rows.filter(|row| plan.cell(*row, cell.column).text() == text)
            .map(|row| (row, as_read(row)))
            .collect()
    }
}
