//! Every date somebody has to act on: which there are ([`kinds`]), the day each comes to and why ([`term`], [`calendar`]), what
//! was decided about it, when to remind of it, and what it costs. Lists, overview, workbooks, calendar file and command ask here.

pub mod ahead;
pub mod calendar;
mod decided;
pub mod decision;
pub mod forecast;
pub mod holidays;
pub mod kinds;
pub mod lanes;
mod missed;
pub mod report;
pub mod standing;
pub mod term;
#[cfg(test)]
mod tests;
pub mod tiers;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};
use uuid::Uuid;

use crate::Result;
use crate::register::Money;
use crate::words::{Arg, Words};
use calendar::{Calendar, HOME};
pub use decided::Decided;
use kinds::{KINDS, Kind, Part};
use term::{Renewal, Step, Terms, Unit};

/// One date.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    /// What kind of date.
    pub kind: &'static Kind,
    /// Row in the kind's register.
    pub id: i64,
    /// The record.
    pub uuid: Uuid,
    /// The day.
    pub day: NaiveDate,
    /// The end it is about: the day itself, or for a notice day the end notice is given of.
    pub ends: NaiveDate,
    /// Last day to give notice of that end.
    pub notice_by: Option<NaiveDate>,
    /// How the day was found.
    pub steps: Vec<Step>,
    /// Goes on by itself, where the record says.
    pub automatic: Option<bool>,
    /// Months of each further term, where the record says.
    pub months: Option<i64>,
    /// Whose working days count.
    pub country: String,
    /// Who answers for it.
    pub owner: Option<i64>,
    /// Amount at stake.
    pub amount: Option<Money>,
    /// What was decided about it.
    pub decided: Option<Decided>,
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Deadline {
    /// Days from a day; negative when it has passed.
    pub fn days(&self, today: NaiveDate) -> i64 {
        (self.day - today).num_days()
    }

    /// Whether nothing is left to do once it has passed: a warranty, or notice of what ends by itself.
    fn moot(&self) -> bool {
        self.kind.moot || (self.kind.part == Part::Notice && self.automatic == Some(false))
    }

    /// Nothing is left to decide or do.
    pub fn settled(&self) -> bool {
        self.decided.as_ref().is_some_and(Decided::settles)
    }

    /// How the day was found, a sentence a step.
    pub fn formula(&self, words: Words) -> Vec<String> {
        self.steps
            .iter()
            .map(|step| sentence(step, words))
            .collect()
    }
}

/// Every date up to a day, the earliest first; all without one. Those decided are among them, marked.
pub fn read(
    conn: &Connection,
    today: NaiveDate,
    until: Option<NaiveDate>,
) -> Result<Vec<Deadline>> {
    of_kinds(conn, today, until, |_| true)
}

/// Every date of one kind of record.
pub fn of_register(conn: &Connection, today: NaiveDate, register: &str) -> Result<Vec<Deadline>> {
    of_kinds(conn, today, None, |kind| kind.register == register)
}

fn of_kinds(
    conn: &Connection,
    today: NaiveDate,
    until: Option<NaiveDate>,
    wanted: impl Fn(&Kind) -> bool,
) -> Result<Vec<Deadline>> {
    let calendar = Calendar::read(conn)?;
    let decided = decided::read(conn)?;
    let mut found = Vec::new();
    for kind in KINDS.iter().filter(|kind| wanted(kind)) {
        let mut statement = conn.prepare_cached(&select(kind))?;
        // a notice day lies before the end that is stored, a running term after it: these are bounded once they are known
        let bound = until.filter(|_| plain(kind)).map(|day| day.to_string());
        let mut rows = statement.query(named_params! { ":until": bound })?;
        while let Some(row) = rows.next()? {
            let Some(mut deadline) = read_row(kind, row, today, &calendar)? else {
                continue;
            };
            let moot = deadline.day < today && deadline.moot();
            if !moot && until.is_none_or(|until| deadline.day <= until) {
                deadline.decided = decided.about(&deadline);
                found.push(deadline);
            }
        }
    }
    found.sort_by_key(|one| (one.day, order(one.kind), one.id));
    Ok(found)
}

fn order(kind: &Kind) -> usize {
    KINDS
        .iter()
        .position(|one| one.key == kind.key)
        .unwrap_or_default()
}

/// Whether the stored day is the day.
fn plain(kind: &Kind) -> bool {
    kind.part == Part::End && !kind.moves_on()
}

fn select(kind: &Kind) -> String {
    let [renewal, months, notice, unit, country] = kind.terms;
    let [amount, currency] = kind.amount;
    format!(
        "SELECT {table}.id, {table}.uuid, {day}, {renewal}, {months}, {notice}, {unit}, {country}, {owner}, {amount}, {currency}
         FROM {table} WHERE {table}.archived_at IS NULL AND {day} IS NOT NULL AND ({open}) AND (:until IS NULL OR {day} <= :until)
         ORDER BY {table}.id",
        table = kind.register,
        day = kind.day,
        owner = kind.owner,
        open = kind.open,
    )
}

fn read_row(
    kind: &'static Kind,
    row: &Row<'_>,
    today: NaiveDate,
    calendar: &Calendar,
) -> Result<Option<Deadline>> {
    let Ok(named) = row.get::<_, String>(2)?.parse::<NaiveDate>() else {
        return Ok(None);
    };
    let renewal: Option<String> = row.get(3)?;
    let unit: Option<String> = row.get(6)?;
    let country = row.get::<_, Option<String>>(7)?;
    let country = country.unwrap_or_else(|| HOME.to_owned());
    let terms = Terms {
        ends: named,
        renewal: match renewal.as_deref() {
            Some("tacit") => Renewal::Tacit,
            _ => Renewal::Ends,
        },
        months: row.get::<_, Option<i64>>(4)?.filter(|months| *months > 0),
        notice: row.get(5)?,
        unit: Unit::of(unit.as_deref()),
        country: &country,
    };
    let found = terms.on(today, calendar);
    let notice_by = found.notice.as_ref().map(|(day, _)| *day);
    let (day, mut steps) = match (kind.part, found.notice) {
        (Part::End, _) => (found.ends, found.end_steps),
        (Part::Notice, Some(notice)) => notice,
        (Part::Notice, None) => return Ok(None),
    };
    if !kind.moves_on() {
        // there is nowhere to say it
        steps.retain(|step| *step != Step::LengthUnknown);
    }
    let amount: Option<i64> = row.get(9)?;
    let currency: Option<String> = row.get(10)?;
    Ok(Some(Deadline {
        kind,
        id: row.get(0)?,
        uuid: Uuid::from_bytes(row.get(1)?),
        day,
        ends: found.ends,
        notice_by,
        steps,
        automatic: renewal.map(|renewal| renewal == "tacit"),
        months: terms.months,
        country,
        owner: row.get(8)?,
        amount: amount
            .zip(currency)
            .map(|(amount, currency)| Money { amount, currency }),
        decided: None,
    }))
}

/// A step as a sentence.
fn sentence(step: &Step, words: Words) -> String {
    let text = |key: &str, args: &[(&str, Arg<'static>)]| {
        words.format(&format!("deadline-step-{key}"), args)
    };
    let date = |day: NaiveDate| Arg::from(words.date(day));
    match step {
        Step::Named(day) => text("named", &[("date", date(*day))]),
        Step::Renewed {
            from,
            terms,
            months,
            ends,
        } => text(
            "renewed",
            &[
                ("from", date(*from)),
                ("terms", Arg::from(*terms)),
                ("months", Arg::from(*months)),
                ("date", date(*ends)),
            ],
        ),
        Step::LengthUnknown => text("length-unknown", &[]),
        Step::Notice { count, unit, day } => {
            let key = match unit {
                Unit::Days => "notice-days",
                Unit::WorkingDays => "notice-working-days",
                Unit::Months => "notice-months",
            };
            text(key, &[("count", Arg::from(*count)), ("date", date(*day))])
        }
        Step::YearUnknown(year) => text("year-unknown", &[("year", Arg::from(year.to_string()))]),
        Step::ActBy(day) => text("act-by", &[("date", date(*day))]),
    }
}
