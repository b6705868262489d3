//! What one row of a file makes: data, with a recipe of its own for every register by default.

use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::names::Aspect;
use super::own_fields::OwnField;
use super::source::{self, Source};
use crate::register::parse::fold;
use crate::register::{Field, Kind, REGISTERS, Register, register};
use crate::{Error, Result};

/// One record a row makes or finds.
#[derive(Debug, Clone)]
pub struct Part {
    /// Of this register, whose key is also the part's name.
    pub register: &'static Register,
    /// Sets of fields tried in order to find it again.
    pub keys: Vec<Vec<&'static Field>>,
    /// Several records may share a key; the row takes the one it agrees with.
    pub many: bool,
    /// Fields that make it another record when they differ.
    pub apart: Vec<&'static Field>,
    /// Links filled with another part, by its place; without that part no record is made where the link is required.
    pub from: Vec<(&'static Field, usize)>,
    /// Fields that take the value of another part's column when they have none.
    pub same: Vec<(&'static Field, usize, &'static Field)>,
    /// Fields of a new record that take the value of another of its fields when they have none.
    pub stand_in: Vec<(&'static Field, &'static Field)>,
    /// Fields of a new record that take the value of another part's column when they have none.
    pub new: Vec<(&'static Field, usize, &'static Field)>,
    /// Texts for new records.
    pub defaults: Vec<(&'static Field, String)>,
    /// Made only when this field has a value.
    pub needs: Option<&'static Field>,
    /// Once for every item of the repeated column.
    pub repeated: bool,
    /// A name no record goes by waits to be matched: no record is made of it.
    pub waits: bool,
    /// Keeps the name of another part, by its place, as it was found.
    pub found_as: Option<usize>,
    /// Only named by the row, for others to link to: these are its fields a column can fill, and what becomes of one that is not
    /// there is the choice for unknown links.
    pub named_by: Option<Vec<&'static Field>>,
}

/// A column that holds several items, each making its own records.
#[derive(Debug, Clone, Deserialize)]
pub struct Repeat {
    /// Path of the column.
    pub path: String,
    /// Between the items.
    pub by: Vec<char>,
    /// Items that mean none.
    #[serde(default)]
    pub nothing: Vec<String>,
}

/// What a row makes.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// Fluent: `recipe-<key>`, or the register's name.
    pub key: String,
    /// The register it is about.
    pub main: &'static Register,
    /// In the order in which they are made.
    pub parts: Vec<Part>,
    /// Places of the parts in the order in which headers are looked up.
    pub prefer: Vec<usize>,
    /// Repeated column.
    pub repeat: Option<Repeat>,
    /// The officer's own fields of its registers.
    pub own: Vec<OwnField>,
}

#[derive(Deserialize)]
struct Data {
    recipe: Vec<RecipeData>,
    publishers: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
struct RecipeData {
    key: String,
    main: String,
    #[serde(default)]
    prefer: Vec<String>,
    repeat: Option<Repeat>,
    part: Vec<PartData>,
}

#[derive(Deserialize)]
struct PartData {
    register: String,
    keys: Vec<Vec<String>>,
    #[serde(default)]
    many: bool,
    #[serde(default)]
    apart: Vec<String>,
    #[serde(default)]
    from: BTreeMap<String, String>,
    #[serde(default)]
    same: BTreeMap<String, String>,
    #[serde(default)]
    stand_in: BTreeMap<String, String>,
    #[serde(default)]
    new: BTreeMap<String, String>,
    #[serde(default)]
    defaults: BTreeMap<String, String>,
    needs: Option<String>,
    #[serde(default)]
    repeated: bool,
    #[serde(default)]
    waits: bool,
    found_as: Option<String>,
    named_by: Option<Vec<String>>,
}

/// The recipes and sources of this program.
pub struct Recipes {
    recipes: Vec<Recipe>,
    /// Known files.
    pub sources: Vec<Source>,
    publishers: Vec<(String, String)>,
}

impl Recipes {
    /// Those shipped.
    pub fn shared() -> Result<&'static Self> {
        static RECIPES: OnceLock<Result<Recipes>> = OnceLock::new();
        RECIPES
            .get_or_init(Self::load)
            .as_ref()
            .map_err(Clone::clone)
    }

    fn load() -> Result<Self> {
        let data: Data = toml::from_str(include_str!("data/recipes.toml"))
            .map_err(|error| Error::new("bad_arguments").with("detail", error))?;
        let mut recipes: Vec<Recipe> = data
            .recipe
            .into_iter()
            .map(resolve)
            .collect::<Result<_>>()?;
        for register in REGISTERS {
            if !recipes.iter().any(|recipe| recipe.key == register.key) {
                recipes.push(Recipe::of(register));
            }
        }
        let publishers = data
            .publishers
            .into_iter()
            .flat_map(|(publisher, beginnings)| {
                beginnings
                    .into_iter()
                    .map(move |beginning| (fold(&beginning), publisher.clone()))
            })
            .collect();
        Ok(Self {
            recipes,
            sources: source::load()?,
            publishers,
        })
    }

    /// A recipe by key, as a source needs it.
    pub fn of(&self, key: &str, source: Option<&Source>) -> Result<Recipe> {
        let mut recipe = self.get(key)?.clone();
        if let Some(source) = source.filter(|source| source.recipe.as_deref() == Some(key)) {
            source.adapt(&mut recipe)?;
        }
        Ok(recipe)
    }

    /// A recipe by key.
    pub fn get(&self, key: &str) -> Result<&Recipe> {
        self.recipes
            .iter()
            .find(|recipe| recipe.key == key)
            .ok_or_else(|| Error::new("recipe_unknown").with("recipe", key))
    }

    /// Every recipe.
    pub fn all(&self) -> &[Recipe] {
        &self.recipes
    }

    /// The publisher of a well-known product.
    pub fn publisher(&self, product: &str) -> Option<&str> {
        let folded = fold(product);
        self.publishers
            .iter()
            .filter(|(beginning, _)| folded.starts_with(beginning.as_str()))
            .max_by_key(|(beginning, _)| beginning.len())
            .map(|(_, publisher)| publisher.as_str())
    }
}

impl Recipe {
    /// The recipe a register has by itself: one record a row.
    fn of(register: &'static Register) -> Self {
        let keys = register
            .keys
            .iter()
            .map(|set| {
                set.iter()
                    .filter_map(|field| register.field(field.key))
                    .collect()
            })
            .collect();
        let part = Part {
            register,
            keys,
            many: false,
            apart: Vec::new(),
            from: Vec::new(),
            same: Vec::new(),
            stand_in: Vec::new(),
            new: Vec::new(),
            defaults: Vec::new(),
            needs: None,
            repeated: false,
            waits: false,
            found_as: None,
            named_by: None,
        };
        Self {
            key: register.key.to_owned(),
            main: register,
            parts: vec![part],
            prefer: vec![0],
            repeat: None,
            own: Vec::new(),
        }
    }

    /// Whether it goes by this key or makes records of this register.
    pub fn makes(&self, key: &str) -> bool {
        let mut made = self.parts.iter().filter(|part| part.named_by.is_none());
        self.key == key || made.any(|part| part.register.key == key)
    }

    /// Whether what it is about can be made from a file that fills these parts.
    pub fn can_make(&self, filled: &HashSet<usize>) -> bool {
        let main = self
            .parts
            .iter()
            .position(|part| part.register.key == self.main.key);
        main.is_some_and(|main| {
            let owners = self.parts[main].from.iter();
            let found = self.parts[main].found_as;
            let needed = owners.filter(|(link, part)| link.required || found == Some(*part));
            match self.parts[main].from.is_empty() {
                true => filled.contains(&main),
                false => needed
                    .map(|(_, part)| part)
                    .all(|part| filled.contains(part)),
            }
        })
    }

    /// Part, field and aspect of a path such as `license.ends` or `product.name.zh`.
    pub fn path(&self, path: &str) -> Option<(usize, &'static Field, Aspect)> {
        let mut words = path.split('.');
        let (name, key, rest) = (words.next()?, words.next()?, words.next());
        let part = self
            .parts
            .iter()
            .position(|part| part.register.key == name)?;
        if key == "custom" {
            return self.own_path(part, rest?);
        }
        let field = self.parts[part].register.field(key)?;
        let aspect = match rest {
            None => Aspect::Whole,
            Some(rest) => *Aspect::of(field)
                .iter()
                .find(|aspect| aspect.suffix().strip_prefix('.') == Some(rest))?,
        };
        Some((part, field, aspect))
    }

    /// Every field of every part a column can be matched to, in the order of preference.
    pub fn fields(&self) -> impl Iterator<Item = (usize, &'static Field)> {
        self.prefer.iter().flat_map(move |part| {
            let described = &self.parts[*part];
            let open = move |field: &Field| {
                let named = described.named_by.as_ref();
                named.is_none_or(|fields| fields.iter().any(|open| open.key == field.key))
            };
            let filled = &described.from;
            described
                .register
                .fields()
                .filter(move |field| {
                    importable(field)
                        && open(field)
                        && !filled.iter().any(|(link, _)| link.key == field.key)
                })
                .map(move |field| (*part, field))
        })
    }
}

/// Whether a cell can fill it.
fn importable(field: &Field) -> bool {
    !field.readonly && !matches!(field.kind, Kind::Files | Kind::AnyLinks)
}

fn resolve(data: RecipeData) -> Result<Recipe> {
    let registers: Vec<&'static Register> = data
        .part
        .iter()
        .map(|part| register(&part.register))
        .collect::<Result<_>>()?;
    let place = |name: &str| {
        registers
            .iter()
            .position(|register| register.key == name)
            .ok_or_else(|| unknown(name))
    };
    let mut parts = Vec::new();
    for (part, register) in data.part.iter().zip(&registers) {
        let field = |key: &String| register.field(key).ok_or_else(|| unknown(key));
        let column = |(key, path): (&String, &String)| {
            let (other, column) = path.split_once('.').ok_or_else(|| unknown(path))?;
            let other = place(other)?;
            let column = registers[other].field(column);
            Ok((field(key)?, other, column.ok_or_else(|| unknown(path))?))
        };
        parts.push(Part {
            register,
            keys: part
                .keys
                .iter()
                .map(|set| set.iter().map(field).collect())
                .collect::<Result<_>>()?,
            many: part.many,
            apart: part.apart.iter().map(field).collect::<Result<_>>()?,
            from: part
                .from
                .iter()
                .map(|(key, other)| Ok((field(key)?, place(other)?)))
                .collect::<Result<_>>()?,
            same: part.same.iter().map(column).collect::<Result<_>>()?,
            new: part.new.iter().map(column).collect::<Result<_>>()?,
            stand_in: part
                .stand_in
                .iter()
                .map(|(key, other)| Ok((field(key)?, field(other)?)))
                .collect::<Result<_>>()?,
            defaults: part
                .defaults
                .iter()
                .map(|(key, text)| Ok((field(key)?, text.clone())))
                .collect::<Result<_>>()?,
            needs: part.needs.as_ref().map(field).transpose()?,
            repeated: part.repeated,
            waits: part.waits,
            found_as: part.found_as.as_deref().map(place).transpose()?,
            named_by: match &part.named_by {
                Some(keys) => Some(keys.iter().map(field).collect::<Result<_>>()?),
                None => None,
            },
        });
    }
    let prefer = match data.prefer.is_empty() {
        true => (0..parts.len()).collect(),
        false => data
            .prefer
            .iter()
            .map(|name| place(name))
            .collect::<Result<_>>()?,
    };
    Ok(Recipe {
        main: register(&data.main)?,
        key: data.key,
        parts,
        prefer,
        repeat: data.repeat,
        own: Vec::new(),
    })
}

pub(super) fn unknown(name: &str) -> Error {
    Error::new("bad_arguments").with("detail", name)
}
