//! The header of a table: where it stands, how many lines it has, and what each column is called.

use std::ops::Range;

use super::names::Names;
use super::table::{Cell, Table};
use crate::register::REGISTERS;
use crate::register::parse::{fold, has_han};

/// How far down the header of the first table is looked for.
pub const HEADER_WITHIN: u32 = 30;

/// Lines of one header.
const LINES: usize = 3;

/// What SQL Server Reporting Services puts before the name of a column in a text file.
const OF_A_REPORT: &str = "Details_Table0_";

/// A header without what a report puts before all of them.
pub fn own_name(header: &str) -> &str {
    header.strip_prefix(OF_A_REPORT).unwrap_or(header)
}

/// The forms in which a header is looked up: whole, without its unit in brackets, and each of its lines, the lowest first.
pub fn header_forms(header: &str) -> Vec<String> {
    let header = own_name(header);
    let bare = without_brackets(header);
    let lines = header
        .rsplit(['\n', '/', '／'])
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
pub fn find(table: &Table, names: &Names) -> usize {
    let end = table.index_from(HEADER_WITHIN + 1);
    let widest = (0..end.min(table.len()))
        .map(|index| table.row(index).len())
        .max()
        .unwrap_or(0);
    let mut best = (0, 0);
    for index in 0..end {
        let row = table.row(index);
        let cells = row.len();
        let text = row.cells().filter(|(_, cell)| is_text(*cell)).count();
        if cells < 2.min(widest) || text * 4 < cells * 3 {
            continue;
        }
        let known = known(table, index, &(0..table.columns()), names);
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
pub fn known(table: &Table, index: usize, columns: &Range<usize>, names: &Names) -> usize {
    table
        .row(index)
        .cells()
        .filter(|(column, cell)| columns.contains(column) && is_known(&cell.text(), names))
        .count()
}

fn is_known(header: &str, names: &Names) -> bool {
    header_forms(header).iter().any(|form| {
        REGISTERS
            .iter()
            .any(|register| !names.header(register.key, form).is_empty())
    })
}

fn is_text(cell: Cell<'_>) -> bool {
    matches!(cell, Cell::Text(_))
}

/// The headers of all tables on the sheet: that of the best, and rows of known headers that follow a gap or a title.
pub fn all(table: &Table, best: usize, names: &Names) -> Vec<Range<usize>> {
    let first = lines(table, best, names);
    let mut found = vec![first.clone()];
    let mut index = 0;
    while index < table.len() {
        let here = match first.contains(&index) {
            true => Some(first.clone()),
            false if begins(table, index, names) => Some(lines(table, index, names)),
            false => None,
        };
        index = here.as_ref().map_or(index + 1, |lines| lines.end);
        found.extend(here);
    }
    found
}

/// Whether a header may begin here: texts, most of them known, the first row or below a gap or a title.
fn begins(table: &Table, index: usize, names: &Names) -> bool {
    let after = index.checked_sub(1).is_none_or(|before| {
        table.number(before) + 1 < table.number(index) || table.row(before).len() == 1
    });
    let row = table.row(index);
    let cells = row.len();
    if !after || cells < 2 || !row.cells().all(|(_, cell)| is_text(cell)) {
        return false;
    }
    let known = known(table, index, &(0..table.columns()), names);
    // what calls a value by its name in the next cell is a block of a title
    known >= 2 && known * 2 >= cells && !is_labelled(table, index)
}

/// The lines of the header of which a row is one.
pub fn lines(table: &Table, row: usize, names: &Names) -> Range<usize> {
    let mut lines = row..row + 1;
    while lines.len() < LINES && lines.start > 0 && continues(table, lines.start - 1, names) {
        lines.start -= 1;
    }
    while lines.len() < LINES && continues(table, lines.end - 1, names) {
        lines.end += 1;
    }
    lines
}

/// Whether the row after this one is a further line of the same header.
fn continues(table: &Table, upper: usize, names: &Names) -> bool {
    let lower = upper + 1;
    let adjacent = lower < table.len() && table.number(lower) == table.number(upper) + 1;
    let texts = |index: usize| table.row(index).cells().all(|(_, cell)| is_text(cell));
    if !adjacent || !texts(upper) || !texts(lower) {
        return false;
    }
    let cells = table.row(upper).len();
    if cells < 2 || is_labelled(table, upper) || is_labelled(table, lower) {
        return false;
    }
    groups(table, upper) || units(table, lower) || translates(table, upper, names)
}

/// Whether a row says things of the sheet as a whole: `单位名称：…`.
pub(super) fn is_labelled(table: &Table, index: usize) -> bool {
    table.row(index).cells().any(|(_, cell)| {
        let text = cell.text();
        let value = text
            .trim()
            .split_once(['：', ':'])
            .map(|(_, value)| value.trim());
        value.is_some_and(|value| !value.is_empty())
    })
}

/// Whether cells of the upper row each stand over several of the lower, and nothing is under the others.
fn groups(table: &Table, upper: usize) -> bool {
    let number = table.number(upper);
    let columns = |index: usize| -> Vec<usize> {
        let row = table.row(index);
        row.cells().map(|(column, _)| column).collect()
    };
    let (over, under) = (columns(upper), columns(upper + 1));
    let mut parted = 0;
    for (at, column) in over.iter().enumerate() {
        let next = over.get(at + 1).copied().unwrap_or(table.columns());
        let region = table.marks.region(number, *column);
        let end = region.map_or(next, |region| usize::from(region.right) + 1);
        let below = under
            .iter()
            .filter(|under| (*column..end).contains(under))
            .count();
        match below {
            0 => {}
            1 if region.is_none_or(|region| region.right == region.left) => return false,
            _ if region.is_some_and(|region| region.bottom > number) => return false,
            _ => parted += 1,
        }
    }
    let first = over.first().copied().unwrap_or(0);
    parted > 0 && under.iter().all(|column| *column >= first)
}

/// Whether every cell is a unit in brackets.
fn units(table: &Table, index: usize) -> bool {
    table
        .row(index)
        .cells()
        .all(|(_, cell)| cell.text().trim().starts_with(['（', '(']))
}

/// Whether the lower row says in one script what the upper says in another.
fn translates(table: &Table, upper: usize, names: &Names) -> bool {
    let lower = upper + 1;
    let cells = table.row(lower).len();
    let known = known(table, lower, &(0..table.columns()), names);
    let han = |index: usize| {
        let row = table.row(index);
        let cells = row.cells();
        cells.filter(|(_, cell)| has_han(&cell.text())).count() * 2 > row.len()
    };
    known >= 2
        && known * 2 >= cells
        && cells * 2 >= table.row(upper).len()
        && han(upper) != han(lower)
}

/// What every column of the sheet is called: the lines of its header one below the other.
pub fn join(table: &Table, lines: &Range<usize>, columns: &Range<usize>) -> Vec<String> {
    let mut headers = vec![String::new(); table.columns()];
    for column in columns.clone() {
        let mut said: Vec<String> = Vec::new();
        for line in lines.clone() {
            let text = spoken(table, line, column, lines, columns);
            if !text.is_empty() && !said.contains(&text) {
                said.push(text);
            }
        }
        headers[column] = said.join("\n");
    }
    headers
}

/// The text over a column in one line of a header: its own, or that of the group it belongs to.
fn spoken(
    table: &Table,
    line: usize,
    column: usize,
    lines: &Range<usize>,
    columns: &Range<usize>,
) -> String {
    let own = table.cell(line, column).text().trim().to_owned();
    let last = line + 1 == lines.end;
    if !own.is_empty() || last {
        return own;
    }
    let number = table.number(line);
    let before = (columns.start..column)
        .rev()
        .find(|before| !table.cell(line, *before).is_blank());
    let Some(before) = before else {
        return own;
    };
    let covered = match table.marks.region(number, before) {
        Some(region) => usize::from(region.right) >= column,
        // without merged cells a group reaches as far as something stands below it
        None => (before..=column).all(|at| !table.cell(line + 1, at).is_blank()),
    };
    match covered {
        true => table.cell(line, before).text().trim().to_owned(),
        false => own,
    }
}
