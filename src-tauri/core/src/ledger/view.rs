//! One record as its page shows it.

use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use ts_rs::TS;

use super::title::{Ref, Titles};
use crate::register::{Pair, Register, evidence};
use crate::vault::{check, uuid_of};
use crate::{Error, Result};

/// A record with all that belongs on its page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RecordView {
    /// Register.
    pub register: &'static str,
    /// Row.
    #[ts(type = "number")]
    pub id: i64,
    /// The id it is known by outside.
    pub uuid: String,
    /// Code.
    pub code: Option<String>,
    /// Title.
    pub title: Pair,
    /// Put aside.
    pub archived: bool,
    /// Made at, UTC.
    pub created: String,
    /// Last changed at, UTC.
    pub changed: String,
    /// Every field.
    #[ts(type = "Values")]
    pub values: Map<String, Json>,
    /// Records that link here.
    pub children: Vec<ChildCount>,
    /// Documents that prove it.
    pub evidence: Vec<Ref>,
    /// What is amiss with it as it stands.
    pub issues: Vec<IssueView>,
}

/// How many records of a register link here by a field.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChildCount {
    /// Register.
    pub register: &'static str,
    /// Link field.
    pub field: &'static str,
    /// How many in use.
    #[ts(type = "number")]
    pub count: i64,
}

/// How bad an issue is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Would be refused today.
    Error,
    /// Worth a look.
    Warning,
    /// For completeness.
    Note,
}

/// A doubt about a record.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Issue")]
pub struct IssueView {
    #[serde(flatten)]
    #[ts(flatten)]
    error: Error,
    severity: Severity,
}

/// A record with children counted, documents and doubts. Error `record_gone`.
pub fn view(
    connection: &Connection,
    register: &'static Register,
    id: i64,
    today: NaiveDate,
) -> Result<RecordView> {
    let record = super::record(connection, register, id)?;
    let mut titles = Titles::default();
    let Ref { title, code, .. } = titles.reference(connection, register, id)?;
    let keys: Vec<&str> = register
        .fields()
        .map(|field| field.key)
        .chain(register.derived.iter().map(|figure| figure.field.key))
        .collect();
    let mut values = super::rows(connection, register, &[id], &keys, today)?
        .pop()
        .map(|row| row.values)
        .unwrap_or_default();
    for (key, value) in &record.custom {
        values.insert(format!("custom.{key}"), value.clone());
    }
    let sql = format!(
        "SELECT created_at, changed_at, archived_at IS NOT NULL FROM {} WHERE id = ?1",
        register.key
    );
    let (created, changed, archived) = connection
        .prepare_cached(&sql)?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let issues = check::doubts(register, &record)
        .into_iter()
        .map(|issue| {
            let half = matches!(issue.error.code.as_str(), "missing_zh" | "missing_en");
            let severity = if issue.refuses {
                Severity::Error
            } else if half {
                Severity::Note
            } else {
                Severity::Warning
            };
            IssueView {
                error: issue.error,
                severity,
            }
        })
        .collect();
    Ok(RecordView {
        register: register.key,
        id,
        uuid: uuid_of(connection, register, id)?.to_string(),
        code,
        title,
        archived,
        created,
        changed,
        values,
        children: children(connection, register, id)?,
        evidence: documents(connection, register, id, &mut titles)?,
        issues,
    })
}

fn children(connection: &Connection, register: &Register, id: i64) -> Result<Vec<ChildCount>> {
    register
        .backlinks()
        .map(|(child, field)| {
            let sql = format!(
                "SELECT COUNT(*) FROM {} WHERE {}_id = ?1 AND archived_at IS NULL",
                child.key, field.key
            );
            let count = connection
                .prepare_cached(&sql)?
                .query_row([id], |row| row.get(0))?;
            Ok(ChildCount {
                register: child.key,
                field: field.key,
                count,
            })
        })
        .collect()
}

/// Documents attached to the record, or named by it.
fn documents(
    connection: &Connection,
    register: &Register,
    id: i64,
    titles: &mut Titles,
) -> Result<Vec<Ref>> {
    let mut statement = connection.prepare_cached(
        "SELECT record FROM link WHERE register = 'evidence' AND field = 'about' AND target_register = ?1 AND target = ?2
         UNION SELECT target FROM link WHERE register = ?1 AND record = ?2 AND target_register = 'evidence'",
    )?;
    let ids: Vec<i64> = statement
        .query_map(params![register.key, id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    ids.into_iter()
        .map(|id| titles.reference(connection, &evidence::REGISTER, id))
        .collect()
}
