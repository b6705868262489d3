//! Compound files: workbooks of Excel before 2007, and the wrapping of protected ones.
//!
//! `calamine` reads the cells. Before it sees them the container is read by `cfb`, which refuses chains that bite their tail; the
//! sheets are counted, since the library lays each out as a full rectangle; and only the stream of the workbook is handed on.

use std::collections::HashSet;
use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, Xls, XlsError};
use cfb::{CompoundFile, Version};

use super::biff::{OldRecords, Record, Units};
use super::{Aside, Book, Filler, Sight, date_of, fault_of, guarded};
use crate::intake::limits;
use crate::intake::table::{Cell, Fault, Table};
use crate::register::parse::Unit;
use crate::{Error, Result};

/// Cells of all full rectangles together.
const AREA: u64 = 8_000_000;

const END: u16 = 0x0a;
const BEGIN: u16 = 0x809;
const FORMULA: u16 = 0x06;
/// Several numbers of one row.
const SMALLS: u16 = 0xbd;

pub(in crate::intake) fn read(bytes: &[u8]) -> Result<Book> {
    let source = Cursor::new(bytes);
    let mut file = guarded(|| CompoundFile::open(source).map_err(|_| cut(bytes)))?;
    let names: Vec<String> = file
        .walk()
        .map(|entry| entry.name().to_ascii_lowercase())
        .collect();
    let has = |name: &str| names.iter().any(|known| known == name);
    if has("encryptedpackage") {
        let rights = names.iter().any(|name| name.starts_with("drm"));
        return Err(Error::new(if rights {
            "file_rights"
        } else {
            "file_password"
        }));
    }
    let Some(name) = ["workbook", "book"].into_iter().find(|name| has(name)) else {
        return Err(Error::new("file_not_workbook"));
    };
    let mut stream = Vec::new();
    guarded(|| {
        let mut part = file
            .open_stream(name)
            .map_err(|_| Error::new("file_damaged"))?;
        part.read_to_end(&mut stream)
            .map_err(|_| Error::new("file_truncated"))
    })?;
    let globals = Globals::read(&mut stream)?;
    let mut notes = Vec::new();
    if has("_vba_project_cur") {
        notes.push(Error::new("macros_ignored"));
    }
    if globals.external {
        notes.push(Error::new("external_links_ignored"));
    }
    if names.iter().any(|name| name.starts_with("mbd")) {
        notes.push(Error::new("objects_ignored"));
    }
    let mut book = guarded(|| Xls::new(Cursor::new(alone(name, &stream)?)).map_err(fault))?;
    let mut tables = Vec::new();
    let metadata = book.sheets_metadata().to_vec();
    for (sheet, start) in metadata.into_iter().zip(&globals.sheets) {
        let Some(start) = start else { continue };
        let aside = globals.aside(&stream, *start);
        let range = guarded(|| book.worksheet_range(&sheet.name).map_err(fault))?;
        let mut filler = Filler::new(Table::default(), aside);
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (top + row as u32, left + column as u32);
            filler.push(row, column, cell_of(value, globals.from_1904))?;
        }
        tables.push((sheet.name, Sight::from(sheet.visible), filler.close()?));
    }
    Book::whole(tables, notes)
}

/// A compound file that ends too early is named by what is left of it.
fn cut(bytes: &[u8]) -> Error {
    let package: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let wrapped = memchr::memmem::find(bytes, &package).is_some();
    Error::new(if wrapped {
        "file_password"
    } else {
        "file_truncated"
    })
}

fn cell_of(value: &Data, from_1904: bool) -> Cell<'_> {
    match value {
        Data::Empty => Cell::Empty,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::Text(text),
        Data::Bool(flag) => Cell::Flag(*flag),
        Data::DateTime(moment) => date_of(*moment, from_1904),
        Data::Error(error) => Cell::Error(fault_of(error)),
    }
}

fn fault(error: XlsError) -> Error {
    Error::new(match error {
        XlsError::Password => "file_password",
        XlsError::Io(_) | XlsError::EoStream(_) => "file_truncated",
        _ => "file_damaged",
    })
}

/// A compound file with one stream.
fn alone(name: &str, stream: &[u8]) -> Result<Vec<u8>> {
    let failed = |_| Error::new("file_damaged");
    let mut file =
        CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new())).map_err(failed)?;
    let mut part = file.create_stream(name).map_err(failed)?;
    part.write_all(stream).map_err(failed)?;
    part.flush().map_err(failed)?;
    drop(part);
    Ok(file.into_inner().into_inner())
}

/// The records of a sheet, with their places: those of charts that lie on it are its own no more.
fn sheet_records(stream: &[u8], start: usize) -> impl Iterator<Item = (usize, Record<'_>)> {
    let mut records = OldRecords { stream, at: start };
    let mut depth = 0;
    std::iter::from_fn(move || {
        loop {
            let at = records.at;
            let record = records.next()?;
            match record.kind {
                BEGIN => depth += 1,
                END if depth <= 1 => return None,
                END => depth -= 1,
                _ if depth <= 1 => return Some((at, record)),
                _ => {}
            }
        }
    })
}

/// What stands before the sheets.
struct Globals {
    /// Where the records of each sheet begin; none for charts and macros.
    sheets: Vec<Option<usize>>,
    units: Vec<Option<Unit>>,
    from_1904: bool,
    external: bool,
}

impl Globals {
    /// Reads them, and takes from the sheets the sizes they claim: the library would reserve room for those.
    fn read(stream: &mut [u8]) -> Result<Self> {
        const PASSWORD: u16 = 0x2f;
        const EPOCH: u16 = 0x22;
        const SHEET: u16 = 0x85;
        const FORMAT: u16 = 0x41e;
        const CELL_FORMAT: u16 = 0xe0;
        const BOOK: u16 = 0x1ae;
        let mut globals = Self {
            sheets: Vec::new(),
            units: Vec::new(),
            from_1904: false,
            external: false,
        };
        let mut units = Units::default();
        let mut starts = HashSet::new();
        let mut wide = true;
        for record in (OldRecords { stream, at: 0 }) {
            match record.kind {
                BEGIN => wide = record.short(0) >= 0x600,
                // 0 stands for the oldest way to encrypt, which the library would take for none
                PASSWORD => return Err(Error::new("file_password")),
                EPOCH => globals.from_1904 = record.short(0) == 1,
                FORMAT => units.format(record.short(0), text(&record, wide)),
                CELL_FORMAT => units.cell(record.short(2)),
                // a book that is not this one stands by its address
                BOOK => globals.external |= record.data.len() > 4 && record.short(2) > 1,
                SHEET => {
                    let start = record.long(0) as usize;
                    if !starts.insert(start) || starts.len() > limits::SHEETS {
                        return Err(limits::too_big("sheets"));
                    }
                    globals.sheets.push((record.byte(5) == 0).then_some(start));
                }
                END => break,
                _ => {}
            }
        }
        globals.units = units.close();
        measure(stream, starts)?;
        Ok(globals)
    }

    /// What a sheet says beside its values.
    fn aside(&self, stream: &[u8], start: usize) -> Aside {
        const ROW: u16 = 0x208;
        const COLUMNS: u16 = 0x7d;
        const MERGED: u16 = 0xe5;
        const NUMBER: u16 = 0x203;
        const SMALL: u16 = 0x27e;
        /// The text a formula gave.
        const STRING: u16 = 0x207;
        /// What may stand between a formula and its text: what it shares with others.
        const SHARED: [u16; 3] = [0x4bc, 0x221, 0x236];
        let mut aside = Aside::default();
        aside.marks.from_1904 = self.from_1904;
        let mut awaited = None;
        for (_, record) in sheet_records(stream, start) {
            if record.kind == STRING {
                awaited = None;
            } else if !SHARED.contains(&record.kind)
                && let Some((row, column)) = awaited.take()
            {
                aside.faults.push((row, column, Fault::Uncalculated));
            }
            let (row, column) = (u32::from(record.short(0)), u32::from(record.short(2)));
            match record.kind {
                ROW if record.byte(12) & 0x20 != 0 => aside.marks.hide_rows(row + 1, row + 1),
                COLUMNS if record.byte(8) & 1 != 0 => aside.marks.hide_columns(row, column),
                MERGED => {
                    for at in (0..record.short(0)).map(|index| 2 + usize::from(index) * 8) {
                        let [top, bottom, left, right] =
                            [0, 2, 4, 6].map(|part| u32::from(record.short(at + part)));
                        aside.marks.merge(left, top + 1, right, bottom + 1);
                    }
                }
                FORMULA => {
                    aside.marks.formulas += 1;
                    // to be calculated by whoever opens it, and nothing there yet
                    let pending =
                        record.byte(14) & 3 != 0 && (6..14).all(|at| record.byte(at) == 0);
                    let text = record.short(12) == 0xffff && record.byte(6) == 0;
                    awaited = text.then_some((row, column));
                    match pending {
                        true => aside.faults.push((row, column, Fault::Uncalculated)),
                        false => self.note(&mut aside, row, column, record.short(4)),
                    }
                }
                NUMBER | SMALL => self.note(&mut aside, row, column, record.short(4)),
                SMALLS => {
                    for index in 0..record.data.len().saturating_sub(6) / 6 {
                        let format = record.short(4 + index * 6);
                        self.note(&mut aside, row, column + index as u32, format);
                    }
                }
                _ => {}
            }
        }
        let last = awaited.map(|(row, column)| (row, column, Fault::Uncalculated));
        aside.faults.extend(last);
        aside.units.sort_by_key(|(row, column, _)| (*row, *column));
        aside.faults.sort_by_key(|(row, column, _)| (*row, *column));
        aside
    }

    fn note(&self, aside: &mut Aside, row: u32, column: u32, format: u16) {
        if let Some(Some(unit)) = self.units.get(usize::from(format)) {
            aside.units.push((row, column, *unit));
        }
    }
}

/// Counts the cells and the rectangles of all sheets, and takes from them the sizes they claim.
fn measure(stream: &mut [u8], starts: HashSet<usize>) -> Result<()> {
    const SIZE: u16 = 0x200;
    let (mut cells, mut area) = (0_usize, 0_u64);
    for start in starts {
        let mut sizes = Vec::new();
        let mut corners = Corners::default();
        for (at, record) in sheet_records(stream, start) {
            match record.kind {
                SIZE => sizes.push(at + 4..at + 4 + record.data.len()),
                _ => cells += corners.widen(&record),
            }
        }
        area += corners.area();
        if cells > limits::CELLS || area > AREA {
            return Err(limits::too_big("cells"));
        }
        for size in sizes {
            stream[size].fill(0);
        }
    }
    Ok(())
}

/// The rectangle that cells span.
#[derive(Default)]
struct Corners(Option<[u64; 4]>);

impl Corners {
    /// Takes a record in; gives how many cells it holds.
    fn widen(&mut self, record: &Record<'_>) -> usize {
        const CELLS: [u16; 7] = [FORMULA, 0x203, 0x204, 0x205, 0x27e, 0xd6, 0xfd];
        let (row, column) = (u64::from(record.short(0)), u64::from(record.short(2)));
        let count = match record.kind {
            SMALLS => record.data.len().saturating_sub(6) / 6,
            kind => usize::from(CELLS.contains(&kind)),
        };
        if count > 0 {
            let last = column + count as u64 - 1;
            let [top, bottom, left, right] = self.0.unwrap_or([row, row, column, last]);
            self.0 = Some([
                top.min(row),
                bottom.max(row),
                left.min(column),
                right.max(last),
            ]);
        }
        count
    }

    fn area(&self) -> u64 {
        self.0.map_or(0, |[top, bottom, left, right]| {
            (bottom - top + 1) * (right - left + 1)
        })
    }
}

/// The text of a number format, in characters of one or two bytes.
fn text(record: &Record<'_>, wide: bool) -> String {
    let narrow = |at: usize, length: usize| {
        let bytes = record.data.get(at..).unwrap_or_default();
        bytes.iter().take(length).map(|b| char::from(*b)).collect()
    };
    match (wide, record.byte(4) & 1) {
        (false, _) => narrow(3, usize::from(record.byte(2))),
        (true, 0) => narrow(5, usize::from(record.short(2))),
        (true, _) => record.wide(5, usize::from(record.short(2))),
    }
}
