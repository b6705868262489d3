//! What should be done: findings, and what counts as one.

use chrono::NaiveDate;
use sealbook_core::Result;
use sealbook_core::rules::findings::act::{self, Assigned, HolderAnswer};
use sealbook_core::rules::findings::message::{self, AskMessage};
use sealbook_core::rules::findings::{self, Action, Found, describe};
use sealbook_core::vault::{Changes, Thresholds};

use super::Call;
use super::records::Saved;

/// Findings shown of each kind; the list behind them holds all.
const SHOWN: usize = 200;

pub fn findings(call: Call<'_>, product: Option<i64>) -> Result<u32> {
    let (today, words) = (call.session.clock.today(), call.session.words());
    let reader = call.session.vault(|vault| vault.reader())?;
    call.start(move |job| {
        let mut progress = |done, total| job.progress("findings", done, total).is_ok();
        let conn = reader.connection();
        let report = match product {
            Some(product) => describe::of_product(conn, today, words, product, &mut progress)?,
            None => describe::report(conn, today, words, SHOWN, &mut progress)?,
        };
        Ok(serde_json::to_value(report)?)
    })
}

pub fn thresholds(call: Call<'_>) -> Result<Thresholds> {
    call.session
        .read(|reader| Thresholds::read(reader.connection()))
}

pub fn set_thresholds(call: Call<'_>, thresholds: Thresholds) -> Result<Changes> {
    let ((), changes) =
        (call.session).write("settings", None, |tx| tx.set_thresholds(thresholds))?;
    Ok(changes)
}

/// One task of the findings chosen, linked to their records.
pub fn task(
    call: Call<'_>,
    kind: String,
    ids: Vec<i64>,
    action: Action,
    owner: Option<i64>,
    due: Option<NaiveDate>,
) -> Result<Saved> {
    let found = chosen(call, &kind, &ids)?;
    let (id, changes) = call.session.write("create", None, |tx| {
        act::make_task(tx, &found, action, Assigned { owner, due })
    })?;
    Ok(Saved { id, changes })
}

/// What to ask the holder of an assignment.
pub fn message(call: Call<'_>, kind: String, id: i64, due: NaiveDate) -> Result<AskMessage> {
    let found = chosen(call, &kind, &[id])?;
    let from = call.session.vault(|vault| Ok(vault.actor().to_owned()))?;
    call.session
        .read(|reader| message::message(reader.connection(), &found[0], due, &from))
}

/// Records that the holder was asked.
pub fn ask(call: Call<'_>, kind: String, id: i64, due: NaiveDate) -> Result<Saved> {
    let found = chosen(call, &kind, &[id])?;
    let assigned = Assigned {
        owner: None,
        due: Some(due),
    };
    let today = call.session.clock.today();
    let (id, changes) = call
        .session
        .write("create", None, |tx| act::ask(tx, &found, assigned, today))?;
    Ok(Saved { id, changes })
}

/// Records what the holder answered; who releases a right holds it no longer.
pub fn answer(call: Call<'_>, task: i64, answer: HolderAnswer) -> Result<Changes> {
    let today = call.session.clock.today();
    let written = call
        .session
        .write("edit", None, |tx| act::answer(tx, task, answer, today));
    Ok(written?.1)
}

/// Ends assignments at once.
pub fn release(call: Call<'_>, ids: Vec<i64>) -> Result<Changes> {
    let today = call.session.clock.today();
    let written = call.session.write("edit", None, |tx| {
        ids.iter().try_for_each(|id| act::end(tx, *id, today))
    });
    Ok(written?.1)
}

/// Findings are found again before anything is done about them: the record may have changed since they were shown.
fn chosen(call: Call<'_>, kind: &str, ids: &[i64]) -> Result<Vec<Found>> {
    let (kind, today) = (findings::kind(kind)?, call.session.clock.today());
    call.session
        .count(|reader| act::chosen(reader.connection(), today, kind, ids))
}
