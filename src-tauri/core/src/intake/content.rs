//! What the cells of a column look like, whatever its header says.

use super::columns::{Column, Target};
use super::matcher::Matcher;
use super::names::Aspect;
use super::table::{Cell, CellRef};
use crate::register::identifier::{Identifier, Verdict};
use crate::register::parse::{self, ChoiceNames, DateOrder, Input, Reading, fold};
use crate::register::{Field, Kind};

/// Cells looked at.
const SAMPLE: usize = 40;
/// What can only be one thing: a tax code, an address, a fapiao number.
const PLAIN: u8 = 80;
/// Words that are choices of one field.
const WORDS: u8 = 78;
/// What a field still asks for and the cells could be: shown to be checked.
const LIKELY: u8 = 55;

/// The fields the cells look like, with how surely. A header that does `not_fit` them leaves less doubt.
pub(super) fn candidates(
    matcher: &Matcher<'_>,
    column: &Column,
    not_fit: bool,
) -> Vec<(Target, u8)> {
    let cells: Vec<CellRef<'_>> = samples(matcher, column.index).collect();
    if cells.len() < 2 {
        return Vec::new();
    }
    let words: Vec<String> = cells.iter().map(|cell| fold(&cell.text())).collect();
    let recipe = matcher.recipe;
    let fields = recipe.fields().filter_map(|(part, field)| {
        let register = recipe.parts[part].register.key;
        let only_named = recipe.parts[part].named_by.is_some();
        let score = match field.kind {
            Kind::Identifier(identifier) => identified(identifier, &cells)?,
            // any day or amount may be that of something a row only names
            _ if only_named => return None,
            Kind::Choice(_) => {
                let names = matcher.names.choices(register, field.key)?;
                named(names, &words, not_fit).then_some(WORDS)?
            }
            Kind::Date if field.required => mostly(&cells, is_date).then_some(LIKELY)?,
            Kind::Money if field.required => mostly(&cells, is_money).then_some(LIKELY)?,
            _ => return None,
        };
        Some(((part, field, Aspect::Whole), score))
    });
    fields.collect()
}

fn samples<'a>(matcher: &'a Matcher<'a>, column: usize) -> impl Iterator<Item = CellRef<'a>> {
    let rows = matcher.layout.rows.iter();
    rows.map(move |row| matcher.cell(*row, column))
        .filter(|cell| !cell.is_blank() && !parse::is_nothing(&cell.text()))
        .take(SAMPLE)
}

/// Whether seven of ten are.
fn mostly(cells: &[CellRef<'_>], is: impl Fn(Cell<'_>) -> bool) -> bool {
    cells.iter().filter(|cell| is(cell.get())).count() * 10 >= cells.len() * 7
}

fn identified(identifier: Identifier, cells: &[CellRef<'_>]) -> Option<u8> {
    let good = |cell: Cell<'_>| {
        let text = identifier.normal(&cell.text());
        let long = match identifier {
            Identifier::Uscc => text.len() == 18,
            Identifier::Email => true,
            // eight digits are many things
            Identifier::FapiaoNumber => {
                text.len() == 20 && text.bytes().all(|b| b.is_ascii_digit())
            }
            _ => false,
        };
        long && identifier.check(&text) == Verdict::Good
    };
    mostly(cells, good).then_some(PLAIN)
}

/// Whether all words name choices: two different ones at least, where a header says otherwise.
fn named(names: &ChoiceNames, words: &[String], one_is_enough: bool) -> bool {
    let first = words.first().and_then(|word| names.get(word));
    let all = words.iter().all(|word| names.contains_key(word));
    all && (one_is_enough || words.iter().any(|word| names.get(word) != first))
}

fn is_date(cell: Cell<'_>) -> bool {
    let read = |field: &Field, input| parse::parse(field, input, &reading()).is_ok();
    match cell {
        Cell::Date(_) => true,
        Cell::Text(text) => read(&DATE, Input::Text(text)),
        _ => false,
    }
}

fn is_money(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => parse::parse(&MONEY, Input::Text(text), &reading()).is_ok(),
        _ => false,
    }
}

const DATE: Field = crate::register::field::date("date").field;
const MONEY: Field = crate::register::field::money("money").field;

const fn reading() -> Reading<'static> {
    Reading {
        from_1904: false,
        date_order: Some(DateOrder::Dmy),
        currency: Some("CNY"),
        ten_thousands: false,
        choices: None,
    }
}

/// The score of a header's field, lower where the cells do not read as its kind.
pub(super) fn fitted(matcher: &Matcher<'_>, column: &Column, target: Target, score: u8) -> u8 {
    let (_, field, aspect) = target;
    if aspect != Aspect::Whole || matches!(field.kind, Kind::Link(_) | Kind::Links(_)) {
        return score;
    }
    let trial = Column {
        target: Some(target),
        ..column.clone()
    };
    let silent = trial.reading(matcher.recipe, matcher.names, None, "CNY");
    let ordered = |order| Reading {
        date_order: Some(order),
        ..silent
    };
    let readings = [DateOrder::Dmy, DateOrder::Ymd].map(ordered);
    let (mut all, mut good) = (0_usize, 0_usize);
    for cell in samples(matcher, column.index) {
        let Ok(Some(input)) = cell.input() else {
            continue;
        };
        all += 1;
        let mut read = readings.iter();
        good += usize::from(read.any(|reading| parse::parse(field, input, reading).is_ok()));
    }
    match (all, good) {
        (0, _) => score,
        (_, 0) => score.saturating_sub(45),
        _ if good * 2 < all => score.saturating_sub(25),
        _ => score,
    }
}
