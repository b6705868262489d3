//! Files of other programs and authorities, known by their headers: data, one file a maker.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use super::composed::Composition;
use super::header::own_name;
use super::recipe::{Recipe, Repeat, unknown};
use crate::register::parse::fold;
use crate::{Error, Result};

/// Every file of `data/sources`; a test compares the folder.
pub(super) const FILES: &[(&str, &str)] = &[
    ("adobe", include_str!("data/sources/adobe.toml")),
    ("autodesk", include_str!("data/sources/autodesk.toml")),
    ("flexera", include_str!("data/sources/flexera.toml")),
    ("genuine", include_str!("data/sources/genuine.toml")),
    ("glpi", include_str!("data/sources/glpi.toml")),
    ("intune", include_str!("data/sources/intune.toml")),
    ("lansweeper", include_str!("data/sources/lansweeper.toml")),
    ("ledgers", include_str!("data/sources/ledgers.toml")),
    ("m365", include_str!("data/sources/m365.toml")),
    ("sccm", include_str!("data/sources/sccm.toml")),
    ("servicenow", include_str!("data/sources/servicenow.toml")),
    ("snipe_it", include_str!("data/sources/snipe_it.toml")),
];

/// A known file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Fluent: `source-<key>`.
    pub key: String,
    /// Its recipe; none: nothing in it belongs in the record.
    pub recipe: Option<String>,
    /// Of each of these groups it has one header.
    all: Vec<Vec<String>>,
    /// Headers of which it has at least `least`.
    #[serde(default)]
    some: Vec<String>,
    #[serde(default)]
    least: usize,
    /// Headers it never has.
    #[serde(default)]
    never: Vec<String>,
    /// Headers by the path they fill, the best first.
    #[serde(default)]
    columns: BTreeMap<String, Vec<String>>,
    /// Headers that are not imported.
    #[serde(default)]
    ignore: Vec<String>,
    /// Texts for new records, by path.
    #[serde(default)]
    defaults: BTreeMap<String, String>,
    /// Its words for choices, by path.
    #[serde(default)]
    pub(super) words: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Paths where a word that is none of the choices says nothing.
    #[serde(default)]
    pub(super) loose: Vec<String>,
    /// How several items stand in one cell.
    repeat: Option<Repeat>,
    /// Columns composed of others.
    #[serde(default)]
    pub(super) composed: Vec<Composition>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Data {
    source: Vec<Source>,
}

/// Those shipped.
pub(super) fn load() -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    for (name, text) in FILES {
        let data: Data = toml::from_str(text).map_err(|error| {
            Error::new("bad_arguments").with("detail", format!("{name}: {error}"))
        })?;
        sources.extend(data.source);
    }
    Ok(sources)
}

/// The source these headers, in the form of [`fold`], belong to: of several the one that knows most of them.
pub(super) fn recognise<'s>(
    sources: &'s [Source],
    headers: &HashSet<String>,
) -> Option<&'s Source> {
    let fitting = sources.iter().filter(|source| source.fits(headers));
    // the first of equals
    fitting.rev().max_by_key(|source| source.knows(headers))
}

impl Source {
    fn fits(&self, headers: &HashSet<String>) -> bool {
        let has = |header: &String| headers.contains(&fold(header));
        self.all.iter().all(|group| group.iter().any(has))
            && !self.never.iter().any(has)
            && self.some.iter().filter(|header| has(header)).count() >= self.least
    }

    fn knows(&self, headers: &HashSet<String>) -> usize {
        let all = self.columns.values().flatten().chain(&self.ignore);
        all.chain(self.all.iter().flatten())
            .map(|header| fold(header))
            .filter(|header| headers.contains(header))
            .collect::<HashSet<_>>()
            .len()
    }

    /// The path a column with one of these header forms fills, and how far down the list of its headers stands.
    pub(super) fn path(&self, forms: &[String]) -> Option<(&str, usize)> {
        let places = self.columns.iter().flat_map(|(path, headers)| {
            let headers = headers.iter().enumerate();
            headers.map(move |(place, header)| (path.as_str(), place, fold(header)))
        });
        // the whole header before a part of it
        places
            .filter_map(|(path, place, header)| {
                let form = forms.iter().position(|form| *form == header)?;
                Some((form, path, place))
            })
            .min()
            .map(|(_, path, place)| (path, place))
    }

    /// Whether a column with this header is left out.
    pub(super) fn ignores(&self, header: &str) -> bool {
        let header = fold(own_name(header));
        self.ignore.iter().any(|known| fold(known) == header)
    }

    /// A recipe as this source needs it.
    pub(super) fn adapt(&self, recipe: &mut Recipe) -> Result<()> {
        for (path, text) in &self.defaults {
            let (part, field, _) = recipe.path(path).ok_or_else(|| unknown(path))?;
            let defaults = &mut recipe.parts[part].defaults;
            defaults.retain(|(known, _)| known.key != field.key);
            defaults.push((field, text.clone()));
        }
        if let Some(repeat) = &self.repeat {
            recipe.repeat = Some(repeat.clone());
        }
        Ok(())
    }
}

#[cfg(test)]
impl Source {
    /// Every path it names.
    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        let words = self.words.keys().chain(&self.loose);
        self.columns.keys().chain(self.defaults.keys()).chain(words)
    }
}
