//! The change log: a chain of SHA-256 hashes over every change.
//!
//! An entry's hash is SHA-256 over these parts, each written as a four-byte big-endian length and its bytes (a missing part is the
//! length `ffffffff` and nothing): the text `sealbook log 1`, the vault id, the sequence number in decimal, the previous hash (32
//! bytes; 32 zero bytes before the first), the operation's id in decimal, kind, actor, moment, reason and origin, the register, the
//! record's UUID (16 bytes), the field, and the commitments before and after (32 bytes each). A setting has `settings` for the
//! register, and the vault's id for the record where it is about none.
//!
//! A commitment is SHA-256 over `salt` (16 bytes), one byte (`b` before, `a` after) and the canonical JSON of the value. Values and
//! salts lie in `log_value`, so that a value can be erased on request while the chain still holds.

use rusqlite::{Connection, params};
use serde::Serialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::Result;

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// The end of the chain: how many entries and the last hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogHead {
    /// Number of entries.
    pub entries: i64,
    /// Hash of the last; zeros before the first.
    pub hash: Hash,
}

/// What a check of the whole chain found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LogVerdict {
    /// Every hash and every kept value agree.
    pub ok: bool,
    /// Entries read.
    #[ts(type = "number")]
    pub entries: i64,
    /// The last hash, hex.
    pub head: String,
    /// Sequence number of the first entry that does not agree.
    #[ts(type = "number | null")]
    pub first_bad: Option<i64>,
}

/// The operation an entry belongs to, as hashed.
#[derive(Debug, Clone)]
pub(super) struct OperationParts {
    pub id: i64,
    pub kind: String,
    pub actor: String,
    pub utc: String,
    pub reason: Option<String>,
    pub origin: Option<String>,
}

/// One entry before it is hashed.
pub(super) struct Entry<'a> {
    pub register: &'a str,
    pub record: &'a [u8],
    pub field: Option<&'a str>,
    pub before: Option<Hash>,
    pub after: Option<Hash>,
}

/// The hash of an entry. See the module documentation for the format.
pub(super) fn entry_hash(
    vault_id: &str,
    seq: i64,
    prev: &Hash,
    operation: &OperationParts,
    entry: &Entry<'_>,
) -> Hash {
    let mut hasher = Sha256::new();
    let mut part = |bytes: Option<&[u8]>| match bytes {
        Some(bytes) => {
            hasher.update(
                u32::try_from(bytes.len())
                    .unwrap_or(u32::MAX - 1)
                    .to_be_bytes(),
            );
            hasher.update(bytes);
        }
        None => hasher.update(u32::MAX.to_be_bytes()),
    };
    part(Some(b"sealbook log 1"));
    part(Some(vault_id.as_bytes()));
    part(Some(seq.to_string().as_bytes()));
    part(Some(prev));
    part(Some(operation.id.to_string().as_bytes()));
    part(Some(operation.kind.as_bytes()));
    part(Some(operation.actor.as_bytes()));
    part(Some(operation.utc.as_bytes()));
    part(operation.reason.as_deref().map(str::as_bytes));
    part(operation.origin.as_deref().map(str::as_bytes));
    part(Some(entry.register.as_bytes()));
    part(Some(entry.record));
    part(entry.field.map(str::as_bytes));
    part(entry.before.as_ref().map(|hash| hash.as_slice()));
    part(entry.after.as_ref().map(|hash| hash.as_slice()));
    hasher.finalize().into()
}

/// The commitment to a value's canonical JSON.
pub(super) fn commitment(salt: &[u8], side: u8, canonical: &str) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(salt);
    hasher.update([side]);
    hasher.update(canonical.as_bytes());
    hasher.finalize().into()
}

/// The end of the chain.
pub fn head(connection: &Connection) -> Result<LogHead> {
    let last = connection.query_row(
        "SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1",
        [],
        |row| {
            Ok(LogHead {
                entries: row.get(0)?,
                hash: row.get(1)?,
            })
        },
    );
    match last {
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(LogHead {
            entries: 0,
            hash: [0; 32],
        }),
        result => Ok(result?),
    }
}

/// Hands out every entry's hash in order: two exports prove by them that history was only appended to.
pub fn each_hash(connection: &Connection, mut each: impl FnMut(&Hash) -> Result<()>) -> Result<()> {
    let mut statement = connection.prepare("SELECT hash FROM log ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(&row.get(0)?)?;
    }
    Ok(())
}

/// Recomputes the whole chain and every commitment whose value is still kept.
pub fn verify(connection: &Connection, vault_id: &str) -> Result<LogVerdict> {
    let mut statement = connection.prepare(
        "SELECT l.seq, l.register, l.record, l.field, l.before, l.after, l.hash,
                o.id, o.kind, o.actor, o.utc, o.reason, o.origin, v.salt, v.before, v.after
         FROM log l JOIN operation o ON o.id = l.operation LEFT JOIN log_value v ON v.seq = l.seq ORDER BY l.seq",
    )?;
    let mut rows = statement.query(params![])?;
    let mut prev: Hash = [0; 32];
    let mut entries = 0;
    let mut first_bad = None;
    while let Some(row) = rows.next()? {
        entries += 1;
        let seq: i64 = row.get(0)?;
        let (register, record, field): (String, Vec<u8>, Option<String>) =
            (row.get(1)?, row.get(2)?, row.get(3)?);
        let (before, after, hash): (Option<Hash>, Option<Hash>, Hash) =
            (row.get(4)?, row.get(5)?, row.get(6)?);
        let operation = OperationParts {
            id: row.get(7)?,
            kind: row.get(8)?,
            actor: row.get(9)?,
            utc: row.get(10)?,
            reason: row.get(11)?,
            origin: row.get(12)?,
        };
        let entry = Entry {
            register: &register,
            record: &record,
            field: field.as_deref(),
            before,
            after,
        };
        let chained =
            entry_hash(vault_id, entries, &prev, &operation, &entry) == hash && seq == entries;
        let kept = |side: u8, at: usize, committed: Option<Hash>| -> Result<bool> {
            let (salt, value): (Option<Vec<u8>>, Option<String>) = (row.get(13)?, row.get(at)?);
            Ok(match (salt, value) {
                (Some(salt), Some(value)) => committed == Some(commitment(&salt, side, &value)),
                _ => true,
            })
        };
        if first_bad.is_none() && !(chained && kept(b'b', 14, before)? && kept(b'a', 15, after)?) {
            first_bad = Some(seq);
        }
        prev = hash;
    }
    // entries that lost their operation fall out of the join: the count says so
    let total: i64 = connection.query_row("SELECT COUNT(*) FROM log", [], |row| row.get(0))?;
    if first_bad.is_none() && total != entries {
        first_bad = Some(entries + 1);
    }
    Ok(LogVerdict {
        ok: first_bad.is_none(),
        entries,
        head: super::keys::hex(&prev),
        first_bad,
    })
}
