//! `sealbook verify`: the vault's pages and change log, and a workbook against its signature.

use std::path::{Path, PathBuf};

use sealbook_core::vault::signature;
use sealbook_core::words::Arg;
use sealbook_core::{Error, Result};

use crate::Outcome;
use crate::session::Session;

/// Checks what was named: a workbook with a public key, a vault, or a workbook with the vault's key.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let workbook = session.text("workbook").map(PathBuf::from);
    let mut key = session.text("key").map(str::to_owned);
    let mut outcome = Outcome::Done;
    // a workbook with a key needs no vault: an auditor has none
    if workbook.is_none() || key.is_none() {
        let vault = session.open()?;
        vault.verify_store()?;
        let verdict = vault.verify_log()?;
        let words = session.words();
        let args = [
            ("entries", Arg::from(verdict.entries)),
            ("head", Arg::from(verdict.head)),
            ("first", Arg::from(verdict.first_bad.unwrap_or_default())),
        ];
        let id = if verdict.ok {
            "cli-verify-vault"
        } else {
            "cli-verify-log-broken"
        };
        session.terminal.say(&words.format(id, &args));
        if !verdict.ok {
            outcome = Outcome::Found;
        }
        key = key.or(Some(vault.signing_key()?));
    }
    if let (Some(workbook), Some(key)) = (workbook, key) {
        let good = signed(session, &workbook, &key)?;
        outcome = if good { outcome } else { Outcome::Found };
    }
    Ok(outcome)
}

fn signed(session: &mut Session<'_>, workbook: &Path, key: &str) -> Result<bool> {
    let named = |path: &Path| {
        let path = path.display().to_string();
        move |error: std::io::Error| Error::from(error).with("name", path)
    };
    let beside = PathBuf::from(format!("{}.minisig", workbook.display()));
    let bytes = std::fs::read(workbook).map_err(named(workbook))?;
    let text = std::fs::read_to_string(&beside).map_err(named(&beside))?;
    let words = session.words();
    let file = Arg::from(workbook.display().to_string());
    match signature::verify(key, &text, &bytes) {
        Ok(comment) => {
            session.terminal.say(&words.format(
                "cli-verify-workbook",
                &[("file", file), ("comment", Arg::from(comment))],
            ));
            Ok(true)
        }
        Err(error) if error.is("signature_wrong") => {
            session
                .terminal
                .say(&words.format("cli-verify-workbook-bad", &[("file", file)]));
            Ok(false)
        }
        Err(error) => Err(error),
    }
}
