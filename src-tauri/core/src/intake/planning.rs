//! Every row in turn, each finding what the rows before it make: one way for the preview and for taking in.

use rusqlite::Connection;

use super::api::RowAction;
use super::keys::Filled;
use super::known::Known;
use super::plan::{Plan, RowPlan};
use super::preview::action_of;
use super::recipe::Recipe;
use crate::Result;

impl Plan<'_> {
    /// Works out rows and hands out each. The vault is read as `connection` shows it; nothing is written.
    pub(super) fn each(
        &self,
        connection: &Connection,
        filled: &Filled,
        rows: &[usize],
        mut each: impl FnMut(&mut Known, usize, RowAction, RowPlan) -> Result<()>,
    ) -> Result<()> {
        let mut known = Known::read(connection, self.recipe, filled, &self.keys)?;
        // where the rows cannot be read there seem to be none
        self.table.sound()?;
        for row in rows {
            let found = self.row(connection, &mut known, *row)?;
            self.table.sound()?;
            let action = action_of(self.recipe, &found);
            if action != RowAction::Error {
                known.note(self.recipe, &found);
            }
            each(&mut known, *row, action, found)?;
        }
        Ok(())
    }
}

impl Known {
    /// Lets later rows find what this row would make or change.
    fn note(&mut self, recipe: &Recipe, found: &RowPlan) {
        for link in &found.links {
            self.call(link.register.key, &link.text, link.id);
            self.learn(recipe, link.register, link.id, &link.record);
            self.remember(link.register, link.id, &link.record);
        }
        for called in &found.called {
            self.call_also(called.register.key, &called.text, called.id);
        }
        for made in &found.made {
            let register = recipe.parts[made.part].register;
            if made.new {
                self.learn(recipe, register, made.id, &made.record);
                if let Some(uuid) = made.uuid {
                    self.plan_as(uuid, made.id);
                }
            }
            self.claimed.insert((made.part, made.id));
            self.remember(register, made.id, &made.record);
        }
    }
}
