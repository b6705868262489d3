//! The days of every contract on the day asked about, as a table beside the record: its list then shows, filters and sorts them
//! like any figure, and they are counted in one place.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::kinds::Part;
use crate::Result;
use crate::rules::position::standing::state;

/// Last day of the term that runs.
pub const ENDS_OF_CONTRACT: &str =
    "(SELECT d.ends FROM temp.contract_day d WHERE d.contract = contract.id)";
/// Last day to give notice of it.
pub const NOTICE_OF_CONTRACT: &str =
    "(SELECT d.notice FROM temp.contract_day d WHERE d.contract = contract.id)";

/// Makes the table ready for a statement that speaks of it.
pub fn prepare(conn: &Connection, sql: &str, day: NaiveDate) -> Result<()> {
    if !sql.contains("temp.contract_day") {
        return Ok(());
    }
    let state = state(conn, day)?;
    let kept: rusqlite::Result<String> =
        conn.query_row("SELECT state FROM temp.contract_day LIMIT 1", [], |row| {
            row.get(0)
        });
    if kept.is_ok_and(|kept| kept == state) {
        return Ok(());
    }
    let days: Vec<_> = super::of_register(conn, day, "contract")?
        .into_iter()
        .filter(|deadline| deadline.kind.part == Part::End)
        .map(|deadline| (deadline.id, deadline.ends, deadline.notice_by))
        .collect();
    conn.execute_batch("DROP TABLE IF EXISTS temp.contract_day")?;
    conn.execute(
        "CREATE TEMP TABLE contract_day AS SELECT CAST(value ->> 0 AS INTEGER) AS contract, value ->> 1 AS ends, value ->> 2 AS notice, ?2 AS state FROM json_each(?1)",
        params![serde_json::to_string(&days)?, state],
    )?;
    conn.execute_batch("CREATE INDEX temp.contract_day_contract ON contract_day(contract)")?;
    Ok(())
}
