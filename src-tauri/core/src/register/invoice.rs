//! A fapiao or a foreign invoice.

use chrono::NaiveDate;

use super::{Column, Money, Pair, Register, RowId, Section, field, identifier::Identifier, rule};

/// Kind.
pub const KIND: Column<String> = field::choice(
    "kind",
    &[
        "e_special",
        "e_ordinary",
        "vat_special",
        "vat_ordinary",
        "foreign",
    ],
);
/// Number.
pub const NUMBER: Column<String> = field::identifier("number", Identifier::FapiaoNumber).required();
/// Code of older kinds.
pub const CODE: Column<String> = field::identifier("code", Identifier::FapiaoCode);
/// Issued on.
pub const ISSUED: Column<NaiveDate> = field::date("issued").required();
/// What it is for.
pub const DESCRIPTION: Column<Pair> = field::pair("description");
/// Vendor.
pub const VENDOR: Column<RowId> = field::link("vendor", "vendor");
/// Seller as printed.
pub const SELLER: Column<String> = field::text("seller");
/// Tax number of the seller.
pub const SELLER_TAX_NO: Column<String> = field::identifier("seller_tax_no", Identifier::Uscc);
/// Buyer.
pub const BUYER: Column<RowId> = field::link("buyer", "entity");
/// Tax number of the buyer.
pub const BUYER_TAX_NO: Column<String> = field::identifier("buyer_tax_no", Identifier::Uscc);
/// Amount without tax.
pub const NET: Column<Money> = field::money("net");
/// Tax.
pub const TAX: Column<Money> = field::money("tax");
/// Amount with tax.
pub const GROSS: Column<Money> = field::money("gross").required();
/// Blue fapiao this red-letter one reverses.
pub const RED_LETTER_OF: Column<RowId> = field::link("red_letter_of", "invoice");
/// Verified with the tax platform on.
pub const VERIFIED: Column<NaiveDate> = field::date("verified");
/// Booked on.
pub const BOOKED: Column<NaiveDate> = field::date("booked");
/// Paid on.
pub const PAID: Column<NaiveDate> = field::date("paid");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// A fapiao or a foreign invoice.
pub const REGISTER: Register = Register {
    key: "invoice",
    number: 14,
    group: "procurement",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                KIND.field,
                NUMBER.field,
                CODE.field,
                ISSUED.field,
                DESCRIPTION.field,
            ],
        },
        Section {
            key: "parties",
            fields: &[
                VENDOR.field,
                SELLER.field,
                SELLER_TAX_NO.field,
                BUYER.field,
                BUYER_TAX_NO.field,
            ],
        },
        Section {
            key: "amounts",
            fields: &[NET.field, TAX.field, GROSS.field, RED_LETTER_OF.field],
        },
        Section {
            key: "handling",
            fields: &[VERIFIED.field, BOOKED.field, PAID.field],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    title: &[NUMBER.field],
    list: &[
        NUMBER.field,
        KIND.field,
        ISSUED.field,
        VENDOR.field,
        BUYER.field,
        NET.field,
        TAX.field,
        GROSS.field,
        VERIFIED.field,
    ],
    keys: &[&[NUMBER.field, CODE.field]],
    rules: &[rule::net_and_tax_make_gross],
    ..Register::DEFAULT
};
