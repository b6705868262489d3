//! One line of a fapiao.

use super::{Column, Micros, Money, Register, RowId, Section, field};

/// Fapiao.
pub const INVOICE: Column<RowId> = field::link("invoice", "invoice").required();
/// Goods or service.
pub const NAME: Column<String> = field::text("name").required();
/// Specification.
pub const SPEC: Column<String> = field::text("spec");
/// Unit.
pub const UNIT: Column<String> = field::text("unit");
/// Quantity.
pub const QUANTITY: Column<Micros> = field::decimal("quantity");
/// Price of one without tax.
pub const UNIT_PRICE: Column<Micros> = field::decimal("unit_price");
/// Amount without tax.
pub const NET: Column<Money> = field::money("net");
/// Tax rate in percent.
pub const TAX_RATE: Column<Micros> = field::decimal("tax_rate");
/// Tax.
pub const TAX: Column<Money> = field::money("tax");

/// One line of a fapiao.
pub const REGISTER: Register = Register {
    key: "invoice_line",
    number: 15,
    group: "procurement",
    sections: &[Section {
        key: "line",
        fields: &[
            INVOICE.field,
            NAME.field,
            SPEC.field,
            UNIT.field,
            QUANTITY.field,
            UNIT_PRICE.field,
            NET.field,
            TAX_RATE.field,
            TAX.field,
        ],
    }],
    title: &[NAME.field],
    list: &[
        INVOICE.field,
        NAME.field,
        SPEC.field,
        QUANTITY.field,
        UNIT_PRICE.field,
        NET.field,
        TAX_RATE.field,
        TAX.field,
    ],
    keys: &[&[INVOICE.field, NAME.field, SPEC.field]],
    owner: Some(INVOICE.field),
    ..Register::DEFAULT
};
