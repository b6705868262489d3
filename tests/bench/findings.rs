//! Every finding of a large company, beside the same questions in SQL by hand over a plain SQLCipher connection.

use std::hint::black_box;

use sealbook_core::rules::findings;

use crate::figure::{Figure, best};
use crate::{Scale, position, vaults};

const FINDINGS: f64 = 3.0;
/// Assignments, and installations, a license.
const USES: usize = 10;

pub fn figures(scale: Scale) -> Vec<Figure> {
    let (licenses, uses) = (scale.sheet, scale.sheet * USES);
    let (folder, key) = vaults::busy(licenses, uses);
    let raw = vaults::raw_key(&folder, key.trim());
    let vault = vaults::open(&folder, key.trim());
    // a connection of its own each time: what one has worked out before, it keeps
    let ours = best(|| {
        let reader = vault.reader().unwrap();
        let read = findings::read(reader.connection(), vaults::today(), &mut |_, _| true);
        black_box(read.unwrap().len())
    });
    let bare = vaults::plain(&folder, &raw);
    let plain =
        best(|| vaults::answered(&bare, &position::BY_HAND) + vaults::answered(&bare, &BY_HAND));
    vec![Figure::time(
        format!("findings of {licenses} licenses, {uses} assignments and as many installations"),
        ours,
        plain,
        Some(FINDINGS),
    )]
}

/// Last uses by person and product as far as they are reported, then the kinds of findings beyond the position itself: held by
/// leavers, held twice or beside a suite, let lie, little used, ended but in use, installed without a license, not known.
const BY_HAND: [&str; 7] = [
    "SELECT a.id, a.license_id, l.product_id FROM assignment a JOIN person p ON p.id = a.person_id JOIN license l ON l.id = a.license_id \
     WHERE a.archived_at IS NULL AND a.starts <= :today AND (a.ends IS NULL OR a.ends >= :today) \
       AND (p.left_on <= :today OR (p.left_on IS NULL AND p.status = 'left'))",
    "WITH held AS (SELECT a.id, a.person_id, l.product_id, a.starts FROM assignment a JOIN license l ON l.id = a.license_id \
       WHERE a.person_id IS NOT NULL AND a.archived_at IS NULL AND a.starts <= :today AND (a.ends IS NULL OR a.ends >= :today) \
         AND l.archived_at IS NULL AND (l.ends IS NULL OR l.ends >= :today) AND COALESCE(l.status, '') NOT IN ('expired', 'retired')) \
     SELECT id, person_id, product_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY person_id, product_id ORDER BY starts, id) AS place \
       FROM held) WHERE place > 1 OR (person_id, product_id) IN (SELECT h.person_id, k.target FROM held h JOIN link k \
         ON k.register = 'product' AND k.record = h.product_id AND k.field = 'includes')",
    "WITH seen AS (SELECT COALESCE(u.person_id, -u.device_id) AS who, COALESCE(u.product_id, l.product_id) AS product, \
         MAX(COALESCE(u.last_used, CASE WHEN u.amount > 0 THEN u.ends END)) AS last FROM usage u LEFT JOIN license l ON l.id = u.license_id \
       WHERE u.archived_at IS NULL GROUP BY 1, 2) \
     SELECT a.id, a.license_id, l.product_id FROM assignment a JOIN license l ON l.id = a.license_id JOIN product p ON p.id = l.product_id \
       LEFT JOIN seen s ON s.who = COALESCE(a.person_id, -a.device_id) AND s.product = l.product_id \
     WHERE a.archived_at IS NULL AND a.starts <= :today AND (a.ends IS NULL OR a.ends >= :today) AND l.archived_at IS NULL \
       AND COALESCE(p.type, 'commercial') = 'commercial' AND MAX(COALESCE(a.last_used, ''), COALESCE(s.last, '')) \
         BETWEEN '0' AND date(:today, '-91 days')",
    "WITH owned AS (SELECT license_id, SUM(quantity) AS rights FROM purchase WHERE archived_at IS NULL AND effect NOT IN ('return', 'maintenance') \
         AND (starts IS NULL OR starts <= :today) AND (ends IS NULL OR ends >= :today) GROUP BY 1), \
       used AS (SELECT license_id, COUNT(*) AS holders FROM assignment WHERE archived_at IS NULL AND starts <= :today \
         AND (ends IS NULL OR ends >= :today) AND COALESCE(last_used, :today) >= date(:today, '-90 days') GROUP BY 1) \
     SELECT l.id, owned.rights, used.holders FROM license l JOIN owned ON owned.license_id = l.id JOIN used ON used.license_id = l.id \
     WHERE l.archived_at IS NULL AND used.holders * 100 < 50 * owned.rights",
    "SELECT l.id, l.product_id, l.id FROM license l WHERE l.archived_at IS NULL AND l.ends < :today AND EXISTS (SELECT 1 FROM assignment a \
       WHERE a.license_id = l.id AND a.archived_at IS NULL AND a.starts <= :today AND (a.ends IS NULL OR a.ends >= :today))",
    "SELECT x.product_id, COUNT(DISTINCT x.device_id), 0 FROM deployment x WHERE x.archived_at IS NULL AND x.product_id NOT IN \
       (SELECT product_id FROM license WHERE archived_at IS NULL AND product_id IS NOT NULL) \
       AND (x.installed IS NULL OR x.installed <= :today) AND (x.removed IS NULL OR x.removed > :today) GROUP BY 1",
    "SELECT x.id, x.device_id, 0 FROM deployment x LEFT JOIN product p ON p.id = x.product_id WHERE x.archived_at IS NULL \
       AND (x.installed IS NULL OR x.installed <= :today) AND (x.removed IS NULL OR x.removed > :today) AND p.id IS NULL",
];
