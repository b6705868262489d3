//! A document that proves something, kept as an encrypted file.

use chrono::{DateTime, NaiveDate, Utc};

use super::{AnyLinks, Column, FileRef, Pair, Register, Section, field, rule};

/// Number auditors quote.
pub const CODE: Column<String> = field::code("code", "EV");
/// Title.
pub const TITLE: Column<Pair> = field::pair("title").required();
/// Kind.
pub const KIND: Column<String> = field::choice(
    "kind",
    &[
        "contract",
        "order_confirmation",
        "license_certificate",
        "publisher_statement",
        "invoice",
        "screenshot",
        "report",
        "authorisation",
        "correspondence",
        "source_file",
        "position_snapshot",
        "other",
    ],
);
/// Its versions.
pub const FILES: Column<Vec<FileRef>> = field::files("files").readonly();
/// Taken in at; never edited.
pub const RECEIVED: Column<DateTime<Utc>> = field::moment("received").readonly();
/// Date of the document.
pub const DATED: Column<NaiveDate> = field::date("dated");
/// Period from.
pub const STARTS: Column<NaiveDate> = field::date("starts");
/// Period to.
pub const ENDS: Column<NaiveDate> = field::date("ends");
/// Valid until.
pub const VALID_UNTIL: Column<NaiveDate> = field::date("valid_until");
/// Language.
pub const LANGUAGE: Column<String> =
    field::choice("language", &["zh", "en", "both", "it", "other"]);
/// Contains personal data.
pub const PERSONAL_DATA: Column<bool> = field::flag("personal_data");
/// May leave China.
pub const MAY_LEAVE: Column<bool> = field::flag("may_leave");
/// Records it proves.
pub const ABOUT: Column<AnyLinks> = field::any_links("about");
/// Remarks.
pub const NOTE: Column<String> = field::note("note");

/// A document that proves something, kept as an encrypted file.
pub const REGISTER: Register = Register {
    key: "evidence",
    number: 17,
    group: "compliance",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                CODE.field,
                TITLE.field,
                KIND.field,
                FILES.field,
                RECEIVED.field,
            ],
        },
        Section {
            key: "dates",
            fields: &[DATED.field, STARTS.field, ENDS.field, VALID_UNTIL.field],
        },
        Section {
            key: "handling",
            fields: &[
                LANGUAGE.field,
                PERSONAL_DATA.field,
                MAY_LEAVE.field,
                ABOUT.field,
            ],
        },
        Section {
            key: "remarks",
            fields: &[NOTE.field],
        },
    ],
    title: &[TITLE.field],
    list: &[
        CODE.field,
        TITLE.field,
        KIND.field,
        DATED.field,
        RECEIVED.field,
        VALID_UNTIL.field,
        LANGUAGE.field,
    ],
    keys: &[&[CODE.field]],
    rules: &[rule::ends_after_starts],
    ..Register::DEFAULT
};
