//! What lets a reader prove that a workbook is the one that was made, and that history was not rewritten since: the head of
//! the change log in the workbook, every entry's hash and a signature beside it.

use std::path::Path;

use rusqlite::Connection;

use super::book::Book;
use super::cell::refused;
use super::{cell, save};
use crate::Result;

/// The vault's part: its name and its signature.
pub struct Seal<'a> {
    /// The vault's id.
    pub vault: String,
    /// The public signing key as minisign prints it.
    pub key: String,
    /// Signs bytes; gives the text of a `.minisig` file.
    pub sign: &'a dyn Fn(&[u8]) -> Result<String>,
}

/// The change log as it stands in the export's transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LogHead {
    pub(super) entries: i64,
    pub(super) hash: String,
}

impl LogHead {
    pub(super) fn read(conn: &Connection) -> Result<Self> {
        let entries = conn.query_row("SELECT COUNT(*) FROM log", [], |row| row.get(0))?;
        let mut statement = conn.prepare("SELECT hash FROM log ORDER BY seq DESC LIMIT 1")?;
        let mut rows = statement.query([])?;
        let hash = match rows.next()? {
            Some(row) => save::hex(&row.get::<_, Vec<u8>>(0)?),
            None => String::new(),
        };
        Ok(Self { entries, hash })
    }
}

/// Every entry's hash, one a line in hex, oldest first.
pub(super) fn log_hashes(conn: &Connection) -> Result<Vec<u8>> {
    let mut statement = conn.prepare("SELECT hash FROM log ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.extend(save::hex(&row.get::<_, Vec<u8>>(0)?).into_bytes());
        lines.push(b'\n');
    }
    Ok(lines)
}

/// Writes the companions of a saved workbook.
pub(super) fn companions(target: &Path, hashes: &[u8], seal: Option<&Seal<'_>>) -> Result<bool> {
    save::text(&save::beside(target, ".LOG.hashes"), hashes)?;
    let Some(seal) = seal else {
        return Ok(false);
    };
    let signature = (seal.sign)(&std::fs::read(target)?)?;
    save::text(&save::beside(target, ".minisig"), signature.as_bytes())?;
    Ok(true)
}

/// The *Integrity* sheet.
pub(super) fn sheet(
    book: &mut Book,
    head: &LogHead,
    file: &str,
    seal: Option<&Seal<'_>>,
) -> Result<()> {
    let side = book.side;
    let index = book.sheet(&side.inline("sheet-integrity"), false)?;
    let entries = side.joined(" · ", |words| {
        words.format("integrity-entries-value", &[("count", head.entries)])
    });
    let facts = [
        ("integrity-entries", entries),
        ("integrity-head", head.hash.clone()),
        (
            "integrity-vault",
            seal.map_or_else(String::new, |seal| seal.vault.clone()),
        ),
        (
            "integrity-key",
            seal.map_or_else(String::new, |seal| seal.key.clone()),
        ),
    ];
    let key = seal.map_or("", |seal| seal.key.as_str());
    let args = [("file", file), ("key", key)];
    let steps = ["windows", "mac", "linux", "signature", "history", "limits"].map(|step| {
        side.joined("\n", |words| {
            words.format(&format!("integrity-how-{step}"), &args)
        })
    });
    let texts = (side.inline("integrity-title"), side.inline("integrity-how"));
    let Book {
        workbook, styles, ..
    } = book;
    let sheet = workbook.worksheet_from_index(index).map_err(refused)?;
    sheet.set_column_width(0, 30).map_err(refused)?;
    sheet.set_column_width(1, 74).map_err(refused)?;
    sheet
        .write_string_with_format(0, 0, &texts.0, &styles.title)
        .map_err(refused)?
        .set_row_height(0, 30)
        .map_err(refused)?;
    let mut row = 2;
    for (label, value) in &facts {
        sheet.set_row_height(row, 34).map_err(refused)?;
        sheet
            .write_string_with_format(row, 0, side.stacked(label), &styles.cover_key)
            .map_err(refused)?;
        cell::write_text(sheet, row, 1, value, &styles.cover_value)?;
        row += 1;
    }
    row += 1;
    sheet
        .write_string_with_format(row, 0, &texts.1, &styles.heading)
        .map_err(refused)?;
    for step in &steps {
        row += 1;
        super::position::prose(sheet, row, (0, 1), 104.0, step, &styles.prose)?;
    }
    Ok(())
}
