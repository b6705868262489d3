//! What proves a purchase line. Provable: a right document *and* an accepted fapiao or foreign invoice. The seller's missing or
//! lapsed authorisation, or a seller who is not approved, makes the proof weak and leaves the rights provable.

/// Makes [`Lack`] and what SQL says of it: variant, key, bit, whether it makes the proof weak only.
macro_rules! lacks {
    ($($(#[doc = $doc:literal])* $name:ident $key:literal $bit:literal $weak:literal;)*) => {
        /// What a purchase line may lack.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Lack { $($(#[doc = $doc])* $name),* }

        impl Lack {
            /// Every lack; those that make the proof weak come last.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Their keys.
            pub const KEYS: &[&'static str] = &[$($key),*];

            /// Key for Fluent: `proof-missing--<key>`.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// Makes the proof weak; the rights stay provable.
            pub const fn weakens(self) -> bool {
                match self { $(Self::$name => $weak),* }
            }

            const fn bit(self) -> i64 {
                match self { $(Self::$name => $bit),* }
            }
        }

        /// Expression: what the lines of `$lines` lack, as a JSON list of keys; nothing where nothing is missing. The bits of a
        /// line stand in the column `bits`.
        macro_rules! missing_in {
            ($lines:expr) => {
                concat!(
                    "(SELECT CASE WHEN bits THEN '[' || rtrim(",
                    $("CASE WHEN bits & ", $bit, " THEN '\"", $key, "\",' ELSE '' END || ",)*
                    "'', ',') || ']' END FROM (WITH found AS MATERIALIZED (SELECT ", $lines, ") SELECT ",
                    $("MAX(found.bits & ", $bit, ") | ",)* "0 AS bits FROM found))"
                )
            };
        }
    };
}

lacks! {
    /// Neither contract nor certificate, confirmation or statement.
    Document "document" 1 false;
    /// No invoice.
    Invoice "invoice" 2 false;
    /// A fapiao neither verified nor booked.
    FapiaoUnverified "fapiao_unverified" 4 false;
    /// A foreign invoice neither verified, booked nor paid.
    InvoiceUnbooked "invoice_unbooked" 8 false;
    /// Reversed by a red letter.
    Reversed "reversed" 16 false;
    /// Made out to somebody else.
    Buyer "buyer" 32 false;
    /// The seller is not known.
    Vendor "vendor" 64 true;
    /// The seller is not approved.
    Approval "approval" 128 true;
    /// The publisher never authorised the seller.
    Authorisation "authorisation" 256 true;
    /// The authorisation did not hold on the day of the order.
    Lapsed "lapsed" 512 true;
}

/// What the bits of [`LACKS_OF_PURCHASE`] say.
pub fn lacks(bits: i64) -> impl Iterator<Item = Lack> {
    Lack::ALL
        .iter()
        .copied()
        .filter(move |lack| bits & lack.bit() != 0)
}

/// The bits that leave a line unproven.
pub const UNPROVEN: i64 = 63;

/// Condition: a right document belongs to purchase line `$p`.
macro_rules! documented {
    ($p:literal) => {
        concat!(
            "(EXISTS (SELECT 1 FROM contract pc WHERE pc.id = ", $p, ".contract_id AND pc.archived_at IS NULL) \
             OR EXISTS (SELECT 1 FROM link pk JOIN evidence pe ON pe.id = pk.target WHERE pk.register = 'purchase' \
             AND pk.record = ", $p, ".id AND pk.field = 'documents' AND pe.archived_at IS NULL AND pe.kind IN ",
            $crate::rules::proof::right_documents!(),
            ") OR EXISTS (SELECT 1 FROM link pk JOIN evidence pe ON pe.id = pk.record WHERE pk.target_register = 'purchase' \
             AND pk.target = ", $p, ".id AND pk.register = 'evidence' AND pe.archived_at IS NULL AND pe.kind IN ",
            $crate::rules::proof::right_documents!(), "))"
        )
    };
}

/// Kinds of evidence that prove what was bought.
macro_rules! right_documents {
    () => {
        "('contract', 'order_confirmation', 'license_certificate', 'publisher_statement')"
    };
}

/// Expression: what the invoice of purchase line `$p` lacks, as bits.
macro_rules! invoice_lacks {
    ($p:literal) => {
        concat!(
            "COALESCE((SELECT CASE WHEN pi.kind = 'foreign' \
               THEN CASE WHEN pi.booked <= :today OR pi.verified <= :today OR pi.paid <= :today THEN 0 ELSE 8 END \
               ELSE CASE WHEN pi.booked <= :today OR pi.verified <= :today THEN 0 ELSE 4 END END \
             + 16 * (SELECT COALESCE(SUM(ABS(pr.gross)), 0) >= MAX(ABS(pi.gross), 1) FROM invoice pr \
               WHERE pr.red_letter_of_id = pi.id AND pr.archived_at IS NULL AND pr.issued <= :today) \
             + 32 * (pi.buyer_tax_no IS NOT NULL AND EXISTS (SELECT 1 FROM entity en WHERE en.uscc IS NOT NULL AND en.archived_at IS NULL) \
               AND NOT EXISTS (SELECT 1 FROM entity en WHERE en.uscc = pi.buyer_tax_no)) \
             FROM invoice pi WHERE pi.id = ", $p, ".invoice_id AND pi.archived_at IS NULL), 2)"
        )
    };
}

/// Expression: what the seller of purchase line `$p` lacks, as bits. Whoever publishes the software needs no authorisation.
macro_rules! seller_lacks {
    ($p:literal) => {
        concat!(
            "COALESCE((SELECT 128 * (COALESCE(sv.status, '') NOT IN ('approved', 'conditional')) + CASE \
               WHEN sp.publisher IS NULL OR sv.kind = 'publisher' OR lower(sp.publisher) IN (lower(sv.name_zh), lower(sv.name_en)) THEN 0 \
               ELSE (SELECT CASE WHEN MAX(COALESCE(", $p, ".ordered, ", $p, ".starts) IS NULL \
                   OR COALESCE(", $p, ".ordered, ", $p, ".starts) BETWEEN sa.starts AND sa.ends) THEN 0 WHEN COUNT(*) THEN 512 ELSE 256 END \
                 FROM authorisation sa WHERE sa.vendor_id = sv.id AND sa.archived_at IS NULL \
                 AND lower(sa.publisher) = lower(sp.publisher)) END \
             FROM license sl JOIN vendor sv ON sv.id = COALESCE(", $p, ".vendor_id, sl.vendor_id) \
             LEFT JOIN product sp ON sp.id = sl.product_id WHERE sl.id = ", $p, ".license_id), 64)"
        )
    };
}

/// Expression: what purchase line `$p` lacks, as bits.
macro_rules! lacks_of {
    ($p:literal) => {
        concat!(
            "(CASE WHEN ",
            $crate::rules::proof::documented!($p),
            " THEN 0 ELSE 1 END + ",
            $crate::rules::proof::invoice_lacks!($p),
            " + ",
            $crate::rules::proof::seller_lacks!($p),
            ")"
        )
    };
}

pub(crate) use {documented, invoice_lacks, lacks_of, right_documents, seller_lacks};

/// What the row of `purchase` lacks, as bits of [`Lack`].
pub const LACKS_OF_PURCHASE: &str = lacks_of!("purchase");

/// `complete`, `weak` or `none` for the row of `purchase`.
pub const PROOF_OF_PURCHASE: &str = concat!(
    "(SELECT CASE WHEN lacks & 63 THEN 'none' WHEN lacks THEN 'weak' ELSE 'complete' END FROM (SELECT ",
    lacks_of!("purchase"),
    " AS lacks))"
);

/// What the row of `purchase` lacks, as a JSON list of keys; nothing where nothing is missing.
pub const MISSING_OF_PURCHASE: &str = missing_in!(concat!(lacks_of!("purchase"), " AS bits"));

/// What the lines of the row of `license` that give rights today lack, as a JSON list of keys.
pub const MISSING_OF_LICENSE: &str = missing_in!(
    "t.lacks AS bits FROM temp.line t WHERE t.license = license.id AND t.gives AND t.counts"
);
