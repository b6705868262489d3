//! A right given to a person or a device.

use chrono::NaiveDate;

use crate::rules::findings::assignments;

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
/// Last use known of, by itself or by reports of use.
pub const USED: Column<NaiveDate> = field::date("used").readonly();
/// Whether its holder lets it lie.
pub const DORMANT: Column<bool> = field::flag("dormant").asked();
/// Whether its holder has the same by another assignment.
pub const TWICE: Column<bool> = field::flag("twice").asked();
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
    derived: &[
        Derived {
            field: LEAVER.field,
            sql: assignments::LEAVER,
        },
        Derived {
            field: USED.field,
            sql: assignments::USED,
        },
        Derived {
            field: DORMANT.field,
            sql: assignments::DORMANT,
        },
        Derived {
            field: TWICE.field,
            sql: assignments::TWICE,
        },
    ],
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
