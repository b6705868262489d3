//! Text files: what their bytes mean, whether they are markup, and the table of those that are not: comma, semicolon, tab or
//! bar between the cells.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::memmem;

use super::format::{Book, SPREADSHEET_ML, Sight};
use super::table::{Cell, Fault, Table};
use crate::{Error, Result};

/// Encodings a person can choose where the guess was wrong.
pub const ENCODINGS: [&str; 8] = [
    "UTF-8",
    "gb18030",
    "Big5",
    "windows-1252",
    "Shift_JIS",
    "EUC-KR",
    "UTF-16LE",
    "UTF-16BE",
];

/// What the bytes of a file say.
#[derive(Debug)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// How it was read.
    pub encoding: &'static Encoding,
    /// Where the first bytes stand that are no characters; in their place stands U+FFFD.
    pub unread: Option<Error>,
}

/// The text of a file: in the encoding asked for, else by its byte order mark, by what it says of itself if it is markup, else
/// UTF-8 if it is, else what an office of China or Europe writes. Bytes that do not fit what was asked for are an error that
/// names the line; where nothing was asked they are left out, so that another encoding can be chosen. A zero byte here and there
/// is a control character of its cell, as in a spreadsheet program; many of them are no text.
pub fn decode(bytes: &[u8], asked: Option<&str>) -> Result<Decoded> {
    let asked = asked.and_then(|label| Encoding::for_label(label.as_bytes()));
    let (encoding, mark) = match (asked, Encoding::for_bom(bytes)) {
        (None, Some(marked)) => marked,
        (None, None) => (guess(bytes), 0),
        (Some(asked), Some((marked, length))) if asked == marked => (asked, length),
        (Some(asked), _) => (asked, 0),
    };
    let body = &bytes[mark..];
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let told = asked.is_some() || mark > 0 || encoding == UTF_8;
    match encoding.decode_without_bom_handling_and_without_replacement(body) {
        Some(text) if text.contains('\0') && !(told && is_sparse(&text)) => {
            Err(Error::new("file_not_workbook"))
        }
        Some(text) => Ok(Decoded {
            text: text.into_owned(),
            encoding,
            unread: None,
        }),
        None if wide && mark == 0 => Err(Error::new("file_not_workbook")),
        None if asked.is_some() || body.iter().any(is_control) => Err(undecodable(encoding, body)),
        None => Ok(Decoded {
            text: encoding.decode_without_bom_handling(body).0.into_owned(),
            encoding,
            unread: Some(undecodable(encoding, body)),
        }),
    }
}

/// What no text of a person holds.
fn is_control(byte: &u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\x0b' | b'\x0c' | b'\r' | 0x1a)
}

/// Bytes at the beginning that tell a table from an archive or a program.
const HEAD: usize = 1024;

/// Whether a text has some control characters and is no markup, of which nobody knew the cell they are of.
fn is_sparse(text: &str) -> bool {
    let bytes = text.as_bytes();
    let few =
        |bytes: &[u8]| bytes.iter().filter(|byte| is_control(byte)).count() * 4 <= bytes.len();
    few(bytes) && few(&bytes[..bytes.len().min(HEAD)]) && markup(text) == Markup::None
}

/// UTF-16 without a mark shows by zero bytes, most of them on one side of its characters. Few of them in what is UTF-8 are of
/// that text: in UTF-16 every sign of ASCII has one.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let zeros = |start: usize| {
        bytes
            .iter()
            .skip(start)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (high, low) = (zeros(0), zeros(1));
    if (high + low) * 4 < bytes.len() && std::str::from_utf8(bytes).is_ok() {
        return declared(bytes).unwrap_or(UTF_8);
    }
    if low > high {
        UTF_16LE
    } else if high > low {
        UTF_16BE
    } else if let Some(declared) = declared(bytes) {
        declared
    } else if is_western(bytes) {
        WINDOWS_1252
    } else {
        GB18030
    }
}

/// The encoding that markup names in its first lines. What names UTF-8 and is not, is guessed like any other.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(2048))?.to_ascii_lowercase();
    head.trim_ascii_start().starts_with(b"<").then_some(())?;
    let at = ["charset=", "encoding="]
        .iter()
        .filter_map(|name| Some(memmem::find(&head, name.as_bytes())? + name.len()))
        .min()?;
    let label = head[at..].trim_ascii_start();
    let label = label
        .strip_prefix(b"\"")
        .or(label.strip_prefix(b"'"))
        .unwrap_or(label);
    let end = label
        .iter()
        .position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'-' | b'_' | b':'));
    let encoding = Encoding::for_label(&label[..end?])?;
    // GB18030 holds all of its forerunners
    match encoding {
        _ if encoding == UTF_8 => None,
        _ if encoding == encoding_rs::GBK => Some(GB18030),
        other => Some(other),
    }
}

/// In a Western text letters with accents stand alone among others; Chinese characters take two bytes and come together.
fn is_western(bytes: &[u8]) -> bool {
    let (mut runs, mut single) = (0_usize, 0_usize);
    for run in bytes.split(u8::is_ascii).filter(|run| !run.is_empty()) {
        runs += 1;
        single += usize::from(run.len() == 1);
    }
    single * 2 > runs
}

/// Names the line of the first byte that no character has.
fn undecodable(encoding: &'static Encoding, body: &[u8]) -> Error {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut out = vec![0; 4096];
    let mut at = 0;
    loop {
        let (result, read, _) =
            decoder.decode_to_utf8_without_replacement(&body[at..], &mut out, true);
        at += read;
        match result {
            encoding_rs::DecoderResult::OutputFull => {}
            encoding_rs::DecoderResult::InputEmpty => break,
            encoding_rs::DecoderResult::Malformed(length, after) => {
                at = at.saturating_sub(usize::from(length) + usize::from(after));
                break;
            }
        }
    }
    let line = body[..at].iter().filter(|b| **b == b'\n').count() + 1;
    Error::new("bytes_undecodable")
        .with("line", line)
        .with("encoding", encoding.name())
}

/// What a text is, if it is not a table as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// No markup.
    None,
    /// A workbook of Excel 2003.
    SpreadsheetMl,
    /// An OpenDocument spreadsheet in one file.
    OpenDocument,
    /// A web page.
    Html,
    /// A web page with its pictures, for mail.
    Archive,
    /// Some other XML.
    Xml,
}

/// Tells markup by its beginning.
pub fn markup(text: &str) -> Markup {
    let start = text.trim_start();
    let head: String = start.chars().take(4096).collect();
    let head = head.to_lowercase();
    if head.starts_with("mime-version:") || head.contains("\nmime-version:") {
        Markup::Archive
    } else if !head.starts_with('<') {
        Markup::None
    } else if head.contains(SPREADSHEET_ML) {
        Markup::SpreadsheetMl
    } else if head.contains("<office:document") {
        Markup::OpenDocument
    } else if head.contains("<html") || head.contains("<table") || !head.starts_with("<?xml") {
        Markup::Html
    } else {
        Markup::Xml
    }
}

/// Reads the table of a text. Where some of its bytes were no characters, so are cells with their sign.
pub fn read(name: &str, decoded: &Decoded) -> Result<Book> {
    let text = decoded.text.as_str();
    // a first line such as `sep=;` is for Excel, not for people
    let told = ["sep=", "SEP="]
        .iter()
        .find_map(|mark| text.strip_prefix(mark));
    let told = told
        .and_then(|rest| rest.bytes().next())
        .filter(u8::is_ascii);
    let skipped = told.map_or(0, |_| text.find('\n').map_or(text.len(), |at| at + 1));
    let body = &text[skipped..];
    let mark = told.unwrap_or_else(|| separator(body));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark)
        .from_reader(body.as_bytes());
    let mut table = Table::default();
    let mut record = csv::StringRecord::new();
    // Excel does not show that line and counts from the next
    let mut line = 0;
    let mut start = 0;
    while reader
        .read_record(&mut record)
        .map_err(|_| Error::new("file_damaged"))?
    {
        let end = reader.position().byte() as usize;
        let raw = body.get(start..end).unwrap_or_default();
        // rows are counted as a spreadsheet would, blank ones too, so that addresses agree with what Excel shows
        line += blank_lines(raw);
        if end >= body.len() && is_open(raw, mark) {
            return Err(Error::new("quote_open").with("row", line + 1));
        }
        for (column, text) in record.iter().enumerate() {
            let cell = match Fault::of(text) {
                Some(fault) => Cell::Error(fault),
                None if decoded.unread.is_some() && text.contains('\u{fffd}') => {
                    Cell::Error(Fault::Undecodable)
                }
                None => Cell::Text(text),
            };
            table.push(line, column as u32, cell)?;
        }
        line += 1;
        // the reader stops between the two signs of a line end
        let half = body[..end].ends_with('\r') && body[end..].starts_with('\n');
        start = end + usize::from(half);
    }
    let notes = decoded.unread.clone().into_iter().collect();
    Book::whole(vec![(name.to_owned(), Sight::Shown, table)], notes)
}

/// Whether a quotation mark at the beginning of a cell in the last row is never closed. Within a cell it stands for itself.
fn is_open(raw: &str, mark: u8) -> bool {
    let raw = raw.trim_start_matches(['\r', '\n']);
    let begins = raw.starts_with('"') || raw.contains(&format!("{}\"", char::from(mark)));
    begins && raw.matches('"').count() % 2 == 1
}

/// Ends of lines before anything else.
fn blank_lines(raw: &str) -> u32 {
    let end = raw.find(|c| !matches!(c, '\r' | '\n')).unwrap_or(raw.len());
    let ends = &raw[..end];
    let pairs = ends.matches("\r\n").count();
    (ends.len() - pairs) as u32
}

/// The separator that cuts the first lines into the most even rows.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text
        .split(['\r', '\n'])
        .filter(|line| !line.trim().is_empty())
        .take(30)
        .collect();
    let score = |mark: u8| {
        let counts = lines.iter().map(|line| outside_quotes(line, mark));
        let filled = counts.clone().filter(|count| *count > 0).count();
        (filled, counts.max().unwrap_or(0))
    };
    // on a tie the earlier wins: a semicolon file may hold decimal commas in every row
    let mut best = (b'\t', score(b'\t'));
    for mark in [b';', b'|', b','] {
        let found = score(mark);
        if found > best.1 {
            best = (mark, found);
        }
    }
    if best.1.0 == 0 { b',' } else { best.0 }
}

fn outside_quotes(line: &str, mark: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted && *byte == mark
        })
        .count()
}
