//! The workbook as it grows: its sheets, their names, the machine keys and texts too long for a cell.

use chrono::{DateTime, Datelike, Timelike, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use super::SheetRows;
use super::cell::{self, refused};
use super::style::Styles;
use crate::Result;
use crate::words::Side;

/// UTF-16 units of a sheet's name.
const NAME_LIMIT: usize = 31;

/// Four hundredths larger than at the usual level, and packed in two thirds of the time.
const PACKING: u8 = 5;

/// A sheet's place in the workbook.
pub(super) type SheetIndex = usize;

/// The workbook under construction.
pub(super) struct Book {
    pub(super) workbook: Workbook,
    pub(super) styles: Styles,
    pub(super) side: Side,
    /// Left part of every footer.
    owner: String,
    names: Vec<String>,
    /// Sheets of facts with their rows.
    pub(super) sheets: Vec<SheetRows>,
    /// Sheet, column and key of every column of facts: the machine's side of the headers.
    pub(super) keys: Vec<(String, u16, String)>,
    /// Sheet, cell and text of what was too long for its cell.
    long: Vec<(String, String, String)>,
    tables: u32,
}

impl Book {
    /// An empty workbook. `created` is its only time stamp, so that the same record makes the same file.
    pub(super) fn new(side: Side, owner: &str, created: DateTime<Utc>) -> Result<Self> {
        let mut workbook = Workbook::new();
        let styles = Styles::new();
        let local = created.naive_utc();
        let stamp = ExcelDateTime::from_ymd(
            u16::try_from(local.year()).unwrap_or(1970),
            u8::try_from(local.month()).unwrap_or(1),
            u8::try_from(local.day()).unwrap_or(1),
        )
        .and_then(|day| {
            day.and_hms(
                u16::try_from(local.hour()).unwrap_or(0),
                u8::try_from(local.minute()).unwrap_or(0),
                f64::from(local.second()),
            )
        })
        .map_err(refused)?;
        let properties = DocProperties::new()
            .set_author("Sealbook")
            .set_creation_datetime(&stamp);
        workbook
            .set_properties(&properties)
            .set_zip_compression_level(PACKING);
        workbook
            .set_default_format(&styles.base, 20, 80)
            .map_err(refused)?;
        Ok(Self {
            workbook,
            styles,
            side,
            owner: owner.to_owned(),
            names: Vec::new(),
            sheets: Vec::new(),
            keys: Vec::new(),
            long: Vec::new(),
            tables: 0,
        })
    }

    /// Adds a sheet set up for A4 paper and gives its index.
    pub(super) fn sheet(&mut self, name: &str, landscape: bool) -> Result<SheetIndex> {
        let name = self.free_name(name);
        let footer = self.footer();
        let sheet = self.workbook.add_worksheet();
        sheet
            .set_name(&name)
            .map_err(refused)?
            .set_screen_gridlines(false)
            .set_paper_size(9)
            .set_margins(0.4, 0.4, 0.6, 0.7, 0.3, 0.3)
            .set_print_fit_to_pages(1, 0)
            .set_footer(footer);
        if landscape {
            sheet.set_landscape();
        }
        self.names.push(name);
        Ok(self.names.len() - 1)
    }

    /// The sheet at an index.
    pub(super) fn at(&mut self, index: SheetIndex) -> Result<&mut Worksheet> {
        self.workbook.worksheet_from_index(index).map_err(refused)
    }

    /// A sheet's name on its tab.
    pub(super) fn name(&self, index: SheetIndex) -> &str {
        self.names.get(index).map_or("", String::as_str)
    }

    /// The next table's name: unique, and the same in every language.
    pub(super) fn table_name(&mut self) -> String {
        self.tables += 1;
        format!("Table{}", self.tables)
    }

    /// Writes user text into a cell; what does not fit goes on the sheet of long texts.
    pub(super) fn keep_long(&mut self, index: SheetIndex, address: String, rest: &str) {
        let name = self.name(index).to_owned();
        self.long.push((name, address, rest.to_owned()));
    }

    /// Company left, page of pages in the middle, in both languages.
    fn footer(&self) -> String {
        // Excel's codes for the page and the number of pages
        let numbers = [("page", "&P"), ("pages", "&N")];
        let page = self.side.joined(" · ", |words| {
            words.format("workbook-footer-page", &numbers)
        });
        let class = self.side.inline("workbook-confidential");
        // an ampersand starts a code in footers; the limit of a footer is 255 characters
        let owner: String = self.owner.chars().take(60).collect();
        let owner = owner.replace('&', "&&");
        format!("&L&9{owner} · {class}&C&9{page}&R&9&A")
    }

    /// A name Excel takes: no forbidden signs, short enough, not given before.
    fn free_name(&self, wanted: &str) -> String {
        let clean: String = wanted
            .chars()
            .map(|c| if "[]:*?/\\".contains(c) { '-' } else { c })
            .collect();
        let clean = clean.trim_matches(['\'', ' ']);
        let mut number = 1;
        loop {
            let suffix = if number == 1 {
                String::new()
            } else {
                format!(" ({number})")
            };
            let name = shorten(clean, NAME_LIMIT - suffix.len()) + &suffix;
            let taken = |given: &String| given.to_lowercase() == name.to_lowercase();
            if !name.is_empty() && !self.names.iter().any(taken) {
                return name;
            }
            number += 1;
        }
    }

    /// The last sheets: texts that were cut in their cells, and the machine keys, very hidden.
    pub(super) fn finish(&mut self, marks: &[(&str, String)]) -> Result<()> {
        if !self.long.is_empty() {
            self.long_texts()?;
        }
        let keys = std::mem::take(&mut self.keys);
        let sheet = self.workbook.add_worksheet();
        sheet.set_name("_keys").map_err(refused)?;
        sheet.set_very_hidden(true);
        for (row, (mark, value)) in (0_u32..).zip(marks) {
            sheet.write_string(row, 0, *mark).map_err(refused)?;
            sheet.write_string(row, 1, value).map_err(refused)?;
        }
        for (row, (name, column, key)) in (u32::try_from(marks.len()).unwrap_or(0)..).zip(&keys) {
            sheet.write_string(row, 0, name).map_err(refused)?;
            sheet.write_number(row, 1, *column).map_err(refused)?;
            sheet.write_string(row, 2, key).map_err(refused)?;
        }
        Ok(())
    }

    /// A sheet no spreadsheet program shows, of plain texts.
    pub(super) fn hidden<const N: usize>(
        &mut self,
        name: &str,
        rows: impl Iterator<Item = Result<[String; N]>>,
    ) -> Result<()> {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(name).map_err(refused)?;
        sheet.set_very_hidden(true);
        for (at, row) in (0_u32..).zip(rows) {
            for (column, text) in (0_u16..).zip(row?) {
                sheet.write_string(at, column, text).map_err(refused)?;
            }
        }
        Ok(())
    }

    fn long_texts(&mut self) -> Result<()> {
        let title = self.side.inline("sheet-long-texts");
        let note = self.side.inline("workbook-long-texts-note");
        let long = std::mem::take(&mut self.long);
        let index = self.sheet(&title, true)?;
        let styles = Styles::new();
        let sheet = self.at(index)?;
        sheet.set_column_width(0, 30).map_err(refused)?;
        sheet.set_column_width(1, 10).map_err(refused)?;
        sheet.set_column_width(2, 90).map_err(refused)?;
        sheet
            .write_string_with_format(0, 0, &title, &styles.title)
            .map_err(refused)?;
        cell::write_text(sheet, 1, 0, &note, &styles.note)?;
        let mut row = 3;
        for (name, address, text) in &long {
            let mut rest = text.as_str();
            while !rest.is_empty() {
                let (part, after) = cell::split(rest);
                cell::write_text(sheet, row, 0, name, &styles.text)?;
                cell::write_text(sheet, row, 1, address, &styles.text)?;
                cell::write_text(sheet, row, 2, part, &styles.text)?;
                rest = after;
                row += 1;
            }
        }
        Ok(())
    }
}

/// The longest beginning of a text within a number of UTF-16 units.
fn shorten(text: &str, limit: usize) -> String {
    let mut units = 0;
    text.chars()
        .take_while(|c| {
            units += c.len_utf16();
            units <= limit
        })
        .collect()
}
