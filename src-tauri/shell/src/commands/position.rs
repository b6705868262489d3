//! The license position, as a job beside the window.

use std::sync::Arc;

use chrono::NaiveDate;
use sealbook_core::Result;
use sealbook_core::register::evidence;
use sealbook_core::rules::position::describe::{Asked, report};
use sealbook_core::rules::position::snapshot::{self, PositionSnapshot, SnapshotInfo};
use sealbook_core::rules::position::{Scope, change, history};
use sealbook_core::vault::Operation;

use super::Call;

pub fn position(
    call: Call<'_>,
    as_of: Option<NaiveDate>,
    entities: Vec<i64>,
    sites: Vec<i64>,
    product: Option<i64>,
) -> Result<u32> {
    let asked = Asked {
        day: as_of.unwrap_or_else(|| call.session.clock.today()),
        scope: Scope { entities, sites },
        product,
    };
    let words = call.session.words();
    let (reader, last) = call.session.vault(|vault| {
        let last = asked.is_whole().then(|| change::last(vault, asked.day));
        Ok((vault.reader()?, last.transpose()?.flatten()))
    })?;
    call.start(move |job| {
        let mut progress = |done, total| job.progress("position", done, total).is_ok();
        let report = report(reader.connection(), &asked, words, &mut progress)?;
        Ok(serde_json::to_value(report.since(last.as_ref()))?)
    })
}

pub fn history(
    call: Call<'_>,
    as_of: NaiveDate,
    entities: Vec<i64>,
    sites: Vec<i64>,
    product: i64,
) -> Result<u32> {
    let scope = Scope { entities, sites };
    let reader = call.session.vault(|vault| vault.reader())?;
    call.start(move |job| {
        let mut progress = |done, total| job.progress("position", done, total).is_ok();
        let months = history::history(reader.connection(), as_of, &scope, product, &mut progress)?;
        Ok(serde_json::to_value(months)?)
    })
}

/// Keeps the whole company's position of a day as evidence.
pub fn keep(call: Call<'_>, as_of: NaiveDate) -> Result<u32> {
    let asked = Asked {
        day: as_of,
        scope: Scope::default(),
        product: None,
    };
    let words = call.session.words();
    let reader = call.session.vault(|vault| vault.reader())?;
    let session = Arc::clone(call.session);
    call.start(move |job| {
        let mut progress = |done, total| job.progress("position", done, total).is_ok();
        let report = report(reader.connection(), &asked, words, &mut progress)?;
        let now = session.clock.now();
        let (name, bytes) = snapshot::file(reader.connection(), &report, now)?;
        let changes = session.vault(|vault| {
            let kept = vault.keep_file(&name, &bytes[..], now)?;
            let record = snapshot::record(kept.reference(), as_of, now);
            let operation = Operation::new(snapshot::KIND, now);
            let (_, changes) =
                vault.write(&operation, |tx| tx.insert(&evidence::REGISTER, record))?;
            kept.stay();
            Ok(changes)
        })?;
        Ok(serde_json::to_value(changes)?)
    })
}

pub fn snapshots(call: Call<'_>) -> Result<Vec<SnapshotInfo>> {
    let (today, language) = (call.session.clock.today(), call.session.words().language());
    call.session
        .read(|reader| snapshot::all(reader.connection(), today, language))
}

pub fn snapshot(call: Call<'_>, id: i64) -> Result<PositionSnapshot> {
    let kept = call
        .session
        .read(|reader| snapshot::kept_file(reader.connection(), id))?;
    let bytes = call.session.vault(|vault| vault.read_file(&kept))?;
    call.session
        .read(|reader| snapshot::read(reader.connection(), &bytes))
}
