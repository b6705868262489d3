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
/// may not be passed on, or is of an archived license goes to nobody. `?1` is the day.
const SEATS: &str = concat!(
    "WITH RECURSIVE whole(part, suite) AS (SELECT target, record FROM link WHERE register = 'product' AND field = 'includes' \
       AND target_register = 'product' UNION SELECT w.part, k.record FROM whole w JOIN link k ON k.target_register = 'product' \
       AND k.target = w.suite AND k.register = 'product' AND k.field = 'includes'), \
     freed AS MATERIALIZED (SELECT a.id, q.id AS product, COALESCE(l.metric, q.metric, (SELECT o.metric FROM license o \
         WHERE o.product_id = q.id AND o.archived_at IS NULL AND o.metric IS NOT NULL \
         ORDER BY instr('named_user device concurrent core server site', o.metric) LIMIT 1), 'device') AS metric, \
       a.person_id AS person, a.device_id AS device, COALESCE(a.person_id, m.user_id) AS party, \
       COALESCE(q.metric, 'named_user') <> 'named_user' OR EXISTS (SELECT 1 FROM license o WHERE o.product_id = q.id \
         AND o.archived_at IS NULL AND COALESCE(o.metric, q.metric, 'named_user') <> 'named_user') AS machines \
       FROM json_each(?2) j CROSS JOIN assignment a ON a.id = j.value CROSS JOIN license l ON l.id = a.license_id \
       CROSS JOIN product q ON q.id = l.product_id LEFT JOIN device m ON m.id = a.device_id \
       WHERE l.archived_at IS NULL AND COALESCE(l.reassignable, 1) AND COALESCE(q.type, '') <> 'oem' AND NOT EXISTS ( \
         SELECT 1 FROM license o WHERE o.product_id = q.id AND o.archived_at IS NULL AND o.model = 'oem')) \
     SELECT f.id, f.metric, CASE WHEN f.metric = 'named_user' THEN COALESCE(f.party * 2, f.device * 2 + 1) \
         ELSE COALESCE(f.person * 2, f.device * 2 + 1) END, \
       (SELECT COUNT(*) FROM assignment b CROSS JOIN license o ON o.id = b.license_id WHERE (b.person_id = f.party \
         OR b.device_id = f.device OR b.device_id IN (SELECT u.id FROM device u WHERE u.user_id = f.party)) \
         AND CASE WHEN f.metric = 'named_user' THEN b.person_id IS NULL OR b.person_id = f.party \
           ELSE b.person_id IS f.person AND (f.person IS NOT NULL OR b.device_id = f.device) END \
         AND o.product_id = f.product AND o.archived_at IS NULL AND ",
    held!("b"),
    ") FROM freed f WHERE f.metric IN ('named_user', 'device') AND COALESCE(f.party, f.device) IS NOT NULL \
     AND NOT EXISTS (SELECT 1 FROM assignment b CROSS JOIN license o ON o.id = b.license_id WHERE (b.person_id = f.party \
       OR b.device_id = f.device OR b.device_id IN (SELECT u.id FROM device u WHERE u.user_id = f.party)) \
       AND o.archived_at IS NULL AND o.product_id IN (SELECT w.suite FROM whole w WHERE w.part = f.product) AND ",
    held!("b"),
    ") AND NOT EXISTS (SELECT 1 FROM deployment d WHERE (d.device_id = f.device \
       OR d.device_id IN (SELECT u.id FROM device u WHERE u.user_id = f.party)) AND ((f.machines AND +d.product_id = f.product) \
       OR +d.product_id IN (SELECT w.suite FROM whole w WHERE w.part = f.product)) AND ",
    installed!("d"),
    ")"
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
