//! Exchange rates: units of the reporting currency for one unit of another, the latest known on a day.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::Result;

/// The currency totals are reported in, as the vault has it.
pub fn reporting_currency(conn: &Connection) -> Result<String> {
    let mut statement =
        conn.prepare_cached("SELECT value FROM vault WHERE key = 'reporting_currency'")?;
    let kept: Option<String> = statement.query_row([], |row| row.get(0)).optional()?;
    Ok(kept.unwrap_or_else(|| "CNY".to_owned()))
}

/// One unit for one unit, in millionths.
const ONE: i64 = 1_000_000;

/// A rate and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// Millionths of the reporting currency.
    pub micros: i64,
    /// The day it is of.
    pub date: NaiveDate,
}

impl Rate {
    /// An amount in the reporting currency, both in 1/10 000 units. What is turned into another currency is rounded half up to
    /// its hundredth, the least that is ever paid; one to one it stays as it is.
    pub fn convert(self, amount: i64) -> i64 {
        if self.micros == ONE {
            return amount;
        }
        let exact = i128::from(amount) * i128::from(self.micros);
        let hundredths = (exact + exact.signum() * 50_000_000) / 100_000_000;
        i64::try_from(hundredths * 100).unwrap_or(i64::MAX)
    }
}

/// The rate of a currency on a day: that day's or the last one before it. The reporting currency is one to one.
pub fn on(conn: &Connection, currency: &str, day: NaiveDate) -> Result<Option<Rate>> {
    if currency == reporting_currency(conn)? {
        return Ok(Some(Rate {
            micros: ONE,
            date: day,
        }));
    }
    let mut statement = conn.prepare_cached(
        "SELECT rate, date FROM exchange_rate WHERE currency = ?1 AND date <= ?2 AND archived_at IS NULL \
         ORDER BY date DESC LIMIT 1",
    )?;
    let mut rows = statement.query((currency, day.to_string()))?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let date: String = row.get(1)?;
    let micros = row.get(0)?;
    Ok(date.parse().ok().map(|date| Rate { micros, date }))
}
