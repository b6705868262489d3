//! One error for the whole core: a stable code with named arguments, never a sentence.
//! The sentence is `error-<code>` in Fluent and is chosen where a person reads it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shorthand for results of the core.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, in a form that can be put into words in any language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "Failure")]
pub struct Error {
    /// Stable key, snake_case; Fluent has `error-<code>`.
    pub code: String,
    /// Named arguments of the sentence. Field, register and choice keys are given as keys: the edge labels them.
    pub args: BTreeMap<String, String>,
    /// The field at fault, if one is.
    pub field: Option<String>,
}

impl Error {
    /// An error without arguments.
    pub fn new(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            args: BTreeMap::new(),
            field: None,
        }
    }

    /// Adds a named argument.
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// Names the field at fault.
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// Whether this is the given code.
    pub fn is(&self, code: &str) -> bool {
        self.code == code
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(field) = &self.field {
            write!(f, " at {field}")?;
        }
        for (name, value) in &self.args {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as C;
        let code = match &error {
            rusqlite::Error::QueryReturnedNoRows => "record_gone",
            rusqlite::Error::SqliteFailure(e, _) => match e.code {
                C::DatabaseCorrupt | C::NotADatabase => "vault_damaged",
                C::DiskFull => "disk_full",
                C::ReadOnly | C::CannotOpen | C::PermissionDenied => "folder_read_only",
                C::DatabaseBusy | C::DatabaseLocked => "vault_busy",
                C::OperationInterrupted => "cancelled",
                _ => "database",
            },
            _ => "database",
        };
        Self::new(code).with("detail", error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as K;
        let code = match error.kind() {
            K::NotFound => "file_missing",
            K::PermissionDenied | K::ReadOnlyFilesystem => "folder_read_only",
            K::StorageFull | K::QuotaExceeded => "disk_full",
            _ => "file",
        };
        Self::new(code).with("detail", error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::new("bad_arguments").with("detail", error)
    }
}
