//! What a sheet says beside its cells: merged regions, what is hidden, what was calculated.

use serde::{Deserialize, Serialize};

/// A merged region, rows from 1 and columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Region {
    /// First column.
    pub left: u16,
    /// First row.
    pub top: u32,
    /// Last column.
    pub right: u16,
    /// Last row.
    pub bottom: u32,
}

/// What a sheet says beside its cells.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub struct Marks {
    /// Merged regions by their first column and row.
    merged: Vec<Region>,
    /// First and last of hidden rows, from 1, in order.
    hidden_rows: Vec<(u32, u32)>,
    /// First and last of hidden columns, from 0, in order.
    hidden_columns: Vec<(u16, u16)>,
    /// Cells that hold the last result of a formula.
    pub formulas: usize,
    /// Days are counted from 1904.
    pub from_1904: bool,
}

/// Regions and spans kept of a sheet: more than a person can have made.
const MOST: usize = 100_000;

impl Marks {
    /// Takes note of a merged region.
    pub fn merge(&mut self, left: u32, top: u32, right: u32, bottom: u32) {
        let narrow = |column: u32| u16::try_from(column).unwrap_or(u16::MAX);
        let region = Region {
            left: narrow(left),
            top,
            right: narrow(right),
            bottom,
        };
        let single = region.left >= region.right && region.top >= region.bottom;
        if self.merged.len() < MOST && !single {
            let at = self.merged.partition_point(|known| *known < region);
            self.merged.insert(at, region);
        }
    }

    /// Takes note of hidden rows; they come in order.
    pub fn hide_rows(&mut self, first: u32, last: u32) {
        if let Some(before) = self.hidden_rows.last_mut()
            && first <= before.1.saturating_add(1)
        {
            before.1 = before.1.max(last);
        } else if self.hidden_rows.len() < MOST {
            self.hidden_rows.push((first, last));
        }
    }

    /// Takes note of hidden columns.
    pub fn hide_columns(&mut self, first: u32, last: u32) {
        if let Ok(first) = u16::try_from(first)
            && self.hidden_columns.len() < MOST
        {
            let last = u16::try_from(last).unwrap_or(u16::MAX);
            self.hidden_columns.push((first, last));
        }
    }

    /// Whether a row is hidden.
    pub fn hides_row(&self, number: u32) -> bool {
        let after = self.hidden_rows.partition_point(|span| span.0 <= number);
        after > 0 && self.hidden_rows[after - 1].1 >= number
    }

    /// Whether a column is hidden.
    pub fn hides_column(&self, column: usize) -> bool {
        self.hidden_columns
            .iter()
            .any(|(first, last)| (usize::from(*first)..=usize::from(*last)).contains(&column))
    }

    /// Merged regions by their first column and row.
    pub fn merged(&self) -> &[Region] {
        &self.merged
    }

    /// The region a cell of its first column lies in.
    pub fn region(&self, number: u32, column: usize) -> Option<&Region> {
        let after = self
            .merged
            .partition_point(|known| (usize::from(known.left), known.top) <= (column, number));
        let region = self.merged.get(after.checked_sub(1)?)?;
        (usize::from(region.left) == column && region.bottom >= number).then_some(region)
    }
}
