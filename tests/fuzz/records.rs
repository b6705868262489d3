//! Changes in the records of an xls, whose stream lies in one piece in the file.

use fastrand::Rng;

use crate::container::numbers;
use crate::input;

/// Types of records that readers look at.
const TYPES: [u16; 24] = [
    0x0006, 0x000a, 0x0017, 0x0018, 0x001c, 0x0022, 0x002f, 0x003c, 0x0055, 0x007d, 0x0085, 0x008c,
    0x00be, 0x00bd, 0x00e0, 0x00e5, 0x00fc, 0x00fd, 0x0200, 0x0201, 0x0203, 0x0204, 0x0205, 0x0207,
];

/// A file with some records changed.
pub fn change(mut file: Vec<u8>, random: &mut Rng) -> Vec<u8> {
    for _ in 0..random.usize(1..5) {
        let records = records(&file);
        if records.is_empty() {
            return input::bytes(file, &[], random);
        }
        let (start, length) = records[random.usize(..records.len())];
        let body = start + 4..start + 4 + length;
        match random.u8(..8) {
            0 => {
                let kind = TYPES[random.usize(..TYPES.len())].to_le_bytes();
                file[start..start + 2].copy_from_slice(&kind);
            }
            1 => {
                let other = [0, 1, length.saturating_sub(1), length + 1, 8_224, 0xffff];
                let length = (other[random.usize(..other.len())] as u16).to_le_bytes();
                file[start + 2..start + 4].copy_from_slice(&length);
            }
            2 => {
                // the same number of bytes keeps the sectors where they are
                let (from, size) = records[random.usize(..records.len())];
                let copied = file[from..from + 4 + size].to_vec();
                let room = copied.len().min(file.len() - start);
                file[start..start + room].copy_from_slice(&copied[..room]);
            }
            _ => {
                let changed = numbers(file[body.clone()].to_vec(), random);
                let room = changed.len().min(length);
                file[body.start..body.start + room].copy_from_slice(&changed[..room]);
            }
        }
    }
    file
}

/// Where records begin, and how long they are.
fn records(file: &[u8]) -> Vec<(usize, usize)> {
    let Some(first) = memchr::memmem::find(file, &[0x09, 0x08, 0x10, 0x00, 0x00, 0x06]) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut at = first;
    while let Some(head) = file.get(at..at + 4) {
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        if at + 4 + length > file.len() || head == [0; 4] {
            break;
        }
        found.push((at, length));
        at += 4 + length;
    }
    found
}
