//! What the gate leaves behind every change: the log entry with its commitments.

use rusqlite::params;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::{MOST_TOUCHED, Touched, Writer};
use crate::Result;
use crate::register::{Field, Kind, Record, Register, Value, register};
use crate::vault::keys;
use crate::vault::log::{self, Entry, Hash, LogHead};

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

fn push_member(text: &mut String, key: &str, value: &Json) {
    if text.len() > 1 {
        text.push(',');
    }
    text.push_str(&json!(key).to_string());
    text.push(':');
    text.push_str(&value.to_string());
}
