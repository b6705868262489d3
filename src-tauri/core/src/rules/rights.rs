//! Rights follow from purchase lines; the same rules as `position/owned.rs`, as figures of lists. On day D a line counts when it
//! has begun and not ended; a renewal replaces the lines that began before it and does not add; maintenance gives no rights of
//! its own; a return takes away. What step-ups turn is worked out beside the record (`position/standing.rs`).

use super::proof::lacks_of;

/// Condition: purchase line `$p` of license `l` counts on `:today`. Its own dates come before those of its license.
macro_rules! valid {
    ($p:literal) => {
        concat!(
            $p,
            ".archived_at IS NULL AND COALESCE(",
            $p,
            ".starts, l.starts, '') <= :today AND COALESCE(",
            $p,
            ".ends, l.ends, :today) >= :today AND COALESCE(l.status, '') <> 'retired' AND (COALESCE(l.status, '') <> 'expired' OR ",
            $p,
            ".ends IS NOT NULL OR l.ends IS NOT NULL)"
        )
    };
}

/// Every purchase line on `:today`: its license, what it gives, whether it gives rights at all, whether it counts (it holds and
/// no renewal has replaced it), whether it takes rights away, and what its proof lacks. Lists read it as `temp.line`.
pub const LINES: &str = concat!(
    "SELECT p.id AS purchase, p.license_id AS license, \
       CASE p.effect WHEN 'return' THEN -p.quantity WHEN 'maintenance' THEN 0 WHEN 'step_up' THEN 0 ELSE p.quantity END AS given, \
       p.archived_at IS NULL AND p.effect NOT IN ('return', 'maintenance') AS gives, ",
    valid!("p"),
    " AND NOT EXISTS (SELECT 1 FROM purchase r WHERE r.license_id = p.license_id AND r.effect = 'renew' AND ",
    valid!("r"),
    " AND COALESCE(r.starts, l.starts, '') > COALESCE(p.starts, l.starts, '')) AS counts, \
       p.effect = 'return' OR p.quantity < 0 AS takes, ",
    lacks_of!("p"),
    " AS lacks FROM purchase p JOIN license l ON l.id = p.license_id"
);

/// How the row of `purchase` stands on `:today`: `in_force`, `coming`, `ended`, `retired` with its license, or `replaced` by a
/// renewal. A line of a license put aside stands nowhere.
pub const STANDING_OF_PURCHASE: &str = concat!(
    "(SELECT CASE WHEN COALESCE(purchase.starts, l.starts, '') > :today THEN 'coming' \
       WHEN COALESCE(purchase.ends, l.ends, :today) < :today \
         OR (l.status = 'expired' AND purchase.ends IS NULL AND l.ends IS NULL) THEN 'ended' \
       WHEN l.status = 'retired' THEN 'retired' \
       WHEN EXISTS (SELECT 1 FROM purchase r WHERE r.license_id = purchase.license_id AND r.effect = 'renew' AND ",
    valid!("r"),
    " AND COALESCE(r.starts, l.starts, '') > COALESCE(purchase.starts, l.starts, '')) THEN 'replaced' \
       ELSE 'in_force' END FROM license l WHERE l.id = purchase.license_id AND l.archived_at IS NULL)"
);

/// Expression: the sum of rights of the row of `$l`, of the lines that meet `$counted`.
macro_rules! rights_of {
    ($l:literal, $counted:expr) => {
        concat!(
            "(SELECT COALESCE(SUM(t.given), 0) FROM temp.line t WHERE t.license = ",
            $l,
            ".id AND t.counts AND ",
            $counted,
            ")"
        )
    };
}

/// Expression: rights that step-ups add to the row of `$l`, or take from it.
macro_rules! raised {
    ($l:literal, $column:literal) => {
        concat!(
            "COALESCE((SELECT s.",
            $column,
            " FROM temp.raised s WHERE s.license = ",
            $l,
            ".id), 0)"
        )
    };
}

/// Expression: rights of the row of `license`.
macro_rules! license_rights {
    () => {
        concat!(
            "(",
            rights_of!("license", "1"),
            " + ",
            raised!("license", "rights"),
            ")"
        )
    };
}

/// Rights of the row of `license`.
pub const RIGHTS_OF_LICENSE: &str = license_rights!();

/// Rights of the row of `license` that its lines prove. What takes rights away counts whether it is proven or not.
pub const PROVABLE_OF_LICENSE: &str = concat!(
    "(MAX(",
    rights_of!("license", "(t.takes OR t.lacks & 63 = 0)"),
    ", 0) + ",
    raised!("license", "provable"),
    ")"
);

/// Rights over all licenses of the row of `product`.
pub const RIGHTS_OF_PRODUCT: &str = concat!(
    "(SELECT COALESCE(SUM(",
    rights_of!("l", "1"),
    " + ",
    raised!("l", "rights"),
    "), 0) FROM license l WHERE l.product_id = product.id AND l.archived_at IS NULL)"
);

/// How far the rights of the row of `license` that count are proven: all lines that give them have a right document and an
/// accepted invoice, and lack nothing (`complete`) or something of the seller's (`weak`); or some have (`partial`), or none (`none`).
/// Where no line counts, `not_in_force`; empty where no line ever gave rights.
pub const PROOF_OF_LICENSE: &str = "(SELECT CASE WHEN COUNT(*) = 0 THEN NULL WHEN SUM(t.counts) = 0 THEN 'not_in_force' \
     WHEN SUM(t.counts AND t.lacks = 0) = SUM(t.counts) THEN 'complete' \
     WHEN SUM(t.counts AND t.lacks & 63 = 0) = SUM(t.counts) THEN 'weak' \
     WHEN SUM(t.counts AND t.lacks & 63 = 0) > 0 THEN 'partial' ELSE 'none' END \
     FROM temp.line t WHERE t.license = license.id AND t.gives)";

/// The purchase lines of `:product` that count on the day and lack some proof, the unproven first: line, license, invoice, rights,
/// what they lack, entity and site.
pub const LINES_LACKING_PROOF: &str = "SELECT p.id, p.license_id, p.invoice_id, p.quantity, t.lacks, COALESCE(l.entity_id, s.entity_id), l.site_id \
     FROM license l JOIN temp.line t ON t.license = l.id JOIN purchase p ON p.id = t.purchase \
     LEFT JOIN site s ON s.id = l.site_id WHERE l.product_id = :product AND l.archived_at IS NULL AND t.counts AND t.gives \
     AND t.lacks <> 0 ORDER BY t.lacks & 63 = 0, p.quantity DESC, p.id";

// for conditions that speak of rights
pub(super) use {license_rights, raised, rights_of};
