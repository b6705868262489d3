//! One run of a command: its arguments, the terminal, the clock.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use clap::ArgMatches;
use sealbook_core::vault::{Unlock, Vault};
use sealbook_core::words::{Words, in_zone};
use sealbook_core::{Error, Result};

use crate::terminal::Terminal;
use crate::unlock::{self, Asking};

/// What a command works with.
pub struct Session<'a> {
    /// Its arguments.
    pub matches: &'a ArgMatches,
    /// Where it speaks.
    pub terminal: &'a mut Terminal,
}

impl Session<'_> {
    /// The texts.
    pub fn words(&self) -> Words {
        self.terminal.words
    }

    /// The moment.
    pub fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    /// The day in the vault's zone.
    pub fn today(&self) -> NaiveDate {
        in_zone(self.now()).date()
    }

    /// The day asked about: `--as-of`, else today.
    pub fn as_of(&self) -> Result<NaiveDate> {
        match self.text("as-of") {
            Some(day) => day
                .parse()
                .map_err(|_| Error::new("bad_arguments").with("detail", day)),
            None => Ok(self.today()),
        }
    }

    /// An argument as text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.matches.get_one::<String>(name).map(String::as_str)
    }

    /// An argument that has to be there.
    pub fn required(&self, name: &str) -> Result<&str> {
        self.text(name)
            .ok_or_else(|| Error::new("bad_arguments").with("detail", name))
    }

    /// A number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.matches.get_one::<u32>(name).copied()
    }

    /// A flag.
    pub fn flag(&self, name: &str) -> bool {
        self.matches.get_flag(name)
    }

    /// An argument given several times.
    pub fn several(&self, name: &str) -> Vec<String> {
        self.matches
            .get_many::<String>(name)
            .into_iter()
            .flatten()
            .cloned()
            .collect()
    }

    /// The vault's folder: `--vault`, else SEALBOOK_VAULT.
    pub fn folder(&self) -> Result<PathBuf> {
        let given = self.text("vault").map(PathBuf::from);
        given
            .or_else(|| std::env::var_os("SEALBOOK_VAULT").map(PathBuf::from))
            .ok_or_else(|| Error::new("cli_no_vault"))
    }

    /// The passphrase: `--passphrase-fd`, else SEALBOOK_PASSPHRASE, else asked.
    pub fn passphrase(&mut self, asking: Asking) -> Result<zeroize::Zeroizing<String>> {
        unlock::passphrase(self.number("passphrase-fd"), asking, self.terminal)
    }

    /// Opens the vault. What the window holds is refused.
    pub fn open(&mut self) -> Result<Vault> {
        let folder = self.folder()?;
        // before the passphrase is asked for: a wrong folder is said at once
        sealbook_core::vault::Manifest::read(&folder)?;
        let passphrase = self.passphrase(Asking::Once)?;
        Vault::open(&folder, Unlock::Passphrase(&passphrase))
    }
}
