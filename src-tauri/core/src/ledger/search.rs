//! Search over everything, candidates for links, and earlier translations.

use rusqlite::{Connection, params, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

use super::condition::holding;
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

/// Candidates for a link looked at before ranking.
const MOST_CANDIDATES: i64 = 500;
/// Records of one register looked at before ranking: a hundred thousand devices do not hide the site they are named after.
const MOST_OF_ONE: u32 = 100;

/// Records that hold all the words, those with the words in their title first.
pub fn search(connection: &Connection, text: &str, limit: usize) -> Result<Vec<Hit>> {
    let Some(words) = terms::query(text) else {
        return Ok(Vec::new());
    };
    let mut titles = Titles::default();
    let mut ranked = Vec::new();
    let needle = text.trim().to_lowercase();
    for (register, id) in candidates(connection, &words)? {
        let found = titles.reference(connection, register, id)?;
        ranked.push((
            rank(&needle, &found.title, found.code.as_deref()),
            register,
            found,
        ));
    }
    ranked.sort_by_key(|(rank, ..)| *rank);
    ranked.truncate(limit);
    ranked
        .into_iter()
        .map(|(rank, register, found)| {
            let detail = if rank < 3 {
                String::new()
            } else {
                where_found(connection, register, found.id, &needle)?
            };
            Ok(Hit {
                register: found.register,
                id: found.id,
                title: found.title,
                code: found.code,
                detail,
            })
        })
        .collect()
}

/// Records in use that hold the words, the newest of each register first.
fn candidates(connection: &Connection, words: &str) -> Result<Vec<(&'static Register, i64)>> {
    let mut statement = connection
        .prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC")?;
    let mut rows = statement.query([words])?;
    let mut taken = [0_u32; 64];
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let rowid: i64 = row.get(0)?;
        let (id, number) = (rowid / 64, rowid % 64);
        let Some(taken) = usize::try_from(number)
            .ok()
            .and_then(|at| taken.get_mut(at))
        else {
            continue;
        };
        if *taken == MOST_OF_ONE {
            continue;
        }
        let register = REGISTERS
            .iter()
            .find(|register| i64::from(register.number) == number);
        if let Some(register) = register
            && !is_archived(connection, register, id)?
        {
            *taken += 1;
            found.push((*register, id));
        }
    }
    Ok(found)
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
    let words: Vec<String> = text.split_whitespace().filter_map(terms::query).collect();
    let ids: Vec<i64> = match words.as_slice() {
        [_, ..] => {
            let mut sql =
                format!("SELECT {table}.id FROM {table} WHERE {table}.archived_at IS NULL");
            for at in 1..=words.len() {
                let found = holding(register, &format!("?{at}"), 0)?;
                sql.push_str(&format!(" AND {found}"));
            }
            sql.push_str(&format!(" LIMIT {MOST_CANDIDATES}"));
            let mut statement = connection.prepare_cached(&sql)?;
            statement
                .query_map(params_from_iter(&words), |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?
        }
        [] => {
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
