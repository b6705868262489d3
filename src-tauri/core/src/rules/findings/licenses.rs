//! What is amiss with a license that is in use. Each condition is over the row of `license`.

use super::assignments::{dormant, last_use, leaver, reported_for};
use crate::rules::rights::{license_rights, raised, rights_of};

/// Condition: neither put aside nor ended.
macro_rules! running {
    () => {
        concat!("license.archived_at IS NULL AND NOT ", ended!("license"))
    };
}

/// Condition: its product is installed where it stands, or anywhere when it stands nowhere.
macro_rules! installed_here {
    () => {
        concat!(
            "EXISTS (SELECT 1 FROM deployment x LEFT JOIN device d ON d.id = x.device_id WHERE x.product_id = license.product_id \
             AND (x.licensable IS NULL OR x.licensable = 1) AND (license.site_id IS NULL OR d.site_id = license.site_id) AND ",
            installed!("x"),
            ")"
        )
    };
}

/// Condition: somebody holds it.
macro_rules! held_here {
    () => {
        concat!(
            "EXISTS (SELECT 1 FROM assignment a WHERE a.license_id = license.id AND ",
            held!("a"),
            ")"
        )
    };
}

/// Expression: how many hold it.
macro_rules! assigned {
    () => {
        concat!(
            "(SELECT COUNT(*) FROM assignment a WHERE a.license_id = license.id AND ",
            held!("a"),
            ")"
        )
    };
}

/// Expression: how many of its rights are used at most.
macro_rules! in_use {
    () => {
        concat!(
            "COALESCE((SELECT MAX(u.peak) FROM usage u WHERE u.license_id = license.id AND u.archived_at IS NULL \
             AND u.starts <= :today AND u.ends >= ",
            since!(),
            "), NULLIF(",
            assigned!(),
            ", 0) - (SELECT COUNT(*) FROM assignment WHERE assignment.license_id = license.id AND ",
            dormant!(),
            "))"
        )
    };
}

/// How many of its rights are used at most: the highest concurrent use reported, or those who hold it and are not known to let
/// it lie. Nothing where neither is recorded.
pub const IN_USE: &str = in_use!();

/// How many hold it.
pub const ASSIGNED: &str = assigned!();

/// How many of its rights nobody uses.
pub const IDLE: &str = concat!("(", license_rights!(), " - ", in_use!(), ")");

/// Whether its use stays below the share of its rights that the settings say.
pub const UNDERUSED: &str = concat!(
    "(",
    running!(),
    " AND COALESCE(license.unlimited, 0) = 0 AND COALESCE(",
    in_use!(),
    " * 100 < COALESCE((SELECT CAST(value AS INTEGER) FROM vault WHERE key = 'underuse_percent'), 50) * ",
    license_rights!(),
    ", 0))"
);

/// Whether it has ended and somebody still holds it, or its product is still installed there and no other license of it runs.
pub const EXPIRED: &str = concat!(
    "(license.archived_at IS NULL AND ",
    ended!("license"),
    " AND (",
    held_here!(),
    " OR (NOT EXISTS (SELECT 1 FROM license o WHERE o.product_id = license.product_id AND o.archived_at IS NULL AND NOT ",
    ended!("o"),
    ") AND ",
    installed_here!(),
    ")))"
);

/// How many the end of the row of `license` leaves without a right: those who hold it, or else the computers it is installed on.
pub const LEFT_WITHOUT: &str = concat!(
    "COALESCE(NULLIF(",
    assigned!(),
    ", 0), (SELECT COUNT(DISTINCT x.device_id) FROM deployment x LEFT JOIN device d ON d.id = x.device_id WHERE x.product_id = license.product_id \
     AND (x.licensable IS NULL OR x.licensable = 1) AND (license.site_id IS NULL OR d.site_id = license.site_id) AND ",
    installed!("x"),
    "))"
);

/// `maintenance` or `warranty` when that lapsed while the license is in use; nothing otherwise.
pub const LAPSED: &str = concat!(
    "(CASE WHEN ",
    running!(),
    " AND (license.maintenance_until < :today OR license.warranty_until < :today) AND (",
    held_here!(),
    " OR ",
    installed_here!(),
    ") THEN CASE WHEN license.maintenance_until < :today THEN 'maintenance' ELSE 'warranty' END END)"
);

/// `personal` or `important` when a service outside mainland China processes such data of people at work there; nothing otherwise.
/// Whether it may is for a person to judge.
pub const ABROAD: &str = concat!(
    "(CASE WHEN ",
    running!(),
    " AND COALESCE((SELECT s.mainland FROM site s WHERE s.id = license.site_id), \
       (SELECT e.country = 'CN' FROM entity e WHERE e.id = license.entity_id), 0) \
     AND (EXISTS (SELECT 1 FROM tenant t WHERE t.id = license.tenant_id AND t.kind IN ('m365_global', 'azure_global', 'other_saas')) \
       OR (license.tenant_id IS NULL AND license.model = 'saas' \
         AND NOT EXISTS (SELECT 1 FROM product p WHERE p.id = license.product_id AND p.china_edition = 1))) \
     THEN (SELECT CASE WHEN p.data IN ('important', 'core') THEN 'important' WHEN p.data IN ('personal', 'sensitive_personal') \
       THEN 'personal' END FROM product p WHERE p.id = license.product_id) END)"
);
