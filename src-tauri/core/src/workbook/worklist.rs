//! The worklist: what one person or one lead has to see to, as a workbook to hand over.

use chrono::{Days, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::book::Book;
use super::dates::Dates;
use super::names::{Calling, Names};
use super::{ExportResult, Target, WorkbookLanguages, save};
use crate::Result;
use crate::rules::deadline::{self, Deadline};
use crate::words::Side;

/// For whom dates are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// Everybody.
    All,
    /// Whoever holds a role: `finance_lead` or `it_lead`.
    Role(String),
    /// One person, by row.
    Person(#[ts(type = "number")] i64),
}

/// Days a passed date stays on the list.
pub const LOOK_BACK: u64 = 90;

/// The dates a recipient sees to: those that have not long passed and every missed notice, the nearest first. A lead sees to the kinds of the role and
/// to what people of that role answer for.
pub fn chosen(conn: &Connection, today: NaiveDate, recipient: &Recipient) -> Result<Vec<Deadline>> {
    let since = today
        .checked_sub_days(Days::new(LOOK_BACK))
        .unwrap_or(today);
    let mut dates = deadline::read(conn, today, None)?;
    dates.retain(|date| date.day >= since || date.missed(today));
    match recipient {
        Recipient::All => {}
        Recipient::Person(person) => dates.retain(|date| date.owner == Some(*person)),
        Recipient::Role(role) => {
            let people = holders(conn, role)?;
            dates.retain(|date| {
                date.kind.roles.contains(&role.as_str())
                    || date.owner.is_some_and(|owner| people.contains(&owner))
            });
        }
    }
    Ok(dates)
}

fn holders(conn: &Connection, role: &str) -> Result<Vec<i64>> {
    let mut statement = conn.prepare_cached(
        "SELECT person.id FROM person, json_each(person.roles) r WHERE r.value = ?1 AND person.archived_at IS NULL",
    )?;
    let rows = statement.query_map([role], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes the worklist.
pub fn export(
    conn: &Connection,
    today: NaiveDate,
    recipient: &Recipient,
    languages: WorkbookLanguages,
    target: Target<'_>,
) -> Result<ExportResult> {
    let reading = conn.unchecked_transaction()?;
    let side = Side::new(languages);
    let dates = Dates {
        conn: &reading,
        side,
        today,
    };
    let chosen = chosen(&reading, today, recipient)?;
    let note = |id: &str| {
        side.joined("\n", |words| {
            let date = words.date(today);
            format!(
                "{}  {}",
                words.format("workbook-as-of", &[("date", date)]),
                words.text(id)
            )
        })
    };
    let mut book = Book::new(side, "", target.now)?;
    let mut names = Names::new(&reading, side, Calling::Shown);
    dates.sheet(&mut book, &mut names, note("renewals-note"), &chosen)?;
    dates.forecast(&mut book, note("forecast-note"), &chosen)?;
    book.finish(&[
        ("workbook", "worklist".to_owned()),
        ("format", "1".to_owned()),
    ])?;
    save::finished(book, target)
}
