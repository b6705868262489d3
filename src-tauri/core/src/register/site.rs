//! An office or plant.

use chrono::NaiveDate;

use super::{Column, Pair, Register, RowId, Section, field, identifier::Identifier};

/// Name of the site.
pub const NAME: Column<Pair> = field::pair("name").required();
/// Other names under which imports find it, one a line.
pub const ALIASES: Column<String> = field::note("aliases").searched();
/// The entity that runs it.
pub const ENTITY: Column<RowId> = field::link("entity", "entity");
/// Stage of its life.
pub const STATUS: Column<String> = field::choice(
    "status",
    &["planned", "onboarding", "active", "closing", "closed"],
);
/// City.
pub const CITY: Column<String> = field::text("city");
/// Province.
pub const PROVINCE: Column<String> = field::text("province");
/// Country.
pub const COUNTRY: Column<String> = field::identifier("country", Identifier::Country);
/// In mainland China.
pub const MAINLAND: Column<bool> = field::flag("mainland");
/// Opened on.
pub const OPENED: Column<NaiveDate> = field::date("opened");
/// People working there.
pub const HEADCOUNT: Column<i64> = field::integer("headcount");
/// Compliance owner.
pub const OWNER: Column<RowId> = field::link("owner", "person");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// An office or plant.
pub const REGISTER: Register = Register {
    key: "site",
    number: 2,
    group: "company",
    sections: &[
        Section {
            key: "identity",
            fields: &[NAME.field, ENTITY.field, STATUS.field, ALIASES.field],
        },
        Section {
            key: "place",
            fields: &[
                CITY.field,
                PROVINCE.field,
                COUNTRY.field,
                MAINLAND.field,
                OPENED.field,
                HEADCOUNT.field,
                OWNER.field,
            ],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    title: &[NAME.field],
    list: &[
        NAME.field,
        ENTITY.field,
        CITY.field,
        STATUS.field,
        HEADCOUNT.field,
        OWNER.field,
    ],
    keys: &[&[NAME.field]],
    ..Register::DEFAULT
};
