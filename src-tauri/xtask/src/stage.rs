//! One stage of a test run: a command, what it counted, and the sum at the end.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::{Outcome, system};

/// How a tool tells what it counted.
#[derive(Clone, Copy)]
pub enum Tally {
    /// a check that passes or fails as a whole
    Whole,
    /// cargo test: `test result: ok. 12 passed; 0 failed; …`
    Cargo,
    /// vitest: `Tests  12 passed | 1 failed (13)`
    Vitest,
    /// node --test: `# pass 12`, `# fail 0`
    Node,
}

struct Stage {
    name: &'static str,
    passed: u32,
    failed: u32,
    seconds: f64,
}

/// The stages that ran so far. Every stage runs, also after a failure: one run shows all that is wrong.
#[derive(Default)]
pub struct Report {
    stages: Vec<Stage>,
    skipped: Vec<String>,
}

impl Report {
    /// Runs a stage, showing what it prints.
    pub fn run(&mut self, name: &'static str, tally: Tally, command: &mut Command) -> bool {
        println!("\n== {name}: {}", system::shown(command));
        let start = Instant::now();
        let (lines, ok) = watch(command);
        let (passed, mut failed) = count(tally, &lines);
        if !ok && failed == 0 {
            failed = 1;
        }
        self.note(name, (passed, failed), ok && failed == 0, start);
        ok && failed == 0
    }

    /// A stage that is more than one command.
    pub fn step(&mut self, name: &'static str, work: impl FnOnce() -> Outcome) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = work();
        if let Err(sentence) = &outcome {
            println!("{sentence}");
        }
        let ok = outcome.is_ok();
        self.note(name, (0, u32::from(!ok)), ok, start);
        ok
    }

    /// A stage that cannot run here, with the reason.
    pub fn skip(&mut self, name: &str, reason: &str) {
        self.skipped.push(format!("{name}: skipped, {reason}"));
    }

    fn note(&mut self, name: &'static str, (passed, failed): (u32, u32), ok: bool, start: Instant) {
        // a stage that went well without counting anything counts itself
        let passed = if ok && passed == 0 { 1 } else { passed };
        self.stages.push(Stage {
            name,
            passed,
            failed,
            seconds: start.elapsed().as_secs_f64(),
        });
    }

    /// Prints a line per stage and the sum; an error when anything failed.
    pub fn close(self) -> Outcome {
        println!();
        for Stage {
            name,
            passed,
            failed,
            seconds,
        } in &self.stages
        {
            println!("{name:<28} {passed:>5} passed {failed:>3} failed {seconds:>8.1} s");
        }
        for line in &self.skipped {
            println!("{line}");
        }
        let passed: u32 = self.stages.iter().map(|stage| stage.passed).sum();
        let failed: u32 = self.stages.iter().map(|stage| stage.failed).sum();
        println!("\n{passed} passed, {failed} failed");
        if failed == 0 {
            Ok(())
        } else {
            Err("Not everything passed; the stages above say where.".into())
        }
    }
}

/// Runs a command, repeats each line it prints and keeps it. Nothing waits for a key.
fn watch(command: &mut Command) -> (Vec<String>, bool) {
    // what is counted is read as plain text
    let command = command.env("NO_COLOR", "1");
    let mut child = match command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => {
            println!("could not be started: {error}");
            return (Vec::new(), false);
        }
    };
    let mut lines = Vec::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            println!("{line}");
            lines.push(line);
        }
    }
    (lines, child.wait().is_ok_and(|status| status.success()))
}

fn count(tally: Tally, lines: &[String]) -> (u32, u32) {
    let trimmed = lines.iter().map(|line| line.trim());
    let (mut passed, mut failed) = (0, 0);
    for line in trimmed {
        match tally {
            Tally::Whole => {}
            Tally::Cargo if line.starts_with("test result:") => {
                passed += before(line, "passed");
                failed += before(line, "failed");
            }
            Tally::Vitest if line.starts_with("Tests ") => {
                passed += before(line, "passed");
                failed += before(line, "failed");
            }
            Tally::Node => {
                passed += line
                    .strip_prefix("# pass ")
                    .and_then(|n| n.parse::<u32>().ok())
                    .unwrap_or(0);
                failed += line
                    .strip_prefix("# fail ")
                    .and_then(|n| n.parse::<u32>().ok())
                    .unwrap_or(0);
            }
            Tally::Cargo | Tally::Vitest => {}
        }
    }
    (passed, failed)
}

/// The number that stands before a word.
fn before(line: &str, word: &str) -> u32 {
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let at = words.iter().position(|candidate| *candidate == word);
    at.and_then(|at| words.get(at.checked_sub(1)?)?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(tally: Tally, text: &str) -> (u32, u32) {
        count(tally, &text.lines().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn every_runner_is_counted_by_its_own_words() {
        let cargo = "test result: ok. 12 passed; 0 failed; 0 ignored\ntest result: FAILED. 3 passed; 2 failed; 1 ignored";
        assert_eq!(counted(Tally::Cargo, cargo), (15, 2));
        assert_eq!(
            counted(
                Tally::Vitest,
                " Test Files  3 passed (3)\n      Tests  41 passed | 1 failed (42)"
            ),
            (41, 1)
        );
        assert_eq!(
            counted(Tally::Node, "# tests 5\n# pass 4\n# fail 1"),
            (4, 1)
        );
        assert_eq!(counted(Tally::Whole, "12 passed"), (0, 0));
    }
}
