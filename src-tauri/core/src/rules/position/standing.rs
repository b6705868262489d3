//! How every product stands, as a table beside the record: lists then show, filter and sort it like any figure. The table lies in
//! the connection's own memory and is worked out anew when the record or the day has changed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::Scope;
use crate::Result;
use crate::rules::findings::purchases;

/// The key of the status for the row of `product`; nothing for a product neither owned nor used.
pub const STATUS_OF_PRODUCT: &str =
    "(SELECT s.status FROM temp.standing s WHERE s.product = product.id)";

/// Makes the tables ready for a statement that speaks of them.
pub fn prepare(conn: &Connection, sql: &str, day: NaiveDate) -> Result<()> {
    purchases::prepare(conn, sql, day)?;
    if !sql.contains("temp.standing") {
        return Ok(());
    }
    let state = state(conn, day)?;
    let kept: rusqlite::Result<String> =
        conn.query_row("SELECT state FROM temp.standing LIMIT 1", [], |row| {
            row.get(0)
        });
    if kept.is_ok_and(|kept| kept == state) {
        return Ok(());
    }
    let standing: BTreeMap<i64, &str> =
        super::read(conn, day, &Scope::default(), &mut |_, _| true)?
            .iter()
            .map(|position| (position.product.id, position.status().key()))
            .collect();
    conn.execute_batch("DROP TABLE IF EXISTS temp.standing")?;
    conn.execute(
        "CREATE TEMP TABLE standing AS SELECT CAST(key AS INTEGER) AS product, value AS status, ?2 AS state FROM json_each(?1)",
        params![serde_json::to_string(&standing)?, state],
    )?;
    conn.execute_batch("CREATE INDEX temp.standing_product ON standing(product)")?;
    Ok(())
}

/// The day, and what changes with every commit of another connection or every change of this one.
pub(in crate::rules) fn state(conn: &Connection, day: NaiveDate) -> Result<String> {
    let others: i64 = conn.query_row("PRAGMA data_version", [], |row| row.get(0))?;
    let own: i64 = conn.query_row("SELECT total_changes()", [], |row| row.get(0))?;
    Ok(format!("{day} {others} {own}"))
}
