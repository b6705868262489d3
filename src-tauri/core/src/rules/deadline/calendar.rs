//! Which days are worked: weekends, the published arrangements, and the officer's own holidays before these.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};
use rusqlite::Connection;
use serde::Deserialize;

use crate::{Error, Result};

/// The country whose days count where a record names none.
pub const HOME: &str = "CN";

#[derive(Deserialize)]
struct Content {
    arrangement: Vec<Arrangement>,
}

/// A published arrangement of one year.
#[derive(Debug, Clone, Deserialize)]
pub struct Arrangement {
    /// Two letters.
    pub country: String,
    /// The year arranged.
    pub year: i32,
    /// The text it stands in, in its own language.
    pub source: String,
    /// When that was published.
    pub published: String,
    /// How surely it was read: `high` or `medium`.
    pub confidence: String,
    worked: Vec<NaiveDate>,
    free: Vec<Stretch>,
}

#[derive(Debug, Clone, Deserialize)]
struct Stretch {
    from: NaiveDate,
    to: NaiveDate,
}

impl Arrangement {
    /// Every day that is not as its weekday says, and whether it is worked.
    pub fn days(&self) -> impl Iterator<Item = (NaiveDate, bool)> {
        let free = self.free.iter().flat_map(|stretch| {
            let days = stretch.from.iter_days();
            days.take_while(|day| *day <= stretch.to)
        });
        let worked = self.worked.iter().map(|day| (*day, true));
        free.map(|day| (day, false)).chain(worked)
    }
}

/// Every arrangement that ships with the program.
pub fn arrangements() -> Result<Vec<Arrangement>> {
    toml::from_str::<Content>(include_str!("holidays.toml"))
        .map(|content| content.arrangement)
        .map_err(|error| Error::new("database").with("detail", error))
}

/// The days of each country that are not as their weekday says.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// Whether a day is worked, by country.
    special: BTreeMap<String, BTreeMap<NaiveDate, bool>>,
    /// Years somebody arranged, by country.
    known: BTreeMap<String, BTreeSet<i32>>,
}

impl Calendar {
    /// As published.
    pub fn published() -> Result<Self> {
        let mut calendar = Self::default();
        for arrangement in arrangements()? {
            let days = arrangement.days();
            let country = arrangement.country.clone();
            calendar
                .special
                .entry(country.clone())
                .or_default()
                .extend(days);
            calendar
                .known
                .entry(country)
                .or_default()
                .insert(arrangement.year);
        }
        Ok(calendar)
    }

    /// As published, with the vault's own days before it.
    pub fn read(conn: &Connection) -> Result<Self> {
        let mut calendar = Self::published()?;
        let mut statement = conn.prepare_cached(
            "SELECT country, day, kind FROM holiday WHERE archived_at IS NULL AND day IS NOT NULL ORDER BY id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (country, day, kind): (Option<String>, String, Option<String>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            if let (Some(country), Ok(day)) = (country, day.parse()) {
                calendar.set(&country, day, kind.as_deref() == Some("working_day"));
            }
        }
        Ok(calendar)
    }

    /// Says of one day whether it is worked.
    pub fn set(&mut self, country: &str, day: NaiveDate, worked: bool) {
        let days = self.special.entry(country.to_owned()).or_default();
        days.insert(day, worked);
    }

    /// Whether a day is worked.
    pub fn works(&self, country: &str, day: NaiveDate) -> bool {
        let said = self.special.get(country).and_then(|days| days.get(&day));
        said.copied()
            .unwrap_or(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
    }

    /// Whether the country's arrangement of that year is known; otherwise only weekends are.
    pub fn knows(&self, country: &str, year: i32) -> bool {
        self.known
            .get(country)
            .is_some_and(|years| years.contains(&year))
    }

    /// The day that lies so many working days before another, which itself does not count.
    pub fn working_days_before(
        &self,
        country: &str,
        day: NaiveDate,
        count: i64,
    ) -> Option<NaiveDate> {
        let mut left = count;
        let mut at = day;
        while left > 0 {
            at = at.pred_opt()?;
            left -= i64::from(self.works(country, at));
        }
        Some(at)
    }

    /// The day itself if it is worked, or the last one before it that is.
    pub fn worked_by(&self, country: &str, day: NaiveDate) -> NaiveDate {
        let mut at = day;
        while !self.works(country, at) {
            match at.pred_opt() {
                Some(before) => at = before,
                None => return day,
            }
        }
        at
    }
}
