//! The officer's own fields in an import: those a register has, and those made of a column by the import itself.

use serde_json::{Value as Json, json};

use super::columns::{Column, Target, is_open};
use super::draft::Draft;
use super::matcher::cell;
use super::names::Aspect;
use super::recipe::Recipe;
use crate::register::parse::{self, DateOrder, Input, Reading, fold};
use crate::register::{Field, Kind, Value, field, number};
use crate::vault::Writer;
use crate::vault::preference::CustomField;
use crate::{Error, Result};

/// How a path names a field of the officer's own: `license.custom.own_1`.
pub(super) const CUSTOM: &str = "custom";
/// … and one to be made of the column.
const NEW: &str = "new";

/// One of them, in a part of the recipe.
#[derive(Debug, Clone)]
pub struct OwnField {
    /// Part.
    pub part: usize,
    /// The field; of a new one the key is only held until it is made.
    pub field: CustomField,
    /// The import makes it.
    pub new: bool,
}

const TEXT: Field = field::text(CUSTOM).field;
const NOTE: Field = field::note(CUSTOM).field;
const INTEGER: Field = field::integer(CUSTOM).field;
const DECIMAL: Field = field::decimal(CUSTOM).field;
const DATE: Field = field::date(CUSTOM).field;
const FLAG: Field = field::flag(CUSTOM).field;

impl OwnField {
    /// A field that reads as this one does.
    fn face(&self) -> &'static Field {
        match self.field.kind.as_str() {
            "note" => &NOTE,
            "integer" => &INTEGER,
            "decimal" => &DECIMAL,
            "date" => &DATE,
            "flag" => &FLAG,
            _ => &TEXT,
        }
    }

    /// Whether one of its labels is among these header forms.
    fn is_called(&self, forms: &[String]) -> bool {
        let labels = [&self.field.zh, &self.field.en, &self.field.it];
        labels.iter().any(|label| forms.contains(&fold(label)))
    }

    /// How a path ends.
    fn suffix(&self) -> &str {
        if self.new { NEW } else { &self.field.key }
    }

    /// A cell as it is stored. `None`: nothing was said.
    pub(super) fn read(&self, input: Input<'_>, reading: &Reading<'_>) -> Result<Option<Json>> {
        let value = parse::parse(self.face(), input, reading)?;
        Ok(match value {
            None => None,
            Some(Value::Text(text)) if self.field.kind == "choice" => {
                Some(json!(self.choice(&text)?))
            }
            Some(value) => Some(stored(&value)),
        })
    }

    fn choice(&self, text: &str) -> Result<&str> {
        let same = |choice: &&String| fold(choice) == fold(text);
        let found = self.field.choices.iter().find(same);
        found
            .map(String::as_str)
            .ok_or_else(|| Error::new("choice_unknown").with("value", text))
    }
}

/// A value in the form the record keeps it.
fn stored(value: &Value) -> Json {
    match value {
        Value::Text(text) => json!(text),
        Value::Integer(number) => json!(number),
        Value::Decimal(micros) => json!(number::micros_to_text(*micros)),
        Value::Date(date) => json!(date.to_string()),
        Value::Flag(flag) => json!(flag),
        _ => Json::Null,
    }
}

/// A stored value as plain text.
pub(super) fn text_of(value: &Json) -> Option<String> {
    match value {
        Json::Null => None,
        Json::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

impl Recipe {
    /// Adds the officer's own fields of its registers.
    pub(super) fn adopt(&mut self, fields: &[CustomField]) {
        for (part, described) in self.parts.iter().enumerate() {
            let of_part = fields
                .iter()
                .filter(|field| field.register == described.register.key);
            self.own.extend(of_part.map(|field| OwnField {
                part,
                field: field.clone(),
                new: false,
            }));
        }
    }

    /// The own field of a target.
    pub(super) fn own_field(&self, aspect: Aspect) -> Option<&OwnField> {
        match aspect {
            Aspect::Own(place) => self.own.get(usize::from(place)),
            _ => None,
        }
    }

    /// The target of the own field at a place of the list.
    fn own_target(&self, place: usize) -> Option<Target> {
        let own = self.own.get(place)?;
        Some((
            own.part,
            own.face(),
            Aspect::Own(u16::try_from(place).ok()?),
        ))
    }

    /// The target of a path such as `license.custom.own_1`.
    pub(super) fn own_path(&self, part: usize, key: &str) -> Option<Target> {
        let place = self
            .own
            .iter()
            .position(|own| own.part == part && !own.new && own.field.key == key)?;
        self.own_target(place)
    }

    /// The own fields one of whose labels is among these header forms.
    pub(super) fn own_called<'a>(
        &'a self,
        forms: &'a [String],
    ) -> impl Iterator<Item = Target> + 'a {
        let all = self.own.iter().enumerate();
        all.filter(|(_, own)| !own.new && own.is_called(forms))
            .filter_map(|(place, _)| self.own_target(place))
    }

    /// Whether a column of our own list may fill what its key says: a field of the officer's own only under its label, since
    /// another vault counts its own fields too.
    pub(super) fn may_fill(&self, (part, field, aspect): Target, forms: &[String]) -> bool {
        match self.own_field(aspect) {
            Some(own) => own.is_called(forms),
            None => is_open(self, part, field),
        }
    }

    /// The path of an own field.
    pub(super) fn own_text(&self, own: &OwnField) -> String {
        let register = self.parts[own.part].register.key;
        format!("{register}.{CUSTOM}.{}", own.suffix())
    }
}

impl Draft {
    /// A recipe with the officer's own fields, as the source needs it.
    pub(super) fn recipe_of(&self, key: &str) -> Result<Recipe> {
        let mut recipe = self.recipes.of(key, self.source)?;
        recipe.adopt(&self.own_fields);
        Ok(recipe)
    }

    /// The target of a path chosen for a column: `license.custom.new` makes a field of the column.
    pub(super) fn target_of(&mut self, index: usize, path: &str) -> Option<Target> {
        let register = path
            .strip_suffix(NEW)
            .and_then(|path| path.strip_suffix('.'))
            .and_then(|path| path.strip_suffix(CUSTOM))
            .and_then(|path| path.strip_suffix('.'));
        let Some(register) = register else {
            return self.recipe.path(path);
        };
        let mut parts = self.recipe.parts.iter();
        let part = parts.position(|part| part.register.key == register)?;
        let column = self.columns.iter().find(|column| column.index == index)?;
        let header = match column.header.split(['\n', '\r']).next().map(str::trim) {
            None | Some("") => super::table::letter(column.origin),
            Some(header) => header.to_owned(),
        };
        let field = CustomField {
            register: register.to_owned(),
            key: format!("{NEW}_{index}"),
            kind: self.kind_of(column).to_owned(),
            choices: Vec::new(),
            zh: header.clone(),
            en: header.clone(),
            it: header,
        };
        let own = OwnField {
            part,
            field,
            new: true,
        };
        let same = |known: &OwnField| known.part == part && known.field.key == own.field.key;
        let place = self.recipe.own.iter().position(same).unwrap_or_else(|| {
            self.recipe.own.push(own);
            self.recipe.own.len() - 1
        });
        self.recipe.own_target(place)
    }

    /// The narrowest kind all cells of a column read as.
    fn kind_of(&self, column: &Column) -> &'static str {
        let reading = Reading {
            date_order: self.options.date_order.or(Some(DateOrder::Dmy)),
            ..Reading::default()
        };
        let reads = |field: &Field| {
            let mut any = false;
            let rows = self.layout.rows.iter();
            let mut cells = rows
                .map(|row| cell(&self.table, &self.composed, *row, column.index))
                .filter(|cell| !cell.is_blank());
            let all = cells.all(|cell| match cell.input() {
                // a bare number is no day
                Ok(Some(Input::Number(_))) if field.kind == Kind::Date => false,
                Ok(Some(input)) => match parse::parse(field, input, &reading) {
                    Ok(read) => {
                        any |= read.is_some();
                        true
                    }
                    Err(_) => false,
                },
                _ => false,
            });
            all && any
        };
        let kinds = [
            ("date", &DATE),
            ("integer", &INTEGER),
            ("decimal", &DECIMAL),
            ("flag", &FLAG),
        ];
        let found = kinds.into_iter().find(|(_, field)| reads(field));
        found.map_or("text", |(kind, _)| kind)
    }

    /// Makes the fields asked for, in the operation of the import; the recipe then knows them by their keys.
    pub(super) fn make_fields(&mut self, tx: &Writer<'_>) -> Result<()> {
        for own in self.recipe.own.iter_mut().filter(|own| own.new) {
            let target = |column: &Column| column.target.map(|(.., aspect)| aspect);
            let held = own.field.key.clone();
            let index = held.rsplit('_').next().and_then(|n| n.parse().ok());
            let column = self
                .columns
                .iter()
                .find(|column| Some(column.index) == index);
            // a choice taken back makes nothing
            if !matches!(column.and_then(target), Some(Aspect::Own(_))) {
                continue;
            }
            own.field.key = String::new();
            own.field.key = tx.make_custom_field(&own.field)?;
            own.new = false;
            let path = format!("{}.{CUSTOM}.{}", own.field.register, own.field.key);
            if let Some(index) = index {
                self.chosen.insert(index, Some(path));
            }
        }
        Ok(())
    }
}
