//! The arrangements that ship with the program, as the page shows them: every day that is not as its weekday says, where that
//! stands, and what the officer says of it instead.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::calendar::arrangements;
use crate::Result;

/// The published days of a country in a year.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PublishedYear {
    /// Two letters.
    pub country: String,
    /// The year arranged.
    pub year: i32,
    /// The text it stands in, in its own language.
    pub source: String,
    /// When that was published.
    pub published: String,
    /// How surely it was read: Fluent `holidays-confidence--<confidence>`.
    pub confidence: String,
    /// The days, the earliest first.
    pub days: Vec<PublishedDay>,
}

/// One published day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PublishedDay {
    /// The day.
    #[ts(type = "string")]
    pub day: NaiveDate,
    /// A weekend day that is worked; otherwise a day that is free.
    pub worked: bool,
    /// The officer's own record of the day, which goes before it.
    #[ts(type = "number | null")]
    pub own: Option<i64>,
    /// Whether that says it is worked.
    pub own_worked: Option<bool>,
}

/// Every published year, the latest first, by country.
pub fn published(conn: &Connection) -> Result<Vec<PublishedYear>> {
    let own = own(conn)?;
    let mut years: Vec<PublishedYear> = arrangements()?
        .into_iter()
        .map(|arrangement| PublishedYear {
            days: (arrangement.days())
                .map(|(day, worked)| {
                    let said = own.get(&(arrangement.country.clone(), day));
                    PublishedDay {
                        day,
                        worked,
                        own: said.map(|(id, _)| *id),
                        own_worked: said.map(|(_, worked)| *worked),
                    }
                })
                .collect(),
            country: arrangement.country,
            year: arrangement.year,
            source: arrangement.source,
            published: arrangement.published,
            confidence: arrangement.confidence,
        })
        .collect();
    for year in &mut years {
        year.days.sort_by_key(|day| day.day);
    }
    years.sort_by(|a, b| (&a.country, b.year).cmp(&(&b.country, a.year)));
    Ok(years)
}

/// The officer's own days: row, and whether it is worked. Of several the last counts, as in the calendar.
fn own(conn: &Connection) -> Result<HashMap<(String, NaiveDate), (i64, bool)>> {
    let mut statement = conn.prepare_cached(
        "SELECT country, day, id, kind FROM holiday WHERE archived_at IS NULL AND day IS NOT NULL AND country IS NOT NULL ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let mut days = HashMap::new();
    while let Some(row) = rows.next()? {
        let (day, kind): (String, Option<String>) = (row.get(1)?, row.get(3)?);
        if let Ok(day) = day.parse() {
            let worked = kind.as_deref() == Some("working_day");
            days.insert((row.get(0)?, day), (row.get(2)?, worked));
        }
    }
    Ok(days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{Record, holiday};
    use crate::rules::deadline::calendar::Calendar;
    use crate::rules::tests::{empty, now};
    use crate::vault::Operation;

    #[test]
    fn what_is_listed_is_what_counts_and_her_own_day_goes_before_it() {
        let (_folder, mut vault) = empty();
        let day: NaiveDate = "2026-10-07".parse().unwrap();
        let record = Record::new()
            .with(holiday::DAY, day)
            .with(holiday::KIND, "working_day".to_owned())
            .with(holiday::COUNTRY, "CN".to_owned());
        vault
            .write(&Operation::new("create", now()), |tx| {
                tx.insert(&holiday::REGISTER, record)
            })
            .unwrap();
        let years = published(vault.connection()).unwrap();
        let (shipped, read) = (
            Calendar::published().unwrap(),
            Calendar::read(vault.connection()).unwrap(),
        );
        let mut instead = Vec::new();
        for year in &years {
            assert!(!year.source.is_empty() && !year.days.is_empty());
            for one in &year.days {
                assert_eq!(shipped.works(&year.country, one.day), one.worked);
                let counts = one.own_worked.unwrap_or(one.worked);
                assert_eq!(read.works(&year.country, one.day), counts);
                instead.extend(one.own.map(|_| one.day));
            }
        }
        assert_eq!(instead, [day]);
        assert!(years.iter().any(|year| year.country == "IT"));
    }
}
