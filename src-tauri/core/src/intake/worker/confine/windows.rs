//! A job object: the one thing on Windows that bounds a process of the same user.
#![allow(unsafe_code)] // three calls that no safe library offers with these limits

use std::io;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::process::{Child, ExitStatus};

use windows_sys::Win32::Foundation::ERROR_NOT_ENOUGH_QUOTA;
use windows_sys::Win32::System::JobObjects::{
    AssignProcessToJobObject, CreateJobObjectW, JOB_OBJECT_LIMIT_ACTIVE_PROCESS,
    JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION, JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE,
    JOB_OBJECT_LIMIT_PROCESS_MEMORY, JOB_OBJECT_LIMIT_PROCESS_TIME,
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION, JobObjectExtendedLimitInformation,
    SetInformationJobObject,
};

use super::Bounds;

/// The system counts time in steps of 100 nanoseconds.
const STEPS_IN_SECOND: i64 = 10_000_000;

/// The keeper confines the worker: nothing to do here.
pub fn confine(_bounds: Bounds) -> io::Result<()> {
    Ok(())
}

/// The job a worker runs in. Dropping it, or the end of this program, ends the worker.
pub struct Keeper {
    _job: OwnedHandle,
}

impl Keeper {
    /// Bounds memory and time of a worker that was started and not yet sent anything, and lets it start nothing.
    pub fn of(worker: &Child, bounds: Bounds) -> io::Result<Self> {
        // SAFETY: no attributes and no name are valid; a handle that is not null is ours to close
        let job = unsafe {
            let handle = CreateJobObjectW(std::ptr::null(), std::ptr::null());
            if handle.is_null() {
                return Err(io::Error::last_os_error());
            }
            OwnedHandle::from_raw_handle(handle)
        };
        let mut limits = JOBOBJECT_EXTENDED_LIMIT_INFORMATION::default();
        let basic = &mut limits.BasicLimitInformation;
        basic.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_MEMORY
            | JOB_OBJECT_LIMIT_PROCESS_TIME
            | JOB_OBJECT_LIMIT_ACTIVE_PROCESS
            | JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
            | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
        basic.PerProcessUserTimeLimit = i64::from(bounds.computing) * STEPS_IN_SECOND;
        basic.ActiveProcessLimit = 1;
        limits.ProcessMemoryLimit = bounds.memory;
        // SAFETY: both handles are open, and the structure is the one this class of information names
        let done = unsafe {
            SetInformationJobObject(
                job.as_raw_handle(),
                JobObjectExtendedLimitInformation,
                std::ptr::from_ref(&limits).cast(),
                size_of_val(&limits) as u32,
            ) != 0
                && AssignProcessToJobObject(job.as_raw_handle(), worker.as_raw_handle()) != 0
        };
        if done {
            Ok(Self { _job: job })
        } else {
            Err(io::Error::last_os_error())
        }
    }
}

/// Whether a worker was ended because it computed too long.
pub fn ran_out_of_time(status: ExitStatus) -> bool {
    status.code() == Some(ERROR_NOT_ENOUGH_QUOTA.cast_signed())
}
