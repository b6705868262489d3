//! An import in preparation: what was understood of a file, and what the officer chose.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::api::{ImportOptions, ImportPreview, ImportSet, RowAction};
use super::columns::Column;
use super::composed::Composed;
use super::found::FOUND_AS;
use super::keys::Filled;
use super::layout::{self, Layout};
use super::names::{Aspect, Names};
use super::open_file::OpenFile;
use super::own_keys::OwnKeys;
use super::plan::{Held, Plan};
use super::recipe::{Recipe, Recipes};
use super::resume::Resumed;
use super::source::Source;
use super::table::Table;
use super::tables::{self, Found};
use super::unknown::{Decided, Unknowns};
use crate::register::Field;
use crate::register::parse::{DateOrder, Reading};
use crate::vault::matching;
use crate::vault::preference::{CustomField, custom_fields};
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
    /// Names no record goes by.
    pub unknown: Unknowns,
}

/// An import in preparation.
pub struct Draft {
    pub(super) file: OpenFile,
    pub(super) table: Table,
    pub(super) layout: Layout,
    /// Tables of the sheet, which of them is chosen, and where the chosen one lies.
    pub(super) tables: Vec<Found>,
    pub(super) chosen_table: Option<usize>,
    pub(super) found: Found,
    pub(super) composed: Composed,
    pub(super) columns: Vec<Column>,
    /// As the source needs it.
    pub(super) recipe: Recipe,
    /// What was asked for by name, which another sheet or table does not change.
    pub(super) asked: Option<String>,
    pub(super) options: ImportOptions,
    pub(super) corrections: HashMap<(usize, usize), String>,
    pub(super) chosen: HashMap<usize, Option<String>>,
    pub(super) chosen_orders: HashMap<usize, DateOrder>,
    pub(super) chosen_keys: BTreeMap<String, Vec<String>>,
    pub(super) decided: Decided,
    pub(super) remembered_keys: HashMap<String, HashMap<String, Vec<String>>>,
    pub(super) state: State,
    pub(super) today: NaiveDate,
    pub(super) names: &'static Names,
    pub(super) recipes: &'static Recipes,
    pub(super) source: Option<&'static Source>,
    pub(super) resumed: Option<Resumed>,
    /// Its headers were put there by us: nothing is learnt of them.
    pub(super) bare: bool,
    pub(super) remembered: HashMap<String, HashMap<String, String>>,
    pub(super) own: Option<OwnKeys>,
    pub(super) own_fields: Vec<CustomField>,
    pub(super) sheet: usize,
}

impl Draft {
    /// Works out what an opened file is. `target` is the recipe or register asked for, if any.
    pub fn open(
        mut file: OpenFile,
        target: Option<&str>,
        connection: &Connection,
        today: NaiveDate,
        progress: &mut Progress<'_>,
    ) -> Result<Self> {
        let (names, recipes) = (Names::shared()?, Recipes::shared()?);
        let own = OwnKeys::read(&mut file, progress)?;
        let listed = own
            .as_ref()
            .and_then(|own| file.sheets.iter().find(|sheet| own.has(&sheet.name)))
            .map(|sheet| sheet.index);
        let sheet = listed.map_or_else(|| best_sheet(&mut file, names, progress), Ok)?;
        let mut draft = Self {
            table: filled(&mut file, sheet, progress)?,
            file,
            layout: Layout::default(),
            tables: Vec::new(),
            chosen_table: None,
            found: Found::default(),
            composed: Composed::default(),
            columns: Vec::new(),
            recipe: recipes.of(target.unwrap_or("license_ledger"), None)?,
            asked: target.map(str::to_owned),
            options: ImportOptions::default(),
            corrections: HashMap::new(),
            chosen: HashMap::new(),
            chosen_orders: HashMap::new(),
            chosen_keys: BTreeMap::new(),
            decided: Decided::new(),
            remembered_keys: matching::keys(connection)?,
            state: State::default(),
            today,
            names,
            recipes,
            source: None,
            resumed: None,
            bare: false,
            remembered: matching::columns(connection)?,
            own,
            own_fields: custom_fields(connection)?,
            sheet,
        };
        draft.understand()?;
        Ok(draft)
    }

    /// The keys of the sheet chosen, if it was exported by us.
    pub(super) fn own(&self) -> Option<&OwnKeys> {
        self.own.as_ref().filter(|own| own.has(self.sheet_name()))
    }

    pub(super) fn sheet_name(&self) -> &str {
        self.file
            .sheets
            .get(self.sheet)
            .map_or("", |sheet| &sheet.name)
    }

    /// Changes what was understood, of what was read already.
    pub fn set(&mut self, set: ImportSet) -> Result<()> {
        self.change(set, &mut |_, _| true)
    }

    /// Changes what was understood; another sheet has to be read. Corrections of cells are kept as long as the sheet is. Stopped
    /// while reading, it leaves everything as it was.
    pub fn change(&mut self, set: ImportSet, progress: &mut Progress<'_>) -> Result<()> {
        self.may_lay_out(&set)?;
        self.read_other(&set, progress)?;
        if let Some(place) = set.table {
            self.take_table(place)?;
            self.unchoose();
            self.recipe = self.choose_recipe()?;
            self.rematch();
        }
        if let Some(row) = set.header_row {
            let header = self.table.index_from(row);
            if header >= self.table.len() || row > layout::HEADER_WITHIN {
                return Err(Error::new("header_unknown").with("row", row));
            }
            self.lay_out(tables::at(&self.table, header, &self.tables, self.names));
            self.chosen_table = None;
            self.recipe = self.choose_recipe()?;
            self.rematch();
        }
        if let Some(target) = set.target {
            if target != self.recipe.key {
                self.recipe = self.recipe_of(&target)?;
                self.chosen.clear();
                self.chosen_keys.clear();
                self.rematch();
            }
            self.asked = Some(target);
        }
        for choice in set.columns {
            self.choose(choice.index, choice.field.as_deref());
            self.chosen.insert(choice.index, choice.field);
        }
        if !set.date_orders.is_empty() {
            let orders = set.date_orders.into_iter();
            self.chosen_orders
                .extend(orders.map(|choice| (choice.index, choice.order)));
            self.read_orders();
        }
        for choice in set.keys {
            self.choose_key(choice)?;
        }
        for choice in &set.names {
            self.decide(choice)?;
        }
        if let Some(options) = set.options {
            let hidden = options.hidden_rows != self.options.hidden_rows;
            self.options = options;
            if hidden && self.resumed.is_none() {
                self.lay_out(self.found.clone());
            }
        }
        self.state = State::default();
        Ok(())
    }

    /// Reads the sheet asked for, or the text in the encoding asked for, where that is another.
    fn read_other(&mut self, set: &ImportSet, progress: &mut Progress<'_>) -> Result<()> {
        let encoding = set.encoding.as_deref();
        let other_text = encoding.filter(|asked| self.file.encoding.as_deref() != Some(asked));
        let sheet = set.sheet.unwrap_or(self.sheet);
        let mut reopened = match other_text {
            Some(encoding) => Some(self.file.reopened(encoding, progress)?),
            None if sheet == self.sheet => return Ok(()),
            None => None,
        };
        let file = reopened.as_mut().unwrap_or(&mut self.file);
        self.table = filled(file, sheet, progress)?;
        if let Some(file) = reopened {
            self.file = file;
        }
        self.sheet = sheet;
        self.corrections.clear();
        self.unchoose();
        self.understand()
    }

    /// Forgets what was chosen for other columns.
    fn unchoose(&mut self) {
        self.chosen.clear();
        self.chosen_orders.clear();
        self.chosen_keys.clear();
    }

    /// Everything rows are read with.
    pub(super) fn plan(&self) -> Plan<'_> {
        let order = self.options.date_order;
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
            composed: &self.composed,
            corrections: &self.corrections,
            columns: &self.columns,
            recipe: &self.recipe,
            recipes: self.recipes,
            names: self.names,
            options: &self.options,
            keys: self.keys(&self.filled()),
            decided: &self.decided,
            today: self.today,
            own: self.own(),
            row_id: self
                .own()
                .filter(|own| own.register == self.recipe.key)
                .and_then(|own| own.row_id(self.sheet_name())),
            readings: self
                .columns
                .iter()
                .map(|column| Reading {
                    from_1904: self.table.marks.from_1904,
                    ..column.reading(&self.recipe, self.names, order, CURRENCY)
                })
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
            if let Some(other) = described.found_as
                && self.recipe.parts[other]
                    .register
                    .title
                    .first()
                    .is_some_and(|name| filled.contains(&(other, name.key)))
            {
                filled.insert((part, FOUND_AS));
            }
            let keys = described.keys.iter().flatten();
            let given = |key: &&&Field| described.defaults.iter().any(|(f, _)| f.key == key.key);
            filled.extend(keys.filter(given).map(|key| (part, key.key)));
        }
        filled
    }
}

/// The cells of a sheet that has some.
fn filled(file: &mut OpenFile, sheet: usize, progress: &mut Progress<'_>) -> Result<Table> {
    let table = file.table(sheet, progress)?;
    match (table.is_empty(), &file.sheets[..]) {
        (false, _) => Ok(table),
        (true, [_]) => Err(Error::new("file_empty")),
        (true, sheets) => {
            let name = sheets.get(sheet).map_or("", |sheet| &sheet.name);
            Err(Error::new("sheet_empty").with("sheet", name))
        }
    }
}

/// The visible sheet whose first rows look most like a table that is known.
fn best_sheet(file: &mut OpenFile, names: &Names, progress: &mut Progress<'_>) -> Result<usize> {
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
        let table = file.head(sheet, layout::HEADER_WITHIN, progress)?;
        let score = tables::known(&table, names);
        if score > best.0 {
            best = (score, sheet);
        }
    }
    Ok(best.1)
}
