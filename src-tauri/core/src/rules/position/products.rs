//! What the position tells of a product.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use crate::Result;
use crate::register::Pair;

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

/// The purchase line whose price was paid last for the row of `product`.
const PAID: &str = "FROM license l JOIN purchase p ON p.license_id = l.id WHERE l.product_id = product.id AND p.archived_at IS NULL \
    AND p.unit_price > 0 AND p.amount_currency IS NOT NULL AND p.effect IN ('opening', 'add', 'renew') \
    AND COALESCE(p.ordered, p.starts, '') <= :today ORDER BY COALESCE(p.ordered, p.starts) DESC, p.id DESC LIMIT 1";

/// Every product, by publisher and name.
pub(super) fn products(conn: &Connection, day: NaiveDate) -> Result<Vec<Product>> {
    let mut statement = conn.prepare(&format!(
        "SELECT id, code, name_zh, name_en, edition, version, publisher, type, \
           COALESCE(metric, (SELECT MIN(l.metric) FROM license l WHERE l.product_id = product.id AND l.archived_at IS NULL)), \
           COALESCE(list_price, (SELECT p.unit_price / 100 {PAID})), \
           CASE WHEN list_price IS NULL THEN (SELECT p.amount_currency {PAID}) ELSE list_price_currency END, uuid, list_price IS NULL \
         FROM product WHERE archived_at IS NULL ORDER BY publisher COLLATE NOCASE, name_sort, id",
    ))?;
    let rows = statement.query_map(named_params! { ":today": day.to_string() }, |row| {
        Ok(Product {
            id: row.get(0)?,
            uuid: uuid::Uuid::from_bytes(row.get(11)?),
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
            price: row.get::<_, Option<i64>>(9)?.zip(row.get(10)?),
            paid: row.get(12)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
