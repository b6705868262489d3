//! The XML workbooks of Excel 2003, which many programs still export under the name `.xls`.

use std::collections::HashMap;

use super::xml::{self, Tag, Visitor};
use super::{Book, Sight, unit};
use crate::intake::limits;
use crate::intake::table::{Cell, Fault, Table};
use crate::register::parse::Unit;
use crate::{Error, Result};

/// What every such file names.
pub(in crate::intake) const NAMESPACE: &str = "urn:schemas-microsoft-com:office:spreadsheet";

pub(in crate::intake) fn read(text: &str) -> Result<Book> {
    let mut document = Document::default();
    xml::walk(text.as_bytes(), &mut document)?;
    let from_1904 = document.from_1904;
    let sheets = document.sheets.into_iter().map(|(name, sight, mut table)| {
        table.marks.from_1904 = from_1904;
        (name, sight, table)
    });
    Book::whole(sheets.collect(), Vec::new())
}

#[derive(Default)]
struct Document {
    sheets: Vec<(String, Sight, Table)>,
    units: HashMap<String, Unit>,
    style: String,
    from_1904: bool,
    row: u32,
    column: u32,
    unit: Option<Unit>,
    formula: bool,
    /// The kind of the data being read.
    kind: Option<String>,
    text: String,
    visible: bool,
    /// Columns the cell covers beside its own.
    covered: u32,
    /// Inside the note of a cell, which holds data too.
    note: bool,
}

impl Visitor for Document {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<()> {
        let attribute = |name: &str| tag.get(&format!("ss:{name}")).or_else(|| tag.get(name));
        let count = |name: &str| attribute(name)?.parse::<u32>().ok();
        match name {
            "Style" => self.style = attribute("ID").unwrap_or_default().into_owned(),
            "NumberFormat" => {
                let format = attribute("Format").unwrap_or_default();
                let unit = match &*format {
                    "Percent" => Some(Unit::Percent),
                    "Euro Currency" => Some(Unit::Currency("EUR")),
                    code => unit::of_format(u32::MAX, code),
                };
                self.units
                    .extend(unit.map(|unit| (self.style.clone(), unit)));
            }
            "Date1904" => self.from_1904 = true,
            "Worksheet" => {
                let name = attribute("Name").unwrap_or_default();
                (self.row, self.column) = (0, 0);
                self.sheets
                    .push((name.into_owned(), Sight::Shown, Table::default()));
                if self.sheets.len() > limits::SHEETS {
                    return Err(limits::too_big("sheets"));
                }
            }
            "Visible" => {
                self.visible = true;
                self.text.clear();
            }
            "Column" => {
                let first = count("Index")
                    .unwrap_or(self.column.saturating_add(1))
                    .max(1);
                self.column = first.saturating_add(count("Span").unwrap_or(0));
                let last = self.column;
                if attribute("Hidden").as_deref() == Some("1") {
                    self.with(|table| table.marks.hide_columns(first - 1, last - 1));
                }
            }
            "Row" => {
                self.row = count("Index").unwrap_or(self.row.saturating_add(1)).max(1);
                self.column = 0;
                let (first, span) = (self.row, count("Span").unwrap_or(0));
                if attribute("Hidden").as_deref() == Some("1") {
                    self.with(|table| table.marks.hide_rows(first, first.saturating_add(span)));
                }
                self.row = first.saturating_add(span);
            }
            "Cell" => {
                self.column = count("Index")
                    .unwrap_or(self.column.saturating_add(1))
                    .max(1);
                self.unit = attribute("StyleID").and_then(|id| self.units.get(&*id).copied());
                self.formula = attribute("Formula").is_some();
                let (wide, high) = (count("MergeAcross"), count("MergeDown"));
                self.covered = wide.unwrap_or(0);
                let (left, top) = (self.column - 1, self.row);
                let right = left.saturating_add(wide.unwrap_or(0));
                let bottom = top.saturating_add(high.unwrap_or(0));
                let formula = usize::from(self.formula);
                self.with(|table| {
                    table.marks.merge(left, top, right, bottom);
                    table.marks.formulas += formula;
                });
            }
            "Comment" => self.note = true,
            "Data" if !self.note => {
                self.kind = Some(attribute("Type").unwrap_or_default().into_owned());
                self.text.clear();
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<()> {
        if self.kind.is_some() || self.visible {
            self.text.push_str(text);
            if self.text.len() > 1 << 20 {
                return Err(limits::too_big("text"));
            }
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<()> {
        match name {
            "Data" => self.end_data(),
            "Comment" => {
                self.note = false;
                Ok(())
            }
            "Cell" => {
                self.column = self.column.saturating_add(self.covered);
                Ok(())
            }
            "Visible" => {
                self.visible = false;
                if let Some((_, sight, _)) = self.sheets.last_mut() {
                    *sight = match self.text.as_str() {
                        "SheetHidden" => Sight::Hidden,
                        "SheetVeryHidden" => Sight::Secret,
                        _ => Sight::Shown,
                    };
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

impl Document {
    fn with(&mut self, act: impl FnOnce(&mut Table)) {
        if let Some((_, _, table)) = self.sheets.last_mut() {
            act(table);
        }
    }

    fn end_data(&mut self) -> Result<()> {
        let kind = self.kind.take();
        let (Some(kind), Some((_, _, table))) = (kind, self.sheets.last_mut()) else {
            return Ok(());
        };
        if self.row == 0 || self.column == 0 || self.row > limits::ROWS {
            return Err(Error::new("file_damaged"));
        }
        let text = self.text.as_str();
        let cell = match (kind.as_str(), text.trim().parse::<f64>()) {
            ("Number", Ok(number)) => match self.unit {
                Some(unit) => Cell::Measured(number, unit),
                None => Cell::Number(number),
            },
            ("DateTime", _) => {
                let day = text.get(..10).and_then(|day| day.parse().ok());
                day.map_or(Cell::Text(text), Cell::Date)
            }
            ("Boolean", _) => Cell::Flag(text.trim() == "1"),
            ("Error", _) => Cell::Error(Fault::of(text.trim()).unwrap_or(Fault::Other)),
            _ => Cell::Text(text),
        };
        table.push(self.row - 1, self.column - 1, cell)
    }
}
