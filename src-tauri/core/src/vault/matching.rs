//! How the officer had files understood before: which column fills which field, and by which fields a record is found again.

use std::collections::HashMap;

use rusqlite::Connection;

use super::Writer;
use crate::Result;

/// Fields by header, for each recipe.
pub fn columns(connection: &Connection) -> Result<HashMap<String, HashMap<String, String>>> {
    by_recipe(
        connection,
        "SELECT recipe, header, field FROM column_match",
        Ok,
    )
}

/// Keys of fields by register, for each recipe.
pub fn keys(connection: &Connection) -> Result<HashMap<String, HashMap<String, Vec<String>>>> {
    by_recipe(
        connection,
        "SELECT recipe, register, fields FROM match_key",
        |fields| Ok(serde_json::from_str(&fields)?),
    )
}

fn by_recipe<T>(
    connection: &Connection,
    sql: &str,
    read: impl Fn(String) -> Result<T>,
) -> Result<HashMap<String, HashMap<String, T>>> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut found: HashMap<String, HashMap<String, T>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let of_recipe = found.entry(row.get(0)?).or_default();
        of_recipe.insert(row.get(1)?, read(row.get(2)?)?);
    }
    Ok(found)
}

// kept in the import's own transaction: an import that is stopped has taught nothing
impl Writer<'_> {
    /// Remembers which field a header was matched to; an empty one: not imported.
    pub fn remember_column(&self, recipe: &str, header: &str, field: &str) -> Result<()> {
        self.connection().execute(
            "INSERT INTO column_match (recipe, header, field) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET field = excluded.field",
            [recipe, header, field],
        )?;
        Ok(())
    }

    /// Remembers by which fields records of a register are found again; none: as the recipe describes.
    pub fn remember_key(&self, recipe: &str, register: &str, fields: &[String]) -> Result<()> {
        if fields.is_empty() {
            self.connection().execute(
                "DELETE FROM match_key WHERE recipe = ?1 AND register = ?2",
                [recipe, register],
            )?;
            return Ok(());
        }
        self.connection().execute(
            "INSERT INTO match_key (recipe, register, fields) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET fields = excluded.fields",
            [recipe, register, &serde_json::to_string(fields)?],
        )?;
        Ok(())
    }
}
