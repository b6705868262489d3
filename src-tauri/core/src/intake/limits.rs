//! What a workbook may ask of this machine. Sizes are counted while inflating: a container's own figures are only claims.

use std::collections::HashSet;
use std::io::Read;

use memchr::{memchr, memchr_iter, memchr3_iter, memmem, memrchr};
use zip::ZipArchive;

use super::hand::{Hand, Pending};
use crate::bytes::Bytes;
use crate::{Error, Result};

/// Bytes of a file.
pub const FILE: u64 = 50 << 20;
/// Sheets of a workbook.
pub const SHEETS: usize = 200;
/// Rows of a sheet.
pub const ROWS: u32 = 1_048_576;
/// Columns of a sheet.
pub const COLUMNS: u32 = 512;
/// Filled cells of a sheet.
pub const CELLS: usize = 16_000_000;
/// UTF-16 units that a spreadsheet program keeps in one cell.
pub const CELL: usize = 32_767;
/// Bytes of text of a sheet.
pub const TEXT: usize = 256 << 20;

/// Bytes of one tag or of one piece of text.
pub const PIECE: usize = 1 << 20;

/// Bytes in which the end of a container stands.
const TAIL: usize = (64 << 10) + 22;
const PARTS: usize = 2_000;
/// Inflated bytes of one part: sheets are read as they inflate, …
const PART: u64 = 1 << 30;
/// … all other parts are held whole.
const HELD: u64 = 256 << 20;
const TOTAL: u64 = 3 << 29;
/// Inflated to packed bytes of parts above a megabyte.
const RATIO: u64 = 200;

/// The error that says what of a file is too much.
pub fn too_big(what: &str) -> Error {
    Error::new("file_too_big").with("what", what)
}

/// The parts of a container that may be read.
#[derive(Debug)]
pub struct Parts(Vec<String>);

impl Parts {
    /// Whether a part of this name is there, upper or lower case.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|part| part.eq_ignore_ascii_case(name))
    }

    /// Whether a part lies below a folder or ends in a name.
    pub fn any(&self, test: impl Fn(&str) -> bool) -> bool {
        self.0.iter().any(|part| test(part))
    }
}

/// The sheets that hide, merge or calculate anything, by the lower-case names of their parts.
#[derive(Debug, Default)]
pub struct Marked(HashSet<String>);

impl Marked {
    /// Whether a sheet is among them.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(&name.to_ascii_lowercase())
    }
}

/// Refuses a container that would inflate beyond bounds, overlaps itself, names a part twice, is encrypted or defines a
/// document type. Its sheets are checked by the hand, and none may be read before that has ended.
pub fn check(bytes: &Bytes, hand: Option<&Hand>) -> Result<(Parts, Pending<Result<Marked>>)> {
    let parts = list(bytes)?;
    let names = parts.iter().map(|part| part.name.clone()).collect();
    let (sheets, held): (Vec<Part>, Vec<Part>) =
        parts.into_iter().partition(|part| is_sheet(&part.name));
    let mut left = TOTAL;
    inflate_all(bytes, &held, &mut left)?;
    let bytes = bytes.clone();
    let marked = Pending::of(hand, move || inflate_all(&bytes, &sheets, &mut left));
    Ok((Parts(names), marked))
}

/// A part as the container lists it.
struct Part {
    index: usize,
    name: String,
    packed: u64,
}

impl Part {
    fn ends(&self, end: &str) -> bool {
        self.name.to_ascii_lowercase().ends_with(end)
    }
}

/// Whether a part of this name is read as it inflates; all others are held whole.
pub fn is_sheet(name: &str) -> bool {
    let name = name.replace('\\', "/").to_ascii_lowercase();
    name.contains("worksheets/") || name.ends_with("content.xml")
}

/// The parts, each of which has a name and a place of its own.
fn list(bytes: &Bytes) -> Result<Vec<Part>> {
    let mut archive = ZipArchive::new(bytes.reader()).map_err(|_| Error::new("file_truncated"))?;
    if archive.len() > PARTS {
        return Err(too_big("parts"));
    }
    let start = bytes.len().saturating_sub(TAIL as u64);
    let tail = bytes.piece(start, TAIL)?;
    if listed(&tail).is_some_and(|listed| listed != archive.len()) {
        return Err(hostile("duplicate"));
    }
    let mut parts = Vec::with_capacity(archive.len());
    let mut spans = Vec::with_capacity(archive.len());
    let mut seen = HashSet::new();
    for index in 0..archive.len() {
        let raw = archive
            .by_index_raw(index)
            .map_err(|_| Error::new("file_truncated"))?;
        if raw.encrypted() {
            return Err(Error::new("file_password"));
        }
        let start = raw.data_start().unwrap_or_default();
        let packed = raw.compressed_size();
        spans.push((start, start + packed));
        let name = raw
            .name()
            .map_err(|_| Error::new("file_damaged"))?
            .replace('\\', "/");
        if !seen.insert(name.to_ascii_lowercase()) {
            return Err(hostile("duplicate"));
        }
        parts.push(Part {
            index,
            name,
            packed,
        });
    }
    spans.sort_unstable();
    if spans.windows(2).any(|pair| pair[0].1 > pair[1].0) {
        return Err(hostile("overlap"));
    }
    Ok(parts)
}

/// Reads parts to their ends, so many bytes in all at most, and tells which of them are marked.
fn inflate_all(bytes: &Bytes, parts: &[Part], left: &mut u64) -> Result<Marked> {
    let truncated = |_| Error::new("file_truncated");
    let mut archive = ZipArchive::new(bytes.reader()).map_err(truncated)?;
    let mut marked = Marked::default();
    for part in parts {
        let content = archive.by_index(part.index).map_err(truncated)?;
        let found = inflate(content, part, *left)?;
        *left -= found.size;
        if found.marked {
            marked.0.insert(part.name.to_ascii_lowercase());
        }
    }
    Ok(marked)
}

fn hostile(detail: &str) -> Error {
    Error::new("file_hostile").with("detail", detail)
}

/// How many parts the end of the container says there are; none where it says that more than it can count.
fn listed(tail: &[u8]) -> Option<usize> {
    let at = memmem::rfind(tail, b"PK\x05\x06")?;
    let count = tail.get(at + 10..at + 12)?;
    let count = u16::from_le_bytes([count[0], count[1]]);
    (count != u16::MAX).then_some(usize::from(count))
}

struct Inflated {
    size: u64,
    marked: bool,
}

/// Reads one part to its end, counting and looking for what no workbook needs.
fn inflate(mut content: impl Read, part: &Part, left: u64) -> Result<Inflated> {
    let xml = [".xml", ".rels", ".vml"].iter().any(|end| part.ends(end));
    let sheet = is_sheet(&part.name);
    let most = left.min(if sheet { PART } else { HELD });
    let strings = part.ends("sharedstrings.xml");
    // the end of one block stands before the next, so that nothing hides across the border
    const KEPT: usize = 64;
    let mut buffer = vec![0; KEPT + (64 << 10)];
    let mut kept = 0;
    let mut found = Inflated {
        size: 0,
        marked: false,
    };
    // bytes since the last tag ended
    let mut piece = 0;
    loop {
        let read = content
            .read(&mut buffer[kept..])
            .map_err(|_| Error::new("file_truncated"))?;
        if read == 0 {
            return Ok(found);
        }
        let block = &buffer[..kept + read];
        if strings {
            check_count(block)?;
        }
        found.size += read as u64;
        let ratio = found.size / part.packed.max(1);
        if found.size > most || (found.size > 1 << 20 && ratio > RATIO) {
            return Err(too_big("inflated"));
        }
        let fresh = &buffer[kept..kept + read];
        piece += memchr(b'>', fresh).unwrap_or(read);
        if xml && piece > PIECE {
            return Err(too_big("text"));
        }
        if let Some(end) = memrchr(b'>', fresh) {
            piece = read - end;
        }
        if xml && defines(block) {
            return Err(hostile("DOCTYPE"));
        }
        found.marked = found.marked || (sheet && marks(block));
        let end = block.len();
        kept = KEPT.min(end);
        buffer.copy_within(end - kept..end, 0);
    }
}

/// Whether a document type or an entity is defined here.
fn defines(block: &[u8]) -> bool {
    memchr_iter(b'!', block).any(|at| {
        let (before, from) = block.split_at(at);
        before.ends_with(b"<") && (from.starts_with(b"!DOCTYPE") || from.starts_with(b"!ENTITY"))
    })
}

/// Whether anything is hidden, merged or calculated here: looked for by letters the cells of most sheets have none of.
fn marks(block: &[u8]) -> bool {
    memchr3_iter(b'h', b'm', b'f', block).any(|at| {
        let (before, from) = block.split_at(at);
        let follows = |mark: &[u8]| from.starts_with(mark);
        match from[0] {
            b'h' => {
                before.ends_with(b" ") && (follows(b"hidden=\"1\"") || follows(b"hidden=\"true\""))
            }
            b'm' => follows(b"mergeCell "),
            _ if before.ends_with(b"<") => follows(b"f>") || follows(b"f "),
            _ => before.ends_with(b":") && follows(b"f>"),
        }
    })
}

/// The reader reserves room for as many strings as the part claims to hold.
fn check_count(block: &[u8]) -> Result<()> {
    const NAME: &[u8] = b"uniqueCount";
    for at in memmem::find_iter(block, NAME) {
        let mut rest = block[at + NAME.len()..]
            .iter()
            .skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'=' | b'"' | b'\''));
        let digits: String = rest
            .by_ref()
            .take_while(|byte| byte.is_ascii_digit())
            .map(|byte| char::from(*byte))
            .collect();
        if !digits.is_empty()
            && digits
                .parse::<usize>()
                .ok()
                .is_none_or(|count| count > CELLS)
        {
            return Err(too_big("strings"));
        }
    }
    Ok(())
}
