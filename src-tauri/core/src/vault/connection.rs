//! Opening the database: key, settings, read-back. One writer, any number of readers.

use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::{Error, Result};

/// Pages in memory at most: 256 MB, taken as needed.
const CACHE_KIB: i64 = 256 * 1024;

/// The connection that writes.
pub fn open_writer(path: &Path, key: &str, create: bool) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let connection = open(path, key, flags)?;
    let journal: String =
        connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if journal != "wal" {
        // a folder without shared memory: slower, but as safe
        connection.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;")?;
    }
    Ok(connection)
}

/// A further connection that cannot write.
pub fn open_reader(path: &Path, key: &str) -> Result<Connection> {
    open(
        path,
        key,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )
}

/// SQLCipher sets itself up at the first keyed connection and must not be asked twice at once (seen with 4.20: the second fails).
static OPENING: Mutex<()> = Mutex::new(());

fn open(path: &Path, key: &str, flags: OpenFlags) -> Result<Connection> {
    let _one_at_a_time = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    // SQLCipher would print to standard error; the error comes back as a value anyway
    connection.execute_batch(&format!(
        "PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{key}'\";"
    ))?;
    connection.execute_batch(&format!(
        "PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0;
         PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON;
         PRAGMA cache_size = -{CACHE_KIB};"
    ))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_prepared_statement_cache_capacity(256);
    // the key is tried only when a page is read: a wrong one or a damaged header shows here
    connection.query_row("SELECT COUNT(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })?;
    Ok(connection)
}

/// The SQLite and SQLCipher this program carries are new enough: older ones could damage a file read by several connections
/// (SQLite before 3.51.3, and 3.52.0).
pub fn check_library(connection: &Connection) -> Result<()> {
    let number = rusqlite::version_number();
    let cipher: Option<String> = connection
        .query_row("PRAGMA cipher_version", [], |row| row.get(0))
        .ok();
    if number < 3_051_003 || number == 3_052_000 || cipher.is_none() {
        return Err(Error::new("library_too_old").with("version", rusqlite::version()));
    }
    Ok(())
}
