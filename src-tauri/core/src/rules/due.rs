//! Dates that need her: ends and notices that have passed or come within ninety days.

use chrono::{NaiveDate, TimeDelta};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::Result;
use crate::ledger::{self, FilterOp, ListQuery, Sort};
use crate::register::{Pair, Record, contract, license, register};
use crate::words::Language;

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
const AHEAD: i64 = 90;
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

/// How near a date lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Near {
    /// Passed.
    Overdue,
    /// Within 7 days.
    Week,
    /// Within 30 days, beyond the first 7.
    Month,
    /// Within 90 days, beyond the first 30.
    Quarter,
}

impl Near {
    const ALL: [Self; 4] = [Self::Overdue, Self::Week, Self::Month, Self::Quarter];

    /// The first and the last day ahead.
    const fn days(self) -> (i64, i64) {
        match self {
            Self::Overdue => (i64::MIN, -1),
            Self::Week => (0, 7),
            Self::Month => (8, 30),
            Self::Quarter => (31, AHEAD),
        }
    }
}

/// Dates of one kind in one lane.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DueList {
    /// Register.
    pub register: &'static str,
    /// Which of its dates.
    pub field: &'static str,
    /// Rows of the list.
    pub count: usize,
    /// The list.
    pub query: ListQuery,
}

/// A stretch of time and what falls due in it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Lane {
    /// How near.
    pub near: Near,
    /// Dates of every kind.
    pub count: usize,
    /// Where they stand; those with none left out.
    pub lists: Vec<DueList>,
}

/// Every date that has passed or is near: counted by lane, and the earliest of them.
pub fn read(
    connection: &Connection,
    today: NaiveDate,
    language: Language,
) -> Result<(Vec<Lane>, Vec<NeedItem>)> {
    let mut lanes = Near::ALL.map(|near| Lane {
        near,
        count: 0,
        lists: Vec::new(),
    });
    let mut found: Vec<(NaiveDate, &'static str, i64, &'static str)> = Vec::new();
    for &(key, field, settled) in DATES {
        let open = ListQuery {
            language,
            ..ListQuery::all(key)
        }
        .filter("status", FilterOp::IsNot, settled);
        let all = between(open.clone(), field, today, (i64::MIN, AHEAD));
        let dates = ledger::dates(connection, &all, field, today)?;
        for lane in &mut lanes {
            let (first, last) = lane.near.days();
            let within = |due: &NaiveDate| (first..=last).contains(&(*due - today).num_days());
            let count = dates.iter().filter(|(_, due)| within(due)).count();
            if count > 0 {
                lane.count += count;
                lane.lists.push(DueList {
                    register: key,
                    field,
                    count,
                    query: between(open.clone(), field, today, (first, last)),
                });
            }
        }
        found.extend(dates.into_iter().map(|(id, due)| (due, key, id, field)));
    }
    found.sort_unstable();
    let shown = found.into_iter().take(SHOWN);
    let needs = shown
        .map(|(due, key, id, field)| item(connection, today, due, key, id, field))
        .collect::<Result<_>>()?;
    Ok((lanes.into(), needs))
}

/// Days ahead as filters, the earliest date first.
fn between(
    query: ListQuery,
    field: &str,
    today: NaiveDate,
    (first, last): (i64, i64),
) -> ListQuery {
    let day = |ahead: i64| today.checked_add_signed(TimeDelta::try_days(ahead)?);
    let mut query = query;
    for (op, bound) in [
        (FilterOp::After, day(first.saturating_sub(1))),
        (FilterOp::Before, day(last + 1)),
    ] {
        if let Some(bound) = bound {
            query = query.filter(field, op, &[&bound.to_string()]);
        }
    }
    query.sort = vec![Sort {
        field: field.to_owned(),
        descending: false,
    }];
    query
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
