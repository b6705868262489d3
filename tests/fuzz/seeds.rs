//! Where it begins: the files of the corpus, by what they really are.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use memchr::memmem;
use tempfile::TempDir;

/// What reads a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    Text,
    Page,
    Xml,
}

impl Kind {
    pub const ALL: [Self; 7] = [
        Self::Xlsx,
        Self::Xlsb,
        Self::Xls,
        Self::Ods,
        Self::Text,
        Self::Page,
        Self::Xml,
    ];

    /// The kind a word names.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.to_string() == word)
    }

    fn of(bytes: &[u8]) -> Self {
        let has = |mark: &[u8]| memmem::find(bytes, mark).is_some();
        let head = bytes[..bytes.len().min(400)].to_ascii_lowercase();
        let starts = |mark: &[u8]| memmem::find(&head, mark).is_some();
        match bytes {
            [b'P', b'K', ..] if has(b"xl/workbook.bin") => Self::Xlsb,
            [b'P', b'K', ..] if has(b"content.xml") => Self::Ods,
            [b'P', b'K', ..] => Self::Xlsx,
            [0xd0, 0xcf, ..] => Self::Xls,
            _ if starts(b"<?xml") => Self::Xml,
            _ if starts(b"<") => Self::Page,
            _ => Self::Text,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&format!("{self:?}").to_lowercase())
    }
}

/// The files begun with.
pub struct Seeds {
    pub folder: PathBuf,
    files: Vec<(Kind, Vec<u8>)>,
}

impl Seeds {
    /// Made once in a run of the program.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<(TempDir, Seeds)> = OnceLock::new();
        let made = SHARED.get_or_init(|| {
            let home = TempDir::new().unwrap();
            let folder = home.path().join("files");
            sealbook_tests::run("corpus/make.py", &[folder.to_str().unwrap(), "--no-office"]);
            let seeds = Self::below(&folder);
            (home, seeds)
        });
        &made.1
    }

    /// Those that lie in a folder. Large ones are left out: they are slow, and show nothing more.
    pub fn below(folder: &Path) -> Self {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .collect();
        paths.sort();
        let files = paths
            .into_iter()
            .map(|path| std::fs::read(path).unwrap())
            .filter(|bytes| !bytes.is_empty() && bytes.len() < 200_000)
            .map(|bytes| (Kind::of(&bytes), bytes))
            .collect();
        Self {
            folder: folder.to_owned(),
            files,
        }
    }

    /// The files of a kind.
    pub fn of(&self, kind: Kind) -> Vec<&[u8]> {
        let files: Vec<&[u8]> = self
            .files
            .iter()
            .filter(|(known, _)| *known == kind)
            .map(|(_, bytes)| bytes.as_slice())
            .collect();
        assert!(!files.is_empty(), "no file of the corpus is {kind}");
        files
    }
}
