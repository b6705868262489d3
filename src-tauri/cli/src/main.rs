//! `sealbook`: the jobs of the window without one, on the same core.
//!
//! Exit codes: 0 done · 1 a problem was found (rows refused, a check failed) · 2 wrong use · 3 wrong key · 4 the vault is in use ·
//! 5 the vault or a file is damaged · 6 anything else that stopped the work.

mod arguments;
mod choices;
mod deadlines;
mod demo;
mod export;
mod findings;
mod import;
mod init;
mod list;
mod matching;
mod position;
mod schema;
mod scope;
mod session;
mod table;
mod terminal;
mod undo;
mod unlock;
mod usage;
mod verify;

use std::process::ExitCode;

use clap::ArgMatches;
use sealbook_core::intake::worker::serve_if_asked;
use sealbook_core::{Error, Result};

use session::Session;
use terminal::Terminal;

/// How a command that ran to its end went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// As asked.
    Done,
    /// It ran, and found something wrong.
    Found,
}

fn main() -> ExitCode {
    // before anything else: this may be the process that reads a stranger's file
    if let Some(served) = serve_if_asked(std::env::args_os()) {
        return served;
    }
    let words = usage::words(std::env::args_os());
    let mut terminal = Terminal::new(words);
    let matches = match arguments::command(words).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return usage::explain(&error, &mut terminal),
    };
    match run(&matches, &mut terminal) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Err(error) => {
            terminal.complain(&words.error(&error));
            ExitCode::from(code(&error))
        }
    }
}

fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Outcome> {
    let Some((name, matches)) = matches.subcommand() else {
        return Err(Error::new("cli_nothing_asked"));
    };
    let mut session = Session { matches, terminal };
    match name {
        "init" => init::run(&mut session),
        "import" => import::run(&mut session),
        "list" => list::run(&mut session),
        "findings" => findings::run(&mut session),
        "match" => matching::run(&mut session),
        "export" => export::run(&mut session),
        "position" => position::run(&mut session),
        "undo" => undo::run(&mut session),
        "verify" => verify::run(&mut session),
        "deadlines" => deadlines::run(&mut session),
        "demo" => demo::run(&mut session),
        "schema" => schema::run(&mut session),
        _ => Err(Error::new("cli_nothing_asked")),
    }
}

/// The exit code of a refusal.
fn code(error: &Error) -> u8 {
    match error.code.as_str() {
        "bad_arguments" | "cli_nothing_asked" | "unknown_register" | "field_unknown"
        | "filter_refused" | "cli_match_shape" | "cli_match_register" | "cli_match_field"
        | "cli_correct_shape" | "cell_unknown" | "cli_no_vault" | "cli_no_passphrase"
        | "cli_exists" => 2,
        "wrong_passphrase" | "wrong_recovery_key" | "wrong_device_key" | "key_of_other_vault" => 3,
        "vault_in_use" | "vault_busy" => 4,
        "vault_damaged" | "key_file_damaged" | "key_file_missing" | "evidence_damaged"
        | "evidence_missing" => 5,
        _ => 6,
    }
}
