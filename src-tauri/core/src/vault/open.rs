//! Making and opening a vault.

use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret;
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{Manifest, Vault, connection, file, keys, lock, migrate, settings, slots, store_path};
use crate::{Error, Result};

/// What a new vault needs.
#[derive(Debug, Clone, Copy)]
pub struct CreateOptions<'a> {
    /// Folder to make; it may exist only if it is empty.
    pub folder: &'a Path,
    /// Company, shown before unlocking.
    pub company: &'a str,
    /// The first person.
    pub person: &'a str,
    /// Her passphrase.
    pub passphrase: &'a str,
    /// scrypt's log2 N; `None` takes about a second on this machine.
    pub work_factor: Option<u8>,
    /// Now.
    pub now: DateTime<Utc>,
}

/// What opens a vault.
#[derive(Clone, Copy)]
pub enum Unlock<'a> {
    /// A person's passphrase; every person's slot is tried.
    Passphrase(&'a str),
    /// The recovery key.
    Recovery(&'a str),
    /// The key this computer's keychain keeps.
    Device(&'a str),
}

impl Vault {
    /// Makes a vault and gives its recovery key, which is kept nowhere. Nothing can be entered before
    /// [`Vault::confirm_recovery`]. What was begun is removed when a step fails.
    pub fn create(options: &CreateOptions<'_>) -> Result<(Self, String)> {
        if options.passphrase.trim().is_empty() {
            return Err(Error::new("passphrase_empty").at("passphrase"));
        }
        let folder = options.folder;
        if folder.exists() && std::fs::read_dir(folder)?.next().is_some() {
            return Err(Error::new("folder_not_empty").with("folder", folder.display()));
        }
        file::make_private_folder(folder)?;
        let made = Self::create_in(options);
        if made.is_err() {
            // only what this call made: the folder was new or empty
            let _ = std::fs::remove_dir_all(folder);
        }
        made
    }

    fn create_in(options: &CreateOptions<'_>) -> Result<(Self, String)> {
        let folder = options.folder;
        let lock = lock::Lock::take(folder)?;
        for part in ["keys", "evidence"] {
            file::make_private_folder(&folder.join(part))?;
        }
        let manifest = Manifest {
            id: super::gate::uuid_at(options.now).to_string(),
            name: options.company.to_owned(),
            format: migrate::FORMAT,
            created: options.now.date_naive().to_string(),
        };
        let secret = keys::Secret::generate(&manifest.id)?;
        let mut database =
            connection::open_writer(&store_path(folder), &secret.database_key, true)?;
        connection::check_library(&database)?;
        migrate::migrate(&mut database)?;
        settings::first(&database, &manifest.id, options.person)?;
        let recovery = age::x25519::Identity::generate();
        keys::write_recipient_slot(&slots::recovery(folder), &secret, &recovery.to_public())?;
        let person = super::gate::uuid_at(options.now).simple().to_string();
        let slot = slots::person(folder, &person);
        keys::write_passphrase_slot(&slot, &secret, options.passphrase, options.work_factor)?;
        settings::add_person(&database, &person, options.person)?;
        // last: a folder without it is not a vault
        manifest.write(folder)?;
        let vault = Self::assemble(
            folder.to_owned(),
            manifest,
            database,
            secret,
            options.person.to_owned(),
            lock,
        )?;
        Ok((vault, recovery.to_string().expose_secret().to_owned()))
    }

    /// Opens a vault. Nothing in the folder changes when it fails.
    ///
    /// Errors: `not_a_vault`, `vault_newer`, `vault_in_use`, `wrong_passphrase`, `wrong_recovery_key`, `wrong_device_key`,
    /// `key_file_damaged`, `vault_damaged`, `folder_read_only`.
    pub fn open(folder: &Path, unlock: Unlock<'_>) -> Result<Self> {
        let mut manifest = Manifest::read(folder)?;
        let lock = lock::Lock::take(folder)?;
        let (secret, person) = slots::unlock(folder, unlock)?;
        if secret.vault_id != manifest.id {
            return Err(Error::new("key_of_other_vault"));
        }
        let store = store_path(folder);
        if !store.is_file() {
            return Err(Error::new("vault_damaged").with("detail", "store.db"));
        }
        let mut database = connection::open_writer(&store, &secret.database_key, false)?;
        connection::check_library(&database)?;
        migrate::migrate(&mut database)?;
        if manifest.format < migrate::FORMAT {
            // an older Sealbook is to refuse it from now on
            manifest.format = migrate::FORMAT;
            manifest.write(folder)?;
        }
        let actor = settings::person_name(&database, person.as_deref())?;
        Self::assemble(folder.to_owned(), manifest, database, secret, actor, lock)
    }

    fn assemble(
        folder: PathBuf,
        manifest: Manifest,
        database: Connection,
        secret: keys::Secret,
        actor: String,
        lock: lock::Lock,
    ) -> Result<Self> {
        let confirmed = settings::get(&database, "recovery_confirmed")?.is_some();
        let prefix = settings::get(&database, "code_prefix")?.unwrap_or_default();
        Ok(Self {
            folder,
            manifest,
            connection: database,
            secret,
            actor,
            prefix,
            confirmed,
            _lock: lock,
        })
    }

    /// Accepts the vault for data once the recovery key was typed back. Error `wrong_recovery_key`.
    pub fn confirm_recovery(&mut self, typed: &str) -> Result<()> {
        let secret =
            keys::read_identity_slot(&slots::recovery(&self.folder), typed, "wrong_recovery_key")?;
        if secret.vault_id != self.manifest.id {
            return Err(Error::new("key_of_other_vault"));
        }
        settings::set(&self.connection, "recovery_confirmed", "yes")?;
        self.confirmed = true;
        Ok(())
    }

    /// Whether the recovery key was typed back.
    pub fn recovery_confirmed(&self) -> bool {
        self.confirmed
    }
}
