//! Reading a stranger's file in a process of its own: this very program, started again, that holds no key and no vault, may open
//! nothing and connect nowhere, and whose memory and time are bounded. Bytes go in, cells come out; whatever the file does to its
//! reader, the program lives on and says so in a sentence.
//!
//! [`serve`] is the worker's side, [`session`] the side that asks, [`wire`] what they say to each other and [`confine`] what
//! the worker gives up before it looks at the first byte.

mod confine;
mod serve;
mod session;
mod wire;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use super::hand::Hand;

pub use confine::{Bounds, confine};
pub use serve::serve;
pub(super) use session::Session;

/// The word that makes the program a reading worker.
const ARGUMENT: &str = "--read-table";
/// What of the environment a program may need to start at all: where its libraries lie. Nothing else is handed on.
const ENVIRONMENT: [&str; 2] = ["LD_LIBRARY_PATH", "SystemRoot"];

/// Serves as a reading worker, if these are the words of one. The first thing a program does that reads strangers' files.
pub fn serve_if_asked(mut words: impl Iterator<Item = OsString>) -> Option<ExitCode> {
    if words.nth(1)? != ARGUMENT {
        return None;
    }
    Some(serve_confined().map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS))
}

fn serve_confined() -> io::Result<()> {
    let hand = Hand::start()?;
    confine(Bounds::default())?;
    serve(io::stdin(), io::stdout(), Some(hand))
}

/// How to start a worker.
#[derive(Debug, Clone)]
pub struct Launch {
    program: PathBuf,
    argument: String,
    environment: Vec<(OsString, OsString)>,
    bounds: Bounds,
}

impl Launch {
    /// This program once more. It has to call [`serve_if_asked`] first of all.
    pub fn this_program(environment: impl IntoIterator<Item = (OsString, OsString)>) -> Self {
        // by way of /proc the running program is found even when an upgrade has replaced its file
        Self::of(
            if cfg!(target_os = "linux") {
                PathBuf::from("/proc/self/exe")
            } else {
                std::env::current_exe().unwrap_or_default()
            },
            environment,
        )
    }

    /// Another program that serves as one.
    pub fn of(
        program: PathBuf,
        environment: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Self {
        let needed = |name: &OsString| {
            ENVIRONMENT
                .iter()
                .any(|kept| name.eq_ignore_ascii_case(kept))
        };
        Self {
            program,
            argument: ARGUMENT.to_owned(),
            environment: environment
                .into_iter()
                .filter(|(name, _)| needed(name))
                .collect(),
            bounds: Bounds::default(),
        }
    }

    /// The same program with another first word and other bounds: for workers that misbehave in tests.
    pub fn with(mut self, argument: &str, bounds: Bounds) -> Self {
        argument.clone_into(&mut self.argument);
        self.bounds = bounds;
        self
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command
            .arg(&self.argument)
            .env_clear()
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // what a reader says about a file may quote it: it goes nowhere
            .stderr(Stdio::null());
        #[cfg(windows)]
        {
            use std::os::windows::process::CommandExt;
            use windows_sys::Win32::System::Threading::CREATE_NO_WINDOW;
            command.creation_flags(CREATE_NO_WINDOW);
        }
        command
    }
}
