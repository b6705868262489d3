//! `sealbook findings`: what should be done, by kind with its money, or the findings of one kind.

use sealbook_core::Result;
use sealbook_core::ledger::Ref;
use sealbook_core::register::Money;
use sealbook_core::rules::findings::report::{FindingGroup, FindingRow, FindingsReport};
use sealbook_core::rules::findings::{describe, kind};
use sealbook_core::words::Words;

use crate::Outcome;
use crate::session::Session;
use crate::table;

/// Prints the findings.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let words = session.words();
    let asked = session.text("kind").map(kind).transpose()?;
    let day = session.as_of()?;
    let vault = session.open()?;
    let most = session.number("limit").map_or(usize::MAX, |limit| {
        usize::try_from(limit).unwrap_or(usize::MAX)
    });
    let mut report = describe::report(vault.connection(), day, words, most, &mut |_, _| true)?;
    if let Some(asked) = asked {
        report.groups.retain(|group| group.kind == asked.key);
    }
    if session.text("format") == Some("json") {
        session.terminal.say(&serde_json::to_string(&report)?);
        return Ok(Outcome::Done);
    }
    match asked {
        Some(_) => report
            .groups
            .iter()
            .for_each(|group| rows(session, words, group)),
        None => kinds(session, words, &report),
    }
    Ok(Outcome::Done)
}

fn kinds(session: &mut Session<'_>, words: Words, report: &FindingsReport) {
    let head = ["kind", "count", "yearly", "once"]
        .map(|key| words.text(&format!("findings-column--{key}")));
    let lines: Vec<Vec<String>> = report
        .groups
        .iter()
        .map(|group| {
            vec![
                words.text(&format!("findings-kind--{}", group.kind)),
                words.number(i64::try_from(group.count).unwrap_or(i64::MAX)),
                amount(words, &group.sums.yearly),
                amount(words, &group.sums.once),
            ]
        })
        .collect();
    table::print(session, &head, &lines);
    for (id, sums) in [("save", &report.save), ("cover", &report.cover)] {
        let line = words.format(
            &format!("findings-total--{id}"),
            &[
                ("yearly", words.money(&sums.yearly)),
                ("once", words.money(&sums.once)),
            ],
        );
        session.terminal.note(&line);
    }
}

fn rows(session: &mut Session<'_>, words: Words, group: &FindingGroup) {
    let head = ["product", "holder", "count", "money", "action"]
        .map(|key| words.text(&format!("findings-column--{key}")));
    let named = |name: &Option<Ref>| {
        name.as_ref()
            .map_or("", |name| words.half(&name.title))
            .to_owned()
    };
    let line = |row: &FindingRow| {
        vec![
            named(&row.product),
            named(&row.holder),
            words.number(row.count),
            row.money
                .as_ref()
                .map_or_else(String::new, |money| words.money(money)),
            words.text(&format!("findings-action--{}", row.action.key())),
        ]
    };
    let lines: Vec<Vec<String>> = group.rows.iter().map(line).collect();
    table::print(session, &head, &lines);
    let count = i64::try_from(group.count).unwrap_or(i64::MAX);
    session
        .terminal
        .note(&words.format("cli-list-rows", &[("count", count)]));
}

/// An amount, or nothing for none.
fn amount(words: Words, money: &Money) -> String {
    if money.amount == 0 {
        String::new()
    } else {
        words.money(money)
    }
}
