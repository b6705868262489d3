//! The registers as the page needs them: forms, lists and filters are built from this.

use sealbook_core::register::{Field, Kind, REGISTERS, Register, identifier};
use sealbook_core::vault::preference::{CustomField, custom_fields};
use sealbook_core::{Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Call;

/// The kind of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum KindName {
    Text,
    Note,
    Pair,
    Code,
    Integer,
    Decimal,
    Money,
    Date,
    Moment,
    Flag,
    Choice,
    Choices,
    Link,
    Links,
    AnyLinks,
    Identifier,
    Files,
    Secret,
}

impl From<Kind> for KindName {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text,
            Kind::Note => Self::Note,
            Kind::Pair => Self::Pair,
            Kind::Code(_) => Self::Code,
            Kind::Integer => Self::Integer,
            Kind::Decimal => Self::Decimal,
            Kind::Money => Self::Money,
            Kind::Date => Self::Date,
            Kind::Moment => Self::Moment,
            Kind::Flag => Self::Flag,
            Kind::Choice(_) => Self::Choice,
            Kind::Choices(_) => Self::Choices,
            Kind::Link(_) => Self::Link,
            Kind::Links(_) => Self::Links,
            Kind::AnyLinks => Self::AnyLinks,
            Kind::Identifier(_) => Self::Identifier,
            Kind::Files => Self::Files,
            Kind::Secret => Self::Secret,
        }
    }
}

/// Labels of a field of her own.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OwnLabels {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
    /// Italian.
    pub it: String,
}

/// One field.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldInfo {
    /// Key.
    pub key: String,
    /// Kind.
    pub kind: KindName,
    /// Choice keys.
    pub choices: Vec<String>,
    /// The register a link points to.
    pub target: Option<&'static str>,
    /// What a text of known form is.
    pub identifier: Option<&'static str>,
    /// A record without it is refused.
    pub required: bool,
    /// Computed or written by the program: shown, never edited.
    pub readonly: bool,
    /// An officer's own field: its labels stand here, not in Fluent.
    pub custom: Option<OwnLabels>,
}

impl From<&Field> for FieldInfo {
    fn from(field: &Field) -> Self {
        let target = if let Kind::Link(target) | Kind::Links(target) = field.kind {
            Some(target)
        } else {
            None
        };
        let identifier = if let Kind::Identifier(identifier) = field.kind {
            Some(identifier.key())
        } else {
            None
        };
        Self {
            key: field.key.to_owned(),
            kind: field.kind.into(),
            choices: field
                .choices()
                .iter()
                .map(|key| (*key).to_owned())
                .collect(),
            target,
            identifier,
            required: field.required,
            readonly: field.readonly,
            custom: None,
        }
    }
}

impl TryFrom<CustomField> for FieldInfo {
    type Error = Error;

    fn try_from(own: CustomField) -> Result<Self> {
        Ok(Self {
            key: format!("custom.{}", own.key),
            kind: serde_json::from_value(own.kind.into())?,
            choices: own.choices,
            target: None,
            identifier: None,
            required: false,
            readonly: false,
            custom: Some(OwnLabels {
                zh: own.zh,
                en: own.en,
                it: own.it,
            }),
        })
    }
}

/// A titled group of fields on the form.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SectionInfo {
    /// Fluent `<register>-section-<key>`.
    pub key: &'static str,
    /// Field keys in reading order.
    pub fields: Vec<String>,
}

/// A register shown on another's record, and the link field pointing there.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChildInfo {
    /// Register.
    pub register: &'static str,
    /// Its link field.
    pub field: &'static str,
}

/// One register.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RegisterInfo {
    /// Key.
    pub key: &'static str,
    /// Group of the sidebar.
    pub group: &'static str,
    /// Stored, computed and own fields.
    pub fields: Vec<FieldInfo>,
    /// Fields whose values make the title, in order.
    pub title: Vec<&'static str>,
    /// Groups of the form.
    pub sections: Vec<SectionInfo>,
    /// Columns the list shows at first.
    pub list: Vec<&'static str>,
    /// The link field by which it hangs under a parent and has no list of its own.
    pub owner: Option<&'static str>,
    /// Registers shown as tabs on its records.
    pub children: Vec<ChildInfo>,
}

/// Every register.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Schema {
    /// In the order of the sidebar.
    pub registers: Vec<RegisterInfo>,
    /// Currency codes, the usual ones first.
    pub currencies: Vec<&'static str>,
}

pub fn schema(call: Call<'_>) -> Result<Schema> {
    let own = call
        .session
        .read(|reader| custom_fields(reader.connection()))?;
    let registers = REGISTERS
        .iter()
        .map(|register| info(register, &own))
        .collect::<Result<_>>()?;
    Ok(Schema {
        registers,
        currencies: identifier::CURRENCIES.to_vec(),
    })
}

/// Section of the form that holds the officer's own fields.
const OWN_SECTION: &str = "own";

fn info(register: &'static Register, own: &[CustomField]) -> Result<RegisterInfo> {
    let computed = register.derived.iter().map(|derived| {
        let mut info = FieldInfo::from(&derived.field);
        info.readonly = true;
        info
    });
    let mut fields: Vec<FieldInfo> = register
        .fields()
        .map(FieldInfo::from)
        .chain(computed)
        .collect();
    let mut sections: Vec<SectionInfo> = register
        .sections
        .iter()
        .map(|section| SectionInfo {
            key: section.key,
            fields: section
                .fields
                .iter()
                .map(|field| field.key.to_owned())
                .collect(),
        })
        .collect();
    let own = own
        .iter()
        .filter(|own| own.register == register.key)
        .cloned();
    let own: Vec<FieldInfo> = own.map(FieldInfo::try_from).collect::<Result<_>>()?;
    if !own.is_empty() {
        sections.push(SectionInfo {
            key: OWN_SECTION,
            fields: own.iter().map(|field| field.key.clone()).collect(),
        });
        fields.extend(own);
    }
    Ok(RegisterInfo {
        key: register.key,
        group: register.group,
        fields,
        title: register.title.iter().map(|field| field.key).collect(),
        sections,
        list: register.list.iter().map(|field| field.key).collect(),
        owner: register.owner.map(|field| field.key),
        children: register
            .backlinks()
            .map(|(child, field)| ChildInfo {
                register: child.key,
                field: field.key,
            })
            .collect(),
    })
}

#[allow(clippy::too_many_arguments)] // the line of the table is the form's fields
pub fn custom_field_save(
    call: Call<'_>,
    register: String,
    key: Option<String>,
    kind: KindName,
    choices: Vec<String>,
    zh: String,
    en: String,
    it: String,
) -> Result<Schema> {
    let kind = serde_json::to_value(kind)?
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let key = key
        .map(|key| key.trim_start_matches("custom.").to_owned())
        .unwrap_or_default();
    let field = CustomField {
        register,
        key,
        kind,
        choices,
        zh,
        en,
        it,
    };
    call.session
        .vault(|vault| vault.save_custom_field(&field))?;
    schema(call)
}

pub fn custom_field_remove(call: Call<'_>, register: String, key: String) -> Result<Schema> {
    let now = call.session.clock.now().to_rfc3339();
    let key = key.trim_start_matches("custom.");
    call.session
        .vault(|vault| vault.remove_custom_field(&register, key, &now))?;
    schema(call)
}
