//! Rights that nobody uses go to those who lack one before any is bought: what is proposed, and what is left to pay.

use std::collections::{HashMap, HashSet};

use super::{Action, Group};
use crate::register::assignment;

/// The kind that lacks rights.
pub(super) const LACKS: &str = "shortfall";
/// The kinds that free some: whoever left gives before whoever lets a right lie.
pub(super) const FREES: [&str; 2] = ["leaver", "dormant"];

/// Whether a right of the row of `assignment` can change hands. What a peak, the cores of a machine or a machine it is installed on
/// need does not fall when a holder gives back, and an archived license gives nothing. The plus has the few installations of a
/// machine looked through, not the many of a product.
pub(super) const MOVES: &str = "(SELECT l.archived_at IS NULL AND CASE COALESCE(l.metric, q.metric, 'device') \
    WHEN 'named_user' THEN 1 WHEN 'device' THEN NOT EXISTS (SELECT 1 FROM deployment d WHERE +d.product_id = l.product_id \
    AND d.archived_at IS NULL AND d.removed IS NULL AND d.device_id IN (SELECT assignment.device_id UNION ALL \
    SELECT m.id FROM device m WHERE m.user_id = assignment.person_id)) ELSE 0 END \
    FROM license l LEFT JOIN product q ON q.id = l.product_id WHERE l.id = assignment.license_id)";

/// Gives what lies idle to what is missing, each right and each holder once.
pub fn reassign(groups: &mut [Group]) {
    let mut lacking: HashMap<i64, i64> = HashMap::new();
    for found in of(groups, LACKS) {
        lacking.insert(found.id, found.count);
    }
    let (mut given, mut holders) = (HashSet::new(), HashSet::new());
    for found in FREES.into_iter().flat_map(|key| of(groups, key)) {
        let Some((product, left)) = found
            .product
            .and_then(|product| Some((product, lacking.get_mut(&product)?)))
        else {
            continue;
        };
        if found.moves && *left > 0 && holders.insert((product, found.person, found.device)) {
            *left -= 1;
            given.insert(found.id);
        }
    }
    for found in groups.iter_mut().flat_map(|group| &mut group.found) {
        if found.kind.register == assignment::REGISTER.key {
            found.reassign = i64::from(given.contains(&found.id));
        } else if found.kind.key == LACKS {
            found.reassign = found.count - lacking.get(&found.id).copied().unwrap_or(found.count);
            let (count, bought) = (found.count.max(1), found.count - found.reassign);
            if let Some(stake) = &mut found.stake {
                stake.own.amount = share(stake.own.amount, bought, count);
                stake.reported = stake.reported.map(|amount| share(amount, bought, count));
            }
        }
        if found.reassign > 0 {
            found.action = Action::Reallocate;
        }
    }
}

fn of<'g>(groups: &'g [Group], key: &'g str) -> impl Iterator<Item = &'g super::Found> {
    (groups.iter())
        .filter(move |group| group.kind.key == key)
        .flat_map(|group| &group.found)
}

/// So many of so many.
fn share(amount: i64, part: i64, whole: i64) -> i64 {
    let exact = i128::from(amount) * i128::from(part);
    i64::try_from(exact / i128::from(whole)).unwrap_or(i64::MAX)
}
