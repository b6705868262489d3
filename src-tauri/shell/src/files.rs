//! Files handed over by the page or picked in a dialog. The page holds a number; the bytes stay here, large ones in a temporary
//! file that is encrypted.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use sealbook_core::bytes::Bytes;
use sealbook_core::{Error, Result};
use serde::Serialize;
use ts_rs::TS;

use crate::held;
use crate::leave::Leave;

/// The largest file taken: what is larger is no spreadsheet a person keeps by hand, and no document.
pub const LARGEST: u64 = 50 << 20;
/// Files held at once; a page that never uses them cannot fill the disk.
const HELD: usize = 8;

/// A file the page may speak of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileToken {
    /// What the page gives back.
    pub token: u32,
    /// Its name, without a folder.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
}

/// A file as handed over.
#[derive(Debug)]
pub struct HandedFile {
    /// Its name, without a folder.
    pub name: String,
    /// Its content.
    pub bytes: Bytes,
}

/// The files handed over in this run.
#[derive(Debug, Default)]
pub struct Files {
    next: AtomicU32,
    files: Mutex<HashMap<u32, HandedFile>>,
}

impl Files {
    /// Takes in a file under a name. Error `locked` when the vault was locked meanwhile.
    pub fn hold(&self, leave: &Leave, name: &str, file: impl Read) -> Result<FileToken> {
        let bytes = Bytes::spool(file.take(LARGEST + 1))?;
        let size = bytes.len();
        if size > LARGEST {
            return Err(too_large(name));
        }
        let token = self.next.fetch_add(1, Relaxed) + 1;
        let name = base_name(name);
        let mut files = held(&self.files);
        leave.holds()?;
        if files.len() >= HELD
            && let Some(oldest) = files.keys().min().copied()
        {
            files.remove(&oldest);
        }
        files.insert(
            token,
            HandedFile {
                name: name.clone(),
                bytes,
            },
        );
        Ok(FileToken { token, name, size })
    }

    /// Reads a picked file.
    pub fn read(&self, leave: &Leave, path: &Path) -> Result<FileToken> {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let file = File::open(path)?;
        if file.metadata()?.len() > LARGEST {
            return Err(too_large(&name));
        }
        self.hold(leave, &name, file)
    }

    /// Hands a file out, once.
    pub fn take(&self, token: u32) -> Result<HandedFile> {
        held(&self.files)
            .remove(&token)
            .ok_or_else(|| Error::new("file_token_gone"))
    }

    /// Forgets them all, once their leave has ended: the vault is locked.
    pub fn forget(&self) {
        held(&self.files).clear();
    }
}

fn too_large(name: &str) -> Error {
    Error::new("file_too_large")
        .with("name", base_name(name))
        .with("most", LARGEST >> 20)
}

/// The last part of a name, whatever kind of slash a page sent.
fn base_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
    if kept.trim().is_empty() {
        "file".to_owned()
    } else {
        kept
    }
}

/// A name as it travels in an address or a header: `%E5%8F%B0.csv`. A broken escape stands for itself.
#[cfg(any(test, feature = "window", feature = "loopback"))]
pub fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(escaped.unwrap_or(bytes[at]));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leave::Locks;

    #[test]
    fn names_travel_percent_encoded() {
        assert_eq!(percent_decoded("%E5%8F%B0%E8%B4%A6.csv"), "台账.csv");
        assert_eq!(percent_decoded("100%25 %zz%"), "100% %zz%");
    }

    #[test]
    fn files_are_handed_out_once_and_never_too_many() {
        let files = Files::default();
        let leave = Locks::default().leave();
        let token = files
            .hold(&leave, "C:\\secret\\台账.csv", &b"a,b"[..])
            .unwrap();
        assert_eq!((token.name.as_str(), token.size), ("台账.csv", 3));
        let taken = files.take(token.token).unwrap();
        assert_eq!(taken.bytes.to_vec().unwrap(), b"a,b");
        assert!(files.take(token.token).unwrap_err().is("file_token_gone"));
        let first = files.hold(&leave, "x", &[1][..]).unwrap();
        for _ in 0..HELD {
            files.hold(&leave, "y", &[2][..]).unwrap();
        }
        assert!(files.take(first.token).is_err());
        let large = std::io::repeat(0).take(LARGEST + 1);
        assert!(
            files
                .hold(&leave, "z", large)
                .unwrap_err()
                .is("file_too_large")
        );
    }

    #[test]
    fn what_was_begun_before_a_lock_is_not_held_after_it() {
        let files = Files::default();
        let locks = Locks::default();
        let leave = locks.leave();
        // the vault is locked while the file is still being read
        let slow = Locking(&locks, &b"a,b"[..]);
        assert!(files.hold(&leave, "x", slow).unwrap_err().is("locked"));
        assert!(held(&files.files).is_empty());
        assert!(files.hold(&leave, "x", &b"a,b"[..]).is_err());
        assert!(files.hold(&locks.leave(), "x", &b"a,b"[..]).is_ok());
    }

    struct Locking<'l>(&'l Locks, &'l [u8]);

    impl Read for Locking<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            self.0.end();
            self.1.read(into)
        }
    }
}
