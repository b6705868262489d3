//! Dates that come near while nobody looks at the window: how many there are is said on the desktop, and nothing else.
//!
//! While a vault is open its page asks (`reminders_due`). While it is locked, what may be known of it lies beside it: the days on
//! which something has to be said, encrypted to a key of their own in the system's keychain. No keychain, no days.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use sealbook_core::rules::deadline::ahead::Ahead;
use sealbook_core::vault::{log, sealed};
use sealbook_core::{Error, Result};

use crate::host::Host;
use crate::secret::Secret;
use crate::session::Session;
use crate::settings::Known;
use crate::{held, places};

/// The keychain's entry for the days: not a vault's id, so locking leaves it.
const ENTRY: &str = "notices";
const FOLDER: &str = "notices";
/// How soon after a change the days are written anew, and after a start first looked at.
const TICK: Duration = Duration::from_secs(10);
/// How often a locked vault's days are looked at.
const LOOK: TimeDelta = TimeDelta::hours(1);

/// What is kept, and what it was made from.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    /// Vault and entries of its log.
    written: Mutex<Option<(String, i64)>>,
    /// Held by whoever touches the files and their key.
    files: Mutex<()>,
}

impl Watch {
    /// Something other than a record changed what is to be said: the days are written anew.
    pub fn moved(&self) {
        *held(&self.written) = None;
    }
}

/// Says how many dates need her. Whether it is worth saying is the platform's to know: not while she sits at the window.
pub fn say(session: &Session, host: &dyn Host, count: usize) {
    if count > 0 && session.settings(|settings| settings.notices) {
        let words = session.words();
        host.notify(&words.format("renewals-remind", &[("count", count)]));
    }
}

/// Watches until the program ends.
pub fn run(session: &Session, host: &dyn Host) {
    let mut looked: Option<DateTime<Utc>> = None;
    loop {
        // first of all: right after the login the desktop itself is not ready to say anything
        thread::sleep(TICK);
        if session.settings(|settings| settings.watch) {
            // the watching goes on whatever becomes of one round
            let _ = crate::caught(|| round(session, host, &mut looked));
        }
    }
}

fn round(session: &Session, host: &dyn Host, looked: &mut Option<DateTime<Utc>>) -> Result<()> {
    if session.is_open() {
        return refresh(session);
    }
    let now = session.clock.now();
    if looked.is_none_or(|looked| !(TimeDelta::zero()..LOOK).contains(&(now - looked))) {
        *looked = Some(now);
        say_locked(session, host);
    }
    Ok(())
}

/// Writes the open vault's days where they changed since they were last written.
fn refresh(session: &Session) -> Result<()> {
    let head = session.read(|reader| {
        let head = log::head(reader.connection())?;
        Ok((reader.vault_id().to_owned(), head.entries))
    })?;
    let before = held(&session.watch.written).replace(head.clone());
    // tried once a change: a keychain that is not there now is not asked every few seconds
    if before == Some(head) {
        return Ok(());
    }
    keep(session)
}

/// Keeps the open vault's days for when it is locked. A sample's are nobody's.
pub fn keep(session: &Session) -> Result<()> {
    let selected = held(&session.door).selected.clone();
    let Some(known) = selected.filter(|known| !known.sample) else {
        return Ok(());
    };
    let today = session.clock.today();
    let ahead = session.count(|reader| Ahead::read(reader.connection(), today))?;
    let _files = held(&session.watch.files);
    if !session.settings(|settings| settings.watch) {
        return Ok(());
    }
    let path = path(session, &known.id);
    let written = key(session).and_then(|key| write(&path, &key, &ahead));
    if written.is_err() {
        remove(&path)?;
    }
    written
}

/// Says what the locked vaults of this computer have to say today, once.
pub fn say_locked(session: &Session, host: &dyn Host) {
    let vaults = session.settings(|settings| settings.vaults.clone());
    let _files = held(&session.watch.files);
    let Some(key) = session.keychain.read(ENTRY) else {
        return;
    };
    let counts = vaults.iter().map(|known| due(session, known, &key));
    say(session, host, counts.map(Result::unwrap_or_default).sum());
}

/// How many dates of a locked vault have to be said. They count as said before they are: twice would be worse than once too few.
fn due(session: &Session, known: &Known, key: &Secret) -> Result<usize> {
    let path = path(session, &known.id);
    if !path.exists() {
        return Ok(0);
    }
    let mut ahead: Ahead = serde_json::from_slice(&sealed::read(&path, key.text())?)?;
    let count = ahead.say(session.clock.today());
    if count > 0 {
        write(&path, key, &ahead)?;
    }
    Ok(count)
}

/// Removes every day kept, and the key.
pub fn forget(session: &Session) -> Result<()> {
    let _files = held(&session.watch.files);
    session.watch.moved();
    let folder = session.homes.data.join(FOLDER);
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    // a keychain that cannot be asked has a key to nothing
    let _ = session.keychain.forget(ENTRY);
    Ok(())
}

/// The id stands in a vault's folder, where anybody may have written it: only a plain name becomes a file's.
fn path(session: &Session, vault_id: &str) -> PathBuf {
    let file = format!("{}.age", places::plain_name(vault_id));
    session.homes.data.join(FOLDER).join(file)
}

fn write(path: &Path, key: &Secret, ahead: &Ahead) -> Result<()> {
    sealed::write(path, key.text(), &serde_json::to_vec(ahead)?)
}

/// The key to the days, made where there is none. Errors are the keychain's.
fn key(session: &Session) -> Result<Secret> {
    let kept = session.keychain.read(ENTRY);
    if let Some(key) = kept.filter(|key| sealed::is_key(key.text())) {
        return Ok(key);
    }
    let key = Secret::new(sealed::new_key().to_string());
    session.keychain.keep(ENTRY, &key)?;
    // a store that takes a key and does not give it back is none
    match session.keychain.read(ENTRY) {
        Some(kept) if kept.text() == key.text() => Ok(key),
        _ => Err(Error::new("keychain_silent")),
    }
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
