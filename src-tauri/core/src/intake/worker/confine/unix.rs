use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ExitStatus};

use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};

use super::Bounds;

/// Gives up memory beyond the bound, time, new files and sockets, files that grow, processes, and core dumps; on Linux every
/// system call that reading needs not. Files already open, the two pipes, stay.
pub fn confine(bounds: Bounds) -> io::Result<()> {
    memory(bounds.memory as u64)?;
    // the signal of the lower bound tells time from a system short of memory, which kills outright
    let seconds = u64::from(bounds.computing);
    lower(Resource::Cpu, seconds, seconds + 5)?;
    for nothing in [
        Resource::Nofile,
        Resource::Fsize,
        Resource::Core,
        Resource::Nproc,
    ] {
        lower(nothing, 0, 0)?;
    }
    #[cfg(target_os = "linux")]
    only_needed_calls();
    Ok(())
}

/// Libraries mapped into the program are not counted on Linux: a window's alone would fill the bound.
#[cfg(target_os = "linux")]
fn memory(most: u64) -> io::Result<()> {
    lower(Resource::Data, most, most)
}

/// macOS keeps to no bound below what its loader reserves: there the program counts what it allocates, all of it by way of this.
#[cfg(target_os = "macos")]
#[global_allocator]
static ALLOCATED: cap::Cap<std::alloc::System> = cap::Cap::new(std::alloc::System, usize::MAX);

#[cfg(target_os = "macos")]
fn memory(most: u64) -> io::Result<()> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let full = |()| io::Error::from(io::ErrorKind::OutOfMemory);
    ALLOCATED.set_limit(most).map_err(full)
}

fn lower(resource: Resource, soft: u64, hard: u64) -> io::Result<()> {
    let most = getrlimit(resource).maximum.unwrap_or(u64::MAX);
    let limit = Rlimit {
        current: Some(soft.min(most)),
        maximum: Some(hard.min(most)),
    };
    Ok(setrlimit(resource, limit)?)
}

/// For every thread: libraries of a window start some before the program begins. A kernel without filters leaves the limits above.
#[cfg(target_os = "linux")]
fn only_needed_calls() {
    use std::collections::BTreeMap;

    use seccompiler::{
        BpfProgram, SeccompAction, SeccompFilter, TargetArch, apply_filter_all_threads,
    };

    let needed = [
        libc::SYS_read,
        libc::SYS_write,
        libc::SYS_writev,
        libc::SYS_close,
        libc::SYS_mmap,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_mprotect,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        // a library's thread may just be starting, and ends the program where it may not
        libc::SYS_rseq,
        libc::SYS_set_robust_list,
        libc::SYS_sched_yield,
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_restart_syscall,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    let rules: BTreeMap<i64, Vec<_>> = needed.into_iter().map(|call| (call, Vec::new())).collect();
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let program = TargetArch::try_from(std::env::consts::ARCH)
        .and_then(|arch| SeccompFilter::new(rules, refused, SeccompAction::Allow, arch))
        .and_then(BpfProgram::try_from);
    if let Ok(program) = program {
        let _ = apply_filter_all_threads(&program);
    }
}

/// A worker confines itself: nothing to hold.
pub struct Keeper;

impl Keeper {
    /// Nothing to do.
    pub fn of(_worker: &Child, _bounds: Bounds) -> io::Result<Self> {
        Ok(Self)
    }
}

/// Whether a worker was ended because it computed too long.
pub fn ran_out_of_time(status: ExitStatus) -> bool {
    status.signal() == Some(Signal::XCPU.as_raw())
}
