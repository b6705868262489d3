//! One figure: ours, the reference, and the bar between them.

use std::fmt;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

/// A line of the report.
pub struct Figure {
    /// what was measured
    pub name: String,
    /// our figure
    pub ours: f64,
    /// the same work done bare
    pub reference: f64,
    /// the most ours may be, as a multiple of the reference; none only to compare
    pub bar: Option<f64>,
    /// `s`, `ms`, `MB`
    pub unit: &'static str,
}

impl Figure {
    /// Seconds against seconds.
    pub fn time(name: impl Into<String>, ours: f64, reference: f64, bar: Option<f64>) -> Self {
        let unit = if reference < 1.0 { "ms" } else { "s" };
        let scale = if unit == "ms" { 1000.0 } else { 1.0 };
        Self {
            name: name.into(),
            ours: ours * scale,
            reference: reference * scale,
            bar,
            unit,
        }
    }

    fn ratio(&self) -> f64 {
        self.ours / self.reference
    }

    /// Whether the bar is passed over.
    pub fn is_over(&self) -> bool {
        self.bar.is_some_and(|bar| self.ratio() > bar)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            ours,
            reference,
            unit,
            ..
        } = self;
        let ratio = self.ratio();
        let (bar, verdict) = match self.bar {
            None => ("-".to_owned(), "-"),
            Some(bar) => (
                format!("{bar:.2}"),
                if self.is_over() { "OVER" } else { "ok" },
            ),
        };
        write!(
            f,
            "{name} | {ours:.2} {unit} | {reference:.2} {unit} | {ratio:.2} | {bar} | {verdict}"
        )
    }
}

/// What a child process measured.
#[derive(Clone, Copy)]
pub struct Measured {
    /// time of the work itself
    pub seconds: f64,
    /// the most memory the process ever held, and its reading worker with it, in MB
    pub peak: f64,
}

/// Runs a task of this program in a process of its own.
pub fn measure(task: &str, words: &[&str]) -> Measured {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program)
        .arg(format!("task:{task}"))
        .args(words)
        .output()
        .expect("the child runs");
    assert!(
        output.status.success(),
        "{task}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    read(&String::from_utf8_lossy(&output.stdout))
}

/// The middle of five runs: work of two threads swings more than work of one, to both sides.
pub fn middle(task: &str, words: &[&str]) -> Measured {
    let [middle] = by_turns([task], words);
    middle
}

/// The middle of five runs of each task, one after the other: what else the machine does meanwhile weighs on all alike.
pub fn by_turns<const N: usize>(tasks: [&str; N], words: &[&str]) -> [Measured; N] {
    let runs: Vec<[Measured; N]> = (0..5)
        .map(|_| tasks.map(|task| measure(task, words)))
        .collect();
    std::array::from_fn(|place| {
        let mut runs: Vec<Measured> = runs.iter().map(|run| run[place]).collect();
        runs.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
        runs[2]
    })
}

/// Runs a script of tests/bench with the Python of the second opinions; it prints seconds and MB too.
pub fn python(script: &str, words: &[&str]) -> Measured {
    let root = sealbook_tests::root();
    let python = std::env::var_os("SEALBOOK_PYTHON")
        .map_or_else(|| root.join("target/venv/bin/python"), Into::into);
    let output = Command::new(python)
        .arg(root.join("tests/bench").join(script))
        .args(words)
        .output()
        .expect("python runs");
    assert!(
        output.status.success(),
        "{script}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    read(&String::from_utf8_lossy(&output.stdout))
}

fn read(said: &str) -> Measured {
    let numbers: Vec<f64> = said
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    Measured {
        seconds: numbers[0],
        peak: numbers[1],
    }
}

/// The peak of this program's reading worker so far, in kB.
static WORKER: AtomicU64 = AtomicU64::new(0);

/// Looks how much memory the reading worker has held: once it is gone nobody can tell.
pub fn look_at_worker() {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten();
    let children = tasks
        .flatten()
        .filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok());
    for child in children.flat_map(|all| {
        all.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    }) {
        WORKER.fetch_max(peak(&child), Relaxed);
    }
}

/// The most memory a process ever held, in kB.
fn peak(process: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|text| text.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or(0)
}

/// A child's answer: seconds, and the peak of its memory.
pub fn answer(seconds: &f64) {
    let peak = peak("self") + WORKER.load(Relaxed);
    println!("{seconds} {}", peak as f64 / 1024.0);
}

/// Seconds of the best of three: what a machine with other work to do can be asked.
pub fn best<T>(mut work: impl FnMut() -> T) -> f64 {
    let run = |_| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed().as_secs_f64()
    };
    (0..3).map(run).fold(f64::INFINITY, f64::min)
}
