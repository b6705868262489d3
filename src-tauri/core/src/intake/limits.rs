//! What a workbook may ask of this machine. Sizes are counted while inflating: a container's own figures are only claims.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;

use crate::{Error, Result};

/// Bytes of a file.
pub const FILE: usize = 50 << 20;
/// Sheets of a workbook.
pub const SHEETS: usize = 200;
/// Columns of a sheet.
pub const COLUMNS: u32 = 512;
/// Cells of a sheet.
pub const CELLS: usize = 5_000_000;
/// Bytes of text of a sheet.
pub const TEXT: usize = 100 << 20;

const PARTS: usize = 2_000;
const PART: u64 = 256 << 20;
const TOTAL: u64 = 512 << 20;
/// Inflated to packed bytes of parts above a megabyte.
const RATIO: u64 = 200;

fn too_big(what: &str) -> Error {
    Error::new("file_too_big").with("what", what)
}

/// Refuses a container that would inflate beyond bounds, overlaps itself, is encrypted or defines a document type.
/// Gives the names of its parts.
pub fn check(bytes: &[u8]) -> Result<Vec<String>> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::new("file_truncated"))?;
    if archive.len() > PARTS {
        return Err(too_big("parts"));
    }
    let mut names = Vec::with_capacity(archive.len());
    let mut spans = Vec::with_capacity(archive.len());
    let mut total = 0;
    for index in 0..archive.len() {
        let raw = archive
            .by_index_raw(index)
            .map_err(|_| Error::new("file_truncated"))?;
        if raw.encrypted() {
            return Err(Error::new("file_password"));
        }
        let start = raw.data_start().unwrap_or_default();
        spans.push((start, start + raw.compressed_size()));
        let name = raw
            .name()
            .map_err(|_| Error::new("file_damaged"))?
            .into_owned();
        let packed = raw.compressed_size();
        drop(raw);
        let part = archive
            .by_index(index)
            .map_err(|_| Error::new("file_truncated"))?;
        total += inflate(part, &name, packed, TOTAL - total)?;
        names.push(name);
    }
    spans.sort_unstable();
    if spans.windows(2).any(|pair| pair[0].1 > pair[1].0) {
        return Err(Error::new("file_hostile").with("detail", "overlap"));
    }
    Ok(names)
}

/// Reads one part to its end, counting and looking for what no workbook needs.
fn inflate(mut part: impl Read, name: &str, packed: u64, left: u64) -> Result<u64> {
    let xml = name.ends_with(".xml") || name.ends_with(".rels") || name.ends_with(".vml");
    let strings = name.ends_with("sharedStrings.xml");
    let (doctype, entity) = (
        memmem::Finder::new(b"<!DOCTYPE"),
        memmem::Finder::new(b"<!ENTITY"),
    );
    // the end of one block stands before the next, so that nothing hides across the border
    const KEPT: usize = 16;
    let mut buffer = vec![0; KEPT + (64 << 10)];
    let mut kept = 0;
    let mut size = 0_u64;
    loop {
        let read = part
            .read(&mut buffer[kept..])
            .map_err(|_| Error::new("file_truncated"))?;
        if read == 0 {
            return Ok(size);
        }
        let block = &buffer[..kept + read];
        if strings && size == 0 {
            check_count(block)?;
        }
        size += read as u64;
        if size > PART || size > left || (size > 1 << 20 && size / packed.max(1) > RATIO) {
            return Err(too_big("inflated"));
        }
        if xml && (doctype.find(block).is_some() || entity.find(block).is_some()) {
            return Err(Error::new("file_hostile").with("detail", "DOCTYPE"));
        }
        let end = block.len();
        kept = KEPT.min(end);
        buffer.copy_within(end - kept..end, 0);
    }
}

/// The reader reserves room for as many strings as the part claims to hold.
fn check_count(head: &[u8]) -> Result<()> {
    const NAME: &[u8] = b"uniqueCount=\"";
    let Some(at) = memmem::find(head, NAME) else {
        return Ok(());
    };
    let digits: Vec<u8> = head[at + NAME.len()..]
        .iter()
        .copied()
        .take_while(u8::is_ascii_digit)
        .collect();
    let count: Option<usize> = std::str::from_utf8(&digits)
        .ok()
        .and_then(|digits| digits.parse().ok());
    match count {
        Some(count) if count <= CELLS => Ok(()),
        _ => Err(too_big("strings")),
    }
}
