//! What the position tells of a product.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use crate::Result;
use crate::register::Pair;
use crate::rules::findings::price::{Price, RENTED, Term};

/// What the position needs to know of a product.
#[derive(Debug, Clone)]
pub struct Product {
    /// Row.
    pub id: i64,
    /// Stable id.
    pub uuid: uuid::Uuid,
    /// `PRD-0001`.
    pub code: Option<String>,
    /// Name.
    pub name: Pair,
    /// Edition.
    pub edition: Option<String>,
    /// Version.
    pub version: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Key of its type.
    pub kind: Option<String>,
    /// Key of its metric: its own, or that of its licenses.
    pub metric: Option<String>,
    /// List price in 1/10 000 units with its currency; where there is none, what was paid last.
    pub price: Option<(i64, String)>,
    /// Whether the price is for a year, not for good.
    pub yearly: bool,
    /// Whether the price is what was paid last.
    pub paid: bool,
}

impl Product {
    /// Name with edition and version, in one language or in two lines.
    pub fn shown(&self, side: crate::words::Side) -> String {
        let mut name = side.pair(&self.name, "\n");
        for part in [&self.edition, &self.version].into_iter().flatten() {
            if !part.is_empty() && !name.contains(part.as_str()) {
                name.push(' ');
                name.push_str(part);
            }
        }
        name
    }
}

/// The purchase line of the row of `product` whose price was paid last.
const PAID: &str = "(SELECT p.id FROM license l JOIN purchase p ON p.license_id = l.id WHERE l.product_id = product.id \
    AND p.archived_at IS NULL AND p.unit_price > 0 AND p.amount_currency IS NOT NULL AND p.effect IN ('opening', 'add', 'renew') \
    AND COALESCE(p.ordered, p.starts, '') <= :today ORDER BY COALESCE(p.ordered, p.starts) DESC, p.id DESC LIMIT 1)";

/// Every product, by publisher and name.
pub(super) fn products(conn: &Connection, day: NaiveDate) -> Result<Vec<Product>> {
    let mut statement = conn.prepare(&format!(
        "SELECT product.id, product.code, name_zh, name_en, edition, version, publisher, product.type, \
           COALESCE(product.metric, (SELECT MIN(l.metric) FROM license l WHERE l.product_id = product.id AND l.archived_at IS NULL)), \
           product.uuid, list_price IS NULL, list_price, list_price_currency, {RENTED}, \
           paid.unit_price, paid.amount_currency, paid.starts, paid.ends, of.model IN ('saas', 'subscription') \
         FROM product LEFT JOIN purchase paid ON list_price IS NULL AND paid.id = {PAID} \
         LEFT JOIN license of ON of.id = paid.license_id \
         WHERE product.archived_at IS NULL ORDER BY publisher COLLATE NOCASE, name_sort, product.id",
    ))?;
    let rows = statement.query_map(named_params! { ":today": day.to_string() }, |row| {
        let price = price(row)?;
        Ok(Product {
            id: row.get(0)?,
            uuid: uuid::Uuid::from_bytes(row.get(9)?),
            code: row.get(1)?,
            name: Pair {
                zh: row.get(2)?,
                en: row.get(3)?,
            },
            edition: row.get(4)?,
            version: row.get(5)?,
            publisher: row.get(6)?,
            kind: row.get(7)?,
            metric: row.get(8)?,
            yearly: price.as_ref().is_some_and(Price::yearly),
            price: price
                .map(|price| price.of(1))
                .map(|one| (one.amount, one.currency)),
            paid: row.get(10)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The list price, or what was paid last, of a year where it is rented.
fn price(row: &Row<'_>) -> rusqlite::Result<Option<Price>> {
    let listed: Option<i64> = row.get(11)?;
    if let Some((amount, currency)) = listed.zip(row.get(12)?) {
        return Ok(Some(Price::listed(amount, currency, row.get(13)?)));
    }
    let paid: Option<i64> = row.get(14)?;
    let term = Term::of(
        row.get(16)?,
        row.get(17)?,
        row.get::<_, Option<bool>>(18)? == Some(true),
    );
    Ok(paid
        .zip(row.get(15)?)
        .map(|(micros, currency)| Price::paid(micros, currency, term)))
}
