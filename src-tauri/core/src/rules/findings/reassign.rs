//! Rights that nobody uses go to those who lack one before any is bought: what is proposed, and what is left to pay. A right
//! changes hands only where fewer are needed once its holder gives it back.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{Action, Found, Group};
use crate::Result;
use crate::register::assignment;
use crate::rules::position::{Metric, standing};
use crate::rules::sums::share;

/// The kind that lacks rights.
pub(super) const LACKS: &str = "shortfall";
/// The kinds that free some: whoever left gives before whoever lets a right lie.
pub(super) const FREES: [&str; 2] = ["leaver", "dormant"];

/// Of the assignments `?2` those whose rights can change hands: how each is counted, whom it counts for, and how many rights of the
/// product that holder has. The same rules as `position/needs.rs`: what a peak, the cores of a machine or a machine it is installed
/// on need does not fall when a holder gives back; who has a suite needs no right to its parts; and a right that came with a device,
/// may not be passed on, or is of an archived license goes to nobody. `?1` is the day. What is asked of a product, a person or a
/// machine is read once, not once for each of their rights.
const SEATS: &str = concat!(
    "WITH RECURSIVE whole(part, suite) AS (SELECT target, record FROM link WHERE register = 'product' AND field = 'includes' \
       AND target_register = 'product' UNION SELECT w.part, k.record FROM whole w JOIN link k ON k.target_register = 'product' \
       AND k.target = w.suite AND k.register = 'product' AND k.field = 'includes'), \
     freed AS MATERIALIZED (SELECT a.id, l.product_id AS product, l.metric, a.person_id AS person, a.device_id AS device, \
       COALESCE(COALESCE(a.person_id, m.user_id) * 2, a.device_id * 2 + 1) AS who \
       FROM json_each(?2) j CROSS JOIN assignment a ON a.id = j.value CROSS JOIN license l ON l.id = a.license_id \
       LEFT JOIN device m ON m.id = a.device_id WHERE l.archived_at IS NULL AND COALESCE(l.reassignable, 1)), \
     kind AS MATERIALIZED (SELECT q.id AS product, COALESCE(q.metric, CASE MIN(CASE WHEN o.metric = 'named_user' THEN 1 \
         WHEN o.metric = 'device' THEN 2 WHEN o.metric IS NOT NULL THEN 3 END) WHEN 1 THEN 'named_user' WHEN 3 THEN 'other' \
         ELSE 'device' END) AS metric, \
       MAX(COALESCE(q.metric, 'named_user') <> 'named_user' OR COALESCE(o.metric, q.metric, 'named_user') <> 'named_user') AS machines \
       FROM (SELECT DISTINCT product FROM freed) f CROSS JOIN product q ON q.id = f.product \
       LEFT JOIN license o ON o.product_id = q.id AND o.archived_at IS NULL WHERE COALESCE(q.type, '') <> 'oem' \
       GROUP BY q.id HAVING NOT MAX(COALESCE(o.model, '') = 'oem')), \
     party AS MATERIALIZED (SELECT DISTINCT who FROM freed WHERE who IS NOT NULL), \
     machine AS MATERIALIZED (SELECT p.who, u.id AS device FROM party p CROSS JOIN device u ON u.user_id = p.who / 2 \
       WHERE p.who % 2 = 0 UNION SELECT who, who / 2 FROM party WHERE who % 2 = 1), \
     theirs AS MATERIALIZED (SELECT p.who, b.person_id AS person, b.device_id AS device, l.product_id AS product, l.metric \
       FROM party p CROSS JOIN assignment b ON b.person_id = p.who / 2 CROSS JOIN license l ON l.id = b.license_id \
       WHERE p.who % 2 = 0 AND l.archived_at IS NULL AND ",
    held!("b"),
    " UNION ALL SELECT m.who, NULL, b.device_id, l.product_id, l.metric FROM machine m CROSS JOIN assignment b ON b.device_id = m.device \
       CROSS JOIN license l ON l.id = b.license_id WHERE b.person_id IS NULL AND l.archived_at IS NULL AND ",
    held!("b"),
    "), \
     stands AS MATERIALIZED (SELECT DISTINCT m.who, d.product_id AS product FROM machine m CROSS JOIN deployment d \
       ON d.device_id = m.device WHERE d.product_id IS NOT NULL AND ",
    installed!("d"),
    "), \
     has AS MATERIALIZED (SELECT t.product, COALESCE(t.metric, k.metric) AS metric, CASE COALESCE(t.metric, k.metric) \
         WHEN 'named_user' THEN t.who ELSE COALESCE(t.person * 2, t.device * 2 + 1) END AS holder, COUNT(*) AS count \
       FROM theirs t CROSS JOIN kind k ON k.product = t.product GROUP BY 1, 2, 3), \
     kept AS MATERIALIZED (SELECT who, product, MAX(suite) AS suite FROM (SELECT who, product, 0 AS suite FROM stands \
       UNION ALL SELECT t.who, w.part, 1 FROM theirs t JOIN whole w ON w.suite = t.product \
       UNION ALL SELECT s.who, w.part, 1 FROM stands s JOIN whole w ON w.suite = s.product) GROUP BY 1, 2), \
     seat AS MATERIALIZED (SELECT f.id, f.product, f.who, k.machines, COALESCE(f.metric, k.metric) AS metric, \
       CASE COALESCE(f.metric, k.metric) WHEN 'named_user' THEN f.who ELSE COALESCE(f.person * 2, f.device * 2 + 1) END AS holder \
       FROM freed f CROSS JOIN kind k ON k.product = f.product) \
     SELECT f.id, f.metric, f.holder, has.count FROM seat f CROSS JOIN has \
       ON has.product = f.product AND has.metric = f.metric AND has.holder = f.holder \
       LEFT JOIN kept ON kept.who = f.who AND kept.product = f.product \
     WHERE f.metric IN ('named_user', 'device') \
       AND (kept.who IS NULL OR (f.metric = 'named_user' AND NOT f.machines AND NOT kept.suite))"
);

/// Whom a right counts for.
type Holder = (i64, Metric, i64);

/// Gives what lies idle to what is missing, each right and each holder once.
pub fn reassign(conn: &Connection, day: NaiveDate, groups: &mut [Group]) -> Result<()> {
    let mut lacking = Lacking::of(conn, day, groups)?;
    let freed: Vec<(i64, i64)> = FREES
        .into_iter()
        .flat_map(|key| of(groups, key))
        .filter_map(|found| Some((found.id, found.product?)))
        .filter(|(_, product)| lacking.total.contains_key(product))
        .collect();
    let given = given(&seats(conn, day, &freed)?, &freed, &mut lacking);
    for found in groups.iter_mut().flat_map(|group| &mut group.found) {
        if found.kind.register == assignment::REGISTER.key {
            found.reassign = i64::from(given.contains(&found.id));
        } else if found.kind.key == LACKS {
            let left = lacking.total.get(&found.id).copied();
            found.reassign = found.count - left.unwrap_or(found.count);
            bought_less(found);
        }
        if found.reassign > 0 {
            found.action = Action::Reallocate;
        }
    }
    Ok(())
}

/// What is missing still, by product, and by product and metric.
struct Lacking {
    total: HashMap<i64, i64>,
    counted: HashMap<(i64, Metric), i64>,
}

impl Lacking {
    fn of(conn: &Connection, day: NaiveDate, groups: &[Group]) -> Result<Self> {
        let total = of(groups, LACKS).map(|found| (found.id, found.count));
        let counted = standing::missing(conn, day)?.into_iter();
        Ok(Self {
            total: total.collect(),
            counted: counted
                .flat_map(|(product, short)| {
                    let by_metric = short.into_iter();
                    by_metric.map(move |(metric, count)| ((product, metric), count))
                })
                .collect(),
        })
    }

    /// One less, where one is missing.
    fn take(&mut self, product: i64, metric: Metric) -> bool {
        let total = self.total.get_mut(&product).filter(|left| **left > 0);
        let counted = self.counted.get_mut(&(product, metric));
        match total.zip(counted.filter(|left| **left > 0)) {
            Some((total, counted)) => {
                *total -= 1;
                *counted -= 1;
                true
            }
            None => false,
        }
    }
}

/// Whom each right counts for that can change hands, and how many that holder has.
fn seats(
    conn: &Connection,
    day: NaiveDate,
    freed: &[(i64, i64)],
) -> Result<HashMap<i64, (Metric, i64, i64)>> {
    let ids: Vec<i64> = freed.iter().map(|(id, _)| *id).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut statement = conn.prepare_cached(&SEATS.replace(":today", "?1"))?;
    let mut rows = statement.query(params![day.to_string(), serde_json::to_string(&ids)?])?;
    let mut seats = HashMap::new();
    while let Some(row) = rows.next()? {
        let metric: String = row.get(1)?;
        if let Some(metric) = Metric::of(&metric) {
            seats.insert(row.get(0)?, (metric, row.get(2)?, row.get(3)?));
        }
    }
    Ok(seats)
}

/// The assignments whose rights go to who lacks one. A holder needs a right as long as one stays: all must be given back.
fn given(
    seats: &HashMap<i64, (Metric, i64, i64)>,
    freed: &[(i64, i64)],
    lacking: &mut Lacking,
) -> HashSet<i64> {
    let holder = |(id, product): &(i64, i64)| -> Option<Holder> {
        let (metric, who, _) = seats.get(id)?;
        Some((*product, *metric, *who))
    };
    let mut back: HashMap<Holder, HashSet<i64>> = HashMap::new();
    for one in freed {
        if let Some(holder) = holder(one) {
            back.entry(holder).or_default().insert(one.0);
        }
    }
    let (mut given, mut served) = (HashSet::new(), HashSet::new());
    for one in freed {
        let Some(holder) = holder(one).filter(|holder| !served.contains(holder)) else {
            continue;
        };
        let all = i64::try_from(back[&holder].len()) == Ok(seats[&one.0].2);
        if all && lacking.take(holder.0, holder.1) {
            served.insert(holder);
            given.insert(one.0);
        }
    }
    given
}

/// What is missing costs what has to be bought of it.
fn bought_less(found: &mut Found) {
    let (count, bought) = (found.count.max(1), found.count - found.reassign);
    if let Some(stake) = &mut found.stake {
        stake.own.amount = share(stake.own.amount, bought, count);
        stake.reported = stake.reported.map(|amount| share(amount, bought, count));
    }
}

fn of<'g>(groups: &'g [Group], key: &'g str) -> impl Iterator<Item = &'g Found> {
    (groups.iter())
        .filter(move |group| group.kind.key == key)
        .flat_map(|group| &group.found)
}
