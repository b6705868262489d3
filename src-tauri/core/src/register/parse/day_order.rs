//! The order of day, month and year in days written in numbers alone, which a cell says only together with its column.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::date::{narrow, without_time, year};
use crate::{Error, Result};

/// Which comes first in `03/04/2026` and in `26-3-1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Day first, as in Europe.
    Dmy,
    /// Month first, as in the United States.
    Mdy,
    /// Year first, as in China; only where it has two digits.
    Ymd,
}

const ORDERS: [DateOrder; 3] = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy];

/// What the days of a column say about their order.
#[derive(Debug, Clone, Default)]
pub struct Orders {
    days_first: bool,
    months_first: bool,
    /// Some of the days with a whole year last can be read in either order.
    either: bool,
    /// A whole year stands first.
    years_first: bool,
    /// There are days with a year of two digits, and none of them is against these orders.
    short: Option<[bool; 3]>,
    /// There are months with a year of two digits.
    months: bool,
}

impl Orders {
    /// Takes in one cell.
    pub fn see(&mut self, text: &str) {
        if text.len() > 60 || !text.trim_start().starts_with(char::is_numeric) {
            return;
        }
        let text = narrow(text);
        let day = without_time(&text);
        let mut parts = day.split(['/', '-', '.']);
        let (Some(a), Some(b), c, None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return;
        };
        let dotted = day.contains('.');
        match c {
            _ if a.len() == 4 => self.years_first |= is_number(a) && is_number(b),
            // the points say the order
            Some(c) if c.len() == 4 && !dotted => self.see_whole(a, b),
            Some(c) => self.see_short([a, b, c], dotted),
            None => {
                self.months |= a.len() == 2
                    && is_number(a)
                    && is_number(b)
                    && b.parse().is_ok_and(|month| (1..=12).contains(&month));
            }
        }
    }

    fn see_whole(&mut self, a: &str, b: &str) {
        match (a.parse(), b.parse()) {
            (Ok(13..=31), Ok(1..=12)) => self.days_first = true,
            (Ok(1..=12), Ok(13..=31)) => self.months_first = true,
            (Ok(a @ 1..=12), Ok(b @ 1..=12)) => self.either |= a != b,
            _ => {}
        }
    }

    fn see_short(&mut self, parts: [&str; 3], dotted: bool) {
        let [Ok(a), Ok(b), Ok(c)] = parts.map(str::parse) else {
            return;
        };
        let days = days([a, b, c], &parts, dotted);
        if days.iter().any(Option::is_some) {
            let before = self.short.unwrap_or([true; 3]);
            let both = |at: usize| before[at] && days[at].is_some();
            self.short = Some([both(0), both(1), both(2)]);
        }
    }

    /// The order all agree on, and whether some can be read in several while nothing says which.
    pub fn agreed(&self) -> (Option<DateOrder>, bool) {
        let whole = match (self.days_first, self.months_first) {
            (true, false) => Some(DateOrder::Dmy),
            (false, true) => Some(DateOrder::Mdy),
            _ => None,
        };
        let whole_last = self.days_first || self.months_first || self.either;
        let by_year = self.years_first && !whole_last;
        let agreed = whole.or(match self.short {
            Some([true, ..]) if by_year => Some(DateOrder::Ymd),
            Some(open) => {
                let mut left = ORDERS.into_iter().zip(open).filter(|(_, open)| *open);
                let first = left.next().map(|(order, _)| order);
                first.filter(|_| left.next().is_none())
            }
            None => (self.months && by_year).then_some(DateOrder::Ymd),
        });
        // of days with a whole year last, a year that stands first elsewhere says nothing
        let agreed = agreed.filter(|order| !(self.either && *order == DateOrder::Ymd));
        let doubtful = self.either || self.short.is_some() || self.months;
        (agreed, doubtful && agreed.is_none())
    }
}

/// Reads three numbers of which one is a year of two digits; none of them can be.
pub(super) fn short(
    numbers: [u32; 3],
    parts: &[&str],
    dotted: bool,
    order: Option<DateOrder>,
) -> Option<Result<NaiveDate>> {
    let days = days(numbers, parts, dotted);
    let mut meant: Vec<NaiveDate> = days.into_iter().flatten().collect();
    meant.sort_unstable();
    meant.dedup();
    let mut chosen = ORDERS.into_iter().zip(days);
    let chosen = chosen.find_map(|(known, day)| day.filter(|_| Some(known) == order));
    match (&meant[..], chosen) {
        ([], _) => None,
        ([only], _) => Some(Ok(*only)),
        (_, Some(chosen)) => Some(Ok(chosen)),
        _ => Some(Err(Error::new("date_ambiguous"))),
    }
}

/// The days that three numbers are in each order, where they can be one of this century.
fn days([a, b, c]: [u32; 3], parts: &[&str], dotted: bool) -> [Option<NaiveDate>; 3] {
    if parts.iter().any(|part| part.len() > 2) {
        return [None; 3];
    }
    let day = |(y, part): (u32, usize), m, d| {
        let two = parts[part].len() == 2;
        let year = year(y, 2).filter(|year| two && *year >= 2000)?;
        NaiveDate::from_ymd_opt(year, m, d)
    };
    let (days_first, months_first) = (day((c, 2), b, a), day((c, 2), a, b));
    // points are European
    let months_first = months_first.filter(|_| !dotted || days_first.is_none());
    [day((a, 0), b, c), days_first, months_first]
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
