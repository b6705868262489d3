//! Bytes that are written once and read at any place: a few stay in memory, more go to a temporary file. The file has no name,
//! or goes with the program that holds it; it is encrypted to a key that is made for it and never leaves memory.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::iter::once;
use std::sync::{Mutex, PoisonError};

use age::stream::{StreamReader, StreamWriter};
use age::x25519::Identity;
use age::{Decryptor, Encryptor};

use super::{Bytes, ReadAt};

/// Bytes that stay in memory.
const FEW: usize = 1 << 20;

/// What is being written.
#[derive(Default)]
pub struct Spool {
    few: Vec<u8>,
    file: Option<Sealing>,
    size: u64,
}

struct Sealing {
    writer: StreamWriter<File>,
    key: Identity,
}

impl Spool {
    /// How many bytes were written.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Ends writing: now they can be read.
    pub fn close(self) -> io::Result<Bytes> {
        let Some(Sealing { writer, key }) = self.file else {
            return Ok(self.few.into());
        };
        let mut file = writer.finish()?;
        file.rewind()?;
        let sealed = Decryptor::new(file).map_err(io::Error::other)?;
        let reader = sealed
            .decrypt(once(&key as &dyn age::Identity))
            .map_err(io::Error::other)?;
        Ok(Bytes::of(Sealed {
            reader: Mutex::new(reader),
            size: self.size,
        }))
    }
}

impl Sealing {
    fn begin() -> io::Result<Self> {
        let key = Identity::generate();
        let recipient = key.to_public();
        let writer = Encryptor::with_recipients(once(&recipient as &dyn age::Recipient))
            .map_err(io::Error::other)?
            .wrap_output(tempfile::tempfile()?)?;
        Ok(Self { writer, key })
    }
}

impl Write for Spool {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.file {
            Some(file) => file.writer.write_all(bytes)?,
            None if self.few.len() + bytes.len() <= FEW => self.few.extend_from_slice(bytes),
            None => {
                let file = self.file.insert(Sealing::begin()?);
                file.writer.write_all(&std::mem::take(&mut self.few))?;
                file.writer.write_all(bytes)?;
            }
        }
        self.size += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What lies in a temporary file.
struct Sealed {
    reader: Mutex<StreamReader<File>>,
    size: u64,
}

impl ReadAt for Sealed {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, place: u64, into: &mut [u8]) -> io::Result<usize> {
        if place >= self.size {
            return Ok(0);
        }
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        reader.seek(SeekFrom::Start(place))?;
        reader.read(into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(size: usize) -> (Vec<u8>, Bytes) {
        let bytes: Vec<u8> = (0..size).map(|at| (at / 7 % 251) as u8).collect();
        let mut spool = Spool::default();
        for part in bytes.chunks(10_007) {
            spool.write_all(part).unwrap();
        }
        assert_eq!(spool.size(), size as u64);
        (bytes, spool.close().unwrap())
    }

    #[test]
    fn what_was_written_is_read_at_any_place() {
        // around what stays in memory, and around the pieces that are encrypted by themselves
        for size in [0, 5, FEW, FEW + 1, 40 << 16, (40 << 16) + 1] {
            let (bytes, spooled) = written(size);
            assert_eq!(spooled.len(), size as u64);
            assert_eq!(spooled.to_vec().unwrap(), bytes, "{size}");
            for place in (0..size + 100).step_by(99_991).chain([size, size / 2]) {
                let expected = &bytes[place.min(size)..(place + 70_000).min(size)];
                let piece = spooled.piece(place as u64, 70_000).unwrap();
                assert_eq!(piece, expected, "{size} at {place}");
            }
            let mut reader = spooled.reader();
            reader.seek(SeekFrom::End(-3)).unwrap_or_default();
            let mut end = Vec::new();
            reader.read_to_end(&mut end).unwrap();
            assert!(bytes.ends_with(&end));
        }
    }

    #[test]
    fn nothing_of_it_is_plain_on_disk() {
        let mut sealing = Sealing::begin().unwrap();
        let secret = "机密台账 confidential ledger ".repeat(9_000);
        sealing.writer.write_all(secret.as_bytes()).unwrap();
        let mut file = sealing.writer.finish().unwrap();
        file.rewind().unwrap();
        let mut on_disk = Vec::new();
        file.read_to_end(&mut on_disk).unwrap();
        assert!(on_disk.len() > secret.len());
        let found = memchr::memmem::find(&on_disk, b"confidential");
        assert_eq!(found, None, "a reader of the disk learns nothing");
    }

    #[test]
    fn a_changed_file_is_no_file() {
        let mut sealing = Sealing::begin().unwrap();
        sealing.writer.write_all(&[7; 200_000]).unwrap();
        let mut file = sealing.writer.finish().unwrap();
        let end = file.seek(SeekFrom::End(-50_000)).unwrap();
        file.write_all(&[0xff; 16]).unwrap();
        file.rewind().unwrap();
        let key: &dyn age::Identity = &sealing.key;
        let reader = Decryptor::new(file).unwrap().decrypt(once(key)).unwrap();
        let sealed = Bytes::of(Sealed {
            reader: Mutex::new(reader),
            size: 200_000,
        });
        assert!(sealed.piece(0, 1000).is_ok());
        assert!(sealed.piece(end - 1000, 1000).is_err());
    }
}
