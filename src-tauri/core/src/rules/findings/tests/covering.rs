//! What it costs to be covered: money once, whichever findings speak of the same right.

use super::cases::lay_out;
use crate::rules::findings::{self, Summary};
use crate::rules::tests::today;

/// Named cases: what differs from the company of the table, and what is to be paid a year.
const CASES: &[(&str, &str, i64)] = &[
    (
        "a holder of what has ended is among what is missing",
        "set = { pool = { ends = \"2026-11-23\" }, line = { starts = \"\", ends = \"\" } }",
        1_500,
    ),
    (
        "without a list price, what has ended says the price",
        "set = { pool = { ends = \"2026-11-23\" }, line = { starts = \"\", ends = \"\" }, draw = { list_price = \"\" } }",
        1_200,
    ),
    (
        "without a list price, no more is bought than is missing",
        "set = { pool = { ends = \"2026-11-23\" }, line = { starts = \"\", ends = \"\" }, draw = { list_price = \"\" } }\n\
         add = [{ id = \"bea\", register = \"person\", set = { name = \"Bea\" } }, \
           { id = \"second\", register = \"assignment\", set = { license = \"@pool\", person = \"@bea\", starts = \"2026-05-01\" } }, \
           { id = \"new\", register = \"license\", set = { product = \"@draw\", model = \"subscription\" } }, \
           { id = \"one\", register = \"purchase\", set = { license = \"@new\", effect = \"add\", quantity = 1, starts = \"2026-05-01\" } }]",
        1_200,
    ),
    (
        "a holder who lets it lie gives back what is missing",
        "set = { pool = { ends = \"2026-11-23\" }, line = { starts = \"\", ends = \"\" }, held = { last_used = \"2026-03-01\" } }",
        0,
    ),
    (
        "where enough else is there, what has ended stands alone",
        "set = { pool = { ends = \"2026-11-23\" }, line = { ends = \"2026-12-31\" } }",
        1_200,
    ),
];

#[test]
fn a_right_is_paid_once() {
    for (name, case, cost) in CASES {
        let (_folder, vault) = lay_out(&format!(
            "name = \"{name}\"\nkind = \"expired\"\nfinds = []\n{case}\n"
        ));
        let groups = findings::read(vault.connection(), today(), &mut |_, _| true).unwrap();
        let ended = groups.iter().find(|group| group.kind.key == "expired");
        assert_eq!(ended.unwrap().found.len(), 1, "{name}");
        let cover = Summary::of(&groups).cover;
        assert_eq!(cover.whole(), cost * 10_000, "{name}: {cover:?}");
    }
}
