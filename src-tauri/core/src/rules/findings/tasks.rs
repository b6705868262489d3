//! Tasks that findings became: which one belongs to a finding, and how far it is.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use super::{Action, Found, Kind};
use crate::Result;

/// A task about the record of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Row.
    pub id: i64,
    /// Choice of its action.
    pub action: String,
    /// Choice of its status.
    pub status: String,
    /// Who does it.
    pub owner: Option<i64>,
    /// Last day.
    pub due: Option<NaiveDate>,
    /// The holder was asked on.
    pub asked: Option<NaiveDate>,
    /// The holder's answer.
    pub answer: Option<String>,
}

impl Task {
    /// Somebody still has to do it.
    pub fn is_open(&self) -> bool {
        !matches!(self.status.as_str(), "done" | "dropped")
    }
}

/// Tasks by the record they are about, the earliest first.
#[derive(Debug, Default)]
pub struct Tasks(HashMap<(String, i64), Vec<Task>>);

impl Tasks {
    /// Reads all in use.
    pub fn read(conn: &Connection) -> Result<Self> {
        let mut statement = conn.prepare_cached(
            "SELECT k.target_register, k.target, t.id, COALESCE(t.action, ''), COALESCE(t.status, 'open'), t.owner_id, t.due, \
               t.asked, t.answer FROM task t JOIN link k ON k.register = 'task' AND k.record = t.id AND k.field = 'about' \
             WHERE t.archived_at IS NULL ORDER BY t.id",
        )?;
        let mut rows = statement.query([])?;
        let mut tasks = Self::default();
        while let Some(row) = rows.next()? {
            let about = (row.get(0)?, row.get(1)?);
            tasks.0.entry(about).or_default().push(task(row)?);
        }
        Ok(tasks)
    }

    /// The task a finding became: the one still open, or else the last.
    pub fn of(&self, found: &Found) -> Option<&Task> {
        let about = (found.kind.register.to_owned(), found.id);
        let mut belonging = self
            .0
            .get(&about)?
            .iter()
            .filter(|task| answers(found.kind, &task.action));
        let open = belonging.clone().rfind(|task| task.is_open());
        open.or_else(|| belonging.next_back())
    }
}

fn task(row: &Row<'_>) -> Result<Task> {
    let day = |text: Option<String>| text.and_then(|text| text.parse().ok());
    Ok(Task {
        id: row.get(2)?,
        action: row.get(3)?,
        status: row.get(4)?,
        owner: row.get(5)?,
        due: day(row.get(6)?),
        asked: day(row.get(7)?),
        answer: row.get(8)?,
    })
}

/// Whether a task with this action is an answer to findings of a kind: a license may have several findings.
fn answers(kind: &Kind, action: &str) -> bool {
    let taken = |one: &Action| match one {
        Action::Release => action == "release" || action == "ask_holder",
        Action::Buy => action == "buy" || action == "renew",
        other => action == other.task(),
    };
    kind.actions.iter().any(taken)
}
