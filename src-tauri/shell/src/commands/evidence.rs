//! Files dropped onto records: taken in, looked at, given out.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sealbook_core::ledger;
use sealbook_core::register::{AnyLinks, FileRef, Pair, Record, evidence, register};
use sealbook_core::vault::write_atomically;
use sealbook_core::{Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Call;
use super::records::Saved;
use crate::files::FileToken;
use crate::host::FileKind;

/// What a picked file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A spreadsheet to take in.
    Import,
    /// A document to keep.
    Evidence,
}

/// A file as far as the page can show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Preview {
    /// Name.
    pub name: String,
    /// Type by its first bytes.
    pub mime: &'static str,
    /// Base64; null when it cannot be shown.
    pub data: Option<String>,
    /// Its text, when it is text.
    pub text: Option<String>,
    /// Bytes.
    pub size: usize,
}

const LARGEST_SHOWN: usize = 12 << 20;
const LONGEST_TEXT: usize = 200_000;

pub fn pick_file(call: Call<'_>, purpose: Purpose) -> Result<Option<FileToken>> {
    let words = call.session.words();
    let kind = match purpose {
        Purpose::Import => FileKind::new(
            words,
            "spreadsheet",
            &[
                "xlsx", "xlsm", "xlsb", "xls", "et", "ods", "csv", "tsv", "txt", "xml", "html",
                "htm", "fods",
            ],
        ),
        Purpose::Evidence => FileKind::new(words, "any", &[]),
    };
    call.host
        .pick_open(&kind)
        .map(|path| call.session.files.read(call.leave, &path))
        .transpose()
}

/// Keeps a file as evidence of a record; onto an evidence record, as its next version.
pub fn attach(call: Call<'_>, register: String, id: i64, token: u32) -> Result<Saved> {
    let about = self::register(&register)?;
    let file = call.session.files.take(token)?;
    let now = call.session.clock.now();
    let file_kept = call
        .session
        .vault(|vault| vault.keep_file(&file.name, file.bytes.reader(), now))?;
    let mut kept = file_kept.reference();
    let (id, changes) = call.session.write("attach", None, |tx| {
        if about.key == evidence::REGISTER.key {
            let mut files = ledger::record(tx.connection(), about, id)?
                .get(evidence::FILES)
                .unwrap_or_default();
            kept.version = files.last().map_or(1, |last| last.version + 1);
            files.push(kept);
            return tx
                .update(about, id, Record::new().with(evidence::FILES, files))
                .map(|_| id);
        }
        let stem = file
            .name
            .rsplit_once('.')
            .map_or(file.name.as_str(), |(stem, _)| stem);
        let record = Record::new()
            .with(evidence::TITLE, Pair::by_script(stem))
            .with(evidence::FILES, vec![kept])
            .with(evidence::RECEIVED, now)
            .with(evidence::ABOUT, AnyLinks(vec![(about.key, id)]));
        tx.insert(&evidence::REGISTER, record)
    })?;
    file_kept.stay();
    Ok(Saved { id, changes })
}

fn kept(call: Call<'_>, id: i64, file: &str) -> Result<(FileRef, Vec<u8>)> {
    let record = call
        .session
        .read(|reader| ledger::record(reader.connection(), &evidence::REGISTER, id))?;
    let files = record.get(evidence::FILES).unwrap_or_default();
    let found = files.into_iter().find(|kept| kept.id == file);
    let found = found.ok_or_else(|| Error::new("evidence_missing").with("name", file))?;
    let bytes = call.session.vault(|vault| vault.read_file(&found))?;
    Ok((found, bytes))
}

pub fn preview(call: Call<'_>, id: i64, file: String) -> Result<Preview> {
    let (file, bytes) = kept(call, id, &file)?;
    let mime = mime(&bytes);
    let shown = mime.starts_with("image/") && bytes.len() <= LARGEST_SHOWN;
    let text = (mime == "text/plain").then(|| {
        String::from_utf8_lossy(&bytes)
            .chars()
            .take(LONGEST_TEXT)
            .collect()
    });
    Ok(Preview {
        name: file.name,
        mime,
        data: shown.then(|| STANDARD.encode(&bytes)),
        text,
        size: bytes.len(),
    })
}

/// By the first bytes, never by the name. Only what the engine shows without running anything counts as an image.
fn mime(bytes: &[u8]) -> &'static str {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [b'G', b'I', b'F', b'8', ..] => "image/gif",
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => "image/webp",
        [b'%', b'P', b'D', b'F', ..] => "application/pdf",
        [b'P', b'K', 3, 4, ..] => "application/zip",
        _ if !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok() => "text/plain",
        _ => "application/octet-stream",
    }
}

/// Writes a plain copy where she says: what leaves the vault is hers to guard.
pub fn export(call: Call<'_>, id: i64, file: String) -> Result<bool> {
    let (file, bytes) = kept(call, id, &file)?;
    let kind = FileKind::new(call.session.words(), "any", &[]);
    let Some(path) = call.pick_save(&file.name, &kind)? else {
        return Ok(false);
    };
    write_atomically(&path, &bytes)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::mime;

    #[test]
    fn files_are_told_by_their_first_bytes() {
        assert_eq!(mime(b"\x89PNG\r\n\x1a\n"), "image/png");
        assert_eq!(mime("发票, ok".as_bytes()), "text/plain");
        assert_eq!(mime(b"<svg onload=x>"), "text/plain", "never an image");
        assert_eq!(mime(b"MZ\0"), "application/octet-stream");
    }
}
