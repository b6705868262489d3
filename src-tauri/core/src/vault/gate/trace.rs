//! What the gate leaves behind every change: the log entry with its commitments.

use rusqlite::{CachedStatement, Connection, params};
use serde::Serialize;
use serde_json::Value as Json;
use uuid::Uuid;

use super::{MOST_TOUCHED, Touched, Writer};
use crate::register::{Field, Kind, Record, Register, Value, register};
use crate::vault::keys;
use crate::vault::log::{self, Entry, Hash, LogHead};
use crate::{Error, Result};

/// What writing the log takes, made ready once.
pub(super) struct Trace<'a> {
    entry: CachedStatement<'a>,
    value: CachedStatement<'a>,
    salts: Salts,
}

impl<'a> Trace<'a> {
    pub(super) fn prepare(connection: &'a Connection) -> Result<Self> {
        Ok(Self {
            entry: connection.prepare_cached(
                "INSERT INTO log (seq, operation, register, record, field, before, after, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?,
            value: connection.prepare_cached(
                "INSERT INTO log_value (seq, salt, before, after) VALUES (?1, ?2, ?3, ?4)",
            )?,
            salts: Salts { bytes: [0; SALTS], next: SALTS },
        })
    }
}

/// Bytes of salts asked of the system at once.
const SALTS: usize = 4096;

/// Random salts, one for each entry.
struct Salts {
    bytes: [u8; SALTS],
    next: usize,
}

impl Salts {
    fn next(&mut self) -> Result<[u8; 16]> {
        if self.next == SALTS {
            keys::random(&mut self.bytes)?;
            self.next = 0;
        }
        let mut salt = [0; 16];
        salt.copy_from_slice(&self.bytes[self.next..self.next + 16]);
        self.next += 16;
        Ok(salt)
    }
}

impl Writer<'_> {
    pub(super) fn canonical(&mut self, field: &Field, value: &Value) -> Result<String> {
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
    pub(super) fn canonical_record(
        &mut self,
        register: &Register,
        record: &Record,
    ) -> Result<String> {
        let mut text = String::from("{");
        for field in register.fields() {
            match record.value(field.key) {
                value if value.is_empty() => {}
                // as `canonical` has it, without the copy
                Value::Text(value) => push_member(&mut text, field.key, value)?,
                value => {
                    let json = self.canonical_json(field, value)?;
                    push_member(&mut text, field.key, &json)?;
                }
            }
        }
        for (key, value) in &record.custom {
            push_member(&mut text, &format!("custom.{key}"), value)?;
        }
        text.push('}');
        Ok(text)
    }

    /// The canonical JSON of a record as it stands.
    pub(in crate::vault) fn canonical_of(
        &mut self,
        register: &'static Register,
        id: i64,
    ) -> Result<String> {
        let record = crate::ledger::record(self.connection, register, id)?;
        self.canonical_record(register, &record)
    }

    /// The canonical JSON of one field (or `custom.<key>`) as it stands.
    pub(in crate::vault) fn canonical_field(
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

    pub(super) fn uuid(&mut self, register_key: &str, id: i64) -> Result<Uuid> {
        let register = register(register_key)?;
        if let Some(uuid) = self.uuids.get(&(register.key, id)) {
            return Ok(*uuid);
        }
        let uuid = crate::vault::uuid_of(self.connection, register, id)?;
        if self.uuids.len() > 100_000 {
            self.uuids.clear();
        }
        self.uuids.insert((register.key, id), uuid);
        Ok(uuid)
    }

    pub(super) fn log(
        &mut self,
        register: &'static Register,
        id: i64,
        field: Option<&str>,
        before: Option<String>,
        after: Option<String>,
    ) -> Result<()> {
        let uuid = self.uuid(register.key, id)?;
        self.enter(register.key, &uuid, field, before, after)?;
        if self.changes.records.len() < MOST_TOUCHED {
            self.changes.records.push(Touched {
                register: register.key,
                id,
            });
        }
        Ok(())
    }

    /// The id of the vault, by which the log knows what is about no record.
    pub(in crate::vault) fn vault_uuid(&self) -> Result<Uuid> {
        Uuid::parse_str(self.vault_id)
            .map_err(|error| Error::new("vault_damaged").with("detail", error))
    }

    /// Adds an entry to the chain.
    pub(in crate::vault) fn enter(
        &mut self,
        register: &'static str,
        record: &Uuid,
        field: Option<&str>,
        before: Option<String>,
        after: Option<String>,
    ) -> Result<()> {
        let salt = self.trace.salts.next()?;
        let commit = |side: u8, value: &Option<String>| {
            value
                .as_deref()
                .map(|text| log::commitment(&salt, side, text))
        };
        let entry = Entry {
            register,
            record: record.as_bytes(),
            field,
            before: commit(b'b', &before),
            after: commit(b'a', &after),
        };
        let seq = self.head.entries + 1;
        let hash: Hash =
            log::entry_hash(self.vault_id, seq, &self.head.hash, &self.operation, &entry);
        self.trace.entry.execute(params![
            seq,
            self.operation.id,
            entry.register,
            entry.record,
            entry.field,
            entry.before,
            entry.after,
            hash
        ])?;
        self.trace
            .value
            .execute(params![seq, salt, before, after])?;
        self.head = LogHead { entries: seq, hash };
        self.changes.registers.insert(register);
        Ok(())
    }
}

fn push_member(text: &mut String, key: &str, value: &(impl Serialize + ?Sized)) -> Result<()> {
    if text.len() > 1 {
        text.push(',');
    }
    text.push_str(&serde_json::to_string(key)?);
    text.push(':');
    text.push_str(&serde_json::to_string(value)?);
    Ok(())
}
