//! Who holds rights that should not.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use crate::Result;

/// `left` for the row of `assignment` when it is in force on `:today` and its person has left by then; nothing otherwise.
pub const LEAVER: &str = "(CASE WHEN assignment.archived_at IS NULL AND assignment.starts <= :today \
    AND (assignment.ends IS NULL OR assignment.ends >= :today) AND EXISTS (SELECT 1 FROM person h \
    WHERE h.id = assignment.person_id AND (h.left_on <= :today OR (h.left_on IS NULL AND h.status = 'left'))) THEN 'left' END)";

/// How many assignments leavers hold on a day.
pub fn held_by_leavers(conn: &Connection, day: NaiveDate) -> Result<i64> {
    let sql = format!("SELECT COUNT(*) FROM assignment WHERE {LEAVER} = 'left'");
    let count = conn.query_row(&sql, named_params! { ":today": day.to_string() }, |row| {
        row.get(0)
    })?;
    Ok(count)
}
