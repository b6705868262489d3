//! What the coming ends cost if they are renewed at the last price, by quarter and in the reporting currency.

use std::collections::{BTreeMap, HashSet};

use chrono::{Datelike, Months, NaiveDate};
use rusqlite::Connection;

use super::Deadline;
use crate::Result;
use crate::rules::rates;

/// Quarters looked ahead, the running one first.
pub const QUARTERS: u32 = 6;

/// One quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarter {
    /// Its first day.
    pub starts: NaiveDate,
    /// In 1/10 000 units of the reporting currency.
    pub amount: i64,
    /// Ends counted.
    pub count: usize,
    /// Ends without an amount, or in a currency without a rate.
    pub unknown: usize,
}

impl Quarter {
    /// As it is written in every language: `2027 Q1`.
    pub fn name(&self) -> String {
        format!("{} Q{}", self.starts.year(), self.starts.month0() / 3 + 1)
    }
}

/// The coming quarters. An end given up costs nothing; a contract whose licenses or purchases are on record is counted with these.
pub fn read(conn: &Connection, today: NaiveDate, deadlines: &[Deadline]) -> Result<Vec<Quarter>> {
    let first = quarter(today);
    let mut quarters: BTreeMap<NaiveDate, Quarter> = (0..QUARTERS)
        .filter_map(|ahead| first.checked_add_months(Months::new(3 * ahead)))
        .map(|starts| (starts, empty(starts)))
        .collect();
    let itemised = itemised(conn)?;
    for deadline in deadlines {
        let given_up = deadline
            .decided
            .as_ref()
            .is_some_and(|decided| decided.decision == "drop");
        let counted_below = deadline.kind.register == "contract" && itemised.contains(&deadline.id);
        if !deadline.kind.costs || given_up || counted_below || deadline.day < today {
            continue;
        }
        if let Some(quarter) = quarters.get_mut(&quarter(deadline.day)) {
            add(conn, today, quarter, deadline)?;
        }
    }
    Ok(quarters.into_values().collect())
}

fn empty(starts: NaiveDate) -> Quarter {
    Quarter {
        starts,
        amount: 0,
        count: 0,
        unknown: 0,
    }
}

fn add(
    conn: &Connection,
    today: NaiveDate,
    quarter: &mut Quarter,
    deadline: &Deadline,
) -> Result<()> {
    quarter.count += 1;
    let rate = match &deadline.amount {
        Some(money) => rates::on(conn, &money.currency, today)?.map(|rate| (rate, money.amount)),
        None => None,
    };
    match rate {
        Some((rate, amount)) => {
            quarter.amount = quarter.amount.saturating_add(rate.convert(amount))
        }
        None => quarter.unknown += 1,
    }
    Ok(())
}

/// The first day of the quarter of a day.
pub fn quarter(day: NaiveDate) -> NaiveDate {
    let month = day.month0() / 3 * 3 + 1;
    NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day)
}

/// Contracts that licenses or purchase lines name.
fn itemised(conn: &Connection) -> Result<HashSet<i64>> {
    let mut statement = conn.prepare_cached(
        "SELECT contract_id FROM license WHERE contract_id IS NOT NULL AND archived_at IS NULL
         UNION SELECT contract_id FROM purchase WHERE contract_id IS NOT NULL AND archived_at IS NULL",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
