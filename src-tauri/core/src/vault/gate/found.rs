//! The rows of the search index that an operation changes, written together at its end: the index writes what it holds in memory
//! to disk at every savepoint, which for an import would be at every row.

use rusqlite::{Connection, params};
use serde_json::Value as Json;

use crate::Result;
use crate::register::{Record, Register, Value};
use crate::vault::terms;

/// Bytes of terms kept before they are written all the same.
const MANY: usize = 16 << 20;

/// A row of the index.
struct Row {
    id: i64,
    /// A row with this id may stand already.
    replaces: bool,
    /// Where its terms end in the common text.
    end: usize,
}

/// Rows still to be written.
#[derive(Default)]
pub(super) struct Found {
    rows: Vec<Row>,
    terms: String,
}

impl Found {
    /// Words a record is found by.
    pub(super) fn record(&mut self, register: &Register, id: i64, record: &Record, new: bool) {
        let start = self.terms.len();
        for field in register.fields().filter(|field| field.search) {
            match record.value(field.key) {
                Value::Text(text) => terms::index_terms(text, &mut self.terms),
                Value::Pair(pair) => {
                    for half in [&pair.zh, &pair.en].into_iter().flatten() {
                        terms::index_terms(half, &mut self.terms);
                    }
                }
                _ => {}
            }
        }
        for value in record.custom.values().filter_map(Json::as_str) {
            terms::index_terms(value, &mut self.terms);
        }
        if !new || self.terms.len() > start {
            self.push(register, id, !new);
        }
    }

    /// A record that is no longer found.
    pub(super) fn nothing(&mut self, register: &Register, id: i64) {
        self.push(register, id, true);
    }

    fn push(&mut self, register: &Register, id: i64, replaces: bool) {
        self.rows.push(Row {
            id: search_row(register, id),
            replaces,
            end: self.terms.len(),
        });
    }

    /// How far it is, to come back to.
    pub(super) const fn mark(&self) -> usize {
        self.rows.len()
    }

    /// Forgets what came after a mark.
    pub(super) fn back_to(&mut self, mark: usize) {
        self.rows.truncate(mark);
        let end = self.rows.last().map_or(0, |row| row.end);
        self.terms.truncate(end);
    }

    /// Much has come together.
    pub(super) const fn is_much(&self) -> bool {
        self.terms.len() > MANY
    }

    /// Writes everything.
    pub(super) fn write(&mut self, connection: &Connection) -> Result<()> {
        let mut delete = connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?;
        let mut insert =
            connection.prepare_cached("INSERT INTO search (rowid, terms) VALUES (?1, ?2)")?;
        let mut start = 0;
        for row in &self.rows {
            if row.replaces {
                delete.execute([row.id])?;
            }
            let terms = self.terms.get(start..row.end).unwrap_or_default();
            if !terms.is_empty() {
                insert.execute(params![row.id, terms])?;
            }
            start = row.end;
        }
        self.rows.clear();
        self.terms.clear();
        Ok(())
    }
}

/// The row of the search index that stands for a record.
pub fn search_row(register: &Register, id: i64) -> i64 {
    id * 64 + i64::from(register.number)
}
