//! How every product stands, what each purchase line gives, and what step-ups do to each license, as tables beside the record: lists then show, filter and sort
//! them like any figure. The tables lie in the connection's own memory and are worked out anew when the record or the day has
//! changed.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use super::{Metric, ProductPosition, Scope, Status, gather, owned};
use crate::Result;
use crate::rules::deadline;
use crate::rules::findings::purchases;
use crate::rules::rights::LINES;

/// The key of the status for the row of `product`; nothing for a product neither owned nor used.
pub const STATUS_OF_PRODUCT: &str =
    "(SELECT s.status FROM temp.standing s WHERE s.product = product.id)";

/// How much of a register a statement reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// A few rows: what they show is worked out for each.
    Rows,
    /// All of it: what its rows show is worked out at once.
    Whole,
}

/// Makes the tables ready that a statement speaks of.
pub fn prepare(conn: &Connection, sql: &str, day: NaiveDate, reach: Reach) -> Result<()> {
    deadline::standing::prepare(conn, sql, day)?;
    if sql.contains("temp.line") {
        lines(conn, day, reach)?;
    }
    for (table, make) in [
        // makes the standing too, from the same position
        (
            "unneeded",
            unneeded as fn(&Connection, NaiveDate, &str) -> Result<()>,
        ),
        ("standing", standing),
        ("raised", raised),
    ] {
        if sql.contains(&format!("temp.{table}")) {
            let state = state(conn, day)?;
            let kept: rusqlite::Result<String> = conn.query_row(
                &format!("SELECT state FROM temp.{table}_state"),
                [],
                |row| row.get(0),
            );
            if kept.is_ok_and(|kept| kept == state) {
                continue;
            }
            make(conn, day, &state)?;
        }
    }
    Ok(())
}

/// The purchase lines as `temp.line`: a view for a few rows, which holds for its day; for a whole register a table, which holds
/// until something changes and serves a few rows as well.
fn lines(conn: &Connection, day: NaiveDate, reach: Reach) -> Result<()> {
    let (state, day) = (state(conn, day)?, day.to_string());
    let kept: rusqlite::Result<String> =
        conn.query_row("SELECT state FROM temp.line_state", [], |row| row.get(0));
    if kept.is_ok_and(|kept| kept == state || (reach == Reach::Rows && kept == day)) {
        return Ok(());
    }
    let kind: Option<String> = conn
        .query_row(
            "SELECT type FROM temp.sqlite_schema WHERE name = 'line'",
            [],
            |row| row.get(0),
        )
        .optional()?;
    if let Some(kind) = kind {
        conn.execute_batch(&format!("DROP {kind} temp.line"))?;
    }
    // a view takes no values: the day stands in it
    let select = LINES.replace(":today", &format!("'{day}'"));
    let held = match reach {
        Reach::Rows => {
            conn.execute_batch(&format!("CREATE TEMP VIEW line AS {select}"))?;
            day
        }
        Reach::Whole => {
            conn.execute_batch(&format!(
                "CREATE TEMP TABLE line AS {select}; \
                 CREATE INDEX temp.line_row ON line(license, gives, counts, takes, lacks, given)"
            ))?;
            state
        }
    };
    keep_state(conn, "line", &held)
}

fn standing(conn: &Connection, day: NaiveDate, state: &str) -> Result<()> {
    let positions = super::read(conn, day, &Scope::default(), &mut |_, _| true)?;
    fill_standing(conn, &positions, state)
}

fn unneeded(conn: &Connection, day: NaiveDate, state: &str) -> Result<()> {
    let positions = super::read(conn, day, &Scope::default(), &mut |_, _| true)?;
    fill_standing(conn, &positions, state)?;
    fill(
        conn,
        "unneeded",
        "SELECT CAST(value AS INTEGER) AS purchase FROM json_each(?1)",
        &serde_json::to_string(&purchases::unneeded(conn, day, &positions)?)?,
        state,
    )
}

fn fill_standing(conn: &Connection, positions: &[ProductPosition], state: &str) -> Result<()> {
    let standing: Vec<(i64, &str, Short)> = positions
        .iter()
        .map(|position| {
            let mut short = Short::new();
            for line in position.lines.iter().filter(|line| line.counts.short > 0) {
                *short.entry(line.metric).or_default() += line.counts.short;
            }
            (position.product.id, position.status().key(), short)
        })
        .collect();
    fill(
        conn,
        "standing",
        "SELECT CAST(value ->> 0 AS INTEGER) AS product, value ->> 1 AS status, value -> 2 AS short FROM json_each(?1)",
        &serde_json::to_string(&standing)?,
        state,
    )
}

/// Rights missing of one product, by how they are counted.
pub type Short = BTreeMap<Metric, i64>;

/// Rights missing, by product that is short.
pub fn missing(conn: &Connection, day: NaiveDate) -> Result<HashMap<i64, Short>> {
    let sql = format!(
        "SELECT product, short FROM temp.standing WHERE status = '{}'",
        Status::Short.key()
    );
    prepare(conn, &sql, day, Reach::Whole)?;
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut missing = HashMap::new();
    while let Some(row) = rows.next()? {
        let short: String = row.get(1)?;
        missing.insert(row.get(0)?, serde_json::from_str(&short)?);
    }
    Ok(missing)
}

fn raised(conn: &Connection, day: NaiveDate, state: &str) -> Result<()> {
    let raised = owned::raised(&gather::stepped(conn, day)?);
    fill(
        conn,
        "raised",
        "SELECT CAST(value ->> 0 AS INTEGER) AS license, value ->> 1 AS rights, value ->> 2 AS provable FROM json_each(?1)",
        &serde_json::to_string(&raised)?,
        state,
    )
}

/// Fills a table from JSON; its first column, a number as the ids it is compared with, finds its rows.
fn fill(conn: &Connection, table: &str, select: &str, json: &str, state: &str) -> Result<()> {
    conn.execute_batch(&format!("DROP TABLE IF EXISTS temp.{table}"))?;
    conn.execute(&format!("CREATE TEMP TABLE {table} AS {select}"), [json])?;
    let first = match table {
        "standing" => "product",
        "unneeded" => "purchase",
        _ => "license",
    };
    conn.execute_batch(&format!(
        "CREATE INDEX temp.{table}_row ON {table}({first})"
    ))?;
    keep_state(conn, table, state)
}

/// Notes what a table was worked out from.
fn keep_state(conn: &Connection, table: &str, state: &str) -> Result<()> {
    conn.execute_batch(&format!("DROP TABLE IF EXISTS temp.{table}_state"))?;
    conn.execute(
        &format!("CREATE TEMP TABLE {table}_state AS SELECT ?1 AS state"),
        [state],
    )?;
    Ok(())
}

/// The day, and what changes with every commit of another connection or every change of this one.
pub(in crate::rules) fn state(conn: &Connection, day: NaiveDate) -> Result<String> {
    let others: i64 = conn.query_row("PRAGMA data_version", [], |row| row.get(0))?;
    let own: i64 = conn.query_row("SELECT total_changes()", [], |row| row.get(0))?;
    Ok(format!("{day} {others} {own}"))
}
