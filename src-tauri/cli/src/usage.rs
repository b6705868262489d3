//! The language of the user, and what is said when a command is used wrongly.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};
use sealbook_core::words::{Arg, Language, Words};

use crate::terminal::Terminal;

/// The language: `--lang`, else SEALBOOK_LANG, else the system's. Found before the arguments are read, since their help is in it.
pub fn words(args: impl Iterator<Item = OsString>) -> Words {
    let args: Vec<String> = args.map(|arg| arg.to_string_lossy().into_owned()).collect();
    let asked = args
        .iter()
        .enumerate()
        .find_map(|(at, arg)| match arg.as_str() {
            "--lang" => args.get(at + 1).cloned(),
            _ => arg.strip_prefix("--lang=").map(str::to_owned),
        });
    let tag = asked
        .or_else(|| std::env::var("SEALBOOK_LANG").ok())
        .or_else(sys_locale::get_locale);
    Words::new(
        tag.and_then(|tag| Language::of(&tag))
            .unwrap_or(Language::En),
    )
}

/// Prints help as the result it is, and says what was wrong otherwise.
pub fn explain(error: &clap::Error, terminal: &mut Terminal) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        terminal.say(error.render().to_string().trim_end());
        return if error.kind() == ErrorKind::DisplayHelp {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(2)
        };
    }
    if error.kind() == ErrorKind::DisplayVersion {
        terminal.say(error.render().to_string().trim_end());
        return ExitCode::SUCCESS;
    }
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let id = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-wrong-value",
        ErrorKind::MissingRequiredArgument => "cli-missing",
        ErrorKind::InvalidSubcommand => "cli-unknown-command",
        ErrorKind::ArgumentConflict => "cli-conflict",
        _ => "cli-unknown-argument",
    };
    let what = if error.kind() == ErrorKind::InvalidSubcommand {
        context(ContextKind::InvalidSubcommand)
    } else {
        context(ContextKind::InvalidArg)
    };
    let value = context(ContextKind::InvalidValue);
    let sentence = terminal.words.format(
        id,
        &[("what", Arg::from(what)), ("value", Arg::from(value))],
    );
    terminal.complain(&sentence);
    ExitCode::from(2)
}
