//! Evidence files: each encrypted by itself, so that a copy of the folder tells nothing.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::iter::once;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Vault, file, keys};
use crate::bytes::{Bytes, Spool};
use crate::register::FileRef;
use crate::register::value::moment_text;
use crate::{Error, Result};

/// Largest file taken in: 200 MiB.
pub const MOST_BYTES: u64 = 200 * 1024 * 1024;
/// Bytes that are encrypted, or decrypted, at a time.
const PIECE: usize = 64 << 10;

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
    /// Encrypts a file into the vault as it is read, to stay once an evidence record names it.
    pub fn keep_file(
        &self,
        name: &str,
        mut content: impl Read,
        now: DateTime<Utc>,
    ) -> Result<KeptFile> {
        let id = super::gate::uuid_at(now).to_string();
        let path = path_of(&self.folder, &id)?;
        if let Some(folder) = path.parent() {
            file::make_private_folder(folder)?;
        }
        let (mut digest, mut size) = (Sha256::new(), 0);
        file::fill_atomically(&path, |file| {
            let recipient = self.secret.evidence.to_public();
            let mut sealed =
                age::Encryptor::with_recipients(once(&recipient as &dyn age::Recipient))
                    .map_err(|_| Error::new("encryption_failed"))?
                    .wrap_output(file)?;
            pieces(&mut content, Error::from, |piece| {
                size += piece.len() as u64;
                if size > MOST_BYTES {
                    return Err(Error::new("file_too_large")
                        .with("name", name)
                        .with("most", MOST_BYTES / (1024 * 1024)));
                }
                digest.update(piece);
                Ok(sealed.write_all(piece)?)
            })?;
            sealed.finish()?;
            Ok(())
        })?;
        let reference = FileRef {
            id,
            name: plain_name(name),
            size,
            sha256: keys::hex(&digest.finalize()),
            version: 1,
            received: moment_text(now),
        };
        Ok(KeptFile {
            reference,
            path: Some(path),
        })
    }

    /// Decrypts a kept file and checks it against what was recorded. Errors: `evidence_missing`, `evidence_unreadable`,
    /// `evidence_damaged`.
    pub fn read_file(&self, kept: &FileRef) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.decrypt(kept, &mut bytes)?;
        Ok(bytes)
    }

    /// The same, for whoever need not have it in memory.
    pub fn open_file(&self, kept: &FileRef) -> Result<Bytes> {
        let mut spool = Spool::default();
        self.decrypt(kept, &mut spool)?;
        Ok(spool.close()?)
    }

    fn decrypt(&self, kept: &FileRef, to: &mut impl Write) -> Result<()> {
        let failed = |error| reading_failed(&kept.name, error);
        let sealed = File::open(path_of(&self.folder, &kept.id)?).map_err(failed)?;
        let identity: &dyn age::Identity = &self.secret.evidence;
        let mut content = age::Decryptor::new(sealed)
            .and_then(|sealed| sealed.decrypt(once(identity)))
            .map_err(|error| match error {
                age::DecryptError::Io(error) => failed(error),
                _ => damaged(&kept.name),
            })?;
        let mut digest = Sha256::new();
        pieces(&mut content, failed, |piece| {
            digest.update(piece);
            Ok(to.write_all(piece)?)
        })?;
        if keys::hex(&digest.finalize()) != kept.sha256 {
            return Err(damaged(&kept.name));
        }
        Ok(())
    }
}

fn damaged(name: &str) -> Error {
    Error::new("evidence_damaged").with("name", name)
}

/// What it means that a kept file could not be read: only what age says of its bytes is damage, and it says so by these two.
fn reading_failed(name: &str, error: io::Error) -> Error {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => damaged(name),
        ErrorKind::NotFound => Error::new("evidence_missing").with("name", name),
        _ => Error::new("evidence_unreadable")
            .with("name", name)
            .with("detail", error),
    }
}

/// Reads to the end, a piece at a time; `failed` says what it means when that cannot be read.
fn pieces(
    content: &mut impl Read,
    failed: impl Fn(io::Error) -> Error,
    mut each: impl FnMut(&[u8]) -> Result<()>,
) -> Result<()> {
    let mut buffer = vec![0; PIECE];
    loop {
        match content.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(read) => each(&buffer[..read])?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(failed(error)),
        }
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
