//! The sample company in a vault of its own, which may be thrown away.

use std::fs;

use sealbook_core::sample::{Size, fill};
use sealbook_core::vault::{CreateOptions, FORMAT, Manifest, Unlock, Vault};
use sealbook_core::{Error, Result};

use crate::jobs::Job;
use crate::session::Session;

/// The passphrase of the sample vault. It guards nothing: every record in it is invented.
pub const PASSPHRASE: &str = "sample company open to everyone";
/// The smallest cost: there is nothing to guard.
const WORK_FACTOR: u8 = 10;
const FOLDER: &str = "Sample.sealbook";

impl Session {
    /// Opens the sample company, making it first where it is not there yet.
    pub fn open_sample(&self) -> Result<()> {
        open(self, &Job::default())
    }
}

/// Opens the sample vault, making it where it is missing or of an older format.
pub fn open(session: &Session, job: &Job) -> Result<()> {
    let folder = session.homes.data.join(FOLDER);
    let usable = Manifest::read(&folder).is_ok_and(|manifest| manifest.format == FORMAT);
    let vault = if usable {
        Vault::open(&folder, Unlock::Passphrase(PASSPHRASE))?
    } else {
        make(session, job)?
    };
    session.enter(vault, true)
}

fn make(session: &Session, job: &Job) -> Result<Vault> {
    let folder = session.homes.data.join(FOLDER);
    let beside = session.homes.data.join(format!("{FOLDER}.making"));
    for old in [&folder, &beside] {
        if old.exists() {
            fs::remove_dir_all(old)?;
        }
    }
    let words = session.words();
    let (mut vault, recovery_key) = Vault::create(&CreateOptions {
        folder: &beside,
        company: &words.text("sample-company"),
        person: &words.text("sample-person"),
        passphrase: PASSPHRASE,
        work_factor: Some(WORK_FACTOR),
        now: session.clock.now(),
    })?;
    vault.confirm_recovery(&recovery_key)?;
    let mut progress = |stage, done, total| job.progress(stage, done, total);
    let filled = fill(
        &mut vault,
        Size::Company,
        session.clock.today(),
        session.clock.now(),
        &mut progress,
    );
    vault.close()?;
    if let Err(error) = filled {
        fs::remove_dir_all(&beside)?;
        return Err(error);
    }
    // only a whole one bears the name
    fs::rename(&beside, &folder).map_err(Error::from)?;
    Vault::open(&folder, Unlock::Passphrase(PASSPHRASE))
}
