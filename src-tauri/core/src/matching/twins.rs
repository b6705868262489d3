//! Products that look like one another: the same thing entered twice.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::likely::{Known, Products};
use super::merge::references;
use super::{Candidate, Progress, Why};
use crate::rules::similar::publishers_agree;
use crate::{Error, Result};

/// Pairs shown at most.
const MOST: usize = 500;
/// Products between two looks at whether to stop.
const STEP: usize = 64;

/// Two products that look the same.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Twins {
    /// The one more records refer to.
    pub first: Candidate,
    /// Records that refer to it.
    pub first_uses: u32,
    /// The other.
    pub second: Candidate,
    /// Records that refer to it.
    pub second_uses: u32,
}

/// Pairs of products that look the same, the most alike first. Error `cancelled`.
pub fn twins(connection: &Connection, progress: &mut Progress<'_>) -> Result<Vec<Twins>> {
    let products = Products::read(connection)?;
    let total = products.known.len();
    let mut pairs: Vec<(&Known, &Known, u8, Vec<Why>)> = Vec::new();
    for (done, known) in products.known.iter().enumerate() {
        if done % STEP == 0 && !progress(done as u64, total as u64) {
            return Err(Error::new("cancelled"));
        }
        for (other, percent) in products.beside(known) {
            if let Some(why) = same(known, other) {
                pairs.push((known, other, percent, why));
            }
        }
    }
    pairs.sort_by_key(|(one, other, percent, _)| (std::cmp::Reverse(*percent), one.id, other.id));
    pairs.truncate(MOST);
    let pairs = pairs.into_iter().map(|(one, other, percent, why)| {
        let uses = (
            references(connection, one.id)?,
            references(connection, other.id)?,
        );
        let (first, second) = (
            one.candidate(percent, why.clone()),
            other.candidate(percent, why),
        );
        Ok(match uses.1 > uses.0 {
            true => Twins {
                first: second,
                first_uses: uses.1,
                second: first,
                second_uses: uses.0,
            },
            false => Twins {
                first,
                first_uses: uses.0,
                second,
                second_uses: uses.1,
            },
        })
    });
    pairs.collect()
}

/// Why two products may be the same; none when they say they are not.
fn same(one: &Known, other: &Known) -> Option<Vec<Why>> {
    let mut why = vec![Why::Similar];
    if let (Some(a), Some(b)) = (&one.publisher, &other.publisher) {
        match publishers_agree(a, b) {
            Some(true) => why.push(Why::SamePublisher),
            Some(false) => return None,
            None => {}
        }
    }
    (!one.is_another(other)).then_some(why)
}
