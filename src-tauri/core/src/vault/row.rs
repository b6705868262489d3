//! A record as a row: values to SQL and back, by kind.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, ToSql};

use super::schema;
use super::sort_key::sort_key;
use crate::register::value::moment_text;
use crate::register::{Field, Kind, Money, Pair, Record, Register, Value};
use crate::{Error, Result};

/// One bound SQL value.
#[derive(Debug, Clone, PartialEq)]
pub enum Bound {
    /// NULL.
    Null,
    /// INTEGER.
    Integer(i64),
    /// TEXT.
    Text(String),
    /// BLOB.
    Blob(Vec<u8>),
}

impl ToSql for Bound {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Integer(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Blob(blob) => ToSqlOutput::Borrowed(ValueRef::Blob(blob)),
        })
    }
}

impl From<Option<String>> for Bound {
    fn from(text: Option<String>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

/// Appends the SQL values of a field, in the order of [`schema::columns`]. Links to many give none: they lie in `link`.
pub fn bind<'v>(field: &Field, value: &'v Value, bound: &mut Vec<ToSqlOutput<'v>>) {
    match (field.kind, value) {
        (Kind::Links(_) | Kind::AnyLinks, _) => {}
        (Kind::Pair, Value::Pair(pair)) => bound.extend([
            optional(pair.zh.as_deref()),
            optional(pair.en.as_deref()),
            sort_key(pair.zh.as_deref(), pair.en.as_deref()).map_or(NULL, ToSqlOutput::from),
        ]),
        (Kind::Pair, _) => bound.extend([NULL; 3]),
        (Kind::Money, Value::Money(money)) => {
            bound.extend([money.amount.into(), money.currency.as_str().into()]);
        }
        (Kind::Money, _) => bound.extend([NULL; 2]),
        (_, value) => bound.push(bind_one(value)),
    }
}

const NULL: ToSqlOutput<'static> = ToSqlOutput::Borrowed(ValueRef::Null);

fn optional(text: Option<&str>) -> ToSqlOutput<'_> {
    text.map_or(NULL, ToSqlOutput::from)
}

fn bind_one(value: &Value) -> ToSqlOutput<'_> {
    match value {
        Value::Text(text) => text.as_str().into(),
        Value::Integer(number) | Value::Decimal(number) | Value::Link(number) => (*number).into(),
        Value::Date(date) => date.to_string().into(),
        Value::Moment(moment) => moment_text(*moment).into(),
        Value::Flag(flag) => i64::from(*flag).into(),
        Value::Choices(list) if !list.is_empty() => json_text(list),
        Value::Files(files) if !files.is_empty() => json_text(files),
        _ => NULL,
    }
}

fn json_text(value: &impl serde::Serialize) -> ToSqlOutput<'static> {
    serde_json::to_string(value).map_or(NULL, ToSqlOutput::from)
}

/// Column list of a register's stored fields as SQL, prefixed by `t.`, in the order [`read_fields`] expects.
pub fn select_list(fields: impl Iterator<Item = &'static Field>) -> String {
    let mut list = String::from("t.id, t.custom");
    for (name, _) in fields.flat_map(schema::columns) {
        list.push_str(", t.");
        list.push_str(&name);
    }
    list
}

/// Reads the fields of a row selected with [`select_list`]; links to many are read from `link`.
pub fn read_fields(
    connection: &Connection,
    register: &Register,
    fields: impl Iterator<Item = &'static Field>,
    row: &Row<'_>,
) -> Result<(i64, Record)> {
    let id: i64 = row.get(0)?;
    let mut record = Record::new();
    if let Some(custom) = row.get::<_, Option<String>>(1)? {
        record.custom = serde_json::from_str(&custom)?;
    }
    let mut at = 2;
    for field in fields {
        let value = read_value(connection, register, field, id, row, at)?;
        at += width(field.kind);
        record.values.insert(field.key, value);
    }
    Ok((id, record))
}

/// How many columns a kind takes.
pub fn width(kind: Kind) -> usize {
    match kind {
        Kind::Links(_) | Kind::AnyLinks => 0,
        Kind::Pair => 3,
        Kind::Money => 2,
        _ => 1,
    }
}

/// Reads one field that begins at column `at`.
pub fn read_value(
    connection: &Connection,
    register: &Register,
    field: &Field,
    id: i64,
    row: &Row<'_>,
    at: usize,
) -> Result<Value> {
    Ok(match field.kind {
        Kind::Text
        | Kind::Note
        | Kind::Code(_)
        | Kind::Choice(_)
        | Kind::Identifier(_)
        | Kind::Secret => text(row, at)?.map_or(Value::Null, Value::Text),
        Kind::Pair => {
            let pair = Pair {
                zh: text(row, at)?,
                en: text(row, at + 1)?,
            };
            if pair.is_empty() {
                Value::Null
            } else {
                Value::Pair(pair)
            }
        }
        Kind::Integer => integer(row, at)?.map_or(Value::Null, Value::Integer),
        Kind::Decimal => integer(row, at)?.map_or(Value::Null, Value::Decimal),
        Kind::Link(_) => integer(row, at)?.map_or(Value::Null, Value::Link),
        Kind::Flag => integer(row, at)?.map_or(Value::Null, |flag| Value::Flag(flag != 0)),
        Kind::Money => match (integer(row, at)?, text(row, at + 1)?) {
            (Some(amount), Some(currency)) => Value::Money(Money { amount, currency }),
            _ => Value::Null,
        },
        Kind::Date => parsed(text(row, at)?, |t| {
            t.parse::<NaiveDate>().ok().map(Value::Date)
        })?,
        Kind::Moment => parsed(text(row, at)?, |t| {
            t.parse::<DateTime<Utc>>().ok().map(Value::Moment)
        })?,
        Kind::Choices(_) => parsed(text(row, at)?, |t| {
            serde_json::from_str(t).ok().map(Value::Choices)
        })?,
        Kind::Files => parsed(text(row, at)?, |t| {
            serde_json::from_str(t).ok().map(Value::Files)
        })?,
        Kind::Links(_) => {
            let ids = linked(connection, register, id, field.key)?;
            if ids.is_empty() {
                Value::Null
            } else {
                Value::Links(ids.into_iter().map(|(_, id)| id).collect())
            }
        }
        Kind::AnyLinks => {
            let ids = linked(connection, register, id, field.key)?;
            if ids.is_empty() {
                Value::Null
            } else {
                Value::AnyLinks(ids)
            }
        }
    })
}

/// The records a field links to, in a stable order.
pub fn linked(
    connection: &Connection,
    register: &Register,
    id: i64,
    field: &str,
) -> Result<Vec<(&'static str, i64)>> {
    let mut statement = connection.prepare_cached(
        "SELECT target_register, target FROM link WHERE register = ?1 AND record = ?2 AND field = ?3 ORDER BY 1, 2",
    )?;
    let rows = statement.query_map((register.key, id, field), |row| {
        Ok((row.get::<_, String>(0)?, row.get(1)?))
    })?;
    rows.map(|row| {
        let (key, id) = row?;
        Ok((crate::register::register(&key)?.key, id))
    })
    .collect()
}

fn text(row: &Row<'_>, at: usize) -> Result<Option<String>> {
    Ok(row.get(at)?)
}

fn integer(row: &Row<'_>, at: usize) -> Result<Option<i64>> {
    Ok(row.get(at)?)
}

/// A stored text that has to parse: the program wrote it, so anything else is damage.
fn parsed(text: Option<String>, parse: impl Fn(&str) -> Option<Value>) -> Result<Value> {
    match text {
        None => Ok(Value::Null),
        Some(text) => parse(&text).ok_or_else(|| Error::new("vault_damaged").with("detail", text)),
    }
}
