//! Which products a name may mean: by their other names, by what they are called, and by how alike that is; a publisher, an edition
//! or a version that speaks for or against one counts.

use std::collections::HashMap;

use rusqlite::Connection;

use super::version::{Verdict, compare};
use super::waiting::Waiting;
use super::{Candidate, Sure, Why};
use crate::Result;
use crate::intake::comparable;
use crate::register::{Pair, product};
use crate::rules::similar::{Name, Similar, publishers_agree};

/// Products are proposed from here on, in percent.
const LIKE: u8 = 65;
/// From here on a name clearly means a product …
const CLEAR: u8 = 90;
/// … if the next one is so much less like.
const AHEAD: u8 = 3;
/// Products looked at, and proposed.
const LOOKED_AT: usize = 8;
const PROPOSED: usize = 4;
/// What says another edition or version is never clear: at most so much, and the less the less alike it is.
const APART: u8 = 70;
const APART_STEP: u8 = 4;
/// What Similar takes off where only one says a version, and what a publisher counts.
const UNSAID: u8 = 4;
const OTHER_PUBLISHER: u8 = 8;

/// A product, as far as names are compared with it.
pub(super) struct Known {
    pub(super) id: i64,
    pub(super) code: Option<String>,
    pub(super) title: Pair,
    pub(super) publisher: Option<String>,
    /// Its names without version.
    pub(super) names: Vec<String>,
    /// With its edition, for telling editions apart.
    full: Name,
    pub(super) version: Option<String>,
}

/// Every product in use.
pub(super) struct Products {
    pub(super) known: Vec<Known>,
    places: HashMap<i64, usize>,
    similar: Similar,
    /// By name and by other name.
    called: HashMap<String, Vec<usize>>,
    aliases: HashMap<String, Vec<usize>>,
}

impl Products {
    /// Reads them.
    pub(super) fn read(connection: &Connection) -> Result<Self> {
        let mut products = Self {
            known: Vec::new(),
            places: HashMap::new(),
            similar: Similar::default(),
            called: HashMap::new(),
            aliases: HashMap::new(),
        };
        crate::ledger::records(connection, &product::REGISTER, |id, record| {
            let name = record.get(product::NAME).unwrap_or_default();
            let edition = record.get(product::EDITION).unwrap_or_default();
            let version = record.get(product::VERSION).filter(|text| !text.is_empty());
            let aliases = record.get(product::ALIASES).unwrap_or_default();
            let halves: Vec<&String> = [&name.zh, &name.en].into_iter().flatten().collect();
            let mut names: Vec<String> = halves.iter().map(|half| (*half).clone()).collect();
            names.extend(aliases.lines().map(str::to_owned));
            let with = |half: &str, more: &str| match half.contains(more) {
                true => half.to_owned(),
                false => format!("{half} {more}"),
            };
            let place = products.known.len();
            for half in &halves {
                note(&mut products.called, half, place);
                for more in [Some(edition.as_str()), version.as_deref()]
                    .into_iter()
                    .flatten()
                {
                    let text = with(half, more);
                    note(&mut products.called, &text, place);
                    products.similar.add(id, &text);
                }
            }
            for name in &names {
                products.similar.add(id, name);
            }
            for alias in aliases.lines() {
                note(&mut products.aliases, alias, place);
            }
            let full = with(name.en_or_zh(), &edition);
            products.places.insert(id, place);
            products.known.push(Known {
                id,
                code: record.get(product::CODE),
                title: title(&name, &edition, version.as_deref()),
                publisher: record.get(product::PUBLISHER),
                names,
                full: Name::new(&full),
                version,
            });
            Ok(())
        })?;
        Ok(products)
    }

    /// The products a name may mean, the best first. `key` is its form for comparing.
    pub(super) fn like(&self, key: &str, waiting: &Waiting) -> Vec<Candidate> {
        for (names, why) in [(&self.called, Why::SameName), (&self.aliases, Why::Alias)] {
            if let Some([only]) = names.get(key).map(Vec::as_slice) {
                return vec![self.known[*only].candidate(100, vec![why])];
            }
        }
        let name = Name::new(&waiting.name);
        let likes = self.similar.best(&waiting.name, LIKE - UNSAID, LOOKED_AT);
        let mut found: Vec<Candidate> = likes
            .iter()
            .filter_map(|like| {
                self.places
                    .get(&like.id)
                    .map(|place| (*place, like.percent))
            })
            .map(|(place, percent)| self.known[place].judged(&name, waiting, percent))
            .filter(|candidate| candidate.percent >= LIKE)
            .collect();
        found.sort_by_key(|candidate| (std::cmp::Reverse(candidate.percent), candidate.id));
        found.truncate(PROPOSED);
        found
    }

    /// The products most like one of their own.
    pub(super) fn beside(&self, known: &Known) -> Vec<(&Known, u8)> {
        let mut best: HashMap<i64, u8> = HashMap::new();
        for name in &known.names {
            for like in self.similar.best(name, CLEAR, LOOKED_AT) {
                let percent = best.entry(like.id).or_default();
                *percent = like.percent.max(*percent);
            }
        }
        let mut found: Vec<(&Known, u8)> = best
            .into_iter()
            .filter(|(id, _)| *id > known.id)
            .filter_map(|(id, percent)| Some((&self.known[*self.places.get(&id)?], percent)))
            .collect();
        found.sort_by_key(|(other, _)| other.id);
        found
    }
}

fn note(names: &mut HashMap<String, Vec<usize>>, name: &str, place: usize) {
    let places = names.entry(comparable(name)).or_default();
    if !places.contains(&place) {
        places.push(place);
    }
}

/// The parts of a product's name in a row.
fn title(name: &Pair, edition: &str, version: Option<&str>) -> Pair {
    let whole = |half: &Option<String>| {
        let half = half.as_deref()?;
        let more = [Some(edition), version].into_iter().flatten();
        let words = format!(" {half} ");
        let said = |part: &&str| words.contains(&format!(" {part} "));
        let more = more.filter(|part| !part.is_empty() && !said(part));
        Some(more.fold(half.to_owned(), |text, part| format!("{text} {part}")))
    };
    Pair {
        zh: whole(&name.zh),
        en: whole(&name.en),
    }
}

impl Known {
    pub(super) fn candidate(&self, percent: u8, why: Vec<Why>) -> Candidate {
        Candidate {
            id: self.id,
            code: self.code.clone(),
            title: self.title.clone(),
            publisher: self.publisher.clone(),
            percent,
            why,
        }
    }

    fn judged(&self, name: &Name, waiting: &Waiting, percent: u8) -> Candidate {
        let mut why = vec![match percent >= 100 - UNSAID {
            true => Why::SameName,
            false => Why::Similar,
        }];
        let mut percent = percent;
        let publishers = (self.publisher.as_deref(), waiting.publisher.as_deref());
        if let (Some(own), Some(found)) = publishers {
            match publishers_agree(own, found) {
                Some(true) => why.push(Why::SamePublisher),
                Some(false) => {
                    percent = percent.saturating_sub(OTHER_PUBLISHER);
                    why.push(Why::OtherPublisher);
                }
                None => {}
            }
        }
        match self.version_verdict(waiting) {
            Verdict::Same => {
                percent = percent.saturating_add(UNSAID).min(100);
                why.push(Why::SameVersion);
            }
            Verdict::Other => {
                percent = apart(percent);
                why.push(Why::OtherVersion);
            }
            Verdict::Unsaid => {}
        }
        if self.full.is_other_edition(name) {
            percent = apart(percent);
            why.push(Why::OtherEdition);
        }
        self.candidate(percent, why)
    }

    fn version_verdict(&self, waiting: &Waiting) -> Verdict {
        let own = self.version.as_deref();
        let named = self.names.first().map_or("", String::as_str);
        own.map_or(Verdict::Unsaid, |own| {
            compare(own, named, &waiting.name, waiting.version.as_deref())
        })
    }

    /// Whether two products say that they are not the same.
    pub(super) fn is_another(&self, other: &Self) -> bool {
        let years = |known: &Self| known.version.as_deref().map(comparable);
        let versions = (years(self), years(other));
        matches!(versions, (Some(one), Some(two)) if one != two)
            || self.full.is_other_edition(&other.full)
    }
}

/// How alike a product is that is said to be another edition or version.
fn apart(percent: u8) -> u8 {
    let unlike = 100_u8.saturating_sub(percent) / APART_STEP;
    percent.min(APART.saturating_sub(unlike))
}

/// Whether a product goes by exactly this name.
pub(super) fn goes_by_the_name(candidate: &Candidate) -> bool {
    candidate.percent == 100 && candidate.why.len() == 1
}

/// How sure it is that the first is meant.
pub(super) fn sure(candidates: &[Candidate]) -> Sure {
    let Some(first) = candidates.first() else {
        return Sure::Unlike;
    };
    let apart = [Why::OtherEdition, Why::OtherVersion, Why::OtherPublisher];
    let against = first.why.iter().any(|why| apart.contains(why));
    let ahead = candidates
        .get(1)
        .is_none_or(|next| next.percent + AHEAD <= first.percent);
    match first.percent >= CLEAR && ahead && !against {
        true => Sure::Clear,
        false => Sure::Likely,
    }
}
