//! What a file is: its header, the program it came from, the recipe, and what its columns fill.

use std::collections::{HashMap, HashSet};

use super::api::HiddenRows;
use super::columns::{self, Column};
use super::composed::Composed;
use super::draft::{Draft, State};
use super::layout::{self, header_forms};
use super::matcher::Matcher;
use super::recipe::Recipe;
use super::source::{self, Source};
use super::tables::{self, Found};
use crate::register::Field;
use crate::{Error, Result};

/// What a field counts that a new record needs and no column gives.
const MISSED: u32 = 50;

impl Draft {
    /// Finds header, source, recipe and columns of the sheet chosen.
    pub(super) fn understand(&mut self) -> Result<()> {
        let (tables, chosen) = tables::find(&self.table, self.names);
        self.tables = tables;
        self.take_table(chosen)?;
        self.recipe = self.choose_recipe()?;
        self.rematch();
        self.table.sound()
    }

    /// Takes one of the tables found on the sheet.
    pub(super) fn take_table(&mut self, place: usize) -> Result<()> {
        let found = self.tables.get(place).cloned();
        self.lay_out(found.ok_or_else(|| Error::new("table_unknown"))?);
        self.chosen_table = Some(place);
        Ok(())
    }

    /// Lays out a table, and finds the program it comes from.
    pub(super) fn lay_out(&mut self, found: Found) {
        let leave_hidden = self.options.hidden_rows == HiddenRows::LeaveOut;
        self.layout = layout::of(&self.table, &found, self.names, leave_hidden);
        self.found = found;
        self.recognise();
    }

    /// Finds the known program whose headers these are, and composes the columns it asks for.
    pub(super) fn recognise(&mut self) {
        let headers: HashSet<String> = self
            .layout
            .headers
            .iter()
            .flat_map(|header| header_forms(header))
            .collect();
        // what we exported says itself what it is
        self.source = match self.own() {
            Some(_) => None,
            None => source::recognise(&self.recipes.sources, &headers),
        };
        let compositions = self.source.map_or(&[][..], |source| &source.composed);
        self.composed = Composed::of(compositions, &self.table, &self.layout);
    }

    /// The recipe of our own list or of the known program; else the one asked for, for licenses the one that makes products
    /// and purchase lines too; without a wish the one that understands the columns best.
    pub(super) fn choose_recipe(&self) -> Result<Recipe> {
        let target = self.asked.as_deref();
        if let Some(own) = self.own() {
            return self.recipe_of(&own.register);
        }
        if let Some(source) = self.source
            && let Some(key) = &source.recipe
        {
            let recipe = self.recipe_of(key)?;
            if target.is_none_or(|target| recipe.makes(target)) {
                return Ok(recipe);
            }
        }
        match target {
            Some("license") => self.recipe_of("license_ledger"),
            Some(target) => self.recipe_of(target),
            None => {
                // a list of licenses makes their products too
                let all = self.recipes.all().iter().rev();
                let best = all
                    .filter(|recipe| recipe.key != "license")
                    .map(|recipe| (self.understood(recipe), recipe))
                    .filter(|((score, _), _)| *score > 0)
                    .max_by_key(|(understood, _)| *understood);
                self.recipe_of(best.map_or("license_ledger", |(_, recipe)| &recipe.key))
            }
        }
    }

    /// How well a recipe understands the columns: not at all where what it is about stays without any but those that could be
    /// of another part as well, as a name could; of equals the one with fewer parts that stay empty.
    fn understood(&self, recipe: &Recipe) -> (u32, std::cmp::Reverse<usize>) {
        let columns = self.matcher(recipe, &HashMap::new(), None).columns();
        let filled: HashSet<usize> = columns
            .iter()
            .filter_map(|column| Some(column.target?.0))
            .collect();
        let named: HashSet<usize> = columns
            .iter()
            .filter_map(|column| Some((column.target?.0, header_forms(&column.header))))
            .filter(|(part, forms)| !self.is_shared(recipe, *part, forms))
            .map(|(part, _)| part)
            .collect();
        let sure = columns.iter().map(|column| u32::from(column.confidence));
        let score = if recipe.can_make(&named) {
            let sure: u32 = sure.sum();
            sure.saturating_sub(MISSED * missing(recipe, &columns))
        } else {
            0
        };
        (score, std::cmp::Reverse(recipe.parts.len() - filled.len()))
    }

    /// Whether a header is a word of another part too, as `Name` and `Status` are of most.
    fn is_shared(&self, recipe: &Recipe, part: usize, forms: &[String]) -> bool {
        let parts = recipe.parts.iter().enumerate();
        let mut others = parts.filter(|(other, _)| *other != part);
        others.any(|(other, described)| {
            let register = described.register.key;
            let named = |form: &String| self.names.header(register, form);
            let mut named = forms.iter().flat_map(named);
            named.any(|named| columns::is_open(recipe, other, named.field))
        })
    }

    fn matcher<'a>(
        &'a self,
        recipe: &'a Recipe,
        remembered: &'a HashMap<String, String>,
        source: Option<&'a Source>,
    ) -> Matcher<'a> {
        Matcher {
            table: &self.table,
            composed: &self.composed,
            layout: &self.layout,
            recipe,
            names: self.names,
            remembered,
            source,
        }
    }

    /// Matches the columns again, with what was chosen by hand.
    pub(super) fn rematch(&mut self) {
        let none = HashMap::new();
        let remembered = self.remembered.get(&self.recipe.key).unwrap_or(&none);
        // a file of no use is left alone until the officer says what it is
        let source = self.source.filter(|source| {
            source
                .recipe
                .as_ref()
                .is_none_or(|key| *key == self.recipe.key)
        });
        self.columns = self.matcher(&self.recipe, remembered, source).columns();
        if let Some(own) = self.own().filter(|own| own.register == self.recipe.key) {
            let paths = self
                .columns
                .iter()
                .map(|column| (column, own.path(self.sheet_name(), column.index)));
            let targets: Vec<_> = paths
                .map(|(column, path)| {
                    let forms = header_forms(&column.header);
                    let target = self.recipe.path(path?);
                    target
                        .filter(|target| self.recipe.may_fill(*target, &forms))
                        .or_else(|| self.recipe.own_called(&forms).next())
                })
                .collect();
            for (column, target) in self.columns.iter_mut().zip(targets) {
                column.fill(target, "exact");
            }
        }
        for (index, path) in self.chosen.clone() {
            self.choose(index, path.as_deref());
        }
        self.read_orders();
        self.state = State::default();
    }

    /// Works out the order of day, month and year of every column; what was chosen by hand stands.
    pub(super) fn read_orders(&mut self) {
        let rows = &self.layout.rows;
        for column in &mut self.columns {
            let cells = rows.iter().map(|row| self.table.cell(*row, column.index));
            let (proven, doubtful) = columns::date_order(cells);
            let chosen = self.chosen_orders.get(&column.index).copied();
            column.order = chosen.or(proven);
            column.ambiguous = doubtful;
        }
    }

    /// Fills a field from a column by hand; the field is taken from the column that filled it before.
    pub(super) fn choose(&mut self, index: usize, path: Option<&str>) {
        let target = path.and_then(|path| self.target_of(index, path));
        for column in &mut self.columns {
            if column.index == index {
                column.fill(target, "chosen");
                column.how = "chosen";
            } else if target.is_some() && column.target == target {
                column.fill(None, "none");
            }
        }
    }
}

/// How many fields a new record of what it is about needs that none of these columns fills, nor the recipe itrecipe.
fn missing(recipe: &Recipe, columns: &[Column]) -> u32 {
    let main = recipe.parts.iter().enumerate();
    let main = main.filter(|(_, part)| part.register.key == recipe.main.key);
    main.map(|(place, part)| {
        let filled = |key: &str| {
            let targets = columns.iter().filter_map(|column| column.target);
            let mut of_it = targets.filter(|(at, ..)| *at == place);
            of_it.any(|(_, field, _)| field.key == key)
        };
        let given = |field: &&Field| {
            filled(field.key)
                || part.from.iter().any(|(link, _)| link.key == field.key)
                || part.same.iter().any(|(same, ..)| same.key == field.key)
                || part
                    .defaults
                    .iter()
                    .any(|(known, _)| known.key == field.key)
                || part
                    .stand_in
                    .iter()
                    .any(|(of, other)| of.key == field.key && filled(other.key))
        };
        let needed = part.register.fields().filter(|field| field.required);
        needed.filter(|field| !given(field)).count() as u32
    })
    .sum()
}
