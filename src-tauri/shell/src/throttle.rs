//! Guessing a passphrase by hand is slowed down: five tries are free, then each waits longer, up to half a minute. A right
//! passphrase given meanwhile waits too and is not refused.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

const FREE: u32 = 5;
const LONGEST: u64 = 30;

/// Wrong passphrases in a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempts {
    /// How many.
    pub failed: u32,
    /// When the last one was.
    pub last: DateTime<Utc>,
}

impl Attempts {
    /// One more wrong passphrase.
    pub fn fail(&mut self, now: DateTime<Utc>) {
        self.failed = self.failed.saturating_add(1);
        self.last = now;
    }

    /// The pause that follows the tries so far.
    pub fn pause(&self) -> Duration {
        let beyond = self.failed.saturating_sub(FREE - 1);
        let seconds = match beyond {
            0 => 0,
            1..=5 => 1 << beyond.min(5),
            _ => LONGEST,
        };
        Duration::from_secs(seconds.min(LONGEST))
    }

    /// What is left of that pause now. A clock set back does not lengthen it.
    pub fn wait(&self, now: DateTime<Utc>) -> Duration {
        let passed = (now - self.last).max(TimeDelta::zero());
        self.pause()
            .saturating_sub(passed.to_std().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_tries_are_free_and_no_wait_is_longer_than_half_a_minute() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let mut attempts = Attempts::default();
        let mut pauses = Vec::new();
        for _ in 0..12 {
            pauses.push(attempts.pause().as_secs());
            attempts.fail(now);
        }
        assert_eq!(pauses, [0, 0, 0, 0, 0, 2, 4, 8, 16, 30, 30, 30]);
        assert_eq!(attempts.wait(now + TimeDelta::seconds(10)).as_secs(), 20);
        assert_eq!(attempts.wait(now + TimeDelta::seconds(31)).as_secs(), 0);
        assert_eq!(
            attempts.wait(now - TimeDelta::days(365)).as_secs(),
            30,
            "a clock set back"
        );
    }
}
