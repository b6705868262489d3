//! A stranger's sheet once more, with what is wrong marked at its cell and said at the end of its row: to send back to whoever
//! filled it in. Every cell keeps its address.

use std::collections::{BTreeMap, HashMap};

use rust_xlsxwriter::{Format, Note, Worksheet, utility};

use super::book::Book;
use super::cell::{self, display_width, height, lines, refused};
use super::style::{Styles, TextFormat, Tone, toned};
use super::{ExportResult, Progress, SheetRows, Target, WorkbookLanguages, save};
use crate::intake::table::{Cell, Table, address};
use crate::words::Side;
use crate::{Error, Result};

/// Cells that get a comment: Excel draws each as a shape and grows slow with too many. The last column tells of all.
const NOTES: usize = 2_000;
/// Rows looked at for the widths of columns.
const SAMPLE: usize = 200;
/// Width of the column that says what is wrong.
const REASONS: f64 = 70.0;

/// Errors by place of the row; with the column where one stands.
pub type Errors = BTreeMap<usize, Vec<(Option<usize>, Error)>>;

/// The sheet and what is wrong with it.
#[derive(Debug)]
pub struct Annotated<'a> {
    /// Name of the sheet.
    pub name: &'a str,
    /// Its cells as read.
    pub table: &'a Table,
    /// Place of the header row.
    pub header: usize,
    /// What is wrong.
    pub errors: &'a Errors,
    /// The column of the file behind each column read: some are composed of others.
    pub origins: Vec<usize>,
    /// Cells that were corrected here, by place of the row and column, and to what.
    pub corrected: &'a HashMap<(usize, usize), String>,
}

/// Writes the copy; the result counts the rows with errors.
pub fn export(
    copy: &Annotated<'_>,
    languages: WorkbookLanguages,
    target: Target<'_>,
    progress: Progress<'_>,
) -> Result<ExportResult> {
    let side = Side::new(languages);
    let mut book = Book::new(side, "Sealbook", target.now)?;
    let index = book.sheet(copy.name, true)?;
    let mut writing = Writing::new(copy, side, book.at(index)?);
    writing.head()?;
    let total = copy.table.len() as u64;
    for place in 0..copy.table.len() {
        if place.is_multiple_of(256) && !progress(place as u64, total) {
            return Err(Error::new("cancelled"));
        }
        writing.row(place)?;
    }
    let long = writing.long;
    for (address, rest) in long {
        book.keep_long(index, address, &rest);
    }
    book.sheets.push(SheetRows {
        name: book.name(index).to_owned(),
        rows: u32::try_from(copy.errors.len()).unwrap_or(u32::MAX),
    });
    copy.table.sound()?;
    book.finish(&[("workbook", "annotated".to_owned())])?;
    save::finished(book, target)
}

/// How a cell looks, by what it holds.
struct Look {
    text: TextFormat,
    date: Format,
}

impl Look {
    fn toned(&self, tone: Tone) -> Self {
        Self {
            text: TextFormat {
                plain: toned(self.text.plain.clone(), tone),
                quoted: toned(self.text.quoted.clone(), tone),
            },
            date: toned(self.date.clone(), tone),
        }
    }
}

struct Writing<'c, 'b> {
    copy: &'c Annotated<'c>,
    side: Side,
    sheet: &'b mut Worksheet,
    plain: Look,
    header: Look,
    wrong: Look,
    corrected: Look,
    notes: usize,
    /// Texts too long for their cells.
    long: Vec<(String, String)>,
}

impl<'c, 'b> Writing<'c, 'b> {
    fn new(copy: &'c Annotated<'c>, side: Side, sheet: &'b mut Worksheet) -> Self {
        let Styles {
            text, date, header, ..
        } = Styles::new();
        let plain = Look { text, date };
        let header = Look {
            text: TextFormat {
                quoted: header.clone().set_quote_prefix(),
                plain: header.clone(),
            },
            date: header.set_num_format("yyyy-mm-dd"),
        };
        Self {
            copy,
            side,
            sheet,
            wrong: plain.toned(Tone::Bad),
            corrected: plain.toned(Tone::Warn),
            plain,
            header,
            notes: 0,
            long: Vec::new(),
        }
    }

    /// The column after the last of the file's.
    fn reasons(&self) -> u16 {
        self.copy.table.columns() as u16
    }

    /// The row of the sheet, from 0.
    fn row_of(&self, place: usize) -> u32 {
        self.copy.table.number(place).saturating_sub(1)
    }

    fn head(&mut self) -> Result<()> {
        let table = self.copy.table;
        let header = self.row_of(self.copy.header);
        let last = self.row_of(table.len().saturating_sub(1)).max(header);
        for column in 0..table.columns() {
            let rows = (self.copy.header..table.len()).take(SAMPLE);
            let widest = rows
                .map(|row| display_width(&table.cell(row, column).text()))
                .max();
            let width = (widest.unwrap_or(0) as f64 + 2.0).clamp(8.0, 42.0);
            self.sheet
                .set_column_width(column as u16, width)
                .map_err(refused)?;
        }
        let reasons = self.reasons();
        self.sheet
            .set_column_width(reasons, REASONS)
            .map_err(refused)?
            .set_freeze_panes(header + 1, 0)
            .map_err(refused)?
            .set_screen_gridlines(true)
            .autofilter(header, 0, last, reasons)
            .map_err(refused)?;
        let title = self.side.stacked("annotated-column");
        self.sheet
            .write_string_with_format(header, reasons, title, &self.header.text.plain)
            .map_err(refused)?
            .set_row_height(header, height(2))
            .map_err(refused)?;
        Ok(())
    }

    fn row(&mut self, place: usize) -> Result<()> {
        for (column, content) in self.copy.table.row(place).cells() {
            self.cell(place, column, content)?;
        }
        let errors = self.copy.errors.get(&place).map_or(&[][..], Vec::as_slice);
        if errors.is_empty() {
            return Ok(());
        }
        for (column, _) in errors {
            if let Some(column) = self.origin(*column)
                && self.copy.table.cell(place, column).is_blank()
            {
                self.cell(place, column, Cell::Empty)?;
            }
        }
        self.reason(place, errors)
    }

    /// Every error of the row, with its cell's address, in the last column.
    fn reason(&mut self, place: usize, errors: &[(Option<usize>, Error)]) -> Result<()> {
        let said: Vec<String> = errors
            .iter()
            .map(|(column, error)| match self.origin(*column) {
                Some(column) => {
                    let address = address(column, self.copy.table.number(place));
                    format!("{address}: {}", self.said(error))
                }
                None => self.said(error),
            })
            .collect();
        let said = said.join("\n");
        let row = self.row_of(place);
        self.sheet
            .set_row_height(row, height(lines(&said, REASONS)))
            .map_err(refused)?;
        cell::write_text(self.sheet, row, self.reasons(), &said, &self.wrong.text)
    }

    fn said(&self, error: &Error) -> String {
        self.side.joined("\n", |words| words.error(error))
    }

    /// The column of the file an error stands in.
    fn origin(&self, column: Option<usize>) -> Option<usize> {
        self.copy.origins.get(column?).copied()
    }

    fn error(&self, place: usize, column: usize) -> Option<&'c Error> {
        let errors = self.copy.errors.get(&place)?;
        let here = errors
            .iter()
            .find(|(at, _)| self.origin(*at) == Some(column));
        here.map(|(_, error)| error)
    }

    fn cell(&mut self, place: usize, column: usize, content: Cell<'_>) -> Result<()> {
        let (row, at) = (self.row_of(place), column as u16);
        let error = self.error(place, column);
        let corrected = self.copy.corrected.get(&(place, column));
        let look = match (error, corrected) {
            (Some(_), _) => &self.wrong,
            (None, Some(_)) => &self.corrected,
            _ if place == self.copy.header => &self.header,
            _ => &self.plain,
        };
        let plain = &look.text.plain;
        let number = match content {
            Cell::Number(number) => Some((number, plain)),
            Cell::Date(day) => cell::serial(day).map(|serial| (serial, &look.date)),
            _ => None,
        };
        let sheet = &mut *self.sheet;
        match (number, content) {
            (Some((number, format)), _) => sheet
                .write_number_with_format(row, at, number, format)
                .map_err(refused)?,
            (None, Cell::Empty) => sheet.write_blank(row, at, plain).map_err(refused)?,
            (None, Cell::Flag(flag)) => sheet
                .write_boolean_with_format(row, at, flag, plain)
                .map_err(refused)?,
            (None, content) => {
                let text = content.text();
                let (head, rest) = cell::split(&text);
                cell::write_text(sheet, row, at, head, &look.text)?;
                if !rest.is_empty() {
                    let address = utility::row_col_to_cell(row, at);
                    self.long.push((address, rest.to_owned()));
                }
                sheet
            }
        };
        self.note(row, at, error, corrected)
    }

    /// The reason at the cell itself.
    fn note(
        &mut self,
        row: u32,
        column: u16,
        error: Option<&Error>,
        corrected: Option<&String>,
    ) -> Result<()> {
        let said = match (error, corrected) {
            (Some(error), _) => self.said(error),
            (None, Some(text)) => self
                .side
                .stacked_with("annotated-corrected", &[("text", text.as_str())]),
            (None, None) => return Ok(()),
        };
        if self.notes == NOTES {
            return Ok(());
        }
        self.notes += 1;
        let note = Note::new(&said)
            .set_author("Sealbook")
            .add_author_prefix(false)
            .set_width(320)
            .set_height(lines(&said, 46.0).max(2) * 20);
        self.sheet
            .insert_note(row, column, &note)
            .map_err(refused)?;
        Ok(())
    }
}
