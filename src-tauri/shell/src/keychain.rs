//! The system's keychain holds, with consent, what opens this device's slot and what opens the days of [`crate::watch`]. It is a
//! cache: whatever is wrong with it, the answer is "nothing there" and the passphrase opens the vault. A keychain that asks or hangs
//! is left alone after five seconds.

use std::sync::mpsc;
use std::time::Duration;

use keyring::Entry;
use sealbook_core::{Error, Result};

use crate::secret::Secret;

const SERVICE: &str = "app.sealbook.desktop";
const PATIENCE: Duration = Duration::from_secs(5);

/// Where a computer keeps its person's keys, by name of the entry: a vault's id, or what else is kept.
pub trait Keychain: Send + Sync {
    /// What is kept, if the keychain can be asked and has something.
    fn read(&self, entry: &str) -> Option<Secret>;
    /// Keeps it.
    fn keep(&self, entry: &str, secret: &Secret) -> Result<()>;
    /// Removes it; what is not there is removed.
    fn forget(&self, entry: &str) -> Result<()>;
}

/// The operating system's.
pub struct SystemKeychain;

impl Keychain for SystemKeychain {
    fn read(&self, entry: &str) -> Option<Secret> {
        let entry = entry.to_owned();
        let kept = in_time(move || Entry::new(SERVICE, &entry)?.get_password()).ok()?;
        Some(Secret::new(kept))
    }

    fn keep(&self, entry: &str, secret: &Secret) -> Result<()> {
        let (entry, secret) = (entry.to_owned(), secret.clone());
        in_time(move || Entry::new(SERVICE, &entry)?.set_password(secret.text()))
    }

    fn forget(&self, entry: &str) -> Result<()> {
        let entry = entry.to_owned();
        in_time(
            move || match Entry::new(SERVICE, &entry)?.delete_credential() {
                Err(keyring::Error::NoEntry) => Ok(()),
                outcome => outcome,
            },
        )
    }
}

/// Asks on a thread of its own: a keychain may open a dialog of its own or never answer.
fn in_time<T: Send + 'static>(
    ask: impl FnOnce() -> keyring::Result<T> + Send + 'static,
) -> Result<T> {
    let (answer, answered) = mpsc::channel();
    std::thread::Builder::new()
        .name("keychain".to_owned())
        .spawn(move || {
            let _ = answer.send(ask());
        })?;
    match answered.recv_timeout(PATIENCE) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(Error::new("keychain").with("detail", error)),
        Err(_) => Err(Error::new("keychain_silent")),
    }
}
