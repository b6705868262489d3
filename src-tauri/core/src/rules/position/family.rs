//! Which products have to be read together.

use rusqlite::Connection;

use crate::Result;

/// The product and every other whose rights may serve it or that it may serve, near or far: suites and their parts, versions,
/// editions, step-ups.
pub fn family(conn: &Connection, product: i64) -> Result<Vec<i64>> {
    let mut statement = conn.prepare(
        "WITH RECURSIVE kin(one, other) AS MATERIALIZED ( \
           SELECT record, target FROM link WHERE register = 'product' AND field IN ('includes', 'covers') \
           UNION SELECT id, downgrade_id FROM product WHERE downgrade_id IS NOT NULL \
           UNION SELECT l.product_id, b.product_id FROM purchase p JOIN license l ON l.id = p.license_id \
             JOIN license b ON b.id = p.base_id WHERE l.product_id IS NOT NULL AND b.product_id IS NOT NULL), \
         family(id) AS (SELECT ?1 UNION SELECT CASE WHEN kin.one = family.id THEN kin.other ELSE kin.one END \
           FROM family JOIN kin ON family.id IN (kin.one, kin.other)) SELECT id FROM family",
    )?;
    let rows = statement.query_map([product], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
