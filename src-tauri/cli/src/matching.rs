//! `sealbook match`: names inventories found and the products they may mean, as a table or JSON; those that are clear are taken on
//! demand.

use sealbook_core::Result;
use sealbook_core::matching::{self, FoundName, Sure, Taken};
use sealbook_core::vault::Operation;

use crate::Outcome;
use crate::session::Session;
use crate::table;

/// Prints the names that wait, or takes those that are clear.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    let mut vault = session.open()?;
    let mut names = matching::waiting(vault.connection(), &mut |done, total| {
        session.terminal.progress(done, total);
        true
    })?;
    if let Some(least) = session.number("accept") {
        let taken: Vec<Taken> = names.iter().filter_map(|name| clear(name, least)).collect();
        if !taken.is_empty() {
            let operation = Operation::new("match", session.now());
            vault.write(&operation, |tx| {
                matching::accept(tx, &taken, &mut |done, total| {
                    session.terminal.progress(done, total);
                    true
                })
            })?;
        }
        note(session, "match-done", taken.len());
        return Ok(Outcome::Done);
    }
    if let Some(limit) = session.number("limit") {
        names.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    if session.text("format") == Some("json") {
        session.terminal.say(&serde_json::to_string(&names)?);
    } else {
        show(session, &names);
    }
    Ok(Outcome::Done)
}

fn clear(name: &FoundName, least: u32) -> Option<Taken> {
    let best = name.candidates.first()?;
    let taken = name.sure == Sure::Clear && u32::from(best.percent) >= least;
    taken.then(|| Taken {
        name: name.name.clone(),
        product: best.id,
    })
}

fn note(session: &mut Session<'_>, id: &str, count: usize) {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let text = session.words().format(id, &[("count", count)]);
    session.terminal.note(&text);
}

fn show(session: &mut Session<'_>, names: &[FoundName]) {
    let words = session.words();
    let head = [
        words.field("deployment", "found_as"),
        words.field("deployment", "found_publisher"),
        words.plural("deployment"),
        words.label("product"),
        words.text("match-column-alike"),
        words.text("match-column-why"),
    ];
    let lines: Vec<Vec<String>> = names
        .iter()
        .map(|name| {
            let best = name.candidates.first().filter(|_| name.sure != Sure::Aside);
            let code = best.and_then(|best| best.code.clone()).unwrap_or_default();
            let title = best.map_or("", |best| words.half(&best.title));
            let percent = best.map_or_else(String::new, |best| format!("{} %", best.percent));
            let why: Vec<String> = match (best, name.class) {
                (Some(best), _) => best.why.iter().map(|why| words.text(why.label())).collect(),
                (None, Some(class)) => vec![words.text(&format!("match-reason-{class}"))],
                (None, None) => Vec::new(),
            };
            vec![
                name.name.clone(),
                name.publisher.clone().unwrap_or_default(),
                words.number(i64::from(name.installs) + name.counted),
                format!("{code} {title}").trim().to_owned(),
                percent,
                why.join(", "),
            ]
        })
        .collect();
    table::print(session, &head, &lines);
    note(session, "cli-match-names", names.len());
}
