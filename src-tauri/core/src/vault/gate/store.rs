//! How the gate stores a record: codes, columns, links to many.

use rusqlite::types::{ToSqlOutput, Value as Sql};
use rusqlite::{params, params_from_iter};

use super::Writer;
use crate::register::value::moment_text;
use crate::register::{Field, Kind, Record, Register, Value};
use crate::vault::{row, schema, series};
use crate::{Error, Result};

impl Writer<'_> {
    pub(super) fn give_code(&mut self, register: &Register, record: &mut Record) -> Result<()> {
        let Some(field) = register.code() else {
            return Ok(());
        };
        let Kind::Code(kind) = field.kind else {
            return Ok(());
        };
        if let Value::Text(given) = record.value(field.key) {
            return series::remember(self.connection, self.prefix, kind, given);
        }
        let code = series::next(self.connection, self.prefix, kind)?;
        record.values.insert(field.key, Value::Text(code));
        Ok(())
    }

    pub(super) fn store_change(
        &mut self,
        register: &'static Register,
        id: i64,
        after: &Record,
        changed: &[&'static Field],
    ) -> Result<()> {
        let mut sets = String::from("changed_at = ?2, custom = ?3");
        let mut bound = vec![id.into(), moment_text(self.at).into(), custom_bound(after)?];
        for field in changed {
            let first = bound.len() + 1;
            row::bind(field, after.value(field.key), &mut bound);
            for ((name, _), place) in schema::columns(field).iter().zip(first..) {
                sets.push_str(&format!(", {name} = ?{place}"));
            }
        }
        let sql = format!("UPDATE {} SET {sets} WHERE id = ?1", register.key);
        self.connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(&bound))
            .map_err(|e| code_taken(e, register))?;
        let mut links = Record::new();
        for field in changed.iter().filter(|field| row::width(field.kind) == 0) {
            self.connection
                .prepare_cached(
                    "DELETE FROM link WHERE register = ?1 AND record = ?2 AND field = ?3",
                )?
                .execute(params![register.key, id, field.key])?;
            links
                .values
                .insert(field.key, after.value(field.key).clone());
        }
        self.store_links(register, id, &links)
    }

    pub(super) fn store_links(
        &mut self,
        register: &Register,
        id: i64,
        record: &Record,
    ) -> Result<()> {
        for field in register
            .fields()
            .filter(|field| row::width(field.kind) == 0)
        {
            let targets: Vec<(&str, i64)> = match (field.kind, record.value(field.key)) {
                (Kind::Links(target), Value::Links(ids)) => {
                    ids.iter().map(|id| (target, *id)).collect()
                }
                (Kind::AnyLinks, Value::AnyLinks(ids)) => ids.clone(),
                _ => continue,
            };
            let mut insert = self.connection.prepare_cached(
                "INSERT OR IGNORE INTO link (register, record, field, target_register, target) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?;
            for (target, row) in targets {
                insert.execute(params![register.key, id, field.key, target, row])?;
            }
        }
        Ok(())
    }
}

pub(super) fn insert_sql(register: &Register) -> String {
    let mut columns = String::from("id, uuid, created_at, changed_at, custom");
    let mut count = 5;
    for (name, _) in register.fields().flat_map(schema::columns) {
        columns.push_str(", ");
        columns.push_str(&name);
        count += 1;
    }
    let marks = vec!["?"; count].join(", ");
    format!("INSERT INTO {} ({columns}) VALUES ({marks})", register.key)
}

pub(super) fn custom_bound(record: &Record) -> Result<ToSqlOutput<'static>> {
    let filled: std::collections::BTreeMap<_, _> = record
        .custom
        .iter()
        .filter(|(_, value)| !value.is_null())
        .collect();
    Ok(if filled.is_empty() {
        ToSqlOutput::Owned(Sql::Null)
    } else {
        serde_json::to_string(&filled)?.into()
    })
}

pub(super) fn code_taken(error: rusqlite::Error, register: &Register) -> Error {
    let unique = matches!(&error, rusqlite::Error::SqliteFailure(e, _) if e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE);
    match register.code() {
        Some(field) if unique => Error::new("code_taken").at(field.key),
        _ => Error::from(error),
    }
}
