//! One run of the program: what it remembers, and the vault that is open.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use sealbook_core::intake::Isolation;
use sealbook_core::intake::worker::Launch;
use sealbook_core::register::{Pair, entity};
use sealbook_core::vault::setting::LOGGED_AS;
use sealbook_core::vault::{Changes, Manifest, Operation, Reader, Unlock, Vault, Writer};
use sealbook_core::words::Words;
use sealbook_core::{Error, Result};

use crate::clock::Clock;
use crate::company;
use crate::drafts::Drafts;
use crate::files::{FileToken, Files};
use crate::held;
use crate::jobs::Jobs;
use crate::keychain::{Keychain, SystemKeychain};
use crate::leave::Locks;
use crate::lists::Lists;
use crate::secret::Secret;
use crate::settings::{Known, Settings};
use crate::watch::Watch;

/// Where this installation keeps its own things.
#[derive(Debug, Clone)]
pub struct Homes {
    /// Settings.
    pub config: PathBuf,
    /// Vaults, unless she chooses another place. Local: never a folder that roams or syncs.
    pub data: PathBuf,
}

impl Homes {
    /// Both under one folder: tests, and `SEALBOOK_HOME`.
    pub fn under(folder: &Path) -> Self {
        Self {
            config: folder.join("config"),
            data: folder.join("data"),
        }
    }
}

/// What is known about the door without opening it. Never waits for the vault, so that the page can always ask.
#[derive(Debug, Default)]
pub(crate) struct Door {
    pub selected: Option<Known>,
    pub opened: Option<Opened>,
    pub pending: Option<Pending>,
    /// A recovery key that may replace the one of the open vault.
    pub offered: Option<Pending>,
}

/// Who stands inside.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub actor: String,
    pub company: Pair,
}

/// A recovery key that waits to be typed back, and the vault it is to open.
#[derive(Debug)]
pub(crate) struct Pending {
    pub known: Known,
    pub recovery_key: Secret,
}

/// One run of the program.
pub struct Session {
    /// What day it is.
    pub clock: Clock,
    /// scrypt's log2 N for new passphrases; `None` measures this machine.
    pub work_factor: Option<u8>,
    /// Where strangers' files are read: a process of their own, unless a test says otherwise.
    pub isolation: Isolation,
    pub(crate) homes: Homes,
    pub(crate) lists: Lists,
    pub(crate) drafts: Drafts,
    pub(crate) jobs: Jobs,
    pub(crate) files: Files,
    pub(crate) locks: Locks,
    pub(crate) places: Mutex<Vec<PathBuf>>,
    pub(crate) door: Mutex<Door>,
    pub(crate) keychain: Arc<dyn Keychain>,
    pub(crate) watch: Watch,
    settings: Mutex<Settings>,
    vault: Mutex<Option<Vault>>,
    // short reads go beside the writer, so that a long import never stops the lists
    reader: Mutex<Option<Reader>>,
    // and what reads the whole record goes beside both, so that counting never stops the lists either
    counting: Mutex<Option<Reader>>,
    uncounted: Mutex<Arc<AtomicBool>>,
}

impl Session {
    /// Begins a run.
    pub fn new(homes: Homes, clock: Clock) -> Self {
        let settings = Settings::load(&homes.config);
        let door = Door {
            selected: settings.vaults.first().cloned(),
            ..Door::default()
        };
        Self {
            clock,
            work_factor: None,
            isolation: Isolation::Worker(Launch::this_program(std::env::vars_os())),
            homes,
            lists: Lists::default(),
            drafts: Drafts::default(),
            jobs: Jobs::default(),
            files: Files::default(),
            locks: Locks::default(),
            places: Mutex::default(),
            door: Mutex::new(door),
            keychain: Arc::new(SystemKeychain),
            watch: Watch::default(),
            settings: Mutex::new(settings),
            vault: Mutex::default(),
            reader: Mutex::default(),
            counting: Mutex::default(),
            uncounted: Mutex::default(),
        }
    }

    /// Whether a vault is open for work.
    pub fn is_open(&self) -> bool {
        held(&self.door).opened.is_some()
    }

    /// Whether a vault is open that is to lock when nobody sits there any more.
    pub fn locks_when_left(&self) -> bool {
        self.is_open() && self.settings(|settings| settings.lock_away)
    }

    /// The texts of the working language.
    pub fn words(&self) -> Words {
        Words::new(self.settings(|settings| settings.language))
    }

    /// Reads the settings.
    pub fn settings<T>(&self, read: impl FnOnce(&Settings) -> T) -> T {
        read(&held(&self.settings))
    }

    /// Changes the settings and keeps them.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> Result<()> {
        let mut settings = held(&self.settings);
        change(&mut settings);
        settings.save(&self.homes.config)
    }

    /// Takes a file the page hands over. Error `locked`.
    pub fn upload(&self, name: &str, bytes: impl AsRef<[u8]>) -> Result<FileToken> {
        let leave = self.locks.leave();
        if !self.is_open() {
            return Err(locked());
        }
        self.files.hold(&leave, name, bytes.as_ref())
    }

    /// Works on the open vault. Error `locked`.
    pub(crate) fn vault<T>(&self, work: impl FnOnce(&mut Vault) -> Result<T>) -> Result<T> {
        work(held(&self.vault).as_mut().ok_or_else(locked)?)
    }

    /// Short reads, beside whatever is being written. Error `locked`.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&Reader) -> Result<T>) -> Result<T> {
        read(held(&self.reader).as_ref().ok_or_else(locked)?)
    }

    /// Reads that go through the whole record; given up when the vault is locked. Error `locked`.
    pub(crate) fn count<T>(&self, read: impl FnOnce(&Reader) -> Result<T>) -> Result<T> {
        read(held(&self.counting).as_ref().ok_or_else(locked)?)
    }

    /// Writes as one operation of this kind, now.
    pub(crate) fn write<T>(
        &self,
        kind: &'static str,
        reason: Option<String>,
        change: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<(T, Changes)> {
        let operation = Operation::new(kind, self.clock.now()).reason(reason);
        let (value, changes) = self.vault(|vault| vault.write(&operation, change))?;
        self.noticed(&changes);
        Ok((value, changes))
    }

    /// After a write: the company's name in the window follows its record, and the watch the days chosen for reminders.
    pub(crate) fn noticed(&self, changes: &Changes) {
        if changes.registers.contains(LOGGED_AS) {
            self.watch.moved();
        }
        if changes.registers.contains(entity::REGISTER.key) {
            self.refresh_company();
        }
    }

    /// Reads the company's name again.
    pub(crate) fn refresh_company(&self) {
        let named = self.read(|reader| company::entered(reader, self.clock.today()));
        if let (Ok(Some(company)), Some(opened)) = (named, held(&self.door).opened.as_mut()) {
            opened.company = company;
        }
    }

    /// Takes over a vault just made: it waits for its recovery key to be typed back.
    pub(crate) fn hold_pending(&self, vault: Vault, pending: Pending) {
        *held(&self.vault) = Some(vault);
        held(&self.door).pending = Some(pending);
    }

    /// Opens the vault held or given for work and remembers it.
    pub(crate) fn enter(&self, vault: Vault, sample: bool) -> Result<()> {
        if !vault.recovery_confirmed() {
            return Err(Error::new("recovery_unconfirmed"));
        }
        let reader = vault.reader()?;
        let stop = Arc::new(AtomicBool::default());
        let counting = vault.reader()?.until(Arc::clone(&stop))?;
        let known = known(vault.folder(), sample)?;
        let opened = Opened {
            actor: vault.actor().to_owned(),
            company: company::entered(&reader, self.clock.today())?
                .unwrap_or_else(|| Pair::by_script(&known.name)),
        };
        self.change_settings(|settings| {
            settings.attempts.remove(&known.id);
            settings.remember(known.clone());
        })?;
        *held(&self.vault) = Some(vault);
        *held(&self.reader) = Some(reader);
        *held(&self.uncounted) = stop;
        *held(&self.counting) = Some(counting);
        *held(&self.door) = Door {
            selected: Some(known),
            opened: Some(opened),
            ..Door::default()
        };
        self.watch.moved();
        Ok(())
    }

    /// Opens the selected vault.
    pub(crate) fn unlock(&self, unlock: Unlock<'_>) -> Result<Vault> {
        let selected = held(&self.door)
            .selected
            .clone()
            .ok_or_else(|| Error::new("no_vault"))?;
        Vault::open(&selected.folder, unlock)
    }

    /// The vault that waits for its recovery key, taken out.
    pub(crate) fn take_vault(&self) -> Option<Vault> {
        held(&self.vault).take()
    }

    /// Lets nobody in any more, and nothing that was begun.
    pub(crate) fn close_door(&self) {
        {
            let mut door = held(&self.door);
            (door.opened, door.offered) = (None, None);
        }
        // only now: nobody finds the vault open who has another leave
        self.locks.end();
        self.files.forget();
    }

    /// Closes the vault and forgets everything of it. Running work is cancelled cleanly first.
    pub fn lock(&self) -> Result<()> {
        self.close_door();
        self.jobs.stop();
        // again: what ran may have opened a vault
        self.close_door();
        self.lists.forget();
        self.drafts.forget();
        held(&self.uncounted).store(true, Relaxed);
        drop(held(&self.counting).take());
        // the readers first: the log of pending pages folds into the file only when nobody else reads
        drop(held(&self.reader).take());
        match self.take_vault() {
            Some(vault) if vault.recovery_confirmed() => vault.close(),
            _ => Ok(()),
        }
    }
}

/// What is known of the vault in a folder without opening it.
pub(crate) fn known(folder: &Path, sample: bool) -> Result<Known> {
    let manifest = Manifest::read(folder)?;
    Ok(Known {
        id: manifest.id,
        name: manifest.name,
        folder: folder.to_owned(),
        sample,
    })
}

fn locked() -> Error {
    Error::new("locked")
}
