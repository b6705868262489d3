//! Which column fills which field: by what was chosen before, by the program the file comes from, by words of three languages,
//! and by what the cells look like.

use std::collections::HashMap;

use super::columns::{Column, Target, is_open};
use super::composed::Composed;
use super::content;
use super::layout::{Layout, header_forms};
use super::names::Names;
use super::recipe::Recipe;
use super::source::Source;
use super::table::{CellRef, Table};
use crate::register::Kind;
use crate::register::parse::{self, fold};

/// Below this a match is a guess and not made.
const LEAST: u8 = 50;
/// Below this the cells do not read as what the header says.
const DOUBTFUL: u8 = 60;

/// What columns are matched with.
#[derive(Clone, Copy)]
pub struct Matcher<'a> {
    /// Cells.
    pub table: &'a Table,
    /// Columns composed of others.
    pub composed: &'a Composed,
    /// Header and rows.
    pub layout: &'a Layout,
    /// Recipe.
    pub recipe: &'a Recipe,
    /// Words.
    pub names: &'a Names,
    /// Paths chosen before, by header.
    pub remembered: &'a HashMap<String, String>,
    /// The program the file comes from.
    pub source: Option<&'a Source>,
}

/// A cell of the file, or of the columns composed after its last.
pub(super) fn cell<'a>(
    table: &'a Table,
    composed: &'a Composed,
    row: usize,
    column: usize,
) -> CellRef<'a> {
    match column.checked_sub(table.columns()) {
        Some(place) => CellRef::Other(composed.cell(row, place)),
        None => table.cell(row, column),
    }
}

struct Candidate {
    column: usize,
    target: Target,
    score: u8,
    how: &'static str,
    rank: usize,
}

impl Matcher<'_> {
    /// Matches the columns under the header row.
    pub fn columns(&self) -> Vec<Column> {
        let file = (0..self.table.columns()).map(|index| Column::of_file(self.layout, index));
        let composed = (0..self.composed.len()).filter_map(|place| {
            let (header, origin) = self.composed.head(place)?;
            Some(Column::composed(
                self.table.columns() + place,
                origin,
                header,
            ))
        });
        let mut columns: Vec<Column> = file.chain(composed).collect();
        let mut candidates: Vec<Candidate> = columns
            .iter()
            .filter(|column| self.layout.has(column.index) || column.index >= self.table.columns())
            .flat_map(|column| self.candidates(column))
            .collect();
        candidates.sort_by_key(|c| (std::cmp::Reverse(c.score), c.rank, c.column));
        let mut taken = Vec::new();
        for candidate in candidates {
            let column = &mut columns[candidate.column];
            let free = column.target.is_none() && !taken.contains(&candidate.target);
            if free && candidate.score >= LEAST {
                taken.push(candidate.target);
                column.target = Some(candidate.target);
                column.confidence = candidate.score;
                column.how = candidate.how;
            }
        }
        for column in &mut columns {
            self.teach(column);
        }
        columns
    }

    /// A cell of the file or of a column composed of others.
    pub fn cell(&self, row: usize, column: usize) -> CellRef<'_> {
        cell(self.table, self.composed, row, column)
    }

    fn candidate(
        &self,
        column: &Column,
        target: Target,
        score: u8,
        how: &'static str,
    ) -> Candidate {
        Candidate {
            column: column.index,
            rank: self.rank(target),
            target,
            score,
            how,
        }
    }

    fn candidates(&self, column: &Column) -> Vec<Candidate> {
        let forms = header_forms(&column.header);
        if let Some(path) = forms.first().and_then(|form| self.remembered.get(form)) {
            match self.recipe.path(path) {
                Some(target) => return vec![self.candidate(column, target, 100, "remembered")],
                // chosen not to be imported
                None if path.is_empty() => return Vec::new(),
                // a field that is no more
                None => {}
            }
        }
        if let Some(source) = self.source {
            if source.recipe.is_none() || source.ignores(&column.header) {
                return Vec::new();
            }
            let named = source.path(&forms);
            if let Some((target, place)) =
                named.and_then(|(path, place)| Some((self.recipe.path(path)?, place)))
            {
                let score = 100 - place.min(9) as u8;
                return vec![self.candidate(column, target, score, "source")];
            }
        }
        let mut found = self.by_header(column, &forms);
        let own = self.recipe.own_called(&forms);
        found.extend(own.map(|target| {
            let score = content::fitted(self, column, target, 100);
            self.candidate(column, target, score, "exact")
        }));
        if found.is_empty() {
            found.extend(self.by_word_within(column, &forms));
        }
        // what the cells plainly are wins over a header that does not fit them
        let not_fit = !found.is_empty() && found.iter().all(|c| c.score < DOUBTFUL);
        let content = content::candidates(self, column, not_fit);
        found.extend(
            content
                .into_iter()
                .map(|(target, score)| self.candidate(column, target, score, "content")),
        );
        found
    }

    /// The header is a label or a known word. That it is the label of a later part counts for no more than that an earlier one
    /// knows it.
    fn by_header(&self, column: &Column, forms: &[String]) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        for part in &self.recipe.prefer {
            let register = self.recipe.parts[*part].register.key;
            let known = !found.is_empty();
            for (place, form) in forms.iter().enumerate() {
                for named in self.names.header(register, form) {
                    if !is_open(self.recipe, *part, named.field) {
                        continue;
                    }
                    let target = (*part, named.field, named.aspect);
                    let (base, how) = match named.label && !known {
                        true => (100, "exact"),
                        false => (96, "synonym"),
                    };
                    let score = content::fitted(self, column, target, base - place.min(4) as u8);
                    found.push(self.candidate(column, target, score, how));
                }
            }
        }
        found
    }

    /// A known word stands inside a longer header; the longest counts.
    fn by_word_within(&self, column: &Column, forms: &[String]) -> Option<Candidate> {
        let form = forms.first()?;
        let mut best: Option<(usize, Target)> = None;
        for part in &self.recipe.prefer {
            for (word, named) in self.names.words(self.recipe.parts[*part].register.key) {
                let long = match parse::has_han(word) {
                    true => word.chars().count() >= 3,
                    false => word.len() >= 6,
                };
                if !long || !form.contains(word) {
                    continue;
                }
                let open = named
                    .iter()
                    .filter(|named| is_open(self.recipe, *part, named.field));
                for named in open {
                    let target = (*part, named.field, named.aspect);
                    let better = best.is_none_or(|(length, known)| {
                        (word.len(), self.rank(known)) > (length, self.rank(target))
                    });
                    if better {
                        best = Some((word.len(), target));
                    }
                }
            }
        }
        let (_, target) = best?;
        let score = content::fitted(self, column, target, 72);
        Some(self.candidate(column, target, score, "synonym"))
    }

    fn rank(&self, (part, field, _): Target) -> usize {
        self.recipe
            .fields()
            .position(|(p, f)| p == part && f.key == field.key)
            .unwrap_or(usize::MAX)
    }

    /// Gives a column the words of its source.
    fn teach(&self, column: &mut Column) {
        let (Some(source), Some(target)) = (self.source, column.target) else {
            return;
        };
        let (part, field, _) = target;
        let path = super::columns::path(self.recipe, target);
        column.loose = source.loose.contains(&path);
        let Some(words) = source.words.get(&path) else {
            return;
        };
        let register = self.recipe.parts[part].register.key;
        let mut known = self
            .names
            .choices(register, field.key)
            .cloned()
            .unwrap_or_default();
        let (Kind::Choice(keys) | Kind::Choices(keys)) = field.kind else {
            return;
        };
        for key in keys {
            let said = words.get(*key).into_iter().flatten();
            known.extend(said.map(|word| (fold(word), *key)));
        }
        column.words = Some(known);
    }
}
