//! A vendor's right to resell a publisher: level, certificate, from when until when.

use chrono::NaiveDate;

use super::{Column, Register, RowId, Section, field, rule};

/// Number auditors quote.
pub const CODE: Column<String> = field::code("code", "AUT");
/// Who may resell.
pub const VENDOR: Column<RowId> = field::link("vendor", "vendor").required();
/// Whose products.
pub const PUBLISHER: Column<String> = field::text("publisher").required();
/// Partner level as the publisher calls it.
pub const LEVEL: Column<String> = field::text("level");
/// Number of the certificate.
pub const CERTIFICATE: Column<String> = field::text("certificate");
/// First day.
pub const STARTS: Column<NaiveDate> = field::date("starts").required();
/// Last day.
pub const ENDS: Column<NaiveDate> = field::date("ends").required();
/// Documents that prove it.
pub const DOCUMENTS: Column<Vec<i64>> = field::links("documents", "evidence");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// A vendor's right to resell a publisher.
pub const REGISTER: Register = Register {
    key: "authorisation",
    number: 18,
    group: "procurement",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                CODE.field,
                VENDOR.field,
                PUBLISHER.field,
                LEVEL.field,
                CERTIFICATE.field,
            ],
        },
        Section {
            key: "validity",
            fields: &[STARTS.field, ENDS.field, DOCUMENTS.field],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    title: &[PUBLISHER.field, VENDOR.field],
    list: &[
        CODE.field,
        VENDOR.field,
        PUBLISHER.field,
        LEVEL.field,
        CERTIFICATE.field,
        STARTS.field,
        ENDS.field,
    ],
    keys: &[
        &[CODE.field],
        &[VENDOR.field, PUBLISHER.field, STARTS.field],
    ],
    rules: &[rule::ends_after_starts],
    ..Register::DEFAULT
};
