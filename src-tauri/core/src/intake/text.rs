//! Tables in text files: comma, semicolon or tab between the cells, in any encoding an office writes.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::table::{Cell, Table};
use crate::{Error, Result};

/// The text of a file: by its byte order mark, else UTF-8 if it is, else GB18030. Bytes that fit neither are an error that
/// names the line.
pub fn decode(bytes: &[u8]) -> Result<String> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let body = &bytes[mark..];
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    match encoding.decode_without_bom_handling_and_without_replacement(body) {
        Some(text) if text.contains('\0') => Err(Error::new("file_not_workbook")),
        Some(text) => Ok(text.into_owned()),
        None if wide && mark == 0 => Err(Error::new("file_not_workbook")),
        None => Err(undecodable(encoding, body)),
    }
}

/// UTF-16 without a mark shows by zero bytes, most of them on one side of its characters; no other text has any.
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
    if low > high {
        UTF_16LE
    } else if high > low {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        GB18030
    }
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

/// Reads the table of a text.
pub fn read(text: &str) -> Result<Table> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(text))
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut record = csv::StringRecord::new();
    let mut line = 0;
    while reader
        .read_record(&mut record)
        .map_err(|_| Error::new("file_damaged"))?
    {
        // rows are counted as a spreadsheet would, so that addresses agree with what Excel shows
        for (column, cell) in record.iter().enumerate() {
            table.push(line, column as u32, Cell::Text(cell))?;
        }
        line += 1;
    }
    Ok(table)
}

/// The separator that cuts the first lines into the most even rows.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text
        .lines()
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
    for mark in [b';', b','] {
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
