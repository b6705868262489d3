//! What missing and spare rights cost, in the reporting currency.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::ProductPosition;
use crate::Result;
use crate::register::Money;
use crate::rules::rates;

/// Costs of one product. None without a price, or without a rate for its currency.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Costs {
    /// Rights missing, bought at the unit price.
    pub true_up: Option<Money>,
    /// The same when only provable rights count.
    pub true_up_provable: Option<Money>,
    /// Rights to spare, at the unit price.
    pub surplus: Option<Money>,
}

/// Costs of products, with every rate looked up once.
pub struct Pricing {
    currency: String,
    rates: Vec<(String, Option<rates::Rate>)>,
}

impl Pricing {
    /// In the reporting currency, at the latest rates of the day.
    pub fn new(conn: &Connection, day: NaiveDate, positions: &[ProductPosition]) -> Result<Self> {
        let mut rates: Vec<(String, Option<rates::Rate>)> = Vec::new();
        for (_, currency) in positions
            .iter()
            .filter_map(|one| one.product.price.as_ref())
        {
            if !rates.iter().any(|(known, _)| known == currency) {
                rates.push((currency.clone(), rates::on(conn, currency, day)?));
            }
        }
        Ok(Self {
            currency: rates::reporting_currency(conn)?,
            rates,
        })
    }

    /// The reporting currency.
    pub fn currency(&self) -> &str {
        &self.currency
    }

    /// Some rights of a product, in the reporting currency.
    pub fn of(&self, position: &ProductPosition, rights: i64) -> Option<Money> {
        let (price, currency) = position.product.price.as_ref()?;
        let (_, rate) = self.rates.iter().find(|(known, _)| known == currency)?;
        Some(Money {
            amount: rate.as_ref()?.convert(price.saturating_mul(rights)),
            currency: self.currency.clone(),
        })
    }

    /// The costs of a product.
    pub fn costs(&self, position: &ProductPosition) -> Costs {
        let total = &position.total;
        Costs {
            true_up: self.of(position, total.short),
            true_up_provable: self.of(position, total.short_provable),
            surplus: self.of(position, total.over),
        }
    }
}
