//! One changed file: always the same for the same number.

use fastrand::Rng;

use crate::seeds::Kind;
use crate::{container, markup, records};

/// The changed file of a number.
pub fn of(kind: Kind, seeds: &[&[u8]], number: u64) -> Vec<u8> {
    let mut random = Rng::with_seed(number);
    let seed = seeds[random.usize(..seeds.len())];
    let other = seeds[random.usize(..seeds.len())];
    if random.u8(..12) == 0 {
        return bytes(seed.to_vec(), other, &mut random);
    }
    match kind {
        Kind::Xlsx | Kind::Xlsb | Kind::Ods => container::change(seed, other, &mut random)
            .unwrap_or_else(|| bytes(seed.to_vec(), other, &mut random)),
        Kind::Xls => records::change(seed.to_vec(), &mut random),
        Kind::Text | Kind::Page | Kind::Xml => {
            let mut changed = seed.to_vec();
            for _ in 0..random.usize(1..6) {
                changed = markup::change(changed, &mut random);
            }
            changed
        }
    }
}

/// Bytes changed without knowing what they are.
pub fn bytes(mut bytes: Vec<u8>, other: &[u8], random: &mut Rng) -> Vec<u8> {
    for _ in 0..random.usize(1..8) {
        if bytes.is_empty() {
            return bytes;
        }
        let at = random.usize(..bytes.len());
        match random.u8(..6) {
            0 => bytes[at] ^= 1 << random.u8(..8),
            1 => bytes[at] = [0, 1, 0x7f, 0x80, 0xff][random.usize(..5)],
            2 => drop(bytes.drain(at..(at + random.usize(1..64)).min(bytes.len()))),
            3 => {
                let span = bytes[at..(at + random.usize(1..64)).min(bytes.len())].to_vec();
                bytes.splice(at..at, span);
            }
            4 if !other.is_empty() => {
                let from = random.usize(..other.len());
                bytes.truncate(at);
                bytes.extend_from_slice(&other[from..]);
            }
            _ => bytes.truncate(at),
        }
    }
    bytes
}
