//! Rights bought although enough stood free. They stand in a table beside the record (`position::standing`), so that lists show
//! and filter them like any figure.

use chrono::{Months, NaiveDate};
use rusqlite::{Connection, params};

use crate::Result;
use crate::rules::position::{Basis, ProductPosition};

/// Whether the row of `purchase` is one of them. Read as a whole: the table beside the record declares no type, so that its index
/// finds nothing for a row.
pub const UNNEEDED: &str = "(purchase.id IN (SELECT n.purchase FROM temp.unneeded n))";

/// Months looked back for purchases.
const MONTHS: u32 = 12;

/// A purchase line that added rights.
struct Line {
    id: i64,
    quantity: i64,
    day: String,
}

/// The lines of the last year whose rights stand free today, and for as many of which rights stood free when they were ordered.
pub fn unneeded(
    conn: &Connection,
    day: NaiveDate,
    positions: &[ProductPosition],
) -> Result<Vec<i64>> {
    let mut found = Vec::new();
    for position in positions {
        let judged = matches!(position.basis, Basis::Assigned | Basis::Deployed);
        if judged && position.total.over > 0 && position.total.unlimited == 0 {
            of_product(conn, day, position, &mut found)?;
        }
    }
    Ok(found)
}

fn of_product(
    conn: &Connection,
    day: NaiveDate,
    position: &ProductPosition,
    found: &mut Vec<i64>,
) -> Result<()> {
    let lines = added(conn, day, position.product.id)?;
    if lines.is_empty() {
        return Ok(());
    }
    let needs = needs(conn, position)?;
    let mut free = position.total.over;
    for line in &lines {
        let since: i64 = lines
            .iter()
            .filter(|other| other.day >= line.day)
            .map(|other| other.quantity)
            .sum();
        let needed = needs.iter().filter(|need| need.covers(&line.day)).count();
        let stood_free = position.total.owned - since - i64::try_from(needed).unwrap_or(i64::MAX);
        if line.quantity <= free && line.quantity <= stood_free {
            found.push(line.id);
            free -= line.quantity;
        }
    }
    Ok(())
}

/// Lines of the last year that still give rights, the latest first.
fn added(conn: &Connection, day: NaiveDate, product: i64) -> Result<Vec<Line>> {
    let since = day.checked_sub_months(Months::new(MONTHS)).unwrap_or(day);
    let mut statement = conn.prepare_cached(
        "SELECT p.id, p.quantity, COALESCE(p.ordered, p.starts) FROM license l JOIN purchase p ON p.license_id = l.id \
         WHERE l.product_id = ?1 AND l.archived_at IS NULL AND p.archived_at IS NULL AND p.effect = 'add' AND p.quantity > 0 \
         AND COALESCE(p.ordered, p.starts) > ?3 AND COALESCE(p.ordered, p.starts) <= ?2 \
         AND (p.starts IS NULL OR p.starts <= ?2) AND (p.ends IS NULL OR p.ends >= ?2) \
         AND NOT EXISTS (SELECT 1 FROM purchase r WHERE r.license_id = l.id AND r.archived_at IS NULL AND r.effect = 'renew' \
           AND r.starts <= ?2 AND (r.ends IS NULL OR r.ends >= ?2) AND r.starts > COALESCE(p.starts, '')) \
         ORDER BY 3 DESC, p.id DESC",
    )?;
    let rows = statement.query_map(
        params![product, day.to_string(), since.to_string()],
        |row| {
            Ok(Line {
                id: row.get(0)?,
                quantity: row.get(1)?,
                day: row.get(2)?,
            })
        },
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// From when to when a right was needed.
struct Need {
    from: Option<String>,
    until: Option<String>,
}

impl Need {
    /// Days are ISO text, which sorts as days do.
    fn covers(&self, day: &str) -> bool {
        self.from.as_deref().is_none_or(|from| from <= day)
            && self.until.as_deref().is_none_or(|until| until >= day)
    }
}

/// Everything that needs or needed a right of the product, as its position counts.
fn needs(conn: &Connection, position: &ProductPosition) -> Result<Vec<Need>> {
    let sql = match position.basis {
        Basis::Deployed => {
            // a computer once, from its first installation to its last
            "SELECT MIN(COALESCE(x.installed, '')), MAX(COALESCE(date(x.removed, '-1 day'), '9999-12-31')) FROM deployment x \
             WHERE x.product_id = ?1 AND x.archived_at IS NULL AND (x.licensable IS NULL OR x.licensable = 1) GROUP BY x.device_id"
        }
        _ => {
            "SELECT a.starts, a.ends FROM license l JOIN assignment a ON a.license_id = l.id WHERE l.product_id = ?1 \
             AND l.archived_at IS NULL AND a.archived_at IS NULL"
        }
    };
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([position.product.id], |row| {
        Ok(Need {
            from: row.get(0)?,
            until: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
