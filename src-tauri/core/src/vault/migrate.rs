//! Numbered migrations, append-only, each all-or-nothing.

use rusqlite::Connection;

use crate::Result;

/// In order; the vault's format number is how many have been applied.
const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_first.sql"),
    include_str!("../../migrations/0002_imports.sql"),
    include_str!("../../migrations/0003_names.sql"),
    include_str!("../../migrations/0004_aliases.sql"),
    include_str!("../../migrations/0005_deadlines.sql"),
    include_str!("../../migrations/0006_position.sql"),
    include_str!("../../migrations/0007_findings.sql"),
    include_str!("../../migrations/0008_found.sql"),
];

/// The format this program writes.
pub const FORMAT: u32 = MIGRATIONS.len() as u32;

/// Brings a database to [`FORMAT`]. A newer one was refused before, from `vault.toml`.
pub fn migrate(connection: &mut Connection) -> Result<()> {
    let applied: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    for (number, migration) in (1_u32..).zip(MIGRATIONS).skip(applied as usize) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}
