//! What the officer arranged for herself: fields of her own and saved views.

use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Vault, Writer};
use crate::register::register;
use crate::register::value::moment_text;
use crate::{Error, Result};

/// Kinds a field of her own may have: those a plain JSON value can hold.
pub const CUSTOM_KINDS: &[&str] = &[
    "text", "note", "integer", "decimal", "date", "flag", "choice",
];

/// A field the officer added to a register. Its values lie in the record's `custom` column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomField {
    /// Register it belongs to.
    pub register: String,
    /// Key in the JSON: `own_1`, `own_2` …, never reused.
    pub key: String,
    /// One of [`CUSTOM_KINDS`].
    pub kind: String,
    /// For choices: the texts, which are their own keys.
    pub choices: Vec<String>,
    /// Chinese label.
    pub zh: String,
    /// English label.
    pub en: String,
    /// Italian label.
    pub it: String,
}

/// A list as she likes to see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// Row.
    #[ts(type = "number")]
    pub id: i64,
    /// Register.
    pub register: String,
    /// Name she gave.
    pub name: String,
    /// Filters, order, words.
    pub query: crate::ledger::ListQuery,
    /// Columns in order.
    pub columns: Vec<String>,
}

/// The fields of her own of every register, in the order they were made.
pub fn custom_fields(connection: &Connection) -> Result<Vec<CustomField>> {
    let mut statement = connection.prepare_cached(
        "SELECT register, key, kind, choices, zh, en, it FROM custom_field WHERE removed_at IS NULL ORDER BY register, length(key), key",
    )?;
    let rows = statement.query_map([], |row| Ok((read_field(row)?, row.get::<_, String>(3)?)))?;
    rows.map(|row| {
        let (field, choices) = row?;
        Ok(CustomField {
            choices: serde_json::from_str(&choices)?,
            ..field
        })
    })
    .collect()
}

fn read_field(row: &Row<'_>) -> rusqlite::Result<CustomField> {
    Ok(CustomField {
        register: row.get(0)?,
        key: row.get(1)?,
        kind: row.get(2)?,
        choices: Vec::new(),
        zh: row.get(4)?,
        en: row.get(5)?,
        it: row.get(6)?,
    })
}

/// The saved views of a register.
pub fn views(connection: &Connection, register: &str) -> Result<Vec<SavedView>> {
    let mut statement =
        connection.prepare_cached("SELECT id, register, name, query, columns FROM saved_view WHERE register = ?1 ORDER BY name")?;
    let rows = statement.query_map([register], |row| {
        Ok((
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get::<_, String>(3)?,
            row.get::<_, String>(4)?,
        ))
    })?;
    rows.map(|row| {
        let (id, register, name, query, columns) = row?;
        Ok(SavedView {
            id,
            register,
            name,
            query: serde_json::from_str(&query)?,
            columns: serde_json::from_str(&columns)?,
        })
    })
    .collect()
}

fn save_custom_field(connection: &Connection, field: &CustomField) -> Result<String> {
    register(&field.register)?;
    if !CUSTOM_KINDS.contains(&field.kind.as_str()) {
        return Err(Error::new("bad_value").at("kind"));
    }
    if field.kind == "choice" && field.choices.iter().all(|choice| choice.trim().is_empty()) {
        return Err(Error::new("required").at("choices"));
    }
    for (label, name) in [(&field.zh, "zh"), (&field.en, "en"), (&field.it, "it")] {
        if label.trim().is_empty() {
            return Err(Error::new("required").at(name));
        }
    }
    let key = if field.key.is_empty() {
        let count: i64 = connection.query_row(
            "SELECT COUNT(*) FROM custom_field WHERE register = ?1",
            [&field.register],
            |row| row.get(0),
        )?;
        format!("own_{}", count + 1)
    } else {
        field.key.clone()
    };
    connection.execute(
        "INSERT INTO custom_field (register, key, kind, choices, zh, en, it) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (register, key) DO UPDATE SET choices = ?4, zh = ?5, en = ?6, it = ?7, removed_at = NULL",
        params![field.register, key, field.kind, serde_json::to_string(&field.choices)?, field.zh, field.en, field.it],
    )?;
    Ok(key)
}

// in the import's own transaction: undoing the import takes the field away again
impl Writer<'_> {
    /// Adds a field of her own; its key.
    pub fn make_custom_field(&self, field: &CustomField) -> Result<String> {
        let key = save_custom_field(self.connection(), field)?;
        self.connection().execute(
            "UPDATE custom_field SET operation = ?3 WHERE register = ?1 AND key = ?2",
            params![field.register, key, self.number()],
        )?;
        Ok(key)
    }

    /// Takes the fields out of sight that an operation made; taking that back shows them again.
    pub(super) fn undo_custom_fields(&self, undone: i64) -> Result<()> {
        self.connection().execute(
            "UPDATE custom_field SET removed_at = ?2 WHERE operation = ?1",
            params![undone, moment_text(self.at())],
        )?;
        self.connection().execute(
            "UPDATE custom_field SET removed_at = NULL WHERE operation = (SELECT undoes FROM operation WHERE id = ?1)",
            [undone],
        )?;
        Ok(())
    }
}

impl Vault {
    /// Adds a field of her own (empty key) or changes labels and choices of one. Errors name the field of the form.
    pub fn save_custom_field(&mut self, field: &CustomField) -> Result<String> {
        save_custom_field(&self.connection, field)
    }

    /// Takes a field of her own out of sight. What was entered stays in the records and the log.
    pub fn remove_custom_field(&mut self, register: &str, key: &str, moment: &str) -> Result<()> {
        self.connection.execute(
            "UPDATE custom_field SET removed_at = ?3 WHERE register = ?1 AND key = ?2",
            params![register, key, moment],
        )?;
        Ok(())
    }

    /// Saves a view; id 0 makes a new one.
    pub fn save_view(&mut self, view: &SavedView) -> Result<SavedView> {
        register(&view.register)?;
        if view.name.trim().is_empty() {
            return Err(Error::new("required").at("name"));
        }
        let id = (view.id > 0).then_some(view.id);
        self.connection.execute(
            "INSERT INTO saved_view (id, register, name, query, columns) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET name = ?3, query = ?4, columns = ?5",
            params![id, view.register, view.name, serde_json::to_string(&view.query)?, serde_json::to_string(&view.columns)?],
        )?;
        let id = id.unwrap_or_else(|| self.connection.last_insert_rowid());
        Ok(SavedView { id, ..view.clone() })
    }

    /// Forgets a view.
    pub fn remove_view(&mut self, id: i64) -> Result<()> {
        self.connection
            .execute("DELETE FROM saved_view WHERE id = ?1", [id])?;
        Ok(())
    }
}
