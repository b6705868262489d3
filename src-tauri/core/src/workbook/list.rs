//! One register's rows as a workbook that can be corrected and imported again: halves of pairs and currencies in columns of
//! their own, links by the text that finds them, choices from a list, the row id last.

use rusqlite::{Connection, ToSql};
use rust_xlsxwriter::utility;
use uuid::Uuid;

use super::ahead::{self, Ahead};
use super::book::Book;
use super::cell::{Cell, refused};
use super::columns::{Layout, Pairs, list_name};
use super::names::{Calling, Names};
use super::table::{Column, Face, Heading, Writing};
use super::{ExportResult, Progress, Target, WorkbookLanguages, save};
use crate::register::{Field, Kind, Register, register};
use crate::rules::position::standing::{self, Reach};
use crate::words::Side;
use crate::{Error, Result};

/// Codes listed with the records they mean: a sheet holds no more rows.
const MOST_LINKS: usize = 1_048_576;

/// What is exported: rows of a handle in their order, or all.
#[derive(Debug, Clone, Copy)]
pub struct ListExport<'a> {
    /// The register.
    pub register: &'static Register,
    /// Row ids in the order wanted; none for every row that is not archived, by id.
    pub ids: Option<&'a [i64]>,
    /// Keys of fields in the order wanted; empty for every field.
    pub fields: &'a [String],
    /// Languages of headers and choices.
    pub languages: WorkbookLanguages,
    /// The day computed figures are of.
    pub today: chrono::NaiveDate,
}

/// Writes the list.
pub fn export(
    conn: &Connection,
    list: &ListExport<'_>,
    target: Target<'_>,
    progress: Progress<'_>,
) -> Result<ExportResult> {
    let reading = conn.unchecked_transaction()?;
    let side = Side::new(list.languages);
    let register = list.register;
    let mut names = Names::new(&reading, side, Calling::Findable);
    let fields = fields(list)?;
    let layout = Layout::new(
        &reading,
        register,
        &fields,
        side,
        Pairs::Split,
        &[],
        &mut names,
    )?;
    let mut book = Book::new(side, "Sealbook", target.now)?;
    rows(&reading, list, layout, &mut book, progress)?;
    choices(&mut book, register, &fields, side)?;
    let marks = [
        ("workbook", "list".to_owned()),
        ("format", "1".to_owned()),
        ("register", register.key.to_owned()),
    ];
    links(&reading, &mut book, &fields)?;
    book.finish(&marks)?;
    save::finished(book, target)
}

/// Which records the codes in the list mean: codes count within a vault, and another may have given one to another record.
fn links(conn: &Connection, book: &mut Book, fields: &[&'static Field]) -> Result<()> {
    let mut targets: Vec<(&'static Register, &'static Field)> = Vec::new();
    for field in fields {
        if let Kind::Link(target) | Kind::Links(target) = field.kind
            && let Some(code) = register(target)?.code()
        {
            targets.push((register(target)?, code));
        }
    }
    targets.sort_by_key(|(register, _)| register.number);
    targets.dedup_by_key(|(register, _)| register.number);
    let mut rows: Vec<Result<[String; 3]>> = Vec::new();
    for (register, code) in targets {
        let sql = format!(
            "SELECT {}, uuid FROM {} ORDER BY id",
            code.key, register.key
        );
        let mut statement = conn.prepare(&sql)?;
        let found = statement.query_map([], |row| {
            let uuid = Uuid::from_bytes(row.get(1)?).to_string();
            Ok([register.key.to_owned(), row.get(0)?, uuid])
        })?;
        rows.extend(found.map(|row| Ok(row?)));
    }
    match rows.is_empty() {
        true => Ok(()),
        false => book.hidden("_links", rows.into_iter().take(MOST_LINKS)),
    }
}

/// The fields asked for, without secrets.
fn fields(list: &ListExport<'_>) -> Result<Vec<&'static Field>> {
    let all = Layout::fields(list.register);
    if list.fields.is_empty() {
        return Ok(all);
    }
    let wanted = list.fields.iter().filter(|key| {
        // the officer's own fields follow by themselves; a secret is left out
        list.register
            .any_field(key)
            .is_some_and(|field| field.kind != Kind::Secret)
    });
    wanted
        .map(|key| {
            all.iter()
                .find(|field| field.key == key.as_str())
                .copied()
                .ok_or_else(|| Error::new("field_unknown").at(key))
        })
        .collect()
}

fn rows(
    conn: &Connection,
    list: &ListExport<'_>,
    mut layout: Layout,
    book: &mut Book,
    progress: Progress<'_>,
) -> Result<()> {
    let register = list.register;
    let side = book.side;
    let tab = side.joined(" ", |words| words.plural(register.key));
    let heading = Heading {
        title: tab.clone(),
        tab,
        note: side.stacked("list-note"),
        frozen: 1,
    };
    let columns = std::mem::take(&mut layout.columns);
    let writing = Writing::begin(book, heading, columns, Vec::new())?;
    let count = format!(
        "SELECT COUNT(*) FROM {} WHERE archived_at IS NULL",
        register.key
    );
    let all: i64 = conn.query_row(&count, [], |row| row.get(0))?;
    let all = usize::try_from(all).unwrap_or_default();
    // a record may have gone since a list of ids was made
    let certain = list.ids.is_none().then(|| u32::try_from(all).ok());
    ahead::write(writing, certain.flatten(), |sheet| {
        read(conn, list, &layout, all, sheet, progress)
    })?;
    Ok(())
}

/// Reads the rows in the order wanted, of a register with `all` that are not archived.
fn read(
    conn: &Connection,
    list: &ListExport<'_>,
    layout: &Layout,
    all: usize,
    sheet: &mut Ahead,
    progress: Progress<'_>,
) -> Result<()> {
    let register = list.register;
    let total = list.ids.map_or(all, |ids| ids.len());
    let reach = match total > all / 4 {
        true => Reach::Whole,
        false => Reach::Rows,
    };
    standing::prepare(conn, &layout.select, list.today, reach)?;
    let today = list.today.to_string();
    let mut buffer = String::new();
    let mut done = 0_u64;
    let mut row = |row: &rusqlite::Row<'_>| {
        layout.cells(row, &mut buffer, |cell| {
            sheet.put(cell);
            Ok(())
        })?;
        sheet.end_row()?;
        done += 1;
        if done.is_multiple_of(256) && !progress(done, total as u64) {
            return Err(Error::new("cancelled"));
        }
        Ok(())
    };
    match list.ids {
        // by primary key in the handle's order
        Some(ids) => {
            let sql = format!("{} WHERE {}.id = :id", layout.select, register.key);
            let mut statement = conn.prepare(&sql)?;
            for id in ids {
                let mut found = query(&mut statement, &sql, &today, Some(id))?;
                if let Some(found) = found.next()? {
                    row(found)?;
                }
            }
        }
        None => {
            let sql = format!(
                "{} WHERE {1}.archived_at IS NULL ORDER BY {1}.id",
                layout.select, register.key
            );
            let mut statement = conn.prepare(&sql)?;
            let mut found = query(&mut statement, &sql, &today, None)?;
            while let Some(found) = found.next()? {
                row(found)?;
            }
        }
    }
    Ok(())
}

/// Binds only what the statement names.
fn query<'s>(
    statement: &'s mut rusqlite::Statement<'_>,
    sql: &str,
    today: &str,
    id: Option<&i64>,
) -> Result<rusqlite::Rows<'s>> {
    let mut named: Vec<(&str, &dyn ToSql)> = Vec::with_capacity(2);
    if sql.contains(":today") {
        named.push((":today", &today));
    }
    if let Some(id) = id {
        named.push((":id", id));
    }
    Ok(statement.query(named.as_slice())?)
}

/// A sheet with the values of every choice field, and a name for each list that cells choose from.
fn choices(
    book: &mut Book,
    register: &'static Register,
    fields: &[&'static Field],
    side: Side,
) -> Result<()> {
    let heading = Heading {
        tab: side.inline("sheet-lists"),
        title: side.inline("sheet-lists"),
        note: side.stacked("lists-note"),
        frozen: 0,
    };
    let column = |key: &str| {
        Column::new(
            &format!("lists.{key}"),
            side.stacked(&format!("lists-{key}")),
            Face::Text,
            32.0,
        )
    };
    let mut ranges = Vec::new();
    let mut writing = Writing::begin(
        book,
        heading,
        vec![column("field"), column("value")],
        Vec::new(),
    )?;
    let mut list = |name: String, label: String, values: Vec<String>| -> Result<()> {
        let first = writing.excel_row() - 1;
        for value in &values {
            writing.put(Cell::Text(&label))?;
            writing.put(Cell::Text(value))?;
            writing.end_row()?;
        }
        let last = writing.excel_row() - 2;
        ranges.push((name, utility::cell_range_absolute(first, 1, last, 1)));
        Ok(())
    };
    list(
        "list.flag".to_owned(),
        side.inline("lists-flag"),
        vec![side.inline("yes"), side.inline("no")],
    )?;
    for field in fields
        .iter()
        .filter(|field| matches!(field.kind, Kind::Choice(_)) && !field.readonly)
    {
        let label = side.joined(" ", |words| words.field(register.key, field.key));
        let value =
            |key: &&str| side.joined(" ", |words| words.choice(register.key, field.key, key));
        let values = field.choices().iter().map(value).collect();
        list(list_name(register.key, field.key), label, values)?;
    }
    let index = writing.finish()?;
    let sheet = utility::quote_sheet_name(book.name(index));
    for (name, range) in ranges {
        book.workbook
            .define_name(name, &format!("={sheet}!{range}"))
            .map_err(refused)?;
    }
    Ok(())
}
