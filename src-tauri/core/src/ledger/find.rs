//! Finding the record something speaks of: by match keys, or by what it is called.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, ToSql, params_from_iter};

use crate::Result;
use crate::register::{Field, Kind, Record, Register};
use crate::vault::row::{self, Bound};

/// The record that has the same match key: the first of the register's keys whose first field is filled decides.
pub fn find(connection: &Connection, register: &Register, record: &Record) -> Result<Option<i64>> {
    for key in register.keys {
        if key
            .first()
            .is_none_or(|field| record.value(field.key).is_empty())
        {
            continue;
        }
        let mut conditions = Vec::new();
        let mut bound: Vec<Bound> = Vec::new();
        for field in *key {
            condition(field, record, &mut conditions, &mut bound);
        }
        let sql = format!(
            "SELECT id FROM {} WHERE {} ORDER BY archived_at IS NOT NULL, id LIMIT 1",
            register.key,
            conditions.join(" AND ")
        );
        let found = connection
            .prepare_cached(&sql)?
            .query_row(params_from_iter(&bound), |row| row.get(0))
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

fn condition(field: &Field, record: &Record, conditions: &mut Vec<String>, bound: &mut Vec<Bound>) {
    let values = row::bind(field, record.value(field.key));
    let key = field.key;
    match field.kind {
        Kind::Pair => {
            // either half speaks for the pair
            let mut halves = Vec::new();
            for (half, value) in ["zh", "en"].iter().zip(values) {
                if value != Bound::Null {
                    bound.push(value);
                    halves.push(format!("{key}_{half} = ?{} COLLATE NOCASE", bound.len()));
                }
            }
            conditions.push(format!(
                "({})",
                if halves.is_empty() {
                    "0".to_owned()
                } else {
                    halves.join(" OR ")
                }
            ));
        }
        Kind::Link(_) => push(&format!("{key}_id"), values, conditions, bound),
        _ => push(key, values.into_iter().take(1).collect(), conditions, bound),
    }
}

fn push(column: &str, values: Vec<Bound>, conditions: &mut Vec<String>, bound: &mut Vec<Bound>) {
    for value in values {
        bound.push(value);
        conditions.push(format!("{column} IS ?{}", bound.len()));
    }
}

/// The record called so: by code, identifier or title, in either language, whatever the case. Two with the same name: the older.
pub fn find_by_name(
    connection: &Connection,
    register: &Register,
    text: &str,
) -> Result<Option<i64>> {
    let text = text.trim();
    let mut conditions = Vec::new();
    for field in register.fields() {
        let key = field.key;
        let named = register.title.iter().any(|title| title.key == key)
            || register
                .keys
                .iter()
                .any(|k| k.len() == 1 && k[0].key == key);
        match field.kind {
            Kind::Pair if named => conditions.extend([
                format!("{key}_zh = ?1"),
                format!("{key}_en = ?1 COLLATE NOCASE"),
            ]),
            Kind::Code(_) | Kind::Identifier(_) => {
                conditions.push(format!("{key} = ?1 COLLATE NOCASE"))
            }
            Kind::Text if named => conditions.push(format!("{key} = ?1 COLLATE NOCASE")),
            // other names, one a line
            Kind::Note if field.search => {
                conditions.push(format!("instr(char(10) || lower({key}) || char(10), char(10) || lower(?1) || char(10)) > 0"));
            }
            _ => {}
        }
    }
    if conditions.is_empty() || text.is_empty() {
        return Ok(None);
    }
    let sql = format!(
        "SELECT id FROM {} WHERE {} ORDER BY archived_at IS NOT NULL, id LIMIT 1",
        register.key,
        conditions.join(" OR ")
    );
    let bound: &dyn ToSql =
        &rusqlite::types::ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes()));
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([bound], |row| row.get(0))
        .optional()?)
}
