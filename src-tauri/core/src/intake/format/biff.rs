//! The records of Excel's binary formats, old (`.xls`) and new (`.xlsb`): what `calamine` reads over.

use std::io::Read;

use super::unit;
use crate::intake::limits;
use crate::register::parse::Unit;
use crate::{Error, Result};

/// A record: its kind and its bytes.
pub(super) struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

impl Record<'_> {
    pub fn byte(&self, at: usize) -> u8 {
        self.data.get(at).copied().unwrap_or_default()
    }

    pub fn short(&self, at: usize) -> u16 {
        u16::from_le_bytes([self.byte(at), self.byte(at + 1)])
    }

    pub fn long(&self, at: usize) -> u32 {
        u32::from(self.short(at)) | (u32::from(self.short(at + 2)) << 16)
    }

    /// Characters of two bytes.
    pub fn wide(&self, at: usize, length: usize) -> String {
        let units: Vec<u16> = (0..length.min(self.data.len() / 2))
            .map(|index| self.short(at + index * 2))
            .collect();
        String::from_utf16_lossy(&units)
    }
}

/// The records of a stream of the old format, from an offset on.
pub(super) struct OldRecords<'a> {
    pub stream: &'a [u8],
    pub at: usize,
}

impl<'a> Iterator for OldRecords<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let head = self.stream.get(self.at..self.at + 4)?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let start = self.at + 4;
        self.at = start + length;
        let data = self.stream.get(start..self.at)?;
        Some(Record { kind, data })
    }
}

/// The records of a part of the new format.
pub(super) struct NewRecords<R> {
    source: R,
    data: Vec<u8>,
}

/// Bytes of one record: none that is looked at comes near.
const LONGEST: usize = 1 << 20;

impl<R: Read> NewRecords<R> {
    pub fn new(source: R) -> Self {
        Self {
            source,
            data: Vec::new(),
        }
    }

    /// The next record; none at the end.
    pub fn next(&mut self) -> Result<Option<Record<'_>>> {
        let Some(first) = self.byte()? else {
            return Ok(None);
        };
        let cut = || Error::new("file_truncated");
        let mut kind = u16::from(first & 0x7f);
        if first & 0x80 != 0 {
            kind |= u16::from(self.byte()?.ok_or_else(cut)? & 0x7f) << 7;
        }
        let mut length = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?.ok_or_else(cut)?;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        if length > LONGEST {
            return Err(limits::too_big("record"));
        }
        self.data.resize(length, 0);
        self.source.read_exact(&mut self.data).map_err(|_| cut())?;
        Ok(Some(Record {
            kind,
            data: &self.data,
        }))
    }

    fn byte(&mut self) -> Result<Option<u8>> {
        let mut byte = [0];
        match self.source.read(&mut byte) {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(byte[0])),
            Err(_) => Err(Error::new("file_truncated")),
        }
    }
}

/// The units of a workbook's cell formats.
#[derive(Default)]
pub(super) struct Units {
    codes: std::collections::HashMap<u16, String>,
    cells: Vec<u16>,
}

impl Units {
    /// Takes note of a number format.
    pub fn format(&mut self, number: u16, code: String) {
        self.codes.insert(number, code);
    }

    /// Takes note of the next cell format, which uses a number format.
    pub fn cell(&mut self, number: u16) {
        self.cells.push(number);
    }

    /// What every cell format says of numbers.
    pub fn close(self) -> Vec<Option<Unit>> {
        let of = |number: &u16| match self.codes.get(number) {
            Some(code) => unit::of_format(u32::from(*number), code),
            // `0%` and `0.00%` of the program itself
            None => matches!(number, 9 | 10).then_some(Unit::Percent),
        };
        self.cells.iter().map(of).collect()
    }
}
