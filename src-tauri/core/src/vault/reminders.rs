//! When to remind, and what has been said: the second beside the change log, for it is no fact of the record.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::{Vault, Writer, setting};
use crate::register::value::moment_text;
use crate::{Error, Result};

/// The farthest a reminder may lie ahead, in days.
pub const FARTHEST: i64 = 3_650;

/// Days ahead by kind of date, and by record where one has its own.
pub type Chosen = HashMap<(String, Option<Uuid>), Vec<i64>>;

/// The days ahead that were chosen.
pub fn chosen(connection: &Connection) -> Result<Chosen> {
    let mut statement = connection.prepare_cached("SELECT kind, record, days FROM reminder")?;
    let mut rows = statement.query([])?;
    let mut chosen = HashMap::new();
    while let Some(row) = rows.next()? {
        let record = Uuid::from_slice(&row.get::<_, Vec<u8>>(1)?).ok();
        let days: String = row.get(2)?;
        chosen.insert((row.get(0)?, record), serde_json::from_str(&days)?);
    }
    Ok(chosen)
}

/// The nearest tier already given for a date.
pub fn given(
    connection: &Connection,
    kind: &str,
    record: Uuid,
    due: NaiveDate,
) -> Result<Option<i64>> {
    let mut statement = connection.prepare_cached(
        "SELECT MIN(tier) FROM reminded WHERE kind = ?1 AND record = ?2 AND due = ?3",
    )?;
    let key = params![kind, record.as_bytes(), due.to_string()];
    Ok(statement.query_row(key, |row| row.get(0))?)
}

/// A reminder given: kind of date, record, day and tier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Kind of date.
    pub kind: &'static str,
    /// Record.
    pub record: Uuid,
    /// Its day.
    pub due: NaiveDate,
    /// The tier.
    pub tier: i64,
}

impl Vault {
    /// Remembers that reminders were given, so that a restart does not repeat them.
    pub fn reminded(&mut self, reminders: &[Given], now: DateTime<Utc>) -> Result<()> {
        let transaction = self.connection.transaction()?;
        for reminder in reminders {
            transaction.execute(
                "INSERT OR IGNORE INTO reminded (kind, record, due, tier, utc) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    reminder.kind,
                    reminder.record.as_bytes(),
                    reminder.due.to_string(),
                    reminder.tier,
                    moment_text(now)
                ],
            )?;
        }
        transaction.commit()?;
        Ok(())
    }
}

impl Writer<'_> {
    /// Chooses the days ahead for a kind of date, or for one record's; none chooses the usual again.
    ///
    /// Errors: `reminder_days` (outside 0 to ten years).
    pub fn set_reminders(&mut self, kind: &str, record: Option<Uuid>, days: &[i64]) -> Result<()> {
        if days.iter().any(|day| !(0..=FARTHEST).contains(day)) {
            return Err(Error::new("reminder_days").at("days"));
        }
        let mut days: Vec<i64> = BTreeSet::from_iter(days.iter().copied())
            .into_iter()
            .collect();
        days.reverse();
        let chosen = (!days.is_empty()).then_some(days);
        let json = serde_json::to_string(&chosen)?;
        self.set(&setting::reminder(kind), record, &json)
    }
}
