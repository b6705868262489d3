//! What the page can ask for. The table in [`table`] is the whole list; everything else about a command follows from its line.

mod app;
mod cells;
mod deadlines;
mod evidence;
mod exports;
mod findings;
mod imports;
mod lists;
mod matching;
mod overview;
mod position;
mod records;
mod recovery;
mod schema;
mod table;
mod vault;

#[cfg(test)]
mod bindings;
#[cfg(test)]
mod tests;

use std::path::PathBuf;
use std::sync::Arc;

use sealbook_core::{Error, Result};
use serde_json::Value as Json;

use crate::host::{FileKind, Host};
use crate::jobs::Job;
use crate::leave::Leave;
use crate::session::Session;

pub use table::TABLE;
pub use vault::lock_up;

/// When a command may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Always: before there is a vault, and while it is locked.
    Always,
    /// Only while a vault is open.
    Open,
}

/// What a command works on.
#[derive(Clone, Copy)]
pub struct Call<'a> {
    /// The session.
    pub session: &'a Arc<Session>,
    /// The platform.
    pub host: &'a dyn Host,
    /// Until the vault is locked.
    pub leave: &'a Leave,
}

impl Call<'_> {
    /// Asks where to write what was read. Error `locked` when the vault was locked before she answered.
    fn pick_save(self, name: &str, kind: &FileKind) -> Result<Option<PathBuf>> {
        let path = self.host.pick_save(name, kind);
        self.leave.holds()?;
        Ok(path)
    }

    /// Starts work on the open vault. Error `locked` when it was locked meanwhile.
    fn start(self, work: impl FnOnce(&Job) -> Result<Json> + Send + 'static) -> Result<u32> {
        self.session.jobs.start_while(self.leave, work)
    }
}

/// One line of the table.
pub struct Command {
    /// Its name in the page.
    pub name: &'static str,
    /// When it may be called.
    pub when: When,
    run: fn(Call<'_>, Json) -> Result<Json>,
    #[cfg(test)]
    declare: fn(&ts_rs::Config) -> (String, String, String),
}

/// Runs one command. Every argument comes from the page and is treated as a stranger's: unknown commands and unknown or missing
/// fields are refused, and a panic is an error like any other.
pub fn dispatch(session: &Arc<Session>, host: &dyn Host, name: &str, args: Json) -> Result<Json> {
    let command = TABLE
        .iter()
        .find(|command| command.name == name)
        .ok_or_else(|| Error::new("unknown_command").with("name", name))?;
    let leave = &session.locks.leave();
    if command.when == When::Open && !session.is_open() {
        return Err(Error::new("locked"));
    }
    // an array would fill the fields by place
    if !args.is_object() {
        return Err(Error::new("bad_arguments").with("detail", name));
    }
    let call = Call {
        session,
        host,
        leave,
    };
    crate::caught(|| (command.run)(call, args))
}

/// Makes the table: one line a command, with its arguments and its answer as types. The argument structures, the reading of JSON and
/// the declarations for the page come from the same line.
macro_rules! commands {
    ($(
        $(#[doc = $doc:literal])*
        $when:ident $name:ident { $($(#[$meta:meta])* $arg:ident: $ty:ty),* } -> $out:ty = $run:path;
    )*) => {
        /// Every command.
        pub const TABLE: &[Command] = &[$({
            #[derive(serde::Deserialize)]
            #[cfg_attr(test, derive(ts_rs::TS))]
            #[serde(deny_unknown_fields)]
            struct Args { $($(#[$meta])* $arg: $ty),* }
            Command {
                name: stringify!($name),
                when: When::$when,
                run: |call, args| {
                    let Args { $($arg),* } = serde_json::from_value(args)?;
                    let answer: $out = $run(call, $($arg),*)?;
                    Ok(serde_json::to_value(answer)?)
                },
                #[cfg(test)]
                declare: |config| (
                    concat!($($doc),*).trim().to_owned(),
                    <Args as ts_rs::TS>::inline(config),
                    <$out as ts_rs::TS>::name(config),
                ),
            }
        }),*];
    };
}
use commands;
