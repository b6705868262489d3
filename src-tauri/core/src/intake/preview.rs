//! What an import would do, row by row, before anything is written.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::api::{Fault, FaultKey, ImportCounts, ImportPreview, RegisterCounts, RowAction};
use super::draft::{Draft, MadeState, Progress, RowState, State};
use super::own_fields;
use super::plan::{Held, Made, NewLink, RowPlan};
use super::recipe::Recipe;
use super::unknown::{self, Called};
use crate::register::Record;
use crate::workbook::annotated::{Annotated, Errors};
use crate::{Error, Result};

/// Rows between two looks at whether to stop.
const STEP: usize = 256;

/// Counts records by register.
#[derive(Default)]
pub(super) struct Tally(BTreeMap<&'static str, [u32; 3]>);

impl Tally {
    pub fn add(&mut self, register: &'static str, action: RowAction) {
        let place = match action {
            RowAction::Create => 0,
            RowAction::Update => 1,
            _ => 2,
        };
        self.0.entry(register).or_default()[place] += 1;
    }

    /// Counts what a row makes and changes.
    pub fn row(&mut self, recipe: &Recipe, links: &[NewLink], called: &[Called], made: &[Made]) {
        for link in links {
            self.add(link.register.key, RowAction::Create);
        }
        for called in called {
            self.add(called.register.key, RowAction::Update);
        }
        for made in made {
            self.add(recipe.parts[made.part].register.key, record_action(made));
        }
    }

    pub fn list(self) -> Vec<RegisterCounts> {
        self.0
            .into_iter()
            .map(|(register, [create, update, unchanged])| RegisterCounts {
                register,
                create,
                update,
                unchanged,
            })
            .collect()
    }
}

/// What becomes of a row that makes these records.
pub(super) fn action_of(recipe: &Recipe, plan: &RowPlan) -> RowAction {
    let main = |part: usize| {
        let described = &recipe.parts[part];
        described.register.key == recipe.main.key || described.found_as.is_some()
    };
    if !plan.filled {
        RowAction::Skip
    } else if !plan.errors.is_empty() {
        RowAction::Error
    } else if plan.made.iter().any(|made| made.new && main(made.part)) {
        RowAction::Create
    } else if plan
        .made
        .iter()
        .any(|made| made.new || !made.record.is_empty())
        || !plan.called.is_empty()
    {
        RowAction::Update
    } else if matches!(plan.held, Some(Held::Stands | Held::NotThere)) {
        RowAction::Skip
    } else {
        RowAction::Unchanged
    }
}

/// What becomes of one record.
fn record_action(made: &Made) -> RowAction {
    match (made.new, made.record.is_empty()) {
        (true, _) => RowAction::Create,
        (false, false) => RowAction::Update,
        (false, true) => RowAction::Unchanged,
    }
}

/// The fields of a change; those of the officer's own go by one name.
fn changed(change: &Record) -> Box<[&'static str]> {
    let own = (!change.custom.is_empty()).then_some(own_fields::CUSTOM);
    change.values.keys().copied().chain(own).collect()
}

/// What was found of every row.
pub struct Judged {
    state: State,
    preview: ImportPreview,
}

impl State {
    /// Keeps what the page shows of a row.
    fn add(&mut self, row: usize, action: RowAction, found: RowPlan) {
        self.rows.push(RowState {
            action,
            start: self.made.len() as u32,
            length: found.made.len() as u32,
            held: found.held,
        });
        self.made
            .extend(found.made.into_iter().map(|made| MadeState {
                part: made.part as u8,
                id: made.id,
                action: record_action(&made),
                changed: match made.new {
                    true => Box::default(),
                    false => changed(&made.record),
                },
                title: made.title,
            }));
        if action == RowAction::Error {
            self.errors.insert(row, found.errors);
        }
    }
}

impl Draft {
    /// Works out every row, and keeps what was found. Nothing is written.
    pub fn preview(
        &mut self,
        connection: &Connection,
        progress: &mut Progress<'_>,
    ) -> Result<ImportPreview> {
        let judged = self.judge(connection, progress)?;
        Ok(self.take(judged))
    }

    /// Works out every row. Nothing is written, and nothing of it is shown before it is taken.
    pub fn judge(&self, connection: &Connection, progress: &mut Progress<'_>) -> Result<Judged> {
        let mut state = State::default();
        let plan = self.plan();
        let (mut counts, mut tally) = (ImportCounts::default(), Tally::default());
        let rows = &self.layout.rows;
        let total = rows.len() as u64;
        plan.each(
            connection,
            &self.filled(),
            rows,
            |known, row, action, found| {
                let done = state.rows.len();
                if done.is_multiple_of(STEP) && !progress(done as u64, total) {
                    return Err(Error::new("cancelled"));
                }
                counts.add(action);
                for met in &found.unknown {
                    let number = self.table.number(row);
                    unknown::note(&mut state.unknown, known, connection, met, number)?;
                }
                if action != RowAction::Error {
                    tally.row(&self.recipe, &found.links, &found.called, &found.made);
                }
                state.add(row, action, found);
                Ok(())
            },
        )?;
        progress(total, total);
        let preview = ImportPreview {
            counts,
            registers: tally.list(),
            faults: faults(&state.errors),
            names: state.unknown.len() as u32,
            alike: unknown::alike(&state.unknown),
        };
        state.preview = Some(preview.clone());
        Ok(Judged { state, preview })
    }

    /// Shows what was found of the rows, as long as nothing was changed since.
    pub fn take(&mut self, judged: Judged) -> ImportPreview {
        self.state = judged.state;
        judged.preview
    }

    /// The sheet with what the preview found wrong, for [`crate::workbook::annotated::export`].
    pub fn annotated(&self) -> Annotated<'_> {
        Annotated {
            name: self.sheet_name(),
            table: &self.table,
            header: self.layout.header,
            errors: &self.state.errors,
            origins: self.columns.iter().map(|column| column.origin).collect(),
            corrected: &self.corrections,
        }
    }
}

/// What is wrong by column and kind, the most frequent first.
fn faults(errors: &Errors) -> Vec<Fault> {
    let mut faults: BTreeMap<(Option<usize>, &str), Fault> = BTreeMap::new();
    for (column, error) in errors.values().flatten() {
        let fault = faults.entry((*column, &error.code));
        fault
            .or_insert_with(|| Fault {
                key: FaultKey {
                    column: *column,
                    code: error.code.clone(),
                },
                count: 0,
                example: error.clone(),
            })
            .count += 1;
    }
    let mut faults: Vec<Fault> = faults.into_values().collect();
    faults.sort_by_key(|fault| std::cmp::Reverse(fault.count));
    faults
}
