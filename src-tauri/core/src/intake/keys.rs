//! By which fields a record is found again: as the recipe describes, or as the officer chose.

use std::collections::HashSet;

use super::api::{KeyChoice, PartKeys};
use super::draft::Draft;
use super::recipe::{Part, Recipe};
use crate::register::{Field, Kind};
use crate::{Error, Result};

/// The fields chosen for each part; none: as the recipe describes.
pub type Keys = Vec<Vec<&'static Field>>;

/// Fields of the parts that a file fills.
pub(super) type Filled = HashSet<(usize, &'static str)>;

/// Whether two records can be compared by the field.
const fn compares(field: &Field) -> bool {
    !matches!(
        field.kind,
        Kind::Files | Kind::AnyLinks | Kind::Links(_) | Kind::Note | Kind::Moment
    )
}

/// Whether a row says something in the field: a column fills it, or another part of the recipe.
pub(super) fn said(part: usize, described: &Part, field: &Field, filled: &Filled) -> bool {
    let linked = || described.from.iter().any(|(link, _)| link.key == field.key);
    filled.contains(&(part, field.key)) || linked()
}

/// The fields of those keys, in the order given. Error `bad_arguments` for one that does not exist or cannot be compared.
fn fields(described: &Part, keys: &[String]) -> Result<Vec<&'static Field>> {
    keys.iter()
        .map(|key| {
            described
                .register
                .field(key)
                .filter(|field| compares(field))
                .ok_or_else(|| Error::new("bad_arguments").with("detail", key))
        })
        .collect()
}

impl Draft {
    /// The keys used with the columns as they are: a choice that names a field the file does not fill waits for one that does.
    pub(super) fn keys(&self, filled: &Filled) -> Keys {
        let parts = self.recipe.parts.iter().enumerate();
        parts
            .map(|(part, described)| {
                let chosen = self.chosen_key(described.register.key);
                fields(described, chosen)
                    .ok()
                    .filter(|chosen| {
                        chosen
                            .iter()
                            .all(|field| said(part, described, field, filled))
                    })
                    .unwrap_or_default()
            })
            .collect()
    }

    /// What the officer chose for a part now, or before.
    fn chosen_key(&self, register: &str) -> &[String] {
        let now = self.chosen_keys.get(register);
        let before = || {
            self.remembered_keys
                .get(&self.recipe.key)
                .and_then(|keys| keys.get(register))
        };
        now.or_else(before).map_or(&[], Vec::as_slice)
    }

    /// Takes a choice for a part of the recipe.
    pub(super) fn choose_key(&mut self, choice: KeyChoice) -> Result<()> {
        let part = part(&self.recipe, &choice.register)?;
        fields(part, &choice.fields)?;
        self.chosen_keys.insert(choice.register, choice.fields);
        Ok(())
    }

    /// The keys of every part the file says something about, as a page shows them.
    pub(super) fn part_keys(&self) -> Vec<PartKeys> {
        let filled = self.filled();
        let keys = self.keys(&filled);
        let parts = self.recipe.parts.iter().enumerate().zip(keys);
        parts
            .filter(|((part, _), _)| filled.iter().any(|(other, _)| other == part))
            .map(|((part, described), chosen)| part_keys(part, described, &chosen, &filled))
            .collect()
    }
}

fn part<'r>(recipe: &'r Recipe, register: &str) -> Result<&'r Part> {
    let found = recipe
        .parts
        .iter()
        .find(|part| part.register.key == register);
    found.ok_or_else(|| Error::new("bad_arguments").with("detail", register))
}

fn part_keys(
    part: usize,
    described: &Part,
    chosen: &[&'static Field],
    filled: &Filled,
) -> PartKeys {
    let said = |field: &&Field| said(part, described, field, filled);
    let key = |field: &&'static Field| field.key;
    // a set whose first field the file does not fill finds nothing
    let sets = described
        .keys
        .iter()
        .filter(|set| set.iter().take(1).all(&said));
    PartKeys {
        register: described.register.key,
        sets: sets
            .map(|set| set.iter().filter(|field| said(field)).map(key).collect())
            .collect(),
        fields: described
            .register
            .fields()
            .filter(|field| compares(field) && said(field))
            .map(|field| field.key)
            .collect(),
        chosen: chosen.iter().map(key).collect(),
        apart: described
            .apart
            .iter()
            .filter(|field| said(field))
            .map(key)
            .collect(),
    }
}
