//! Where a passphrase comes from, without it ever standing on a command line.

use std::io::{BufRead, BufReader, IsTerminal, stdin};

use sealbook_core::{Error, Result};
use zeroize::Zeroizing;

use crate::terminal::Terminal;

/// How a passphrase is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// To open.
    Once,
    /// To make a vault: twice, the same.
    Twice,
}

/// From a file descriptor, the environment, or the person.
pub fn passphrase(
    descriptor: Option<u32>,
    asking: Asking,
    terminal: &Terminal,
) -> Result<Zeroizing<String>> {
    if let Some(descriptor) = descriptor {
        return from_descriptor(descriptor);
    }
    if let Ok(passphrase) = std::env::var("SEALBOOK_PASSPHRASE") {
        return Ok(Zeroizing::new(passphrase));
    }
    if !stdin().is_terminal() {
        return Err(Error::new("cli_no_passphrase"));
    }
    let ask = |id: &str| -> Result<Zeroizing<String>> {
        Ok(Zeroizing::new(rpassword::prompt_password(format!(
            "{} ",
            terminal.words.text(id)
        ))?))
    };
    let passphrase = ask("cli-ask-passphrase")?;
    if asking == Asking::Twice && *ask("cli-ask-again")? != *passphrase {
        return Err(Error::new("cli_passphrases_differ"));
    }
    Ok(passphrase)
}

/// The first line of an open descriptor; 0 is standard input.
fn from_descriptor(descriptor: u32) -> Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::new());
    if descriptor == 0 {
        stdin().lock().read_line(&mut line)?;
    } else {
        let path = format!("/dev/fd/{descriptor}");
        let file =
            std::fs::File::open(&path).map_err(|error| Error::from(error).with("name", path))?;
        BufReader::new(file).read_line(&mut line)?;
    }
    let kept = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(kept);
    Ok(line)
}
