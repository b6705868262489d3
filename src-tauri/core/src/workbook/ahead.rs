//! Rows read on one thread while another writes them: in a large register the one takes about as long as the other.

use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::book::SheetIndex;
use super::cell::Cell;
use super::table::Writing;
use crate::{Error, Result};

/// Rows handed over together, and how many such blocks may wait.
const ROWS: usize = 512;
const BLOCKS: usize = 4;

/// A cell that no longer borrows from the row it was read from; text lies in the block's own, up to here.
enum Kept {
    Text(usize),
    Formula(usize, i64),
    Other(Cell<'static>),
    EndOfRow,
}

#[derive(Default)]
struct Block {
    text: String,
    cells: Vec<Kept>,
    rows: usize,
}

/// Takes the rows of a sheet as they are read.
pub(super) struct Ahead {
    block: Block,
    send: SyncSender<Block>,
}

impl Ahead {
    /// The next cell of the row.
    pub(super) fn put(&mut self, cell: Cell<'_>) {
        let mut end = |text: &str| {
            self.block.text.push_str(text);
            self.block.text.len()
        };
        let kept = match cell {
            Cell::Text(text) => Kept::Text(end(text)),
            Cell::Formula(formula, result) => Kept::Formula(end(formula), result),
            Cell::Blank => Kept::Other(Cell::Blank),
            Cell::Integer(number) => Kept::Other(Cell::Integer(number)),
            Cell::Decimal(micros) => Kept::Other(Cell::Decimal(micros)),
            Cell::Amount(amount) => Kept::Other(Cell::Amount(amount)),
            Cell::Date(day) => Kept::Other(Cell::Date(day)),
            Cell::Moment(moment) => Kept::Other(Cell::Moment(moment)),
        };
        self.block.cells.push(kept);
    }

    /// Ends the row.
    pub(super) fn end_row(&mut self) -> Result<()> {
        self.block.cells.push(Kept::EndOfRow);
        self.block.rows += 1;
        if self.block.rows == ROWS {
            self.hand_over()?;
        }
        Ok(())
    }

    fn hand_over(&mut self) -> Result<()> {
        let block = std::mem::take(&mut self.block);
        // the other thread has ended with an error of its own, which is the one that is told
        self.send
            .send(block)
            .map_err(|_| Error::new("workbook_write"))
    }
}

/// Writes the rows that `read` puts and finishes the sheet; gives the sheet it ended on. `rows` is how many come, when that is
/// certain.
pub(super) fn write(
    mut writing: Writing<'_>,
    rows: Option<u32>,
    read: impl FnOnce(&mut Ahead) -> Result<()>,
) -> Result<SheetIndex> {
    thread::scope(|scope| {
        let (send, receive) = sync_channel(BLOCKS);
        let writer = scope.spawn(move || {
            writing.expect(rows.unwrap_or(0))?;
            write_blocks(writing, &receive)
        });
        let mut ahead = Ahead {
            block: Block::default(),
            send,
        };
        let done = read(&mut ahead).and_then(|()| ahead.hand_over());
        drop(ahead);
        let written = writer.join().unwrap_or_else(|panic| resume_unwind(panic))?;
        done.map(|()| written)
    })
}

fn write_blocks(mut writing: Writing<'_>, blocks: &Receiver<Block>) -> Result<SheetIndex> {
    for block in blocks {
        let mut start = 0;
        let mut text = |end: usize| {
            let text = block.text.get(start..end).unwrap_or_default();
            start = end;
            text
        };
        for cell in &block.cells {
            match *cell {
                Kept::Text(end) => writing.put(Cell::Text(text(end)))?,
                Kept::Formula(end, result) => writing.put(Cell::Formula(text(end), result))?,
                Kept::Other(cell) => writing.put(cell)?,
                Kept::EndOfRow => writing.end_row()?,
            }
        }
    }
    writing.finish()
}
