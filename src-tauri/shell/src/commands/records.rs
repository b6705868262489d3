//! Single records: reading, saving, putting aside, history, undo, search.

use sealbook_core::ledger::{
    self, EntryView, HistoryPage, HistoryQuery, Hit, RecordView, Ref, UndoState,
};
use sealbook_core::register::{Pair, Register, Value, register};
use sealbook_core::vault::log::{self, LogVerdict};
use sealbook_core::vault::{Changes, Operation};
use sealbook_core::{Error, Result};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::Call;

/// Values by field key.
pub type Values = Map<String, Json>;

/// Records one command may touch.
const MOST_RECORDS: usize = 10_000;
const MOST_HITS: usize = 200;

/// A record just saved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Saved {
    /// Its row.
    pub id: i64,
    /// What the operation touched.
    pub changes: Changes,
}

pub fn get(call: Call<'_>, register: String, id: i64) -> Result<RecordView> {
    let register = self::register(&register)?;
    let today = call.session.clock.today();
    call.session
        .read(|reader| ledger::view(reader.connection(), register, id, today))
}

pub fn save(
    call: Call<'_>,
    register: String,
    id: Option<i64>,
    values: Values,
    reason: Option<String>,
) -> Result<Saved> {
    let register = self::register(&register)?;
    let record = ledger::entered(register, &values)?;
    let kind = if id.is_some() { "edit" } else { "create" };
    let (id, changes) = call.session.write(kind, reason, |tx| match id {
        Some(id) => tx.update(register, id, record).map(|_| id),
        None => tx.insert(register, record),
    })?;
    Ok(Saved { id, changes })
}

pub fn bulk_set(
    call: Call<'_>,
    register: String,
    ids: Vec<i64>,
    values: Values,
    reason: Option<String>,
) -> Result<Changes> {
    let register = self::register(&register)?;
    let record = ledger::entered(register, &values)?;
    let each = |tx: &mut sealbook_core::vault::Writer<'_>| {
        limited(&ids)?
            .iter()
            .try_for_each(|id| tx.update(register, *id, record.clone()).map(|_| ()))
    };
    Ok(call.session.write("edit", reason, each)?.1)
}

pub fn archive(call: Call<'_>, register: String, ids: Vec<i64>, archived: bool) -> Result<Changes> {
    let register = self::register(&register)?;
    let kind = if archived { "archive" } else { "restore" };
    let written = call.session.write(kind, None, |tx| {
        limited(&ids)?
            .iter()
            .try_for_each(|id| tx.archive(register, *id, archived))
    });
    Ok(written?.1)
}

pub fn remove(call: Call<'_>, register: String, ids: Vec<i64>) -> Result<Changes> {
    let register = self::register(&register)?;
    let written = call.session.write("delete", None, |tx| {
        limited(&ids)?
            .iter()
            .try_for_each(|id| tx.delete(register, *id))
    });
    Ok(written?.1)
}

fn limited(ids: &[i64]) -> Result<&[i64]> {
    if ids.len() > MOST_RECORDS {
        return Err(Error::new("too_many_at_once").with("most", MOST_RECORDS));
    }
    Ok(ids)
}

/// The one way to read a secret in full.
pub fn secret(call: Call<'_>, register: String, id: i64, field: String) -> Result<String> {
    let register = self::register(&register)?;
    let record = call
        .session
        .read(|reader| ledger::record(reader.connection(), register, id))?;
    match record.value(&field) {
        Value::Text(text) => Ok(text.clone()),
        _ => Err(Error::new("field_unknown")
            .with("register", register.key)
            .at(&field)),
    }
}

pub fn lookup(call: Call<'_>, register: String, text: String, limit: usize) -> Result<Vec<Ref>> {
    let register: &'static Register = self::register(&register)?;
    call.session
        .read(|reader| ledger::lookup(reader.connection(), register, &text, limit.min(MOST_HITS)))
}

pub fn search(call: Call<'_>, text: String, limit: usize) -> Result<Vec<Hit>> {
    call.session
        .read(|reader| ledger::search(reader.connection(), &text, limit.min(MOST_HITS)))
}

pub fn translations(call: Call<'_>, zh: Option<String>, en: Option<String>) -> Result<Vec<Pair>> {
    call.session
        .read(|reader| ledger::translations(reader.connection(), zh.as_deref(), en.as_deref()))
}

pub fn undo_state(call: Call<'_>) -> Result<Option<UndoState>> {
    call.session
        .read(|reader| ledger::undo_state(reader.connection()))
}

/// Takes back the operation given, or the last that can be.
pub fn undo(call: Call<'_>, operation: Option<i64>) -> Result<Changes> {
    let last = || {
        undo_state(call)?
            .map(|state| state.operation)
            .ok_or_else(|| Error::new("undo_nothing"))
    };
    let id = operation.map_or_else(last, Ok)?;
    let now = call.session.clock.now();
    let changes = call
        .session
        .vault(|vault| vault.undo(id, &Operation::new("undo", now)))?;
    call.session.noticed(&changes);
    Ok(changes)
}

pub fn history_entries(
    call: Call<'_>,
    operation: i64,
    register: Option<String>,
    id: Option<i64>,
    offset: u32,
) -> Result<Vec<EntryView>> {
    call.session.read(|reader| {
        let record = register.as_deref().zip(id);
        ledger::operation_entries(reader.connection(), operation, record, offset)
    })
}

pub fn history(call: Call<'_>, query: HistoryQuery) -> Result<HistoryPage> {
    call.session
        .read(|reader| ledger::history(reader.connection(), &query))
}

/// Recomputes the whole chain, on a connection of its own.
pub fn verify_log(call: Call<'_>) -> Result<LogVerdict> {
    let reader = call.session.vault(|vault| vault.reader())?;
    log::verify(reader.connection(), reader.vault_id())
}
