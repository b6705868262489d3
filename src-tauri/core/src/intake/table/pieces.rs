//! A table in pieces, on its way from a reader. What arrives is not believed: a block is kept only if it can be unpacked, in
//! order and within bounds.

use std::io::Write;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::{Marks, Packed, Stored, Table};
use crate::bytes::Spool;
use crate::intake::limits;
use crate::{Error, Result};

/// Bytes of a piece.
const BYTES: usize = 1 << 20;
/// Bytes of a packed block: what does not pack at all, and a little more.
const BLOCK: usize = 80 << 20;

/// Bytes of all blocks: what a sheet within its limits packs to at the worst. What follows a block's cells is not counted as text.
const BLOCKS: u64 = 512 << 20;

/// A piece of a table.
#[derive(Debug, Serialize, Deserialize)]
pub enum Piece {
    /// The beginning of a block, with more to come.
    Part(Vec<u8>),
    /// A block, or the end of one.
    Block(Vec<u8>),
    /// The last: what the sheet is besides.
    Rest(Marks),
}

/// What a reader hands out of a table, to be packed by whoever takes it.
pub enum Handed {
    /// Rows of a table that is being read.
    Rows(Rows),
    /// The last: what the sheet is besides.
    Rest(Marks),
}

/// Some rows of a table.
pub struct Rows(State);

enum State {
    Loose(Arc<Block>),
    Packed(Vec<u8>),
}

impl Handed {
    /// Gives it piece by piece.
    pub fn pieces(self, send: &mut impl FnMut(Piece) -> Result<()>) -> Result<()> {
        match self {
            Self::Rows(Rows(State::Loose(block))) => parted(&block.pack()?, send),
            Self::Rows(Rows(State::Packed(block))) => parted(&block, send),
            Self::Rest(marks) => send(Piece::Rest(marks)),
        }
    }
}

impl Table {
    /// One whose rows are handed out as they come.
    pub(in crate::intake) fn that_hands_out() -> Self {
        Self {
            hands_out: true,
            ..Self::default()
        }
    }

    /// Gives the table piece by piece.
    pub fn pieces(&self, mut send: impl FnMut(Piece) -> Result<()>) -> Result<()> {
        for packed in &self.packed {
            parted(&self.bytes(packed)?, &mut send)?;
        }
        send(Piece::Rest(self.marks.clone()))
    }

    /// Gives the rows that are complete so far, and keeps none of them.
    pub(in crate::intake) fn hand_out(
        &mut self,
        mut take: impl FnMut(Handed) -> Result<()>,
    ) -> Result<()> {
        for packed in std::mem::take(&mut self.packed) {
            let state = match &packed.bytes {
                Stored::Loose(block) => State::Loose(block.clone()),
                _ => State::Packed(self.bytes(&packed)?.into_owned()),
            };
            take(Handed::Rows(Rows(state)))?;
        }
        Ok(())
    }

    /// Gives all that is left.
    pub(in crate::intake) fn hand_over(
        mut self,
        mut take: impl FnMut(Handed) -> Result<()>,
    ) -> Result<()> {
        self.hand_out(&mut take)?;
        take(Handed::Rest(self.marks))
    }
}

fn parted(block: &[u8], send: &mut impl FnMut(Piece) -> Result<()>) -> Result<()> {
    let mut rest = block;
    while rest.len() > BYTES {
        let (part, after) = rest.split_at(BYTES);
        send(Piece::Part(part.to_vec()))?;
        rest = after;
    }
    send(Piece::Block(rest.to_vec()))
}

/// A table that is being put together.
#[derive(Default)]
pub struct Assembly {
    table: Table,
    parts: Vec<u8>,
    spool: Spool,
}

impl Assembly {
    /// Adds a piece; the table once the last has come.
    pub fn add(&mut self, piece: Piece) -> Result<Option<Table>> {
        match piece {
            Piece::Part(part) => self.part(part)?,
            Piece::Block(end) => {
                self.part(end)?;
                let bytes = std::mem::take(&mut self.parts);
                self.block(bytes)?;
            }
            Piece::Rest(marks) => {
                let mut table = std::mem::take(&mut self.table);
                table.marks = marks;
                table.spool = std::mem::take(&mut self.spool).close()?;
                return Ok(Some(table));
            }
        }
        Ok(None)
    }

    fn part(&mut self, part: Vec<u8>) -> Result<()> {
        if self.parts.len() + part.len() > BLOCK {
            return Err(limits::too_big("cells"));
        }
        match self.parts.is_empty() {
            true => self.parts = part,
            false => self.parts.extend(part),
        }
        Ok(())
    }

    fn block(&mut self, bytes: Vec<u8>) -> Result<()> {
        let table = &mut self.table;
        let block = Block::unpack(&bytes)
            .filter(|block| block.number(0) > table.last)
            .ok_or_else(|| Error::new("reader_stopped"))?;
        if self.spool.size() + bytes.len() as u64 > BLOCKS {
            return Err(limits::too_big("cells"));
        }
        table.packed.push(Packed {
            first: table.rows,
            number: block.number(0),
            bytes: Stored::Spooled(self.spool.size(), bytes.len()),
        });
        self.spool.write_all(&bytes)?;
        table.rows += block.len();
        table.last = block.number(block.len() - 1);
        table.cells += block.cells();
        table.text += block.text_bytes();
        table.width = table.width.max(block.width());
        if table.cells > limits::CELLS || table.text > limits::TEXT {
            return Err(limits::too_big("cells"));
        }
        Ok(())
    }

    /// Rows that have come so far.
    pub fn rows_done(&self) -> usize {
        self.table.rows
    }
}
