//! What this installation remembers between starts: preferences and where vaults lie. Nothing from inside a vault.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use sealbook_core::Result;
use sealbook_core::words::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::throttle::Attempts;

const FILE: &str = "settings.json";
/// Vaults remembered in the list of recent ones.
const RECENT: usize = 8;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// A vault this installation has opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// The vault's id.
    pub id: String,
    /// The company's name, or the folder's.
    pub name: String,
    /// Where it lies.
    pub folder: PathBuf,
    /// The sample company, which may be thrown away.
    pub sample: bool,
}

/// Size of the window when it was last closed, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WindowSize {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Filled the screen.
    pub maximized: bool,
}

/// Everything remembered.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The working language.
    pub language: Language,
    /// Light or dark.
    pub theme: Theme,
    /// Minutes without a key or pointer before the vault locks.
    pub idle_minutes: u32,
    /// The vault locks when the computer sleeps or its session is locked.
    pub lock_away: bool,
    /// The desktop says how many dates need her while she looks elsewhere.
    pub notices: bool,
    /// The program starts with the computer and goes on without a window.
    pub watch: bool,
    /// Latest first.
    pub vaults: Vec<Known>,
    /// Wrong passphrases in a row, by vault: the waiting time survives a restart.
    pub attempts: BTreeMap<String, Attempts>,
    /// The window.
    pub window: Option<WindowSize>,
}

impl Default for Settings {
    fn default() -> Self {
        let language = sys_locale::get_locale().and_then(|tag| Language::of(&tag));
        Self {
            language: language.unwrap_or(Language::En),
            theme: Theme::System,
            idle_minutes: 5,
            lock_away: true,
            notices: true,
            watch: false,
            vaults: Vec::new(),
            attempts: BTreeMap::new(),
            window: None,
        }
    }
}

impl Settings {
    /// Reads them; a missing or unreadable file gives the defaults.
    pub fn load(folder: &Path) -> Self {
        fs::read_to_string(folder.join(FILE))
            .ok()
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Writes them beside and renames, so that a crash leaves the old ones.
    pub fn save(&self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder)?;
        let beside = folder.join(format!("{FILE}.new"));
        let mut file = fs::File::create(&beside)?;
        file.write_all(serde_json::to_string_pretty(self)?.as_bytes())?;
        file.sync_all()?;
        Ok(fs::rename(&beside, folder.join(FILE))?)
    }

    /// Puts a vault at the head of the recent ones.
    pub fn remember(&mut self, vault: Known) {
        self.vaults.retain(|known| known.id != vault.id);
        self.vaults.insert(0, vault);
        self.vaults.truncate(RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_a_restart_and_a_damaged_file() {
        let home = tempfile::tempdir().unwrap();
        let mut settings = Settings::load(home.path());
        settings.theme = Theme::Dark;
        for number in 0..RECENT + 2 {
            settings.remember(Known {
                id: number.to_string(),
                name: "Kestrel".to_owned(),
                folder: PathBuf::from("/vaults"),
                sample: false,
            });
        }
        settings.save(home.path()).unwrap();
        let again = Settings::load(home.path());
        assert_eq!(again.theme, Theme::Dark);
        assert_eq!(again.vaults.len(), RECENT);
        assert_eq!(again.vaults[0].id, (RECENT + 1).to_string());
        fs::write(home.path().join(FILE), "{ not json").unwrap();
        assert_eq!(Settings::load(home.path()).idle_minutes, 5);
    }
}
