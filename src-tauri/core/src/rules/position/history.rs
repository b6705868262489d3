//! How a product stood at the ends of the last months, each reckoned as the position of its day is.

use chrono::{Datelike, Months, NaiveDate};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::{Counts, Progress, STAGES, Scope, family, gather, reckon};
use crate::Result;

/// Days looked at, the day asked about being the last.
const MONTHS: u32 = 12;

/// A product on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PositionMonth {
    /// The day: the last of a month, or the day asked about.
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// Rights by the purchase lines valid on the day.
    #[ts(type = "number")]
    pub owned: i64,
    /// Of these, proven.
    #[ts(type = "number")]
    pub provable: i64,
    /// Rights needed.
    #[ts(type = "number")]
    pub needed: i64,
}

/// The product at the end of each of the last months and on the day itself, the earliest first.
pub fn history(
    conn: &Connection,
    day: NaiveDate,
    scope: &Scope,
    product: i64,
    progress: Progress<'_>,
) -> Result<Vec<PositionMonth>> {
    let total = u64::from(MONTHS) * STAGES;
    let company = gather::company(conn)?;
    // what no right of another product can reach is not read: the figures are those of the whole position
    let family = family::family(conn, product)?;
    (0..)
        .zip(days(day))
        .map(|(at, as_of)| {
            let mut told = |done, _| progress(at * STAGES + done, total);
            let facts = gather::of_products(conn, as_of, &company, Some(&family), &mut told)?;
            let mut counts = Counts::default();
            reckon::reckon(&facts, &mut told)?
                .iter()
                .filter(|(of, line)| *of == product && scope.holds(line.place))
                .for_each(|(_, line)| counts.add(&line.counts));
            Ok(PositionMonth {
                as_of,
                owned: counts.owned,
                provable: counts.provable,
                needed: counts.needed,
            })
        })
        .collect()
}

/// Ends of the months before that of the day, then the day.
fn days(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let first = day.with_day(1).unwrap_or(day);
    (0..MONTHS - 1)
        .rev()
        .filter_map(move |ago| first.checked_sub_months(Months::new(ago))?.pred_opt())
        .chain([day])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::position::read;
    use crate::rules::tests::{sample, today};

    #[test]
    fn the_days_are_month_ends_and_the_day_asked_about() {
        let found: Vec<String> = days(today()).map(|day| day.to_string()).collect();
        assert_eq!(found.len(), 12);
        assert_eq!(found[0], "2025-12-31");
        assert_eq!(found[2], "2026-02-28");
        assert_eq!(found[10..], ["2026-10-31", "2026-11-24"]);
    }

    #[test]
    fn every_month_says_what_the_position_of_its_day_says() {
        let (_folder, vault) = sample();
        let conn = vault.connection();
        let here = Scope {
            sites: vec![1],
            ..Scope::default()
        };
        for scope in [Scope::default(), here] {
            let whole = |day| read(conn, day, &scope, &mut |_, _| true).unwrap();
            let expected: Vec<_> = days(today()).map(whole).collect();
            let mut related = 0;
            for product in expected[11].iter().map(|one| one.product.id) {
                related += usize::from(family::family(conn, product).unwrap().len() > 1);
                let months = history(conn, today(), &scope, product, &mut |_, _| true).unwrap();
                for (month, read) in months.iter().zip(&expected) {
                    let counts = read.iter().find(|one| one.product.id == product);
                    let counts = counts.map(|one| one.total).unwrap_or_default();
                    assert_eq!(
                        (month.owned, month.provable, month.needed),
                        (counts.owned, counts.provable, counts.needed),
                        "{product} on {}",
                        month.as_of
                    );
                }
            }
            assert!(related > 1, "some serve each other");
        }
    }

    #[test]
    fn a_history_tells_how_far_it_is() {
        let (_folder, vault) = sample();
        let mut told = Vec::new();
        let conn = vault.connection();
        history(conn, today(), &Scope::default(), 1, &mut |done, of| {
            told.push((done, of));
            true
        })
        .unwrap();
        assert!(told.is_sorted() && told.last() == Some(&(12 * STAGES, 12 * STAGES)));
    }
}
