//! An import in preparation: what was understood of a file, and what the officer chose.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::api::{ImportOptions, ImportPreview, ImportSet, RowAction};
use super::columns::{self, Column, match_columns};
use super::file::SourceFile;
use super::keys::Filled;
use super::layout::{self, Layout, header_forms};
use super::names::{Aspect, Names};
use super::own_keys::OwnKeys;
use super::plan::{Held, Plan};
use super::recipe::{Recipe, Recipes, Source};
use super::table::Table;
use crate::register::parse::fold;
use crate::vault::matching;
use crate::workbook::annotated::Errors;
use crate::{Error, Result};

/// Currency of amounts that name none: the record is of a company in China.
pub(super) const CURRENCY: &str = "CNY";

/// Progress of a long step: done and total; false stops it.
pub type Progress<'a> = dyn FnMut(u64, u64) -> bool + 'a;

/// One row as previewed.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowState {
    pub action: RowAction,
    /// Where its records begin in `made`.
    pub start: u32,
    pub length: u32,
    /// Why less is written than the row says.
    pub held: Option<Held>,
}

/// One record of a row as previewed.
#[derive(Debug, Clone)]
pub(super) struct MadeState {
    pub part: u8,
    pub id: i64,
    pub action: RowAction,
    pub title: crate::register::Pair,
    /// Fields of a record that stands which the row changes.
    pub changed: Box<[&'static str]>,
}

/// What a preview found.
#[derive(Default)]
pub(super) struct State {
    pub rows: Vec<RowState>,
    pub made: Vec<MadeState>,
    pub errors: Errors,
    pub preview: Option<ImportPreview>,
}

/// An import in preparation.
pub struct Draft {
    pub(super) file: SourceFile,
    pub(super) table: Table,
    pub(super) layout: Layout,
    pub(super) columns: Vec<Column>,
    pub(super) recipe: &'static Recipe,
    pub(super) options: ImportOptions,
    pub(super) corrections: HashMap<(usize, usize), String>,
    pub(super) chosen: HashMap<usize, Option<String>>,
    pub(super) chosen_keys: BTreeMap<String, Vec<String>>,
    pub(super) remembered_keys: HashMap<String, HashMap<String, Vec<String>>>,
    pub(super) state: State,
    pub(super) today: NaiveDate,
    pub(super) names: &'static Names,
    pub(super) recipes: &'static Recipes,
    pub(super) source: Option<&'static Source>,
    remembered: HashMap<String, HashMap<String, String>>,
    own: Option<OwnKeys>,
    pub(super) sheet: usize,
}

impl Draft {
    /// Opens a file and works out what it is. `target` is the recipe or register asked for, if any.
    pub fn open(
        name: &str,
        bytes: Vec<u8>,
        target: Option<&str>,
        connection: &Connection,
        today: NaiveDate,
    ) -> Result<Self> {
        let (names, recipes) = (Names::shared()?, Recipes::shared()?);
        let mut file = SourceFile::open(name, bytes)?;
        let own = OwnKeys::read(&mut file);
        let listed = own
            .as_ref()
            .and_then(|own| file.sheets.iter().find(|sheet| own.has(&sheet.name)))
            .map(|sheet| sheet.index);
        let sheet = listed.map_or_else(|| best_sheet(&mut file, names), Ok)?;
        let mut draft = Self {
            table: file.table(sheet, None)?,
            file,
            layout: Layout::default(),
            columns: Vec::new(),
            recipe: recipes.get(target.unwrap_or("license_ledger"))?,
            options: ImportOptions::default(),
            corrections: HashMap::new(),
            chosen: HashMap::new(),
            chosen_keys: BTreeMap::new(),
            remembered_keys: matching::keys(connection)?,
            state: State::default(),
            today,
            names,
            recipes,
            source: None,
            remembered: matching::columns(connection)?,
            own,
            sheet,
        };
        draft.understand(target)?;
        Ok(draft)
    }

    /// Finds header, source, recipe and columns of the sheet chosen.
    fn understand(&mut self, target: Option<&str>) -> Result<()> {
        if self.table.is_empty() {
            return Err(Error::new("sheet_empty").with("sheet", self.sheet_name()));
        }
        let header = layout::find_header(&self.table, self.names);
        self.layout = layout::rows_under(&self.table, header, self.names);
        self.source = self.recognise();
        self.recipe = self.choose_recipe(target)?;
        self.rematch();
        Ok(())
    }

    /// The known program whose headers these are.
    fn recognise(&self) -> Option<&'static Source> {
        let headers: HashSet<String> = self
            .table
            .row(self.layout.header)
            .flat_map(|(_, cell)| header_forms(&cell.text()))
            .collect();
        let has = |header: &String| headers.contains(&fold(header));
        self.recipes.sources.iter().find(|source| {
            source.all.iter().all(has)
                && source.some.iter().filter(|h| has(h)).count() >= source.least
        })
    }

    /// The recipe asked for; for licenses the one that makes products and purchase lines too; without a wish the one that
    /// understands most columns.
    fn choose_recipe(&self, target: Option<&str>) -> Result<&'static Recipe> {
        if let Some(own) = self.own() {
            return self.recipes.get(&own.register);
        }
        if let Some(source) = self.source {
            let recipe = self.recipes.get(&source.recipe)?;
            let wished = target.is_none_or(|target| {
                recipe.key == target || recipe.parts.iter().any(|part| part.register.key == target)
            });
            if wished {
                return Ok(recipe);
            }
        }
        match target {
            Some("license") => self.recipes.get("license_ledger"),
            Some(target) => self.recipes.get(target),
            None => {
                let understood = |recipe: &&Recipe| {
                    let columns = match_columns(
                        &self.table,
                        &self.layout,
                        recipe,
                        self.names,
                        &HashMap::new(),
                        None,
                    );
                    columns
                        .iter()
                        .map(|column| u32::from(column.confidence))
                        .sum::<u32>()
                };
                let best = self
                    .recipes
                    .all()
                    .iter()
                    .rev()
                    .filter(|recipe| recipe.key != "license")
                    .max_by_key(understood);
                best.map_or_else(|| self.recipes.get("license_ledger"), Ok)
            }
        }
    }

    /// The keys of the sheet chosen, if it was exported by us.
    fn own(&self) -> Option<&OwnKeys> {
        self.own.as_ref().filter(|own| own.has(self.sheet_name()))
    }

    pub(super) fn sheet_name(&self) -> &str {
        self.file
            .sheets
            .get(self.sheet)
            .map_or("", |sheet| &sheet.name)
    }

    fn rematch(&mut self) {
        let none = HashMap::new();
        let remembered = self.remembered.get(&self.recipe.key).unwrap_or(&none);
        let source = self
            .source
            .filter(|source| source.recipe == self.recipe.key);
        self.columns = match_columns(
            &self.table,
            &self.layout,
            self.recipe,
            self.names,
            remembered,
            source,
        );
        if let Some(own) = self
            .own
            .as_ref()
            .filter(|own| own.has(self.sheet_name()) && own.register == self.recipe.key)
        {
            let name = self.sheet_name();
            let paths: Vec<Option<&str>> = self
                .columns
                .iter()
                .map(|column| own.path(name, column.index))
                .collect();
            let targets: Vec<_> = paths
                .iter()
                .map(|path| path.and_then(|path| self.recipe.path(path)))
                .collect();
            for (column, target) in self.columns.iter_mut().zip(targets) {
                let open =
                    target.filter(|(part, field, _)| columns::is_open(self.recipe, *part, field));
                (column.target, column.how) = (open, if open.is_some() { "exact" } else { "none" });
                column.confidence = if open.is_some() { 100 } else { 0 };
            }
        }
        let chosen: Vec<(usize, Option<String>)> = self
            .chosen
            .iter()
            .map(|(index, path)| (*index, path.clone()))
            .collect();
        for (index, path) in chosen {
            self.choose(index, path.as_deref());
        }
        self.state = State::default();
    }

    /// Fills a field from a column by hand; the field is taken from the column that filled it before.
    fn choose(&mut self, index: usize, path: Option<&str>) {
        let target = path.and_then(|path| self.recipe.path(path));
        for column in &mut self.columns {
            if column.index == index {
                (column.target, column.how) = (target, "chosen");
                column.confidence = if target.is_some() { 100 } else { 0 };
            } else if target.is_some() && column.target == target {
                (column.target, column.how, column.confidence) = (None, "none", 0);
            }
        }
    }

    /// Changes what was understood. Corrections of cells are kept as long as the sheet is.
    pub fn set(&mut self, set: ImportSet) -> Result<()> {
        if let Some(sheet) = set.sheet
            && sheet != self.sheet
        {
            self.table = self.file.table(sheet, None)?;
            self.sheet = sheet;
            self.corrections.clear();
            self.chosen.clear();
            self.chosen_keys.clear();
            self.understand(Some(&self.recipe.key))?;
        }
        if let Some(row) = set.header_row {
            let header = self.table.index_from(row);
            if header >= self.table.len() || row > layout::HEADER_WITHIN {
                return Err(Error::new("header_unknown").with("row", row));
            }
            self.layout = layout::rows_under(&self.table, header, self.names);
            self.source = self.recognise();
            self.rematch();
        }
        if let Some(target) = set.target
            && target != self.recipe.key
        {
            self.recipe = self.recipes.get(&target)?;
            self.chosen.clear();
            self.chosen_keys.clear();
            self.rematch();
        }
        for choice in set.columns {
            self.choose(choice.index, choice.field.as_deref());
            self.chosen.insert(choice.index, choice.field);
        }
        for choice in set.keys {
            self.choose_key(choice)?;
        }
        self.options = set.options.unwrap_or_else(|| self.options.clone());
        self.state = State::default();
        Ok(())
    }

    /// Everything rows are read with.
    pub(super) fn plan(&self) -> Plan<'_> {
        let order = self
            .options
            .date_order
            .or_else(|| columns::date_order(&self.table, &self.layout, &self.columns));
        let mut of_part = vec![Vec::new(); self.recipe.parts.len()];
        for currency in [false, true] {
            for (place, column) in self.columns.iter().enumerate() {
                if let Some((part, _, aspect)) = column.target
                    && (aspect == Aspect::Currency) == currency
                {
                    of_part[part].push(place);
                }
            }
        }
        Plan {
            table: &self.table,
            corrections: &self.corrections,
            columns: &self.columns,
            recipe: self.recipe,
            recipes: self.recipes,
            names: self.names,
            options: &self.options,
            keys: self.keys(&self.filled()),
            today: self.today,
            row_id: self
                .own()
                .filter(|own| own.register == self.recipe.key)
                .and_then(|own| own.row_id(self.sheet_name())),
            readings: self
                .columns
                .iter()
                .map(|column| column.reading(self.recipe, self.names, order, CURRENCY))
                .collect(),
            order: of_part,
        }
    }

    /// Fields of the parts that the file fills.
    pub(super) fn filled(&self) -> Filled {
        let mut filled: Filled = self
            .columns
            .iter()
            .filter_map(|column| column.target)
            .map(|(part, field, _)| (part, field.key))
            .collect();
        for (part, described) in self.recipe.parts.iter().enumerate() {
            for (field, other, column) in &described.same {
                if filled.contains(&(*other, column.key)) {
                    filled.insert((part, field.key));
                }
            }
        }
        filled
    }
}

/// The visible sheet whose first rows look most like a table that is known.
fn best_sheet(file: &mut SourceFile, names: &Names) -> Result<usize> {
    let shown: Vec<usize> = file
        .sheets
        .iter()
        .filter(|sheet| !sheet.hidden)
        .map(|sheet| sheet.index)
        .collect();
    if shown.len() < 2 {
        return Ok(shown.first().copied().unwrap_or(0));
    }
    let mut best = (0, shown[0]);
    for sheet in shown.into_iter().take(20) {
        let table = file.table(sheet, Some(layout::HEADER_WITHIN))?;
        let score = layout::known_headers(&table, layout::find_header(&table, names), names);
        if score > best.0 {
            best = (score, sheet);
        }
    }
    Ok(best.1)
}
