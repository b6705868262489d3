//! The cells of one sheet: rows in blocks, packed while nobody looks at them. A long sheet that came from a reader lies in a
//! spool, so that it takes no more memory than a short one.

mod block;
mod cell;
mod pieces;
mod recent;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::limits;
use super::marks::Marks;
use crate::bytes::Bytes;
use crate::{Error, Result};
use block::Block;
use recent::Recent;

pub use cell::{Cell, CellRef, Fault};
pub use pieces::{Assembly, Handed, Piece};

/// A block that waits.
#[derive(Debug, Clone)]
struct Packed {
    /// The place of its first row, and its number in the file.
    first: usize,
    number: u32,
    bytes: Stored,
}

/// Where the bytes of a block are.
#[derive(Debug, Clone)]
enum Stored {
    /// Not packed yet: by whoever it is handed to.
    Loose(Arc<Block>),
    Here(Arc<[u8]>),
    /// From a place of the spool on, so many.
    Spooled(u64, usize),
}

/// The filled cells of a sheet in reading order.
#[derive(Debug, Default, Clone)]
pub struct Table {
    packed: Vec<Packed>,
    /// Rows of the packed blocks.
    rows: usize,
    /// The rows read last.
    open: Block,
    /// The number of the last.
    last: u32,
    cells: usize,
    /// Bytes of text.
    text: usize,
    width: u16,
    recent: Recent,
    /// Whether its blocks are handed out as they fill.
    hands_out: bool,
    spool: Bytes,
    /// Why rows could not be read again.
    failed: OnceLock<Error>,
    /// What the sheet says beside its cells.
    pub marks: Marks,
}

impl Table {
    /// Adds a cell. Cells come in reading order; rows and columns count from 0. Nothing is kept of an empty one.
    pub fn push(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<()> {
        if cell.is_blank() {
            return Ok(());
        }
        if row >= limits::ROWS || column >= limits::COLUMNS || self.cells >= limits::CELLS {
            return Err(limits::too_big("cells"));
        }
        let cell = match cell {
            Cell::Text(text) if is_long(text) => Cell::Error(Fault::Long),
            cell => cell,
        };
        let number = row + 1;
        if number < self.last {
            return Err(Error::new("file_damaged"));
        }
        if number > self.last && self.open.is_full() {
            self.pack()?;
        }
        self.last = number;
        self.text += self.open.push(number, column as u16, cell)?;
        if self.text > limits::TEXT {
            return Err(limits::too_big("text"));
        }
        self.cells += 1;
        self.width = self.width.max(column as u16 + 1);
        Ok(())
    }

    /// Packs the rows read last.
    fn pack(&mut self) -> Result<()> {
        let (first, number, rows) = (self.rows, self.open.number(0), self.open.len());
        let bytes = if self.hands_out {
            Stored::Loose(Arc::new(std::mem::take(&mut self.open)))
        } else {
            let bytes = self.open.pack()?.into();
            self.open.clear();
            Stored::Here(bytes)
        };
        self.packed.push(Packed {
            first,
            number,
            bytes,
        });
        self.rows += rows;
        Ok(())
    }

    /// Its first rows alone, by their numbers in the file.
    pub fn head(&self, rows: u32) -> Result<Self> {
        let mut head = Self::default();
        for index in 0..self.index_from(rows.saturating_add(1)) {
            let row = self.row(index);
            for (column, cell) in row.cells() {
                head.push(row.number() - 1, column as u32, cell)?;
            }
        }
        head.width = self.width;
        head.marks = self.marks.clone();
        head.close()?;
        Ok(head)
    }

    /// Packs what is left, once all cells have come.
    pub fn close(&mut self) -> Result<()> {
        if self.open.len() > 0 {
            self.pack()?;
        }
        self.open = Block::default();
        Ok(())
    }

    /// Rows that hold anything.
    pub fn len(&self) -> usize {
        self.rows + self.open.len()
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Filled cells.
    pub fn cells(&self) -> usize {
        self.cells
    }

    /// Columns up to the last filled one.
    pub fn columns(&self) -> usize {
        usize::from(self.width)
    }

    /// Number in the file, from 1, of the row at `index`.
    pub fn number(&self, index: usize) -> u32 {
        self.row(index).number()
    }

    /// The first row at or after a row number of the file.
    pub fn index_from(&self, number: u32) -> usize {
        let after = self.packed.partition_point(|block| block.number < number);
        if let Some(place) = after.checked_sub(1) {
            let (block, first) = (self.block(place), self.packed[place].first);
            let within = block.index_from(number);
            if within < block.len() {
                return first + within;
            }
        }
        match self.packed.get(after) {
            Some(next) => next.first,
            None => self.rows + self.open.index_from(number),
        }
    }

    /// A row.
    pub fn row(&self, index: usize) -> Row {
        if index >= self.rows {
            return Row {
                block: Arc::new(self.open.clone()),
                index: index - self.rows,
            };
        }
        let place = self.packed.partition_point(|block| block.first <= index) - 1;
        Row {
            block: self.block(place),
            index: index - self.packed[place].first,
        }
    }

    fn block(&self, place: usize) -> Arc<Block> {
        if let Stored::Loose(block) = &self.packed[place].bytes {
            return block.clone();
        }
        self.recent.get(place, || {
            let bytes = self.bytes(&self.packed[place]);
            let damaged = || Error::new("file_damaged");
            let block = bytes.and_then(|bytes| Block::unpack(&bytes).ok_or_else(damaged));
            block.unwrap_or_else(|error| {
                self.failed.get_or_init(|| error);
                Block::default()
            })
        })
    }

    fn bytes<'a>(&'a self, packed: &'a Packed) -> Result<Cow<'a, [u8]>> {
        match &packed.bytes {
            Stored::Loose(block) => Ok(block.pack()?.into()),
            Stored::Here(bytes) => Ok(bytes[..].into()),
            Stored::Spooled(start, length) => Ok(self.spool.piece(*start, *length)?.into()),
        }
    }

    /// Whether every row that was looked at so far was there: a row of a spool that could not be read has no cells.
    pub fn sound(&self) -> Result<()> {
        self.failed.get().map_or(Ok(()), |error| Err(error.clone()))
    }

    /// One cell.
    pub fn cell(&self, index: usize, column: usize) -> CellRef<'static> {
        let row = self.row(index);
        match row.place(column) {
            Some(place) => CellRef::InRow(row, place),
            None => CellRef::Other(Cell::Empty),
        }
    }

    /// What the merged region holds in which a cell lies below the first.
    pub fn covering(&self, index: usize, column: usize) -> CellRef<'static> {
        match self.marks.region(self.number(index), column) {
            Some(region) => self.cell(self.index_from(region.top), column),
            None => CellRef::Other(Cell::Empty),
        }
    }
}

/// Whether a text has more characters than a cell can have.
fn is_long(text: &str) -> bool {
    text.len() > limits::CELL && text.encode_utf16().nth(limits::CELL).is_some()
}

/// A row of a sheet.
#[derive(Debug, Clone)]
pub struct Row {
    block: Arc<Block>,
    index: usize,
}

impl Row {
    /// Its number in the file, from 1.
    pub fn number(&self) -> u32 {
        self.block.number(self.index)
    }

    /// How many of its cells are filled.
    pub fn len(&self) -> usize {
        self.block.span(self.index).len()
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The filled cells with their columns.
    pub fn cells(&self) -> impl Iterator<Item = (usize, Cell<'_>)> {
        self.block
            .span(self.index)
            .map(|at| (self.block.column(at), self.block.cell(at)))
    }

    /// Where the block holds the cell of a column.
    fn place(&self, column: usize) -> Option<usize> {
        self.block.place(self.index, column)
    }

    fn at(&self, place: usize) -> Cell<'_> {
        self.block.cell(place)
    }
}

/// The letters of a column: `A`, `Z`, `AA`.
pub fn letter(column: usize) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters
}

/// The address of a cell: `F22`.
pub fn address(column: usize, row: u32) -> String {
    format!("{}{row}", letter(column))
}

/// Column and row, from 1, of an address such as `AB12`.
pub fn corner(address: &str) -> Option<(u32, u32)> {
    let address = address.trim_start_matches('$');
    let digits = address.find(|c: char| c.is_ascii_digit())?;
    let letters = address[..digits].trim_end_matches('$');
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        let value = u32::from(letter.is_ascii_uppercase().then(|| letter - b'A' + 1)?);
        column.checked_mul(26)?.checked_add(value)
    })?;
    let row = address[digits..].parse().ok()?;
    (column > 0 && row > 0).then_some((column, row))
}
