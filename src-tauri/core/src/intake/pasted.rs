//! A block of cells copied in a spreadsheet program and pasted as text. It becomes a file of its own, with a line of headers, so
//! that it is read, shown, kept and taken up again like any other.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::api::{ColumnChoice, ImportSet};
use super::columns::is_open;
use super::draft::{Draft, Progress};
use super::layout::header_forms;
use super::names::Names;
use super::open_file::OpenFile;
use super::recipe::Recipes;
use super::table::letter;
use crate::register::register;
use crate::words::Words;
use crate::{Error, Result};

/// Bytes of text taken: what is more is better kept as a file.
pub const MOST: usize = 10 << 20;

/// What was pasted, and over what.
#[derive(Debug, Clone, Copy)]
pub struct Pasted<'a> {
    /// Tabs between cells, line ends between rows.
    pub text: &'a str,
    /// The register of the list it was pasted into.
    pub target: Option<&'a str>,
    /// Keys of the columns that list shows.
    pub columns: &'a [String],
}

/// A block as a file, and how that is to be understood.
#[derive(Debug)]
pub struct Block {
    /// Name of the file.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    target: Option<String>,
    set: ImportSet,
    /// Its headers are ours.
    bare: bool,
}

impl Pasted<'_> {
    /// Makes it a file. A block without headers of its own takes those of the list, if it is as wide.
    pub fn block(&self, words: Words, today: NaiveDate) -> Result<Block> {
        if self.text.len() > MOST {
            return Err(Error::new("paste_too_large").with("most", MOST >> 20));
        }
        let mut rows = cells(self.text);
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let Some(first) = rows.first() else {
            return Err(Error::new("paste_empty"));
        };
        let headed = is_header(first, self.target)?;
        let list = self
            .target
            .filter(|_| !headed && self.columns.len() == width);
        if !headed {
            let header = (0..width).map(|column| match list {
                Some(key) => words.field(key, &self.columns[column]),
                None => words.format("pasted-column", &[("letter", letter(column))]),
            });
            rows.insert(0, header.collect());
        }
        Ok(Block {
            name: words.format("pasted-name", &[("day", today.to_string())]),
            bytes: file(&rows)?,
            target: self.target.map(str::to_owned),
            set: ImportSet {
                header_row: Some(1),
                target: list.map(str::to_owned),
                columns: list
                    .map(|key| self.filled(key))
                    .transpose()?
                    .unwrap_or_default(),
                ..ImportSet::default()
            },
            bare: !headed,
        })
    }

    /// What the columns fill that stand as in the list.
    fn filled(&self, key: &str) -> Result<Vec<ColumnChoice>> {
        let (recipe, register) = (Recipes::shared()?.get(key)?, register(key)?);
        let path = |field: &String| {
            let field = register.field(field)?;
            is_open(recipe, 0, field).then(|| format!("{key}.{}", field.key))
        };
        let columns = self.columns.iter().enumerate();
        Ok(columns
            .map(|(index, field)| ColumnChoice {
                index,
                field: path(field),
            })
            .collect())
    }
}

impl Draft {
    /// Opens a pasted block; `file` holds its bytes.
    pub fn paste(
        block: Block,
        file: OpenFile,
        connection: &Connection,
        today: NaiveDate,
        progress: &mut Progress<'_>,
    ) -> Result<Self> {
        let target = block.target.as_deref();
        let mut draft = Self::open(file, target, connection, today, progress)?;
        draft.set(block.set)?;
        draft.bare = block.bare;
        Ok(draft)
    }
}

/// Whether the first row names columns: at least half of its cells, all of them where there are only one or two.
fn is_header(row: &[String], target: Option<&str>) -> Result<bool> {
    let (names, recipes) = (Names::shared()?, Recipes::shared()?);
    let about = recipes.all().iter().filter(|recipe| {
        target.is_none_or(|target| recipe.key == target || recipe.main.key == target)
    });
    let registers: BTreeSet<&str> = about
        .flat_map(|recipe| &recipe.parts)
        .map(|part| part.register.key)
        .collect();
    let known = |cell: &&String| {
        let forms = header_forms(cell);
        forms.iter().any(|form| {
            let named = |register: &&str| !names.header(register, form).is_empty();
            registers.iter().any(named)
        })
    };
    let filled = row.iter().filter(|cell| !cell.trim().is_empty());
    let (all, known) = (filled.clone().count(), filled.filter(known).count());
    Ok(known > 0
        && if all < 3 {
            known == all
        } else {
            known * 2 >= all
        })
}

/// The rows as a text file that says how it is separated.
fn file(rows: &[Vec<String>]) -> Result<Vec<u8>> {
    let written = |error: csv::Error| Error::new("file").with("detail", error);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b'\t')
        .flexible(true)
        .from_writer(b"sep=\t\r\n".to_vec());
    for row in rows {
        writer.write_record(row).map_err(written)?;
    }
    writer
        .into_inner()
        .map_err(|error| Error::new("file").with("detail", error))
}

/// The cells of a block, without the empty rows at its end.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rest = text.trim_start_matches('\u{feff}');
    let mut rows = vec![Vec::new()];
    while !rest.is_empty() {
        let (cell, after) = cell(rest);
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        rest = match after.strip_prefix('\t') {
            // a tab at the very end still begins a cell
            Some("") => {
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
                ""
            }
            Some(next) => next,
            None => {
                rows.push(Vec::new());
                let next = after.strip_prefix('\r').unwrap_or(after);
                next.strip_prefix('\n').unwrap_or(next)
            }
        };
    }
    let blank = |row: &Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
    while rows.last().is_some_and(blank) {
        rows.pop();
    }
    rows
}

/// The first cell and what follows it. Spreadsheet programs put a cell in quotes only when it holds a line end, a tab or a
/// quote beside one; any other quote is the cell's own.
fn cell(text: &str) -> (String, &str) {
    if let Some((cell, after)) = quoted(text) {
        return (cell, after);
    }
    let end = text.find(['\t', '\r', '\n']).unwrap_or(text.len());
    (text[..end].to_owned(), &text[end..])
}

fn quoted(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut at = 0;
    loop {
        at += inside[at..].find('"')?;
        let after = &inside[at + 1..];
        if after.starts_with('"') {
            at += 2;
            continue;
        }
        let cell = &inside[..at];
        let ends = after.is_empty() || after.starts_with(['\t', '\r', '\n']);
        let needed = cell.contains(['\t', '\r', '\n']) || cell.contains("\"\"");
        return (ends && needed).then(|| (cell.replace("\"\"", "\""), after));
    }
}
