//! Binary workbooks of Excel since 2007: cells as they stream from `calamine`, and beside them what it passes over.

use std::collections::HashMap;
use std::io::{BufReader, Read};

use calamine::{Reader, Xlsb, XlsbError};
use zip::ZipArchive;

use super::biff::{NewRecords, Record, Units};
use super::xlsx::{archive, part, relations};
use super::{Aside, Book, Filler, Sheet, Sheets, Sight, Taker, cell_of, guarded, notes_of};
use crate::bytes::{self, Bytes};
use crate::intake::limits::{self, Parts};
use crate::intake::table::{Fault, Table};
use crate::register::parse::Unit;
use crate::{Error, Result};

struct Workbook {
    book: Xlsb<bytes::Reader>,
    bytes: Bytes,
    /// Names and parts of the sheets.
    sheets: Vec<(String, String)>,
    units: Vec<Option<Unit>>,
}

pub(super) fn open(bytes: Bytes, parts: &Parts) -> Result<Book> {
    let mut archive = archive(&bytes)?;
    let places = places(&mut archive)?;
    let units = units(&mut archive)?;
    let source = bytes.reader();
    let mut book = guarded(|| Xlsb::new(source).map_err(fault))?;
    let visible: Vec<(String, Sight)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible.into()))
        .collect();
    let (mut sheets, mut read) = (Vec::new(), Vec::new());
    for (name, sight) in visible.into_iter().take(limits::SHEETS + 1) {
        let dimensions = guarded(|| {
            let reader = book.worksheet_cells_reader(&name).map_err(fault)?;
            Ok(reader.dimensions())
        })?;
        let place = places.get(&name).cloned().unwrap_or_default();
        read.push((name.clone(), place));
        sheets.push(Sheet::claiming(name, dimensions, sight));
    }
    let notes = notes_of(parts);
    let workbook = Workbook {
        book,
        bytes,
        sheets: read,
        units,
    };
    Ok(Book {
        sheets,
        notes,
        reader: Box::new(workbook),
    })
}

impl Sheets for Workbook {
    fn read(&mut self, place: usize, rows: u32, taker: Taker<'_>) -> Result<()> {
        let unknown = || Error::new("sheet_unknown");
        let (name, part) = self.sheets.get(place).ok_or_else(unknown)?;
        let mut aside = match rows >= limits::ROWS {
            true => aside_of(&self.bytes, part, &self.units)?,
            false => Aside::default(),
        };
        let from_1904 = self.book.has_1904_epoch();
        aside.marks.from_1904 = from_1904;
        let mut filler = Filler::new(Table::that_hands_out(), aside);
        let book = &mut self.book;
        guarded(|| {
            let mut reader = book.worksheet_cells_reader(name).map_err(fault)?;
            while let Some(cell) = reader.next_cell().map_err(fault)? {
                let (row, column) = cell.get_position();
                if row >= rows {
                    break;
                }
                filler.push(row, column, cell_of(cell.get_value(), from_1904))?;
                filler.hand_out(taker)?;
            }
            Ok(())
        })?;
        filler.close()?.hand_over(taker)
    }
}

fn fault(error: XlsbError) -> Error {
    Error::new(match error {
        XlsbError::Password => "file_password",
        XlsbError::Zip(_) | XlsbError::Io(_) => "file_truncated",
        XlsbError::FileNotFound(_) => "file_not_workbook",
        _ => "file_damaged",
    })
}

/// The part of every sheet by its name.
fn places(archive: &mut ZipArchive<bytes::Reader>) -> Result<HashMap<String, String>> {
    const SHEET: u16 = 0x9c;
    let relations = relations(archive, "xl/_rels/workbook.bin.rels")?;
    let mut found = HashMap::new();
    each(archive, "xl/workbook.bin", |record| {
        if record.kind == SHEET {
            let id = record.long(8) as usize;
            let name = 12 + id.min(1 << 10) * 2;
            let target = relations.get(&record.wide(12, id));
            let length = record.long(name) as usize;
            if let Some((_, target)) = target {
                found.insert(record.wide(name + 4, length), format!("xl/{target}"));
            }
        }
        Ok(())
    })?;
    Ok(found)
}

fn units(archive: &mut ZipArchive<bytes::Reader>) -> Result<Vec<Option<Unit>>> {
    const FORMAT: u16 = 0x2c;
    const CELL_FORMATS: u16 = 0x269;
    const CELL_FORMATS_END: u16 = 0x26a;
    const CELL_FORMAT: u16 = 0x2f;
    let mut units = Units::default();
    let mut inside = false;
    each(archive, "xl/styles.bin", |record| {
        match record.kind {
            FORMAT => {
                let code = record.wide(6, record.long(2) as usize);
                units.format(record.short(0), code);
            }
            CELL_FORMATS => inside = true,
            CELL_FORMATS_END => inside = false,
            CELL_FORMAT if inside => units.cell(record.short(2)),
            _ => {}
        }
        Ok(())
    })?;
    Ok(units.close())
}

fn each(
    archive: &mut ZipArchive<bytes::Reader>,
    name: &str,
    look: impl FnMut(&Record<'_>) -> Result<()>,
) -> Result<()> {
    match part(archive, name) {
        Some(part) => each_of(part, look),
        None => Ok(()),
    }
}

fn each_of(part: impl Read, mut look: impl FnMut(&Record<'_>) -> Result<()>) -> Result<()> {
    let mut records = NewRecords::new(BufReader::new(part));
    while let Some(record) = records.next()? {
        look(&record)?;
    }
    Ok(())
}

/// What a sheet says beside its values.
fn aside_of(bytes: &Bytes, name: &str, units: &[Option<Unit>]) -> Result<Aside> {
    const ROW: u16 = 0;
    const SMALL: u16 = 2;
    const REAL: u16 = 5;
    const FORMULA_TEXT: u16 = 8;
    const FORMULA_NUMBER: u16 = 9;
    const FORMULA_FAULT: u16 = 11;
    const COLUMNS: u16 = 0x3c;
    const MERGED: u16 = 0xb0;
    let mut aside = Aside::default();
    let mut row = 0;
    each(&mut archive(bytes)?, name, |record| {
        let column = record.long(0);
        match record.kind {
            ROW => {
                row = record.long(0);
                let hidden = record.byte(11) & 0x10 != 0;
                if hidden {
                    let number = row.saturating_add(1);
                    aside.marks.hide_rows(number, number);
                }
            }
            SMALL | REAL | FORMULA_NUMBER => {
                let format = record.long(4) & 0xff_ffff;
                if let Some(Some(unit)) = units.get(format as usize) {
                    aside.units.push((row, column, *unit));
                }
            }
            FORMULA_FAULT => aside.faults.push((row, column, fault_of(record.byte(8)))),
            COLUMNS if record.byte(16) & 1 != 0 => {
                aside.marks.hide_columns(record.long(0), record.long(4));
            }
            MERGED => {
                let [top, bottom, left, right] = [0, 4, 8, 12].map(|at| record.long(at));
                aside
                    .marks
                    .merge(left, top.saturating_add(1), right, bottom.saturating_add(1));
            }
            _ => {}
        }
        aside.marks.formulas += usize::from((FORMULA_TEXT..=FORMULA_FAULT).contains(&record.kind));
        Ok(())
    })?;
    Ok(aside)
}

/// The error of a code of the binary formats.
pub(super) fn fault_of(code: u8) -> Fault {
    match code {
        0x00 => Fault::Null,
        0x07 => Fault::Division,
        0x0f => Fault::Value,
        0x17 => Fault::Reference,
        0x1d => Fault::Name,
        0x24 => Fault::Number,
        0x2a => Fault::Missing,
        _ => Fault::Other,
    }
}
