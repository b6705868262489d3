//! A right given to a person or a device.

use chrono::NaiveDate;

use crate::rules::holders;

use super::{Column, Derived, Register, RowId, Section, field, rule};

/// License.
pub const LICENSE: Column<RowId> = field::link("license", "license").required();
/// Held by a person.
pub const PERSON: Column<RowId> = field::link("person", "person");
/// Or by a device.
pub const DEVICE: Column<RowId> = field::link("device", "device");
/// From.
pub const STARTS: Column<NaiveDate> = field::date("starts").required();
/// Until.
pub const ENDS: Column<NaiveDate> = field::date("ends");
/// Approved by.
pub const APPROVER: Column<RowId> = field::link("approver", "person");
/// Last used on.
pub const LAST_USED: Column<NaiveDate> = field::date("last_used");
/// Whether its holder has left and still holds it on the day asked about.
pub const LEAVER: Column<String> = field::choice("leaver", &["left"]).readonly();
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// A right given to a person or a device.
pub const REGISTER: Register = Register {
    key: "assignment",
    number: 8,
    group: "inventory",
    sections: &[
        Section {
            key: "assignment",
            fields: &[
                LICENSE.field,
                PERSON.field,
                DEVICE.field,
                STARTS.field,
                ENDS.field,
                APPROVER.field,
                LAST_USED.field,
            ],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    derived: &[Derived {
        field: LEAVER.field,
        sql: holders::LEAVER,
    }],
    title: &[LICENSE.field, PERSON.field, DEVICE.field],
    list: &[
        LICENSE.field,
        PERSON.field,
        DEVICE.field,
        STARTS.field,
        ENDS.field,
        LAST_USED.field,
        LEAVER.field,
    ],
    keys: &[&[LICENSE.field, PERSON.field, DEVICE.field]],
    owner: Some(LICENSE.field),
    rules: &[rule::ends_after_starts, rule::person_or_device],
};
