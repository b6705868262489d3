//! Something somebody has to do by a day, and what came of it.

use chrono::NaiveDate;

use super::{AnyLinks, Column, Money, Pair, Register, RowId, Section, field};

/// Number to quote.
pub const CODE: Column<String> = field::code("code", "TSK");
/// What to do.
pub const TITLE: Column<Pair> = field::pair("title").required();
/// Kind of action.
pub const ACTION: Column<String> = field::choice(
    "action",
    &[
        "buy",
        "reallocate",
        "downgrade",
        "release",
        "ask_holder",
        "uninstall",
        "renew",
        "give_notice",
        "other",
    ],
);
/// Records it is about.
pub const ABOUT: Column<AnyLinks> = field::any_links("about");
/// Who does it.
pub const OWNER: Column<RowId> = field::link("owner", "person");
/// Last day.
pub const DUE: Column<NaiveDate> = field::date("due");
/// How far it is.
pub const STATUS: Column<String> = field::choice("status", &["open", "doing", "done", "dropped"]);
/// Money that hangs on it.
pub const AT_STAKE: Column<Money> = field::money("at_stake");
/// The holder was asked on.
pub const ASKED: Column<NaiveDate> = field::date("asked");
/// The holder answered on.
pub const ANSWERED: Column<NaiveDate> = field::date("answered");
/// The holder's answer.
pub const ANSWER: Column<String> = field::choice("answer", &["keep", "release"]);
/// What came of it.
pub const NOTE: Column<String> = field::note("note");

/// Something somebody has to do by a day.
pub const REGISTER: Register = Register {
    key: "task",
    number: 20,
    group: "operations",
    sections: &[
        Section {
            key: "identity",
            fields: &[
                CODE.field,
                TITLE.field,
                ACTION.field,
                ABOUT.field,
                AT_STAKE.field,
            ],
        },
        Section {
            key: "work",
            fields: &[OWNER.field, DUE.field, STATUS.field],
        },
        Section {
            key: "answer",
            fields: &[ASKED.field, ANSWERED.field, ANSWER.field],
        },
        Section {
            key: "outcome",
            fields: &[NOTE.field],
        },
    ],
    title: &[TITLE.field],
    list: &[
        CODE.field,
        TITLE.field,
        ACTION.field,
        ABOUT.field,
        OWNER.field,
        DUE.field,
        STATUS.field,
        AT_STAKE.field,
    ],
    keys: &[&[CODE.field]],
    ..Register::DEFAULT
};
