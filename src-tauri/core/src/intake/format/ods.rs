//! OpenDocument spreadsheets. `calamine` lays every sheet out as a full rectangle with all its repetitions, and says neither what
//! is merged nor what is hidden; so the cells are taken from the document as it streams.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};

use chrono::NaiveDate;
use zip::ZipArchive;

use super::xml::{self, Tag, Visitor};
use super::{Book, Sight, notes_of};
use crate::bytes::Bytes;
use crate::intake::limits::{self, Parts};
use crate::intake::table::{Cell, Fault, Table};
use crate::register::parse::{CODES, Unit, currency_of};
use crate::{Error, Result};

pub(super) fn open(bytes: &Bytes, parts: &Parts) -> Result<Book> {
    let mut archive = ZipArchive::new(bytes.reader()).map_err(|_| Error::new("file_truncated"))?;
    let mut small = |name: &str| {
        let mut text = String::new();
        if let Ok(part) = archive.by_name(name) {
            // as far as it can be read is far enough to know what it is
            let _ = part.take(1 << 20).read_to_string(&mut text);
        }
        text
    };
    if !small("mimetype").contains("opendocument.spreadsheet") {
        return Err(Error::new("file_not_workbook"));
    }
    if small("META-INF/manifest.xml").contains("encryption-data") {
        return Err(Error::new("file_password"));
    }
    let content = archive
        .by_name("content.xml")
        .map_err(|_| Error::new("file_truncated"))?;
    read(BufReader::new(content), notes_of(parts))
}

/// Reads a document that lies in one file.
pub(in crate::intake) fn read_flat(text: &str) -> Result<Book> {
    read(text.as_bytes(), Vec::new())
}

fn read(source: impl BufRead, notes: Vec<Error>) -> Result<Book> {
    let mut document = Document::default();
    xml::walk(source, &mut document)?;
    let Document {
        sheets,
        from_1904,
        sources,
        ..
    } = document;
    let mut notes = notes;
    if sources {
        notes.push(Error::new("external_links_ignored"));
    }
    let sheets = sheets.into_iter().map(|(name, sight, mut table)| {
        table.marks.from_1904 = from_1904;
        (name, sight, table)
    });
    Book::whole(sheets.collect(), notes)
}

#[derive(Default)]
struct Document {
    sheets: Vec<(String, Sight, Table)>,
    /// Styles of sheets that are not shown.
    hiding: HashSet<String>,
    style: Option<String>,
    from_1904: bool,
    sources: bool,
    /// The sheet being read, and how deep below it a further one lies.
    sheet: Option<(String, Sight, Table)>,
    inner: u32,
    row: u32,
    column: u32,
    /// How often the row comes, and its cells so far.
    rows: u32,
    cells: Vec<(u32, u32, Value)>,
    cell: Option<OpenCell>,
    /// Elements within a cell whose text is not the cell's.
    aside: u32,
    paragraph: u32,
    filled: usize,
}

struct OpenCell {
    repeat: u32,
    value: Value,
    /// Its text is its value.
    spoken: bool,
    text: String,
    paragraphs: u32,
}

#[derive(Clone)]
enum Value {
    Nothing,
    Text(String),
    Number(f64),
    Measured(f64, Unit),
    Date(NaiveDate),
    Flag(bool),
    Fault(Fault),
}

impl Value {
    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Nothing => Cell::Empty,
            Self::Text(text) => Cell::Text(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Measured(number, unit) => Cell::Measured(*number, *unit),
            Self::Date(date) => Cell::Date(*date),
            Self::Flag(flag) => Cell::Flag(*flag),
            Self::Fault(fault) => Cell::Error(*fault),
        }
    }
}

impl Visitor for Document {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<()> {
        if self.cell.is_some() {
            self.within(name, tag);
            return Ok(());
        }
        match name {
            "style" => self.style = tag.get("style:name").map(Cow::into_owned),
            "table-properties" if tag.get("table:display").as_deref() == Some("false") => {
                self.hiding.extend(self.style.clone());
            }
            "null-date" => {
                let first = tag.get("table:date-value");
                self.from_1904 = first.is_some_and(|first| first.starts_with("1904"));
            }
            "table-source" | "dde-link" => self.sources = true,
            "table" if self.sheet.is_some() => self.inner += 1,
            "table" => self.begin_sheet(tag),
            _ if self.inner > 0 => {}
            "table-column" => self.column_of(tag),
            "table-row" => {
                self.rows = repeat(tag, "table:number-rows-repeated");
                self.column = 0;
                if hides(tag) {
                    let (first, last) = (self.row + 1, self.row.saturating_add(self.rows));
                    self.marks(|marks| marks.hide_rows(first, last));
                }
            }
            "table-cell" | "covered-table-cell" if self.sheet.is_some() => self.begin_cell(tag),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<()> {
        if let Some(cell) = &mut self.cell
            && self.aside == 0
            && self.paragraph > 0
        {
            cell.text.push_str(text);
            if cell.text.len() > 1 << 20 {
                return Err(limits::too_big("text"));
            }
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<()> {
        match name {
            "table-cell" | "covered-table-cell" if self.aside == 0 => self.end_cell()?,
            _ if self.cell.is_some() => match (self.aside, name) {
                (0, "p") => self.paragraph = self.paragraph.saturating_sub(1),
                (0, _) => {}
                _ => self.aside -= 1,
            },
            "table" if self.inner > 0 => self.inner -= 1,
            "table" => self.sheets.extend(self.sheet.take()),
            "table-row" if self.inner == 0 => self.end_row()?,
            "table-columns" | "table-header-columns" => {}
            _ => {}
        }
        Ok(())
    }
}

impl Document {
    fn begin_sheet(&mut self, tag: &Tag<'_>) {
        let Some(name) = tag.get("table:name") else {
            // what another program computed lies in sheets without a name
            self.sheet = None;
            self.inner = 1;
            return;
        };
        let style = tag.get("table:style-name").unwrap_or_default();
        let sight = match self.hiding.contains(&*style) {
            true => Sight::Hidden,
            false => Sight::Shown,
        };
        (self.row, self.column) = (0, 0);
        self.sheet = Some((name.into_owned(), sight, Table::default()));
    }

    fn marks(&mut self, note: impl FnOnce(&mut crate::intake::marks::Marks)) {
        if let Some((_, _, table)) = &mut self.sheet {
            note(&mut table.marks);
        }
    }

    fn column_of(&mut self, tag: &Tag<'_>) {
        let first = self.column;
        self.column = first.saturating_add(repeat(tag, "table:number-columns-repeated"));
        let last = self.column - 1;
        if hides(tag) {
            self.marks(|marks| marks.hide_columns(first, last));
        }
    }

    fn begin_cell(&mut self, tag: &Tag<'_>) {
        let (value, spoken) = value_of(tag);
        if tag.get("table:formula").is_some() {
            self.marks(|marks| marks.formulas += 1);
        }
        let wide = tag.count("table:number-columns-spanned").unwrap_or(1);
        let high = tag.count("table:number-rows-spanned").unwrap_or(1);
        if wide.max(high) > 1 {
            let (left, top) = (self.column, self.row + 1);
            let right = left.saturating_add(wide.max(1) - 1);
            let bottom = top.saturating_add(high.max(1) - 1);
            self.marks(|marks| marks.merge(left, top, right, bottom));
        }
        (self.aside, self.paragraph) = (0, 0);
        self.cell = Some(OpenCell {
            repeat: repeat(tag, "table:number-columns-repeated"),
            value,
            spoken,
            text: String::new(),
            paragraphs: 0,
        });
    }

    /// An element within a cell.
    fn within(&mut self, name: &str, tag: &Tag<'_>) {
        let Some(cell) = &mut self.cell else { return };
        if self.aside > 0 {
            self.aside += 1;
            return;
        }
        match name {
            "p" => {
                if cell.paragraphs > 0 {
                    cell.text.push('\n');
                }
                cell.paragraphs += 1;
                self.paragraph += 1;
            }
            "s" => {
                let spaces = tag.count("text:c").unwrap_or(1).min(1 << 10);
                cell.text.extend((0..spaces).map(|_| ' '));
            }
            "tab" => cell.text.push('\t'),
            "line-break" => cell.text.push('\n'),
            "span" | "a" => {}
            // notes, drawings, and whatever else lies over a cell
            _ => self.aside = 1,
        }
    }

    fn end_cell(&mut self) -> Result<()> {
        let Some(cell) = self.cell.take() else {
            return Ok(());
        };
        let value = match Fault::of(&cell.text) {
            Some(fault) if cell.spoken => Value::Fault(fault),
            _ if cell.spoken => Value::Text(cell.text),
            _ => match (cell.value, currency_of(&cell.text)) {
                // the format of a plain number may write a currency beside it
                (Value::Number(number), Some(code)) => {
                    Value::Measured(number, Unit::Currency(code))
                }
                (value, _) => value,
            },
        };
        let first = self.column;
        self.column = first.saturating_add(cell.repeat);
        if !value.cell().is_blank() {
            if self.column > limits::COLUMNS {
                return Err(limits::too_big("columns"));
            }
            self.cells.push((first, cell.repeat, value));
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<()> {
        let Some((_, _, table)) = &mut self.sheet else {
            return Ok(());
        };
        let first = self.row;
        self.row = first.saturating_add(self.rows);
        if self.cells.is_empty() {
            return Ok(());
        }
        if self.row > limits::ROWS {
            return Err(limits::too_big("rows"));
        }
        for row in first..self.row {
            for (column, repeat, value) in &self.cells {
                for place in *column..column + repeat {
                    table.push(row, place, value.cell())?;
                    self.filled += 1;
                }
            }
            if self.filled > limits::CELLS {
                return Err(limits::too_big("cells"));
            }
        }
        self.cells.clear();
        Ok(())
    }
}

fn repeat(tag: &Tag<'_>, name: &str) -> u32 {
    tag.count(name).unwrap_or(1).max(1)
}

fn hides(tag: &Tag<'_>) -> bool {
    matches!(
        tag.get("table:visibility").as_deref(),
        Some("collapse" | "filter")
    )
}

/// The value a cell is marked with, and whether its text says it instead.
fn value_of(tag: &Tag<'_>) -> (Value, bool) {
    let number = || tag.get("office:value")?.trim().parse::<f64>().ok();
    let wrong = tag.get("calcext:value-type").as_deref() == Some("error");
    let kind = tag.get("office:value-type").unwrap_or_default();
    let value = match &*kind {
        _ if wrong => None,
        "float" => number().map(Value::Number),
        "percentage" => number().map(|number| Value::Measured(number, Unit::Percent)),
        "currency" => number().map(|number| money(number, tag.get("office:currency"))),
        "date" => tag.get("office:date-value").map(|text| {
            let day = text.get(..10).and_then(|day| day.parse().ok());
            day.map_or_else(|| Value::Text(text.into_owned()), Value::Date)
        }),
        "boolean" => tag
            .get("office:boolean-value")
            .map(|text| Value::Flag(text.eq_ignore_ascii_case("true"))),
        "string" => tag
            .get("office:string-value")
            .map(|text| Value::Text(text.into_owned())),
        _ => None,
    };
    let spoken = value.is_none() && !kind.is_empty();
    (value.unwrap_or(Value::Nothing), spoken)
}

fn money(number: f64, code: Option<Cow<'_, str>>) -> Value {
    let Some(code) = code else {
        return Value::Number(number);
    };
    match CODES.iter().find(|known| **known == code) {
        Some(code) => Value::Measured(number, Unit::Currency(code)),
        // a currency that is not known is shown, not dropped
        None => Value::Text(format!("{code} {number}")),
    }
}
