//! How a value of the result becomes a cell: one exhaustive match, with every label looked up before the first row.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate};
use rusqlite::Row;
use rusqlite::types::ValueRef;

use super::cell::Cell;
use super::names::NameTable;
use crate::Result;
use crate::register::FileRef;
use crate::words::Side;

/// How a value of the result becomes a cell. Every variant holds what it needs, looked up once a column.
pub(super) enum Show {
    Text,
    Integer,
    Decimal,
    Amount,
    Date,
    Moment,
    Flag { yes: String, no: String },
    Choice(HashMap<&'static str, String>),
    Choices(HashMap<&'static str, String>),
    Pair(Side),
    Link(NameTable),
    Links(NameTable),
    AnyLinks(HashMap<String, NameTable>),
    Files,
    Custom(String),
    Uuid,
}

impl Show {
    /// The cell of one value. Text borrowed from the row is passed on without a copy.
    pub(super) fn cell<'a>(
        &'a self,
        row: &'a Row<'_>,
        at: usize,
        buffer: &'a mut String,
    ) -> Result<Cell<'a>> {
        let value = row.get_ref(at)?;
        if value == ValueRef::Null && !matches!(self, Self::Pair(_)) {
            return Ok(Cell::Blank);
        }
        Ok(match self {
            Self::Text => Cell::Text(text(value)),
            Self::Integer => Cell::Integer(integer(value)),
            Self::Decimal => Cell::Decimal(integer(value)),
            Self::Amount => Cell::Amount(integer(value)),
            Self::Date => text(value)
                .parse::<NaiveDate>()
                .map_or(Cell::Text(text(value)), Cell::Date),
            Self::Moment => DateTime::parse_from_rfc3339(text(value))
                .map_or(Cell::Text(text(value)), |moment| {
                    Cell::Moment(moment.to_utc())
                }),
            Self::Flag { yes, no } => Cell::Text(if integer(value) == 0 { no } else { yes }),
            Self::Choice(labels) => {
                Cell::Text(labels.get(text(value)).map_or(text(value), String::as_str))
            }
            Self::Choices(labels) => {
                let keys: Vec<String> = serde_json::from_str(text(value)).unwrap_or_default();
                listed(
                    buffer,
                    keys.iter().map(|key| {
                        labels
                            .get(key.as_str())
                            .map_or(key.as_str(), String::as_str)
                    }),
                )
            }
            Self::Pair(side) => {
                let zh = value;
                let en = row.get_ref(at + 1)?;
                stacked(*side, text(zh), text(en), buffer)
            }
            Self::Link(names) => names
                .get(&integer(value))
                .map_or(Cell::Blank, |name| Cell::Text(name)),
            Self::Links(names) => {
                let ids = text(value)
                    .split(' ')
                    .filter_map(|id| id.parse::<i64>().ok());
                listed(
                    buffer,
                    ids.filter_map(|id| names.get(&id).map(AsRef::as_ref)),
                )
            }
            Self::AnyLinks(registers) => {
                let links = text(value)
                    .split(' ')
                    .filter_map(|link| link.split_once(':'));
                listed(
                    buffer,
                    links.filter_map(|(register, id)| {
                        let names = registers.get(register)?;
                        names.get(&id.parse().ok()?).map(AsRef::as_ref)
                    }),
                )
            }
            Self::Files => {
                let files: Vec<FileRef> = serde_json::from_str(text(value)).unwrap_or_default();
                listed(buffer, files.iter().map(|file| file.name.as_str()))
            }
            Self::Custom(key) => {
                let json: serde_json::Value = serde_json::from_str(text(value)).unwrap_or_default();
                match json.get(key) {
                    None | Some(serde_json::Value::Null) => {}
                    Some(serde_json::Value::String(text)) => buffer.push_str(text),
                    Some(other) => buffer.push_str(&other.to_string()),
                }
                Cell::Text(buffer)
            }
            Self::Uuid => {
                if let ValueRef::Blob(bytes) = value
                    && let Ok(uuid) = uuid::Uuid::from_slice(bytes)
                {
                    buffer.push_str(
                        uuid.hyphenated()
                            .encode_lower(&mut uuid::Uuid::encode_buffer()),
                    );
                }
                Cell::Text(buffer)
            }
        })
    }
}

fn stacked<'a>(side: Side, zh: &'a str, en: &'a str, buffer: &'a mut String) -> Cell<'a> {
    let chinese = side.first().language() == crate::words::Language::Zh;
    Cell::Text(match (zh.is_empty(), en.is_empty()) {
        (true, _) => en,
        (_, true) => zh,
        _ if zh == en => zh,
        _ if side.second().is_some() => {
            buffer.push_str(zh);
            buffer.push('\n');
            buffer.push_str(en);
            buffer
        }
        _ if chinese => zh,
        _ => en,
    })
}

/// Several texts in one cell.
fn listed<'a>(buffer: &'a mut String, texts: impl Iterator<Item = impl AsRef<str>>) -> Cell<'a> {
    for text in texts {
        if !buffer.is_empty() {
            buffer.push_str("; ");
        }
        buffer.push_str(text.as_ref());
    }
    Cell::Text(buffer)
}

fn text<'a>(value: ValueRef<'a>) -> &'a str {
    match value {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).unwrap_or_default(),
        _ => "",
    }
}

const fn integer(value: ValueRef<'_>) -> i64 {
    match value {
        ValueRef::Integer(number) => number,
        _ => 0,
    }
}
