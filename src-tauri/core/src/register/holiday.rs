//! A day that is no working day though it falls in the week, or is one though it falls on a weekend. The known
//! arrangements ship with the program; a day written here goes before them.

use chrono::NaiveDate;

use super::{Column, Pair, Register, Section, field, identifier::Identifier};

/// Day.
pub const DAY: Column<NaiveDate> = field::date("day").required();
/// Name.
pub const NAME: Column<Pair> = field::pair("name");
/// Free or worked.
pub const KIND: Column<String> = field::choice("kind", &["holiday", "working_day"]).required();
/// Where.
pub const COUNTRY: Column<String> = field::identifier("country", Identifier::Country).required();
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// A holiday, or a weekend day that is worked.
pub const REGISTER: Register = Register {
    key: "holiday",
    number: 21,
    group: "operations",
    sections: &[Section {
        key: "day",
        fields: &[DAY.field, NAME.field, KIND.field, COUNTRY.field, NOTE.field],
    }],
    title: &[DAY.field, NAME.field],
    list: &[DAY.field, NAME.field, KIND.field, COUNTRY.field, NOTE.field],
    keys: &[&[DAY.field, COUNTRY.field]],
    ..Register::DEFAULT
};
