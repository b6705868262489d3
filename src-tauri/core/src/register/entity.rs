//! A legal entity of the group.

use super::{Column, Pair, Register, Section, field, identifier::Identifier};

/// Registered name.
pub const NAME: Column<Pair> = field::pair("name").required();
/// Other names under which imports find it, one a line.
pub const ALIASES: Column<String> = field::note("aliases").searched();
/// Unified social credit code.
pub const USCC: Column<String> = field::identifier("uscc", Identifier::Uscc);
/// Place in the group.
pub const ROLE: Column<String> =
    field::choice("role", &["parent", "subsidiary", "branch", "wfoe", "jv"]);
/// Where it is registered.
pub const COUNTRY: Column<String> = field::identifier("country", Identifier::Country);
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// A legal entity of the group.
pub const REGISTER: Register = Register {
    key: "entity",
    number: 1,
    group: "company",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                NAME.field,
                USCC.field,
                ROLE.field,
                COUNTRY.field,
                ALIASES.field,
            ],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    title: &[NAME.field],
    list: &[NAME.field, USCC.field, ROLE.field, COUNTRY.field],
    keys: &[&[USCC.field], &[NAME.field]],
    ..Register::DEFAULT
};
