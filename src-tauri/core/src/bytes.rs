//! The bytes of a file, wherever they lie: in memory, in a temporary file, or with whoever is asked for them. They are read a
//! piece at a time, so that how large a file is says nothing of how much memory it takes.

mod spool;

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;

use crate::Result;

pub use spool::Spool;

/// Where bytes can be read from.
pub trait ReadAt: Send + Sync {
    /// How many there are.
    fn size(&self) -> u64;

    /// Reads some from a place on; none only at the end.
    fn read_at(&self, place: u64, into: &mut [u8]) -> io::Result<usize>;
}

/// The bytes of a file, shared by all that read them.
#[derive(Clone)]
pub struct Bytes(Arc<dyn ReadAt>);

impl Bytes {
    /// Those that are read from somewhere.
    pub fn of(source: impl ReadAt + 'static) -> Self {
        Self(Arc::new(source))
    }

    /// Takes in a file, however large.
    pub fn spool(mut file: impl Read) -> Result<Self> {
        let mut spool = Spool::default();
        io::copy(&mut file, &mut spool)?;
        Ok(spool.close()?)
    }

    /// How many.
    pub fn len(&self) -> u64 {
        self.0.size()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads them from the first on.
    pub fn reader(&self) -> Reader {
        Reader {
            bytes: self.clone(),
            place: 0,
        }
    }

    /// As many of them as there are from a place on, and no more than asked for.
    pub fn piece(&self, place: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut reader = self.reader();
        reader.place = place;
        let mut piece = Vec::new();
        reader.take(length as u64).read_to_end(&mut piece)?;
        Ok(piece)
    }

    /// All of them, for what cannot be read otherwise.
    pub fn to_vec(&self) -> io::Result<Vec<u8>> {
        let mut all = Vec::with_capacity(usize::try_from(self.len()).unwrap_or_default());
        self.reader().read_to_end(&mut all)?;
        Ok(all)
    }
}

impl From<Vec<u8>> for Bytes {
    /// Those that are in memory anyhow.
    fn from(bytes: Vec<u8>) -> Self {
        Self::of(bytes)
    }
}

impl Default for Bytes {
    /// None.
    fn default() -> Self {
        Vec::new().into()
    }
}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}

impl ReadAt for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn read_at(&self, place: u64, into: &mut [u8]) -> io::Result<usize> {
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        self.get(place..).unwrap_or_default().read(into)
    }
}

/// Bytes from a place on.
#[derive(Debug, Clone)]
pub struct Reader {
    bytes: Bytes,
    place: u64,
}

impl Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.0.read_at(self.place, into)?;
        self.place += read as u64;
        Ok(read)
    }
}

impl Seek for Reader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::Current(step) => self.place.checked_add_signed(step),
            SeekFrom::End(step) => self.bytes.len().checked_add_signed(step),
        };
        self.place = place.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.place)
    }
}
