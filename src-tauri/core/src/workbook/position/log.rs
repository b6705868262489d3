//! The change log: who did what and when, newest first. Every value changed by hand is shown; an import or a sample of
//! thousands of values is one row with its count, and its entries are proven by `LOG.hashes`.

use std::collections::HashMap;

use rusqlite::Row;
use serde_json::Value as Json;

use super::{Making, Meter};
use crate::Result;
use crate::register::{Field, Kind, Register, register};
use crate::rules::deadline::kinds;
use crate::vault::setting::{LOGGED_AS, reminder_of};
use crate::words::Language;
use crate::workbook::book::Book;
use crate::workbook::cell::Cell;
use crate::workbook::table::{Column, Face, Heading, Writing};

/// Rows shown at most, newest first.
const LIMIT: i64 = 50_000;

const ENTRIES: &str = "
    SELECT o.id, o.utc, o.actor, o.kind, o.reason, o.origin, l.register, l.record, l.field, v.before, v.after,
      (SELECT COUNT(*) FROM log c WHERE c.operation = o.id), l.seq
    FROM operation o
    LEFT JOIN log l ON l.operation = o.id AND o.kind NOT IN ('import', 'sample')
    LEFT JOIN log_value v ON v.seq = l.seq
    ORDER BY o.id DESC, l.seq LIMIT ?1";

pub(super) fn sheet(making: &Making<'_>, book: &mut Book, meter: &mut Meter<'_>) -> Result<()> {
    let side = making.side;
    let heading = Heading {
        tab: side.inline("sheet-log"),
        title: side.inline("sheet-log"),
        note: side.stacked_with("changelog-note", &[("count", making.head.entries)]),
        frozen: 2,
    };
    let mut writing = Writing::begin(book, heading, columns(making), Vec::new())?;
    let mut titles = Titles::default();
    let mut statement = making.conn.prepare(ENTRIES)?;
    let mut rows = statement.query([LIMIT])?;
    while let Some(row) = rows.next()? {
        entry(making, &mut writing, &mut titles, row)?;
        meter.step()?;
    }
    writing.finish()?;
    Ok(())
}

fn entry(
    making: &Making<'_>,
    writing: &mut Writing<'_>,
    titles: &mut Titles,
    row: &Row<'_>,
) -> Result<()> {
    let side = making.side;
    let text = |at: usize| {
        row.get::<_, Option<String>>(at)
            .map(Option::unwrap_or_default)
    };
    let (key, field) = (text(6)?, text(8)?);
    let number: Option<i64> = row.get(12)?;
    writing.put(number.map_or(Cell::Blank, Cell::Integer))?;
    let utc = text(1)?;
    writing.put(
        chrono::DateTime::parse_from_rfc3339(&utc)
            .map_or(Cell::Text(&utc), |moment| Cell::Moment(moment.to_utc())),
    )?;
    writing.put(Cell::Text(&text(2)?))?;
    writing.put(Cell::Text(&side.inline(&format!("operation-{}", text(3)?))))?;
    let labelled = |id: String| {
        side.joined(" ", |words| {
            if words.has(&id) {
                words.text(&id)
            } else {
                String::new()
            }
        })
    };
    writing.put(Cell::Text(&labelled(key.clone())))?;
    let record: Option<Vec<u8>> = row.get(7)?;
    // a setting of a record names that record
    let of_kind = reminder_of(&field).and_then(|key| kinds::kind(key).ok());
    let about = of_kind.map_or(&*key, |kind| kind.register);
    let title = match &record {
        Some(uuid) => titles.of(making, about, uuid)?,
        None => String::new(),
    };
    writing.put(Cell::Text(&title))?;
    let label = if key == LOGGED_AS {
        side.joined(" ", |words| words.setting(&field))
    } else {
        labelled(format!("{key}-{field}"))
    };
    writing.put(Cell::Text(if label.is_empty() { &field } else { &label }))?;
    for at in [9, 10] {
        let json: Json = serde_json::from_str(&text(at)?).unwrap_or_default();
        writing.put(Cell::Text(&shown(making, titles, &key, &field, &json)?))?;
    }
    if number.is_none() {
        writing.put(Cell::Integer(row.get(11)?))?;
    } else {
        writing.put(Cell::Integer(1))?;
    }
    writing.put(Cell::Text(&text(4)?))?;
    writing.put(Cell::Text(&text(5)?))?;
    writing.end_row()
}

/// A canonical value in words: choices labelled, linked records by their title, secrets covered. A record as a whole is its
/// fields one after the other.
fn shown(
    making: &Making<'_>,
    titles: &mut Titles,
    key: &str,
    field: &str,
    value: &Json,
) -> Result<String> {
    let described = register(key)
        .ok()
        .and_then(|register| register.field(field));
    let several = |list: &[Json], titles: &mut Titles| -> Result<String> {
        let shown: Result<Vec<String>> = list
            .iter()
            .map(|one| one_shown(making, titles, key, described, one))
            .collect();
        let shown: Vec<String> = shown?.into_iter().filter(|one| !one.is_empty()).collect();
        Ok(shown.join(" / "))
    };
    match value {
        Json::Array(list) => several(list, titles),
        Json::Object(fields) if described.is_none() => {
            let words = making.side.first();
            let mut shown_fields = Vec::with_capacity(fields.len());
            for (field, value) in fields {
                let value = shown(making, titles, key, field, value)?;
                shown_fields.push(format!("{}: {value}", words.field(key, field)));
            }
            Ok(shown_fields.join("\n"))
        }
        one => one_shown(making, titles, key, described, one),
    }
}

fn one_shown(
    making: &Making<'_>,
    titles: &mut Titles,
    key: &str,
    described: Option<&Field>,
    value: &Json,
) -> Result<String> {
    let kind = described.map(|field| field.kind);
    Ok(match (kind, described, value) {
        (_, _, Json::Null) => String::new(),
        (Some(Kind::Secret), ..) => "•••".to_owned(),
        (Some(Kind::Choice(_) | Kind::Choices(_)), Some(field), Json::String(chosen)) => making
            .side
            .joined(" ", |words| words.choice(key, field.key, chosen)),
        (Some(Kind::Link(target) | Kind::Links(target)), _, Json::String(uuid)) => {
            match uuid::Uuid::parse_str(uuid) {
                Ok(uuid) => titles.of(making, target, uuid.as_bytes())?,
                Err(_) => uuid.clone(),
            }
        }
        (_, _, Json::Bool(flag)) => making.side.inline(if *flag { "yes" } else { "no" }),
        (_, _, one) => part(one),
    })
}

/// A plain value; of a list within a list (a link to any register) its last part, of a file its name.
fn part(json: &Json) -> String {
    match json {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Object(file) => file
            .get("name")
            .and_then(Json::as_str)
            .unwrap_or_default()
            .to_owned(),
        Json::Array(parts) => parts.last().map(part).unwrap_or_default(),
        other => other.to_string(),
    }
}

/// Titles of the records met, looked up once each.
#[derive(Default)]
struct Titles {
    found: HashMap<Vec<u8>, String>,
}

impl Titles {
    fn of(&mut self, making: &Making<'_>, key: &str, uuid: &[u8]) -> Result<String> {
        if let Some(title) = self.found.get(uuid) {
            return Ok(title.clone());
        }
        let title = match register(key) {
            Ok(register) => title(making, register, uuid)?,
            Err(_) => String::new(),
        };
        self.found.insert(uuid.to_vec(), title.clone());
        Ok(title)
    }
}

/// Code, or the first texts of the title: enough to recognise a record by.
fn title(making: &Making<'_>, register: &'static Register, uuid: &[u8]) -> Result<String> {
    let mut columns: Vec<String> = register
        .code()
        .map(|code| code.key.to_owned())
        .into_iter()
        .collect();
    for field in register.title {
        match field.kind {
            Kind::Pair if making.side.first().language() == Language::Zh => {
                columns.push(format!("COALESCE({0}_zh, {0}_en)", field.key));
            }
            Kind::Pair => columns.push(format!("COALESCE({0}_en, {0}_zh)", field.key)),
            Kind::Link(_) => {}
            _ => columns.push(field.key.to_owned()),
        }
    }
    if columns.is_empty() {
        return Ok(String::new());
    }
    let sql = format!(
        "SELECT concat_ws(' ', {}) FROM {} WHERE uuid = ?1",
        columns.join(", "),
        register.key
    );
    let mut statement = making.conn.prepare_cached(&sql)?;
    let mut rows = statement.query([uuid])?;
    Ok(match rows.next()? {
        Some(row) => row.get(0)?,
        None => String::new(),
    })
}

fn columns(making: &Making<'_>) -> Vec<Column> {
    let head = |key: &str| making.side.stacked(&format!("changelog-{key}"));
    let column =
        |key: &str, face, width| Column::new(&format!("log.{key}"), head(key), face, width);
    vec![
        column("seq", Face::Integer, 9.0),
        column("when", Face::Moment, 17.0),
        column("who", Face::Text, 18.0),
        column("operation", Face::Text, 16.0),
        column("register", Face::Text, 20.0),
        column("record", Face::Text, 30.0),
        column("field", Face::Text, 22.0),
        column("before", Face::Text, 26.0),
        column("after", Face::Text, 26.0),
        column("entries", Face::Integer, 9.0),
        column("reason", Face::Text, 24.0),
        column("origin", Face::Text, 24.0),
    ]
}
