//! Files written so that a crash leaves the old or the new one, and folders only their owner can read.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::time::Duration;

use crate::Result;

/// Writes beside the target, flushes to disk, and renames over it.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    fill_atomically(path, |file| Ok(file.write_all(bytes)?))
}

/// The same with what is written piece by piece; nothing stays of what could not be written to its end.
pub fn fill_atomically(path: &Path, fill: impl FnOnce(&mut File) -> Result<()>) -> Result<()> {
    let beside = path.with_extension("new");
    let mut file = open_private(&beside)?;
    let filled = fill(&mut file).and_then(|()| Ok(file.sync_all()?));
    drop(file);
    if filled.is_err() {
        let _ = fs::remove_file(&beside);
        return filled;
    }
    patiently(|| fs::rename(&beside, path))?;
    sync_folder(path.parent());
    Ok(())
}

/// Makes a folder that only its owner can enter.
pub fn make_private_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

/// Opens a new file for writing, readable by its owner only.
pub fn open_private(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    Ok(options.open(path)?)
}

/// Windows' virus scanners hold new files for a moment: sharing violations are tried again for up to 1.5 seconds.
pub fn patiently(mut action: impl FnMut() -> std::io::Result<()>) -> std::io::Result<()> {
    let mut pause = Duration::from_millis(20);
    loop {
        match action() {
            Err(error) if is_sharing_violation(&error) && pause < Duration::from_millis(800) => {
                std::thread::sleep(pause);
                pause *= 2;
            }
            result => return result,
        }
    }
}

fn is_sharing_violation(error: &std::io::Error) -> bool {
    cfg!(windows)
        && (matches!(error.raw_os_error(), Some(5 | 32))
            || error.kind() == ErrorKind::PermissionDenied)
}

/// A rename is safe only once its folder is on disk; not every file system can flush one, so a refusal is not an error.
fn sync_folder(folder: Option<&Path>) {
    if cfg!(unix)
        && let Some(Ok(folder)) = folder.map(File::open)
    {
        let _ = folder.sync_all();
    }
}
