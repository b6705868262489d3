//! Changes inside the parts of a container, so that what is read past the unpacking is reached.

use std::io::{Cursor, Read, Write};

use fastrand::Rng;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

use crate::{input, markup};

type Part = (String, Vec<u8>);

/// A container with some of its parts changed; nothing where it is none.
pub fn change(seed: &[u8], other: &[u8], random: &mut Rng) -> Option<Vec<u8>> {
    let mut parts = unpack(seed)?;
    for _ in 0..random.usize(1..5) {
        let at = pick(&parts, random)?;
        match random.u8(..40) {
            0 => drop(parts.remove(at)),
            1 => {
                let name = parts[random.usize(..parts.len())].0.clone();
                parts[at].0 = name;
            }
            2 => {
                let bytes = parts[random.usize(..parts.len())].1.clone();
                parts[at].1 = bytes;
            }
            3 => {
                let theirs = unpack(other)?;
                let same = theirs.into_iter().find(|(name, _)| *name == parts[at].0);
                parts[at].1 = same.map(|(_, bytes)| bytes).unwrap_or_default();
            }
            _ => {
                let bytes = std::mem::take(&mut parts[at].1);
                parts[at].1 = if parts[at].0.ends_with(".bin") {
                    numbers(bytes, random)
                } else {
                    markup::change(bytes, random)
                };
            }
        }
    }
    pack(&parts)
}

/// Mostly a part that readers look into.
fn pick(parts: &[Part], random: &mut Rng) -> Option<usize> {
    const READ: [&str; 8] = [
        "sheet",
        "sharedStrings",
        "styles",
        "workbook",
        "content.xml",
        "settings.xml",
        "table",
        "comments",
    ];
    if parts.is_empty() {
        return None;
    }
    let read: Vec<usize> = (0..parts.len())
        .filter(|at| READ.iter().any(|name| parts[*at].0.contains(name)))
        .collect();
    if read.is_empty() || random.u8(..10) == 0 {
        return Some(random.usize(..parts.len()));
    }
    Some(read[random.usize(..read.len())])
}

/// Binary records: a number in its place is replaced, or bytes change.
pub fn numbers(mut bytes: Vec<u8>, random: &mut Rng) -> Vec<u8> {
    const WEIGHTY: [u32; 10] = [
        0,
        1,
        0x7f,
        0xff,
        0x3fff,
        0xffff,
        0x10_0000,
        0x7fff_ffff,
        0x8000_0000,
        0xffff_ffff,
    ];
    for _ in 0..random.usize(1..5) {
        let width = [1, 2, 4][random.usize(..3)];
        if bytes.len() <= width {
            break;
        }
        let at = random.usize(..bytes.len() - width);
        let number = WEIGHTY[random.usize(..WEIGHTY.len())].to_le_bytes();
        bytes[at..at + width].copy_from_slice(&number[..width]);
    }
    if random.bool() {
        return bytes;
    }
    input::bytes(bytes, &[], random)
}

fn unpack(bytes: &[u8]) -> Option<Vec<Part>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut inflated = Vec::new();
        part.by_ref()
            .take(1 << 22)
            .read_to_end(&mut inflated)
            .ok()?;
        parts.push((name, inflated));
    }
    Some(parts)
}

fn pack(parts: &[Part]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        writer.start_file(name.as_str(), stored).ok()?;
        writer.write_all(bytes).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}
