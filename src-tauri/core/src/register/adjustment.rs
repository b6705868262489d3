//! A correction of the position by hand, with its reason and the paper it rests on.

use chrono::NaiveDate;

use super::{Column, Register, RowId, Section, field, rule};

/// Number auditors quote.
pub const CODE: Column<String> = field::code("code", "ADJ");
/// Product.
pub const PRODUCT: Column<RowId> = field::link("product", "product").required();
/// Rights, signed.
pub const QUANTITY: Column<i64> = field::integer("quantity").required();
/// Entity.
pub const ENTITY: Column<RowId> = field::link("entity", "entity");
/// Site.
pub const SITE: Column<RowId> = field::link("site", "site");
/// Why.
pub const REASON: Column<String> = field::note("reason").required().searched();
/// What it rests on.
pub const EVIDENCE: Column<RowId> = field::link("evidence", "evidence").required();
/// First day.
pub const STARTS: Column<NaiveDate> = field::date("starts");
/// Last day.
pub const ENDS: Column<NaiveDate> = field::date("ends");
/// Approved by.
pub const APPROVER: Column<RowId> = field::link("approver", "person");

/// A correction of the position by hand.
pub const REGISTER: Register = Register {
    key: "adjustment",
    number: 24,
    group: "inventory",
    sections: &[
        Section {
            key: "adjustment",
            fields: &[
                CODE.field,
                PRODUCT.field,
                QUANTITY.field,
                ENTITY.field,
                SITE.field,
            ],
        },
        Section {
            key: "grounds",
            fields: &[
                REASON.field,
                EVIDENCE.field,
                STARTS.field,
                ENDS.field,
                APPROVER.field,
            ],
        },
    ],
    title: &[CODE.field, REASON.field],
    list: &[
        CODE.field,
        PRODUCT.field,
        QUANTITY.field,
        SITE.field,
        REASON.field,
        EVIDENCE.field,
        STARTS.field,
        ENDS.field,
        APPROVER.field,
    ],
    keys: &[&[CODE.field]],
    owner: Some(PRODUCT.field),
    rules: &[rule::ends_after_starts],
    ..Register::DEFAULT
};
