//! What was decided about one date: renew, change or drop, by whom and at what cost.

use chrono::NaiveDate;

use super::{AnyLinks, Column, Money, Register, RowId, Section, field};

/// Number auditors quote.
pub const CODE: Column<String> = field::code("code", "REN");
/// The record whose date it is.
pub const SUBJECT: Column<AnyLinks> = field::any_links("subject");
/// Which of its dates.
pub const DATE: Column<String> = field::choice(
    "date",
    &[
        "license_ends",
        "license_maintenance",
        "license_warranty",
        "purchase_ends",
        "contract_ends",
        "authorisation_ends",
        "evidence_valid",
    ],
)
.required();
/// The day decided about.
pub const DUE: Column<NaiveDate> = field::date("due").required();
/// Last day to give notice of it.
pub const NOTICE_BY: Column<NaiveDate> = field::date("notice_by");
/// The decision.
pub const DECISION: Column<String> =
    field::choice("decision", &["undecided", "renew", "change", "drop"]);
/// The day it was moved to.
pub const UNTIL: Column<NaiveDate> = field::date("until");
/// Who approved it.
pub const APPROVER: Column<RowId> = field::link("approver", "person");
/// When.
pub const DECIDED: Column<NaiveDate> = field::date("decided");
/// What it costs.
pub const COST: Column<Money> = field::money("cost");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// What was decided about one date.
pub const REGISTER: Register = Register {
    key: "renewal",
    number: 19,
    group: "procurement",
    sections: &[
        Section {
            key: "date",
            fields: &[
                CODE.field,
                SUBJECT.field,
                DATE.field,
                DUE.field,
                NOTICE_BY.field,
            ],
        },
        Section {
            key: "decision",
            fields: &[
                DECISION.field,
                UNTIL.field,
                COST.field,
                APPROVER.field,
                DECIDED.field,
            ],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    title: &[DATE.field, DUE.field],
    list: &[
        CODE.field,
        SUBJECT.field,
        DATE.field,
        DUE.field,
        DECISION.field,
        UNTIL.field,
        COST.field,
        APPROVER.field,
        DECIDED.field,
    ],
    keys: &[&[CODE.field]],
    ..Register::DEFAULT
};
