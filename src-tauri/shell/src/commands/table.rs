//! The table: every command the page can call, one line each.

use sealbook_core::vault::VaultInfo;
use sealbook_core::vault::passphrase::Strength;
use sealbook_core::words::Language;

use super::app::{self, AppState};
use super::vault::{self, NewVault};
use super::{Command, When, commands};
use crate::jobs::JobState;
use crate::places::Place;
use crate::secret::Secret;
use crate::settings::Theme;

commands! {
    Always app_state {} -> AppState = app::state;
    Always set_preference {
        #[cfg_attr(test, ts(optional))] language: Option<Language>,
        #[cfg_attr(test, ts(optional))] theme: Option<Theme>,
        #[cfg_attr(test, ts(optional))] idle_minutes: Option<u32>
    } -> AppState = app::set_preference;
    Always passphrase_strength { passphrase: Secret, inputs: Vec<String> } -> Strength = app::passphrase_strength;
    Always passphrase_suggest {} -> String = app::passphrase_suggest;
    Always place_default { name: String } -> Place = vault::place_default;
    /// native folder dialog; null when cancelled
    Always place_pick { name: String } -> Option<Place> = vault::place_pick;
    /// makes the vault and answers with the recovery key; nothing can be entered before it was typed back
    Always vault_create { place: u32, company: String, person: String, passphrase: Secret } -> NewVault = vault::create;
    /// native save dialog for a printable text with the recovery key
    Always recovery_save {} -> bool = vault::recovery_save;
    Always vault_confirm { recovery_key: Secret } -> AppState = vault::confirm;
    Always vault_cancel {} -> AppState = vault::cancel;
    /// native folder dialog for an existing vault; leaves it locked and selected
    Always vault_pick {} -> Option<AppState> = vault::pick;
    Always vault_select { id: String } -> AppState = vault::select;
    Always vault_unlock { passphrase: Secret } -> AppState = vault::unlock;
    Always vault_recover { recovery_key: Secret, passphrase: Secret } -> AppState = vault::recover;
    Always vault_lock {} -> AppState = vault::lock;
    Open vault_info {} -> VaultInfo = vault::info;
    Open passphrase_change { old: Secret, new: Secret } -> () = vault::passphrase_change;
    Open keychain_set { on: bool } -> VaultInfo = vault::keychain_set;
    /// try the keychain once at start; null when it holds nothing for this vault
    Always vault_unlock_keychain {} -> Option<AppState> = vault::unlock_keychain;

    Always job { job: u32 } -> JobState = app::job;
    Always job_cancel { job: u32 } -> () = app::job_cancel;
    /// shows the last exported file of that job in the system's file manager
    Open reveal { job: u32 } -> () = app::reveal;
}
