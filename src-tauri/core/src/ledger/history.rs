//! The change log as people read it: operations, newest first, with what each changed.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use ts_rs::TS;
use uuid::Uuid;

use super::remembered::Remembered;
use super::rows::page_value;
use super::title::Titles;
use crate::Result;
use crate::register::{Pair, Register, register};
use crate::rules::deadline::kinds;
use crate::vault::left_out;
use crate::vault::setting::{LOGGED_AS, reminder_of};
use crate::vault::{from_canonical, row_of, uuid_of};
use crate::words::{Language, Words};

/// Which operations are asked for.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HistoryQuery {
    /// Of one register.
    pub register: Option<String>,
    /// Of one record of it.
    #[ts(type = "number | null")]
    pub id: Option<i64>,
    /// By one person.
    pub actor: Option<String>,
    /// Of one kind.
    pub kind: Option<String>,
    /// From this day, UTC.
    pub from: Option<String>,
    /// To this day, UTC.
    pub to: Option<String>,
    /// Words in values, reason or origin.
    pub text: Option<String>,
    /// Older than this operation: the next page.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// How many.
    pub limit: u32,
}

/// A page of operations.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryPage {
    /// Newest first.
    pub operations: Vec<OperationView>,
    /// Older ones follow.
    pub more: bool,
    /// Everybody who ever changed something.
    pub actors: Vec<String>,
}

/// One operation.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OperationView {
    /// Number.
    #[ts(type = "number")]
    pub id: i64,
    /// Fluent `operation-<kind>`.
    pub kind: String,
    /// Who.
    pub actor: String,
    /// When, UTC.
    pub utc: String,
    /// Why.
    pub reason: Option<String>,
    /// From which file.
    pub origin: Option<String>,
    /// Taken back since.
    pub undone: bool,
    /// Can be taken back.
    pub undoable: bool,
    /// Rows an import left out that still wait to be corrected.
    pub waits: u32,
    /// Entries in all.
    #[ts(type = "number")]
    pub count: i64,
    /// Those of the record asked for, or all.
    #[ts(type = "number")]
    pub total: i64,
    /// The first of these; the rest is asked for page by page.
    pub entries: Vec<EntryView>,
}

/// One change of one record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EntryView {
    /// Number in the log.
    #[ts(type = "number")]
    pub seq: i64,
    /// Register.
    pub register: &'static str,
    /// Row, while the record stands.
    #[ts(type = "number | null")]
    pub record: Option<i64>,
    /// What it is, or was, called.
    pub title: Pair,
    /// Field; none for the record as a whole.
    pub field: Option<String>,
    /// Before.
    #[ts(type = "Json")]
    pub before: Json,
    /// After.
    #[ts(type = "Json")]
    pub after: Json,
}

/// The operation Undo would take back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UndoState {
    /// Number.
    #[ts(type = "number")]
    pub operation: i64,
    /// Kind.
    pub kind: String,
    /// First record touched.
    pub title: Pair,
    /// Entries.
    #[ts(type = "number")]
    pub count: i64,
}

/// Entries an operation comes with.
const FIRST_ENTRIES: i64 = 20;
/// Entries of one operation that are handed out at a time.
const MOST_ENTRIES: i64 = 100;
/// Operations a page has at most.
const MOST_OPERATIONS: u32 = 200;

/// A page of operations.
pub fn history(connection: &Connection, query: &HistoryQuery) -> Result<HistoryPage> {
    let limit = query.limit.clamp(1, MOST_OPERATIONS);
    let (conditions, bound) = conditions(connection, query)?;
    let sql = format!(
        "SELECT o.id, o.kind, o.actor, o.utc, o.reason, o.origin, o.id IN (SELECT undoes FROM operation WHERE undoes IS NOT NULL),
         (SELECT COUNT(*) FROM log l WHERE l.operation = o.id) FROM operation o WHERE {conditions} ORDER BY o.id DESC LIMIT {}",
        limit + 1
    );
    let mut statement = connection.prepare(&sql)?;
    let mut operations: Vec<OperationView> = statement
        .query_map(params_from_iter(&bound), |row| {
            let undone: bool = row.get(6)?;
            Ok(OperationView {
                id: row.get(0)?,
                kind: row.get(1)?,
                actor: row.get(2)?,
                utc: row.get(3)?,
                reason: row.get(4)?,
                origin: row.get(5)?,
                undone,
                undoable: !undone,
                waits: 0,
                count: row.get(7)?,
                total: row.get(7)?,
                entries: Vec::new(),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let more = operations.len() > limit as usize;
    operations.truncate(limit as usize);
    for waiting in left_out::waiting(connection)? {
        let mut shown = operations.iter_mut();
        if let Some(of) = shown.find(|operation| operation.id == waiting.operation) {
            of.waits = waiting.rows;
        }
    }
    let mut titles = Titles::default();
    let only = record_of(connection, query)?;
    for operation in &mut operations {
        let first = (0, FIRST_ENTRIES);
        operation.entries = entries(connection, operation.id, only, first, &mut titles)?;
        if let Some(record) = only {
            operation.total = entries_of(connection, operation.id, record)?;
        }
    }
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT actor FROM operation ORDER BY actor")?;
    let actors = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(HistoryPage {
        operations,
        more,
        actors,
    })
}

/// Further entries of an operation, of one record alone if one is named: so many are passed over.
pub fn operation_entries(
    connection: &Connection,
    operation: i64,
    record: Option<(&str, i64)>,
    offset: u32,
) -> Result<Vec<EntryView>> {
    let only = match record {
        Some((key, id)) => Some(uuid_of(connection, register(key)?, id)?),
        None => None,
    };
    let page = (offset, MOST_ENTRIES);
    entries(connection, operation, only, page, &mut Titles::default())
}

fn entries_of(connection: &Connection, operation: i64, record: Uuid) -> Result<i64> {
    let mut statement = connection
        .prepare_cached("SELECT COUNT(*) FROM log WHERE operation = ?1 AND record = ?2")?;
    Ok(statement.query_row((operation, record.as_bytes().to_vec()), |row| row.get(0))?)
}

/// The newest operation not taken back, if there is one. Undoing is itself not undone.
pub fn undo_state(connection: &Connection) -> Result<Option<UndoState>> {
    let sql = "SELECT id, kind, (SELECT COUNT(*) FROM log l WHERE l.operation = o.id) FROM operation o WHERE undoes IS NULL
               AND id NOT IN (SELECT undoes FROM operation WHERE undoes IS NOT NULL) ORDER BY id DESC LIMIT 1";
    let newest = connection
        .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((operation, kind, count)) = newest else {
        return Ok(None);
    };
    let first = entries(connection, operation, None, (0, 1), &mut Titles::default())?
        .into_iter()
        .next();
    Ok(Some(UndoState {
        operation,
        kind,
        title: first.map(|entry| entry.title).unwrap_or_default(),
        count,
    }))
}

fn record_of(connection: &Connection, query: &HistoryQuery) -> Result<Option<Uuid>> {
    match (&query.register, query.id) {
        (Some(key), Some(id)) => Ok(Some(uuid_of(connection, register(key)?, id)?)),
        _ => Ok(None),
    }
}

fn conditions(connection: &Connection, query: &HistoryQuery) -> Result<(String, Vec<Sql>)> {
    let mut parts = vec!["1".to_owned()];
    let mut bound: Vec<Sql> = Vec::new();
    let mut add = |part: &str, value: Sql| {
        bound.push(value);
        parts.push(part.replace('?', &format!("?{}", bound.len())));
    };
    if let Some(uuid) = record_of(connection, query)? {
        add(
            "o.id IN (SELECT operation FROM log WHERE record = ?)",
            Sql::Blob(uuid.as_bytes().to_vec()),
        );
    } else if let Some(key) = &query.register {
        add(
            "EXISTS (SELECT 1 FROM log l WHERE l.operation = o.id AND l.register = ?)",
            Sql::Text(key.clone()),
        );
    }
    for (column, value) in [
        ("o.actor = ?", &query.actor),
        ("o.kind = ?", &query.kind),
        ("o.utc >= ?", &query.from),
    ] {
        if let Some(value) = value {
            add(column, Sql::Text(value.clone()));
        }
    }
    if let Some(to) = &query.to {
        // the whole day
        add("substr(o.utc, 1, 10) <= ?", Sql::Text(to.clone()));
    }
    if let Some(text) = query
        .text
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty())
    {
        add(
            "(instr(lower(COALESCE(o.reason, '') || ' ' || COALESCE(o.origin, '')), lower(?)) > 0 OR EXISTS (SELECT 1 FROM log l
             JOIN log_value v ON v.seq = l.seq WHERE l.operation = o.id
             AND instr(lower(COALESCE(v.before, '') || ' ' || COALESCE(v.after, '')), lower(?)) > 0))",
            Sql::Text(text.to_owned()),
        );
    }
    if let Some(before) = query.before {
        add("o.id < ?", Sql::Integer(before));
    }
    Ok((parts.join(" AND "), bound))
}

fn entries(
    connection: &Connection,
    operation: i64,
    only: Option<Uuid>,
    (offset, limit): (u32, i64),
    titles: &mut Titles,
) -> Result<Vec<EntryView>> {
    let mut statement = connection.prepare_cached(
        "SELECT l.seq, l.register, l.record, l.field, v.before, v.after FROM log l LEFT JOIN log_value v ON v.seq = l.seq
         WHERE l.operation = ?1 AND (?2 IS NULL OR l.record = ?2) ORDER BY l.seq LIMIT ?3 OFFSET ?4",
    )?;
    let only = only.map(|uuid| uuid.as_bytes().to_vec());
    let mut rows = statement.query((operation, only, limit, offset))?;
    let mut remembered = Remembered { connection, titles };
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let key: String = row.get(1)?;
        let uuid = Uuid::from_bytes(row.get(2)?);
        let field: Option<String> = row.get(3)?;
        let (before, after): (Option<String>, Option<String>) = (row.get(4)?, row.get(5)?);
        if key == LOGGED_AS {
            let values = [before, after].map(|json| json.unwrap_or_else(|| "null".to_owned()));
            found.push(setting(&mut remembered, row.get(0)?, &uuid, field, values)?);
            continue;
        }
        let register = register(&key)?;
        let record = row_of(connection, register, &uuid)?;
        let title = remembered.title(register, &uuid)?;
        let mut shown =
            |text: Option<String>| shown(register, field.as_deref(), text, &mut remembered);
        let (before, after) = (shown(before)?, shown(after)?);
        found.push(EntryView {
            seq: row.get(0)?,
            register: register.key,
            record,
            title,
            field: field.clone(),
            before,
            after,
        });
    }
    Ok(found)
}

/// A changed setting: of a record, or of the vault.
fn setting(
    remembered: &mut Remembered<'_>,
    seq: i64,
    uuid: &Uuid,
    field: Option<String>,
    [before, after]: [String; 2],
) -> Result<EntryView> {
    let of_kind = field.as_deref().and_then(reminder_of);
    let mut about = None;
    if let Some(kind) = of_kind.and_then(|key| kinds::kind(key).ok()) {
        let register = register(kind.register)?;
        let title = remembered.title(register, uuid)?;
        if !title.is_empty() {
            let record = row_of(remembered.connection, register, uuid)?;
            about = Some((register.key, record, title));
        }
    }
    let (register, record, title) = about.unwrap_or_else(|| {
        let [zh, en] = [Language::Zh, Language::En].map(|one| Words::new(one).text(LOGGED_AS));
        (LOGGED_AS, None, Pair::both(&zh, &en))
    });
    Ok(EntryView {
        seq,
        register,
        record,
        title,
        field,
        before: serde_json::from_str(&before)?,
        after: serde_json::from_str(&after)?,
    })
}

/// A canonical value as the page shows it. Whole records show nothing: the operation's kind says enough. Secrets stay secret.
fn shown(
    register: &Register,
    field: Option<&str>,
    text: Option<String>,
    remembered: &mut Remembered<'_>,
) -> Result<Json> {
    let (Some(key), Some(text)) = (field, text) else {
        return Ok(Json::Null);
    };
    let json: Json = serde_json::from_str(&text)?;
    let Some(field) = register.field(key) else {
        return Ok(json);
    };
    match from_canonical(remembered.connection, field, &json) {
        Ok(value) => page_value(remembered.connection, field, &value, remembered.titles),
        Err(error) if error.is("link_missing") => remembered.links(field, &json),
        Err(error) => Err(error),
    }
}
