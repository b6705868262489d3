//! A product found on a device. Installing and removing are events of the software ledger. What an inventory found and nobody
//! has matched with a product yet stands under the name it was found by.

use chrono::NaiveDate;

use crate::rules::findings::installations;

use super::{Column, Derived, Register, RowId, Section, field, rule};

/// Product; none while the name found waits for one.
pub const PRODUCT: Column<RowId> = field::link("product", "product");
/// Name as an inventory found it.
pub const FOUND_AS: Column<String> = field::text("found_as");
/// Publisher as an inventory found it.
pub const FOUND_PUBLISHER: Column<String> = field::text("found_publisher");
/// Device.
pub const DEVICE: Column<RowId> = field::link("device", "device").required();
/// Version found.
pub const VERSION: Column<String> = field::text("version");
/// Installed on.
pub const INSTALLED: Column<NaiveDate> = field::date("installed");
/// Removed on.
pub const REMOVED: Column<NaiveDate> = field::date("removed");
/// How it is known.
pub const SOURCE: Column<String> =
    field::choice("source", &["scan", "intune", "sccm", "manual", "import"]);
/// Found on.
pub const FOUND: Column<NaiveDate> = field::date("found");
/// Needs a license.
pub const LICENSABLE: Column<bool> = field::flag("licensable");
/// Why not.
pub const REASON: Column<String> = field::text("reason");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");
/// Whether it stands although its product is not in the record.
pub const UNKNOWN: Column<bool> = field::flag("unknown").asked();

/// A product found on a device. Installing and removing are events of the software ledger.
pub const REGISTER: Register = Register {
    key: "deployment",
    number: 9,
    group: "inventory",
    sections: &[
        Section {
            key: "deployment",
            fields: &[
                PRODUCT.field,
                DEVICE.field,
                VERSION.field,
                INSTALLED.field,
                REMOVED.field,
            ],
        },
        Section {
            key: "source",
            fields: &[
                SOURCE.field,
                FOUND.field,
                FOUND_AS.field,
                FOUND_PUBLISHER.field,
                LICENSABLE.field,
                REASON.field,
            ],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    derived: &[Derived {
        field: UNKNOWN.field,
        sql: installations::UNKNOWN,
    }],
    title: &[PRODUCT.field, DEVICE.field],
    list: &[
        PRODUCT.field,
        FOUND_AS.field,
        DEVICE.field,
        VERSION.field,
        INSTALLED.field,
        REMOVED.field,
        SOURCE.field,
        FOUND.field,
    ],
    keys: &[
        &[FOUND_AS.field, DEVICE.field, VERSION.field],
        &[PRODUCT.field, DEVICE.field, VERSION.field],
    ],
    owner: Some(PRODUCT.field),
    rules: &[rule::removed_after_installed, rule::product_or_found],
};
