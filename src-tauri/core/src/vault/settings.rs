//! Facts of the vault that are no record: its id, its people, its signing key, the reporting currency.

use rusqlite::{Connection, OptionalExtension, params};

use crate::{Error, Result};

/// A fact by key.
pub fn get(connection: &Connection, key: &str) -> Result<Option<String>> {
    let mut statement = connection.prepare_cached("SELECT value FROM vault WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

/// Keeps a fact.
pub fn set(connection: &Connection, key: &str, value: &str) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO vault (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2")?
        .execute(params![key, value])?;
    Ok(())
}

/// What stands in a vault from its first moment: id, reporting currency, signing key.
pub fn first(connection: &Connection, vault_id: &str, person: &str) -> Result<()> {
    let failed = |error: minisign::PError| Error::new("signing_failed").with("detail", error);
    let pair = minisign::KeyPair::generate_unencrypted_keypair().map_err(failed)?;
    let secret = pair.sk.to_box(None).map_err(failed)?.into_string();
    for (key, value) in [
        ("id", vault_id),
        ("reporting_currency", "CNY"),
        ("created_by", person),
        ("signing_secret", &secret),
        ("signing_public", &pair.pk.to_base64()),
    ] {
        set(connection, key, value)?;
    }
    Ok(())
}

/// Remembers whose slot `keys/person-<id>.age` is.
pub fn add_person(connection: &Connection, id: &str, name: &str) -> Result<()> {
    set(connection, &format!("person.{id}"), name)
}

/// Name of the person behind a slot; the recovery key and the keychain speak for the vault's maker.
pub fn person_name(connection: &Connection, id: Option<&str>) -> Result<String> {
    let named = match id {
        Some(id) => get(connection, &format!("person.{id}"))?,
        None => None,
    };
    Ok(named.or(get(connection, "created_by")?).unwrap_or_default())
}
