//! Changed files are worked on in a process of its own, under the bounds of the reading worker: an abort, a stack that is full or
//! memory that is out is a finding like any other, and the run goes on behind it.

use std::io::{BufRead, BufReader, Write};
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use sealbook_core::intake::worker::{Bounds, confine};
use tempfile::TempDir;

use crate::input;
use crate::seeds::{Kind, Seeds};
use crate::target::{self, Task};

const WORD: &str = "--work";
/// A file that takes longer is a finding.
const LONGEST: Duration = Duration::from_secs(60);
/// Findings after which a run gives up.
const MOST: usize = 5;

/// Works on the files of some numbers; one line each for what went wrong.
pub fn watch(seeds: &Seeds, kind: Kind, task: Task, numbers: Range<u64>) -> Vec<String> {
    let mut findings = Vec::new();
    let mut next = numbers.start;
    while next < numbers.end && findings.len() < MOST {
        let Some((number, what)) = work(seeds, kind, task, next..numbers.end) else {
            break;
        };
        let bytes = input::of(kind, &seeds.of(kind), number);
        let path = keep(kind, number, &bytes);
        findings.push(format!(
            "{task:?} {kind} {number}: {what}; {}",
            path.display()
        ));
        next = number + 1;
    }
    findings
}

/// The first number that went wrong, and how.
fn work(seeds: &Seeds, kind: Kind, task: Task, numbers: Range<u64>) -> Option<(u64, String)> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([WORD, &kind.to_string(), &format!("{task:?}")])
        .args([numbers.start.to_string(), numbers.end.to_string()])
        .arg(&seeds.folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    let errors = BufReader::new(child.stderr.take().unwrap());
    let (begun, numbers_begun) = channel();
    let reader = std::thread::spawn(move || {
        output
            .lines()
            .map_while(Result::ok)
            .for_each(|line| drop(begun.send(line)));
    });
    let said = std::thread::spawn(move || errors.lines().map_while(Result::ok).last());
    let mut last = numbers.start;
    let late = loop {
        match numbers_begun.recv_timeout(LONGEST) {
            Ok(line) => last = line.parse().unwrap_or(last),
            Err(error) => break error == RecvTimeoutError::Timeout,
        }
    };
    if late {
        child.kill().unwrap();
    }
    let status = child.wait().unwrap();
    reader.join().unwrap();
    let said = said.join().unwrap().unwrap_or_default();
    if late {
        return Some((last, format!("not done after {LONGEST:?}")));
    }
    (!status.success()).then(|| (last, format!("{status} {said}")))
}

/// Works on the files of some numbers, if these are the words for it.
pub fn serve_if_asked(words: &[String]) -> Option<ExitCode> {
    let [_, word, kind, task, first, end, folder] = words else {
        return None;
    };
    if word != WORD {
        return None;
    }
    let seeds = Seeds::below(Path::new(folder));
    let kind = Kind::named(kind)?;
    let files = seeds.of(kind);
    let numbers: Range<u64> = first.parse().ok()?..end.parse().ok()?;
    panic::set_hook(Box::new(own_panic));
    let home = TempDir::new().unwrap();
    let vault =
        (*task == format!("{:?}", Task::Import)).then(|| target::vault(&home.path().join("v")));
    if vault.is_none() {
        confine(Bounds {
            // of many files, not of one
            computing: 3_600,
            ..Bounds::default()
        })
        .unwrap();
    }
    for number in numbers {
        println!("{number}");
        std::io::stdout().flush().unwrap();
        let bytes = input::of(kind, &files, number);
        // a library's own panic is a damaged file, as it is in the program
        let _ = panic::catch_unwind(AssertUnwindSafe(|| match &vault {
            Some(vault) => target::import(bytes, vault),
            None => target::read(bytes),
        }));
    }
    Some(ExitCode::SUCCESS)
}

/// A panic of Sealbook's own code is a finding, even where it would be caught. Libraries and the compiler's own lie elsewhere.
fn own_panic(about: &panic::PanicHookInfo<'_>) {
    let own = about
        .location()
        .is_none_or(|location| !Path::new(location.file()).is_absolute());
    if own {
        eprintln!("{}", about.to_string().replace('\n', " "));
        std::process::abort();
    }
}

/// Keeps a file that went wrong, to try it again.
fn keep(kind: Kind, number: u64, bytes: &[u8]) -> PathBuf {
    let folder = sealbook_tests::root().join("target/fuzz");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{kind}-{number}"));
    std::fs::write(&path, bytes).unwrap();
    path
}
