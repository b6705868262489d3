//! The slots in `keys/`: who can open the vault, and changing that.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use serde::Serialize;
use ts_rs::TS;

use super::{Unlock, Vault, keys, log, settings};
use crate::{Error, Result};

/// What the settings page shows of a vault.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VaultInfo {
    /// UUID.
    pub id: String,
    /// Folder.
    pub place: String,
    /// Format number.
    pub format: u32,
    /// Day it was made.
    pub created: String,
    /// Bytes of the database.
    #[ts(type = "number")]
    pub size: u64,
    /// Files kept as evidence.
    pub evidence_files: usize,
    /// People with a slot.
    pub people: Vec<Person>,
    /// The recovery key was typed back.
    pub recovery: bool,
    /// This computer's keychain can open it.
    pub keychain: bool,
    /// Entries of the change log.
    #[ts(type = "number")]
    pub log_entries: i64,
    /// Last hash, hex.
    pub log_head: String,
    /// minisign public key of its exports.
    pub signing_key: String,
}

/// A person with a passphrase slot.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Person {
    /// Name.
    pub name: String,
    /// File of the slot.
    pub file: String,
}

/// The recovery slot.
pub fn recovery(folder: &Path) -> PathBuf {
    folder.join("keys").join("recovery.age")
}

/// A person's slot.
pub fn person(folder: &Path, id: &str) -> PathBuf {
    folder.join("keys").join(format!("person-{id}.age"))
}

fn device(folder: &Path) -> PathBuf {
    folder.join("keys").join("device.age")
}

/// Opens whichever slot fits; with the id of the person whose passphrase it was.
pub fn unlock(folder: &Path, unlock: Unlock<'_>) -> Result<(keys::Secret, Option<String>)> {
    match unlock {
        Unlock::Recovery(typed) => Ok((
            keys::read_identity_slot(&recovery(folder), typed, "wrong_recovery_key")?,
            None,
        )),
        Unlock::Device(key) => Ok((
            keys::read_identity_slot(&device(folder), key, "wrong_device_key")?,
            None,
        )),
        Unlock::Passphrase(passphrase) => {
            let mut last = Error::new("key_file_missing");
            for (id, path) in people(folder)? {
                match keys::read_passphrase_slot(&path, passphrase) {
                    Ok(secret) => return Ok((secret, Some(id))),
                    Err(error) => last = error,
                }
            }
            Err(last)
        }
    }
}

/// Ids and files of the people's slots, oldest first.
fn people(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder.join("keys"))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if let Some(id) = name
            .strip_prefix("person-")
            .and_then(|rest| rest.strip_suffix(".age"))
        {
            found.push((id.to_owned(), path.clone()));
        }
    }
    found.sort();
    Ok(found)
}

impl Vault {
    /// Wraps the secret to a new passphrase in place of the old one, which must be right. Old backups still open with the old.
    pub fn change_passphrase(
        &mut self,
        old: &str,
        new: &str,
        work_factor: Option<u8>,
    ) -> Result<()> {
        if new.trim().is_empty() {
            return Err(Error::new("passphrase_empty").at("new"));
        }
        let (secret, id) =
            unlock(&self.folder, Unlock::Passphrase(old)).map_err(|error| error.at("old"))?;
        let id = id.ok_or_else(|| Error::new("key_file_missing"))?;
        keys::write_passphrase_slot(&person(&self.folder, &id), &secret, new, work_factor)
    }

    /// Sets a new passphrase for the vault's maker after it was opened with the recovery key.
    pub fn reset_passphrase(&mut self, new: &str, work_factor: Option<u8>) -> Result<()> {
        if new.trim().is_empty() {
            return Err(Error::new("passphrase_empty").at("passphrase"));
        }
        let slots = people(&self.folder)?;
        let (id, _) = slots
            .first()
            .ok_or_else(|| Error::new("key_file_missing"))?;
        keys::write_passphrase_slot(&person(&self.folder, id), &self.secret, new, work_factor)
    }

    /// A recovery key that can take the place of the present one. Whoever finds the window open must not get one, so it asks for
    /// a passphrase. Nothing changes before [`Vault::replace_recovery`].
    pub fn offer_recovery(&self, passphrase: &str) -> Result<String> {
        unlock(&self.folder, Unlock::Passphrase(passphrase))
            .map_err(|error| error.at("passphrase"))?;
        let offered = age::x25519::Identity::generate().to_string();
        Ok(offered.expose_secret().to_owned())
    }

    /// Puts an offered recovery key in the place of the present one once it was typed back. Old backups still open with the old
    /// key. Error `wrong_recovery_key`.
    pub fn replace_recovery(&mut self, offered: &str, typed: &str) -> Result<()> {
        let wrong = || Error::new("wrong_recovery_key");
        if keys::normal_identity(typed) != offered {
            return Err(wrong());
        }
        let identity = age::x25519::Identity::from_str(offered).map_err(|_| wrong())?;
        let slot = recovery(&self.folder);
        keys::write_recipient_slot(&slot, &self.secret, &identity.to_public())?;
        self.confirm_recovery(typed)
    }

    /// Adds a slot for this computer; the answer is what its keychain has to keep.
    pub fn add_device(&mut self) -> Result<String> {
        let identity = age::x25519::Identity::generate();
        keys::write_recipient_slot(&device(&self.folder), &self.secret, &identity.to_public())?;
        Ok(identity.to_string().expose_secret().to_owned())
    }

    /// Removes this computer's slot.
    pub fn remove_device(&mut self) -> Result<()> {
        match std::fs::remove_file(device(&self.folder)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// What the settings page shows.
    pub fn info(&self) -> Result<VaultInfo> {
        let head = log::head(&self.connection)?;
        let mut shown = Vec::new();
        for (id, path) in people(&self.folder)? {
            let file = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            shown.push(Person {
                name: settings::person_name(&self.connection, Some(&id))?,
                file,
            });
        }
        Ok(VaultInfo {
            id: self.manifest.id.clone(),
            place: self.folder.display().to_string(),
            format: self.manifest.format,
            created: self.manifest.created.clone(),
            size: std::fs::metadata(super::store_path(&self.folder))?.len(),
            evidence_files: super::evidence::count(&self.folder)?,
            people: shown,
            recovery: self.confirmed,
            keychain: device(&self.folder).exists(),
            log_entries: head.entries,
            log_head: keys::hex(&head.hash),
            signing_key: self.signing_key()?,
        })
    }

    /// The minisign public key of this vault's exports, as `minisign -P` takes it.
    pub fn signing_key(&self) -> Result<String> {
        Ok(settings::get(&self.connection, "signing_public")?.unwrap_or_default())
    }

    /// Signs bytes in minisign's format; `comment` is the trusted comment.
    pub fn sign(&self, bytes: &[u8], comment: &str) -> Result<String> {
        let failed = |error: minisign::PError| Error::new("signing_failed").with("detail", error);
        let kept = settings::get(&self.connection, "signing_secret")?
            .ok_or_else(|| Error::new("signing_failed").with("detail", "signing_secret"))?;
        let secret = minisign::SecretKeyBox::from_string(&kept)
            .and_then(minisign::SecretKeyBox::into_unencrypted_secret_key)
            .map_err(failed)?;
        let signature =
            minisign::sign(None, &secret, bytes, Some(comment), None).map_err(failed)?;
        Ok(signature.into_string())
    }

    /// The currency totals are named in.
    pub fn reporting_currency(&self) -> Result<String> {
        Ok(settings::get(&self.connection, "reporting_currency")?
            .unwrap_or_else(|| "CNY".to_owned()))
    }
}
