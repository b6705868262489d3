//! A line of a license: what was bought, renewed or given back. Rights come from here.

use chrono::NaiveDate;

use crate::rules::findings::purchases;
use crate::rules::{proof, rights};

use super::{Column, Derived, Micros, Money, Register, RowId, Section, field, rule};

/// License it belongs to.
pub const LICENSE: Column<RowId> = field::link("license", "license").required();
/// What it does to the rights.
pub const EFFECT: Column<String> = field::choice(
    "effect",
    &[
        "opening",
        "add",
        "renew",
        "maintenance",
        "step_up",
        "return",
        "correction",
    ],
)
.required();
/// Rights, signed for corrections.
pub const QUANTITY: Column<i64> = field::integer("quantity").required();
/// License whose rights a step-up raises.
pub const BASE: Column<RowId> = field::link("base", "license");
/// Boxes or sets 套数 when these differ from rights.
pub const SETS: Column<i64> = field::integer("sets");
/// First day of the rights.
pub const STARTS: Column<NaiveDate> = field::date("starts");
/// Last day of the rights; empty is perpetual.
pub const ENDS: Column<NaiveDate> = field::date("ends");
/// Bought from.
pub const VENDOR: Column<RowId> = field::link("vendor", "vendor");
/// Order number.
pub const PO_NO: Column<String> = field::text("po_no");
/// Order date.
pub const ORDERED: Column<NaiveDate> = field::date("ordered");
/// Price of one, in the currency of the amount.
pub const UNIT_PRICE: Column<Micros> = field::decimal("unit_price");
/// Amount, tax included.
pub const AMOUNT: Column<Money> = field::money("amount");
/// Exchange rate to the reporting currency.
pub const RATE: Column<Micros> = field::decimal("rate");
/// Day of that rate.
pub const RATE_DATE: Column<NaiveDate> = field::date("rate_date");
/// Fapiao or foreign invoice.
pub const INVOICE: Column<RowId> = field::link("invoice", "invoice");
/// Contract.
pub const CONTRACT: Column<RowId> = field::link("contract", "contract");
/// Documents that prove the purchase.
pub const DOCUMENTS: Column<Vec<i64>> = field::links("documents", "evidence");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");
/// Whether it was bought although enough stood free.
pub const UNNEEDED: Column<bool> = field::flag("unneeded").asked();
/// Whether it counts on the day asked about, and why not.
pub const STANDING: Column<String> = field::choice(
    "standing",
    &["in_force", "coming", "ended", "retired", "replaced"],
)
.asked();
/// Whether it is proven, and whether the proof is weak.
pub const PROOF: Column<String> = field::choice("proof", &["complete", "weak", "none"]).readonly();

/// What its proof lacks.
pub const MISSING: Column<Vec<String>> = field::choices("missing", proof::Lack::KEYS).readonly();

/// A line of a license: what was bought, renewed or given back. Rights come from here.
pub const REGISTER: Register = Register {
    key: "purchase",
    number: 7,
    group: "procurement",
    sections: &[
        Section {
            key: "line",
            fields: &[
                LICENSE.field,
                EFFECT.field,
                QUANTITY.field,
                BASE.field,
                SETS.field,
                STARTS.field,
                ENDS.field,
            ],
        },
        Section {
            key: "order",
            fields: &[
                VENDOR.field,
                PO_NO.field,
                ORDERED.field,
                UNIT_PRICE.field,
                AMOUNT.field,
                RATE.field,
                RATE_DATE.field,
            ],
        },
        Section {
            key: "proof",
            fields: &[INVOICE.field, CONTRACT.field, DOCUMENTS.field],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    derived: &[
        Derived {
            field: PROOF.field,
            sql: proof::PROOF_OF_PURCHASE,
        },
        Derived {
            field: MISSING.field,
            sql: proof::MISSING_OF_PURCHASE,
        },
        Derived {
            field: UNNEEDED.field,
            sql: purchases::UNNEEDED,
        },
        Derived {
            field: STANDING.field,
            sql: rights::STANDING_OF_PURCHASE,
        },
    ],
    title: &[PO_NO.field, ORDERED.field],
    list: &[
        LICENSE.field,
        EFFECT.field,
        QUANTITY.field,
        STARTS.field,
        ENDS.field,
        VENDOR.field,
        PO_NO.field,
        ORDERED.field,
        AMOUNT.field,
        INVOICE.field,
        PROOF.field,
    ],
    keys: &[&[
        LICENSE.field,
        PO_NO.field,
        EFFECT.field,
        ORDERED.field,
        QUANTITY.field,
    ]],
    owner: Some(LICENSE.field),
    rules: &[
        rule::ends_after_starts,
        rule::quantity_sign,
        rule::base_of_step_up,
    ],
};
