//! What one right of a license costs: a year of it, or once where it is bought for good.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::{Connection, Row, named_params};

use crate::Result;
use crate::register::Money;

/// Expression: 1 when the license under this name is rented.
macro_rules! rented {
    ($l:literal) => {
        concat!("COALESCE(", $l, ".model IN ('saas', 'subscription'), 0)")
    };
}

/// The price of one right, exact: `micros` millionths of the currency for `months` or `days` of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
    micros: i64,
    currency: String,
    term: Term,
    /// 1/10 000 units that sums are rounded to: what was paid to the cent, a list price not at all.
    grain: i64,
}

/// Whether the list price of the row of `product` is for a year: a license in force on `:today` is rented. Where none is in force
/// the one that ended last says it, for it would be bought again.
pub const RENTED: &str = concat!(
    "COALESCE((SELECT MAX(",
    rented!("l"),
    ") FROM license l WHERE l.product_id = product.id AND l.archived_at IS NULL AND COALESCE(l.starts, '') <= :today AND NOT ",
    ended!("l"),
    "), (SELECT ",
    rented!("l"),
    " FROM license l WHERE l.product_id = product.id AND l.archived_at IS NULL ORDER BY ",
    ended!("l"),
    " DESC, l.ends DESC, l.id DESC LIMIT 1), 0)"
);

/// 1/10 000 units of a cent.
const CENT: i64 = 100;

/// What the price is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// For good.
    Once,
    /// So many months.
    Months(i64),
    /// So many days, where these are no whole months.
    Days(i64),
}

impl Price {
    /// Whether it is paid every year.
    pub const fn yearly(&self) -> bool {
        !matches!(self.term, Term::Once)
    }

    /// What `count` rights cost a year, or once; rounded half up at the very end.
    pub fn of(&self, count: i64) -> Money {
        let (times, parts) = match self.term {
            Term::Once => (1, 1),
            Term::Months(months) => (12, months),
            Term::Days(days) => (365, days),
        };
        let exact = i128::from(self.micros) * i128::from(count) * times;
        let rounded = units(
            exact,
            i128::from(parts.max(1)) * 100 * i128::from(self.grain),
        );
        Money {
            amount: rounded.saturating_mul(self.grain),
            currency: self.currency.clone(),
        }
    }

    /// An amount reckoned from it, rounded as it is.
    pub fn rounded(&self, amount: i64) -> i64 {
        units(i128::from(amount), i128::from(self.grain)).saturating_mul(self.grain)
    }

    /// A list price in 1/10 000 units.
    pub fn listed(amount: i64, currency: String, yearly: bool) -> Self {
        Self {
            micros: amount.saturating_mul(100),
            currency,
            term: if yearly { Term::Months(12) } else { Term::Once },
            grain: 1,
        }
    }

    /// What a purchase line tells, in millionths of the currency.
    pub const fn paid(micros: i64, currency: String, term: Term) -> Self {
        Self {
            micros,
            currency,
            term,
            grain: CENT,
        }
    }
}

impl Term {
    /// From the first to the last day of a purchase line; without these a year where it is rented, else for good.
    pub fn of(starts: Option<String>, ends: Option<String>, rented: bool) -> Self {
        let day = |text: Option<String>| text.and_then(|text| text.parse::<NaiveDate>().ok());
        match day(starts).zip(day(ends)) {
            Some((starts, ends)) => length(starts, ends),
            None if rented => Self::Months(12),
            None => Self::Once,
        }
    }
}

/// So many units, rounded half up.
fn units(amount: i128, unit: i128) -> i64 {
    i64::try_from((amount + unit / 2).div_euclid(unit)).unwrap_or(i64::MAX)
}

/// Prices by license and by product.
#[derive(Debug, Default)]
pub struct Prices {
    rights: HashMap<i64, Price>,
    maintenance: HashMap<i64, Price>,
    lists: HashMap<i64, Price>,
}

impl Prices {
    /// A right of a license: the price of its last line that gave rights by the day, or its product's list price.
    pub fn right(&self, license: Option<i64>, product: Option<i64>) -> Option<&Price> {
        license
            .and_then(|license| self.rights.get(&license))
            .or_else(|| self.list(product))
    }

    /// A year of maintenance for a right of a license.
    pub fn maintenance(&self, license: Option<i64>) -> Option<&Price> {
        self.maintenance.get(&license?)
    }

    /// A product's list price.
    pub fn list(&self, product: Option<i64>) -> Option<&Price> {
        self.lists.get(&product?)
    }

    /// Reads them as they stand on a day.
    pub fn read(conn: &Connection, day: NaiveDate) -> Result<Self> {
        let mut prices = Self::default();
        prices.read_lists(conn, day)?;
        let mut statement = conn.prepare(
            "SELECT p.license_id, p.effect = 'maintenance', p.unit_price, p.amount, p.quantity, p.amount_currency, p.starts, p.ends, \
               l.model FROM purchase p JOIN license l ON l.id = p.license_id \
             WHERE p.archived_at IS NULL AND p.effect IN ('opening', 'add', 'renew', 'maintenance') \
               AND (p.starts IS NULL OR p.starts <= ?1) ORDER BY COALESCE(p.starts, ''), p.id",
        )?;
        let mut rows = statement.query([day.to_string()])?;
        while let Some(row) = rows.next()? {
            if let Some(price) = of_line(row)? {
                let maintenance: bool = row.get(1)?;
                let known = if maintenance {
                    &mut prices.maintenance
                } else {
                    &mut prices.rights
                };
                // the latest line comes last
                known.insert(row.get(0)?, price);
            }
        }
        Ok(prices)
    }

    fn read_lists(&mut self, conn: &Connection, day: NaiveDate) -> Result<()> {
        let mut statement = conn.prepare(&format!(
            "SELECT id, list_price, list_price_currency, {RENTED} \
             FROM product WHERE list_price IS NOT NULL AND list_price_currency IS NOT NULL",
        ))?;
        let mut rows = statement.query(named_params! { ":today": day.to_string() })?;
        while let Some(row) = rows.next()? {
            let price = Price::listed(row.get(1)?, row.get(2)?, row.get(3)?);
            self.lists.insert(row.get(0)?, price);
        }
        Ok(())
    }
}

/// The price a purchase line tells: its unit price, or its amount divided by what it bought.
fn of_line(row: &Row<'_>) -> Result<Option<Price>> {
    let (unit, amount, quantity): (Option<i64>, Option<i64>, Option<i64>) =
        (row.get(2)?, row.get(3)?, row.get(4)?);
    let divided = || {
        let quantity = quantity.filter(|quantity| *quantity > 0)?;
        let micros = i128::from(amount?) * 100;
        i64::try_from((micros + i128::from(quantity / 2)) / i128::from(quantity)).ok()
    };
    let (Some(micros), Some(currency)) = (unit.or_else(divided), row.get::<_, Option<String>>(5)?)
    else {
        return Ok(None);
    };
    let model: Option<String> = row.get(8)?;
    let rented = matches!(model.as_deref(), Some("saas" | "subscription"));
    let term = Term::of(row.get(6)?, row.get(7)?, rented);
    Ok(Some(Price::paid(micros, currency, term)))
}

/// From the first to the last day: in whole months where these are such.
fn length(starts: NaiveDate, ends: NaiveDate) -> Term {
    let after = ends.checked_add_days(Days::new(1)).unwrap_or(ends);
    let months = i64::from(after.year() - starts.year()) * 12 + i64::from(after.month())
        - i64::from(starts.month());
    if after.day() == starts.day() && months > 0 {
        Term::Months(months)
    } else {
        Term::Days((after - starts).num_days().max(1))
    }
}
