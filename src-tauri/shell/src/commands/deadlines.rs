//! Dates that ask for a decision: the report, decisions, reminders, and what is handed to others.

use std::sync::Arc;

use sealbook_core::register::{register, renewal};
use sealbook_core::rules::deadline::decision::{self, Decision};
use sealbook_core::rules::deadline::holidays::{self, PublishedYear};
use sealbook_core::rules::deadline::kinds::kind;
use sealbook_core::rules::deadline::report::{self, DeadlineReport, RenewalOffer};
use sealbook_core::rules::deadline::tiers::{self, Reminder};
use sealbook_core::vault::reminders::Given;
use sealbook_core::vault::{Changes, uuid_of};
use sealbook_core::words::WorkbookLanguages;
use sealbook_core::workbook::worklist::Recipient;
use sealbook_core::workbook::{Target, calendar, worklist};
use sealbook_core::{Result, ledger};

use super::Call;
use super::exports;
use super::records::Values;
use crate::host::FileKind;
use crate::{places, watch};

pub fn deadlines(call: Call<'_>) -> Result<DeadlineReport> {
    let (today, words) = (call.session.clock.today(), call.session.words());
    call.session
        .count(|reader| report::read(reader.connection(), today, words))
}

pub fn holidays(call: Call<'_>) -> Result<Vec<PublishedYear>> {
    call.session
        .read(|reader| holidays::published(reader.connection()))
}

pub fn offer(call: Call<'_>, kind: String, id: i64) -> Result<RenewalOffer> {
    let today = call.session.clock.today();
    call.session
        .count(|reader| report::offer(reader.connection(), &kind, id, today))
}

pub fn decide(
    call: Call<'_>,
    kind: String,
    id: i64,
    values: Values,
    quantity: Option<i64>,
) -> Result<Changes> {
    let today = call.session.clock.today();
    let decision = Decision::entered(&ledger::entered(&renewal::REGISTER, &values)?, quantity);
    let deadline = call
        .session
        .count(|reader| decision::find(reader.connection(), &kind, id, today))?;
    let written = call.session.write("decide", None, |tx| {
        decision::decide(tx, &deadline, &decision, today)
    });
    Ok(written?.1)
}

/// How many dates reached a reminder that was not given before; from now on these are given, here and on the desktop.
pub fn due(call: Call<'_>) -> Result<usize> {
    let (now, today) = (call.session.clock.now(), call.session.clock.today());
    let pending = call
        .session
        .count(|reader| tiers::pending(reader.connection(), today))?;
    let given: Vec<Given> = pending.iter().map(Reminder::given).collect();
    if !given.is_empty() {
        call.session.vault(|vault| vault.reminded(&given, now))?;
        call.session.watch.moved();
        watch::say(call.session, call.host, given.len());
    }
    Ok(given.len())
}

/// Days ahead for every date of a kind, or for one record's; none is the usual.
pub fn reminders(call: Call<'_>, kind: String, id: Option<i64>, days: Vec<i64>) -> Result<Changes> {
    let kind = self::kind(&kind)?;
    let ((), changes) = call.session.write("settings", None, |tx| {
        let record = match id {
            Some(id) => Some(uuid_of(tx.connection(), register(kind.register)?, id)?),
            None => None,
        };
        tx.set_reminders(kind.key, record, &days)
    })?;
    Ok(changes)
}

pub fn calendar(
    call: Call<'_>,
    recipient: Recipient,
    languages: WorkbookLanguages,
) -> Result<Option<usize>> {
    let words = call.session.words();
    let (now, today) = (call.session.clock.now(), call.session.clock.today());
    let name = format!("{} {today}.ics", words.text("calendar-name-file"));
    let file = FileKind::new(words, "calendar", &["ics"]);
    let Some(path) = call.pick_save(&places::plain_name(&name), &file)? else {
        return Ok(None);
    };
    let path = path.with_extension("ics");
    let target = Target { now, path: &path };
    let written = call.session.count(|reader| {
        calendar::export(reader.connection(), today, &recipient, languages, target)
    });
    written.map(Some)
}

pub fn worklist(
    call: Call<'_>,
    recipient: Recipient,
    languages: WorkbookLanguages,
) -> Result<Option<u32>> {
    let today = call.session.clock.today();
    let name = format!(
        "{} {today}",
        call.session.words().text("worklist-name-file")
    );
    let Some(path) = exports::ask(call, &name)? else {
        return Ok(None);
    };
    let session = Arc::clone(call.session);
    let reader = session.vault(|vault| vault.reader())?;
    let job = call.start(move |job| {
        let target = Target {
            now: session.clock.now(),
            path: &path,
        };
        let result = worklist::export(reader.connection(), today, &recipient, languages, target)?;
        job.wrote(path.clone());
        Ok(serde_json::to_value(result)?)
    })?;
    Ok(Some(job))
}
