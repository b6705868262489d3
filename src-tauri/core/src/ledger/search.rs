//! Search over everything, candidates for links, and earlier translations.

use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::title::{Ref, Titles};
use crate::Result;
use crate::register::{Kind, Pair, REGISTERS, Register};
use crate::vault::terms;

/// One record found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Hit {
    /// Register.
    pub register: &'static str,
    /// Row.
    #[ts(type = "number")]
    pub id: i64,
    /// Title.
    pub title: Pair,
    /// Code.
    pub code: Option<String>,
    /// Where the words were found, when not in the title.
    pub detail: String,
}

/// Most rows of the index looked at before ranking.
const MOST_CANDIDATES: i64 = 500;

/// Records that hold all the words, those with the words in their title first.
pub fn search(connection: &Connection, text: &str, limit: usize) -> Result<Vec<Hit>> {
    let Some(words) = terms::query(text) else {
        return Ok(Vec::new());
    };
    let mut statement = connection.prepare_cached(
        "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
    )?;
    let found: Vec<i64> = statement
        .query_map(params![words, MOST_CANDIDATES], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut titles = Titles::default();
    let mut hits = Vec::new();
    let needle = text.trim().to_lowercase();
    for rowid in found {
        let (id, number) = (rowid / 64, rowid % 64);
        let Some(register) = REGISTERS
            .iter()
            .copied()
            .find(|register| i64::from(register.number) == number)
        else {
            continue;
        };
        if is_archived(connection, register, id)? {
            continue;
        }
        let Ref { title, code, .. } = titles.reference(connection, register, id)?;
        let rank = rank(&needle, &title, code.as_deref());
        let detail = if rank < 3 {
            String::new()
        } else {
            where_found(connection, register, id, &needle)?
        };
        hits.push((
            rank,
            Hit {
                register: register.key,
                id,
                title,
                code,
                detail,
            },
        ));
    }
    hits.sort_by_key(|(rank, _)| *rank);
    Ok(hits.into_iter().take(limit).map(|(_, hit)| hit).collect())
}

/// 0 the code or title itself, 1 begins the title, 2 stands in it, 3 elsewhere.
fn rank(needle: &str, title: &Pair, code: Option<&str>) -> u8 {
    let halves = [title.zh.as_deref(), title.en.as_deref(), code];
    let best = |test: &dyn Fn(&str) -> bool| {
        halves
            .iter()
            .flatten()
            .any(|half| test(&half.to_lowercase()))
    };
    if best(&|half| half == needle) {
        0
    } else if best(&|half| half.starts_with(needle)) {
        1
    } else if best(&|half| half.contains(needle)) {
        2
    } else {
        3
    }
}

fn is_archived(connection: &Connection, register: &Register, id: i64) -> Result<bool> {
    let sql = format!(
        "SELECT archived_at IS NOT NULL FROM {} WHERE id = ?1",
        register.key
    );
    Ok(connection
        .prepare_cached(&sql)?
        .query_row([id], |row| row.get(0))?)
}

fn where_found(
    connection: &Connection,
    register: &Register,
    id: i64,
    needle: &str,
) -> Result<String> {
    let record = super::record(connection, register, id)?;
    let first_word = needle.split_whitespace().next().unwrap_or(needle);
    let found = register
        .fields()
        .filter(|field| field.search)
        .find_map(|field| match record.value(field.key) {
            crate::register::Value::Text(text) if text.to_lowercase().contains(first_word) => {
                Some(text.clone())
            }
            crate::register::Value::Pair(pair) => [&pair.zh, &pair.en]
                .into_iter()
                .flatten()
                .find(|half| half.to_lowercase().contains(first_word))
                .cloned(),
            _ => None,
        });
    Ok(found.unwrap_or_default())
}

/// Candidates for a link: those that hold the words, or the latest changed.
pub fn lookup(
    connection: &Connection,
    register: &'static Register,
    text: &str,
    limit: usize,
) -> Result<Vec<Ref>> {
    let table = register.key;
    let ids: Vec<i64> = match terms::query(text) {
        Some(words) => {
            let sql = format!(
                "SELECT rowid / 64 FROM search WHERE search MATCH ?1 AND rowid % 64 = ?2
                 AND EXISTS (SELECT 1 FROM {table} t WHERE t.id = rowid / 64 AND t.archived_at IS NULL) LIMIT ?3"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let rows = statement
                .query_map(params![words, register.number, MOST_CANDIDATES], |row| {
                    row.get(0)
                })?;
            rows.collect::<rusqlite::Result<_>>()?
        }
        None => {
            let sql = format!(
                "SELECT id FROM {table} WHERE archived_at IS NULL ORDER BY changed_at DESC, id DESC LIMIT ?1"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            statement
                .query_map([i64::try_from(limit).unwrap_or(i64::MAX)], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?
        }
    };
    let mut titles = Titles::default();
    let mut found: Vec<Ref> = ids
        .into_iter()
        .map(|id| titles.reference(connection, register, id))
        .collect::<Result<_>>()?;
    let needle = text.trim().to_lowercase();
    if !needle.is_empty() {
        found.sort_by_key(|candidate| rank(&needle, &candidate.title, candidate.code.as_deref()));
    }
    found.truncate(limit);
    Ok(found)
}

/// Earlier pairs with the same text in one half, the most frequent first.
pub fn translations(
    connection: &Connection,
    zh: Option<&str>,
    en: Option<&str>,
) -> Result<Vec<Pair>> {
    let mut parts = Vec::new();
    for register in REGISTERS {
        for field in register.fields().filter(|field| field.kind == Kind::Pair) {
            let key = field.key;
            parts.push(format!(
                "SELECT {key}_zh zh, {key}_en en FROM {} WHERE {key}_zh IS NOT NULL AND {key}_en IS NOT NULL
                 AND ({key}_zh = ?1 OR {key}_en = ?2 COLLATE NOCASE)",
                register.key
            ));
        }
    }
    let sql = format!(
        "SELECT zh, en FROM ({}) GROUP BY zh, en ORDER BY COUNT(*) DESC LIMIT 5",
        parts.join(" UNION ALL ")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![zh, en], |row| {
        Ok(Pair {
            zh: row.get(0)?,
            en: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
