//! What a worker may not do, and what becomes of the program when one tries.

use sealbook_core::Error;
use sealbook_core::intake::worker::{Bounds, Launch};
use sealbook_core::intake::{Isolation, OpenFile};
use sealbook_core::words::{Language, Words};

use crate::files;
use crate::misbehaving::{TIGHT, Way};

pub fn trials() -> Vec<(&'static str, fn())> {
    vec![
        (
            "a_worker_that_dies_hangs_or_babbles_ends_in_a_sentence",
            dying,
        ),
        ("a_reading_that_is_stopped_leaves_no_process", stopping),
        #[cfg(target_os = "linux")]
        (
            "a_worker_can_open_start_and_connect_to_nothing",
            trespassing,
        ),
        #[cfg(target_os = "linux")]
        ("a_worker_reads_whatever_threads_begin", beginning),
        #[cfg(target_os = "linux")]
        ("a_worker_is_told_nothing_of_the_environment", secrets),
    ]
}

/// A worker as the application starts one.
pub fn worker() -> Isolation {
    Isolation::Worker(Launch::this_program(std::env::vars_os()))
}

fn misbehaving(way: Way) -> Error {
    let mut bounds = TIGHT;
    if way != Way::Hang {
        bounds.silence *= 10;
    }
    let launch = Launch::this_program(std::env::vars_os()).with(&way.word(), bounds);
    let opened = OpenFile::open(
        "a.csv",
        b"a,b\n1,2\n".to_vec(),
        &Isolation::Worker(launch),
        &mut |_, _| true,
    );
    opened.err().expect("no worker, no file")
}

/// A person reads this, in every language.
pub fn is_said(error: &Error) {
    for language in Language::ALL {
        let sentence = Words::new(language).error(error);
        assert!(
            sentence.chars().count() > 8 && !sentence.contains(&error.code),
            "{error} in {language:?}: {sentence}"
        );
    }
}

fn dying() {
    for (way, code) in [
        (Way::Unready, "reader_unavailable"),
        (Way::Abort, "reader_stopped"),
        (Way::Spin, "reader_too_long"),
        (Way::Hang, "reader_too_long"),
        (Way::Eat, "reader_stopped"),
        (Way::Babble, "reader_stopped"),
        (Way::Claim, "reader_stopped"),
        (Way::Reach, "reader_stopped"),
        (Way::Beg, "reader_stopped"),
    ] {
        let error = misbehaving(way);
        assert_eq!(error.code, code, "{way:?}");
        is_said(&error);
        none_left();
    }
    files::open_well(&worker());
    let missing = Isolation::Worker(Launch::of("/no/such/program".into(), []));
    let error = OpenFile::open("a.csv", b"a\n1\n".to_vec(), &missing, &mut |_, _| true);
    let error = error.err().expect("there is nothing to start");
    assert_eq!(error.code, "reader_unavailable");
    is_said(&error);
}

fn stopping() {
    let launch = Launch::this_program(std::env::vars_os()).with(&Way::Hang.word(), TIGHT);
    let mut looks = 0;
    let opened = OpenFile::open(
        "a.csv",
        b"a,b\n1,2\n".to_vec(),
        &Isolation::Worker(launch),
        &mut |_, _| {
            looks += 1;
            looks < 3
        },
    );
    assert!(opened.err().expect("stopped").is("cancelled"));
    none_left();

    let mut file = OpenFile::open("b.xlsx", files::book(), &worker(), &mut |_, _| true).unwrap();
    let stopped = file.table(0, &mut |_, _| false);
    assert!(stopped.unwrap_err().is("cancelled"));
    none_left();
    let again = file.table(0, &mut |_, _| true);
    assert_eq!(
        again.unwrap().len(),
        3,
        "the next question gets a fresh worker"
    );
    none_left();
}

#[cfg(target_os = "linux")]
fn trespassing() {
    let status = std::process::Command::new(std::env::current_exe().unwrap())
        .arg(Way::Trespass.word())
        .status()
        .unwrap();
    assert_eq!(
        status.code(),
        Some(0),
        "the bits of the doors that were open"
    );
}

/// A thread that begins while the worker gives up its calls ended it: one time in three in the window, whose libraries start some.
#[cfg(target_os = "linux")]
fn beginning() {
    let launch =
        Launch::this_program(std::env::vars_os()).with(&Way::Begin.word(), Bounds::default());
    for _ in 0..20 {
        files::open_well(&Isolation::Worker(launch.clone()));
    }
}

#[cfg(target_os = "linux")]
fn secrets() {
    let environment = [
        ("SEALBOOK_PASSPHRASE", "correct horse"),
        ("LD_LIBRARY_PATH", "/nowhere"),
    ];
    let environment = environment.map(|(name, value)| (name.into(), value.into()));
    let launch = Launch::this_program(environment).with(&Way::Hang.word(), TIGHT);
    let mut seen = Vec::new();
    let _ = OpenFile::open(
        "a.csv",
        b"a\n1\n".to_vec(),
        &Isolation::Worker(launch),
        &mut |_, _| {
            let worker = children().pop().expect("it is running");
            seen = std::fs::read(format!("/proc/{worker}/environ")).unwrap();
            seen.is_empty()
        },
    );
    assert_eq!(String::from_utf8_lossy(&seen), "LD_LIBRARY_PATH=/nowhere\0");
}

/// The processes this one started, those that ended and were not waited for too.
#[cfg(target_os = "linux")]
fn children() -> Vec<u32> {
    let own = std::process::id().to_string();
    let parent = |process: &u32| {
        let status = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        let after = status.rsplit_once(')')?.1;
        after.split_whitespace().nth(1).map(str::to_owned)
    };
    std::fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter(|process| parent(process).as_ref() == Some(&own))
        .collect()
}

#[cfg(target_os = "linux")]
fn none_left() {
    assert_eq!(children(), Vec::<u32>::new(), "a worker is still there");
}

#[cfg(not(target_os = "linux"))]
fn none_left() {}
