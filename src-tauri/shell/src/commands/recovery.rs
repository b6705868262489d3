//! The recovery key: shown once, saved or printed, typed back, and replaced.

use sealbook_core::vault::VaultInfo;
use sealbook_core::{Error, Result};
use serde::Serialize;
use ts_rs::TS;

use super::Call;
use crate::held;
use crate::host::FileKind;
use crate::secret::Secret;
use crate::session::Pending;

/// What the sheet with a recovery key says. The page shows the key this once.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecoverySheet {
    /// To be printed or written down and typed back.
    pub recovery_key: Secret,
    /// Whose record it opens.
    pub company: String,
    /// The vault's UUID.
    pub vault: String,
    /// Where the vault lies, for reading.
    pub place: String,
    /// The day it was made.
    pub made: String,
}

impl RecoverySheet {
    pub(super) fn of(call: Call<'_>, pending: &Pending) -> Self {
        Self {
            recovery_key: pending.recovery_key.clone(),
            company: pending.known.name.clone(),
            vault: pending.known.id.clone(),
            place: pending.known.folder.display().to_string(),
            made: call.session.clock.today().to_string(),
        }
    }
}

/// The sheet as a text file where she wants it.
pub fn save(call: Call<'_>) -> Result<bool> {
    let words = call.session.words();
    let sheet = {
        let door = held(&call.session.door);
        let waiting = door.pending.as_ref().or(door.offered.as_ref());
        let waiting = waiting.ok_or_else(|| Error::new("no_pending_vault"))?;
        RecoverySheet::of(call, waiting)
    };
    let made = words.date(call.session.clock.today());
    let text = Secret::new(words.format(
        "recovery-sheet",
        &[
            ("company", sheet.company.as_str()),
            ("vault", sheet.vault.as_str()),
            ("place", sheet.place.as_str()),
            ("key", sheet.recovery_key.text()),
            ("date", made.as_str()),
        ],
    ));
    let kind = FileKind::new(words, "text", &["txt"]);
    let name = format!("{}.txt", words.text("recovery-sheet-name"));
    let Some(path) = call.pick_save(&name, &kind)? else {
        return Ok(false);
    };
    sealbook_core::vault::write_atomically(&path, text.text().as_bytes())?;
    Ok(true)
}

/// A new key, which opens nothing before [`replace`].
pub fn offer(call: Call<'_>, passphrase: Secret) -> Result<RecoverySheet> {
    let key = call
        .session
        .vault(|vault| vault.offer_recovery(passphrase.text()))?;
    let mut door = held(&call.session.door);
    let known = door.selected.clone();
    let offered = Pending {
        known: known.ok_or_else(|| Error::new("no_vault"))?,
        recovery_key: Secret::new(key),
    };
    let sheet = RecoverySheet::of(call, &offered);
    door.offered = Some(offered);
    Ok(sheet)
}

/// Puts the offered key, typed back, in the place of the present one.
pub fn replace(call: Call<'_>, recovery_key: Secret) -> Result<VaultInfo> {
    let offered = held(&call.session.door)
        .offered
        .as_ref()
        .map(|offered| offered.recovery_key.clone())
        .ok_or_else(|| Error::new("no_pending_vault"))?;
    let info = call.session.vault(|vault| {
        vault.replace_recovery(offered.text(), recovery_key.text())?;
        vault.info()
    })?;
    held(&call.session.door).offered = None;
    Ok(info)
}
