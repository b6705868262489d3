//! The one gate: every change of a record passes [`Writer`], which checks it, stores it, indexes it and logs it in one
//! transaction. Nothing else writes a register's table.

use std::collections::BTreeSet;
use std::collections::hash_map::Entry;

use chrono::{DateTime, Utc};
use foldhash::{HashMap, HashMapExt};
use rusqlite::types::{ToSqlOutput, Value as Sql};
use rusqlite::{CachedStatement, Connection, params, params_from_iter};
use serde::Serialize;
use serde_json::{Value as Json, json};
use ts_rs::TS;
use uuid::{ContextV7, Uuid};

mod found;
mod store;
mod trace;

pub use found::search_row;

use self::found::Found;
use self::store::{code_taken, custom_bound, insert_sql};
use self::trace::Trace;
use super::check;
use super::log::{self, LogHead, OperationParts};
use super::row;
use crate::register::value::moment_text;
use crate::register::{Field, Record, Register};
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
    /// The same, as stored.
    now: String,
    head: LogHead,
    changes: Changes,
    /// Statements in use until the end: the insert of each register, and those of the log.
    inserts: HashMap<&'static str, CachedStatement<'a>>,
    trace: Trace<'a>,
    uuids: HashMap<(&'static str, i64), Uuid>,
    found: Found,
    /// Savepoints within each other: what may be taken back is not written to the index yet.
    parts: u32,
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
            now: utc.clone(),
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
            inserts: HashMap::new(),
            trace: Trace::prepare(connection)?,
            uuids: HashMap::new(),
            found: Found::default(),
            parts: 0,
            clock: ContextV7::new(),
        })
    }

    /// Ends the operation. One that changed nothing leaves no trace.
    pub(super) fn end(mut self) -> Result<Changes> {
        self.found.write(self.connection)?;
        let logged: bool = self.connection.query_row(
            "SELECT EXISTS (SELECT 1 FROM log WHERE operation = ?1)",
            [self.operation.id],
            |row| row.get(0),
        )?;
        if !logged {
            self.connection.execute(
                "DELETE FROM custom_field WHERE operation = ?1",
                [self.operation.id],
            )?;
            self.connection
                .execute("DELETE FROM operation WHERE id = ?1", [self.operation.id])?;
        }
        Ok(self.changes)
    }

    /// The connection, for reading within the operation.
    pub fn connection(&self) -> &'a Connection {
        self.connection
    }

    /// The number of the operation.
    pub fn number(&self) -> i64 {
        self.changes.operation
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
        self.write_found_when_much()?;
        check::normalise(register, &mut record)?;
        self.give_code(register, &mut record)?;
        check::whole(self.connection, register, &record, None)?;
        let mut bound = vec![
            ToSqlOutput::Owned(id.map_or(Sql::Null, Sql::Integer)),
            uuid.as_bytes().as_slice().into(),
            self.now.as_str().into(),
            self.now.as_str().into(),
            custom_bound(&record)?,
        ];
        for field in register.fields() {
            row::bind(field, record.value(field.key), &mut bound);
        }
        let statement = match self.inserts.entry(register.key) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                new.insert(self.connection.prepare_cached(&insert_sql(register))?)
            }
        };
        statement
            .execute(params_from_iter(&bound))
            .map_err(|e| code_taken(e, register))?;
        let id = self.connection.last_insert_rowid();
        self.uuids.insert((register.key, id), uuid);
        self.store_links(register, id, &record)?;
        self.found.record(register, id, &record, true);
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
        self.found.record(register, id, &after, false);
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
        self.found.nothing(register, id);
        self.connection
            .prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", register.key))?
            .execute([id])?;
        self.log(register, id, None, Some(canonical), None)
    }

    fn write_found_when_much(&mut self) -> Result<()> {
        if self.parts == 0 && self.found.is_much() {
            self.found.write(self.connection)?;
        }
        Ok(())
    }

    /// Runs a part that is taken back alone when it fails: one row of an import.
    pub fn savepoint<T>(&mut self, part: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.write_found_when_much()?;
        self.connection
            .prepare_cached("SAVEPOINT part")?
            .execute([])?;
        let (head, touched) = (self.head.clone(), self.changes.records.len());
        let found = self.found.mark();
        self.parts += 1;
        let result = part(self);
        self.parts -= 1;
        if result.is_err() {
            self.connection.execute_batch("ROLLBACK TO part")?;
            self.head = head;
            self.changes.records.truncate(touched);
            self.found.back_to(found);
            self.uuids.clear();
        }
        self.connection
            .prepare_cached("RELEASE part")?
            .execute([])?;
        result
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
    Uuid::new_v7(uuid::Timestamp::from_unix(
        uuid::NoContext,
        seconds,
        at.timestamp_subsec_nanos(),
    ))
}
