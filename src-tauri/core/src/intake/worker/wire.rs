//! What program and worker say to each other: a length, then a message in postcard. Neither believes the other's lengths.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::super::file::{SheetAsked, SheetInfo};
use super::super::table::Piece;
use crate::Error;

/// Bytes of a message. All that a sheet may hide and merge fits with room to spare.
const MESSAGE: usize = 8 << 20;

/// What the program asks.
#[derive(Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Open a file of this size.
    Open {
        name: String,
        size: u64,
        encoding: Option<String>,
    },
    /// Read a sheet, or its first rows.
    Table {
        sheet: SheetAsked,
        rows: Option<u32>,
    },
}

/// What the worker answers.
#[derive(Debug, Serialize, Deserialize)]
pub enum Answer {
    /// It has given up what it may not have, and waits.
    Ready,
    /// It wants bytes of the file from a place on: so many follow bare.
    Want { place: u64, length: u32 },
    /// The file is open.
    Opened(Opened),
    /// A piece of the sheet asked for.
    Piece(Piece),
    /// It is refused, and why.
    Refused(Error),
}

/// Bytes of the file that are handed over at once.
pub const PIECE: usize = 128 << 10;

/// What is known of a file without reading a sheet.
#[derive(Debug, Serialize, Deserialize)]
pub struct Opened {
    pub name: String,
    pub sheets: Vec<SheetInfo>,
    pub secret_sheets: Vec<String>,
    pub notes: Vec<Error>,
    pub encoding: Option<String>,
}

/// What a worker said makes no sense.
pub fn garbled() -> Error {
    Error::new("reader_stopped")
}

/// Writes a message.
pub fn write(output: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let bytes = postcard::to_stdvec(message).map_err(io::Error::other)?;
    if bytes.len() > MESSAGE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    output.write_all(&(bytes.len() as u32).to_le_bytes())?;
    output.write_all(&bytes)?;
    output.flush()
}

/// Reads the next message; nothing after the last one.
pub fn read<T: DeserializeOwned>(input: &mut impl Read) -> io::Result<Option<T>> {
    let mut length = [0; 4];
    match input.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        outcome => outcome?,
    }
    let length = u32::from_le_bytes(length) as usize;
    if length > MESSAGE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let bytes = read_exactly(input, length)?;
    postcard::from_bytes(&bytes)
        .map(Some)
        .map_err(io::Error::other)
}

/// Reads so many bytes; room is made only for those that come.
pub fn read_exactly(input: &mut impl Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(length as u64).read_to_end(&mut bytes)?;
    if bytes.len() < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}
