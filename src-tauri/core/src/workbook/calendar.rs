//! The dates as a calendar file. Each keeps one identity, made of its record and its kind, so that reading the file in again
//! moves the entry instead of adding another.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use icalendar::{Alarm, Calendar, Class, Component, Event, EventLike, Property};
use rusqlite::{Connection, params};

use super::worklist::{self, Recipient};
use super::{Target, WorkbookLanguages, save};
use crate::Result;
use crate::ledger;
use crate::register::{person, register};
use crate::rules::deadline::Deadline;
use crate::rules::deadline::tiers::Tiers;
use crate::words::Side;

/// Writes the calendar file; the number of entries.
pub fn export(
    conn: &Connection,
    today: NaiveDate,
    recipient: &Recipient,
    languages: WorkbookLanguages,
    target: Target<'_>,
) -> Result<usize> {
    let (text, entries) = written(conn, today, recipient, languages, target.now)?;
    save::text(target.path, text.as_bytes())?;
    Ok(entries)
}

/// The calendar as text, and its number of entries. What is settled is left out.
pub fn written(
    conn: &Connection,
    today: NaiveDate,
    recipient: &Recipient,
    languages: WorkbookLanguages,
    now: DateTime<Utc>,
) -> Result<(String, usize)> {
    let side = Side::new(languages);
    let tiers = Tiers::read(conn)?;
    let mut calendar = Calendar::new();
    calendar
        .name(&side.inline("calendar-name"))
        .append_property(Property::new("PRODID", "-//Sealbook//Sealbook//EN"));
    let mut entries = 0;
    for deadline in worklist::chosen(conn, today, recipient)? {
        if deadline.settled() {
            continue;
        }
        calendar.push(event(conn, side, &tiers, &deadline, now)?);
        entries += 1;
    }
    Ok((calendar.to_string(), entries))
}

fn event(
    conn: &Connection,
    side: Side,
    tiers: &Tiers,
    deadline: &Deadline,
    now: DateTime<Utc>,
) -> Result<Event> {
    let kind = deadline.kind;
    let title = ledger::title(conn, register(kind.register)?, deadline.id)?;
    let what = side.inline(&format!("deadline-{}", kind.key));
    let summary = format!("{what}: {}", side.pair(&title, " "));
    let mut lines = vec![side.joined("\n", |words| deadline.formula(words).join(" "))];
    if let Some(owner) = deadline.owner {
        let owner = ledger::title(conn, &person::REGISTER, owner)?;
        lines.push(format!(
            "{}: {}",
            side.inline("renewals-owner"),
            side.pair(&owner, " ")
        ));
    }
    if let Some(amount) = &deadline.amount {
        let amount = side.first().money(amount);
        lines.push(format!("{}: {amount}", side.inline("renewals-amount")));
    }
    let (changes, changed) = changes(conn, deadline)?;
    let mut event = Event::new();
    event
        .uid(&format!(
            "{}-{}@sealbook",
            deadline.uuid,
            kind.key.replace('_', "-")
        ))
        .timestamp(now)
        .sequence(changes)
        .last_modified(changed.unwrap_or(now))
        .class(Class::Private)
        .summary(&summary)
        .description(&lines.join("\n"))
        .all_day(deadline.day)
        // a day to act on does not make her busy
        .append_property(Property::new("TRANSP", "TRANSPARENT"));
    for ahead in tiers.of(deadline) {
        // at nine in the morning of the day
        let trigger = Duration::hours(9) - Duration::days(*ahead);
        event.alarm(Alarm::display(&summary, trigger));
    }
    Ok(event.done())
}

/// How often the record was changed since it was made, and when last.
fn changes(conn: &Connection, deadline: &Deadline) -> Result<(u32, Option<DateTime<Utc>>)> {
    let mut statement = conn.prepare_cached(
        "SELECT COUNT(DISTINCT l.operation), MAX(o.utc) FROM log l JOIN operation o ON o.id = l.operation WHERE l.record = ?1",
    )?;
    let (count, last): (u32, Option<String>) = statement
        .query_row(params![deadline.uuid.as_bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let last = last.and_then(|last| DateTime::parse_from_rfc3339(&last).ok());
    Ok((count.saturating_sub(1), last.map(|last| last.to_utc())))
}
