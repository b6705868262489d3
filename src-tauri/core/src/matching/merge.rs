//! Two products that are one: what refers to the second refers to the first, its names become other names of the first, what the
//! first does not say is taken over, and the second is archived. Everything follows from the descriptions of the registers.

use std::collections::BTreeMap;

use rusqlite::{Connection, params_from_iter};
use serde::Serialize;
use ts_rs::TS;

use super::Progress;
use super::decide::{each, more_names};
use crate::register::{Field, Kind, Pair, Record, Register, RowId, Value, product, register};
use crate::vault::row;
use crate::vault::{Writer, schema};
use crate::{Error, Result, ledger};

const PRODUCT: &Register = &product::REGISTER;

/// What a merge would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Merging {
    /// Records that would refer to the first, by register.
    pub moves: Vec<Moves>,
    /// Fields the first would take over.
    pub fills: Vec<&'static str>,
    /// Its other names afterwards, one a line.
    pub aliases: String,
    /// Why it is refused, if it is.
    pub refused: Option<Error>,
}

/// Records of one register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Moves {
    /// Register.
    pub register: &'static str,
    /// How many.
    pub count: u32,
}

/// Records that refer to the second.
type Referring = Vec<(&'static Register, i64)>;

/// What merging the second product into the first would do.
pub fn would_merge(connection: &Connection, keep: i64, gone: i64) -> Result<Merging> {
    let (first, second) = (
        ledger::record(connection, PRODUCT, keep)?,
        ledger::record(connection, PRODUCT, gone)?,
    );
    let referring = referring(connection, gone)?;
    let mut counts: BTreeMap<&'static str, u32> = BTreeMap::new();
    for (register, _) in &referring {
        *counts.entry(register.key).or_default() += 1;
    }
    let refused = refusal(connection, (keep, &first), (gone, &second), &referring)?;
    let (fills, aliases) = (taken_over(&first, &second), united(&first, &second));
    Ok(Merging {
        moves: counts
            .into_iter()
            .map(|(register, count)| Moves { register, count })
            .collect(),
        fills: fills.values.keys().copied().collect(),
        aliases,
        refused,
    })
}

/// Merges the second product into the first. Errors: `merge_same`, `merge_related`, `merge_collides`, `cancelled`.
pub fn merge(
    tx: &mut Writer<'_>,
    keep: i64,
    gone: i64,
    note: &str,
    progress: &mut Progress<'_>,
) -> Result<()> {
    let (first, second) = (
        ledger::record(tx.connection(), PRODUCT, keep)?,
        ledger::record(tx.connection(), PRODUCT, gone)?,
    );
    let referring = referring(tx.connection(), gone)?;
    if let Some(refused) = refusal(tx.connection(), (keep, &first), (gone, &second), &referring)? {
        return Err(refused);
    }
    each(referring.len(), progress, |at| {
        let (register, id) = referring[at];
        let record = ledger::record(tx.connection(), register, id)?;
        tx.update(register, id, pointed(register, &record, keep, gone))
            .map(|_| ())
    })?;
    let mut change = taken_over(&first, &second);
    change.set(product::ALIASES, united(&first, &second));
    tx.update(&product::REGISTER, keep, change)?;
    let before = second.get(product::NOTE).map(|text| text + "\n");
    let change = Record::new()
        .with(product::MERGED, RowId(keep))
        .with(product::NOTE, before.unwrap_or_default() + note);
    tx.update(&product::REGISTER, gone, change)?;
    tx.archive(&product::REGISTER, gone, true)
}

/// Every record that refers to a product.
fn referring(connection: &Connection, id: i64) -> Result<Referring> {
    let mut found: Referring = Vec::new();
    for (other, field) in PRODUCT.backlinks() {
        let sql = format!(
            "SELECT id FROM {} WHERE {}_id = ?1 ORDER BY id",
            other.key, field.key
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map([id], |row| row.get(0))?;
        for row in rows {
            found.push((other, row?));
        }
    }
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT register, record FROM link WHERE target_register = ?1 AND target = ?2 ORDER BY 1, 2",
    )?;
    let rows = statement.query_map((PRODUCT.key, id), |row| {
        Ok((row.get::<_, String>(0)?, row.get(1)?))
    })?;
    for row in rows {
        let (key, record) = row?;
        found.push((register(&key)?, record));
    }
    found.sort_by_key(|(register, id)| (register.number, *id));
    found.dedup_by_key(|(register, id)| (register.number, *id));
    Ok(found)
}

/// The links of a record to the second, pointing to the first.
fn pointed(register: &'static Register, record: &Record, keep: i64, gone: i64) -> Record {
    let mut change = Record::new();
    let moved = |id: &i64| if *id == gone { keep } else { *id };
    for field in register.fields() {
        let value = match (field.kind, record.value(field.key)) {
            (Kind::Link(target), Value::Link(id)) if target == PRODUCT.key && *id == gone => {
                Value::Link(keep)
            }
            (Kind::Links(target), Value::Links(ids)) if target == PRODUCT.key => {
                Value::Links(ids.iter().map(moved).collect())
            }
            (Kind::AnyLinks, Value::AnyLinks(ids)) => {
                let moved = |(key, id): &(&'static str, i64)| match *key == PRODUCT.key {
                    true => (*key, moved(id)),
                    false => (*key, *id),
                };
                Value::AnyLinks(ids.iter().map(moved).collect())
            }
            _ => continue,
        };
        if value != *record.value(field.key) {
            change.values.insert(field.key, value);
        }
    }
    change
}

/// What the first does not say and the second does.
fn taken_over(first: &Record, second: &Record) -> Record {
    let mut change = Record::new();
    for field in PRODUCT.fields() {
        let code = matches!(field.kind, Kind::Code(_));
        if code || field.readonly || field.key == product::ALIASES.field.key {
            continue;
        }
        let value = match (first.value(field.key), second.value(field.key)) {
            (_, Value::Null) => continue,
            (Value::Null, value) => value.clone(),
            (Value::Pair(own), Value::Pair(other)) if own.zh.is_none() || own.en.is_none() => {
                Value::Pair(Pair {
                    zh: own.zh.clone().or_else(|| other.zh.clone()),
                    en: own.en.clone().or_else(|| other.en.clone()),
                })
            }
            _ => continue,
        };
        if value != *first.value(field.key) {
            change.values.insert(field.key, value);
        }
    }
    let own = second.custom.iter();
    let missing = own.filter(|(key, _)| !first.custom.contains_key(*key));
    change.custom = missing
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    change
}

/// The other names of both, with those the second went by, and its code: lists that still use them find the first.
fn united(first: &Record, second: &Record) -> String {
    let mut names: Vec<String> = Vec::new();
    let edition = second.get(product::EDITION);
    let version = second.get(product::VERSION);
    if let Some(name) = second.get(product::NAME) {
        for half in [name.zh, name.en].into_iter().flatten() {
            let parts = [edition.as_deref(), version.as_deref()]
                .into_iter()
                .flatten();
            let whole = parts.fold(half.clone(), |text, part| format!("{text} {part}"));
            names.extend([half, whole]);
        }
    }
    names.extend(
        second
            .get(product::ALIASES)
            .iter()
            .flat_map(|text| text.lines())
            .map(str::to_owned),
    );
    names.extend(second.get(product::CODE));
    more_names(first, names.iter().map(String::as_str))
}

/// Why two products cannot be one.
fn refusal(
    connection: &Connection,
    (keep, first): (i64, &Record),
    (gone, second): (i64, &Record),
    referring: &Referring,
) -> Result<Option<Error>> {
    if keep == gone || second.get(product::MERGED).is_some() || first.get(product::MERGED).is_some()
    {
        return Ok(Some(Error::new("merge_same")));
    }
    if links_to(first, gone) || links_to(second, keep) {
        return Ok(Some(Error::new("merge_related")));
    }
    let mut collisions: Vec<(&'static Register, i64)> = Vec::new();
    for (register, id) in referring {
        if collides(connection, register, *id, keep, gone)? {
            collisions.push((register, *id));
        }
    }
    let Some((register, id)) = collisions.first() else {
        return Ok(None);
    };
    let title = ledger::title(connection, register, *id)?;
    Ok(Some(
        Error::new("merge_collides")
            .with("register", register.key)
            .with("title", title.en_or_zh())
            .with("count", collisions.len()),
    ))
}

fn links_to(record: &Record, id: i64) -> bool {
    let includes = record.get(product::INCLUDES).unwrap_or_default();
    includes.contains(&id) || record.get(product::DOWNGRADE) == Some(RowId(id))
}

/// Whether a record would be the same as another once it refers to the first: it shares a key, and no other key tells the two apart.
fn collides(
    connection: &Connection,
    register: &'static Register,
    id: i64,
    keep: i64,
    gone: i64,
) -> Result<bool> {
    let is_link = |field: &Field| field.kind == Kind::Link(PRODUCT.key);
    let keys = register.keys.iter().filter(|key| key.iter().any(is_link));
    let record = ledger::record(connection, register, id)?;
    for key in keys {
        let Some(twin) = twin(connection, register, key, &record, (id, keep, gone))? else {
            continue;
        };
        let other = ledger::record(connection, register, twin)?;
        let apart = register.keys.iter().any(|key| {
            let (one, two) = (record.value(key[0].key), other.value(key[0].key));
            !is_link(&key[0]) && !one.is_empty() && !two.is_empty() && one != two
        });
        if !apart {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Another record in use that has the values a record would have in a key.
fn twin(
    connection: &Connection,
    register: &'static Register,
    key: &[Field],
    record: &Record,
    (id, keep, gone): (i64, i64, i64),
) -> Result<Option<i64>> {
    let values = key.iter().map(|field| {
        let value = match record.value(field.key) {
            Value::Link(target) if *target == gone && field.kind == Kind::Link(PRODUCT.key) => {
                Value::Link(keep)
            }
            value => value.clone(),
        };
        (field, value)
    });
    let values: Vec<(&Field, Value)> = values.collect();
    let mut conditions = vec!["archived_at IS NULL AND id <> ?1".to_owned()];
    let mut bound = vec![id.into()];
    for (field, value) in &values {
        let first = bound.len() + 1;
        row::bind(field, value, &mut bound);
        for ((column, _), place) in schema::columns(field).iter().zip(first..) {
            conditions.push(format!("{column} IS ?{place}"));
        }
    }
    let sql = format!(
        "SELECT id FROM {} WHERE {} LIMIT 1",
        register.key,
        conditions.join(" AND ")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&bound))?;
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}

/// How many records refer to a product.
pub(super) fn references(connection: &Connection, id: i64) -> Result<u32> {
    Ok(u32::try_from(referring(connection, id)?.len()).unwrap_or(u32::MAX))
}
