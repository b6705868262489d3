//! What day and what moment it is. The core is told; this is where the shell looks.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use sealbook_core::words::in_zone;

/// The system's clock, or one that stands on a given day.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    /// The day it stands on: pictures and tests look the same tomorrow.
    pub fixed: Option<NaiveDate>,
}

impl Clock {
    /// The moment, UTC.
    pub fn now(&self) -> DateTime<Utc> {
        match self.fixed {
            // four in the morning UTC is noon in Shanghai: the same day in both
            Some(day) => day
                .and_time(NaiveTime::MIN)
                .and_utc()
                .checked_add_signed(chrono::TimeDelta::hours(4))
                .unwrap_or_else(Utc::now),
            None => Utc::now(),
        }
    }

    /// The day in the vault's zone.
    pub fn today(&self) -> NaiveDate {
        in_zone(self.now()).date()
    }
}
