//! Rights follow from purchase lines. On day D a line counts when it has begun and not ended; a renewal replaces the lines
//! that began before it and does not add; maintenance and step-up lines give no rights of their own; a return takes away.

/// Condition: purchase line `$p` is valid on `:today`.
macro_rules! valid {
    ($p:literal) => {
        concat!(
            $p,
            ".archived_at IS NULL AND (",
            $p,
            ".starts IS NULL OR ",
            $p,
            ".starts <= :today) AND (",
            $p,
            ".ends IS NULL OR ",
            $p,
            ".ends >= :today)"
        )
    };
}

/// Condition: purchase line `p` has both an invoice and a document.
macro_rules! proven {
    () => {
        "(p.invoice_id IS NOT NULL AND (p.contract_id IS NOT NULL OR EXISTS (SELECT 1 FROM link k \
         WHERE k.register = 'purchase' AND k.record = p.id AND k.field = 'documents')))"
    };
}

/// Expression: what purchase line `p` gives.
macro_rules! given {
    () => {
        "CASE p.effect WHEN 'return' THEN -p.quantity WHEN 'maintenance' THEN 0 WHEN 'step_up' THEN 0 ELSE p.quantity END"
    };
}

/// Condition: purchase line `p` counts as provable. A return is taken off whether it is proven or not.
macro_rules! provable {
    () => {
        concat!("(p.effect = 'return' OR ", proven!(), ")")
    };
}

/// Expression: the sum of rights of the license whose id is `$license`.
/// With a second argument only lines that meet that condition count.
macro_rules! rights_of {
    ($license:literal) => {
        rights_of!($license, "1")
    };
    ($license:literal, $counted:expr) => {
        concat!(
            "(SELECT COALESCE(SUM(", given!(), "), 0) FROM purchase p WHERE p.license_id = ", $license,
            " AND ", $counted, " AND ", valid!("p"),
            " AND NOT EXISTS (SELECT 1 FROM purchase r WHERE r.license_id = p.license_id AND r.effect = 'renew' AND ",
            valid!("r"), " AND COALESCE(r.starts, '') > COALESCE(p.starts, '')))"
        )
    };
}

/// Rights of the row of `license`.
pub const RIGHTS_OF_LICENSE: &str = rights_of!("license.id");

/// Rights of the row of `license` that its lines prove.
pub const PROVABLE_OF_LICENSE: &str = rights_of!("license.id", provable!());

/// Both of all licenses in one pass, for those who ask for many: `license`, `rights`, `provable`.
pub const RIGHTS_BY_LICENSE: &str = concat!(
    "(SELECT p.license_id AS license, SUM(",
    given!(),
    ") AS rights, SUM(CASE WHEN ",
    provable!(),
    " THEN ",
    given!(),
    " ELSE 0 END) AS provable FROM purchase p LEFT JOIN (SELECT r.license_id, MAX(COALESCE(r.starts, '')) AS starts ",
    "FROM purchase r WHERE r.effect = 'renew' AND ",
    valid!("r"),
    " GROUP BY 1) renewed ON renewed.license_id = p.license_id WHERE ",
    valid!("p"),
    " AND (renewed.starts IS NULL OR renewed.starts <= COALESCE(p.starts, '')) GROUP BY 1)"
);

/// Rights over all licenses of the row of `product`.
pub const RIGHTS_OF_PRODUCT: &str = concat!(
    "(SELECT COALESCE(SUM(",
    rights_of!("l.id"),
    "), 0) FROM license l WHERE l.product_id = product.id AND l.archived_at IS NULL)"
);

/// `complete`, `partial` or `none` for the row of `license`: all, some or no lines that give rights have both a document and
/// an invoice. Empty without lines.
pub const PROOF_OF_LICENSE: &str = concat!(
    "(SELECT CASE WHEN COUNT(*) = 0 THEN NULL WHEN SUM(",
    proven!(),
    ") = COUNT(*) THEN 'complete' WHEN SUM(",
    proven!(),
    ") > 0 THEN 'partial' ELSE 'none' END FROM purchase p WHERE p.license_id = license.id AND p.archived_at IS NULL ",
    "AND p.effect NOT IN ('return', 'maintenance'))"
);

// for conditions that speak of rights
pub(super) use {given, rights_of, valid};
