//! A name inventories find that needs no license: the next import leaves it aside by itself.

use super::{Column, Register, Section, field};

/// Name as inventories find it.
pub const NAME: Column<String> = field::text("name").required();
/// Publisher as inventories find it.
pub const PUBLISHER: Column<String> = field::text("publisher");
/// What kind of thing it is.
pub const CLASS: Column<String> = field::choice("class", CLASSES);
/// Why it needs no license.
pub const REASON: Column<String> = field::text("reason");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// Kinds of software nobody buys by itself.
pub const CLASSES: &[&str] = &[
    "update",
    "driver",
    "runtime",
    "language_pack",
    "component",
    "system",
    "free",
    "own",
    "other",
];

/// A name inventories find that needs no license.
pub const REGISTER: Register = Register {
    key: "ignored_name",
    number: 30,
    group: "inventory",
    sections: &[
        Section {
            key: "name",
            fields: &[NAME.field, PUBLISHER.field, CLASS.field, REASON.field],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    title: &[NAME.field],
    list: &[NAME.field, PUBLISHER.field, CLASS.field, REASON.field],
    keys: &[&[NAME.field]],
    ..Register::DEFAULT
};
