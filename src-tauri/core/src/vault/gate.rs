//! The one gate: every change of a record passes [`Writer`], which checks it, stores it, indexes it and logs it in one
//! transaction. Nothing else writes a register's table.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params, params_from_iter};
use serde::Serialize;
use serde_json::{Value as Json, json};
use ts_rs::TS;
use uuid::{ContextV7, Uuid};

use super::log::{self, Entry, Hash, LogHead, OperationParts};
use super::row::{self, Bound};
use super::{check, keys, schema, terms};
use crate::register::value::moment_text;
use crate::register::{Field, Kind, Record, Register, Value, register};
use crate::{Error, Result};

/// One thing a person did: what the log, undo and the interface speak of.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Fluent `operation-<kind>`.
    pub kind: &'static str,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, if said.
    pub reason: Option<String>,
    /// Where it came from: a file's name.
    pub origin: Option<String>,
    /// The operation it takes back.
    pub undoes: Option<i64>,
}

impl Operation {
    /// An operation of a kind at a moment.
    pub fn new(kind: &'static str, at: DateTime<Utc>) -> Self {
        Self {
            kind,
            at,
            reason: None,
            origin: None,
            undoes: None,
        }
    }

    /// Says why.
    pub fn reason(mut self, reason: Option<String>) -> Self {
        self.reason = reason.filter(|text| !text.trim().is_empty());
        self
    }

    /// Says from which file.
    pub fn origin(mut self, origin: Option<String>) -> Self {
        self.origin = origin;
        self
    }
}

/// What an operation touched: the interface refetches exactly this.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Changes {
    /// The operation, for undo.
    #[ts(type = "number")]
    pub operation: i64,
    /// Registers touched.
    pub registers: BTreeSet<&'static str>,
    /// Records touched; after a long operation only the registers are listed.
    pub records: Vec<Touched>,
}

/// One record touched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Touched {
    /// Its register.
    pub register: &'static str,
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
}

/// Past this many records only the registers are reported.
const MOST_TOUCHED: usize = 1_000;

/// Writes within one operation. Made by [`super::Vault::write`] only.
pub struct Writer<'a> {
    connection: &'a Connection,
    vault_id: &'a str,
    prefix: &'a str,
    operation: OperationParts,
    at: DateTime<Utc>,
    head: LogHead,
    changes: Changes,
    statements: HashMap<(&'static str, u8), String>,
    uuids: HashMap<(&'static str, i64), Uuid>,
    terms: String,
    clock: ContextV7,
}

impl<'a> Writer<'a> {
    /// Begins an operation inside a transaction that is already open.
    pub(super) fn begin(
        connection: &'a Connection,
        vault_id: &'a str,
        prefix: &'a str,
        actor: &str,
        operation: &Operation,
    ) -> Result<Self> {
        let utc = moment_text(operation.at);
        connection.execute(
            "INSERT INTO operation (kind, actor, utc, reason, origin, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![operation.kind, actor, utc, operation.reason, operation.origin, operation.undoes],
        )?;
        let id = connection.last_insert_rowid();
        Ok(Self {
            connection,
            vault_id,
            prefix,
            operation: OperationParts {
                id,
                kind: operation.kind.to_owned(),
                actor: actor.to_owned(),
                utc,
                reason: operation.reason.clone(),
                origin: operation.origin.clone(),
            },
            at: operation.at,
            head: log::head(connection)?,
            changes: Changes {
                operation: id,
                ..Changes::default()
            },
            statements: HashMap::new(),
            uuids: HashMap::new(),
            terms: String::new(),
            clock: ContextV7::new(),
        })
    }

    /// Ends the operation. One that changed nothing leaves no trace.
    pub(super) fn end(self) -> Result<Changes> {
        let logged: bool = self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM log WHERE operation = ?1)",
            [self.operation.id],
            |row| row.get(0),
        )?;
        if !logged {
            self.connection
                .execute("DELETE FROM operation WHERE id = ?1", [self.operation.id])?;
        }
        Ok(self.changes)
    }

    /// The connection, for reading within the operation.
    pub fn connection(&self) -> &'a Connection {
        self.connection
    }

    /// The moment of the operation.
    pub fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Adds a record; its row id. Errors name the field.
    pub fn insert(&mut self, register: &'static Register, record: Record) -> Result<i64> {
        let uuid = Uuid::new_v7(uuid_time(&self.clock, self.at));
        self.insert_as(register, record, uuid, None)
    }

    /// Adds a record under a known UUID (and row): undoing a deletion, or reading back an exported row.
    pub fn insert_as(
        &mut self,
        register: &'static Register,
        mut record: Record,
        uuid: Uuid,
        id: Option<i64>,
    ) -> Result<i64> {
        check::normalise(register, &mut record)?;
        self.give_code(register, &mut record)?;
        check::whole(self.connection, register, &record, None)?;
        let now = moment_text(self.at);
        let mut bound = vec![
            id.map_or(Bound::Null, Bound::Integer),
            Bound::Blob(uuid.as_bytes().to_vec()),
            Bound::Text(now.clone()),
            Bound::Text(now),
            custom_bound(&record)?,
        ];
        for field in register.fields() {
            bound.extend(row::bind(field, record.value(field.key)));
        }
        let sql = self
            .statements
            .entry((register.key, b'i'))
            .or_insert_with(|| insert_sql(register));
        self.connection
            .prepare_cached(sql)?
            .execute(params_from_iter(&bound))
            .map_err(|e| code_taken(e, register))?;
        let id = self.connection.last_insert_rowid();
        self.uuids.insert((register.key, id), uuid);
        self.store_links(register, id, &record)?;
        self.index(register, id, &record, true)?;
        let after = self.canonical_record(register, &record)?;
        self.log(register, id, None, None, Some(after))?;
        Ok(id)
    }

    /// Changes the given fields of a record and logs each that differs. False when nothing differed.
    pub fn update(
        &mut self,
        register: &'static Register,
        id: i64,
        mut change: Record,
    ) -> Result<bool> {
        check::normalise(register, &mut change)?;
        let before = crate::ledger::record(self.connection, register, id)?;
        let mut after = before.clone();
        let mut changed: Vec<&'static Field> = Vec::new();
        for field in register.fields() {
            if let Some(value) = change.values.get(field.key)
                && value != before.value(field.key)
            {
                after.values.insert(field.key, value.clone());
                changed.push(field);
            }
        }
        let mut custom: Vec<String> = Vec::new();
        for (key, value) in &change.custom {
            if before.custom.get(key).unwrap_or(&Json::Null) != value {
                after.custom.insert(key.clone(), value.clone());
                custom.push(key.clone());
            }
        }
        if changed.is_empty() && custom.is_empty() {
            return Ok(false);
        }
        check::whole(self.connection, register, &after, Some(id))?;
        self.store_change(register, id, &after, &changed)?;
        self.index(register, id, &after, false)?;
        for field in changed {
            let (old, new) = (
                self.canonical(field, before.value(field.key))?,
                self.canonical(field, after.value(field.key))?,
            );
            self.log(register, id, Some(field.key), Some(old), Some(new))?;
        }
        for key in custom {
            let text = |record: &Record| record.custom.get(&key).unwrap_or(&Json::Null).to_string();
            self.log(
                register,
                id,
                Some(&format!("custom.{key}")),
                Some(text(&before)),
                Some(text(&after)),
            )?;
        }
        Ok(true)
    }

    /// Puts a record aside or takes it back.
    pub fn archive(&mut self, register: &'static Register, id: i64, archived: bool) -> Result<()> {
        let sql = format!(
            "SELECT archived_at IS NOT NULL FROM {} WHERE id = ?1",
            register.key
        );
        let was: bool = self
            .connection
            .prepare_cached(&sql)?
            .query_row([id], |row| row.get(0))?;
        if was == archived {
            return Ok(());
        }
        let at = archived.then(|| moment_text(self.at));
        let sql = format!(
            "UPDATE {} SET archived_at = ?2, changed_at = ?3 WHERE id = ?1",
            register.key
        );
        self.connection
            .prepare_cached(&sql)?
            .execute(params![id, at, moment_text(self.at)])?;
        self.log(
            register,
            id,
            Some("archived"),
            Some(json!(was).to_string()),
            Some(json!(archived).to_string()),
        )
    }

    /// Deletes a record nothing refers to. Error `in_use` names what does.
    pub fn delete(&mut self, register: &'static Register, id: i64) -> Result<()> {
        if let Some((other, count)) = check::referring(self.connection, register, id)? {
            return Err(Error::new("in_use")
                .with("register", other)
                .with("count", count));
        }
        let before = crate::ledger::record(self.connection, register, id)?;
        let canonical = self.canonical_record(register, &before)?;
        self.uuid(register.key, id)?;
        self.connection
            .prepare_cached("DELETE FROM link WHERE register = ?1 AND record = ?2")?
            .execute(params![register.key, id])?;
        self.connection
            .prepare_cached("DELETE FROM search WHERE rowid = ?1")?
            .execute([search_row(register, id)])?;
        self.connection
            .prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", register.key))?
            .execute([id])?;
        self.log(register, id, None, Some(canonical), None)
    }

    /// Runs a part that is taken back alone when it fails: one row of an import.
    pub fn savepoint<T>(&mut self, part: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.connection
            .prepare_cached("SAVEPOINT part")?
            .execute([])?;
        let (head, touched) = (self.head.clone(), self.changes.records.len());
        let result = part(self);
        if result.is_err() {
            self.connection.execute_batch("ROLLBACK TO part")?;
            self.head = head;
            self.changes.records.truncate(touched);
            self.uuids.clear();
        }
        self.connection
            .prepare_cached("RELEASE part")?
            .execute([])?;
        result
    }

    fn give_code(&mut self, register: &Register, record: &mut Record) -> Result<()> {
        let Some(field) = register.code() else {
            return Ok(());
        };
        let Kind::Code(kind) = field.kind else {
            return Ok(());
        };
        if let Value::Text(given) = record.value(field.key) {
            return super::series::remember(self.connection, self.prefix, kind, given);
        }
        let code = super::series::next(self.connection, self.prefix, kind)?;
        record.values.insert(field.key, Value::Text(code));
        Ok(())
    }

    fn store_change(
        &mut self,
        register: &'static Register,
        id: i64,
        after: &Record,
        changed: &[&'static Field],
    ) -> Result<()> {
        let mut sets = String::from("changed_at = ?2, custom = ?3");
        let mut bound = vec![
            Bound::Integer(id),
            Bound::Text(moment_text(self.at)),
            custom_bound(after)?,
        ];
        for field in changed {
            for ((name, _), value) in schema::columns(field)
                .iter()
                .zip(row::bind(field, after.value(field.key)))
            {
                bound.push(value);
                sets.push_str(&format!(", {name} = ?{}", bound.len()));
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

    fn store_links(&mut self, register: &Register, id: i64, record: &Record) -> Result<()> {
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

    fn index(&mut self, register: &Register, id: i64, record: &Record, new: bool) -> Result<()> {
        self.terms.clear();
        for field in register.fields().filter(|field| field.search) {
            match record.value(field.key) {
                Value::Text(text) => terms::index_terms(text, &mut self.terms),
                Value::Pair(pair) => {
                    for half in [&pair.zh, &pair.en].into_iter().flatten() {
                        terms::index_terms(half, &mut self.terms);
                    }
                }
                _ => {}
            }
        }
        for value in record.custom.values().filter_map(Json::as_str) {
            terms::index_terms(value, &mut self.terms);
        }
        let rowid = search_row(register, id);
        if !new {
            self.connection
                .prepare_cached("DELETE FROM search WHERE rowid = ?1")?
                .execute([rowid])?;
        }
        if !self.terms.is_empty() {
            self.connection
                .prepare_cached("INSERT INTO search (rowid, terms) VALUES (?1, ?2)")?
                .execute(params![rowid, self.terms])?;
        }
        Ok(())
    }

    fn canonical(&mut self, field: &Field, value: &Value) -> Result<String> {
        Ok(self.canonical_json(field, value)?.to_string())
    }

    fn canonical_json(&mut self, field: &Field, value: &Value) -> Result<Json> {
        let target = if let Kind::Link(target) | Kind::Links(target) = field.kind {
            target
        } else {
            ""
        };
        let mut failed = None;
        let json = value.canonical(target, &mut |key, id| match self.uuid(key, id) {
            Ok(uuid) => uuid.to_string(),
            Err(error) => {
                failed = Some(error);
                String::new()
            }
        });
        failed.map_or(Ok(json), Err)
    }

    /// The whole record as one JSON object: filled fields in the order of the register, then the officer's own.
    fn canonical_record(&mut self, register: &Register, record: &Record) -> Result<String> {
        let mut text = String::from("{");
        for field in register.fields() {
            let value = record.value(field.key);
            if !value.is_empty() {
                let json = self.canonical_json(field, value)?;
                push_member(&mut text, field.key, &json);
            }
        }
        for (key, value) in &record.custom {
            push_member(&mut text, &format!("custom.{key}"), value);
        }
        text.push('}');
        Ok(text)
    }

    /// The canonical JSON of a record as it stands.
    pub(super) fn canonical_of(&mut self, register: &'static Register, id: i64) -> Result<String> {
        let record = crate::ledger::record(self.connection, register, id)?;
        self.canonical_record(register, &record)
    }

    /// The canonical JSON of one field (or `custom.<key>`) as it stands.
    pub(super) fn canonical_field(
        &mut self,
        register: &'static Register,
        id: i64,
        key: &str,
    ) -> Result<String> {
        let record = crate::ledger::record(self.connection, register, id)?;
        match (register.field(key), key.strip_prefix("custom.")) {
            (Some(field), _) => self.canonical(field, record.value(key)),
            (None, Some(custom)) => {
                Ok(record.custom.get(custom).unwrap_or(&Json::Null).to_string())
            }
            (None, None) => Ok(Json::Null.to_string()),
        }
    }

    fn uuid(&mut self, register_key: &str, id: i64) -> Result<Uuid> {
        let register = register(register_key)?;
        if let Some(uuid) = self.uuids.get(&(register.key, id)) {
            return Ok(*uuid);
        }
        let uuid = super::uuid_of(self.connection, register, id)?;
        if self.uuids.len() > 100_000 {
            self.uuids.clear();
        }
        self.uuids.insert((register.key, id), uuid);
        Ok(uuid)
    }

    fn log(
        &mut self,
        register: &'static Register,
        id: i64,
        field: Option<&str>,
        before: Option<String>,
        after: Option<String>,
    ) -> Result<()> {
        let uuid = self.uuid(register.key, id)?;
        let mut salt = [0_u8; 16];
        keys::random(&mut salt)?;
        let commit = |side: u8, value: &Option<String>| {
            value
                .as_deref()
                .map(|text| log::commitment(&salt, side, text))
        };
        let entry = Entry {
            register: register.key,
            record: uuid.as_bytes(),
            field,
            before: commit(b'b', &before),
            after: commit(b'a', &after),
        };
        let seq = self.head.entries + 1;
        let hash: Hash =
            log::entry_hash(self.vault_id, seq, &self.head.hash, &self.operation, &entry);
        self.connection
            .prepare_cached(
                "INSERT INTO log (seq, operation, register, record, field, before, after, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute(params![seq, self.operation.id, entry.register, entry.record, entry.field, entry.before, entry.after, hash])?;
        self.connection
            .prepare_cached(
                "INSERT INTO log_value (seq, salt, before, after) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![seq, salt, before, after])?;
        self.head = LogHead { entries: seq, hash };
        self.changes.registers.insert(register.key);
        if self.changes.records.len() < MOST_TOUCHED {
            self.changes.records.push(Touched {
                register: register.key,
                id,
            });
        }
        Ok(())
    }
}

/// The row of the search index that stands for a record.
pub fn search_row(register: &Register, id: i64) -> i64 {
    id * 64 + i64::from(register.number)
}

fn insert_sql(register: &Register) -> String {
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

fn custom_bound(record: &Record) -> Result<Bound> {
    let filled: std::collections::BTreeMap<_, _> = record
        .custom
        .iter()
        .filter(|(_, value)| !value.is_null())
        .collect();
    Ok(if filled.is_empty() {
        Bound::Null
    } else {
        Bound::Text(serde_json::to_string(&filled)?)
    })
}

fn push_member(text: &mut String, key: &str, value: &Json) {
    if text.len() > 1 {
        text.push(',');
    }
    text.push_str(&json!(key).to_string());
    text.push(':');
    text.push_str(&value.to_string());
}

fn code_taken(error: rusqlite::Error, register: &Register) -> Error {
    let unique = matches!(&error, rusqlite::Error::SqliteFailure(e, _) if e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE);
    match register.code() {
        Some(field) if unique => Error::new("code_taken").at(field.key),
        _ => Error::from(error),
    }
}

/// Counts up within one moment, so that the records of a long operation lie in order in every index.
fn uuid_time(clock: &ContextV7, at: DateTime<Utc>) -> uuid::Timestamp {
    let seconds = u64::try_from(at.timestamp()).unwrap_or(0);
    uuid::Timestamp::from_unix(clock, seconds, at.timestamp_subsec_nanos())
}

/// A UUID made at this moment, by itself.
pub(super) fn uuid_at(at: DateTime<Utc>) -> Uuid {
    let seconds = u64::try_from(at.timestamp()).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, at.timestamp_subsec_nanos()))
}
