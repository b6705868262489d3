//! Making, opening and closing vaults.

use std::path::PathBuf;
use std::sync::Arc;

use super::Call;
use super::app::{AppState, state, state_of};
use super::recovery::RecoverySheet;
use crate::held;
use crate::places::{self, Place};
use crate::secret::Secret;
use crate::session::{Pending, Session, known};
use sealbook_core::vault::{CreateOptions, Unlock, Vault, VaultInfo};
use sealbook_core::{Error, Result};

pub fn place_default(call: Call<'_>, name: String) -> Result<Place> {
    Ok(offer(
        call,
        places::free(&call.session.homes.data.join("vaults"), &name),
    ))
}

pub fn place_pick(call: Call<'_>, name: String) -> Result<Option<Place>> {
    let folder = call.host.pick_folder();
    Ok(folder.map(|folder| offer(call, places::free(&folder, &name))))
}

/// Keeps a path under a token.
fn offer(call: Call<'_>, path: PathBuf) -> Place {
    let place = Place {
        token: 0,
        display: path.display().to_string(),
        warning: places::warning(&path),
    };
    let mut offered = held(&call.session.places);
    offered.push(path);
    let token = u32::try_from(offered.len()).unwrap_or(u32::MAX);
    Place { token, ..place }
}

fn offered(call: Call<'_>, token: u32) -> Result<PathBuf> {
    let at = usize::try_from(token)
        .ok()
        .and_then(|token| token.checked_sub(1));
    let places = held(&call.session.places);
    at.and_then(|at| places.get(at).cloned())
        .ok_or_else(|| Error::new("place_gone"))
}

pub fn create(
    call: Call<'_>,
    place: u32,
    company: String,
    person: String,
    passphrase: Secret,
) -> Result<RecoverySheet> {
    for (field, text) in [("company", &company), ("person", &person)] {
        if text.trim().is_empty() {
            return Err(Error::new("required").at(field));
        }
    }
    cancel(call)?;
    call.session.lock()?;
    let folder = offered(call, place)?;
    let (vault, recovery_key) = Vault::create(&CreateOptions {
        folder: &folder,
        company: company.trim(),
        person: person.trim(),
        passphrase: passphrase.text(),
        work_factor: call.session.work_factor,
        now: call.session.clock.now(),
    })?;
    let pending = Pending {
        known: known(&folder, false)?,
        recovery_key: Secret::new(recovery_key),
    };
    let sheet = RecoverySheet::of(call, &pending);
    call.session.hold_pending(vault, pending);
    Ok(sheet)
}

pub fn confirm(call: Call<'_>, recovery_key: Secret) -> Result<AppState> {
    if held(&call.session.door).pending.is_none() {
        return Err(Error::new("no_pending_vault"));
    }
    call.session
        .vault(|vault| vault.confirm_recovery(recovery_key.text()))?;
    let vault = call
        .session
        .take_vault()
        .ok_or_else(|| Error::new("no_pending_vault"))?;
    call.session.enter(vault, false)?;
    state(call)
}

/// Removes a vault that was begun and never confirmed: nothing can have been entered into it.
pub fn cancel(call: Call<'_>) -> Result<AppState> {
    let pending = held(&call.session.door).pending.take();
    if let Some(pending) = pending {
        drop(call.session.take_vault());
        std::fs::remove_dir_all(&pending.known.folder)?;
    }
    state(call)
}

pub fn pick(call: Call<'_>) -> Result<Option<AppState>> {
    let Some(folder) = call.host.pick_folder() else {
        return Ok(None);
    };
    let known = known(&folder, false)?;
    call.session.lock()?;
    held(&call.session.door).selected = Some(known);
    state(call).map(Some)
}

pub fn select(call: Call<'_>, id: String) -> Result<AppState> {
    let known = call
        .session
        .settings(|settings| settings.vaults.iter().find(|known| known.id == id).cloned());
    let known = known.ok_or_else(|| Error::new("no_vault"))?;
    call.session.lock()?;
    held(&call.session.door).selected = Some(known);
    state(call)
}

/// Opens with a passphrase. After five wrong ones each try waits first; a right one then waits and opens.
pub fn unlock(call: Call<'_>, passphrase: Secret) -> Result<AppState> {
    let selected = held(&call.session.door)
        .selected
        .clone()
        .ok_or_else(|| Error::new("no_vault"))?;
    let attempts = |settings: &crate::settings::Settings| {
        settings
            .attempts
            .get(&selected.id)
            .copied()
            .unwrap_or_default()
    };
    std::thread::sleep(
        call.session
            .settings(attempts)
            .wait(call.session.clock.now()),
    );
    match call.session.unlock(Unlock::Passphrase(passphrase.text())) {
        Ok(vault) => call.session.enter(vault, selected.sample)?,
        Err(error) if error.is("wrong_passphrase") => {
            let now = call.session.clock.now();
            call.session.change_settings(|settings| {
                settings
                    .attempts
                    .entry(selected.id.clone())
                    .or_default()
                    .fail(now)
            })?;
            let pause = call.session.settings(attempts).pause();
            let code = if pause.is_zero() {
                "wrong_passphrase"
            } else {
                "wrong_passphrase_wait"
            };
            return Err(Error::new(code)
                .with("wait", pause.as_secs())
                .at("passphrase"));
        }
        Err(error) => return Err(error),
    }
    state(call)
}

pub fn unlock_keychain(call: Call<'_>) -> Result<Option<AppState>> {
    let Some(selected) = held(&call.session.door).selected.clone() else {
        return Ok(None);
    };
    let Some(key) = call.session.keychain.read(&selected.id) else {
        return Ok(None);
    };
    match call.session.unlock(Unlock::Device(key.text())) {
        Ok(vault) => call.session.enter(vault, selected.sample)?,
        // a key that opens nothing any more is no news: the passphrase does
        Err(error) if error.is("wrong_device_key") || error.is("file_missing") => return Ok(None),
        Err(error) => return Err(error),
    }
    state(call).map(Some)
}

pub fn recover(call: Call<'_>, recovery_key: Secret, passphrase: Secret) -> Result<AppState> {
    let selected = held(&call.session.door)
        .selected
        .clone()
        .ok_or_else(|| Error::new("no_vault"))?;
    let wrong = |error: Error| error.at("recovery_key");
    let mut vault = call
        .session
        .unlock(Unlock::Recovery(recovery_key.text()))
        .map_err(wrong)?;
    vault.reset_passphrase(passphrase.text(), call.session.work_factor)?;
    call.session.enter(vault, selected.sample)?;
    state(call)
}

/// Locks. Running work is cancelled; the page waits for it first when nobody is there.
pub fn lock(call: Call<'_>) -> Result<AppState> {
    lock_up(call.session)?;
    state(call)
}

/// Locks, and lets the keychain forget what opened the vault: an unlock after a lock needs the passphrase.
pub fn lock_up(session: &Session) -> Result<()> {
    // first: what is running holds the vault, and nothing is to follow it
    session.close_door();
    session.jobs.stop();
    let id = held(&session.door)
        .selected
        .as_ref()
        .map(|known| known.id.clone());
    let kept = session
        .vault(|vault| Ok(vault.info()?.keychain))
        .unwrap_or(false);
    session.lock()?;
    if let (Some(id), true) = (id, kept) {
        // a keychain that cannot be asked kept nothing usable either
        let _ = session.keychain.forget(&id);
    }
    Ok(())
}

pub fn info(call: Call<'_>) -> Result<VaultInfo> {
    call.session.vault(|vault| vault.info())
}

pub fn passphrase_change(call: Call<'_>, old: Secret, new: Secret) -> Result<()> {
    let work_factor = call.session.work_factor;
    call.session
        .vault(|vault| vault.change_passphrase(old.text(), new.text(), work_factor))
}

/// Lets this computer's keychain open the vault at the next start, or no more.
pub fn keychain_set(call: Call<'_>, on: bool) -> Result<VaultInfo> {
    call.session.vault(|vault| {
        if on {
            let key = Secret::new(vault.add_device()?);
            if let Err(error) = call.session.keychain.keep(vault.id(), &key) {
                vault.remove_device()?;
                return Err(error);
            }
        } else {
            vault.remove_device()?;
            call.session.keychain.forget(vault.id())?;
        }
        vault.info()
    })
}

/// Opens the sample company, making it first where it is not there yet.
pub fn sample_open(call: Call<'_>) -> Result<u32> {
    cancel(call)?;
    call.session.lock()?;
    let session = Arc::clone(call.session);
    // whatever was begun ended with that vault, apart from this
    call.session.jobs.start(move |job| {
        crate::sample::open(&session, job)?;
        Ok(serde_json::to_value(state_of(&session))?)
    })
}
