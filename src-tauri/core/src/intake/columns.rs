//! The columns of a table and the fields they fill.

use super::layout::Layout;
use super::names::{Aspect, Names};
use super::recipe::Recipe;
use super::table::{Cell, Table};
use crate::register::parse::{self, ChoiceNames, DateOrder, Reading};
use crate::register::{Field, Kind};

/// What a column fills: the part of the recipe, the field and the half of it.
pub type Target = (usize, &'static Field, Aspect);

/// A column of the table and what it fills.
#[derive(Debug, Clone)]
pub struct Column {
    /// From 0; those composed of others follow those of the file.
    pub index: usize,
    /// The column of the file by which its cells are named.
    pub origin: usize,
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
    /// Words for choices of the program the file comes from, beside our own.
    pub words: Option<ChoiceNames>,
    /// A word that is none of the choices says nothing.
    pub loose: bool,
}

impl Column {
    /// A column of the file, not matched to anything yet.
    pub(super) fn of_file(table: &Table, layout: &Layout, index: usize) -> Self {
        Self::composed(index, index, table.cell(layout.header, index).text().trim())
    }

    /// A column composed of others.
    pub(super) fn composed(index: usize, origin: usize, header: &str) -> Self {
        let header = header.to_owned();
        Self {
            index,
            origin,
            currency: currency_of_header(&header),
            ten_thousands: header.contains("万元"),
            header,
            target: None,
            confidence: 0,
            how: "none",
            words: None,
            loose: false,
        }
    }

    /// Fills a field from it, or nothing.
    pub(super) fn fill(&mut self, target: Option<Target>, how: &'static str) {
        (self.target, self.how, self.confidence) = match target {
            Some(_) => (target, how, 100),
            None => (None, "none", 0),
        };
    }

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
            choices: self.words.as_ref().or_else(|| {
                let (part, field, _) = self.target?;
                names.choices(recipe.parts[part].register.key, field.key)
            }),
        }
    }
}

/// `license.ends`, `product.name.zh`.
pub fn path(recipe: &Recipe, (part, field, aspect): Target) -> String {
    if let Some(own) = recipe.own_field(aspect) {
        return recipe.own_text(own);
    }
    format!(
        "{}.{}{}",
        recipe.parts[part].register.key,
        field.key,
        aspect.suffix()
    )
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

/// Whether a column may fill a field of a part.
pub fn is_open(recipe: &Recipe, part: usize, field: &'static Field) -> bool {
    recipe
        .fields()
        .any(|(p, f)| p == part && f.key == field.key)
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
