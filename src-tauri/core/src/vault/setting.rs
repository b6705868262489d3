//! Settings that figures and reminders follow from: when a right counts as let lie, how far ahead to remind. A change passes the
//! gate like that of a record and stands in the log under [`LOGGED_AS`]: the field is the setting, the record the one it is about,
//! or the vault itself.

use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::{Thresholds, Writer, settings};
use crate::{Error, Result};

/// What the log calls them in place of a register.
pub const LOGGED_AS: &str = "settings";

/// Reminders: what their field begins with; the kind of date follows.
const REMINDER: &str = "reminder.";

/// The setting of the days ahead of a kind of date.
pub(super) fn reminder(kind: &str) -> String {
    format!("{REMINDER}{kind}")
}

/// The kind of date whose days ahead a setting says; nothing for any other setting.
pub fn reminder_of(field: &str) -> Option<&str> {
    field.strip_prefix(REMINDER)
}

impl Writer<'_> {
    /// Changes a setting of the vault, or of one record; `after` is JSON, `null` for the usual.
    pub(super) fn set(&mut self, field: &str, record: Option<Uuid>, after: &str) -> Result<()> {
        let before = kept(self.connection(), field, record)?;
        if before == after {
            return Ok(());
        }
        store(self.connection(), field, record, after)?;
        let about = record.map_or_else(|| self.vault_uuid(), Ok)?;
        self.enter(
            LOGGED_AS,
            &about,
            Some(field),
            Some(before),
            Some(after.to_owned()),
        )
    }

    /// Takes a change back while the setting still holds what it wrote. Error `undo_changed`.
    pub(super) fn set_back(
        &mut self,
        field: &str,
        about: Uuid,
        [before, after]: [&str; 2],
    ) -> Result<()> {
        let record = (about != self.vault_uuid()?).then_some(about);
        if kept(self.connection(), field, record)? != after {
            return Err(Error::new("undo_changed")
                .with("register", LOGGED_AS)
                .at(field));
        }
        self.set(field, record, before)
    }
}

/// A setting as it stands, as JSON.
fn kept(connection: &Connection, field: &str, record: Option<Uuid>) -> Result<String> {
    let Some(kind) = reminder_of(field) else {
        let kept = settings::get(connection, field)?;
        return Ok(kept.unwrap_or_else(|| Thresholds::usual(field).to_string()));
    };
    let days: Option<String> = connection
        .prepare_cached("SELECT days FROM reminder WHERE kind = ?1 AND record = ?2")?
        .query_row(params![kind, key(record)], |row| row.get(0))
        .optional()?;
    Ok(days.unwrap_or_else(|| "null".to_owned()))
}

fn store(connection: &Connection, field: &str, record: Option<Uuid>, json: &str) -> Result<()> {
    match reminder_of(field) {
        None => settings::set(connection, field, json)?,
        Some(kind) if json == "null" => {
            connection.execute(
                "DELETE FROM reminder WHERE kind = ?1 AND record = ?2",
                params![kind, key(record)],
            )?;
        }
        Some(kind) => {
            connection.execute(
                "INSERT INTO reminder (kind, record, days) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET days = ?3",
                params![kind, key(record), json],
            )?;
        }
    }
    Ok(())
}

/// The record of a row of `reminder`: nothing for a whole kind.
fn key(record: Option<Uuid>) -> Vec<u8> {
    record.map_or_else(Vec::new, |uuid| uuid.as_bytes().to_vec())
}
