//! A file somebody hands in: what it really is, its sheets, and the table of one of them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::format::{self, Book, Sheets, Sight, Taker};
use super::hand::Hand;
use super::table::{Assembly, Table};
use super::{limits, text};
use crate::bytes::Bytes;
use crate::{Error, Result};

/// A sheet of the file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
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

/// Which sheet.
#[derive(Debug, Serialize, Deserialize)]
pub enum SheetAsked {
    /// By its place among those that can be chosen.
    Place(usize),
    /// By name, hidden ones too.
    Named(String),
}

/// An opened file.
pub struct SourceFile {
    /// Name as received, without folders.
    pub name: String,
    /// Sheets a person can choose.
    pub sheets: Vec<SheetInfo>,
    /// Sheets not even shown by the spreadsheet program: our own keys lie in one.
    pub secret_sheets: Vec<String>,
    /// What was noticed on opening.
    pub notes: Vec<Error>,
    /// How its bytes are read as text, where it is one.
    pub encoding: Option<String>,
    /// Names of all sheets in the order of the reader.
    names: Vec<String>,
    reader: Box<dyn Sheets>,
}

impl SourceFile {
    /// Opens a file by what it is, not by what it is called.
    pub fn open(name: &str, bytes: impl Into<Bytes>) -> Result<Self> {
        Self::open_as(name, bytes.into(), None, None)
    }

    /// Opens a file, a text in the encoding asked for, with a hand where there is one.
    pub fn open_as(
        name: &str,
        bytes: Bytes,
        encoding: Option<&str>,
        hand: Option<&Hand>,
    ) -> Result<Self> {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
        if bytes.len() > limits::FILE {
            return Err(limits::too_big("bytes"));
        }
        let (book, encoding) = read(&name, &bytes, encoding, hand)?;
        if book.sheets.is_empty() {
            return Err(Error::new("file_empty"));
        }
        if book.sheets.len() > limits::SHEETS {
            return Err(limits::too_big("sheets"));
        }
        let (mut sheets, mut secret_sheets) = (Vec::new(), Vec::new());
        let mut names = Vec::new();
        for sheet in book.sheets {
            names.push(sheet.name.clone());
            if sheet.sight == Sight::Secret {
                secret_sheets.push(sheet.name);
                continue;
            }
            sheets.push(SheetInfo {
                index: sheets.len(),
                name: sheet.name,
                rows: sheet.rows,
                columns: sheet.columns,
                hidden: sheet.sight == Sight::Hidden,
            });
        }
        Ok(Self {
            name,
            sheets,
            secret_sheets,
            notes: book.notes,
            encoding,
            names,
            reader: book.reader,
        })
    }

    /// The cells of a sheet by its place in `sheets`; of its first `rows` rows only, when given.
    pub fn table(&mut self, sheet: usize, rows: Option<u32>) -> Result<Table> {
        self.whole(&SheetAsked::Place(sheet), rows)
    }

    /// The cells of a sheet by name, hidden ones too.
    pub fn table_named(&mut self, name: &str, rows: Option<u32>) -> Result<Table> {
        self.whole(&SheetAsked::Named(name.to_owned()), rows)
    }

    /// The cells of a sheet, put together again.
    pub(super) fn whole(&mut self, sheet: &SheetAsked, rows: Option<u32>) -> Result<Table> {
        let (mut assembly, mut table) = (Assembly::default(), None);
        self.hand_out(sheet, rows, &mut |handed| {
            handed.pieces(&mut |piece| {
                table = assembly.add(piece)?;
                Ok(())
            })
        })?;
        table.ok_or_else(|| Error::new("file_damaged"))
    }

    /// Hands out the cells of a sheet as they are read.
    pub(super) fn hand_out(
        &mut self,
        sheet: &SheetAsked,
        rows: Option<u32>,
        taker: Taker<'_>,
    ) -> Result<()> {
        let name = match sheet {
            SheetAsked::Place(place) => self.sheets.get(*place).map(|sheet| &sheet.name),
            SheetAsked::Named(name) => Some(name),
        };
        let place = name.and_then(|name| self.names.iter().position(|known| known == name));
        let place = place.ok_or_else(|| Error::new("sheet_unknown"))?;
        self.reader.read(place, rows.unwrap_or(limits::ROWS), taker)
    }
}

/// Hands a file to the reader of what it really is.
fn read(
    name: &str,
    bytes: &Bytes,
    asked: Option<&str>,
    hand: Option<&Hand>,
) -> Result<(Book, Option<String>)> {
    let called = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    if bytes.piece(0, 2)? == b"PK" {
        return Ok((format::container(bytes.clone(), hand)?, None));
    }
    // no other format can be read a piece at a time
    let bytes = &bytes.to_vec()?[..];
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::new("file_empty"));
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Ok((format::compound(bytes)?, None));
    }
    // the oldest workbooks are bare records
    if bytes[0] == 9 && matches!(bytes.get(1..4), Some([0 | 2 | 4 | 8, 4..=8, 0])) {
        return Err(Error::new("file_old_excel"));
    }
    if bytes.starts_with(b"%PDF") {
        return Err(Error::new("file_pdf"));
    }
    let decoded = text::decode(bytes, asked)?;
    let (text, encoding) = (&decoded.text, decoded.encoding);
    let markup = text::markup(text);
    if markup != text::Markup::None
        && let Some(unread) = decoded.unread
    {
        return Err(unread);
    }
    let (mut book, unlike) = match markup {
        text::Markup::None => (text::read(name, &decoded)?, "file_is_text"),
        text::Markup::Html => (format::html(name, text)?, "file_is_page"),
        text::Markup::SpreadsheetMl => (format::spreadsheet_ml(text)?, "file_is_xml"),
        text::Markup::OpenDocument => (format::flat_open_document(text)?, "file_is_xml"),
        text::Markup::Archive => return Err(Error::new("file_web_archive")),
        text::Markup::Xml => return Err(Error::new("file_xml")),
    };
    if called.starts_with("xls") || called.starts_with("ods") {
        book.notes.push(Error::new(unlike));
    }
    if encoding == encoding_rs::WINDOWS_1252 && asked.is_none() {
        book.notes.push(Error::new("encoding_guessed"));
    }
    Ok((book, Some(encoding.name().to_owned())))
}
