//! What the overview shows of the dates: how many have passed or are near, and the earliest of them.

use chrono::{NaiveDate, TimeDelta};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Deadline;
use super::kinds::KINDS;
use crate::Result;
use crate::ledger;
use crate::register::{Pair, person, register};
use crate::words::Words;

/// Days looked ahead.
pub const AHEAD: i64 = 90;
/// Rows shown at most; the lanes count all.
const SHOWN: usize = 100;

/// One date.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct NeedItem {
    /// Register.
    pub register: &'static str,
    /// Row.
    pub id: i64,
    /// Title of the record.
    pub title: Pair,
    /// Which of its dates: Fluent `deadline-<kind>`.
    pub kind: &'static str,
    /// The day.
    pub due: String,
    /// Days from today; negative when it has passed.
    pub days: i64,
    /// How near that is.
    pub near: Near,
    /// Who answers for it.
    pub owner: Option<Pair>,
    /// Where notice was missed: what follows, and what can still be done.
    pub follows: Vec<String>,
}

/// How near a date lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Near {
    /// Passed within the last 30 days; a missed notice whatever its age.
    Overdue,
    /// Within 7 days.
    Week,
    /// Within 30 days, beyond the first 7.
    Month,
    /// Within 90 days, beyond the first 30.
    Quarter,
    /// Passed before that: it stays to be seen, but is no news.
    Past,
}

impl Near {
    const ALL: [Self; 5] = [
        Self::Overdue,
        Self::Week,
        Self::Month,
        Self::Quarter,
        Self::Past,
    ];

    /// The lane of a date.
    pub fn of(deadline: &Deadline, today: NaiveDate) -> Option<Self> {
        match deadline.days(today) {
            _ if deadline.past(today) => Some(Self::Past),
            ..0 => Some(Self::Overdue),
            0..=7 => Some(Self::Week),
            8..=30 => Some(Self::Month),
            31..=AHEAD => Some(Self::Quarter),
            _ => None,
        }
    }
}

/// Dates of one kind in one lane.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DueList {
    /// Which dates.
    pub kind: &'static str,
    /// How many.
    pub count: usize,
}

/// A stretch of time and what falls due in it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Lane {
    /// How near.
    pub near: Near,
    /// Dates of every kind.
    pub count: usize,
    /// By kind; those with none left out.
    pub lists: Vec<DueList>,
}

/// Every date that has passed or is near and is not settled: counted by lane, and the earliest of them.
pub fn read(
    conn: &Connection,
    today: NaiveDate,
    words: Words,
) -> Result<(Vec<Lane>, Vec<NeedItem>)> {
    let until = today.checked_add_signed(TimeDelta::days(AHEAD));
    let mut open = super::read(conn, today, until)?;
    open.retain(|deadline| !deadline.settled());
    let lanes = Near::ALL.map(|near| {
        let within: Vec<&Deadline> = open
            .iter()
            .filter(|deadline| Near::of(deadline, today) == Some(near))
            .collect();
        let of = |key: &str| within.iter().filter(|one| one.kind.key == key).count();
        let lists = KINDS.iter().map(|kind| DueList {
            kind: kind.key,
            count: of(kind.key),
        });
        Lane {
            near,
            count: within.len(),
            lists: lists.filter(|list| list.count > 0).collect(),
        }
    });
    // a missed notice comes first, that with the nearest end before all; what passed long ago comes last, the latest first
    open.sort_by_key(|deadline| match deadline.days(today) {
        _ if deadline.missed(today) => (0, (deadline.ends - today).num_days().abs()),
        days if deadline.past(today) => (2, -days),
        days => (1, days),
    });
    let shown = open
        .iter()
        .filter_map(|deadline| Some((deadline, Near::of(deadline, today)?)));
    let needs = shown
        .take(SHOWN)
        .map(|(deadline, near)| item(conn, today, words, deadline, near));
    Ok((lanes.into(), needs.collect::<Result<_>>()?))
}

fn item(
    conn: &Connection,
    today: NaiveDate,
    words: Words,
    deadline: &Deadline,
    near: Near,
) -> Result<NeedItem> {
    let kind = deadline.kind;
    let owner = deadline
        .owner
        .map(|person| ledger::title(conn, &person::REGISTER, person));
    Ok(NeedItem {
        register: kind.register,
        id: deadline.id,
        title: ledger::title(conn, register(kind.register)?, deadline.id)?,
        kind: kind.key,
        due: deadline.day.to_string(),
        days: deadline.days(today),
        near,
        owner: owner.transpose()?,
        follows: deadline.follows(today, words),
    })
}
