//! What the record says should be done: where rights lie idle and where they are missing, with the money at stake and a proposed
//! action. What an auditor objects to in the papers is in [`super::gaps`].
//!
//! A kind of finding is a list ([`KINDS`]): the findings are its rows, so that a figure and the list behind it cannot differ.

#[macro_use]
mod sql;

pub mod act;
pub mod assignments;
pub mod describe;
mod found;
pub mod installations;
mod kinds;
pub mod licenses;
pub mod message;
pub(in crate::rules) mod price;
pub mod purchases;
mod reassign;
pub mod report;
mod summary;
pub mod tasks;
#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params_from_iter};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use found::{Found, Stake};
pub use kinds::KINDS;
pub use reassign::reassign;
pub use summary::{ProductSaving, Summary, sum};

use self::price::{Price, Prices};
use crate::ledger::{self, FilterOp, ListQuery};
use crate::rules::position::Progress;
use crate::rules::position::standing::{self, Reach, Short};
use crate::rules::rates::{self, Rate};
use crate::words::Language;
use crate::{Error, Result};

/// What a finding is about: money spent in vain, money missing, or a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "FindingSide")]
pub enum Side {
    /// Could be saved.
    Save,
    /// It would cost to be covered.
    Cover,
    /// Somebody has to look.
    Check,
}

/// What is proposed. Fluent `finding-action--<key>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "FindingAction")]
pub enum Action {
    /// Give to somebody who lacks it.
    Reallocate,
    /// Renew fewer, or a smaller edition.
    Downgrade,
    /// Take back.
    Release,
    /// Buy, or renew.
    Buy,
    /// Remove from the device.
    Uninstall,
    /// Look into it.
    Check,
}

impl Action {
    /// Key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reallocate => "reallocate",
            Self::Downgrade => "downgrade",
            Self::Release => "release",
            Self::Buy => "buy",
            Self::Uninstall => "uninstall",
            Self::Check => "check",
        }
    }

    /// The choice of a task's action.
    pub const fn task(self) -> &'static str {
        match self {
            Self::Check => "other",
            action => action.key(),
        }
    }
}

/// What a row counts.
#[derive(Debug, Clone, Copy)]
enum Counted {
    /// The value of an expression over the row.
    Sql(&'static str),
    /// The rights its product is short of.
    Missing,
}

/// What one of the counted costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Charge {
    /// A right of the license.
    Right,
    /// The list price.
    List,
    /// Maintenance of a right.
    Maintenance,
    /// Nothing that can be told.
    Nothing,
}

/// A kind of finding: a list of the record and how its rows are read.
#[derive(Debug)]
pub struct Kind {
    /// Fluent `finding-<key>`, and `finding-<key>-why` for the sentence.
    pub key: &'static str,
    /// Register of its rows.
    pub register: &'static str,
    /// What it is about.
    pub side: Side,
    /// What may be done, the proposal first.
    pub actions: &'static [Action],
    filters: &'static [(&'static str, FilterOp, &'static [&'static str])],
    counted: Counted,
    /// Of how many these are.
    whole: &'static str,
    charge: Charge,
    /// The day the sentence names.
    day: &'static str,
    /// Which form of the sentence.
    variant: &'static str,
}

impl Kind {
    /// What most entries start from: a right held in vain.
    const PLAIN: Self = Self {
        key: "",
        register: "",
        side: Side::Save,
        actions: &[Action::Release, Action::Reallocate],
        filters: &[],
        counted: Counted::Sql("1"),
        whole: "NULL",
        charge: Charge::Nothing,
        day: "NULL",
        variant: "NULL",
    };

    /// The list of exactly its rows.
    pub fn query(&self, language: Language) -> ListQuery {
        let all = ListQuery {
            language,
            ..ListQuery::all(self.register)
        };
        self.filters.iter().fold(all, |query, (field, op, values)| {
            query.filter(field, *op, values)
        })
    }
}

/// The kind of this key.
pub fn kind(key: &str) -> Result<&'static Kind> {
    KINDS
        .iter()
        .find(|kind| kind.key == key)
        .ok_or_else(|| Error::new("bad_arguments").with("detail", key))
}

/// The findings of one kind, the most money first.
#[derive(Debug, Clone)]
pub struct Group {
    /// Which kind.
    pub kind: &'static Kind,
    /// The findings.
    pub found: Vec<Found>,
}

/// Every finding on a day, by kind; kinds without any too. Told kind by kind how far it is.
pub fn read(conn: &Connection, day: NaiveDate, progress: Progress<'_>) -> Result<Vec<Group>> {
    let mut groups = read_apart(conn, day, progress)?;
    reassign(conn, day, &mut groups)?;
    Ok(groups)
}

/// The same, with nothing that lies idle given to what is missing yet: a part of them may be wanted.
pub fn read_apart(conn: &Connection, day: NaiveDate, progress: Progress<'_>) -> Result<Vec<Group>> {
    // the position is read once for every kind that asks about it
    standing::prepare(conn, purchases::UNNEEDED, day, Reach::Whole)?;
    let reading = Reading::begin(conn, day)?;
    let total = KINDS.len() as u64;
    (1..)
        .zip(KINDS)
        .map(|(done, kind)| {
            let group = reading.group(kind)?;
            if progress(done, total) {
                Ok(group)
            } else {
                Err(Error::new("cancelled"))
            }
        })
        .collect()
}

/// The findings of one kind on a day.
pub fn read_kind(conn: &Connection, day: NaiveDate, kind: &'static Kind) -> Result<Group> {
    let reading = Reading::begin(conn, day)?;
    let mut groups = vec![reading.group(kind)?];
    // what is missing and what lies idle change each other's proposal
    for other in KINDS.iter().filter(|other| other.key != kind.key) {
        if other.key == reassign::LACKS || reassign::FREES.contains(&other.key) {
            groups.push(reading.group(other)?);
        }
    }
    reassign(conn, day, &mut groups)?;
    Ok(groups.swap_remove(0))
}

/// What every kind needs to know.
struct Reading<'c> {
    conn: &'c Connection,
    day: NaiveDate,
    prices: Prices,
    /// Rights missing, by product.
    missing: HashMap<i64, Short>,
    /// Rates by currency, as far as they were asked for.
    rates: RefCell<HashMap<String, Option<Rate>>>,
}

impl<'c> Reading<'c> {
    fn begin(conn: &'c Connection, day: NaiveDate) -> Result<Self> {
        Ok(Self {
            conn,
            day,
            missing: standing::missing(conn, day)?,
            prices: Prices::read(conn, day)?,
            rates: RefCell::default(),
        })
    }

    fn group(&self, kind: &'static Kind) -> Result<Group> {
        let (list, bound) = ledger::statement(&kind.query(Language::En), self.day)?;
        let sql = select(kind, &list);
        standing::prepare(self.conn, &sql, self.day, Reach::Whole)?;
        let mut statement = self.conn.prepare(&sql)?;
        let mut rows = statement.query(params_from_iter(&bound))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(self.found(kind, row)?);
        }
        found.sort_by_key(|found| (std::cmp::Reverse(found.money()), found.id));
        Ok(Group { kind, found })
    }

    fn found(&self, kind: &'static Kind, row: &Row<'_>) -> Result<Found> {
        let (product, license): (Option<i64>, Option<i64>) = (row.get(1)?, row.get(2)?);
        let day: Option<String> = row.get(7)?;
        let variant: Option<String> = row.get(8)?;
        let missing = product.and_then(|product| self.missing.get(&product));
        let count = match kind.counted {
            Counted::Sql(_) => row.get::<_, Option<i64>>(5)?.unwrap_or_default(),
            Counted::Missing => missing.map_or(0, |short| short.values().sum()),
        };
        let price = match kind.charge {
            Charge::Right => self.prices.right(license, product),
            Charge::List => self.prices.list(product),
            Charge::Maintenance if variant.as_deref() == Some("maintenance") => {
                self.prices.maintenance(license)
            }
            Charge::Maintenance => None,
            Charge::Nothing => None,
        };
        let action = kind.actions.first().copied().unwrap_or(Action::Check);
        Ok(Found {
            kind,
            id: row.get(0)?,
            product,
            license,
            person: row.get(3)?,
            device: row.get(4)?,
            count,
            whole: row.get(6)?,
            day: day.and_then(|day| day.parse().ok()),
            variant,
            stake: price.map(|price| self.stake(price, count)).transpose()?,
            action,
            reassign: 0,
        })
    }

    fn stake(&self, price: &Price, count: i64) -> Result<Stake> {
        let own = price.of(count);
        let rate = self.rate(&own.currency)?;
        Ok(Stake {
            reported: rate.map(|rate| price.rounded(rate.convert(own.amount))),
            own,
            yearly: price.yearly(),
        })
    }

    fn rate(&self, currency: &str) -> Result<Option<Rate>> {
        if let Some(known) = self.rates.borrow().get(currency) {
            return Ok(*known);
        }
        let rate = rates::on(self.conn, currency, self.day)?;
        self.rates.borrow_mut().insert(currency.to_owned(), rate);
        Ok(rate)
    }
}

/// Product, license, person and device of a row.
const fn subject(register: &str) -> [&'static str; 4] {
    match register.as_bytes() {
        b"assignment" => [
            "(SELECT l.product_id FROM license l WHERE l.id = assignment.license_id)",
            "assignment.license_id",
            "assignment.person_id",
            "assignment.device_id",
        ],
        b"license" => ["license.product_id", "license.id", "NULL", "NULL"],
        b"purchase" => [
            "(SELECT l.product_id FROM license l WHERE l.id = purchase.license_id)",
            "purchase.license_id",
            "NULL",
            "NULL",
        ],
        b"deployment" => [
            "deployment.product_id",
            "NULL",
            "NULL",
            "deployment.device_id",
        ],
        _ => ["product.id", "NULL", "NULL", "NULL"],
    }
}

/// Reads the rows of a list with what is told of each. `?1` is today.
fn select(kind: &Kind, list: &str) -> String {
    let table = kind.register;
    let [product, license, person, device] = subject(table);
    let count = match kind.counted {
        Counted::Sql(sql) => sql,
        Counted::Missing => "NULL",
    };
    format!(
        "SELECT {table}.id, {product}, {license}, {person}, {device}, {count}, {}, {}, {} FROM {table} WHERE {table}.id IN ({list})",
        kind.whole, kind.day, kind.variant
    )
    .replace(":today", "?1")
}
