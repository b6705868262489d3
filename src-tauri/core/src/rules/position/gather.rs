//! The facts of a day, read from the record: each table once, row after row; what belongs together is joined in memory.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, ToSql};

use super::facts::{
    AdjustmentFacts, AssignmentFacts, DeploymentFacts, DeviceFacts, Effect, Facts, LicenseFacts,
    LineFacts, PeakFacts, ProductFacts, ProductKind, UseFacts,
};
use super::{Metric, Place, Progress, USED_WITHIN_DAYS};
use crate::rules::proof::lacks_of;
use crate::{Error, Result};

/// Rows between two questions whether to go on.
const ASK_EVERY: usize = 4_096;

/// Reads everything the position of a day follows from.
pub fn gather(conn: &Connection, day: NaiveDate, progress: Progress<'_>) -> Result<Facts> {
    let company = company(conn)?;
    of_products(conn, day, &company, None, progress)
}

/// What is the same on every day: sites, people, devices.
pub fn company(conn: &Connection) -> Result<Facts> {
    let mut company = Facts::default();
    Reading::begin(conn, NaiveDate::default(), None, &mut |_, _| true).company(&mut company)?;
    Ok(company)
}

/// Reads what the position of some products follows from, or of all; of a family, so that none is missing that serves another.
pub fn of_products(
    conn: &Connection,
    day: NaiveDate,
    company: &Facts,
    only: Option<&[i64]>,
    progress: Progress<'_>,
) -> Result<Facts> {
    let mut reading = Reading::begin(conn, day, only, progress);
    let mut facts = Facts {
        day,
        ..company.clone()
    };
    reading.stage()?;
    reading.products(&mut facts)?;
    let (licenses, lines) = (reading.only("l.product_id"), reading.only_licenses("p"));
    reading.licenses(&mut facts, &licenses)?;
    reading.lines(&mut facts, &lines)?;
    reading.adjustments(&mut facts)?;
    reading.assignments(&mut facts)?;
    reading.deployments(&mut facts)?;
    reading.uses(&mut facts)?;
    Ok(facts)
}

/// Licenses that a step-up raises or takes from.
const STEPPED: &str = " IN (SELECT license_id FROM purchase WHERE base_id IS NOT NULL \
    UNION SELECT base_id FROM purchase WHERE base_id IS NOT NULL)";

/// Only the licenses that step-ups concern, with their lines.
pub fn stepped(conn: &Connection, day: NaiveDate) -> Result<Facts> {
    let mut go_on = |_, _| true;
    let mut reading = Reading::begin(conn, day, None, &mut go_on);
    let mut facts = Facts {
        day,
        ..Facts::default()
    };
    reading.licenses(&mut facts, &format!(" AND l.id{STEPPED}"))?;
    reading.lines(&mut facts, &format!(" AND p.license_id{STEPPED}"))?;
    Ok(facts)
}

struct Reading<'a, 'p> {
    conn: &'a Connection,
    day: String,
    since: String,
    /// Rows of the products read, as SQL lists them; all without one.
    products: Option<String>,
    done: u64,
    progress: Progress<'p>,
}

impl<'a, 'p> Reading<'a, 'p> {
    fn begin(
        conn: &'a Connection,
        day: NaiveDate,
        only: Option<&[i64]>,
        progress: Progress<'p>,
    ) -> Self {
        let since = day
            .checked_sub_days(Days::new(USED_WITHIN_DAYS))
            .unwrap_or(day);
        let listed = |ids: &[i64]| {
            let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
            format!("({})", ids.join(", "))
        };
        Self {
            conn,
            day: day.to_string(),
            since: since.to_string(),
            products: only.map(listed),
            done: 0,
            progress,
        }
    }

    /// Condition: an expression names one of the products read.
    fn only(&self, product: &str) -> String {
        let listed = self.products.as_ref();
        listed.map_or_else(String::new, |ids| format!(" AND {product} IN {ids}"))
    }

    /// Condition: the row of a table belongs to a license of one of them.
    fn only_licenses(&self, table: &str) -> String {
        let listed = self.products.as_ref();
        listed.map_or_else(String::new, |ids| {
            format!(" AND {table}.license_id IN (SELECT id FROM license WHERE product_id IN {ids})")
        })
    }

    /// Every row of a statement; `:today` and `:since` are bound where it speaks of them.
    fn each(&mut self, sql: &str, mut take: impl FnMut(&Row<'_>) -> Result<()>) -> Result<()> {
        let mut named: Vec<(&str, &dyn ToSql)> = Vec::new();
        for (name, value) in [(":today", &self.day), (":since", &self.since)] {
            if sql.contains(name) {
                named.push((name, value));
            }
        }
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(named.as_slice())?;
        let mut read = 0;
        while let Some(row) = rows.next()? {
            take(row)?;
            read += 1;
            if read % ASK_EVERY == 0 && !(self.progress)(self.done, super::STAGES) {
                return Err(Error::new("cancelled"));
            }
        }
        Ok(())
    }

    /// One stage more is read.
    fn stage(&mut self) -> Result<()> {
        self.done += 1;
        if (self.progress)(self.done, super::STAGES) {
            Ok(())
        } else {
            Err(Error::new("cancelled"))
        }
    }

    fn company(&mut self, facts: &mut Facts) -> Result<()> {
        self.each("SELECT id, entity_id FROM site", |row| {
            facts.sites.insert(row.get(0)?, row.get(1)?);
            Ok(())
        })?;
        self.each("SELECT id, site_id FROM person", |row| {
            facts.people.insert(row.get(0)?, row.get(1)?);
            Ok(())
        })?;
        self.each(
            "SELECT id, site_id, host_id, user_id, cores FROM device",
            |row| {
                let device = DeviceFacts {
                    site: row.get(1)?,
                    host: row.get(2)?,
                    user: row.get(3)?,
                    cores: row.get(4)?,
                };
                facts.devices.insert(row.get(0)?, device);
                Ok(())
            },
        )
    }

    fn products(&mut self, facts: &mut Facts) -> Result<()> {
        let mut index: HashMap<i64, usize> = HashMap::new();
        let only = self.only("id");
        self.each(
            &format!("SELECT id, type, metric, version, core_minimum, downgrade_id FROM product WHERE archived_at IS NULL{only}"),
            |row| {
                let kind = match text(row, 1)? {
                    Some("free" | "open_source") => ProductKind::Free,
                    Some("oem") => ProductKind::Oem,
                    _ => ProductKind::Commercial,
                };
                index.insert(row.get(0)?, facts.products.len());
                facts.products.push(ProductFacts {
                    id: row.get(0)?,
                    kind,
                    metric: text(row, 2)?.and_then(Metric::of),
                    version: row.get(3)?,
                    core_minimum: row.get::<_, Option<i64>>(4)?.unwrap_or(0),
                    downgrade: row.get(5)?,
                    ..ProductFacts::default()
                });
                Ok(())
            },
        )?;
        self.each(
            "SELECT record, field, target FROM link WHERE register = 'product' AND field IN ('includes', 'covers') ORDER BY 1, 2, 3",
            |row| {
                let at = index.get(&row.get::<_, i64>(0)?).copied();
                if let Some(product) = at.and_then(|at| facts.products.get_mut(at)) {
                    let target = row.get(2)?;
                    match text(row, 1)? {
                        Some("includes") => product.includes.push(target),
                        _ => product.covers.push(target),
                    }
                }
                Ok(())
            },
        )
    }

    fn licenses(&mut self, facts: &mut Facts, only: &str) -> Result<()> {
        self.each(
            &format!("SELECT l.id, l.product_id, l.metric, l.model, COALESCE(l.unlimited, 0), l.status, \
               COALESCE(l.entity_id, s.entity_id), l.site_id, l.starts, l.ends, l.usable_versions, l.maintenance_until \
             FROM license l LEFT JOIN site s ON s.id = l.site_id WHERE l.archived_at IS NULL AND l.product_id IS NOT NULL{only}"),
            |row| {
                let (model, status) = (text(row, 3)?, text(row, 5)?);
                facts.licenses.push(LicenseFacts {
                    id: row.get(0)?,
                    product: row.get(1)?,
                    metric: text(row, 2)?.and_then(Metric::of),
                    oem: model == Some("oem"),
                    subscription: matches!(model, Some("saas" | "subscription")),
                    unlimited: row.get(4)?,
                    retired: status == Some("retired"),
                    expired: status == Some("expired"),
                    place: Place {
                        entity: row.get(6)?,
                        site: row.get(7)?,
                    },
                    starts: date(row, 8)?,
                    ends: date(row, 9)?,
                    usable_versions: row.get(10)?,
                    maintenance_until: date(row, 11)?,
                });
                Ok(())
            },
        )?;
        self.stage()
    }

    fn lines(&mut self, facts: &mut Facts, only: &str) -> Result<()> {
        let lacks = lacks_of!("p");
        let sql = format!(
            "SELECT p.id, p.license_id, p.effect, COALESCE(p.quantity, 0), p.starts, p.ends, p.base_id, \
               CASE WHEN p.effect IN ('maintenance', 'return') THEN 0 ELSE {lacks} END \
             FROM purchase p WHERE p.archived_at IS NULL AND p.license_id IS NOT NULL{only}"
        );
        self.each(&sql, |row| {
            facts.lines.push(LineFacts {
                id: row.get(0)?,
                license: row.get(1)?,
                effect: Effect::of(text(row, 2)?.unwrap_or_default()),
                quantity: row.get(3)?,
                starts: date(row, 4)?,
                ends: date(row, 5)?,
                base: row.get(6)?,
                lacks: row.get(7)?,
            });
            Ok(())
        })?;
        self.stage()
    }

    fn adjustments(&mut self, facts: &mut Facts) -> Result<()> {
        let only = self.only("a.product_id");
        self.each(
            &format!("SELECT a.id, a.product_id, COALESCE(a.entity_id, s.entity_id), a.site_id, COALESCE(a.quantity, 0) \
             FROM adjustment a LEFT JOIN site s ON s.id = a.site_id WHERE a.archived_at IS NULL AND a.product_id IS NOT NULL \
             AND (a.starts IS NULL OR a.starts <= :today) AND (a.ends IS NULL OR a.ends >= :today){only}"),
            |row| {
                facts.adjustments.push(AdjustmentFacts {
                    id: row.get(0)?,
                    product: row.get(1)?,
                    place: Place {
                        entity: row.get(2)?,
                        site: row.get(3)?,
                    },
                    quantity: row.get(4)?,
                });
                Ok(())
            },
        )
    }

    fn assignments(&mut self, facts: &mut Facts) -> Result<()> {
        let only = self.only_licenses("assignment");
        self.each(
            &format!("SELECT license_id, person_id, device_id, COALESCE(last_used BETWEEN :since AND :today, 0) FROM assignment \
             WHERE archived_at IS NULL AND license_id IS NOT NULL AND starts <= :today AND (ends IS NULL OR ends >= :today){only}"),
            |row| {
                facts.assignments.push(AssignmentFacts {
                    license: row.get(0)?,
                    person: row.get(1)?,
                    device: row.get(2)?,
                    used: row.get(3)?,
                });
                Ok(())
            },
        )?;
        self.stage()
    }

    fn deployments(&mut self, facts: &mut Facts) -> Result<()> {
        let mut known: HashMap<String, u32> = HashMap::new();
        let only = self.only("product_id");
        self.each(
            &format!("SELECT product_id, device_id, version, installed FROM deployment WHERE archived_at IS NULL AND product_id IS NOT NULL \
             AND device_id IS NOT NULL AND (licensable IS NULL OR licensable = 1) AND (installed IS NULL OR installed <= :today) \
             AND (removed IS NULL OR removed > :today){only}"),
            |row| {
                let version = text(row, 2)?.map(|version| {
                    known.get(version).copied().unwrap_or_else(|| {
                        let number = u32::try_from(known.len()).unwrap_or(u32::MAX);
                        known.insert(version.to_owned(), number);
                        number
                    })
                });
                facts.deployments.push(DeploymentFacts {
                    product: row.get(0)?,
                    device: row.get(1)?,
                    version,
                    installed: date(row, 3)?,
                });
                Ok(())
            },
        )?;
        // in the order of their texts, so that no figure follows the order of rows
        let mut sorted: Vec<(String, u32)> = known.into_iter().collect();
        sorted.sort_unstable();
        let places: HashMap<u32, u32> = (sorted.iter().zip(0..))
            .map(|((_, number), place)| (*number, place))
            .collect();
        for found in &mut facts.deployments {
            found.version = found
                .version
                .and_then(|number| places.get(&number).copied());
        }
        facts.versions = sorted.into_iter().map(|(version, _)| version).collect();
        self.stage()
    }

    fn uses(&mut self, facts: &mut Facts) -> Result<()> {
        let only = self.only("COALESCE(u.product_id, l.product_id)");
        self.each(
            &format!("SELECT COALESCE(u.product_id, l.product_id), u.license_id, u.person_id, u.device_id \
             FROM usage u LEFT JOIN license l ON l.id = u.license_id WHERE u.archived_at IS NULL \
             AND (u.person_id IS NOT NULL OR u.device_id IS NOT NULL) AND COALESCE(u.product_id, l.product_id) IS NOT NULL \
             AND COALESCE(u.last_used, CASE WHEN u.amount > 0 THEN u.ends END) BETWEEN :since AND :today{only}"),
            |row| {
                facts.uses.push(UseFacts {
                    product: row.get(0)?,
                    license: row.get(1)?,
                    person: row.get(2)?,
                    device: row.get(3)?,
                });
                Ok(())
            },
        )?;
        self.each(
            &format!("SELECT COALESCE(u.product_id, l.product_id), u.license_id, MAX(u.peak) FROM usage u \
             LEFT JOIN license l ON l.id = u.license_id WHERE u.archived_at IS NULL AND u.peak IS NOT NULL \
             AND u.starts <= :today AND u.ends >= :since AND COALESCE(u.product_id, l.product_id) IS NOT NULL{only} GROUP BY 1, 2"),
            |row| {
                facts.peaks.push(PeakFacts {
                    product: row.get(0)?,
                    license: row.get(1)?,
                    peak: row.get(2)?,
                });
                Ok(())
            },
        )?;
        self.stage()
    }
}

/// A text where it lies.
fn text<'r>(row: &'r Row<'_>, at: usize) -> Result<Option<&'r str>> {
    Ok(match row.get_ref(at)? {
        ValueRef::Text(bytes) => std::str::from_utf8(bytes).ok(),
        _ => None,
    })
}

fn date(row: &Row<'_>, at: usize) -> Result<Option<NaiveDate>> {
    Ok(text(row, at)?.and_then(|text| text.parse().ok()))
}
