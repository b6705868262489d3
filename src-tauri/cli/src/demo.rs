//! `sealbook demo`: the sample company in a vault of its own.

use std::path::Path;

use sealbook_core::Result;
use sealbook_core::sample::{self, Size};
use sealbook_core::vault::{CreateOptions, Vault};

use crate::Outcome;
use crate::session::Session;
use crate::unlock::Asking;

/// Nothing in it needs guarding: the smallest cost.
const WORK_FACTOR: u8 = 10;

/// Makes the vault and fills it.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let folder = Path::new(session.required("into")?).to_owned();
    let passphrase = session.passphrase(Asking::Twice)?;
    let words = session.words();
    let size = session.number("rows").map_or(Size::Company, |rows| {
        Size::Rows(usize::try_from(rows).unwrap_or(usize::MAX))
    });
    let (mut vault, recovery_key) = Vault::create(&CreateOptions {
        folder: &folder,
        company: &words.text("sample-company"),
        person: &words.text("sample-person"),
        passphrase: &passphrase,
        work_factor: Some(WORK_FACTOR),
        now: session.now(),
    })?;
    vault.confirm_recovery(&recovery_key)?;
    let (today, now) = (session.today(), session.now());
    sample::fill(&mut vault, size, today, now, &mut |_, done, total| {
        session.terminal.progress(done, total);
        Ok(())
    })?;
    vault.close()?;
    session
        .terminal
        .say(&words.format("cli-demo-done", &[("folder", folder.display().to_string())]));
    Ok(Outcome::Done)
}
