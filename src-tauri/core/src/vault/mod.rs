//! The vault: one folder with an encrypted database, the keys that open it and the encrypted evidence files.
//!
//! ```text
//! vault.toml            format version and vault id; nothing secret
//! store.db              SQLCipher, opened with a random raw key
//! keys/person-<id>.age  the secret, to a person's passphrase
//! keys/recovery.age     the secret, to the recovery key
//! keys/device.age       the secret, to a key in this computer's keychain; only with consent
//! evidence/xx/<id>.age  one file each
//! ```

pub mod check;
mod connection;
mod evidence;
mod file;
mod gate;
pub mod keys;
pub mod left_out;
mod lock;
pub mod log;
mod manifest;
pub mod matching;
mod migrate;
mod open;
pub mod passphrase;
pub mod preference;
pub mod reminders;
pub mod row;
pub mod schema;
pub mod sealed;
mod series;
pub mod setting;
mod settings;
pub mod signature;
pub mod slots;
mod sort_key;
pub mod terms;
pub mod thresholds;
mod undo;
pub(crate) use undo::from_canonical;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

pub use evidence::KeptFile;
pub use file::write_atomically;
pub use gate::{Changes, Operation, Touched, Writer, search_row};
pub use log::{LogHead, LogVerdict};
pub use manifest::Manifest;
pub use migrate::FORMAT;
pub use open::{CreateOptions, Unlock};
pub use slots::VaultInfo;
pub use thresholds::Thresholds;

use crate::register::Register;
use crate::{Error, Result};

/// An open vault. Dropping it closes the database and gives the folder free.
pub struct Vault {
    folder: PathBuf,
    manifest: Manifest,
    connection: Connection,
    secret: keys::Secret,
    actor: String,
    prefix: String,
    confirmed: bool,
    // released last
    _lock: lock::Lock,
}

impl Vault {
    /// The folder it lies in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its id, a UUID.
    pub fn id(&self) -> &str {
        &self.manifest.id
    }

    /// The person who unlocked it.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// The writer's connection, for short reads.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// A reader that sees the vault as it was before an operation while that is being written. None where the folder lacks
    /// shared memory: there the writer shuts readers out.
    pub fn reader_beside_writer(&self) -> Result<Option<Reader>> {
        let journal: String = self
            .connection
            .query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
        (journal == "wal").then(|| self.reader()).transpose()
    }

    /// A read-only connection of its own, for long reads beside the window.
    pub fn reader(&self) -> Result<Reader> {
        Ok(Reader {
            connection: connection::open_reader(
                &store_path(&self.folder),
                &self.secret.database_key,
            )?,
            vault_id: self.manifest.id.clone(),
        })
    }

    /// Passes a change through the gate: one transaction, rules, log, search index. Nothing is kept when `change` fails.
    ///
    /// Errors: `recovery_unconfirmed` until the recovery key was typed back.
    pub fn write<T>(
        &mut self,
        operation: &Operation,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<(T, Changes)> {
        if !self.confirmed {
            return Err(Error::new("recovery_unconfirmed"));
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut writer = Writer::begin(
            &transaction,
            &self.manifest.id,
            &self.prefix,
            &self.actor,
            operation,
        )?;
        let value = change(&mut writer)?;
        let changes = writer.end()?;
        transaction.commit()?;
        Ok((value, changes))
    }

    /// The end of the change log.
    pub fn log_head(&self) -> Result<LogHead> {
        log::head(&self.connection)
    }

    /// Recomputes the change log.
    pub fn verify_log(&self) -> Result<LogVerdict> {
        log::verify(&self.connection, &self.manifest.id)
    }

    /// Checks that every page of the database is readable and in order. Error `vault_damaged`.
    pub fn verify_store(&self) -> Result<()> {
        for check in ["PRAGMA cipher_integrity_check", "PRAGMA integrity_check"] {
            let mut statement = self.connection.prepare(check)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let line: String = row.get(0)?;
                if line != "ok" {
                    return Err(Error::new("vault_damaged").with("detail", line));
                }
            }
        }
        Ok(())
    }

    /// Writes everything pending into the one file and closes.
    pub fn close(self) -> Result<()> {
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

/// A read-only view of an open vault that may move to another thread.
pub struct Reader {
    connection: Connection,
    vault_id: String,
}

impl Reader {
    /// The connection.
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The vault's id.
    pub fn vault_id(&self) -> &str {
        &self.vault_id
    }

    /// The same reader, giving up with `cancelled` in the midst of a statement once `stop` is set.
    pub fn until(mut self, stop: Arc<AtomicBool>) -> Result<Self> {
        const STEPS: i32 = 10_000;
        let stopped = move || stop.load(Ordering::Relaxed);
        self.connection.progress_handler(STEPS, Some(stopped))?;
        Ok(self)
    }
}

/// The UUID a record is known by outside the vault.
pub fn uuid_of(connection: &Connection, register: &Register, id: i64) -> Result<Uuid> {
    let sql = format!("SELECT uuid FROM {} WHERE id = ?1", register.key);
    let bytes: [u8; 16] = connection
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))?;
    Ok(Uuid::from_bytes(bytes))
}

/// The row of a record by its UUID, if it stands.
pub fn row_of(connection: &Connection, register: &Register, uuid: &Uuid) -> Result<Option<i64>> {
    use rusqlite::OptionalExtension;
    let sql = format!("SELECT id FROM {} WHERE uuid = ?1", register.key);
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([uuid.as_bytes().as_slice()], |row| row.get(0))
        .optional()?)
}

fn store_path(folder: &Path) -> PathBuf {
    folder.join("store.db")
}

#[cfg(test)]
mod tests;
