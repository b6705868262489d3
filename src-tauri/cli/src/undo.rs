//! `sealbook undo`: takes the last operation back.

use sealbook_core::vault::Operation;
use sealbook_core::words::Arg;
use sealbook_core::{Error, Result, ledger};

use crate::Outcome;
use crate::session::Session;

/// Takes back what the window's Undo would.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let mut vault = session.open()?;
    let last = ledger::undo_state(vault.connection())?.ok_or_else(|| Error::new("undo_nothing"))?;
    vault.undo(last.operation, &Operation::new("undo", session.now()))?;
    vault.close()?;
    let words = session.words();
    let kind = words.text(&format!("operation-{}", last.kind));
    let args = [
        ("kind", Arg::from(kind)),
        ("title", Arg::from(words.half(&last.title).to_owned())),
        ("count", Arg::from(last.count)),
    ];
    session.terminal.say(&words.format("cli-undo-done", &args));
    Ok(Outcome::Done)
}
