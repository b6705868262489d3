//! Readable numbers such as `LIC-0042`: given in order, never reused.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Result;

/// The next number of a kind, with the vault's own prefix before it if it has one.
pub fn next(connection: &Connection, vault_prefix: &str, kind: &str) -> Result<String> {
    let last = last(connection, kind)? + 1;
    store(connection, kind, last)?;
    Ok(format!("{vault_prefix}{kind}-{last:04}"))
}

/// A number somebody typed or imported: the series goes on after it when it is one of its own.
pub fn remember(
    connection: &Connection,
    vault_prefix: &str,
    kind: &str,
    given: &str,
) -> Result<()> {
    let own = given
        .strip_prefix(vault_prefix)
        .and_then(|rest| rest.strip_prefix(kind))
        .and_then(|rest| rest.strip_prefix('-'));
    if let Some(Ok(number)) = own.map(str::parse::<i64>)
        && number > last(connection, kind)?
    {
        store(connection, kind, number)?;
    }
    Ok(())
}

fn last(connection: &Connection, kind: &str) -> Result<i64> {
    let mut statement = connection.prepare_cached("SELECT last FROM series WHERE prefix = ?1")?;
    Ok(statement
        .query_row([kind], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

fn store(connection: &Connection, kind: &str, last: i64) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO series (prefix, last) VALUES (?1, ?2) ON CONFLICT (prefix) DO UPDATE SET last = ?2")?
        .execute(params![kind, last])?;
    Ok(())
}
