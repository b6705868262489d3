//! `vault.toml`: what can be known of a vault before it is opened. Nothing secret.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::migrate::FORMAT;
use crate::{Error, Result};

/// The plain file beside the database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// UUID of the vault.
    pub id: String,
    /// Company, as shown before unlocking.
    pub name: String,
    /// Format of the database.
    pub format: u32,
    /// Day it was made.
    pub created: String,
}

impl Manifest {
    /// Reads it. Errors: `not_a_vault`, `vault_newer` (the vault was written by a newer Sealbook; nothing was touched).
    pub fn read(folder: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path(folder)).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => {
                Error::new("not_a_vault").with("folder", folder.display())
            }
            _ => Error::from(error),
        })?;
        let manifest: Self = toml::from_str(&text)
            .map_err(|_| Error::new("not_a_vault").with("folder", folder.display()))?;
        if manifest.format > FORMAT {
            return Err(Error::new("vault_newer")
                .with("format", manifest.format)
                .with("known", FORMAT));
        }
        Ok(manifest)
    }

    /// Writes it.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let text =
            toml::to_string(self).map_err(|error| Error::new("file").with("detail", error))?;
        super::file::write_atomically(&path(folder), text.as_bytes())
    }
}

fn path(folder: &Path) -> std::path::PathBuf {
    folder.join("vault.toml")
}
