//! Finding the record something speaks of: by match keys, or by what it is called.

use rusqlite::{Connection, OptionalExtension, params_from_iter};

use crate::Result;
use crate::register::{Field, Kind, Record, Register, Value};
use crate::vault::row::{self, Bound};
use crate::vault::schema;

/// The record that has the same match key. Keys are tried in order from the first whose leading field is filled; a weaker one
/// finds only a record that has nothing in the stronger ones, so that two people of one name with two addresses stay two.
pub fn find(connection: &Connection, register: &Register, record: &Record) -> Result<Option<i64>> {
    let filled = |key: &&'static [Field]| {
        key.first()
            .filter(|field| !record.value(field.key).is_empty())
    };
    let mut stronger: Vec<String> = Vec::new();
    for key in register.keys {
        let Some(leading) = filled(key) else { continue };
        let mut conditions = stronger.clone();
        let mut bound: Vec<Bound> = Vec::new();
        stronger.extend(
            schema::columns(leading)
                .iter()
                .map(|(column, _)| format!("{column} IS NULL")),
        );
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
    let value = record.value(field.key);
    let values = match (field.kind, value) {
        (Kind::Identifier(identifier), Value::Text(text)) => {
            vec![Bound::Text(identifier.normal(text))]
        }
        _ => row::bind(field, value),
    };
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

/// The record called so: by code, identifier or title, in either language, whatever the case. Two with the same name: the older;
/// a name goes before another name that is only noted.
pub fn find_by_name(
    connection: &Connection,
    register: &Register,
    text: &str,
) -> Result<Option<i64>> {
    let text = text.trim();
    let (mut names, mut noted) = (Vec::new(), Vec::new());
    for field in register.fields() {
        let key = field.key;
        let named = register.title.iter().any(|title| title.key == key)
            || register
                .keys
                .iter()
                .any(|k| k.len() == 1 && k[0].key == key);
        match field.kind {
            Kind::Pair if named => names.extend([
                format!("{key}_zh = ?1 COLLATE NOCASE"),
                format!("{key}_en = ?1 COLLATE NOCASE"),
            ]),
            Kind::Code(_) | Kind::Identifier(_) => names.push(format!("{key} = ?1 COLLATE NOCASE")),
            Kind::Text if named => names.push(format!("{key} = ?1 COLLATE NOCASE")),
            // other names, one a line
            Kind::Note if field.search => {
                noted.push(format!("instr(char(10) || lower({key}) || char(10), char(10) || lower(?1) || char(10)) > 0"));
            }
            _ => {}
        }
    }
    if text.is_empty() {
        return Ok(None);
    }
    for conditions in [names, noted]
        .iter()
        .filter(|conditions| !conditions.is_empty())
    {
        let sql = format!(
            "SELECT id FROM {} WHERE {} ORDER BY archived_at IS NOT NULL, id LIMIT 1",
            register.key,
            conditions.join(" OR ")
        );
        let found = connection
            .prepare_cached(&sql)?
            .query_row([text], |row| row.get(0))
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}
