//! A cloud tenant.

use super::{Column, Register, RowId, Section, field, identifier::Identifier};

/// Name.
pub const NAME: Column<String> = field::text("name").required();
/// Who operates it.
pub const KIND: Column<String> = field::choice(
    "kind",
    &[
        "m365_global",
        "m365_21vianet",
        "azure_global",
        "azure_21vianet",
        "other_saas",
    ],
);
/// Domain.
pub const DOMAIN: Column<String> = field::identifier("domain", Identifier::Domain);
/// Entity that contracts it.
pub const ENTITY: Column<RowId> = field::link("entity", "entity");
/// Where its data lie.
pub const REGION: Column<String> = field::text("region");
/// Users.
pub const USERS: Column<i64> = field::integer("users");
/// Measure for reaching it from China.
pub const NETWORK: Column<String> = field::choice(
    "network",
    &["none", "sdwan", "accelerated_breakout", "private_line"],
);
/// Licensed carrier.
pub const CARRIER: Column<String> = field::text("carrier");
/// Identity set-up.
pub const IDENTITY: Column<String> = field::text("identity");
/// Functions missing here.
pub const MISSING: Column<String> = field::note("missing");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// A cloud tenant.
pub const REGISTER: Register = Register {
    key: "tenant",
    number: 11,
    group: "inventory",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                NAME.field,
                KIND.field,
                DOMAIN.field,
                ENTITY.field,
                REGION.field,
                USERS.field,
            ],
        },
        Section {
            key: "access",
            fields: &[NETWORK.field, CARRIER.field, IDENTITY.field, MISSING.field],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    title: &[NAME.field],
    list: &[
        NAME.field,
        KIND.field,
        DOMAIN.field,
        ENTITY.field,
        REGION.field,
        USERS.field,
        NETWORK.field,
    ],
    keys: &[&[DOMAIN.field], &[NAME.field]],
    ..Register::DEFAULT
};
