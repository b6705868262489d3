//! Every reader on files that were changed at random where it matters: inside a workbook's parts and records, not only its bytes.
//! A short run with every test, always on the same files; `cargo xtask fuzz [MINUTES]` goes on with new ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)] // a test stops where it fails, and tells its keeper how far it is

mod container;
mod input;
mod keeper;
mod markup;
mod records;
mod seeds;
mod target;

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use libtest_mimic::{Arguments, Trial};
use seeds::{Kind, Seeds};
use target::Task;

/// Changed files of each kind in the short run.
const SHORT: u64 = 400;
/// Fewer where each is also matched and previewed.
const SHORT_WHOLE: u64 = 60;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().collect();
    if let Some(served) = keeper::serve_if_asked(&words) {
        return served;
    }
    if words.get(1).is_some_and(|word| word == "--minutes") {
        let minutes = words
            .get(2)
            .and_then(|word| word.parse().ok())
            .unwrap_or(10);
        return long(minutes);
    }
    let trials = Kind::ALL.into_iter().flat_map(|kind| {
        let read = move || short(kind, Task::Read, SHORT);
        let whole = move || short(kind, Task::Import, SHORT_WHOLE);
        // the files are made by programs that `cargo xtask setup` installs
        [
            Trial::test(format!("changed_{kind}_files_are_read_or_refused"), read)
                .with_ignored_flag(true),
            Trial::test(
                format!("changed_{kind}_files_are_previewed_or_refused"),
                whole,
            )
            .with_ignored_flag(true),
        ]
    });
    let (names, options): (Vec<String>, Vec<String>) =
        words.into_iter().partition(|word| !word.starts_with('-'));
    let asked = |test: &str| names.len() < 2 || names[1..].iter().any(|name| test.contains(name));
    let trials = trials.filter(|trial| asked(trial.name())).collect();
    let arguments = Arguments::from_iter(names[..1].iter().chain(&options));
    libtest_mimic::run(&arguments, trials).exit_code()
}

fn short(kind: Kind, task: Task, count: u64) -> Result<(), libtest_mimic::Failed> {
    let seeds = Seeds::shared();
    let findings = keeper::watch(seeds, kind, task, 0..count);
    if findings.is_empty() {
        return Ok(());
    }
    Err(findings.join("\n").into())
}

/// Goes on until the minutes are over, on files no run has seen.
fn long(minutes: u64) -> ExitCode {
    let now = || {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |since| since.as_secs())
    };
    let (seeds, end) = (Seeds::shared(), now() + minutes * 60);
    let mut at = now() << 20;
    let (mut tried, mut found) = (0, 0);
    while now() < end {
        for (kind, (task, count)) in Kind::ALL
            .into_iter()
            .flat_map(|kind| [(Task::Read, 2_000), (Task::Import, 100)].map(|work| (kind, work)))
        {
            let findings = keeper::watch(seeds, kind, task, at..at + count);
            findings.iter().for_each(|finding| println!("{finding}"));
            (at, tried, found) = (at + count, tried + count, found + findings.len());
            if now() >= end {
                break;
            }
        }
        println!("{tried} files, {found} findings");
    }
    ExitCode::from(u8::from(found > 0))
}
