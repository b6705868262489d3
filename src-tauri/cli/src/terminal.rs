//! What is said and where: results to standard output, everything else to standard error.

use std::io::{self, IsTerminal, Write};

use sealbook_core::words::Words;

/// The two streams and the language spoken.
pub struct Terminal {
    /// The texts.
    pub words: Words,
    out: io::StdoutLock<'static>,
    told: bool,
}

impl Terminal {
    /// Over the process's streams.
    pub fn new(words: Words) -> Self {
        Self {
            words,
            out: io::stdout().lock(),
            told: false,
        }
    }

    /// A line of the result. A reader that went away (`| head`) is no failure.
    pub fn say(&mut self, line: &str) {
        let _ = writeln!(self.out, "{line}");
    }

    /// The stream of the result, for large ones.
    pub fn out(&mut self) -> &mut dyn Write {
        &mut self.out
    }

    /// A line about the work, not part of the result.
    pub fn note(&mut self, line: &str) {
        self.clear();
        let _ = writeln!(io::stderr(), "{line}");
    }

    /// Why it stopped.
    pub fn complain(&mut self, sentence: &str) {
        let line = format!("sealbook: {sentence}");
        self.note(&line);
    }

    /// How far long work is, on one line that is written over; nothing when nobody looks.
    pub fn progress(&mut self, done: u64, total: u64) {
        if !io::stderr().is_terminal() {
            return;
        }
        let line = match done.saturating_mul(100).checked_div(total) {
            Some(percent) => format!("{percent} %"),
            None => self.words.number(i64::try_from(done).unwrap_or(i64::MAX)),
        };
        let _ = write!(io::stderr(), "\r{line:<24}");
        self.told = true;
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.told) {
            let _ = write!(io::stderr(), "\r{:24}\r", "");
        }
    }
}
