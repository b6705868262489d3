//! Counting rights and use by product and place, a statement for each count.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, ToSql, named_params};

use super::{Basis, Place, Product, USED_WITHIN_DAYS};
use crate::Result;
use crate::register::Pair;
use crate::rules::rights;

type Lines = BTreeMap<(i64, Place), Counts>;

/// Counts as read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub owned: i64,
    pub provable: i64,
    pub assigned: i64,
    pub deployed: i64,
    pub cores: i64,
    pub peak: i64,
    pub used: i64,
    pub unlimited: i64,
}

impl Counts {
    pub fn needed(&self, basis: Basis) -> i64 {
        match basis {
            Basis::Assigned => self.assigned,
            Basis::Deployed => self.deployed,
            Basis::Cores => self.cores,
            Basis::Peak => self.peak,
            Basis::Sites | Basis::Nothing => 0,
        }
    }

    pub fn basis(lines: &[(Place, Self)], product: &Product) -> Basis {
        let sum = |of: fn(&Self) -> i64| lines.iter().map(|(_, counts)| of(counts)).sum::<i64>();
        let larger = if sum(|c| c.deployed) > sum(|c| c.assigned) {
            Basis::Deployed
        } else {
            Basis::Assigned
        };
        match (product.kind.as_deref(), product.metric.as_deref()) {
            (Some("free" | "open_source"), _) => Basis::Nothing,
            (_, Some("named_user")) if sum(|c| c.assigned) > 0 => Basis::Assigned,
            (_, Some("core")) if sum(|c| c.cores) > 0 => Basis::Cores,
            (_, Some("concurrent")) if sum(|c| c.peak) > 0 => Basis::Peak,
            _ => larger,
        }
    }
}

/// Every count of every product at every place.
pub(super) fn lines(conn: &Connection, day: NaiveDate) -> Result<Lines> {
    let mut lines = Lines::new();
    count_rights(conn, day, &mut lines)?;
    for (sql, put) in COUNTS {
        count(conn, sql, day, *put, &mut lines)?;
    }
    Ok(lines)
}

/// The entity a license stands at: its own, or that of its site.
const LICENSE_PLACE: &str =
    "COALESCE(license.entity_id, (SELECT s.entity_id FROM site s WHERE s.id = license.site_id))";

fn count_rights(conn: &Connection, day: NaiveDate, lines: &mut Lines) -> Result<()> {
    let sql = format!(
        "SELECT license.product_id, {LICENSE_PLACE}, license.site_id, COALESCE(r.rights, 0), COALESCE(r.provable, 0), \
         COALESCE(license.unlimited, 0) AND (license.starts IS NULL OR license.starts <= :today) \
         AND (license.ends IS NULL OR license.ends >= :today) \
         FROM license LEFT JOIN {} r ON r.license = license.id \
         WHERE license.archived_at IS NULL AND license.product_id IS NOT NULL",
        rights::RIGHTS_BY_LICENSE,
    );
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query(named_params! { ":today": day.to_string() })?;
    while let Some(row) = rows.next()? {
        let place = Place {
            entity: row.get(1)?,
            site: row.get(2)?,
        };
        let line = lines.entry((row.get(0)?, place)).or_default();
        line.owned += row.get::<_, i64>(3)?;
        line.provable += row.get::<_, i64>(4)?.max(0);
        line.unlimited += row.get::<_, i64>(5)?;
    }
    Ok(())
}

/// Puts a statement's count (and its second figure) where it belongs.
type Put = fn(&mut Counts, i64, i64);

/// Statements that answer product, entity, site and a count or two, and where these are put.
const COUNTS: &[(&str, Put)] = &[
    (
        "SELECT l.product_id, COALESCE(s.entity_id, l.entity_id), s.id, COUNT(*), 0 \
         FROM assignment a JOIN license l ON l.id = a.license_id \
         LEFT JOIN person p ON p.id = a.person_id LEFT JOIN device d ON d.id = a.device_id \
         LEFT JOIN site s ON s.id = COALESCE(p.site_id, d.site_id, l.site_id) \
         WHERE a.archived_at IS NULL AND l.archived_at IS NULL AND a.starts <= :today \
         AND (a.ends IS NULL OR a.ends >= :today) GROUP BY 1, 2, 3",
        |counts, assigned, _| counts.assigned = assigned,
    ),
    (
        "SELECT x.product_id, s.entity_id, s.id, COUNT(*), 0 \
         FROM deployment x JOIN device d ON d.id = x.device_id LEFT JOIN site s ON s.id = d.site_id \
         WHERE x.product_id IS NOT NULL AND x.archived_at IS NULL AND (x.licensable IS NULL OR x.licensable = 1) \
         AND (x.installed IS NULL OR x.installed <= :today) AND (x.removed IS NULL OR x.removed > :today) \
         GROUP BY 1, 2, 3",
        |counts, deployed, _| counts.deployed = deployed,
    ),
    // a virtual machine counts as its host, and a host once
    (
        "SELECT product, s.entity_id, s.id, SUM(COALESCE(d.cores, 1)), 0 FROM ( \
           SELECT DISTINCT x.product_id AS product, COALESCE(v.host_id, v.id) AS host \
           FROM deployment x JOIN device v ON v.id = x.device_id \
           WHERE x.product_id IS NOT NULL AND x.archived_at IS NULL AND (x.licensable IS NULL OR x.licensable = 1) \
             AND (x.installed IS NULL OR x.installed <= :today) AND (x.removed IS NULL OR x.removed > :today)) \
         JOIN device d ON d.id = host LEFT JOIN site s ON s.id = d.site_id GROUP BY 1, 2, 3",
        |counts, cores, _| counts.cores = cores,
    ),
    (
        "SELECT product, entity, site, COUNT(*), 0 FROM ( \
           SELECT DISTINCT COALESCE(u.product_id, l.product_id) AS product, \
             COALESCE(s.entity_id, l.entity_id) AS entity, s.id AS site, u.person_id, u.device_id \
           FROM usage u LEFT JOIN license l ON l.id = u.license_id \
           LEFT JOIN person p ON p.id = u.person_id LEFT JOIN device d ON d.id = u.device_id \
           LEFT JOIN site s ON s.id = COALESCE(p.site_id, d.site_id, l.site_id) \
           WHERE u.archived_at IS NULL AND (u.person_id IS NOT NULL OR u.device_id IS NOT NULL) \
             AND COALESCE(u.last_used, CASE WHEN u.amount > 0 THEN u.ends END) BETWEEN :since AND :today) \
         WHERE product IS NOT NULL GROUP BY 1, 2, 3",
        |counts, used, _| counts.used = used,
    ),
    (
        "SELECT product, entity, site, SUM(peak), 0 FROM ( \
           SELECT COALESCE(u.product_id, l.product_id) AS product, COALESCE(l.entity_id, s.entity_id) AS entity, \
             l.site_id AS site, u.license_id, MAX(u.peak) AS peak \
           FROM usage u LEFT JOIN license l ON l.id = u.license_id LEFT JOIN site s ON s.id = l.site_id \
           WHERE u.archived_at IS NULL AND u.peak IS NOT NULL \
             AND u.starts <= :today AND u.ends >= :since GROUP BY 1, 2, 3, 4) \
         WHERE product IS NOT NULL GROUP BY 1, 2, 3",
        |counts, peak, _| counts.peak = peak,
    ),
];

fn count(
    conn: &Connection,
    sql: &str,
    day: NaiveDate,
    put: fn(&mut Counts, i64, i64),
    lines: &mut Lines,
) -> Result<()> {
    let since = day
        .checked_sub_days(Days::new(USED_WITHIN_DAYS))
        .unwrap_or(day);
    let mut statement = conn.prepare(sql)?;
    let (day, since) = (day.to_string(), since.to_string());
    let mut named: Vec<(&str, &dyn ToSql)> = vec![(":today", &day)];
    if sql.contains(":since") {
        named.push((":since", &since));
    }
    let mut rows = statement.query(named.as_slice())?;
    while let Some(row) = rows.next()? {
        let place = Place {
            entity: row.get(1)?,
            site: row.get(2)?,
        };
        let line = lines.entry((row.get(0)?, place)).or_default();
        put(line, row.get(3)?, row.get(4)?);
    }
    Ok(())
}

/// Every product, by publisher and name.
pub(super) fn products(conn: &Connection) -> Result<Vec<Product>> {
    let mut statement = conn.prepare(
        "SELECT id, code, name_zh, name_en, edition, version, publisher, type, \
           COALESCE(metric, (SELECT MIN(l.metric) FROM license l WHERE l.product_id = product.id AND l.archived_at IS NULL)), \
           list_price, list_price_currency, uuid \
         FROM product WHERE archived_at IS NULL ORDER BY publisher COLLATE NOCASE, name_sort, id",
    )?;
    let rows = statement.query_map([], |row| {
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
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
