//! When to remind: so many days ahead, by kind and for single records, each once.

use chrono::{NaiveDate, TimeDelta};
use rusqlite::Connection;

use super::Deadline;
use crate::Result;
use crate::vault::reminders::{self, Given};

/// Days ahead where nothing else was chosen.
pub const USUAL: [i64; 4] = [90, 30, 7, 0];
/// A date that had passed longer than this when it was first seen is history, not news.
pub const NEWS: i64 = 30;

/// The days ahead chosen.
#[derive(Debug, Clone, Default)]
pub struct Tiers(reminders::Chosen);

impl Tiers {
    /// As the vault has them.
    pub fn read(conn: &Connection) -> Result<Self> {
        Ok(Self(reminders::chosen(conn)?))
    }

    /// Days ahead for a date, the farthest first: its own, its kind's, or the usual.
    pub fn of(&self, deadline: &Deadline) -> &[i64] {
        let key = deadline.kind.key.to_owned();
        self.0
            .get(&(key, Some(deadline.uuid)))
            .map_or_else(|| self.of_kind(deadline.kind.key), Vec::as_slice)
    }

    /// Days ahead for a kind.
    pub fn of_kind(&self, kind: &str) -> &[i64] {
        self.0
            .get(&(kind.to_owned(), None))
            .map_or(&USUAL, Vec::as_slice)
    }

    /// The nearest tier a date has reached.
    pub fn reached(&self, deadline: &Deadline, today: NaiveDate) -> Option<i64> {
        let days = deadline.days(today);
        let tiers = self.of(deadline).iter().copied();
        tiers.filter(|tier| days <= *tier).min()
    }

    /// The tier a date has reached and that was not said before.
    pub fn unsaid(
        &self,
        conn: &Connection,
        deadline: &Deadline,
        today: NaiveDate,
    ) -> Result<Option<i64>> {
        let Some(tier) = self.reached(deadline, today) else {
            return Ok(None);
        };
        let given = reminders::given(conn, deadline.kind.key, deadline.uuid, deadline.day)?;
        Ok(Some(tier).filter(|tier| given.is_none_or(|given| given > *tier)))
    }
}

/// A reminder that is due.
#[derive(Debug, Clone, PartialEq)]
pub struct Reminder {
    /// The date.
    pub deadline: Deadline,
    /// The tier it has reached.
    pub tier: i64,
}

impl Reminder {
    /// What is kept of it once it was given.
    pub fn given(&self) -> Given {
        Given {
            kind: self.deadline.kind.key,
            record: self.deadline.uuid,
            due: self.deadline.day,
            tier: self.tier,
        }
    }
}

/// What has to be said today and was not said before: one reminder a date, the nearest tier it has reached.
pub fn pending(conn: &Connection, today: NaiveDate) -> Result<Vec<Reminder>> {
    let tiers = Tiers::read(conn)?;
    let until = today.checked_add_signed(TimeDelta::days(reminders::FARTHEST));
    let mut pending = Vec::new();
    for deadline in super::read(conn, today, until)? {
        if deadline.settled() || deadline.past(today) {
            continue;
        }
        if let Some(tier) = tiers.unsaid(conn, &deadline, today)? {
            pending.push(Reminder { deadline, tier });
        }
    }
    Ok(pending)
}
