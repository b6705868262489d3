//! Dates that need her: ends and notices that have passed or come within ninety days.

use chrono::{Days, NaiveDate};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::Result;
use crate::ledger::{self, FilterOp, ListQuery};
use crate::register::{Pair, Record, contract, license, register};

/// Where dates stand: register, date, and the status values of records nobody has to act on any more.
const DATES: &[(&str, &str, &[&str])] = &[
    ("license", license::ENDS.field.key, &["expired", "retired"]),
    (
        "license",
        license::MAINTENANCE_UNTIL.field.key,
        &["expired", "retired"],
    ),
    (
        "contract",
        contract::ENDS.field.key,
        &["ended", "terminated"],
    ),
    (
        "contract",
        contract::NOTICE_BY.field.key,
        &["ended", "terminated"],
    ),
];

/// Days looked ahead.
const AHEAD: u64 = 90;
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
    /// Which of its dates.
    pub field: &'static str,
    /// The day.
    pub due: String,
    /// Days from today; negative when it has passed.
    pub days: i64,
    /// Who answers for it.
    pub owner: Option<Pair>,
}

/// How many dates lie how near.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct Lanes {
    /// Passed.
    pub overdue: u32,
    /// Within 7 days.
    pub week: u32,
    /// Within 30 days, beyond the first 7.
    pub month: u32,
    /// Within 90 days, beyond the first 30.
    pub quarter: u32,
}

impl Lanes {
    fn add(&mut self, days: i64) {
        *match days {
            ..0 => &mut self.overdue,
            0..=7 => &mut self.week,
            8..=30 => &mut self.month,
            _ => &mut self.quarter,
        } += 1;
    }
}

/// Every date that has passed or is near, the earliest first, and the lanes they fall into.
pub fn read(connection: &Connection, today: NaiveDate) -> Result<(Lanes, Vec<NeedItem>)> {
    let mut lanes = Lanes::default();
    let mut found: Vec<(NaiveDate, &'static str, i64, &'static str)> = Vec::new();
    let until = today
        .checked_add_days(Days::new(AHEAD + 1))
        .unwrap_or(today)
        .to_string();
    for &(key, field, settled) in DATES {
        let query = ListQuery::all(key)
            .filter(field, FilterOp::Before, &[&until])
            .filter("status", FilterOp::IsNot, settled);
        for (id, due) in ledger::dates(connection, &query, field, today)? {
            lanes.add((due - today).num_days());
            found.push((due, key, id, field));
        }
    }
    found.sort_unstable();
    let shown = found.into_iter().take(SHOWN);
    let needs = shown
        .map(|(due, key, id, field)| item(connection, today, due, key, id, field))
        .collect::<Result<_>>()?;
    Ok((lanes, needs))
}

fn item(
    connection: &Connection,
    today: NaiveDate,
    due: NaiveDate,
    key: &'static str,
    id: i64,
    field: &'static str,
) -> Result<NeedItem> {
    let register = register(key)?;
    let record = ledger::record(connection, register, id)?;
    let owner = owner(&record)
        .map(|person| ledger::title(connection, &crate::register::person::REGISTER, person));
    Ok(NeedItem {
        register: key,
        id,
        title: ledger::title(connection, register, id)?,
        field,
        due: due.to_string(),
        days: (due - today).num_days(),
        owner: owner.transpose()?,
    })
}

/// Licenses and contracts both name their owner so.
fn owner(record: &Record) -> Option<i64> {
    record.get(license::OWNER).map(|person| person.0)
}
