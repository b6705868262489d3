//! One reader for each format. Each gives sheets and, of a sheet, a [`Table`]; none of them runs, fetches or follows anything.

mod biff;
mod html;
mod ods;
mod spreadsheet_ml;
mod unit;
mod xls;
mod xlsb;
mod xlsx;
mod xml;

use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{CellErrorType, DataRef, Dimensions, ExcelDateTime, SheetVisible};

use super::hand::Hand;
use super::limits::{self, Parts};
use super::marks::Marks;
use super::table::{Cell, Fault, Handed, Table};
use crate::bytes::Bytes;
use crate::register::parse::Unit;
use crate::{Error, Result};

pub(super) use html::read as html;
pub(super) use ods::read_flat as flat_open_document;
pub(super) use spreadsheet_ml::{NAMESPACE as SPREADSHEET_ML, read as spreadsheet_ml};
pub(super) use xls::read as compound;

/// Who can see a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// Shown.
    Shown,
    /// Hidden: a person can show it again.
    Hidden,
    /// Not offered by the spreadsheet program at all.
    Secret,
}

impl From<SheetVisible> for Sight {
    fn from(visible: SheetVisible) -> Self {
        match visible {
            SheetVisible::Visible => Self::Shown,
            SheetVisible::Hidden => Self::Hidden,
            SheetVisible::VeryHidden => Self::Secret,
        }
    }
}

/// A sheet as its reader found it.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    pub name: String,
    pub rows: u32,
    pub columns: u32,
    pub sight: Sight,
}

impl Sheet {
    /// A sheet as large as its file says, within the limits.
    fn claiming(name: String, dimensions: Dimensions, sight: Sight) -> Self {
        Self {
            name,
            rows: dimensions.end.0.min(limits::ROWS - 1) + 1,
            columns: dimensions.end.1.min(limits::COLUMNS - 1) + 1,
            sight,
        }
    }
}

/// Takes a table as it is read.
pub(super) type Taker<'a> = &'a mut dyn FnMut(Handed) -> Result<()>;

/// Gives the cells of sheets by their place.
pub(super) trait Sheets: Send {
    /// Hands out the cells of a sheet as they are read, of its first rows alone when fewer are asked for.
    fn read(&mut self, place: usize, rows: u32, taker: Taker<'_>) -> Result<()>;
}

/// A file whose sheets are known.
pub(super) struct Book {
    pub sheets: Vec<Sheet>,
    pub notes: Vec<Error>,
    pub reader: Box<dyn Sheets>,
}

/// Sheets that were read whole, since their format cannot be read otherwise.
struct Whole(Vec<Table>);

impl Sheets for Whole {
    fn read(&mut self, place: usize, rows: u32, taker: Taker<'_>) -> Result<()> {
        let table = self
            .0
            .get(place)
            .ok_or_else(|| Error::new("sheet_unknown"))?;
        match rows >= limits::ROWS {
            true => table.clone().hand_over(taker),
            false => table.head(rows)?.hand_over(taker),
        }
    }
}

impl Book {
    /// A file of sheets that were read whole.
    pub fn whole(read: Vec<(String, Sight, Table)>, notes: Vec<Error>) -> Result<Self> {
        let mut sheets = Vec::with_capacity(read.len());
        let mut tables = Vec::with_capacity(read.len());
        let mut cells = 0;
        for (name, sight, mut table) in read {
            table.close()?;
            cells += table.cells();
            if cells > limits::CELLS {
                return Err(limits::too_big("cells"));
            }
            sheets.push(Sheet {
                name,
                rows: table.number(table.len().saturating_sub(1)),
                columns: table.columns() as u32,
                sight,
            });
            tables.push(table);
        }
        Ok(Self {
            sheets,
            notes,
            reader: Box::new(Whole(tables)),
        })
    }
}

/// Reads a container of parts: a workbook of Excel, text or binary, or of OpenDocument.
pub(super) fn container(bytes: Bytes, hand: Option<&Hand>) -> Result<Book> {
    let (parts, sheets) = limits::check(&bytes, hand)?;
    if parts.has("mimetype") && parts.has("content.xml") {
        sheets.wait()??;
        ods::open(&bytes, &parts)
    } else if parts.has("xl/workbook.bin") {
        sheets.wait()??;
        xlsb::open(bytes, &parts)
    } else if parts.has("[Content_Types].xml") {
        xlsx::open(bytes, &parts, sheets)
    } else {
        sheets.wait()??;
        Err(Error::new("file_not_workbook"))
    }
}

/// What Office files carry beside cells and is left where it is.
fn notes_of(parts: &Parts) -> Vec<Error> {
    let mut notes = Vec::new();
    let mut note = |code: &'static str, test: &dyn Fn(&str) -> bool| {
        if parts.any(test) {
            notes.push(Error::new(code));
        }
    };
    note("macros_ignored", &|part| {
        part.ends_with("vbaProject.bin")
            || part.contains("/macrosheets/")
            || part.starts_with("Basic/")
            || part.starts_with("Scripts/")
    });
    note("external_links_ignored", &|part| {
        part.contains("/externalLinks/") && !part.contains("/_rels/")
    });
    note("objects_ignored", &|part| {
        part.contains("/embeddings/") || part.contains("/activeX/") || part.starts_with("Object ")
    });
    notes
}

/// Runs a library reader on a stranger's bytes: a panic in it is a damaged file, not the end of the program.
fn guarded<T>(read: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Error::new("file_damaged")))
}

/// What a sheet says about its cells in places where the reader does not look.
#[derive(Default)]
struct Aside {
    marks: Marks,
    /// Errors by row and column from 0, in reading order.
    faults: Vec<(u32, u32, Fault)>,
    /// What numbers count, likewise.
    units: Vec<(u32, u32, Unit)>,
}

/// Fills a table from a reader's cells and from what stands aside.
struct Filler {
    table: Table,
    faults: std::iter::Peekable<std::vec::IntoIter<(u32, u32, Fault)>>,
    units: std::iter::Peekable<std::vec::IntoIter<(u32, u32, Unit)>>,
}

impl Filler {
    fn new(mut table: Table, aside: Aside) -> Self {
        table.marks = aside.marks;
        Self {
            table,
            faults: aside.faults.into_iter().peekable(),
            units: aside.units.into_iter().peekable(),
        }
    }

    fn push(&mut self, row: u32, column: u32, cell: Cell<'_>) -> Result<()> {
        let here = (row, column);
        while let Some((r, c, fault)) = self.faults.next_if(|(r, c, _)| (*r, *c) <= here) {
            if (r, c) == here && !cell.is_blank() {
                break;
            }
            self.table.push(r, c, Cell::Error(fault))?;
        }
        while let Some((r, c, unit)) = self.units.next_if(|(r, c, _)| (*r, *c) <= here) {
            if let (true, Cell::Number(number)) = ((r, c) == here, cell) {
                return self.table.push(row, column, Cell::Measured(number, unit));
            }
        }
        self.table.push(row, column, cell)
    }

    /// Hands out the rows that are complete, and keeps none of them.
    fn hand_out(&mut self, taker: Taker<'_>) -> Result<()> {
        self.table.hand_out(taker)
    }

    fn close(mut self) -> Result<Table> {
        for (row, column, fault) in self.faults {
            self.table.push(row, column, Cell::Error(fault))?;
        }
        self.table.close()?;
        Ok(self.table)
    }
}

/// A value of a spreadsheet library as a cell.
fn cell_of<'a>(value: &'a DataRef<'_>, from_1904: bool) -> Cell<'a> {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::Text(text),
        DataRef::SharedString(text) => Cell::Text(text),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::DateTime(moment) => date_of(*moment, from_1904),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Text(text),
        DataRef::Error(error) => Cell::Error(fault_of(error)),
    }
}

/// A day. Durations and times of day stay numbers, and so does what is no day of the calendar.
fn date_of(moment: ExcelDateTime, from_1904: bool) -> Cell<'static> {
    let serial = moment.as_f64();
    if moment.is_duration() || !(1.0..2_958_466.0).contains(&serial) {
        return Cell::Number(serial);
    }
    // Excel's 29 February 1900 never was
    if !from_1904 && serial.floor() == 60.0 {
        return Cell::Text("1900-02-29");
    }
    moment
        .as_datetime()
        .map_or(Cell::Number(serial), |moment| Cell::Date(moment.date()))
}

fn fault_of(error: &CellErrorType) -> Fault {
    match error {
        CellErrorType::Div0 => Fault::Division,
        CellErrorType::NA => Fault::Missing,
        CellErrorType::Name => Fault::Name,
        CellErrorType::Null => Fault::Null,
        CellErrorType::Num => Fault::Number,
        CellErrorType::Ref => Fault::Reference,
        CellErrorType::Value => Fault::Value,
        _ => Fault::Other,
    }
}
