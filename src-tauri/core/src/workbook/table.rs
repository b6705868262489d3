//! One fact sheet: a title, a real Excel table with one header row in both languages, and as many continuation sheets as
//! the rows need.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula,
    ConditionalFormatText, ConditionalFormatTextRule, DataValidation, Formula, Table, TableColumn,
    TableStyle, utility,
};

use super::SheetRows;
use super::book::{Book, SheetIndex};
use super::cell::{self, Cell, height, lines, refused, room};
use super::paper;
pub(super) use super::style::Face;
use super::style::{Tone, fill};
use crate::Result;

/// Row of the header; the title and its note stand above.
const HEADER_ROW: u32 = 3;
/// The last row a sheet can have.
const LAST_ROW: u32 = 1_048_575;

/// One column of a fact sheet.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Key for machines, kept in the very hidden sheet.
    pub(super) key: String,
    /// Header, the second language under the first.
    pub(super) header: String,
    pub(super) width: f64,
    pub(super) face: Face,
    /// Name of the list that its cells choose from.
    pub(super) list: Option<String>,
}

impl Column {
    pub(super) fn new(key: &str, header: String, face: Face, width: f64) -> Self {
        Self {
            key: key.to_owned(),
            header,
            width,
            face,
            list: None,
        }
    }

    const fn is_number(&self) -> bool {
        matches!(
            self.face,
            Face::Integer | Face::Signed | Face::Decimal | Face::Amount
        )
    }
}

/// How many columns are printed: the row id at the end is for machines.
fn printed(columns: &[Column]) -> usize {
    let id = columns.last().is_some_and(|column| column.face == Face::Id);
    columns.len() - usize::from(id)
}

/// Colours a column by what stands in it.
#[derive(Debug, Clone)]
pub(super) enum Rule {
    /// Numbers below nought.
    Negative(u16),
    /// Texts that begin with the symbol.
    Begins(u16, String, Tone),
}

/// What a fact sheet is called and says of itself.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// On the tab.
    pub(super) tab: String,
    /// Above the table.
    pub(super) title: String,
    /// Below the title.
    pub(super) note: String,
    /// Columns that stay in view.
    pub(super) frozen: u16,
}

/// A fact sheet being written, cell after cell and row after row.
pub(super) struct Writing<'b> {
    book: &'b mut Book,
    heading: Heading,
    columns: Vec<Column>,
    rules: Vec<Rule>,
    index: SheetIndex,
    row: u32,
    column: u16,
    /// Lines the tallest cell of the row needs.
    lines: u32,
    widths: Vec<f64>,
    /// What the cells so far need of that: columns nobody fills take no paper.
    needed: Vec<f64>,
    last_row: u32,
    /// The table of the sheet in hand is laid.
    laid: bool,
}

impl<'b> Writing<'b> {
    /// Begins a sheet.
    pub(super) fn begin(
        book: &'b mut Book,
        heading: Heading,
        columns: Vec<Column>,
        rules: Vec<Rule>,
    ) -> Result<Self> {
        Self::within(book, heading, columns, rules, LAST_ROW)
    }

    /// Begins a sheet that goes on in another after `last_row`.
    pub(super) fn within(
        book: &'b mut Book,
        heading: Heading,
        columns: Vec<Column>,
        rules: Vec<Rule>,
        last_row: u32,
    ) -> Result<Self> {
        let index = book.sheet(&heading.tab, true)?;
        let needed: Vec<f64> = columns
            .iter()
            .map(|column| paper::least(&column.header))
            .collect();
        let widths = columns.iter().zip(&needed);
        let mut widths: Vec<f64> = widths
            .map(|(column, least)| column.width.max(*least))
            .collect();
        paper::share(&mut widths[..printed(&columns)]);
        let mut writing = Self {
            book,
            heading,
            columns,
            rules,
            index,
            row: HEADER_ROW + 1,
            column: 0,
            lines: 1,
            widths,
            needed,
            last_row,
            laid: false,
        };
        writing.head()?;
        Ok(writing)
    }

    /// The row in hand, counted as Excel does.
    pub(super) const fn excel_row(&self) -> u32 {
        self.row + 1
    }

    /// Lays the table over the rows that are certain to come, which takes a while in a large register: the writer would wait for
    /// the first of them anyway.
    pub(super) fn expect(&mut self, rows: u32) -> Result<()> {
        match HEADER_ROW.checked_add(rows) {
            Some(last) if rows > 0 && last <= self.last_row => self.lay(last),
            _ => Ok(()),
        }
    }

    /// Writes the next cell of the row.
    pub(super) fn put(&mut self, cell: Cell<'_>) -> Result<()> {
        let (row, column) = (self.row, self.column);
        self.column += 1;
        // nothing is written for nothing: the table's rule draws its line, and large registers are mostly gaps
        if matches!(cell, Cell::Blank | Cell::Text("")) {
            return Ok(());
        }
        let face = self
            .columns
            .get(usize::from(column))
            .map_or(Face::Text, |column| column.face);
        let Book {
            workbook, styles, ..
        } = &mut *self.book;
        let sheet = workbook.worksheet_from_index(self.index).map_err(refused)?;
        let place = usize::from(column);
        let width = self.widths.get(place).copied().unwrap_or(1.0);
        let Cell::Text(text) = cell else {
            self.needed[place] = width;
            return cell::write(sheet, row, column, cell, styles.of(face));
        };
        // ids stand in small letters on one line
        if face != Face::Id {
            self.lines = self.lines.max(lines(text, width));
        }
        self.needed[place] = self.needed[place].max(room(text).min(width));
        let (head, rest) = cell::split(text);
        let own = matches!(face, Face::Text | Face::Id);
        if own && !cell::looks_like_formula(head) {
            // the column's format serves
            sheet.write_string(row, column, head).map_err(refused)?;
        } else {
            cell::write_text(sheet, row, column, head, styles.text_of(face))?;
        }
        if rest.is_empty() {
            return Ok(());
        }
        let address = utility::row_col_to_cell(row, column);
        self.book.keep_long(self.index, address, rest);
        Ok(())
    }

    /// Ends the row; a full sheet goes on in the next.
    pub(super) fn end_row(&mut self) -> Result<()> {
        if self.lines > 1 {
            let height = height(self.lines);
            let row = self.row;
            let sheet = self.book.at(self.index)?;
            sheet.set_row_height(row, height).map_err(refused)?;
            self.lines = 1;
        }
        self.row += 1;
        self.column = 0;
        if self.row > self.last_row {
            self.close()?;
            self.index = self.book.sheet(&self.heading.tab, true)?;
            self.row = HEADER_ROW + 1;
            self.head()?;
        }
        Ok(())
    }

    /// Closes the table and gives the sheet it ended on.
    pub(super) fn finish(mut self) -> Result<SheetIndex> {
        self.close()?;
        Ok(self.index)
    }

    fn head(&mut self) -> Result<()> {
        let Book {
            workbook, styles, ..
        } = &mut *self.book;
        let sheet = workbook.worksheet_from_index(self.index).map_err(refused)?;
        sheet
            .write_string_with_format(0, 0, &self.heading.title, &styles.title)
            .map_err(refused)?
            .set_row_height(0, 26)
            .map_err(refused)?;
        for (row, line) in (1_u32..).zip(self.heading.note.lines().take(2)) {
            cell::write_text(sheet, row, 0, line, &styles.note)?;
        }
        sheet
            .set_freeze_panes(HEADER_ROW + 1, self.heading.frozen)
            .map_err(refused)?
            .set_repeat_rows(HEADER_ROW, HEADER_ROW)
            .map_err(refused)?;
        Ok(())
    }

    /// Says what of the sheet is printed, on how many pages beside each other.
    fn print(&mut self, last: u32) -> Result<()> {
        let printed = printed(&self.columns);
        let pages = paper::pages(&self.needed[..printed]);
        let repeated = self.heading.frozen;
        let headers = self.columns.iter().zip(&self.needed);
        let tallest = headers.map(|(column, width)| lines(&column.header, *width));
        let sheet = self.book.at(self.index)?;
        sheet
            .set_row_height(HEADER_ROW, height(tallest.max().unwrap_or(2)))
            .map_err(refused)?
            .set_print_fit_to_pages(pages, 0);
        if pages > 1 && repeated > 0 {
            sheet.set_repeat_columns(0, repeated - 1).map_err(refused)?;
        }
        let right = u16::try_from(printed).unwrap_or(1).max(1) - 1;
        sheet.set_print_area(0, 0, last, right).map_err(refused)?;
        Ok(())
    }

    /// Lays the table down to its last row.
    fn lay(&mut self, last: u32) -> Result<()> {
        let name = self.book.table_name();
        let Book {
            workbook, styles, ..
        } = &mut *self.book;
        let sheet = workbook.worksheet_from_index(self.index).map_err(refused)?;
        let headers: Vec<TableColumn> = unique_headers(&self.columns)
            .into_iter()
            .zip(&self.columns)
            .map(|(header, column)| {
                let format = if column.is_number() {
                    &styles.header_number
                } else {
                    &styles.header
                };
                TableColumn::new()
                    .set_header(header)
                    .set_header_format(format)
            })
            .collect();
        let width = u16::try_from(headers.len()).unwrap_or(1).max(1) - 1;
        let table = Table::new()
            .set_name(name)
            .set_style(TableStyle::None)
            .set_columns(&headers);
        sheet
            .add_table(HEADER_ROW, 0, last, width, &table)
            .map_err(refused)?;
        self.laid = true;
        Ok(())
    }

    /// Lays colours and lists over the rows written, and the table if it is not laid.
    fn close(&mut self) -> Result<()> {
        let rows = self.row - HEADER_ROW - 1;
        // a table has at least one row
        let last = if rows == 0 { self.row } else { self.row - 1 };
        if !self.laid {
            self.lay(last)?;
        }
        self.laid = false;
        self.print(last)?;
        let name = self.book.name(self.index).to_owned();
        self.book.sheets.push(SheetRows {
            name: name.clone(),
            rows,
        });
        for (column, described) in (0_u16..).zip(&self.columns) {
            self.book
                .keys
                .push((name.clone(), column, described.key.clone()));
        }
        let Book {
            workbook, styles, ..
        } = &mut *self.book;
        let sheet = workbook.worksheet_from_index(self.index).map_err(refused)?;
        // cells take their column's format. It is set last: the writer looks for one at every cell from then on
        for (column, (width, described)) in (0_u16..).zip(self.needed.iter().zip(&self.columns)) {
            sheet
                .set_column_width(column, *width)
                .map_err(refused)?
                .set_column_format(column, styles.of(described.face))
                .map_err(refused)?;
        }
        let width = u16::try_from(self.columns.len()).unwrap_or(1).max(1) - 1;
        let ruled = ConditionalFormatFormula::new()
            .set_rule("=TRUE")
            .set_format(super::style::ruled());
        sheet
            .add_conditional_format(HEADER_ROW + 1, 0, last, width, &ruled)
            .map_err(refused)?;
        for rule in &self.rules {
            colour(sheet, rule, last)?;
        }
        for (column, described) in (0_u16..).zip(&self.columns) {
            if let Some(list) = &described.list {
                let validation = DataValidation::new()
                    .allow_list_formula(Formula::new(format!("={list}")))
                    .ignore_blank(true);
                sheet
                    .add_data_validation(HEADER_ROW + 1, column, last, column, &validation)
                    .map_err(refused)?;
            }
        }
        Ok(())
    }
}

fn colour(sheet: &mut rust_xlsxwriter::Worksheet, rule: &Rule, last: u32) -> Result<()> {
    let first = HEADER_ROW + 1;
    match rule {
        Rule::Negative(column) => {
            let condition = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::LessThan(0))
                .set_format(fill(Tone::Bad));
            sheet.add_conditional_format(first, *column, last, *column, &condition)
        }
        Rule::Begins(column, symbol, tone) => {
            let condition = ConditionalFormatText::new()
                .set_rule(ConditionalFormatTextRule::BeginsWith(symbol.clone()))
                .set_format(fill(*tone));
            sheet.add_conditional_format(first, *column, last, *column, &condition)
        }
    }
    .map_err(refused)?;
    Ok(())
}

/// Excel refuses a table with the same header twice.
fn unique_headers(columns: &[Column]) -> Vec<String> {
    let mut seen: Vec<String> = Vec::with_capacity(columns.len());
    for column in columns {
        let mut header = column.header.clone();
        let mut number = 2;
        while seen
            .iter()
            .any(|given| given.to_lowercase() == header.to_lowercase())
        {
            header = format!("{} {number}", column.header);
            number += 1;
        }
        seen.push(header);
    }
    seen
}
