//! The tables of a sheet: one below the other, or side by side.

use std::ops::Range;

use super::header;
use super::names::Names;
use super::table::{Row, Table};
use crate::register::parse::fold;

/// A table on a sheet, by places in [`Table`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Places of the lines of its header.
    pub lines: Range<usize>,
    /// Place after its last row.
    pub end: usize,
    /// Its columns.
    pub columns: Range<usize>,
}

/// The tables of a sheet in reading order, and the place among them of the one that is understood best.
pub fn find(table: &Table, names: &Names) -> (Vec<Found>, usize) {
    let best = header::find(table, names);
    let mut heads = header::all(table, best, names);
    // a header that says what the one before says is that of a further page
    heads.dedup_by(|next, before| {
        let said = |lines: &Range<usize>| texts(&table.row(lines.end - 1), &(0..table.columns()));
        said(next) == said(before)
    });
    let mut found = Vec::new();
    for (at, lines) in heads.iter().enumerate() {
        // a title above the next table is not of this one
        let mut end = heads.get(at + 1).map_or(table.len(), |next| next.start);
        if end < table.len() && end > lines.end + 1 {
            let apart = table.number(end - 1) > table.number(end - 2) + 1;
            end -= usize::from(apart && table.row(end - 1).len() == 1);
        }
        found.extend(beside(table, lines.clone(), end, names));
    }
    let chosen = found
        .iter()
        .position(|found| found.lines.contains(&best))
        .unwrap_or(0);
    (found, chosen)
}

/// How many headers of a sheet are known.
pub fn known(table: &Table, names: &Names) -> usize {
    let best = header::find(table, names);
    header::known(table, best, &(0..table.columns()), names)
}

/// Rows above a table that may say who filled it in, and when, below its title.
const LABELLED: usize = 3;

/// The text above a table, if it stands alone in its row there.
pub fn title(table: &Table, found: &Found) -> Option<String> {
    let above = (0..found.lines.start).rev();
    let labelled = |row: &usize| header::is_labelled(table, *row);
    let above = above.take(LABELLED + 1).find(|row| !labelled(row))?;
    let row = table.row(above);
    let mut cells = row
        .cells()
        .filter(|(column, _)| found.columns.contains(column));
    let (_, cell) = cells.next()?;
    let alone = cells.next().is_none();
    alone.then(|| cell.text().trim().to_owned())
}

/// The table whose header begins at a row that was chosen by hand.
pub fn at(table: &Table, row: usize, tables: &[Found], names: &Names) -> Found {
    let lines = header::lines(table, row, names);
    let next = tables.iter().map(|found| found.lines.start);
    let end = next
        .filter(|start| *start > row)
        .min()
        .unwrap_or(table.len());
    Found {
        columns: 0..table.columns(),
        lines: row..lines.end,
        end,
    }
}

/// One table, or those that lie side by side with blank columns between them: several headers each, and not of one length.
fn beside(table: &Table, lines: Range<usize>, end: usize, names: &Names) -> Vec<Found> {
    let whole = Found {
        columns: 0..table.columns(),
        lines: lines.clone(),
        end,
    };
    let last = lines.end - 1;
    let header = table.row(last);
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (column, _) in header.cells() {
        match groups.last_mut() {
            Some(group) if group.end == column => group.end += 1,
            _ => groups.push(column..column + 1),
        }
    }
    let known = |columns: &Range<usize>| header::known(table, last, columns, names);
    if groups.len() < 2
        || groups
            .iter()
            .any(|group| group.len() < 2 || known(group) < 2)
    {
        return vec![whole];
    }
    let rows = lines.end..end;
    let fills = |row: usize, columns: &Range<usize>| {
        let row = table.row(row);
        row.cells().any(|(column, _)| columns.contains(&column))
    };
    let between = groups.windows(2).map(|pair| pair[0].end..pair[1].start);
    let parted = between
        .clone()
        .all(|gap| rows.clone().all(|row| !fills(row, &gap)));
    let length = |group: &Range<usize>| rows.clone().filter(|row| fills(*row, group)).count();
    let uneven = groups
        .windows(2)
        .any(|pair| length(&pair[0]) != length(&pair[1]));
    let repeated = groups.windows(2).any(|pair| {
        let first = texts(&header, &pair[0]);
        texts(&header, &pair[1])
            .iter()
            .any(|text| first.contains(text))
    });
    if !parted || !(uneven || repeated) {
        return vec![whole];
    }
    let of = |columns: Range<usize>| Found {
        columns,
        lines: lines.clone(),
        end,
    };
    groups.into_iter().map(of).collect()
}

/// The texts of a row within columns, as names are compared.
pub(super) fn texts(row: &Row, columns: &Range<usize>) -> Vec<String> {
    let cells = row.cells().filter(|(column, _)| columns.contains(column));
    cells.map(|(_, cell)| fold(&cell.text())).collect()
}
