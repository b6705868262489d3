//! From when on a right counts as let lie or little used: facts of the vault, so that every place reckons with the same.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Writer, settings};
use crate::{Error, Result};

/// Keys in the vault, and the least and the most that can be set.
const DORMANT: (&str, u32, u32) = ("dormant_days", 7, 730);
const UNDERUSE: (&str, u32, u32) = ("underuse_percent", 1, 100);

/// The thresholds of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// Days without use after which a right lies idle.
    pub dormant_days: u32,
    /// Percent of its rights in use below which a license is little used.
    pub underuse_percent: u32,
}

impl Thresholds {
    /// What holds where nothing was set; the conditions in SQL fall back to the same.
    pub const DEFAULT: Self = Self {
        dormant_days: 90,
        underuse_percent: 50,
    };

    /// What holds of one of them where nothing was set.
    pub(super) fn usual(key: &str) -> u32 {
        if key == DORMANT.0 {
            Self::DEFAULT.dormant_days
        } else {
            Self::DEFAULT.underuse_percent
        }
    }

    /// As the vault has them.
    pub fn read(connection: &Connection) -> Result<Self> {
        let kept = |(key, ..): (&str, u32, u32), otherwise| -> Result<u32> {
            let text = settings::get(connection, key)?;
            Ok(text.and_then(|text| text.parse().ok()).unwrap_or(otherwise))
        };
        Ok(Self {
            dormant_days: kept(DORMANT, Self::DEFAULT.dormant_days)?,
            underuse_percent: kept(UNDERUSE, Self::DEFAULT.underuse_percent)?,
        })
    }
}

impl Writer<'_> {
    /// Sets the thresholds. Error `bad_value` names the one out of bounds.
    pub fn set_thresholds(&mut self, thresholds: Thresholds) -> Result<()> {
        for ((key, least, most), value) in [
            (DORMANT, thresholds.dormant_days),
            (UNDERUSE, thresholds.underuse_percent),
        ] {
            if !(least..=most).contains(&value) {
                return Err(Error::new("bad_value").at(key));
            }
            self.set(key, None, &value.to_string())?;
        }
        Ok(())
    }
}
