//! Who holds rights that should not. Each condition is over the row of `assignment`.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use crate::Result;

/// Condition: in force on `:today`, and its person has left by then.
macro_rules! leaver {
    () => {
        concat!(
            held!("assignment"),
            " AND EXISTS (SELECT 1 FROM person h WHERE h.id = assignment.person_id \
             AND (h.left_on <= :today OR (h.left_on IS NULL AND h.status = 'left')))"
        )
    };
}

/// Expression: the latest use reported for the holder under this column.
macro_rules! reported_for {
    ($holder:literal) => {
        concat!(
            "COALESCE((SELECT MAX(",
            reported!("u"),
            ") FROM usage u WHERE u.",
            $holder,
            " = assignment.",
            $holder,
            " AND u.archived_at IS NULL AND (u.license_id = assignment.license_id OR u.product_id = \
             (SELECT l.product_id FROM license l WHERE l.id = assignment.license_id))), '')"
        )
    };
}

/// Expression: the last use known of; nothing where none is known.
macro_rules! last_use {
    () => {
        concat!(
            "NULLIF(MAX(COALESCE(assignment.last_used, ''), ",
            reported_for!("person_id"),
            ", ",
            reported_for!("device_id"),
            "), '')"
        )
    };
}

/// Condition: its holder has not used it since the days of the settings began. Of whom no use is known at all nothing is said,
/// nor of what costs nothing, nor of who answered within those days that it is still needed.
macro_rules! dormant {
    () => {
        concat!(
            held!("assignment"),
            " AND COALESCE(assignment.last_used, '') < ",
            since!(),
            " AND NOT EXISTS (SELECT 1 FROM link k JOIN task t ON t.id = k.record WHERE k.target_register = 'assignment' \
             AND k.target = assignment.id AND k.register = 'task' AND k.field = 'about' AND t.archived_at IS NULL \
             AND t.answer = 'keep' AND t.answered >= ",
            since!(),
            ") AND COALESCE(",
            last_use!(),
            " < ",
            since!(),
            ", 0) AND EXISTS (SELECT 1 FROM license l JOIN product p ON p.id = l.product_id \
             WHERE l.id = assignment.license_id AND l.archived_at IS NULL AND COALESCE(p.type, 'commercial') = 'commercial') \
             AND NOT (",
            leaver!(),
            ")"
        )
    };
}

/// `left` when it is in force on `:today` and its person has left by then; nothing otherwise.
pub const LEAVER: &str = concat!("(CASE WHEN ", leaver!(), " THEN 'left' END)");

/// The last use known of, by the assignment itself or by reports of use.
pub const USED: &str = last_use!();

/// How much of it was reported within the days of the settings; nothing where nothing was.
pub const USES: &str = concat!(
    "(SELECT SUM(u.amount) FROM usage u WHERE u.archived_at IS NULL AND u.ends >= ",
    since!(),
    " AND u.starts <= :today AND (u.person_id = assignment.person_id OR u.device_id = assignment.device_id) \
     AND (u.license_id = assignment.license_id OR u.product_id = \
       (SELECT l.product_id FROM license l WHERE l.id = assignment.license_id)))"
);

/// Whether its holder has not used it for the days of the settings.
pub const DORMANT: &str = concat!("(", dormant!(), ")");

/// Condition: the assignment `$a` of license `$l` gives a person a right to use it on `:today`.
macro_rules! gives {
    ($a:literal, $l:literal) => {
        concat!(
            $a,
            ".person_id IS NOT NULL AND ",
            held!($a),
            " AND ",
            $l,
            ".archived_at IS NULL AND NOT ",
            ended!($l)
        )
    };
}

/// Whether its person holds the same product by an earlier assignment, or a suite that includes it. Licenses that have ended
/// give nobody two. Those that do are found all at once: asked of one assignment after another, everything a person holds would
/// be gone through for each.
pub const TWICE: &str = concat!(
    "(assignment.id IN (SELECT g.id FROM (SELECT a.id, a.person_id, l.product_id, \
       ROW_NUMBER() OVER (PARTITION BY a.person_id, l.product_id ORDER BY a.starts, a.id) AS place \
       FROM assignment a JOIN license l ON l.id = a.license_id WHERE ",
    gives!("a", "l"),
    ") g WHERE g.place > 1 OR (g.person_id, g.product_id) IN (SELECT o.person_id, k.target FROM link k \
       JOIN license ol ON ol.product_id = k.record JOIN assignment o ON o.license_id = ol.id \
       WHERE k.register = 'product' AND k.field = 'includes' AND k.target_register = 'product' AND ",
    gives!("o", "ol"),
    ")) AND NOT (",
    leaver!(),
    "))"
);

/// How many assignments leavers hold on a day.
pub fn held_by_leavers(conn: &Connection, day: NaiveDate) -> Result<i64> {
    let sql = format!("SELECT COUNT(*) FROM assignment WHERE {LEAVER} = 'left'");
    let count = conn.query_row(&sql, named_params! { ":today": day.to_string() }, |row| {
        row.get(0)
    })?;
    Ok(count)
}

pub(super) use {dormant, last_use, leaver, reported_for};
