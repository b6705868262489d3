//! Conditions that several kinds of finding share, as pieces of SQL. `:today` is the day asked about.

/// Condition: the assignment under this name is in force.
macro_rules! held {
    ($a:literal) => {
        concat!(
            $a,
            ".archived_at IS NULL AND ",
            $a,
            ".starts <= :today AND (",
            $a,
            ".ends IS NULL OR ",
            $a,
            ".ends >= :today)"
        )
    };
}

/// Condition: the installation under this name stands.
macro_rules! installed {
    ($x:literal) => {
        concat!(
            $x,
            ".archived_at IS NULL AND (",
            $x,
            ".installed IS NULL OR ",
            $x,
            ".installed <= :today) AND (",
            $x,
            ".removed IS NULL OR ",
            $x,
            ".removed > :today)"
        )
    };
}

/// Condition: the license under this name has ended or was given up.
macro_rules! ended {
    ($l:literal) => {
        concat!(
            "(COALESCE(",
            $l,
            ".ends < :today, 0) OR COALESCE(",
            $l,
            ".status IN ('expired', 'retired'), 0))"
        )
    };
}

/// Expression: the first day that still counts as in use. A query of its own, so that it is worked out once, not row by row.
macro_rules! since {
    () => {
        "(SELECT date(:today, '-' || COALESCE((SELECT CAST(value AS INTEGER) FROM vault WHERE key = 'dormant_days'), 90) || ' days'))"
    };
}

/// Expression: the last use that the report of use under this name tells of.
macro_rules! reported {
    ($u:literal) => {
        concat!(
            "COALESCE(",
            $u,
            ".last_used, CASE WHEN ",
            $u,
            ".amount > 0 THEN ",
            $u,
            ".ends END)"
        )
    };
}
