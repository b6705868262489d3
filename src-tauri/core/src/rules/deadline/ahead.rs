//! When something will have to be said, and nothing of what it is about: what may be known while the vault is locked.

use chrono::{NaiveDate, TimeDelta};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::Deadline;
use super::kinds::Part;
use super::tiers::{NEWS, Tiers};
use crate::Result;
use crate::vault::reminders::FARTHEST;

/// Days looked ahead. A vault that nobody opens for longer than this has no reader left to remind.
const HORIZON: i64 = 366;

/// The days on which something has to be said, date by date. What the dates belong to is not in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ahead(Vec<Coming>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Coming {
    days: Vec<NaiveDate>,
    /// After this day it is no news any more.
    until: NaiveDate,
}

impl Ahead {
    /// As the vault has them: what is still to be said today, and what comes within a year.
    pub fn read(conn: &Connection, today: NaiveDate) -> Result<Self> {
        let tiers = Tiers::read(conn)?;
        let farthest = today.checked_add_signed(TimeDelta::days(FARTHEST));
        let mut ahead = Vec::new();
        for deadline in super::read(conn, today, farthest)? {
            let left = deadline.days(today);
            if deadline.settled() || deadline.past(today) {
                continue;
            }
            let now = tiers.unsaid(conn, &deadline, today)?.map(|_| today);
            let coming = tiers.of(&deadline).iter().map(|tier| left - tier);
            let coming = coming
                .filter(|days| (1..=HORIZON).contains(days))
                .filter_map(|days| today.checked_add_signed(TimeDelta::days(days)));
            let days: Vec<NaiveDate> = now.into_iter().chain(coming).collect();
            if !days.is_empty() {
                ahead.push(Coming {
                    days,
                    until: until(&deadline),
                });
            }
        }
        Ok(Self(ahead))
    }

    /// How many dates have something to be said by a day; from now on it was said.
    pub fn say(&mut self, today: NaiveDate) -> usize {
        let mut said = 0;
        self.0.retain(|coming| coming.until >= today);
        for Coming { days, .. } in &mut self.0 {
            let before = days.len();
            days.retain(|day| *day > today);
            said += usize::from(days.len() < before);
        }
        self.0.retain(|coming| !coming.days.is_empty());
        said
    }
}

fn until(deadline: &Deadline) -> NaiveDate {
    if deadline.moot() {
        return deadline.day;
    }
    let news = deadline.day.checked_add_signed(TimeDelta::days(NEWS));
    let news = news.unwrap_or(deadline.day);
    match (deadline.automatic, deadline.kind.part) {
        // a missed notice matters until the next term has its own date
        (Some(true), Part::Notice) => deadline.matters_until(),
        (Some(true), Part::End) if deadline.kind.moves_on() => news.min(deadline.ends),
        _ => news,
    }
}
