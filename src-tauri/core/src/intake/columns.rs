//! Which column fills which field: by what was chosen before, by known sources, by words of three languages, and by content.

use std::collections::HashMap;

use super::layout::{Layout, header_forms};
use super::names::{Aspect, Names};
use super::recipe::{Recipe, Source};
use super::table::{Cell, Table};
use crate::register::identifier::{Identifier, Verdict};
use crate::register::parse::{self, DateOrder, Reading, fold};
use crate::register::{Field, Kind};

/// Cells looked at to judge whether a column fits a field.
const SAMPLE: usize = 40;

/// What a column fills: the part of the recipe, the field and the half of it.
pub type Target = (usize, &'static Field, Aspect);

/// A column of the table and what it fills.
#[derive(Debug, Clone)]
pub struct Column {
    /// From 0.
    pub index: usize,
    /// As it stands in the file.
    pub header: String,
    /// What it fills, if anything.
    pub target: Option<Target>,
    /// 0 to 100.
    pub confidence: u8,
    /// exact, synonym, content, remembered, chosen, source, none.
    pub how: &'static str,
    /// Currency its header names.
    pub currency: Option<&'static str>,
    /// Its header counts in 万元.
    pub ten_thousands: bool,
}

impl Column {
    /// The path of what it fills.
    pub fn path(&self, recipe: &Recipe) -> Option<String> {
        self.target.map(|target| path(recipe, target))
    }

    /// How its cells are read.
    pub fn reading<'a>(
        &'a self,
        recipe: &Recipe,
        names: &'a Names,
        order: Option<DateOrder>,
        currency: &'a str,
    ) -> Reading<'a> {
        Reading {
            date_order: order,
            currency: Some(self.currency.unwrap_or(currency)),
            ten_thousands: self.ten_thousands,
            choices: self.target.and_then(|(part, field, _)| {
                names.choices(recipe.parts[part].register.key, field.key)
            }),
        }
    }
}

/// `license.ends`, `product.name.zh`.
pub fn path(recipe: &Recipe, (part, field, aspect): Target) -> String {
    format!(
        "{}.{}{}",
        recipe.parts[part].register.key,
        field.key,
        aspect.suffix()
    )
}

struct Candidate {
    column: usize,
    target: Target,
    score: u8,
    how: &'static str,
    rank: usize,
}

/// Matches the columns under a header row.
pub fn match_columns(
    table: &Table,
    layout: &Layout,
    recipe: &Recipe,
    names: &Names,
    remembered: &HashMap<String, String>,
    source: Option<&Source>,
) -> Vec<Column> {
    let mut columns: Vec<Column> = (0..table.columns())
        .map(|index| bare(table, layout, index))
        .collect();
    let mut candidates = Vec::new();
    for column in &columns {
        let ignored = source.is_some_and(|source| {
            source
                .ignore
                .iter()
                .any(|header| fold(header) == fold(&column.header))
        });
        if !ignored {
            candidates_of(
                column,
                table,
                layout,
                recipe,
                names,
                remembered,
                source,
                &mut candidates,
            );
        }
    }
    candidates.sort_by_key(|c| (std::cmp::Reverse(c.score), c.rank, c.column));
    let mut taken = Vec::new();
    for candidate in candidates {
        let column = &mut columns[candidate.column];
        if column.target.is_none() && candidate.score >= 50 && !taken.contains(&candidate.target) {
            taken.push(candidate.target);
            column.target = Some(candidate.target);
            column.confidence = candidate.score;
            column.how = candidate.how;
        }
    }
    columns
}

fn bare(table: &Table, layout: &Layout, index: usize) -> Column {
    let header = table.cell(layout.header, index).text().trim().to_owned();
    Column {
        index,
        currency: currency_of_header(&header),
        ten_thousands: header.contains("万元"),
        header,
        target: None,
        confidence: 0,
        how: "none",
    }
}

/// The currency in the brackets of a header, or a code that stands alone in it.
fn currency_of_header(header: &str) -> Option<&'static str> {
    let open = header.find(['(', '（', '[', '【']);
    let unit = open.map(|at| &header[at..]).or_else(|| {
        header
            .rsplit([' ', ',', '，', '\n'])
            .next()
            .filter(|word| word.len() == 3 && word.is_ascii())
    });
    unit.and_then(parse::currency_of)
}

#[allow(clippy::too_many_arguments)]
fn candidates_of(
    column: &Column,
    table: &Table,
    layout: &Layout,
    recipe: &Recipe,
    names: &Names,
    remembered: &HashMap<String, String>,
    source: Option<&Source>,
    candidates: &mut Vec<Candidate>,
) {
    let forms = header_forms(&column.header);
    let rank_of = |target: &Target| rank(recipe, target);
    let mut add = |target: Target, score: u8, how: &'static str| {
        candidates.push(Candidate {
            column: column.index,
            rank: rank_of(&target),
            target,
            score,
            how,
        });
    };
    if let Some(path) = forms.first().and_then(|form| remembered.get(form)) {
        // an empty path: chosen not to be imported
        if let Some(target) = recipe.path(path) {
            add(target, 100, "remembered");
        }
        return;
    }
    let named = source.and_then(|source| {
        source
            .columns
            .iter()
            .find(|(header, _)| forms.contains(&fold(header)))
    });
    if let Some(target) = named.and_then(|(_, path)| recipe.path(path)) {
        add(target, 100, "source");
        return;
    }
    let mut found = false;
    for part in &recipe.prefer {
        let register = recipe.parts[*part].register.key;
        for (place, form) in forms.iter().enumerate() {
            for named in names
                .header(register, form)
                .iter()
                .filter(|named| is_open(recipe, *part, named.field))
            {
                let target = (*part, named.field, named.aspect);
                let (base, how) = if named.label {
                    (100, "exact")
                } else {
                    (96, "synonym")
                };
                add(
                    target,
                    fitted(
                        base - place.min(4) as u8,
                        target,
                        column,
                        table,
                        layout,
                        recipe,
                        names,
                    ),
                    how,
                );
                found = true;
            }
        }
    }
    if !found {
        contained(column, &forms, table, layout, recipe, names, &mut add);
        by_content(column, table, layout, recipe, &mut add);
    }
}

/// Whether a column may fill a field of a part.
pub fn is_open(recipe: &Recipe, part: usize, field: &'static Field) -> bool {
    recipe
        .fields()
        .any(|(p, f)| p == part && f.key == field.key)
}

fn rank(recipe: &Recipe, (part, field, _): &Target) -> usize {
    recipe
        .fields()
        .position(|(p, f)| p == *part && f.key == field.key)
        .unwrap_or(usize::MAX)
}

/// A known word inside a longer header, the longest first.
fn contained(
    _column: &Column,
    forms: &[String],
    table: &Table,
    layout: &Layout,
    recipe: &Recipe,
    names: &Names,
    add: &mut impl FnMut(Target, u8, &'static str),
) {
    let Some(form) = forms.first() else { return };
    let mut best: Option<(usize, Target)> = None;
    for part in &recipe.prefer {
        for (word, named) in names.words(recipe.parts[*part].register.key) {
            let long = if parse::has_han(word) {
                word.chars().count() >= 3
            } else {
                word.len() >= 6
            };
            if !long || !form.contains(word) {
                continue;
            }
            for named in named
                .iter()
                .filter(|named| is_open(recipe, *part, named.field))
            {
                let target = (*part, named.field, named.aspect);
                if best.is_none_or(|(length, known)| {
                    (word.len(), rank(recipe, &known)) > (length, rank(recipe, &target))
                }) {
                    best = Some((word.len(), target));
                }
            }
        }
    }
    if let Some((_, target)) = best {
        add(
            target,
            fitted(72, target, _column, table, layout, recipe, names),
            "synonym",
        );
    }
}

/// Identifiers are known by their look.
fn by_content(
    column: &Column,
    table: &Table,
    layout: &Layout,
    recipe: &Recipe,
    add: &mut impl FnMut(Target, u8, &'static str),
) {
    let samples: Vec<String> = samples(table, layout, column.index)
        .map(|cell| cell.text().into_owned())
        .collect();
    if samples.len() < 2 {
        return;
    }
    for (part, field) in recipe.fields() {
        let Kind::Identifier(identifier @ (Identifier::Uscc | Identifier::Email)) = field.kind
        else {
            continue;
        };
        let good = samples
            .iter()
            .filter(|text| identifier.check(&identifier.normal(text)) == Verdict::Good)
            .count();
        if good * 10 >= samples.len() * 7 {
            add((part, field, Aspect::Whole), 75, "content");
        }
    }
}

fn samples<'a>(
    table: &'a Table,
    layout: &'a Layout,
    column: usize,
) -> impl Iterator<Item = Cell<'a>> {
    layout
        .rows
        .iter()
        .map(move |row| table.cell(*row, column))
        .filter(|cell| !cell.is_blank())
        .take(SAMPLE)
}

/// The score, lower where the cells do not read as the field's kind.
fn fitted(
    score: u8,
    target: Target,
    column: &Column,
    table: &Table,
    layout: &Layout,
    recipe: &Recipe,
    names: &Names,
) -> u8 {
    let (_, field, aspect) = target;
    if aspect != Aspect::Whole || matches!(field.kind, Kind::Link(_) | Kind::Links(_)) {
        return score;
    }
    let trial = Column {
        target: Some(target),
        ..column.clone()
    };
    let reading = trial.reading(recipe, names, Some(DateOrder::Dmy), "CNY");
    let (mut all, mut good) = (0_usize, 0_usize);
    for cell in samples(table, layout, column.index) {
        let Ok(Some(input)) = cell.input() else {
            continue;
        };
        all += 1;
        good += usize::from(parse::parse(field, input, &reading).is_ok());
    }
    match (all, good) {
        (0, _) => score,
        (_, 0) => score.saturating_sub(45),
        _ if good * 2 < all => score.saturating_sub(25),
        _ => score,
    }
}

/// The order of days and months that the dates of the file prove, if all that do agree.
pub fn date_order(table: &Table, layout: &Layout, columns: &[Column]) -> Option<DateOrder> {
    let mut proven = None;
    for column in columns.iter().filter(|column| {
        column
            .target
            .is_some_and(|(_, field, _)| field.kind == Kind::Date)
    }) {
        for row in layout.rows.iter().take(5_000) {
            let Cell::Text(text) = table.cell(*row, column.index) else {
                continue;
            };
            let mut numbers = text
                .split(['/', '-', ' '])
                .map(|part| part.parse::<u32>().ok());
            let (Some(Some(a)), Some(Some(b)), Some(Some(_))) =
                (numbers.next(), numbers.next(), numbers.next())
            else {
                continue;
            };
            let order = match (a, b) {
                (13..=31, 1..=12) => DateOrder::Dmy,
                (1..=12, 13..=31) => DateOrder::Mdy,
                _ => continue,
            };
            if proven.is_some_and(|before| before != order) {
                return None;
            }
            proven = Some(order);
        }
    }
    proven
}
