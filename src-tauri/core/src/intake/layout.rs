//! Where a table lies on a sheet: the lines of its header, its columns, and which rows below are its data.

use std::collections::HashMap;
use std::ops::Range;

use super::header;
use super::marks::Marks;
use super::names::Names;
use super::table::{Cell, Row, Table};
use super::tables::{Found, texts};
use crate::Error;
use crate::register::parse::fold;

pub use super::header::{HEADER_WITHIN, header_forms};

/// The table chosen, by places in [`Table`].
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Place of the last line of the header.
    pub header: usize,
    /// Place of the first line of the header.
    pub first: usize,
    /// Its columns.
    pub columns: Range<usize>,
    /// The header of every column of the sheet, its lines one below the other; nothing beside the table.
    pub headers: Vec<String>,
    /// Places of the rows of data, in order.
    pub rows: Vec<usize>,
    /// What was left out.
    pub notes: Vec<Error>,
}

impl Layout {
    /// Whether a column of the sheet belongs to the table.
    pub fn has(&self, column: usize) -> bool {
        self.columns.contains(&column)
    }
}

/// Rows that are no data, by why they are none.
#[derive(Default)]
struct LeftOut(Vec<(&'static str, Vec<u32>)>);

/// Rows named in one note.
const NAMED: usize = 8;

impl LeftOut {
    fn note(&mut self, code: &'static str, table: &Table, rows: impl IntoIterator<Item = usize>) {
        for row in rows {
            let number = table.number(row);
            match self.0.iter_mut().find(|(known, _)| *known == code) {
                Some((_, rows)) => rows.push(number),
                None => self.0.push((code, vec![number])),
            }
        }
    }

    /// One note for each reason, with the first of its rows.
    fn notes(self) -> Vec<Error> {
        let notes = self.0.into_iter().map(|(code, rows)| {
            let named: Vec<String> = rows.iter().take(NAMED).map(u32::to_string).collect();
            let more = if rows.len() > NAMED { " …" } else { "" };
            Error::new(code)
                .with("count", rows.len())
                .with("which", format!("{}{more}", named.join(", ")))
        });
        notes.collect()
    }
}

/// The rows of a table: without totals, titles of groups, repeated headers, and the notes that stand below.
pub fn of(table: &Table, found: &Found, names: &Names, leave_hidden: bool) -> Layout {
    let mut layout = Layout {
        header: found.lines.end.saturating_sub(1),
        first: found.lines.start,
        columns: found.columns.clone(),
        headers: told_apart(header::join(table, &found.lines, &found.columns)),
        ..Layout::default()
    };
    let look = Look {
        table,
        found,
        names,
        width: layout
            .headers
            .iter()
            .filter(|text| !text.is_empty())
            .count(),
        header: texts(&table.row(layout.header), &found.columns),
    };
    let mut out = LeftOut::default();
    let mut last_wide = 0;
    let mut hidden = Vec::new();
    for index in found.lines.end..found.end {
        let row = table.row(index);
        if let Some(code) = look.leaves_out(index, &row) {
            if code == "header_repeated" {
                out.note("group_left_out", table, layout.rows.drain(last_wide..));
            }
            out.note(code, table, [index]);
            continue;
        }
        if look.cells(&row).next().is_none() {
            continue;
        }
        if table.marks.hides_row(row.number()) {
            hidden.push(row.number());
            if leave_hidden {
                continue;
            }
        }
        layout.rows.push(index);
        if !look.is_note(&row) {
            last_wide = layout.rows.len();
        }
    }
    out.note("note_left_out", table, layout.rows.drain(last_wide..));
    layout.notes = out.notes();
    layout
        .notes
        .extend(hidden_notes(&table.marks, &layout, &hidden, leave_hidden));
    layout
}

/// Headers that say the same get a number.
fn told_apart(mut headers: Vec<String>) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for header in headers.iter_mut().filter(|header| !header.is_empty()) {
        let count = seen.entry(fold(header)).or_default();
        *count += 1;
        if *count > 1 {
            header.push_str(&format!(" ({count})"));
        }
    }
    headers
}

fn hidden_notes(marks: &Marks, layout: &Layout, rows: &[u32], left_out: bool) -> Vec<Error> {
    let mut notes = Vec::new();
    if let Some(first) = rows.first() {
        let code = match left_out {
            true => "hidden_rows_left_out",
            false => "hidden_rows_read",
        };
        notes.push(
            Error::new(code)
                .with("count", rows.len())
                .with("row", first),
        );
    }
    let hidden = |column: &usize| {
        let named = layout
            .headers
            .get(*column)
            .is_some_and(|header| !header.is_empty());
        named && marks.hides_column(*column)
    };
    let columns: Vec<String> = layout
        .columns
        .clone()
        .filter(hidden)
        .map(super::table::letter)
        .collect();
    if !columns.is_empty() {
        notes.push(Error::new("hidden_columns_read").with("columns", columns.join(", ")));
    }
    notes
}

/// What rows below a header are judged by.
struct Look<'a> {
    table: &'a Table,
    found: &'a Found,
    names: &'a Names,
    /// Columns that have a header.
    width: usize,
    header: Vec<String>,
}

impl<'a> Look<'a> {
    /// The cells of a row that are of this table.
    fn cells<'r>(&self, row: &'r Row) -> impl Iterator<Item = (usize, Cell<'r>)> {
        let columns = self.found.columns.clone();
        row.cells()
            .filter(move |(column, _)| columns.contains(column))
    }

    /// Why a row is no data, if it is none.
    fn leaves_out(&self, index: usize, row: &Row) -> Option<&'static str> {
        if index == self.found.lines.end && self.is_numbering(row) {
            Some("numbering_left_out")
        } else if self.is_total(row) {
            Some("total_left_out")
        } else if self.repeats_header(row) {
            Some("header_repeated")
        } else if self.is_group(row) {
            Some("group_left_out")
        } else {
            None
        }
    }

    fn is_total(&self, row: &Row) -> bool {
        let mut cells = self.cells(row);
        let named = cells
            .by_ref()
            .take(3)
            .any(|(_, cell)| matches!(cell, Cell::Text(text) if self.names.is_total(text)));
        let counts = |cell: Cell<'_>| match cell {
            Cell::Number(_) | Cell::Measured(..) | Cell::Error(_) => true,
            Cell::Text(text) => text.starts_with(|c: char| !c.is_alphabetic()),
            _ => false,
        };
        named && self.cells(row).any(|(_, cell)| counts(cell))
    }

    /// The numbers of the columns, as official forms have them below the header: 甲 乙 1 2 3.
    fn is_numbering(&self, row: &Row) -> bool {
        let mut expected = 1;
        let mut words = 0;
        for (_, cell) in self.cells(row) {
            let text = cell.text();
            let digits = text.trim_matches(|c: char| !c.is_ascii_digit());
            match digits.parse::<u32>() {
                Ok(number) if number == expected => expected += 1,
                Err(_) if expected == 1 && text.chars().count() <= 2 => words += 1,
                _ => return false,
            }
        }
        expected > 3 && words <= 3 && self.cells(row).count() * 10 >= self.width * 8
    }

    /// The header once more, as on every printed page.
    fn repeats_header(&self, row: &Row) -> bool {
        let first = self.cells(row).next();
        let alike = |text: &str| {
            self.header
                .first()
                .is_some_and(|known| *known == fold(text))
        };
        matches!(first, Some((_, Cell::Text(text))) if alike(text))
            && self.width > 1
            && texts(row, &self.found.columns) == self.header
    }

    /// One text across the table: the title of the rows below.
    fn is_group(&self, row: &Row) -> bool {
        let mut cells = self.cells(row);
        let (Some((column, Cell::Text(text))), None) = (cells.next(), cells.next()) else {
            return false;
        };
        if self.width < 3 {
            return false;
        }
        let region = self.table.marks.region(row.number(), column);
        let across = region.is_some_and(|region| {
            let wide = usize::from(region.right) + 1 - usize::from(region.left);
            region.top == region.bottom && wide * 2 >= self.width
        });
        across || is_numbered(text)
    }

    /// A row below the table rather than of it: one cell, or a few that say who filled it in and when.
    fn is_note(&self, row: &Row) -> bool {
        let cells = self.cells(row).count();
        if self.width < 3 {
            return false;
        }
        let labelled =
            |cell: Cell<'_>| matches!(cell, Cell::Text(text) if text.contains(['：', ':']));
        cells < 2 || (cells * 2 <= self.width && self.cells(row).all(|(_, cell)| labelled(cell)))
    }
}

/// `一、` or `（二）` begins the title of a group.
fn is_numbered(text: &str) -> bool {
    let text = text.trim().trim_start_matches(['（', '(']);
    let rest = text.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    rest.len() < text.len() && rest.starts_with(['、', '）', ')', '.', '．'])
}
