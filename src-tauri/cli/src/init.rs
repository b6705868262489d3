//! `sealbook init`: a new vault.

use std::path::Path;

use sealbook_core::vault::{CreateOptions, Vault, write_atomically};
use sealbook_core::{Error, Result};
use zeroize::Zeroizing;

use crate::Outcome;
use crate::session::Session;
use crate::unlock::Asking;

/// Makes the vault. The recovery key goes to a file, or is shown and typed back.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let folder = Path::new(session.required("folder")?).to_owned();
    let (company, person) = (
        session.required("company")?.to_owned(),
        session.required("person")?.to_owned(),
    );
    let passphrase = session.passphrase(Asking::Twice)?;
    let words = session.words();
    let (mut vault, recovery_key) = Vault::create(&CreateOptions {
        folder: &folder,
        company: &company,
        person: &person,
        passphrase: &passphrase,
        work_factor: None,
        now: session.now(),
    })?;
    let recovery_key = Zeroizing::new(recovery_key);
    let kept = keep(session, &recovery_key);
    let confirmed = kept.and_then(|typed| vault.confirm_recovery(&typed));
    if let Err(error) = confirmed {
        drop(vault);
        // nothing was entered: an unconfirmed vault is of no use to anybody
        std::fs::remove_dir_all(&folder)?;
        return Err(error);
    }
    vault.close()?;
    session
        .terminal
        .say(&words.format("cli-init-done", &[("folder", folder.display().to_string())]));
    Ok(Outcome::Done)
}

/// The key as it comes back: from the file it was written to, or from the person's hand.
fn keep(session: &mut Session<'_>, key: &str) -> Result<Zeroizing<String>> {
    if let Some(out) = session.text("recovery-out") {
        let out = Path::new(out);
        if out.exists() {
            return Err(Error::new("cli_exists").with("name", out.display()));
        }
        write_atomically(out, format!("{key}\n").as_bytes())?;
        return Ok(Zeroizing::new(std::fs::read_to_string(out)?));
    }
    let words = session.words();
    session
        .terminal
        .say(&words.format("cli-init-recovery", &[("key", key)]));
    Ok(Zeroizing::new(rpassword::prompt_password(format!(
        "{} ",
        words.text("cli-ask-recovery")
    ))?))
}
