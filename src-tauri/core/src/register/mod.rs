//! What a register is, and the list of them. SQL, list, form, import, workbook, log and search follow from these descriptions.

pub mod field;
pub mod identifier;
pub mod number;
pub mod parse;
pub mod record;
pub mod rule;
pub mod value;

pub mod adjustment;
pub mod assignment;
pub mod authorisation;
pub mod contract;
pub mod deployment;
pub mod device;
pub mod entity;
pub mod evidence;
pub mod exchange_rate;
pub mod holiday;
pub mod ignored_name;
pub mod invoice;
pub mod invoice_line;
pub mod license;
pub mod person;
pub mod product;
pub mod purchase;
pub mod renewal;
pub mod site;
pub mod task;
pub mod tenant;
pub mod usage;
pub mod vendor;

#[cfg(test)]
mod labels;

pub use field::{AnyLinks, Column, Field, Kind, Micros, RowId, Stored};
pub use record::Record;
pub use value::{FileRef, Money, Pair, Value};

/// A figure computed when read: never stored, never edited. `sql` is one expression over the register's table,
/// with `:today` bound to the day asked about.
#[derive(Debug, Clone, Copy)]
pub struct Derived {
    /// Key, kind and flags as a field; always read-only.
    pub field: Field,
    /// The expression.
    pub sql: &'static str,
}

/// A titled group of fields on the form.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// Fluent: `<register>-section-<key>`.
    pub key: &'static str,
    /// Fields in reading order.
    pub fields: &'static [Field],
}

/// A doubt or refusal a rule raises about a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Code, arguments and field; Fluent `error-<code>`.
    pub error: crate::Error,
    /// Refused when true, otherwise shown as a warning.
    pub refuses: bool,
}

/// A rule over one whole record.
pub type Rule = fn(&Record) -> Option<Issue>;

/// One register. See the module documentation for what follows from it.
#[derive(Debug, Clone, Copy)]
pub struct Register {
    /// Table, route, Fluent prefix.
    pub key: &'static str,
    /// Stable number: part of the search index row. Never changed, never reused.
    pub number: u8,
    /// Group in the sidebar; Fluent `group-<key>`.
    pub group: &'static str,
    /// Every stored field, in the order of the form and of the table.
    pub sections: &'static [Section],
    /// Computed figures.
    pub derived: &'static [Derived],
    /// Fields whose values make the title.
    pub title: &'static [Field],
    /// Columns the list shows at first, stored or derived.
    pub list: &'static [Field],
    /// Fields tried in order, each alone a match key: an import finds the record by the first that is filled. Child
    /// registers match within their owner.
    pub keys: &'static [&'static [Field]],
    /// The link to the parent under which records of this register are shown and entered.
    pub owner: Option<Field>,
    /// Rules over a whole record.
    pub rules: &'static [Rule],
}

impl Register {
    /// The defaults a description starts from.
    pub const DEFAULT: Self = Self {
        key: "",
        number: 0,
        group: "",
        sections: &[],
        derived: &[],
        title: &[],
        list: &[],
        keys: &[],
        owner: None,
        rules: &[],
    };

    /// Stored fields in order.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.sections
            .iter()
            .flat_map(|section| section.fields.iter())
    }

    /// A stored field by key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields().find(|field| field.key == key)
    }

    /// A computed figure by key.
    pub fn derived(&self, key: &str) -> Option<&'static Derived> {
        self.derived.iter().find(|derived| derived.field.key == key)
    }

    /// A stored or computed field by key.
    pub fn any_field(&self, key: &str) -> Option<&'static Field> {
        self.field(key)
            .or_else(|| self.derived(key).map(|derived| &derived.field))
    }

    /// The code field, for registers whose records carry one.
    pub fn code(&self) -> Option<&'static Field> {
        self.fields()
            .find(|field| matches!(field.kind, Kind::Code(_)))
    }

    /// Every register with a link to this one, and that link: what may stand on a record's page.
    pub fn backlinks(&self) -> impl Iterator<Item = (&'static Register, &'static Field)> + use<> {
        let key = self.key;
        REGISTERS.iter().flat_map(move |child| {
            child
                .fields()
                .filter(move |field| field.kind == Kind::Link(key))
                .map(move |field| (*child, field))
        })
    }
}

/// Every register, in the order of the sidebar.
pub const REGISTERS: &[&Register] = &[
    &entity::REGISTER,
    &site::REGISTER,
    &person::REGISTER,
    &device::REGISTER,
    &product::REGISTER,
    &license::REGISTER,
    &purchase::REGISTER,
    &assignment::REGISTER,
    &deployment::REGISTER,
    &usage::REGISTER,
    &ignored_name::REGISTER,
    &adjustment::REGISTER,
    &tenant::REGISTER,
    &vendor::REGISTER,
    &authorisation::REGISTER,
    &contract::REGISTER,
    &renewal::REGISTER,
    &invoice::REGISTER,
    &invoice_line::REGISTER,
    &exchange_rate::REGISTER,
    &evidence::REGISTER,
    &task::REGISTER,
    &holiday::REGISTER,
];

/// The register with this key.
pub fn register(key: &str) -> crate::Result<&'static Register> {
    REGISTERS
        .iter()
        .find(|register| register.key == key)
        .copied()
        .ok_or_else(|| crate::Error::new("unknown_register").with("register", key))
}
