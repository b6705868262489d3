//! The bars Sealbook holds itself to, each beside the same work done bare. `cargo xtask bench [--quick] [NAME …]`
//!
//! Every measure runs in a process of its own, so that memory is told apart and nothing is warm by accident.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)] // a benchmark stops where it fails and speaks on standard output

mod export;
mod figure;
mod findings;
mod import;
mod lists;
mod names;
mod position;
mod read;
mod vaults;

use std::process::ExitCode;

use figure::Figure;
use sealbook_core::intake::worker::serve_if_asked;

/// How much is measured.
#[derive(Clone, Copy)]
pub struct Scale {
    /// rows exported and imported
    pub sheet: usize,
    /// rows listed, sorted, filtered, searched
    pub list: usize,
}

const FULL: Scale = Scale {
    sheet: 100_000,
    list: 1_000_000,
};
const QUICK: Scale = Scale {
    sheet: 10_000,
    list: 20_000,
};

type Bench = fn(Scale) -> Vec<Figure>;
const BENCHES: [(&str, Bench); 7] = [
    ("export", export::figures),
    ("import", import::figures),
    ("read", read::figures),
    ("list", lists::figures),
    ("match", names::figures),
    ("position", position::figures),
    ("findings", findings::figures),
];

fn main() -> ExitCode {
    if let Some(served) = serve_if_asked(std::env::args_os()) {
        return served;
    }
    // `cargo bench` adds --bench
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    if let Some(task) = words.first().and_then(|word| word.strip_prefix("task:")) {
        figure::answer(&task_of(task)(&words[1..]));
        return ExitCode::SUCCESS;
    }
    let scale = if words.iter().any(|word| word == "--quick") {
        QUICK
    } else {
        FULL
    };
    let named: Vec<&String> = words
        .iter()
        .filter(|word| !word.starts_with("--"))
        .collect();
    println!("name | ours | reference | ratio | bar | ok/OVER");
    let mut over = false;
    for (name, bench) in BENCHES {
        if named.is_empty() || named.iter().any(|word| *word == name) {
            for figure in bench(scale) {
                println!("{figure}");
                over |= figure.is_over();
            }
        }
    }
    if over {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

type Task = fn(&[String]) -> f64;

/// What a child process measures; answers with seconds.
fn task_of(name: &str) -> Task {
    match name {
        "export-ours" => export::ours,
        "export-bare" => export::bare,
        "import-ours" => import::ours,
        "import-bare" => import::bare,
        "read-bare" => read::bare,
        "read-file" => read::file,
        "read-ours" => read::ours,
        "make-vault" => vaults::make,
        other => panic!("no task {other}"),
    }
}
