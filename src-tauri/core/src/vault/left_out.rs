//! Rows an import left out, kept with what it took to understand them until they are taken in, forgotten, or the import is undone.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;

use super::{Vault, Writer};
use crate::register::FileRef;
use crate::{Error, Result};

/// What an import left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The import.
    pub operation: i64,
    /// The file they stand in.
    pub file: FileRef,
    /// How it was understood; JSON.
    pub choices: String,
    /// Their numbers in the file.
    pub rows: Vec<u32>,
}

/// An import with rows that wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Waiting {
    /// The import.
    #[ts(type = "number")]
    pub operation: i64,
    /// Name of the file.
    pub name: String,
    /// When it was imported, UTC.
    pub utc: String,
    /// How many rows wait.
    pub rows: u32,
}

/// An operation that was taken back and not brought back since.
const UNDONE: &str = "(SELECT u.undoes FROM operation u WHERE u.undoes IS NOT NULL
    AND u.id NOT IN (SELECT r.undoes FROM operation r WHERE r.undoes IS NOT NULL))";

/// Imports with rows that wait, the latest first. Those of an import that was undone wait no longer; those taken up again wait
/// with the import that took them up, while it stands.
pub fn waiting(connection: &Connection) -> Result<Vec<Waiting>> {
    let sql = format!(
        "SELECT l.operation, o.origin, o.utc, json_array_length(l.rows) FROM left_out l JOIN operation o ON o.id = l.operation
         WHERE json_array_length(l.rows) > 0 AND l.operation NOT IN {UNDONE} AND l.operation NOT IN
         (SELECT n.resumes FROM left_out n WHERE n.resumes IS NOT NULL AND n.operation NOT IN {UNDONE})
         ORDER BY l.operation DESC"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Waiting {
            operation: row.get(0)?,
            name: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
            utc: row.get(2)?,
            rows: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What an import left out. Error `left_out_gone` when nothing of it waits.
pub fn of(connection: &Connection, operation: i64) -> Result<LeftOut> {
    let waits = waiting(connection)?
        .iter()
        .any(|waiting| waiting.operation == operation);
    let found: Option<(String, String, String)> = connection
        .query_row(
            "SELECT file, choices, rows FROM left_out WHERE operation = ?1",
            [operation],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()?;
    let (file, choices, rows) = found
        .filter(|_| waits)
        .ok_or_else(|| Error::new("left_out_gone"))?;
    Ok(LeftOut {
        operation,
        file: serde_json::from_str(&file)?,
        choices,
        rows: serde_json::from_str(&rows)?,
    })
}

impl Writer<'_> {
    /// Keeps the rows this import leaves out; `resumes` is the import whose rows it took up again.
    pub fn leave_out(
        &self,
        resumes: Option<i64>,
        file: &FileRef,
        choices: &str,
        rows: &[u32],
    ) -> Result<()> {
        self.connection().execute(
            "INSERT INTO left_out (operation, resumes, file, choices, rows) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![
                self.number(),
                resumes,
                serde_json::to_string(file)?,
                choices,
                serde_json::to_string(rows)?
            ],
        )?;
        Ok(())
    }
}

impl Vault {
    /// Lets the rows an import left out wait no longer.
    pub fn forget_left_out(&mut self, operation: i64) -> Result<()> {
        self.connection.execute(
            "UPDATE left_out SET rows = '[]' WHERE operation = ?1",
            [operation],
        )?;
        Ok(())
    }
}
