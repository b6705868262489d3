//! Someone who holds licenses or answers for them.

use chrono::NaiveDate;

use super::{Column, Derived, Register, RowId, Section, field, identifier::Identifier, rule};

/// Name in Latin script or as written at work.
pub const NAME: Column<String> = field::text("name").required();
/// Name in Chinese characters.
pub const NAME_ZH: Column<String> = field::text("name_zh");
/// E-mail address.
pub const EMAIL: Column<String> = field::identifier("email", Identifier::Email);
/// Staff number.
pub const STAFF_NO: Column<String> = field::text("staff_no");
/// Department.
pub const DEPARTMENT: Column<String> = field::text("department");
/// Cost centre.
pub const COST_CENTRE: Column<String> = field::text("cost_centre");
/// Where they work.
pub const SITE: Column<RowId> = field::link("site", "site");
/// Still with the company or not.
pub const STATUS: Column<String> = field::choice("status", &["active", "left"]);
/// Joined on.
pub const JOINED: Column<NaiveDate> = field::date("joined");
/// Left on.
pub const LEFT_ON: Column<NaiveDate> = field::date("left_on");
/// Language they prefer.
pub const LANGUAGE: Column<String> = field::choice("language", &["zh", "en", "it"]);
/// What they answer for.
pub const ROLES: Column<Vec<String>> = field::choices(
    "roles",
    &["compliance_owner", "it_lead", "finance_lead", "approver"],
);
/// Remarks.
pub const NOTE: Column<String> = field::note("note");
/// Licenses held on the day asked about.
pub const LICENSES: Column<i64> = field::integer("licenses").readonly();

/// Someone who holds licenses or answers for them.
pub const REGISTER: Register = Register {
    key: "person",
    number: 3,
    group: "company",
    sections: &[
        Section {
            key: "identity",
            fields: &[NAME.field, NAME_ZH.field, EMAIL.field, STAFF_NO.field],
        },
        Section {
            key: "work",
            fields: &[
                DEPARTMENT.field,
                COST_CENTRE.field,
                SITE.field,
                STATUS.field,
                JOINED.field,
                LEFT_ON.field,
                LANGUAGE.field,
                ROLES.field,
            ],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    derived: &[Derived {
        field: LICENSES.field,
        sql: "(SELECT COUNT(*) FROM assignment a WHERE a.person_id = person.id AND a.archived_at IS NULL AND a.starts <= :today AND (a.ends IS NULL OR a.ends >= :today))",
    }],
    title: &[NAME.field, NAME_ZH.field],
    list: &[
        NAME.field,
        NAME_ZH.field,
        DEPARTMENT.field,
        SITE.field,
        STATUS.field,
        LICENSES.field,
        EMAIL.field,
    ],
    keys: &[&[EMAIL.field], &[STAFF_NO.field], &[NAME.field]],
    rules: &[rule::left_after_joined],
    ..Register::DEFAULT
};
