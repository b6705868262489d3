//! An agreement with a vendor.

use chrono::NaiveDate;

use crate::rules::deadline::standing;

use super::{Column, Derived, Money, Pair, Register, RowId, Section, field, rule};

/// Number.
pub const NUMBER: Column<String> = field::text("number").required();
/// Title.
pub const TITLE: Column<Pair> = field::pair("title").required();
/// Vendor.
pub const VENDOR: Column<RowId> = field::link("vendor", "vendor").required();
/// Our party.
pub const ENTITY: Column<RowId> = field::link("entity", "entity");
/// Kind.
pub const KIND: Column<String> = field::choice(
    "kind",
    &[
        "purchase",
        "subscription",
        "maintenance",
        "service",
        "framework",
        "dpa",
    ],
);
/// Stage.
pub const STATUS: Column<String> =
    field::choice("status", &["draft", "active", "ended", "terminated"]);
/// Who answers for it.
pub const OWNER: Column<RowId> = field::link("owner", "person");
/// Languages it stands in.
pub const LANGUAGES: Column<String> = field::choice("languages", &["zh", "en", "both"]);
/// Language that prevails.
pub const PREVAILING: Column<String> = field::choice("prevailing", &["zh", "en", "none"]);
/// Governing law.
pub const LAW: Column<String> = field::text("law");
/// Signed on.
pub const SIGNED: Column<NaiveDate> = field::date("signed");
/// First day.
pub const STARTS: Column<NaiveDate> = field::date("starts");
/// Last day.
pub const ENDS: Column<NaiveDate> = field::date("ends");
/// How it goes on: by itself unless somebody gives notice, only if both agree, or not at all.
pub const RENEWAL: Column<String> = field::choice("renewal", &["tacit", "express", "none"]);
/// Months it renews for.
pub const RENEWAL_MONTHS: Column<i64> = field::integer("renewal_months");
/// Length of notice.
pub const NOTICE: Column<i64> = field::integer("notice");
/// What it is counted in; days when empty.
pub const NOTICE_UNIT: Column<String> =
    field::choice("notice_unit", &["days", "working_days", "months"]);
/// Amount.
pub const AMOUNT: Column<Money> = field::money("amount");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");
/// Last day of the term that runs, renewed by itself where it does.
pub const TERM_ENDS: Column<NaiveDate> = field::date("term_ends").readonly();
/// Last day to give notice of it.
pub const NOTICE_BY: Column<NaiveDate> = field::date("notice_by").readonly();

/// An agreement with a vendor.
pub const REGISTER: Register = Register {
    key: "contract",
    number: 13,
    group: "procurement",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                NUMBER.field,
                TITLE.field,
                VENDOR.field,
                ENTITY.field,
                KIND.field,
                STATUS.field,
                OWNER.field,
            ],
        },
        Section {
            key: "language",
            fields: &[LANGUAGES.field, PREVAILING.field, LAW.field],
        },
        Section {
            key: "dates",
            fields: &[
                SIGNED.field,
                STARTS.field,
                ENDS.field,
                RENEWAL.field,
                RENEWAL_MONTHS.field,
                NOTICE.field,
                NOTICE_UNIT.field,
            ],
        },
        Section {
            key: "amount",
            fields: &[AMOUNT.field],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    derived: &[
        Derived {
            field: TERM_ENDS.field,
            sql: standing::ENDS_OF_CONTRACT,
        },
        Derived {
            field: NOTICE_BY.field,
            sql: standing::NOTICE_OF_CONTRACT,
        },
    ],
    title: &[NUMBER.field, TITLE.field],
    list: &[
        NUMBER.field,
        TITLE.field,
        VENDOR.field,
        KIND.field,
        LANGUAGES.field,
        STARTS.field,
        TERM_ENDS.field,
        NOTICE_BY.field,
        STATUS.field,
    ],
    keys: &[&[NUMBER.field]],
    rules: &[rule::ends_after_starts],
    ..Register::DEFAULT
};
