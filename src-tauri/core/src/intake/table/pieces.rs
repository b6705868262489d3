//! A table in pieces, on its way from the reading worker. What arrives is not believed: it becomes a table only once its bounds
//! and its order hold.

use serde::{Deserialize, Serialize};

use super::{LENGTH, Marks, RowStart, TEXT, Table};
use crate::intake::limits;
use crate::{Error, Result};

/// Bytes of text, and cells, of a piece.
const TEXT_BYTES: usize = 256 << 10;
const CELLS: usize = 16 << 10;

/// A piece of a table.
#[derive(Debug, Serialize, Deserialize)]
pub enum Piece {
    /// Text of the cells to come.
    Text(String),
    /// Rows to come, and where they begin.
    Rows(Vec<(u32, u32)>),
    /// Cells.
    Cells {
        columns: Vec<u16>,
        kinds: Vec<u8>,
        values: Vec<u64>,
    },
    /// The last: what the sheet is besides.
    Rest(Marks),
}

impl Table {
    /// Gives the table piece by piece.
    pub fn pieces<E>(&self, mut send: impl FnMut(Piece) -> Result<(), E>) -> Result<(), E> {
        // named one by one, so that a new one cannot be forgotten
        let Self {
            text,
            columns,
            kinds,
            values,
            rows,
            width: _,
            lately: _,
            marks,
        } = self;
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(rest.floor_char_boundary(TEXT_BYTES));
            send(Piece::Text(piece.to_owned()))?;
            rest = after;
        }
        for rows in rows.chunks(CELLS) {
            let rows = rows.iter().map(|row| (row.number, row.start));
            send(Piece::Rows(rows.collect()))?;
        }
        for start in (0..values.len()).step_by(CELLS) {
            let span = start..(start + CELLS).min(values.len());
            send(Piece::Cells {
                columns: columns[span.clone()].to_vec(),
                kinds: kinds[span.clone()].to_vec(),
                values: values[span].to_vec(),
            })?;
        }
        send(Piece::Rest(marks.clone()))
    }
}

/// A table that is being put together.
#[derive(Debug, Default)]
pub struct Assembly(Table);

impl Assembly {
    /// Adds a piece; the table once the last has come.
    pub fn add(&mut self, piece: Piece) -> Result<Option<Table>> {
        let table = &mut self.0;
        match piece {
            Piece::Text(text) => table.text.push_str(&text),
            Piece::Rows(rows) => {
                let rows = rows.into_iter();
                table
                    .rows
                    .extend(rows.map(|(number, start)| RowStart { number, start }));
            }
            Piece::Cells {
                columns,
                kinds,
                values,
            } => {
                table.columns.extend(columns);
                table.kinds.extend(kinds);
                table.values.extend(values);
            }
            Piece::Rest(marks) => {
                table.marks = marks;
                table.width = table
                    .columns
                    .iter()
                    .max()
                    .map_or(0, |last| last.saturating_add(1));
                table.close();
                return if table.holds() {
                    Ok(Some(std::mem::take(table)))
                } else {
                    Err(Error::new("reader_stopped"))
                };
            }
        }
        let full = table.text.len() > limits::TEXT
            || table.rows.len() > limits::ROWS as usize
            || table.values.len() > limits::CELLS;
        if full {
            return Err(limits::too_big("cells"));
        }
        Ok(None)
    }

    /// Cells that have come so far, of those the rows so far begin with.
    pub fn rows_done(&self) -> usize {
        let cells = self.0.values.len();
        self.0
            .rows
            .partition_point(|row| (row.start as usize) < cells)
    }
}

impl Table {
    /// Whether rows and columns stand in order and every place lies within.
    fn holds(&self) -> bool {
        let cells = self.values.len();
        let ascending =
            |rows: &[RowStart]| rows[0].number < rows[1].number && rows[0].start < rows[1].start;
        let rows = self
            .rows
            .first()
            .is_none_or(|row| row.number > 0 && row.start == 0)
            && self.rows.is_empty() == (cells == 0)
            && self.rows.windows(2).all(ascending)
            && self
                .rows
                .last()
                .is_none_or(|row| (row.start as usize) < cells && row.number <= limits::ROWS);
        let texts = |at: &usize| {
            self.kinds[*at] != TEXT || {
                let value = self.values[*at];
                let start = (value >> 32) as usize;
                self.text
                    .get(start..start + (value & LENGTH) as usize)
                    .is_some()
            }
        };
        rows && self.columns.len() == cells
            && self.kinds.len() == cells
            && self
                .columns
                .iter()
                .all(|column| u32::from(*column) < limits::COLUMNS)
            && (0..self.len()).all(|row| self.columns[self.span(row)].is_sorted_by(|a, b| a < b))
            && (0..cells).all(|at| texts(&at))
    }
}
