//! The reporting-currency price of one unit of a currency on a day.

use chrono::NaiveDate;

use super::{Column, Micros, Register, Section, field, identifier::Identifier};

/// Currency.
pub const CURRENCY: Column<String> = field::identifier("currency", Identifier::Currency).required();
/// Day.
pub const DATE: Column<NaiveDate> = field::date("date").required();
/// Units of the reporting currency for one.
pub const RATE: Column<Micros> = field::decimal("rate").required();
/// Where it was read.
pub const SOURCE: Column<String> = field::text("source").required();

/// The reporting-currency price of one unit of a currency on a day.
pub const REGISTER: Register = Register {
    key: "exchange_rate",
    number: 16,
    group: "procurement",
    sections: &[Section {
        key: "rate",
        fields: &[CURRENCY.field, DATE.field, RATE.field, SOURCE.field],
    }],
    title: &[CURRENCY.field, DATE.field],
    list: &[CURRENCY.field, DATE.field, RATE.field, SOURCE.field],
    keys: &[&[CURRENCY.field, DATE.field]],
    ..Register::DEFAULT
};
