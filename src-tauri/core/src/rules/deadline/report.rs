//! The dates as the page and the command show them.

use chrono::{Days, NaiveDate};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::kinds::Next;
use super::lanes::Near;
use super::tiers::Tiers;
use super::{Deadline, decision, forecast};
use crate::Result;
use crate::ledger::{self, Ref, Titles};
use crate::register::{Money, Pair, person, register};
use crate::rules::rates;
use crate::words::Words;

/// Days ahead a report looks: the year of the time line and a little more.
const AHEAD: u64 = 400;
/// Rows handed over at most; the count says if there are more.
const MOST: usize = 2_000;

/// One date.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeadlineRow {
    /// Fluent `deadline-<kind>`.
    pub kind: &'static str,
    /// Register of its record.
    pub register: &'static str,
    /// Its record.
    #[ts(type = "number")]
    pub id: i64,
    /// Title of its record.
    pub title: Pair,
    /// The day.
    #[ts(type = "string")]
    pub day: NaiveDate,
    /// Days from today; negative when it has passed.
    #[ts(type = "number")]
    pub days: i64,
    /// The end it is about.
    #[ts(type = "string")]
    pub ends: NaiveDate,
    /// Last day to give notice of that end.
    #[ts(type = "string | null")]
    pub notice_by: Option<NaiveDate>,
    /// How near it lies; null beyond what the lanes show.
    pub near: Option<Near>,
    /// Where notice was missed: what follows, and what can still be done.
    pub follows: Vec<String>,
    /// A notice day, not an end.
    pub notice: bool,
    /// How the day was found, a sentence a step.
    pub formula: Vec<String>,
    /// Goes on by itself.
    pub automatic: Option<bool>,
    /// Who answers for it.
    pub owner: Option<Ref>,
    /// Amount at stake.
    #[ts(type = "Money | null")]
    pub amount: Option<Money>,
    /// What was decided: `renewal-decision--<decision>`.
    pub decision: Option<String>,
    /// Row of that decision.
    #[ts(type = "number | null")]
    pub decided: Option<i64>,
    /// Nothing is left to do.
    pub settled: bool,
    /// Renewing moves it.
    pub renews: bool,
    /// Rights are renewed with it.
    pub counted: bool,
    /// Days ahead it reminds, the farthest first.
    #[ts(type = "number[]")]
    pub reminders: Vec<i64>,
}

/// What a quarter costs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct QuarterCost {
    /// `2027 Q1`.
    pub name: String,
    /// In the reporting currency.
    #[ts(type = "Money")]
    pub amount: Money,
    /// Ends counted.
    pub count: usize,
    /// Ends without an amount or a rate.
    pub unknown: usize,
}

/// Every date that has passed or comes within a year.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeadlineReport {
    /// The day asked about.
    #[ts(type = "string")]
    pub today: NaiveDate,
    /// The earliest first.
    pub rows: Vec<DeadlineRow>,
    /// How many there are.
    pub total: usize,
    /// The coming quarters.
    pub forecast: Vec<QuarterCost>,
}

/// What a renewal would be.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RenewalOffer {
    /// The new end.
    #[ts(type = "string | null")]
    pub until: Option<NaiveDate>,
}

/// Reads the report.
pub fn read(conn: &Connection, today: NaiveDate, words: Words) -> Result<DeadlineReport> {
    let all = super::read(conn, today, None)?;
    let currency = rates::reporting_currency(conn)?;
    let forecast = forecast::read(conn, today, &all)?;
    let until = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
    let within: Vec<&Deadline> = all.iter().filter(|one| one.day <= until).collect();
    let tiers = Tiers::read(conn)?;
    let mut titles = Titles::default();
    let shown = within.iter().take(MOST);
    let rows = shown.map(|deadline| row(conn, today, words, &tiers, &mut titles, deadline));
    Ok(DeadlineReport {
        today,
        rows: rows.collect::<Result<_>>()?,
        total: within.len(),
        forecast: forecast
            .into_iter()
            .map(|quarter| QuarterCost {
                name: quarter.name(),
                amount: Money {
                    amount: quarter.amount,
                    currency: currency.clone(),
                },
                count: quarter.count,
                unknown: quarter.unknown,
            })
            .collect(),
    })
}

fn row(
    conn: &Connection,
    today: NaiveDate,
    words: Words,
    tiers: &Tiers,
    titles: &mut Titles,
    deadline: &Deadline,
) -> Result<DeadlineRow> {
    let kind = deadline.kind;
    let owner = deadline
        .owner
        .map(|owner| titles.reference(conn, &person::REGISTER, owner));
    Ok(DeadlineRow {
        kind: kind.key,
        register: kind.register,
        id: deadline.id,
        title: ledger::title(conn, register(kind.register)?, deadline.id)?,
        day: deadline.day,
        days: deadline.days(today),
        ends: deadline.ends,
        notice_by: deadline.notice_by,
        near: Near::of(deadline, today),
        follows: deadline.follows(today, words),
        notice: deadline.day != deadline.ends,
        formula: deadline.formula(words),
        automatic: deadline.automatic,
        owner: owner.transpose()?,
        amount: deadline.amount.clone(),
        decision: deadline.decided.as_ref().map(|one| one.decision.clone()),
        decided: deadline.decided.as_ref().map(|one| one.id),
        settled: deadline.settled(),
        renews: kind.next != Next::None,
        counted: matches!(kind.next, Next::Line(..)),
        reminders: tiers.of(deadline).to_vec(),
    })
}

/// What renewing a date would bring.
pub fn offer(conn: &Connection, key: &str, id: i64, today: NaiveDate) -> Result<RenewalOffer> {
    let deadline = decision::find(conn, key, id, today)?;
    Ok(RenewalOffer {
        until: decision::proposed(conn, &deadline)?,
    })
}
