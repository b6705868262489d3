//! The columns of a table and the fields they fill.

use super::layout::Layout;
use super::names::{Aspect, Names};
use super::recipe::Recipe;
use super::table::{Cell, CellRef};
use crate::register::parse::{self, ChoiceNames, DateOrder, Orders, Reading};
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
    /// What its days say, or the officer, about the order of day and month.
    pub order: Option<DateOrder>,
    /// Some of its days can be read in either order.
    pub ambiguous: bool,
}

impl Column {
    /// A column of the file, not matched to anything yet.
    pub(super) fn of_file(layout: &Layout, index: usize) -> Self {
        let header = layout.headers.get(index).map_or("", String::as_str);
        Self::composed(index, index, header)
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
            order: None,
            ambiguous: false,
        }
    }

    /// Fills a field from it, or nothing.
    pub(super) fn fill(&mut self, target: Option<Target>, how: &'static str) {
        (self.target, self.how, self.confidence) = match target {
            Some(_) => (target, how, 100),
            None => (None, "none", 0),
        };
    }

    /// Whether a merged cell says the same of every row it covers. What is counted is said once: filled down it would be
    /// counted for each.
    pub fn spreads(&self) -> bool {
        self.target.is_some_and(|(_, field, _)| {
            !matches!(field.kind, Kind::Money | Kind::Integer | Kind::Decimal)
        })
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
            date_order: self.order.or(order),
            currency: Some(self.currency.unwrap_or(currency)),
            ten_thousands: self.ten_thousands,
            choices: self.words.as_ref().or_else(|| {
                let (part, field, _) = self.target?;
                names.choices(recipe.parts[part].register.key, field.key)
            }),
            ..Reading::default()
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

/// The order of day, month and year that the days of a column prove, if all agree; and whether some can be read in several while
/// nothing proves which.
pub fn date_order<'a>(cells: impl Iterator<Item = CellRef<'a>>) -> (Option<DateOrder>, bool) {
    let mut orders = Orders::default();
    for cell in cells {
        if let Cell::Text(text) = cell.get() {
            orders.see(text);
        }
    }
    orders.agreed()
}
