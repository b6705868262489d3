//! Workbooks of Excel since 2007: cells as they stream from `calamine`, and beside them what it does not tell: what is hidden,
//! what was calculated, and which formulas were never.

use std::collections::HashMap;
use std::io::{BufReader, Read};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use zip::ZipArchive;

use super::xml::{self, Tag, Visitor};
use super::{Aside, Book, Filler, Sheet, Sheets, Sight, Taker, cell_of, guarded, notes_of, unit};
use crate::bytes::{self, Bytes};
use crate::intake::hand::Pending;
use crate::intake::limits::{self, Marked, Parts};
use crate::intake::table::{Cell, Fault, Table, corner};
use crate::register::parse::Unit;
use crate::{Error, Result};

struct Workbook {
    book: Xlsx<bytes::Reader>,
    bytes: Bytes,
    marked: Marked,
    /// Names and parts of the sheets.
    sheets: Vec<(String, String)>,
}

/// Opens a workbook while its sheets are being checked. The texts they share were, unless the package says that all of it lies
/// where sheets do.
pub(super) fn open(bytes: Bytes, parts: &Parts, sheets: Pending<Result<Marked>>) -> Result<Book> {
    let source = bytes.reader();
    let begin = || guarded(|| Xlsx::new(source).map_err(fault));
    let (mut book, marked) = if lies_with_sheets(&bytes) {
        let marked = sheets.wait()??;
        (begin()?, marked)
    } else {
        let book = begin();
        let marked = sheets.wait()??;
        (book?, marked)
    };
    let visible: Vec<(String, Sight)> = book
        .sheets_metadata()
        .iter()
        .map(|sheet| (sheet.name.clone(), sheet.visible.into()))
        .collect();
    let places = places(&bytes)?;
    let (mut sheets, mut read) = (Vec::new(), Vec::new());
    for (name, sight) in visible.into_iter().take(limits::SHEETS + 1) {
        let dimensions = guarded(|| match book.worksheet_cells_reader(&name) {
            Ok(reader) => Ok(Some(reader.dimensions())),
            // a sheet that is one chart has no cells
            Err(XlsxError::NotAWorksheet(_)) => Ok(None),
            Err(error) => Err(fault(error)),
        })?;
        let Some(dimensions) = dimensions else {
            continue;
        };
        let place = places.get(&name).cloned().unwrap_or_default();
        read.push((name.clone(), place));
        sheets.push(Sheet::claiming(name, dimensions, sight));
    }
    let notes = notes_of(parts);
    let workbook = Workbook {
        book,
        bytes,
        marked,
        sheets: read,
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
        let whole = rows >= limits::ROWS;
        let mut aside = match whole && self.marked.has(part) {
            true => aside_of(&self.bytes, part)?,
            false => Aside::default(),
        };
        let from_1904 = self.book.has_1904_epoch();
        aside.marks.from_1904 = from_1904;
        let mut filler = Filler::new(Table::that_hands_out(), aside);
        let book = &mut self.book;
        guarded(|| {
            let mut reader = book.worksheet_cells_reader(name).map_err(fault)?;
            let units: Vec<Option<Unit>> = reader.styles().iter().map(unit_of).collect();
            while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(fault)? {
                let (row, column) = cell.get_position();
                if row >= rows {
                    break;
                }
                let unit = units.get(style).copied().flatten();
                let cell = match (cell.get_value(), unit) {
                    (DataRef::Float(number), Some(unit)) => Cell::Measured(*number, unit),
                    (DataRef::Int(number), Some(unit)) => Cell::Measured(*number as f64, unit),
                    (value, _) => cell_of(value, from_1904),
                };
                filler.push(row, column, cell)?;
                filler.hand_out(taker)?;
            }
            Ok(())
        })?;
        filler.close()?.hand_over(taker)
    }
}

fn lies_with_sheets(bytes: &Bytes) -> bool {
    let package = archive(bytes).and_then(|mut archive| relations(&mut archive, PACKAGE));
    !package.is_ok_and(|package| {
        let mut targets = package.values().map(|(_, target)| target);
        !targets.any(|target| limits::is_sheet(target))
    })
}

fn unit_of(style: &calamine::Style) -> Option<Unit> {
    let format = style.number_format.as_ref()?;
    unit::of_format(format.format_id.unwrap_or_default(), &format.format_code)
}

fn fault(error: XlsxError) -> Error {
    Error::new(match error {
        XlsxError::Password => "file_password",
        XlsxError::Zip(_) | XlsxError::Io(_) | XlsxError::XmlEof(_) => "file_truncated",
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => "file_not_workbook",
        _ => "file_damaged",
    })
}

/// Where the package says which part is the workbook.
const PACKAGE: &str = "_rels/.rels";

pub(super) fn archive(bytes: &Bytes) -> Result<ZipArchive<bytes::Reader>> {
    ZipArchive::new(bytes.reader()).map_err(|_| Error::new("file_truncated"))
}

/// The part of every sheet by its name.
fn places(bytes: &Bytes) -> Result<HashMap<String, String>> {
    let mut archive = archive(bytes)?;
    let package = relations(&mut archive, PACKAGE)?;
    let document = package
        .values()
        .find(|(kind, _)| kind.ends_with("/officeDocument"));
    let workbook = document.map_or("xl/workbook.xml", |(_, target)| target);
    let workbook = workbook.trim_start_matches('/').to_owned();
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let relations = relations(&mut archive, &format!("{folder}/_rels/{file}.rels"))?;
    let mut sheets = SheetList::default();
    if let Some(part) = part(&mut archive, &workbook) {
        xml::walk(part, &mut sheets)?;
    }
    let place = |id: String| {
        let (_, target) = relations.get(&id)?;
        Some(match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("{folder}/{target}"),
        })
    };
    let found = sheets.0.into_iter();
    Ok(found
        .filter_map(|(name, id)| Some((name, place(id)?)))
        .collect())
}

/// A part of the container by its name, upper or lower case.
pub(super) fn part<'a>(
    archive: &'a mut ZipArchive<bytes::Reader>,
    name: &str,
) -> Option<BufReader<impl Read + 'a>> {
    let index = (0..archive.len()).find(|index| {
        let known = archive.name_for_index(*index);
        known
            .and_then(|known| known.ok())
            .is_some_and(|known| known.replace('\\', "/").eq_ignore_ascii_case(name))
    })?;
    Some(BufReader::new(archive.by_index(index).ok()?))
}

/// Kind and target of relations by their ids.
pub(super) type Relations = HashMap<String, (String, String)>;

pub(super) fn relations(archive: &mut ZipArchive<bytes::Reader>, name: &str) -> Result<Relations> {
    struct List(Relations);
    impl Visitor for List {
        fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<()> {
            if name == "Relationship"
                && let (Some(id), Some(kind), Some(target)) =
                    (tag.get("Id"), tag.get("Type"), tag.get("Target"))
            {
                self.0
                    .insert(id.into_owned(), (kind.into_owned(), target.into_owned()));
            }
            Ok(())
        }
    }
    let mut list = List(HashMap::new());
    if let Some(part) = part(archive, name) {
        xml::walk(part, &mut list)?;
    }
    Ok(list.0)
}

#[derive(Default)]
struct SheetList(Vec<(String, String)>);

impl Visitor for SheetList {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<()> {
        if name == "sheet"
            && let (Some(name), Some(id)) = (tag.get("name"), tag.ending(":id"))
        {
            self.0.push((name.into_owned(), id.into_owned()));
        }
        Ok(())
    }
}

/// What a sheet says beside its values.
fn aside_of(bytes: &Bytes, name: &str) -> Result<Aside> {
    let mut archive = archive(bytes)?;
    let mut look = Look::default();
    if let Some(part) = part(&mut archive, name) {
        xml::walk(part, &mut look)?;
    }
    Ok(look.aside)
}

#[derive(Default)]
struct Look {
    aside: Aside,
    /// The row being read and the cell within, from 1.
    row: u32,
    column: u32,
    formula: bool,
    valued: bool,
    inside_value: bool,
}

impl Visitor for Look {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<()> {
        let marks = &mut self.aside.marks;
        match name {
            "col" if tag.says("hidden") => {
                if let (Some(first), Some(last)) = (tag.count("min"), tag.count("max")) {
                    marks.hide_columns(first.saturating_sub(1), last.saturating_sub(1));
                }
            }
            "row" => {
                self.row = tag.count("r").unwrap_or(self.row + 1);
                self.column = 0;
                if tag.says("hidden") {
                    marks.hide_rows(self.row, self.row);
                }
            }
            "c" => {
                let named = tag.get("r").and_then(|place| corner(&place));
                self.column = named.map_or(self.column + 1, |(column, _)| column);
                self.formula = false;
                // a text may be empty and yet be a result
                self.valued = tag.get("t").as_deref() == Some("str");
            }
            "f" => self.formula = true,
            "v" => self.inside_value = true,
            "mergeCell" => {
                if let Some((first, last)) = tag
                    .get("ref")
                    .as_deref()
                    .and_then(|place| place.split_once(':'))
                    .and_then(|(first, last)| Some((corner(first)?, corner(last)?)))
                {
                    marks.merge(first.0 - 1, first.1, last.0 - 1, last.1);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<()> {
        self.valued |= self.inside_value && !text.is_empty();
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<()> {
        match name {
            "v" => self.inside_value = false,
            "c" if self.formula => {
                self.aside.marks.formulas += 1;
                if !self.valued && self.row > 0 && self.column > 0 {
                    let place = (self.row - 1, self.column - 1, Fault::Uncalculated);
                    self.aside.faults.push(place);
                }
            }
            _ => {}
        }
        Ok(())
    }
}
