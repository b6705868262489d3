//! A last day for notice that passed undecided while the agreement renews by itself: what follows, and what can still be done.

use chrono::NaiveDate;

use super::kinds::Part;
use super::{Deadline, term, tiers::NEWS};
use crate::words::{Arg, Words};

/// Months after the end for which it matters where the record does not say how long a term is.
const USUAL_TERM: i64 = 12;

impl Deadline {
    /// Whether notice was missed: nothing is decided, and it renews by itself soon or has just done so.
    pub fn missed(&self, today: NaiveDate) -> bool {
        self.kind.part == Part::Notice
            && self.automatic == Some(true)
            && self.day < today
            && today <= self.matters_until()
            && !self.settled()
    }

    /// Whether it passed so long ago that it is no news, and nothing follows from it.
    pub fn past(&self, today: NaiveDate) -> bool {
        self.days(today) < -NEWS && !self.missed(today)
    }

    /// The last day on which a missed notice matters: with the next term begins a date of its own, where its length is known.
    pub(super) fn matters_until(&self) -> NaiveDate {
        match self.months {
            Some(_) => self.ends,
            None => term::later(self.ends, USUAL_TERM).unwrap_or(self.ends),
        }
    }

    /// What follows from a missed notice, and what can still be done; nothing for any other date.
    pub fn follows(&self, today: NaiveDate, words: Words) -> Vec<String> {
        if !self.missed(today) {
            return Vec::new();
        }
        let renews = self.ends.succ_opt().unwrap_or(self.ends);
        let mut args = vec![("date", Arg::from(words.date(renews)))];
        let (follows, possible) = match self.months {
            _ if self.ends < today => ("renewed", "enter"),
            Some(months) => {
                args.push(("months", Arg::from(months)));
                ("renews-for", "ask")
            }
            None => ("renews", "ask"),
        };
        vec![
            words.format(&format!("deadline-missed-{follows}"), &args),
            words.text(&format!("deadline-missed-{possible}")),
        ]
    }
}
