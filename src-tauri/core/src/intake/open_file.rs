//! A file somebody handed in, as the rest of the import sees it: whoever reads it, here or in a process of its own.

use std::sync::{Mutex, PoisonError};

use super::file::{SheetAsked, SheetInfo, SourceFile};
use super::table::Table;
use super::worker::{Launch, Session};
use super::{Progress, limits};
use crate::bytes::Bytes;
use crate::{Error, Result};

/// Where strangers' files are read.
#[derive(Debug, Clone)]
pub enum Isolation {
    /// In a process of its own without keys, rights and much memory: always, where a stranger's file may come in.
    Worker(Launch),
    /// In this process: for files of one's own, in tests and benchmarks.
    None,
}

enum Reading {
    Worker {
        launch: Launch,
        session: Option<Session>,
    },
    Here(Box<SourceFile>),
}

/// An opened file.
pub struct OpenFile {
    /// Name as received, without folders.
    pub name: String,
    /// Its bytes, kept as evidence when it is imported.
    pub bytes: Bytes,
    /// Sheets a person can choose.
    pub sheets: Vec<SheetInfo>,
    /// Sheets not even shown by the spreadsheet program: our own keys lie in one.
    pub secret_sheets: Vec<String>,
    /// What was noticed on opening.
    pub notes: Vec<Error>,
    /// How its bytes are read as text, where it is one.
    pub encoding: Option<String>,
    /// For whoever changes the file: a lock that is never waited for, since readers are not to be shared between threads.
    reading: Mutex<Reading>,
}

impl OpenFile {
    /// Opens a file by what it is, not by what it is called. Stopping ends the worker.
    pub fn open(
        name: &str,
        bytes: impl Into<Bytes>,
        isolation: &Isolation,
        progress: &mut Progress<'_>,
    ) -> Result<Self> {
        Self::open_as(name, bytes.into(), None, isolation, progress)
    }

    /// The same file as text in this encoding.
    pub fn reopened(&mut self, encoding: &str, progress: &mut Progress<'_>) -> Result<Self> {
        let isolation = match inner(&mut self.reading) {
            Reading::Worker { launch, .. } => Isolation::Worker(launch.clone()),
            Reading::Here(_) => Isolation::None,
        };
        let bytes = self.bytes.clone();
        Self::open_as(&self.name, bytes, Some(encoding), &isolation, progress)
    }

    fn open_as(
        name: &str,
        bytes: Bytes,
        encoding: Option<&str>,
        isolation: &Isolation,
        progress: &mut Progress<'_>,
    ) -> Result<Self> {
        if bytes.len() > limits::FILE {
            return Err(Error::new("file_too_big").with("what", "bytes"));
        }
        match isolation {
            Isolation::Worker(launch) => {
                let mut session = Session::start(launch, progress)?;
                let opened = session.open(name, &bytes, encoding, progress)?;
                Ok(Self {
                    name: opened.name,
                    bytes,
                    sheets: opened.sheets,
                    secret_sheets: opened.secret_sheets,
                    notes: opened.notes,
                    encoding: opened.encoding,
                    reading: Mutex::new(Reading::Worker {
                        launch: launch.clone(),
                        session: Some(session),
                    }),
                })
            }
            Isolation::None => {
                let file = SourceFile::open_as(name, bytes.clone(), encoding, None)?;
                Ok(Self {
                    name: file.name.clone(),
                    bytes,
                    sheets: file.sheets.clone(),
                    secret_sheets: file.secret_sheets.clone(),
                    notes: file.notes.clone(),
                    encoding: file.encoding.clone(),
                    reading: Mutex::new(Reading::Here(Box::new(file))),
                })
            }
        }
    }

    /// The cells of a sheet by its place in `sheets`. The worker is let go: it is started again should another be chosen.
    pub fn table(&mut self, sheet: usize, progress: &mut Progress<'_>) -> Result<Table> {
        let read = self.read(SheetAsked::Place(sheet), None, progress);
        if let Reading::Worker { session, .. } = inner(&mut self.reading) {
            *session = None;
        }
        read
    }

    /// The first rows of a sheet by its place in `sheets`.
    pub fn head(&mut self, sheet: usize, rows: u32, progress: &mut Progress<'_>) -> Result<Table> {
        self.read(SheetAsked::Place(sheet), Some(rows), progress)
    }

    /// The cells of a sheet by name, hidden ones too.
    pub fn table_named(&mut self, name: &str, progress: &mut Progress<'_>) -> Result<Table> {
        self.read(SheetAsked::Named(name.to_owned()), None, progress)
    }

    fn read(
        &mut self,
        asked: SheetAsked,
        rows: Option<u32>,
        progress: &mut Progress<'_>,
    ) -> Result<Table> {
        if !progress(0, 0) {
            return Err(Error::new("cancelled"));
        }
        match inner(&mut self.reading) {
            Reading::Here(file) => file.whole(&asked, rows),
            Reading::Worker { launch, session } => {
                let mut running = match session.take() {
                    Some(session) => session,
                    None => {
                        let mut session = Session::start(launch, progress)?;
                        session.open(
                            &self.name,
                            &self.bytes,
                            self.encoding.as_deref(),
                            progress,
                        )?;
                        session
                    }
                };
                let expected = match &asked {
                    SheetAsked::Place(sheet) => self.sheets.get(*sheet).map_or(0, |s| s.rows),
                    SheetAsked::Named(_) => 0,
                };
                let table = running.table(asked, rows, expected, progress);
                // one that failed may be in the middle of an answer: the next question gets a fresh one
                if table.is_ok() {
                    *session = Some(running);
                }
                table
            }
        }
    }
}

fn inner(reading: &mut Mutex<Reading>) -> &mut Reading {
    reading.get_mut().unwrap_or_else(PoisonError::into_inner)
}
