//! Finding the record something speaks of by what it is called.

use rusqlite::{Connection, OptionalExtension};

use crate::Result;
use crate::register::{Kind, Register};

/// The record called so: by code, identifier or title, in either language, whatever the case. Two with the same name: the older;
/// a name goes before another name that is only noted.
pub fn find_by_name(
    connection: &Connection,
    register: &Register,
    text: &str,
) -> Result<Option<i64>> {
    let text = text.trim();
    let (mut names, mut noted) = (Vec::new(), Vec::new());
    for field in register.fields() {
        let key = field.key;
        let named = register.title.iter().any(|title| title.key == key)
            || register
                .keys
                .iter()
                .any(|k| k.len() == 1 && k[0].key == key);
        match field.kind {
            Kind::Pair if named => names.extend([
                format!("{key}_zh = ?1 COLLATE NOCASE"),
                format!("{key}_en = ?1 COLLATE NOCASE"),
            ]),
            Kind::Code(_) | Kind::Identifier(_) => names.push(format!("{key} = ?1 COLLATE NOCASE")),
            Kind::Text if named => names.push(format!("{key} = ?1 COLLATE NOCASE")),
            // other names, one a line
            Kind::Note if field.search => {
                noted.push(format!("instr(char(10) || lower({key}) || char(10), char(10) || lower(?1) || char(10)) > 0"));
            }
            _ => {}
        }
    }
    if text.is_empty() {
        return Ok(None);
    }
    for conditions in [names, noted]
        .iter()
        .filter(|conditions| !conditions.is_empty())
    {
        let sql = format!(
            "SELECT id FROM {} WHERE {} ORDER BY archived_at IS NOT NULL, id LIMIT 1",
            register.key,
            conditions.join(" OR ")
        );
        let found = connection
            .prepare_cached(&sql)?
            .query_row([text], |row| row.get(0))
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}
