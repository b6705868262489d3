//! A file somebody hands in: what it really is, its sheets, and the table of one of them.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError};
use serde::Serialize;
use ts_rs::TS;

use super::table::{Cell, Table};
use super::{limits, text};
use crate::{Error, Result};

/// A sheet of the file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetInfo {
    /// From 0.
    pub index: usize,
    /// Name.
    pub name: String,
    /// Rows, as far as is known.
    pub rows: u32,
    /// Columns, as far as is known.
    pub columns: u32,
    /// Hidden in the spreadsheet program.
    pub hidden: bool,
}

enum Content {
    Workbook(Box<Xlsx<Cursor<Vec<u8>>>>),
    Text(String),
}

/// An opened file.
pub struct SourceFile {
    /// Name as received, without folders.
    pub name: String,
    /// Its bytes, kept as evidence when it is imported.
    pub bytes: Vec<u8>,
    /// Sheets a person can choose.
    pub sheets: Vec<SheetInfo>,
    /// Sheets not even shown by the spreadsheet program: our own keys lie in one.
    pub secret_sheets: Vec<String>,
    /// What was noticed on opening.
    pub notes: Vec<Error>,
    content: Content,
}

impl SourceFile {
    /// Opens a file by what it is, not by what it is called.
    pub fn open(name: &str, bytes: Vec<u8>) -> Result<Self> {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Error::new("file_empty"));
        }
        if bytes.len() > limits::FILE {
            return Err(Error::new("file_too_big").with("what", "bytes"));
        }
        if bytes.starts_with(b"PK") {
            return Self::workbook(name, bytes);
        }
        refuse_foreign(&bytes)?;
        Self::text(name, bytes)
    }

    fn workbook(name: String, bytes: Vec<u8>) -> Result<Self> {
        let parts = limits::check(&bytes)?;
        if !parts
            .iter()
            .any(|part| part.eq_ignore_ascii_case("xl/workbook.xml"))
        {
            return Err(Error::new("file_not_workbook"));
        }
        let mut notes = Vec::new();
        if parts.iter().any(|part| part.ends_with("vbaProject.bin")) {
            notes.push(Error::new("macros_ignored"));
        }
        let mut book = guarded(|| Xlsx::new(Cursor::new(bytes.clone())))?;
        let visible: Vec<(String, SheetVisible)> = book
            .sheets_metadata()
            .iter()
            .map(|sheet| (sheet.name.clone(), sheet.visible))
            .collect();
        if visible.is_empty() || visible.len() > limits::SHEETS {
            return Err(Error::new(if visible.is_empty() {
                "file_empty"
            } else {
                "file_too_big"
            })
            .with("what", "sheets"));
        }
        let (mut sheets, mut secret_sheets) = (Vec::new(), Vec::new());
        for (name, visible) in visible {
            if visible == SheetVisible::VeryHidden {
                secret_sheets.push(name);
                continue;
            }
            // a chart sheet has no cells: it is left out
            let Ok(dimensions) = guarded(|| {
                book.worksheet_cells_reader(&name)
                    .map(|reader| reader.dimensions())
            }) else {
                continue;
            };
            sheets.push(SheetInfo {
                index: sheets.len(),
                name,
                rows: dimensions.end.0.min(1_048_575) + 1,
                columns: dimensions.end.1.min(limits::COLUMNS - 1) + 1,
                hidden: visible == SheetVisible::Hidden,
            });
        }
        Ok(Self {
            name,
            bytes,
            sheets,
            secret_sheets,
            notes,
            content: Content::Workbook(Box::new(book)),
        })
    }

    fn text(name: String, bytes: Vec<u8>) -> Result<Self> {
        let text = text::decode(&bytes)?;
        let called = name.rsplit('.').next().unwrap_or_default().to_lowercase();
        let notes = if called.starts_with("xls") {
            vec![Error::new("file_is_text")]
        } else {
            Vec::new()
        };
        let sheet = SheetInfo {
            index: 0,
            name: name.clone(),
            rows: text.lines().count() as u32,
            columns: 0,
            hidden: false,
        };
        Ok(Self {
            name,
            bytes,
            sheets: vec![sheet],
            secret_sheets: Vec::new(),
            notes,
            content: Content::Text(text),
        })
    }

    /// The cells of a sheet by its place in `sheets`; of its first `rows` rows only, when given.
    pub fn table(&mut self, sheet: usize, rows: Option<u32>) -> Result<Table> {
        let name = self
            .sheets
            .get(sheet)
            .map(|sheet| sheet.name.clone())
            .ok_or_else(|| Error::new("sheet_unknown"))?;
        self.table_named(&name, rows)
    }

    /// The cells of a sheet by name, hidden ones too.
    pub fn table_named(&mut self, name: &str, rows: Option<u32>) -> Result<Table> {
        match &mut self.content {
            Content::Text(text) => text::read(text),
            Content::Workbook(book) => read_sheet(book, name, rows.unwrap_or(u32::MAX)),
        }
    }
}

fn read_sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str, rows: u32) -> Result<Table> {
    let shift = if book.has_1904_epoch() { 1462.0 } else { 0.0 };
    let mut table = Table::default();
    let mut fault = None;
    guarded(|| {
        let mut reader = book.worksheet_cells_reader(name)?;
        while let Some(cell) = reader.next_cell_with_formula_metadata()? {
            let (row, column) = cell.pos;
            if row >= rows {
                break;
            }
            table.formulas += usize::from(cell.formula.is_some());
            if let Err(error) = push(&mut table, row, column, &cell.value, shift) {
                fault = Some(error);
                break;
            }
        }
        Ok(())
    })?;
    fault.map_or(Ok(table), Err)
}

fn push(table: &mut Table, row: u32, column: u32, value: &DataRef<'_>, shift: f64) -> Result<()> {
    let cell = match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::Text(text),
        DataRef::SharedString(text) => Cell::Text(text),
        DataRef::Bool(flag) => Cell::Flag(*flag),
        DataRef::DateTime(moment) if moment.is_duration() || moment.as_f64() < 1.0 => {
            Cell::Number(moment.as_f64())
        }
        // Excel's 29 February 1900 never was
        DataRef::DateTime(moment) if shift == 0.0 && moment.as_f64().floor() == 60.0 => {
            Cell::Text("1900-02-29")
        }
        DataRef::DateTime(moment) => match moment.as_datetime() {
            Some(moment) => Cell::Date(moment.date()),
            None => Cell::Number(moment.as_f64() + shift),
        },
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Text(text),
        DataRef::Error(error) => Cell::Error(error_name(error)),
    };
    table.push(row, column, cell)
}

fn error_name(error: &calamine::CellErrorType) -> &'static str {
    use calamine::CellErrorType as E;
    match error {
        E::Div0 => "#DIV/0!",
        E::NA => "#N/A",
        E::Name => "#NAME?",
        E::Null => "#NULL!",
        E::Num => "#NUM!",
        E::Ref => "#REF!",
        E::Value => "#VALUE!",
        _ => "#ERROR",
    }
}

/// Runs a library reader on a stranger's bytes: a panic in it is a damaged file, not the end of the program.
fn guarded<T>(read: impl FnOnce() -> Result<T, XlsxError>) -> Result<T> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(XlsxError::Password)) => Err(Error::new("file_password")),
        Ok(Err(XlsxError::Zip(_) | XlsxError::Io(_) | XlsxError::XmlEof(_))) => {
            Err(Error::new("file_truncated"))
        }
        Ok(Err(_)) | Err(_) => Err(Error::new("file_damaged")),
    }
}

/// Says what a file is that is no table.
fn refuse_foreign(bytes: &[u8]) -> Result<()> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        let package: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let encrypted = memchr::memmem::find(bytes, &package).is_some();
        return Err(Error::new(if encrypted {
            "file_password"
        } else {
            "file_old_excel"
        }));
    }
    let head: String = bytes
        .iter()
        .take(512)
        .map(|b| char::from(b.to_ascii_lowercase()))
        .collect();
    let head = head.trim_start_matches(|c: char| !c.is_ascii() || c.is_whitespace());
    let found = [
        ("<html", "file_html"),
        ("<!doctype", "file_html"),
        ("<table", "file_html"),
        ("<?xml", "file_html"),
        ("%pdf", "file_pdf"),
    ];
    match found.iter().find(|(mark, _)| head.starts_with(mark)) {
        Some((_, code)) => Err(Error::new(code)),
        None => Ok(()),
    }
}
