//! Every kind of finding, one entry each: which list it is, what is counted in a row, and what that costs.

use super::{Action, Charge, Counted, Kind, Side, assignments, installations, licenses};
use crate::ledger::FilterOp::{Is, Present};
use crate::rules::rights;

/// Every kind, in the order they are shown.
pub const KINDS: &[Kind] = &[
    Kind {
        key: "shortfall",
        register: "product",
        filters: &[("position", Is, &["short"]), ("unlicensed", Is, &["false"])],
        side: Side::Cover,
        counted: Counted::Missing,
        charge: Charge::List,
        actions: &[Action::Buy, Action::Reallocate, Action::Uninstall],
        ..Kind::PLAIN
    },
    Kind {
        key: "unlicensed",
        register: "product",
        filters: &[("unlicensed", Is, &["true"])],
        side: Side::Cover,
        counted: Counted::Sql(installations::USERS),
        charge: Charge::List,
        actions: &[Action::Buy, Action::Uninstall],
        ..Kind::PLAIN
    },
    Kind {
        key: "expired",
        register: "license",
        filters: &[("ended_in_use", Is, &["true"])],
        side: Side::Cover,
        counted: Counted::Sql(licenses::LEFT_WITHOUT),
        charge: Charge::Right,
        day: "license.ends",
        actions: &[Action::Buy, Action::Uninstall],
        ..Kind::PLAIN
    },
    Kind {
        key: "lapsed",
        register: "license",
        filters: &[("lapsed", Present, &[])],
        side: Side::Check,
        counted: Counted::Sql(rights::RIGHTS_OF_LICENSE),
        charge: Charge::Maintenance,
        day: "CASE WHEN license.maintenance_until < :today THEN license.maintenance_until ELSE license.warranty_until END",
        variant: licenses::LAPSED,
        actions: &[Action::Buy],
        ..Kind::PLAIN
    },
    Kind {
        key: "leaver",
        register: "assignment",
        filters: &[("leaver", Is, &["left"])],
        charge: Charge::Right,
        day: "(SELECT h.left_on FROM person h WHERE h.id = assignment.person_id)",
        ..Kind::PLAIN
    },
    Kind {
        key: "dormant",
        register: "assignment",
        filters: &[("dormant", Is, &["true"])],
        charge: Charge::Right,
        day: assignments::USED,
        ..Kind::PLAIN
    },
    Kind {
        key: "twice",
        register: "assignment",
        filters: &[("twice", Is, &["true"])],
        charge: Charge::Right,
        day: "assignment.starts",
        ..Kind::PLAIN
    },
    Kind {
        key: "underused",
        register: "license",
        filters: &[("underused", Is, &["true"])],
        counted: Counted::Sql(licenses::IDLE),
        whole: rights::RIGHTS_OF_LICENSE,
        charge: Charge::Right,
        actions: &[Action::Downgrade, Action::Reallocate, Action::Release],
        ..Kind::PLAIN
    },
    Kind {
        key: "unneeded",
        register: "purchase",
        filters: &[("unneeded", Is, &["true"])],
        counted: Counted::Sql("purchase.quantity"),
        charge: Charge::Right,
        day: "COALESCE(purchase.ordered, purchase.starts)",
        actions: &[Action::Reallocate, Action::Downgrade, Action::Release],
        ..Kind::PLAIN
    },
    Kind {
        key: "abroad",
        register: "license",
        filters: &[("abroad", Present, &[])],
        side: Side::Check,
        counted: Counted::Sql(licenses::ASSIGNED),
        variant: licenses::ABROAD,
        actions: &[Action::Check],
        ..Kind::PLAIN
    },
    Kind {
        key: "unknown",
        register: "deployment",
        filters: &[("unknown", Is, &["true"])],
        side: Side::Check,
        day: "deployment.installed",
        actions: &[Action::Uninstall],
        ..Kind::PLAIN
    },
];
