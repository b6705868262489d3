//! Names inventories found: what each may mean, and the decisions that settle them.

use std::sync::Arc;

use sealbook_core::matching::{self, Merging, Progress, SetAside, Taken};
use sealbook_core::register::{Value, product};
use sealbook_core::vault::{Operation, Reader, Writer};
use sealbook_core::{Result, ledger};
use serde::Serialize;

use super::Call;
use super::records::{Saved, Values};

/// Reads beside the window, in a job.
fn reading<T: Serialize + 'static>(
    call: Call<'_>,
    read: fn(&Reader, &mut Progress<'_>) -> Result<T>,
) -> Result<u32> {
    let reader = call.session.vault(|vault| vault.reader())?;
    call.start(move |job| {
        let mut progress = |done, total| job.progress("matching_reading", done, total).is_ok();
        Ok(serde_json::to_value(read(&reader, &mut progress)?)?)
    })
}

/// Writes one operation of a kind, in a job; result Changes.
fn writing<T>(
    call: Call<'_>,
    kind: &'static str,
    write: impl FnOnce(&mut Writer<'_>, &mut Progress<'_>) -> Result<T> + Send + 'static,
) -> Result<u32> {
    let session = Arc::clone(call.session);
    call.start(move |job| {
        let mut progress = |done, total| job.progress("matching_writing", done, total).is_ok();
        let operation = Operation::new(kind, session.clock.now());
        let (_, changes) =
            session.vault(|vault| vault.write(&operation, |tx| write(tx, &mut progress)))?;
        Ok(serde_json::to_value(changes)?)
    })
}

pub fn names(call: Call<'_>) -> Result<u32> {
    reading(call, |reader, progress| {
        matching::waiting(reader.connection(), progress)
    })
}

pub fn twins(call: Call<'_>) -> Result<u32> {
    reading(call, |reader, progress| {
        matching::twins(reader.connection(), progress)
    })
}

pub fn accept(call: Call<'_>, taken: Vec<Taken>) -> Result<u32> {
    writing(call, "match", move |tx, progress| {
        matching::accept(tx, &taken, progress)
    })
}

pub fn new(call: Call<'_>, names: Vec<String>, values: Values) -> Result<Saved> {
    let record = ledger::entered(&product::REGISTER, &values)?;
    let (id, changes) = call.session.write("match_new", None, |tx| {
        matching::make(tx, &names, record, &mut |_, _| true)
    })?;
    Ok(Saved { id, changes })
}

pub fn aside(call: Call<'_>, names: Vec<SetAside>) -> Result<u32> {
    writing(call, "match_aside", move |tx, progress| {
        matching::leave_aside(tx, &names, progress)
    })
}

pub fn would_merge(call: Call<'_>, keep: i64, gone: i64) -> Result<Merging> {
    call.session
        .read(|reader| matching::would_merge(reader.connection(), keep, gone))
}

pub fn merge(call: Call<'_>, keep: i64, gone: i64) -> Result<u32> {
    let words = call.session.words();
    let note = call.session.read(|reader| {
        let kept = ledger::record(reader.connection(), &product::REGISTER, keep)?;
        let title = ledger::title(reader.connection(), &product::REGISTER, keep)?;
        let code = match kept.value(product::CODE.field.key) {
            Value::Text(code) => code.clone(),
            _ => String::new(),
        };
        let args = [("code", code), ("title", words.half(&title).to_owned())];
        Ok(words.format("merge-note", &args))
    })?;
    writing(call, "merge", move |tx, progress| {
        matching::merge(tx, keep, gone, &note, progress)
    })
}
