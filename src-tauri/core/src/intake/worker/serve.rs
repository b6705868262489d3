//! The worker's side: reads what it is sent, answers, and knows nothing else.

use std::io::{self, Read, Write};

use super::super::file::SourceFile;
use super::super::limits;
use super::super::table::Table;
use super::wire::{self, Answer, Ask, Opened, SheetAsked};
use crate::{Error, Result};

/// Answers until nobody asks any more.
pub fn serve(mut input: impl Read, mut output: impl Write) -> io::Result<()> {
    wire::write(&mut output, &Answer::Ready)?;
    let mut opened = None;
    while let Some(ask) = wire::read::<Ask>(&mut input)? {
        match ask {
            Ask::Open {
                name,
                size,
                encoding,
            } => {
                let size = usize::try_from(size)
                    .ok()
                    .filter(|size| *size <= limits::FILE)
                    .ok_or(io::ErrorKind::InvalidData)?;
                let bytes = wire::read_exactly(&mut input, size)?;
                let (file, answer) = match SourceFile::open_as(&name, bytes, encoding.as_deref()) {
                    Ok(file) => {
                        let answer = Answer::Opened(about(&file));
                        (Some(file), answer)
                    }
                    Err(error) => (None, Answer::Refused(error)),
                };
                opened = file;
                wire::write(&mut output, &answer)?;
            }
            Ask::Table { sheet, rows } => {
                let table = opened
                    .as_mut()
                    .ok_or_else(|| Error::new("sheet_unknown"))
                    .and_then(|file| read(file, &sheet, rows));
                answer(&mut output, table)?;
            }
        }
    }
    Ok(())
}

fn about(file: &SourceFile) -> Opened {
    Opened {
        name: file.name.clone(),
        sheets: file.sheets.clone(),
        secret_sheets: file.secret_sheets.clone(),
        notes: file.notes.clone(),
        encoding: file.encoding.clone(),
    }
}

fn read(file: &mut SourceFile, sheet: &SheetAsked, rows: Option<u32>) -> Result<Table> {
    match sheet {
        SheetAsked::Place(place) => file.table(*place, rows),
        SheetAsked::Named(name) => file.table_named(name, rows),
    }
}

fn answer(output: &mut impl Write, table: Result<Table>) -> io::Result<()> {
    match table {
        Ok(table) => table.pieces(|piece| wire::write(output, &Answer::Piece(piece))),
        Err(error) => wire::write(output, &Answer::Refused(error)),
    }
}
