//! Somebody who sells or services software.

use super::{Column, Derived, Pair, Register, Section, field, identifier::Identifier};

/// Registered name.
pub const NAME: Column<Pair> = field::pair("name").required();
/// Other names under which imports find it, one a line.
pub const ALIASES: Column<String> = field::note("aliases").searched();
/// Unified social credit code.
pub const USCC: Column<String> = field::identifier("uscc", Identifier::Uscc);
/// What they are.
pub const KIND: Column<String> = field::choice(
    "kind",
    &[
        "publisher",
        "authorised_reseller",
        "distributor",
        "integrator",
        "service",
    ],
);
/// Country.
pub const COUNTRY: Column<String> = field::identifier("country", Identifier::Country);
/// Result of qualification.
pub const STATUS: Column<String> = field::choice(
    "status",
    &[
        "prospect",
        "approved",
        "conditional",
        "rejected",
        "suspended",
    ],
);
/// Issues RMB fapiao.
pub const RMB_FAPIAO: Column<bool> = field::flag("rmb_fapiao");
/// Gives a warranty in China.
pub const CHINA_WARRANTY: Column<bool> = field::flag("china_warranty");
/// Supports ICP filing.
pub const ICP_SUPPORT: Column<bool> = field::flag("icp_support");
/// Languages they work in.
pub const LANGUAGES: Column<Vec<String>> = field::choices("languages", &["zh", "en", "it"]);
/// Contacts.
pub const CONTACTS: Column<String> = field::note("contacts");
/// E-mail address.
pub const EMAIL: Column<String> = field::identifier("email", Identifier::Email);
/// Remarks.
pub const NOTE: Column<String> = field::note("note");
/// Purchase lines bought from them.
pub const PURCHASES: Column<i64> = field::integer("purchases").readonly();

/// Somebody who sells or services software.
pub const REGISTER: Register = Register {
    key: "vendor",
    number: 12,
    group: "procurement",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                NAME.field,
                USCC.field,
                KIND.field,
                COUNTRY.field,
                STATUS.field,
                ALIASES.field,
            ],
        },
        Section {
            key: "ability",
            fields: &[
                RMB_FAPIAO.field,
                CHINA_WARRANTY.field,
                ICP_SUPPORT.field,
                LANGUAGES.field,
                CONTACTS.field,
                EMAIL.field,
            ],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    derived: &[Derived {
        field: PURCHASES.field,
        sql: "(SELECT COUNT(*) FROM purchase p WHERE p.vendor_id = vendor.id AND p.archived_at IS NULL)",
    }],
    title: &[NAME.field],
    list: &[
        NAME.field,
        KIND.field,
        STATUS.field,
        USCC.field,
        RMB_FAPIAO.field,
        CHINA_WARRANTY.field,
        PURCHASES.field,
    ],
    keys: &[&[USCC.field], &[NAME.field]],
    ..Register::DEFAULT
};
