//! The full license position of a large company, beside the same counts in SQL by hand over a plain SQLCipher connection.

use std::hint::black_box;

use sealbook_core::rules::position::{self, Scope};

use crate::figure::{Figure, best};
use crate::{Scale, vaults};

const POSITION: f64 = 3.0;
/// Assignments, and installations, a license.
const USES: usize = 10;

pub fn figures(scale: Scale) -> Vec<Figure> {
    let (licenses, uses) = (scale.sheet, scale.sheet * USES);
    let (folder, key) = vaults::busy(licenses, uses);
    let raw = vaults::raw_key(&folder, key.trim());
    let vault = vaults::open(&folder, key.trim());
    let reader = vault.reader().unwrap();
    let ours = best(|| {
        let conn = reader.connection();
        let read = position::read(conn, vaults::today(), &Scope::default(), &mut |_, _| true);
        black_box(read.unwrap().len())
    });
    let bare = vaults::plain(&folder, &raw);
    let plain = best(|| vaults::answered(&bare, &BY_HAND));
    vec![Figure::time(
        format!("position of {licenses} licenses, {uses} assignments and as many installations"),
        ours,
        plain,
        Some(POSITION),
    )]
}

/// Rights, claimed and proven, by product and place; holders, machines, hosts' cores, recent use and peaks likewise.
pub const BY_HAND: [&str; 6] = [
    "SELECT l.product_id, COALESCE(l.entity_id, s.entity_id), s.id, SUM(q), SUM(CASE WHEN proven THEN q ELSE 0 END) FROM ( \
       SELECT p.license_id, CASE p.effect WHEN 'return' THEN -p.quantity WHEN 'maintenance' THEN 0 WHEN 'step_up' THEN 0 ELSE p.quantity END AS q, \
         p.effect = 'return' OR ((p.contract_id IS NOT NULL OR EXISTS (SELECT 1 FROM link k JOIN evidence e ON e.id = k.target \
           WHERE k.register = 'purchase' AND k.record = p.id AND k.field = 'documents')) \
         AND EXISTS (SELECT 1 FROM invoice i WHERE i.id = p.invoice_id AND (i.booked <= :today OR i.verified <= :today OR i.paid <= :today) \
           AND NOT EXISTS (SELECT 1 FROM invoice r WHERE r.red_letter_of_id = i.id)) \
         AND EXISTS (SELECT 1 FROM vendor v WHERE v.id = p.vendor_id)) AS proven \
       FROM purchase p LEFT JOIN (SELECT license_id, MAX(starts) AS starts FROM purchase WHERE effect = 'renew' AND starts <= :today \
         AND (ends IS NULL OR ends >= :today) GROUP BY 1) renewed ON renewed.license_id = p.license_id \
       WHERE p.archived_at IS NULL AND (p.starts IS NULL OR p.starts <= :today) AND (p.ends IS NULL OR p.ends >= :today) \
         AND (renewed.starts IS NULL OR renewed.starts <= p.starts)) line \
     JOIN license l ON l.id = line.license_id LEFT JOIN site s ON s.id = l.site_id WHERE l.archived_at IS NULL GROUP BY 1, 2, 3",
    "SELECT l.product_id, COALESCE(s.entity_id, l.entity_id), s.id, COUNT(*), COUNT(DISTINCT COALESCE(a.person_id, -a.device_id)) \
     FROM assignment a JOIN license l ON l.id = a.license_id LEFT JOIN person p ON p.id = a.person_id \
     LEFT JOIN device d ON d.id = a.device_id LEFT JOIN site s ON s.id = COALESCE(p.site_id, d.site_id, l.site_id) \
     WHERE a.archived_at IS NULL AND l.archived_at IS NULL AND a.starts <= :today AND (a.ends IS NULL OR a.ends >= :today) GROUP BY 1, 2, 3",
    "SELECT x.product_id, s.entity_id, s.id, COUNT(*), COUNT(DISTINCT x.device_id) \
     FROM deployment x JOIN device d ON d.id = x.device_id LEFT JOIN site s ON s.id = d.site_id WHERE x.product_id IS NOT NULL \
       AND x.archived_at IS NULL AND (x.licensable IS NULL OR x.licensable = 1) AND (x.installed IS NULL OR x.installed <= :today) \
       AND (x.removed IS NULL OR x.removed > :today) GROUP BY 1, 2, 3",
    "SELECT product, s.entity_id, s.id, SUM(COALESCE(d.cores, 1)), COUNT(*) FROM ( \
       SELECT DISTINCT x.product_id AS product, COALESCE(v.host_id, v.id) AS host FROM deployment x JOIN product p ON p.id = x.product_id \
         JOIN device v ON v.id = x.device_id WHERE p.metric = 'core' AND x.archived_at IS NULL AND (x.licensable IS NULL OR x.licensable = 1) \
         AND (x.installed IS NULL OR x.installed <= :today) AND (x.removed IS NULL OR x.removed > :today)) \
     JOIN device d ON d.id = host LEFT JOIN site s ON s.id = d.site_id GROUP BY 1, 2, 3",
    "SELECT product, entity, site, COUNT(*), 0 FROM ( \
       SELECT DISTINCT COALESCE(u.product_id, l.product_id) AS product, COALESCE(s.entity_id, l.entity_id) AS entity, s.id AS site, \
         u.person_id, u.device_id FROM usage u LEFT JOIN license l ON l.id = u.license_id LEFT JOIN person p ON p.id = u.person_id \
         LEFT JOIN device d ON d.id = u.device_id LEFT JOIN site s ON s.id = COALESCE(p.site_id, d.site_id, l.site_id) \
       WHERE u.archived_at IS NULL AND (u.person_id IS NOT NULL OR u.device_id IS NOT NULL) \
         AND COALESCE(u.last_used, CASE WHEN u.amount > 0 THEN u.ends END) BETWEEN date(:today, '-90 days') AND :today) GROUP BY 1, 2, 3",
    "SELECT product, entity, site, SUM(peak), 0 FROM ( \
       SELECT COALESCE(u.product_id, l.product_id) AS product, l.entity_id AS entity, l.site_id AS site, u.license_id, MAX(u.peak) AS peak \
       FROM usage u LEFT JOIN license l ON l.id = u.license_id WHERE u.archived_at IS NULL AND u.peak IS NOT NULL \
         AND u.starts <= :today AND u.ends >= date(:today, '-90 days') GROUP BY 1, 2, 3, 4) GROUP BY 1, 2, 3",
];
