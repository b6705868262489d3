//! One program at a time: an operating-system lock on a file in the vault, freed by itself when the program ends or is killed.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::{Error, Result};

/// Held while a vault is open.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock. Errors: `vault_in_use`, `folder_read_only`.
    pub fn take(folder: &Path) -> Result<Self> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let file = options.open(folder.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::new("vault_in_use")),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}
