//! Where the table lies on a sheet: its header, its first and its last row.

use super::names::Names;
use super::table::{Cell, Table};
use crate::Error;
use crate::register::REGISTERS;
use crate::register::parse::fold;

/// How far down a header is looked for.
pub const HEADER_WITHIN: u32 = 30;

/// The table on a sheet, by places in [`Table`].
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Place of the header row.
    pub header: usize,
    /// Places of the rows of data, in order.
    pub rows: Vec<usize>,
    /// Totals and notes left out.
    pub notes: Vec<Error>,
}

/// The forms in which a header is looked up: whole, without its unit in brackets, and each of its lines.
pub fn header_forms(header: &str) -> Vec<String> {
    let bare = without_brackets(header);
    let lines = header
        .split(['\n', '/', '／'])
        .flat_map(|line| [fold(line), fold(&without_brackets(line))]);
    let mut forms = vec![fold(header), fold(&bare)];
    forms.extend(lines);
    let mut seen = Vec::new();
    forms.retain(|form| {
        !form.is_empty() && !seen.contains(form) && {
            seen.push(form.clone());
            true
        }
    });
    forms
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0;
    text.chars()
        .filter(|c| {
            let open = matches!(c, '(' | '（' | '[' | '【');
            let close = matches!(c, ')' | '）' | ']' | '】');
            depth += i32::from(open);
            let outside = depth <= 0;
            depth -= i32::from(close && depth > 0);
            outside
        })
        .collect()
}

/// Finds the header row: the row among the first thirty with most known headers, or the first row that is wide and all text.
pub fn find_header(table: &Table, names: &Names) -> usize {
    let end = table.index_from(HEADER_WITHIN + 1);
    let widest = (0..end.min(table.len()))
        .map(|index| table.row(index).count())
        .max()
        .unwrap_or(0);
    let mut best = (0, 0);
    for index in 0..end {
        let cells = table.row(index).count();
        let text = table
            .row(index)
            .filter(|(_, cell)| matches!(cell, Cell::Text(_)))
            .count();
        if cells < 2.min(widest) || text * 4 < cells * 3 {
            continue;
        }
        let known = known_headers(table, index, names);
        // earlier rows win, so that a data row that happens to hold a label does not
        let wide = usize::from(cells * 10 >= widest * 6);
        let score = known * 4 + wide * 3;
        if score > best.0 {
            best = (score, index);
        }
    }
    best.1
}

/// How many cells of a row are known headers.
pub fn known_headers(table: &Table, index: usize, names: &Names) -> usize {
    table
        .row(index)
        .filter(|(_, cell)| is_known(&cell.text(), names))
        .count()
}

fn is_known(header: &str, names: &Names) -> bool {
    header_forms(header).iter().any(|form| {
        REGISTERS
            .iter()
            .any(|register| !names.header(register.key, form).is_empty())
    })
}

/// The rows under a header: without totals, and without the notes that stand below the table.
pub fn rows_under(table: &Table, header: usize, names: &Names) -> Layout {
    let mut layout = Layout {
        header,
        ..Layout::default()
    };
    let width = table.row(header).count();
    let mut last_wide = 0;
    for index in header + 1..table.len() {
        if is_total(table, index, names) {
            layout
                .notes
                .push(Error::new("total_left_out").with("row", table.number(index)));
            continue;
        }
        layout.rows.push(index);
        if width < 3 || table.row(index).count() >= 2 {
            last_wide = layout.rows.len();
        }
    }
    for index in layout.rows.drain(last_wide..) {
        layout
            .notes
            .push(Error::new("note_left_out").with("row", table.number(index)));
    }
    layout
}

fn is_total(table: &Table, index: usize, names: &Names) -> bool {
    let mut cells = table.row(index);
    let named = cells
        .by_ref()
        .take(3)
        .any(|(_, cell)| matches!(cell, Cell::Text(text) if names.is_total(text)));
    named
        && table.row(index).any(|(_, cell)| {
            matches!(cell, Cell::Number(_)) || cell.text().starts_with(|c: char| c.is_ascii_digit())
        })
}
