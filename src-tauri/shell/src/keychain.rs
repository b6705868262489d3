//! The system's keychain holds, with consent, what opens this device's slot. It is a cache: whatever is wrong with it, the answer is
//! "nothing there" and the passphrase opens the vault. A keychain that asks or hangs is left alone after five seconds.

use std::sync::mpsc;
use std::time::Duration;

use keyring::Entry;
use sealbook_core::{Error, Result};

use crate::secret::Secret;

const SERVICE: &str = "app.sealbook.desktop";
const PATIENCE: Duration = Duration::from_secs(5);

/// What is kept for a vault, if the keychain can be asked and has something.
pub fn read(vault_id: &str) -> Option<Secret> {
    let id = vault_id.to_owned();
    let kept = in_time(move || Entry::new(SERVICE, &id)?.get_password()).ok()?;
    Some(Secret::new(kept))
}

/// Keeps it.
pub fn keep(vault_id: &str, secret: &Secret) -> Result<()> {
    let (id, secret) = (vault_id.to_owned(), secret.clone());
    in_time(move || Entry::new(SERVICE, &id)?.set_password(secret.text()))
}

/// Removes it; what is not there is removed.
pub fn forget(vault_id: &str) -> Result<()> {
    let id = vault_id.to_owned();
    in_time(
        move || match Entry::new(SERVICE, &id)?.delete_credential() {
            Err(keyring::Error::NoEntry) => Ok(()),
            outcome => outcome,
        },
    )
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
