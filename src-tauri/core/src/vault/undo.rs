//! Taking an operation back: the inverse of its entries, newest first, through the same gate.

use serde_json::Value as Json;
use uuid::Uuid;

use super::setting::LOGGED_AS;
use super::{Changes, Operation, Vault, Writer, row_of};
use crate::register::value::Value;
use crate::register::{Field, FileRef, Kind, Money, Pair, Record, Register, number, register};
use crate::{Error, Result};

struct Logged {
    /// None for a setting.
    register: Option<&'static Register>,
    record: Uuid,
    field: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

impl Vault {
    /// Undoes an operation while what it wrote still stands and nothing refers to what it created.
    ///
    /// Errors: `undo_done` (already taken back), `undo_changed` (a field was changed since; names it), `in_use`, `undo_erased`.
    pub fn undo(&mut self, id: i64, operation: &Operation) -> Result<Changes> {
        let taken_back: bool = self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM operation WHERE undoes = ?1)",
            [id],
            |row| row.get(0),
        )?;
        if taken_back {
            return Err(Error::new("undo_done"));
        }
        let entries = logged(&self.connection, id)?;
        if entries.is_empty() {
            return Err(Error::new("undo_nothing"));
        }
        let operation = Operation {
            undoes: Some(id),
            ..operation.clone()
        };
        let ((), changes) = self.write(&operation, |tx| {
            entries
                .iter()
                .rev()
                .try_for_each(|entry| take_back(tx, entry))?;
            tx.undo_custom_fields(id)
        })?;
        Ok(changes)
    }
}

fn logged(connection: &rusqlite::Connection, operation: i64) -> Result<Vec<Logged>> {
    let mut statement = connection.prepare(
        "SELECT l.register, l.record, l.field, v.before, v.after FROM log l LEFT JOIN log_value v ON v.seq = l.seq
         WHERE l.operation = ?1 ORDER BY l.seq",
    )?;
    let rows = statement.query_map([operation], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, [u8; 16]>(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
        ))
    })?;
    rows.map(|row| {
        let (key, record, field, before, after) = row?;
        Ok(Logged {
            register: if key == LOGGED_AS {
                None
            } else {
                Some(register(&key)?)
            },
            record: Uuid::from_bytes(record),
            field,
            before,
            after,
        })
    })
    .collect()
}

fn take_back(tx: &mut Writer<'_>, entry: &Logged) -> Result<()> {
    let Some(register) = entry.register else {
        let (Some(field), Some(before), Some(after)) = (&entry.field, &entry.before, &entry.after)
        else {
            return Err(Error::new("undo_erased"));
        };
        return tx.set_back(field, entry.record, [before, after]);
    };
    let row = row_of(tx.connection(), register, &entry.record)?;
    let gone = || Error::new("undo_changed").with("register", register.key);
    match (&entry.field, &entry.before, &entry.after) {
        // made: is deleted, if it still is as it was made
        (None, None, Some(after)) => {
            let id = row.ok_or_else(gone)?;
            let now = tx.canonical_of(register, id)?;
            if now != *after {
                return Err(gone().with(
                    "title",
                    crate::ledger::title(tx.connection(), register, id)?.en_or_zh(),
                ));
            }
            tx.delete(register, id)
        }
        // deleted: stands again under its own number
        (None, Some(before), None) => {
            let record = record_from(tx, register, before)?;
            tx.insert_as(register, record, entry.record, None)
                .map(|_| ())
        }
        (Some(field), Some(before), Some(_)) if field == "archived" => {
            tx.archive(register, row.ok_or_else(gone)?, before == "true")
        }
        (Some(key), Some(before), Some(after)) => {
            let id = row.ok_or_else(gone)?;
            if tx.canonical_field(register, id, key)? != *after {
                let title = crate::ledger::title(tx.connection(), register, id)?;
                return Err(gone().with("title", title.en_or_zh()).at(key));
            }
            let mut change = Record::new();
            let old: Json = serde_json::from_str(before)?;
            set_member(tx, register, key, &old, &mut change)?;
            tx.update(register, id, change).map(|_| ())
        }
        _ => Err(Error::new("undo_erased")),
    }
}

/// A record from its canonical JSON.
fn record_from(tx: &Writer<'_>, register: &'static Register, canonical: &str) -> Result<Record> {
    let members: serde_json::Map<String, Json> = serde_json::from_str(canonical)?;
    let mut record = Record::new();
    for (key, json) in &members {
        set_member(tx, register, key, json, &mut record)?;
    }
    Ok(record)
}

fn set_member(
    tx: &Writer<'_>,
    register: &'static Register,
    key: &str,
    json: &Json,
    record: &mut Record,
) -> Result<()> {
    if let Some(custom) = key.strip_prefix("custom.") {
        record.custom.insert(custom.to_owned(), json.clone());
        return Ok(());
    }
    // a field retired since then has nowhere to go
    let Some(field) = register.field(key) else {
        return Ok(());
    };
    record
        .values
        .insert(field.key, from_canonical(tx.connection(), field, json)?);
    Ok(())
}

/// The inverse of [`Value::canonical`]. A link whose record is gone is refused.
pub(crate) fn from_canonical(
    connection: &rusqlite::Connection,
    field: &Field,
    json: &Json,
) -> Result<Value> {
    let bad = || Error::new("vault_damaged").with("detail", format!("{} {json}", field.key));
    let text = || json.as_str().map(str::to_owned).ok_or_else(bad);
    let row = |key: &str, uuid: &Json| -> Result<(&'static str, i64)> {
        let register = register(key)?;
        let uuid = uuid
            .as_str()
            .and_then(|text| Uuid::parse_str(text).ok())
            .ok_or_else(bad)?;
        let found = row_of(connection, register, &uuid)?;
        Ok((
            register.key,
            found.ok_or_else(|| {
                Error::new("link_missing")
                    .with("register", register.key)
                    .at(field.key)
            })?,
        ))
    };
    if json.is_null() {
        return Ok(Value::Null);
    }
    Ok(match field.kind {
        Kind::Text
        | Kind::Note
        | Kind::Code(_)
        | Kind::Choice(_)
        | Kind::Identifier(_)
        | Kind::Secret => Value::Text(text()?),
        Kind::Integer => Value::Integer(json.as_i64().ok_or_else(bad)?),
        Kind::Flag => Value::Flag(json.as_bool().ok_or_else(bad)?),
        Kind::Decimal => Value::Decimal(number::micros_from_text(&text()?).ok_or_else(bad)?),
        Kind::Date => Value::Date(text()?.parse().map_err(|_| bad())?),
        Kind::Moment => Value::Moment(text()?.parse().map_err(|_| bad())?),
        Kind::Money => {
            let (amount, currency): (String, String) = serde_json::from_value(json.clone())?;
            Value::Money(Money {
                amount: number::amount_from_text(&amount).ok_or_else(bad)?,
                currency,
            })
        }
        Kind::Pair => {
            let (zh, en) = serde_json::from_value(json.clone())?;
            Value::Pair(Pair { zh, en })
        }
        Kind::Choices(_) => Value::Choices(serde_json::from_value(json.clone())?),
        Kind::Files => Value::Files(serde_json::from_value::<Vec<FileRef>>(json.clone())?),
        Kind::Link(target) => Value::Link(row(target, json)?.1),
        Kind::Links(target) => {
            let list = json.as_array().ok_or_else(bad)?;
            Value::Links(
                list.iter()
                    .map(|uuid| Ok(row(target, uuid)?.1))
                    .collect::<Result<_>>()?,
            )
        }
        Kind::AnyLinks => {
            let list: Vec<(String, Json)> = serde_json::from_value(json.clone())?;
            Value::AnyLinks(
                list.iter()
                    .map(|(key, uuid)| row(key, uuid))
                    .collect::<Result<_>>()?,
            )
        }
    })
}
