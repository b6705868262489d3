//! What was decided about dates, as the register of decisions has it.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::Deadline;
use crate::Result;

/// A decision about a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Row in the register of decisions.
    pub id: i64,
    /// `undecided`, `renew`, `change` or `drop`.
    pub decision: String,
}

impl Decided {
    /// Nothing is left to decide.
    pub fn settles(&self) -> bool {
        matches!(self.decision.as_str(), "renew" | "change" | "drop")
    }
}

/// Decisions by kind, record and the day they were about; the last one counts.
pub(super) struct Decisions(HashMap<(String, i64, NaiveDate), Decided>);

impl Decisions {
    pub(super) fn about(&self, deadline: &Deadline) -> Option<Decided> {
        let key = (
            deadline.kind.decided_as.to_owned(),
            deadline.id,
            deadline.ends,
        );
        self.0.get(&key).cloned()
    }
}

pub(super) fn read(conn: &Connection) -> Result<Decisions> {
    let mut statement = conn.prepare_cached(
        "SELECT r.id, r.date, l.target, r.due, r.decision FROM renewal r
         JOIN link l ON l.register = 'renewal' AND l.record = r.id AND l.field = 'subject'
         WHERE r.archived_at IS NULL AND r.due IS NOT NULL ORDER BY r.id",
    )?;
    let mut rows = statement.query([])?;
    let mut decisions = HashMap::new();
    while let Some(row) = rows.next()? {
        let (date, due): (Option<String>, String) = (row.get(1)?, row.get(3)?);
        if let (Some(date), Ok(due)) = (date, due.parse()) {
            let decided = Decided {
                id: row.get(0)?,
                decision: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
            };
            decisions.insert((date, row.get(2)?, due), decided);
        }
    }
    Ok(Decisions(decisions))
}
