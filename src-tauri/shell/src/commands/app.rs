//! The application as a whole: state, preferences, jobs, passphrases.

use sealbook_core::register::Pair;
use sealbook_core::vault::passphrase::{self, Strength};
use sealbook_core::words::Language;
use sealbook_core::{Error, Result};
use serde::Serialize;
use ts_rs::TS;

use super::Call;
use crate::held;
use crate::host::Platform;
use crate::jobs::JobState;
use crate::secret::Secret;
use crate::session::Session;
use crate::settings::{Known, Theme};
use crate::watch;

/// Where the program stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// No vault is known here.
    FirstRun,
    /// A vault is chosen and closed.
    Locked,
    /// A vault is open.
    Open,
}

/// A vault as the page names it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VaultEntry {
    /// UUID.
    pub id: String,
    /// Company.
    pub name: String,
    /// The path, for reading.
    pub place: String,
    /// The sample company.
    pub sample: bool,
}

impl From<&Known> for VaultEntry {
    fn from(known: &Known) -> Self {
        Self {
            id: known.id.clone(),
            name: known.name.clone(),
            place: known.folder.display().to_string(),
            sample: known.sample,
        }
    }
}

/// What the window as a whole shows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AppState {
    /// Where the program stands.
    pub phase: Phase,
    /// The open or the last vault.
    pub vault: Option<VaultEntry>,
    /// Vaults opened here, latest first.
    pub recent: Vec<VaultEntry>,
    /// Working language.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// The program's version.
    pub version: &'static str,
    /// The day in the vault's zone.
    pub today: String,
    /// Operating system.
    pub platform: Platform,
    /// The company's name once there is one.
    pub company: Option<Pair>,
    /// The person who unlocked.
    pub actor: Option<String>,
    /// Minutes without a key or pointer before the vault locks.
    pub idle_minutes: u32,
    /// The vault locks when the computer sleeps or its session is locked.
    pub lock_away: bool,
    /// The desktop says how many dates need her while she looks elsewhere.
    pub notices: bool,
    /// The program starts with the computer and goes on without a window.
    pub watch: bool,
}

/// Everything the frame needs. Never waits for the vault.
pub fn state(call: Call<'_>) -> Result<AppState> {
    Ok(state_of(call.session))
}

/// The same outside a command: what a job that opened a vault answers.
pub fn state_of(session: &Session) -> AppState {
    let door = held(&session.door);
    let phase = match (&door.opened, &door.selected) {
        (Some(_), _) => Phase::Open,
        (None, Some(_)) => Phase::Locked,
        (None, None) => Phase::FirstRun,
    };
    let opened = door.opened.as_ref();
    session.settings(|settings| AppState {
        phase,
        vault: door.selected.as_ref().map(VaultEntry::from),
        recent: settings.vaults.iter().map(VaultEntry::from).collect(),
        language: settings.language,
        theme: settings.theme,
        version: env!("CARGO_PKG_VERSION"),
        today: session.clock.today().to_string(),
        platform: Platform::HERE,
        company: opened.map(|opened| opened.company.clone()),
        actor: opened.map(|opened| opened.actor.clone()),
        idle_minutes: settings.idle_minutes,
        lock_away: settings.lock_away,
        notices: settings.notices,
        watch: settings.watch,
    })
}

const IDLE_MINUTES: std::ops::RangeInclusive<u32> = 1..=240;

pub fn set_preference(
    call: Call<'_>,
    language: Option<Language>,
    theme: Option<Theme>,
    idle_minutes: Option<u32>,
    lock_away: Option<bool>,
    notices: Option<bool>,
    watch: Option<bool>,
) -> Result<AppState> {
    if idle_minutes.is_some_and(|minutes| !IDLE_MINUTES.contains(&minutes)) {
        return Err(Error::new("bad_arguments").with("detail", "idle_minutes"));
    }
    call.session.change_settings(|settings| {
        settings.language = language.unwrap_or(settings.language);
        settings.theme = theme.unwrap_or(settings.theme);
        settings.idle_minutes = idle_minutes.unwrap_or(settings.idle_minutes);
        settings.lock_away = lock_away.unwrap_or(settings.lock_away);
        settings.notices = notices.unwrap_or(settings.notices);
    })?;
    // without notices there is nothing to watch for
    let watch = watch
        .filter(|_| notices != Some(false))
        .or(notices.filter(|on| !on));
    if let Some(on) = watch {
        set_watch(call, on)?;
    }
    state(call)
}

fn set_watch(call: Call<'_>, on: bool) -> Result<()> {
    if on == call.session.settings(|settings| settings.watch) {
        return Ok(());
    }
    call.host.start_with_computer(on)?;
    call.session
        .change_settings(|settings| settings.watch = on)?;
    if on {
        call.session.watch.moved();
        Ok(())
    } else {
        watch::forget(call.session)
    }
}

pub fn quit(call: Call<'_>) -> Result<()> {
    call.host.quit();
    Ok(())
}

pub fn passphrase_strength(
    _: Call<'_>,
    passphrase: Secret,
    inputs: Vec<String>,
) -> Result<Strength> {
    Ok(passphrase::strength(passphrase.text(), &inputs))
}

pub fn passphrase_suggest(_: Call<'_>) -> Result<String> {
    passphrase::suggest()
}

pub fn job(call: Call<'_>, job: u32) -> Result<JobState> {
    call.session.jobs.state(job)
}

pub fn job_cancel(call: Call<'_>, job: u32) -> Result<()> {
    call.session.jobs.cancel(job)
}

pub fn reveal(call: Call<'_>, job: u32) -> Result<()> {
    call.host.reveal(&call.session.jobs.file(job)?)
}
