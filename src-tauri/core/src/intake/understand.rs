//! What a file is: its header, the program it came from, the recipe, and what its columns fill.

use std::collections::{HashMap, HashSet};

use super::composed::Composed;
use super::draft::{Draft, State};
use super::layout::{self, header_forms};
use super::matcher::Matcher;
use super::recipe::Recipe;
use super::source::{self, Source};
use crate::{Error, Result};

impl Draft {
    /// Finds header, source, recipe and columns of the sheet chosen.
    pub(super) fn understand(&mut self, target: Option<&str>) -> Result<()> {
        if self.table.is_empty() {
            return Err(Error::new("sheet_empty").with("sheet", self.sheet_name()));
        }
        let header = layout::find_header(&self.table, self.names);
        self.layout = layout::rows_under(&self.table, header, self.names);
        self.recognise();
        self.recipe = self.choose_recipe(target)?;
        self.rematch();
        Ok(())
    }

    /// Finds the known program whose headers these are, and composes the columns it asks for.
    pub(super) fn recognise(&mut self) {
        let headers: HashSet<String> = self
            .table
            .row(self.layout.header)
            .flat_map(|(_, cell)| header_forms(&cell.text()))
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
    fn choose_recipe(&self, target: Option<&str>) -> Result<Recipe> {
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
                    .max_by_key(|recipe| self.understood(recipe));
                self.recipe_of(best.map_or("license_ledger", |recipe| &recipe.key))
            }
        }
    }

    /// How well a recipe understands the columns: not at all where what it is about stays without any; of equals the one
    /// with fewer parts that stay empty.
    fn understood(&self, recipe: &Recipe) -> (u32, std::cmp::Reverse<usize>) {
        let columns = self.matcher(recipe, &HashMap::new(), None).columns();
        let filled: HashSet<usize> = columns
            .iter()
            .filter_map(|column| Some(column.target?.0))
            .collect();
        let sure = columns.iter().map(|column| u32::from(column.confidence));
        let score = if recipe.can_make(&filled) {
            sure.sum()
        } else {
            0
        };
        (score, std::cmp::Reverse(recipe.parts.len() - filled.len()))
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
        self.state = State::default();
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
