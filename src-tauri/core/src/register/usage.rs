//! Use in a period, and how it was proved.

use chrono::NaiveDate;

use super::{Column, Register, RowId, Section, field, rule};

/// License.
pub const LICENSE: Column<RowId> = field::link("license", "license");
/// Or product.
pub const PRODUCT: Column<RowId> = field::link("product", "product");
/// Name as an inventory found it.
pub const FOUND_AS: Column<String> = field::text("found_as");
/// Publisher as an inventory found it.
pub const FOUND_PUBLISHER: Column<String> = field::text("found_publisher");
/// Version found.
pub const VERSION: Column<String> = field::text("version");
/// Person.
pub const PERSON: Column<RowId> = field::link("person", "person");
/// Device.
pub const DEVICE: Column<RowId> = field::link("device", "device");
/// Tenant.
pub const TENANT: Column<RowId> = field::link("tenant", "tenant");
/// Period from.
pub const STARTS: Column<NaiveDate> = field::date("starts").required();
/// Period to.
pub const ENDS: Column<NaiveDate> = field::date("ends").required();
/// What was counted.
pub const MEASURE: Column<String> =
    field::choice("measure", &["sign_ins", "hours", "documents", "active"]);
/// How much.
pub const AMOUNT: Column<i64> = field::integer("amount");
/// Peak of concurrent use.
pub const PEAK: Column<i64> = field::integer("peak");
/// Day of the peak.
pub const PEAK_ON: Column<NaiveDate> = field::date("peak_on");
/// Last used on.
pub const LAST_USED: Column<NaiveDate> = field::date("last_used");
/// How it was proved.
pub const SOURCE: Column<String> = field::choice(
    "source",
    &[
        "provider_report",
        "screenshot",
        "log",
        "attestation",
        "import",
    ],
);
/// Proof.
pub const DOCUMENTS: Column<Vec<i64>> = field::links("documents", "evidence");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// Use in a period, and how it was proved.
pub const REGISTER: Register = Register {
    key: "usage",
    number: 10,
    group: "inventory",
    sections: &[
        Section {
            key: "usage",
            fields: &[
                LICENSE.field,
                PRODUCT.field,
                PERSON.field,
                DEVICE.field,
                TENANT.field,
                STARTS.field,
                ENDS.field,
            ],
        },
        Section {
            key: "figures",
            fields: &[
                MEASURE.field,
                AMOUNT.field,
                PEAK.field,
                PEAK_ON.field,
                LAST_USED.field,
                SOURCE.field,
                DOCUMENTS.field,
                FOUND_AS.field,
                FOUND_PUBLISHER.field,
                VERSION.field,
            ],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    title: &[LICENSE.field, PRODUCT.field, PERSON.field],
    list: &[
        LICENSE.field,
        PRODUCT.field,
        FOUND_AS.field,
        PERSON.field,
        STARTS.field,
        ENDS.field,
        MEASURE.field,
        AMOUNT.field,
        LAST_USED.field,
    ],
    keys: &[&[
        LICENSE.field,
        PRODUCT.field,
        PERSON.field,
        STARTS.field,
        ENDS.field,
    ]],
    rules: &[rule::ends_after_starts, rule::product_or_license],
    ..Register::DEFAULT
};
