//! Putting a finished workbook where it belongs: whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use rust_xlsxwriter::Workbook;
use sha2::{Digest, Sha256};

use super::book::Book;
use super::cell::refused;
use super::{ExportResult, Target};
use crate::{Error, Result};

/// A file written beside its place under another name, and moved there when it is whole. Dropped, it leaves nothing behind.
struct Draft {
    path: PathBuf,
    target: PathBuf,
}

impl Draft {
    fn new(target: &Path) -> Result<Self> {
        let name = target
            .file_name()
            .ok_or_else(|| Error::new("file_missing").with("name", target.display()))?;
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(".part");
        Ok(Self {
            path: target.with_file_name(hidden),
            target: target.to_owned(),
        })
    }

    /// Writes, flushes to the disk and moves into place.
    fn fill(self, write: impl FnOnce(&mut BufWriter<File>) -> Result<()>) -> Result<()> {
        let file = File::create(&self.path).map_err(|error| self.explain(&error))?;
        let mut out = BufWriter::new(file);
        write(&mut out)?;
        let file = out
            .into_inner()
            .map_err(|error| self.explain(error.error()))?;
        file.sync_all().map_err(|error| self.explain(&error))?;
        drop(file);
        fs::rename(&self.path, &self.target).map_err(|error| self.explain(&error))
    }

    /// Windows refuses to replace a file that Excel holds open.
    fn explain(&self, error: &io::Error) -> Error {
        let open_elsewhere =
            error.kind() == io::ErrorKind::PermissionDenied && self.target.exists();
        let sharing_violation = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
        let code = match error.kind() {
            _ if sharing_violation || (cfg!(windows) && open_elsewhere) => "file_open_elsewhere",
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                "folder_read_only"
            }
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "disk_full",
            io::ErrorKind::NotFound => "file_missing",
            _ => "file",
        };
        let name = self.target.file_name().unwrap_or_default();
        Error::new(code)
            .with("name", name.to_string_lossy())
            .with("detail", error)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // gone already when it was moved into place
        let _ = fs::remove_file(&self.path);
    }
}

/// Saves a workbook.
pub(super) fn workbook(workbook: &mut Workbook, target: &Path) -> Result<()> {
    Draft::new(target)?.fill(|out| workbook.save_to_writer(out).map(|_| ()).map_err(refused))
}

/// Saves a workbook that is not signed, and says what lies there now.
pub(super) fn finished(mut book: Book, target: Target<'_>) -> Result<ExportResult> {
    workbook(&mut book.workbook, target.path)?;
    let (sha256, bytes) = digest(target.path)?;
    let name = target.path.file_name().unwrap_or_default();
    let folder = target.path.parent().unwrap_or(target.path);
    Ok(ExportResult {
        name: name.to_string_lossy().into_owned(),
        folder: folder.display().to_string(),
        sheets: book.sheets,
        sha256,
        bytes,
        signed: false,
    })
}

/// Saves a small text beside it.
pub(super) fn text(target: &Path, content: &[u8]) -> Result<()> {
    Draft::new(target)?.fill(|out| Ok(out.write_all(content)?))
}

/// SHA-256 in hex and size of a file.
pub(super) fn digest(path: &Path) -> Result<(String, u64)> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut part = vec![0; 64 * 1024];
    let mut size = 0;
    loop {
        let read = file.read(&mut part)?;
        if read == 0 {
            break;
        }
        hasher.update(&part[..read]);
        size += read as u64;
    }
    Ok((hex(&hasher.finalize()), size))
}

/// Lower-case hex.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A companion's path: the workbook's with an ending added.
pub(super) fn beside(target: &Path, ending: &str) -> PathBuf {
    let mut name = target.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
