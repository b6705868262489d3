//! Long work on a thread of its own, looked at by polling and cancelled by a flag.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sealbook_core::{Error, Result};
use serde::Serialize;
use serde_json::Value as Json;
use ts_rs::TS;

use crate::held;
use crate::leave::Leave;

/// Finished jobs kept for a last look.
const KEPT: usize = 32;

/// How far a job is.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct JobState {
    /// Steps done.
    #[ts(type = "number")]
    pub done: u64,
    /// Steps in all; 0 while unknown.
    #[ts(type = "number")]
    pub total: u64,
    /// Fluent `stage-<stage>`.
    pub stage: &'static str,
    /// Nothing more will come.
    pub finished: bool,
    /// Why it failed.
    pub error: Option<Error>,
    /// What it made.
    #[ts(type = "Json")]
    pub result: Json,
}

/// One piece of long work.
#[derive(Debug, Default)]
pub struct Job {
    state: Mutex<JobState>,
    cancelled: AtomicBool,
    file: Mutex<Option<PathBuf>>,
}

impl Job {
    /// Tells how far it is; refuses with `cancelled` once nobody waits for it.
    pub fn progress(&self, stage: &'static str, done: u64, total: u64) -> Result<()> {
        if self.is_cancelled() {
            return Err(Error::new("cancelled"));
        }
        let mut state = held(&self.state);
        (state.stage, state.done, state.total) = (stage, done, total);
        Ok(())
    }

    /// Whether it should stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Relaxed)
    }

    /// Names the file it wrote, so that it can be shown in its folder.
    pub fn wrote(&self, path: PathBuf) {
        *held(&self.file) = Some(path);
    }

    fn finish(&self, outcome: Result<Json>) {
        let mut state = held(&self.state);
        state.finished = true;
        match outcome {
            Ok(result) => state.result = result,
            Err(error) => state.error = Some(error),
        }
    }
}

/// Every job of this run.
#[derive(Debug, Default)]
pub struct Jobs {
    next: AtomicU32,
    jobs: Mutex<BTreeMap<u32, Arc<Job>>>,
}

impl Jobs {
    /// Starts work on a thread and answers with its number.
    pub fn start(&self, work: impl FnOnce(&Job) -> Result<Json> + Send + 'static) -> Result<u32> {
        self.begin(|| Ok(()), work)
    }

    /// Starts work on the open vault. Error `locked` when it was locked meanwhile.
    pub fn start_while(
        &self,
        leave: &Leave,
        work: impl FnOnce(&Job) -> Result<Json> + Send + 'static,
    ) -> Result<u32> {
        self.begin(|| leave.holds(), work)
    }

    /// Starts work that may begin. That is asked where nobody can stop the others before this is one of them.
    fn begin(
        &self,
        may: impl FnOnce() -> Result<()>,
        work: impl FnOnce(&Job) -> Result<Json> + Send + 'static,
    ) -> Result<u32> {
        let number = self.next.fetch_add(1, Relaxed) + 1;
        let job = Arc::new(Job::default());
        {
            let mut jobs = held(&self.jobs);
            may()?;
            forget(&mut jobs);
            jobs.insert(number, job.clone());
        }
        std::thread::Builder::new()
            .name(format!("job {number}"))
            .spawn(move || {
                let outcome = crate::caught(|| work(&job));
                job.finish(outcome);
            })?;
        Ok(number)
    }

    /// How far a job is.
    pub fn state(&self, number: u32) -> Result<JobState> {
        Ok(held(&self.get(number)?.state).clone())
    }

    /// Asks a job to stop.
    pub fn cancel(&self, number: u32) -> Result<()> {
        self.get(number)?.cancelled.store(true, Relaxed);
        Ok(())
    }

    /// The file a job wrote.
    pub fn file(&self, number: u32) -> Result<PathBuf> {
        let file = held(&self.get(number)?.file).clone();
        file.ok_or_else(|| Error::new("file_missing"))
    }

    /// Cancels every job, waits until it has ended, and keeps nothing of what it found out in the vault.
    pub fn stop(&self) {
        held(&self.jobs)
            .values()
            .for_each(|job| job.cancelled.store(true, Relaxed));
        while self.any_running() {
            std::thread::sleep(Duration::from_millis(5));
        }
        for job in held(&self.jobs).values() {
            let mut state = held(&job.state);
            if !std::mem::take(&mut state.result).is_null() {
                state.error = Some(Error::new("locked"));
            }
            *held(&job.file) = None;
        }
    }

    fn any_running(&self) -> bool {
        held(&self.jobs)
            .values()
            .any(|job| !held(&job.state).finished)
    }

    fn get(&self, number: u32) -> Result<Arc<Job>> {
        held(&self.jobs)
            .get(&number)
            .cloned()
            .ok_or_else(|| Error::new("job_gone"))
    }
}

/// Forgets finished jobs beyond the newest: whoever started one of these still means to ask how it ended.
fn forget(jobs: &mut BTreeMap<u32, Arc<Job>>) {
    let finished: Vec<u32> = jobs
        .iter()
        .filter(|(_, job)| held(&job.state).finished)
        .map(|(&number, _)| number)
        .collect();
    for number in finished.iter().rev().skip(KEPT) {
        jobs.remove(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leave::Locks;

    #[test]
    fn a_job_reports_cancels_and_survives_a_panic() {
        let jobs = Jobs::default();
        let long = jobs
            .start(|job| {
                for step in 0.. {
                    job.progress("reading", step, 0)?;
                    std::thread::sleep(Duration::from_millis(1));
                }
                Ok(Json::Null)
            })
            .unwrap();
        let broken = jobs.start(|_| panic!("a reader tripped")).unwrap();
        let fine = jobs.start(|job| {
            job.wrote("position.xlsx".into());
            Ok(Json::from(7))
        });
        let fine = fine.unwrap();
        while !jobs.state(fine).unwrap().finished {
            std::thread::yield_now();
        }
        assert_eq!(jobs.state(fine).unwrap().result, 7);
        assert!(jobs.file(fine).is_ok());
        jobs.stop();
        let left = jobs.state(fine).unwrap();
        assert!(left.finished && left.result.is_null() && left.error.unwrap().is("locked"));
        assert!(jobs.state(long).unwrap().error.unwrap().is("cancelled"));
        assert!(jobs.state(broken).unwrap().error.unwrap().is("internal"));
        assert!(jobs.file(fine).unwrap_err().is("file_missing"));
        assert!(jobs.state(99).unwrap_err().is("job_gone"));
    }

    #[test]
    fn no_work_on_a_vault_begins_after_it_was_locked() {
        let (jobs, locks) = (Jobs::default(), Locks::default());
        let leave = locks.leave();
        assert!(jobs.start_while(&leave, |_| Ok(Json::Null)).is_ok());
        locks.end();
        let late = jobs.start_while(&leave, |_| Ok(Json::Null));
        assert!(late.unwrap_err().is("locked"));
        assert_eq!(held(&jobs.jobs).len(), 1);
    }

    #[test]
    fn the_end_of_a_job_is_still_told_after_others_began() {
        let jobs = Jobs::default();
        let numbers: Vec<u32> = (0..3 * KEPT)
            .map(|at| {
                let number = jobs.start(move |_| Ok(Json::from(at))).unwrap();
                while !jobs.state(number).unwrap().finished {
                    std::thread::yield_now();
                }
                number
            })
            .collect();
        let (old, new) = numbers.split_at(numbers.len() - KEPT);
        assert!(new.iter().all(|&number| jobs.state(number).is_ok()));
        assert!(jobs.state(old[0]).unwrap_err().is("job_gone"));
    }
}
