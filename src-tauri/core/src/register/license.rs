//! One pool of rights to one product. Its quantity follows from its purchase lines and is never edited.

use crate::rules::findings::licenses;
use crate::rules::{proof, rights};
use chrono::NaiveDate;

use super::{Column, Derived, Register, RowId, Section, field, rule};

/// Number auditors quote.
pub const CODE: Column<String> = field::code("code", "LIC");
/// What it licenses.
pub const PRODUCT: Column<RowId> = field::link("product", "product").required();
/// License model.
pub const MODEL: Column<String> = field::choice(
    "model",
    &["saas", "subscription", "perpetual", "hybrid", "oem", "free"],
);
/// How it is counted.
pub const METRIC: Column<String> = field::choice(
    "metric",
    &[
        "named_user",
        "device",
        "concurrent",
        "core",
        "server",
        "site",
    ],
);
/// Covers any number.
pub const UNLIMITED: Column<bool> = field::flag("unlimited");
/// Whether it counts.
pub const STATUS: Column<String> = field::choice("status", &["active", "expired", "retired"]);
/// Entity that owns it.
pub const ENTITY: Column<RowId> = field::link("entity", "entity");
/// Site it is given to; empty stands as unallocated.
pub const SITE: Column<RowId> = field::link("site", "site");
/// Cloud tenant.
pub const TENANT: Column<RowId> = field::link("tenant", "tenant");
/// Who answers for it.
pub const OWNER: Column<RowId> = field::link("owner", "person");
/// Bought from.
pub const VENDOR: Column<RowId> = field::link("vendor", "vendor");
/// Contract.
pub const CONTRACT: Column<RowId> = field::link("contract", "contract");
/// First day.
pub const STARTS: Column<NaiveDate> = field::date("starts");
/// Last day; empty is perpetual.
pub const ENDS: Column<NaiveDate> = field::date("ends");
/// Renews by itself.
pub const AUTO_RENEW: Column<bool> = field::flag("auto_renew");
/// Days of notice before the end.
pub const NOTICE_DAYS: Column<i64> = field::integer("notice_days");
/// Maintenance paid until.
pub const MAINTENANCE_UNTIL: Column<NaiveDate> = field::date("maintenance_until");
/// Warranty until.
pub const WARRANTY_UNTIL: Column<NaiveDate> = field::date("warranty_until");
/// May be given to somebody else.
pub const REASSIGNABLE: Column<bool> = field::flag("reassignable");
/// Usable versions 可使用版本.
pub const USABLE_VERSIONS: Column<String> = field::text("usable_versions");
/// License key.
pub const KEY: Column<String> = field::secret("key");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");
/// Rights on the day asked about.
pub const RIGHTS: Column<i64> = field::integer("rights").readonly();
/// Of these, rights that can be proven.
pub const PROVABLE: Column<i64> = field::integer("provable").readonly();
/// Rights assigned.
pub const ASSIGNED: Column<i64> = field::integer("assigned").readonly();
/// Whether every line has a document and a fapiao.
pub const PROOF: Column<String> = field::choice(
    "proof",
    &["complete", "weak", "partial", "none", "not_in_force"],
)
.readonly();
/// Rights in use at most.
pub const IN_USE: Column<i64> = field::integer("in_use").asked();
/// Whether few of its rights are in use.
pub const UNDERUSED: Column<bool> = field::flag("underused").asked();
/// Whether it has ended and is still in use.
pub const ENDED_IN_USE: Column<bool> = field::flag("ended_in_use").asked();
/// What lapsed while it is in use.
pub const LAPSED: Column<String> = field::choice("lapsed", &["maintenance", "warranty"]).asked();
/// Data that a service outside mainland China processes of people at work there.
pub const ABROAD: Column<String> = field::choice("abroad", &["personal", "important"]).asked();
/// What its lines lack.
pub const MISSING: Column<Vec<String>> = field::choices("missing", proof::Lack::KEYS).readonly();

/// One pool of rights to one product. Its quantity follows from its purchase lines and is never edited.
pub const REGISTER: Register = Register {
    key: "license",
    number: 6,
    group: "inventory",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                CODE.field,
                PRODUCT.field,
                MODEL.field,
                METRIC.field,
                UNLIMITED.field,
                STATUS.field,
            ],
        },
        Section {
            key: "holder",
            fields: &[ENTITY.field, SITE.field, TENANT.field, OWNER.field],
        },
        Section {
            key: "source",
            fields: &[VENDOR.field, CONTRACT.field],
        },
        Section {
            key: "dates",
            fields: &[
                STARTS.field,
                ENDS.field,
                AUTO_RENEW.field,
                NOTICE_DAYS.field,
                MAINTENANCE_UNTIL.field,
                WARRANTY_UNTIL.field,
            ],
        },
        Section {
            key: "rights",
            fields: &[REASSIGNABLE.field, USABLE_VERSIONS.field, KEY.field],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    derived: &[
        Derived {
            field: RIGHTS.field,
            sql: rights::RIGHTS_OF_LICENSE,
        },
        Derived {
            field: PROVABLE.field,
            sql: rights::PROVABLE_OF_LICENSE,
        },
        Derived {
            field: ASSIGNED.field,
            sql: "(SELECT COUNT(*) FROM assignment a WHERE a.license_id = license.id AND a.archived_at IS NULL AND a.starts <= :today AND (a.ends IS NULL OR a.ends >= :today))",
        },
        Derived {
            field: PROOF.field,
            sql: rights::PROOF_OF_LICENSE,
        },
        Derived {
            field: MISSING.field,
            sql: proof::MISSING_OF_LICENSE,
        },
        Derived {
            field: IN_USE.field,
            sql: licenses::IN_USE,
        },
        Derived {
            field: UNDERUSED.field,
            sql: licenses::UNDERUSED,
        },
        Derived {
            field: ENDED_IN_USE.field,
            sql: licenses::EXPIRED,
        },
        Derived {
            field: LAPSED.field,
            sql: licenses::LAPSED,
        },
        Derived {
            field: ABROAD.field,
            sql: licenses::ABROAD,
        },
    ],
    title: &[PRODUCT.field],
    list: &[
        CODE.field,
        PRODUCT.field,
        MODEL.field,
        RIGHTS.field,
        ASSIGNED.field,
        PROOF.field,
        SITE.field,
        ENDS.field,
    ],
    keys: &[&[CODE.field]],
    rules: &[rule::ends_after_starts],
    ..Register::DEFAULT
};
