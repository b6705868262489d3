//! Evidence files: each encrypted by itself, so that a copy of the folder tells nothing.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Vault, file, keys};
use crate::register::FileRef;
use crate::register::value::moment_text;
use crate::{Error, Result};

/// Largest file taken in: 200 MiB.
pub const MOST_BYTES: usize = 200 * 1024 * 1024;

/// A file that lies encrypted in the vault and that no record names yet. Dropped, it is taken out again: a write that fails, is
/// cancelled or panics leaves nothing behind.
#[must_use]
pub struct KeptFile {
    reference: FileRef,
    path: Option<PathBuf>,
}

impl KeptFile {
    /// What an evidence record keeps of it.
    pub fn reference(&self) -> FileRef {
        self.reference.clone()
    }

    /// A record names it now.
    pub fn stay(mut self) {
        self.path = None;
    }
}

impl Drop for KeptFile {
    fn drop(&mut self) {
        if let Some(path) = &self.path {
            let _ = std::fs::remove_file(path);
        }
    }
}

impl Vault {
    /// Encrypts a file into the vault, to stay once an evidence record names it.
    pub fn keep_file(&self, name: &str, bytes: &[u8], now: DateTime<Utc>) -> Result<KeptFile> {
        if bytes.len() > MOST_BYTES {
            return Err(Error::new("file_too_large")
                .with("name", name)
                .with("most", MOST_BYTES / (1024 * 1024)));
        }
        let id = super::gate::uuid_at(now).to_string();
        let path = path_of(&self.folder, &id)?;
        if let Some(folder) = path.parent() {
            file::make_private_folder(folder)?;
        }
        let sealed = age::encrypt(&self.secret.evidence.to_public(), bytes)
            .map_err(|_| Error::new("encryption_failed"))?;
        file::write_atomically(&path, &sealed)?;
        let reference = FileRef {
            id,
            name: plain_name(name),
            size: bytes.len() as u64,
            sha256: keys::hex(&Sha256::digest(bytes)),
            version: 1,
            received: moment_text(now),
        };
        Ok(KeptFile {
            reference,
            path: Some(path),
        })
    }

    /// Decrypts a kept file and checks it against what was recorded. Errors: `evidence_missing`, `evidence_damaged`.
    pub fn read_file(&self, kept: &FileRef) -> Result<Vec<u8>> {
        let named = |code: &str| Error::new(code).with("name", &kept.name);
        let sealed =
            std::fs::read(path_of(&self.folder, &kept.id)?).map_err(|error| {
                match error.kind() {
                    std::io::ErrorKind::NotFound => named("evidence_missing"),
                    _ => Error::from(error),
                }
            })?;
        let bytes =
            age::decrypt(&self.secret.evidence, &sealed).map_err(|_| named("evidence_damaged"))?;
        if keys::hex(&Sha256::digest(&bytes)) != kept.sha256 {
            return Err(named("evidence_damaged"));
        }
        Ok(bytes)
    }
}

/// How many files lie in the vault.
pub fn count(folder: &Path) -> Result<usize> {
    let mut files = 0;
    for shelf in std::fs::read_dir(folder.join("evidence"))? {
        files += std::fs::read_dir(shelf?.path())?.count();
    }
    Ok(files)
}

/// `evidence/xx/<id>.age`; the id has to be a UUID, so that it never becomes a path of its own.
fn path_of(folder: &Path, id: &str) -> Result<PathBuf> {
    let uuid = Uuid::parse_str(id).map_err(|_| Error::new("evidence_missing").with("name", id))?;
    let name = uuid.to_string();
    let shelf = &name[name.len() - 2..];
    Ok(folder
        .join("evidence")
        .join(shelf)
        .join(format!("{name}.age")))
}

/// The last part of a name, whatever system it came from.
fn plain_name(name: &str) -> String {
    name.rsplit(['/', '\\'])
        .next()
        .unwrap_or(name)
        .chars()
        .filter(|c| !c.is_control())
        .collect()
}
