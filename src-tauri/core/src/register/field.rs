//! What a field is: a key, a kind and a few properties. Adding a field is one line here, one migration line and its labels.

use std::marker::PhantomData;

use chrono::{DateTime, NaiveDate, Utc};

use super::identifier::Identifier;
use super::value::{FileRef, Money, Pair, Value};

/// The kinds of fields. Closed: every layer is one exhaustive match, so the compiler lists the places a new kind needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// Several lines of text.
    Note,
    /// Chinese and English side by side: columns `<key>_zh`, `<key>_en` and the sort key `<key>_sort`.
    Pair,
    /// A readable number such as `LIC-0042`, given by the vault when left empty and never reused.
    Code(&'static str),
    /// A whole number.
    Integer,
    /// A number with up to six decimals, stored as an integer of millionths.
    Decimal,
    /// An amount of 1/10 000 units with its currency: columns `<key>` and `<key>_currency`.
    Money,
    /// A calendar day without time zone.
    Date,
    /// A moment in UTC.
    Moment,
    /// Yes or no.
    Flag,
    /// One of a closed list of keys.
    Choice(&'static [&'static str]),
    /// Several of a closed list of keys.
    Choices(&'static [&'static str]),
    /// One record of the named register: column `<key>_id`.
    Link(&'static str),
    /// Several records of the named register, in the link table.
    Links(&'static str),
    /// Records of any register, in the link table.
    AnyLinks,
    /// Text of a known form that is checked.
    Identifier(Identifier),
    /// Files kept encrypted in the vault, newest version last.
    Files,
    /// Text shown only on request and never exported unasked.
    Secret,
}

/// One field of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Key in code, SQL, Fluent and the log.
    pub key: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// A record without it is refused.
    pub required: bool,
    /// Written by the program, never by a person.
    pub readonly: bool,
    /// Found by search.
    pub search: bool,
    /// A computed answer that lists are filtered by; a sheet of facts does without it.
    pub asked: bool,
}

impl Field {
    const fn new(key: &'static str, kind: Kind) -> Self {
        let search = matches!(
            kind,
            Kind::Text | Kind::Pair | Kind::Code(_) | Kind::Identifier(_)
        );
        Self {
            key,
            kind,
            required: false,
            readonly: false,
            search,
            asked: false,
        }
    }

    /// The keys a choice is made from; none for other kinds.
    pub const fn choices(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::Choice(keys) | Kind::Choices(keys) => keys,
            _ => &[],
        }
    }
}

/// A typed handle over a field: rules read `record.get(QUANTITY)` and a wrong name or type does not compile.
#[derive(Debug, Clone, Copy)]
pub struct Column<T> {
    /// The untyped description the generic layers use.
    pub field: Field,
    value: PhantomData<fn() -> T>,
}

impl<T> Column<T> {
    const fn new(key: &'static str, kind: Kind) -> Self {
        Self {
            field: Field::new(key, kind),
            value: PhantomData,
        }
    }

    /// A record without this field is refused.
    pub const fn required(mut self) -> Self {
        self.field.required = true;
        self
    }

    /// Written by the program only.
    pub const fn readonly(mut self) -> Self {
        self.field.readonly = true;
        self
    }

    /// A computed answer that lists are filtered by and sheets do without.
    pub const fn asked(mut self) -> Self {
        self.field.readonly = true;
        self.field.asked = true;
        self
    }

    /// Found by search although its kind is not by default (notes).
    pub const fn searched(mut self) -> Self {
        self.field.search = true;
        self
    }
}

/// Makes the constructors of typed columns, one a kind.
macro_rules! columns {
    ($($name:ident($($arg:ident: $ty:ty)?) -> $out:ty = $kind:expr;)*) => {
        $(
            #[doc = concat!("A column of kind `", stringify!($name), "`.")]
            pub const fn $name(key: &'static str $(, $arg: $ty)?) -> Column<$out> {
                Column::new(key, $kind)
            }
        )*
    };
}

columns! {
    text() -> String = Kind::Text;
    note() -> String = Kind::Note;
    pair() -> Pair = Kind::Pair;
    code(prefix: &'static str) -> String = Kind::Code(prefix);
    integer() -> i64 = Kind::Integer;
    decimal() -> Micros = Kind::Decimal;
    money() -> Money = Kind::Money;
    date() -> NaiveDate = Kind::Date;
    moment() -> DateTime<Utc> = Kind::Moment;
    flag() -> bool = Kind::Flag;
    choice(choices: &'static [&'static str]) -> String = Kind::Choice(choices);
    choices(choices: &'static [&'static str]) -> Vec<String> = Kind::Choices(choices);
    link(target: &'static str) -> RowId = Kind::Link(target);
    links(target: &'static str) -> Vec<i64> = Kind::Links(target);
    any_links() -> AnyLinks = Kind::AnyLinks;
    identifier(identifier: Identifier) -> String = Kind::Identifier(identifier);
    files() -> Vec<FileRef> = Kind::Files;
    secret() -> String = Kind::Secret;
}

/// The row of a linked record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub i64);

/// A number of millionths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Micros(pub i64);

/// Links to records of any register: register key and row id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnyLinks(pub Vec<(&'static str, i64)>);

/// A Rust type a column can be read as and written from.
pub trait Stored: Sized {
    /// The typed value, if the value holds one.
    fn read(value: &Value) -> Option<Self>;
    /// The value to store.
    fn store(self) -> Value;
}

/// Implements [`Stored`] for a type that is one variant of [`Value`].
macro_rules! stored {
    ($($ty:ty => $variant:ident;)*) => {
        $(impl Stored for $ty {
            fn read(value: &Value) -> Option<Self> {
                if let Value::$variant(inner) = value { Some(inner.clone()) } else { None }
            }
            fn store(self) -> Value {
                Value::$variant(self)
            }
        })*
    };
}

stored! {
    String => Text;
    i64 => Integer;
    Money => Money;
    NaiveDate => Date;
    DateTime<Utc> => Moment;
    bool => Flag;
    Pair => Pair;
    Vec<String> => Choices;
    Vec<i64> => Links;
    Vec<FileRef> => Files;
}

impl Stored for RowId {
    fn read(value: &Value) -> Option<Self> {
        if let Value::Link(inner) = value {
            Some(Self(*inner))
        } else {
            None
        }
    }
    fn store(self) -> Value {
        Value::Link(self.0)
    }
}

impl Stored for Micros {
    fn read(value: &Value) -> Option<Self> {
        if let Value::Decimal(inner) = value {
            Some(Self(*inner))
        } else {
            None
        }
    }
    fn store(self) -> Value {
        Value::Decimal(self.0)
    }
}

impl Stored for AnyLinks {
    fn read(value: &Value) -> Option<Self> {
        if let Value::AnyLinks(inner) = value {
            Some(Self(inner.clone()))
        } else {
            None
        }
    }
    fn store(self) -> Value {
        Value::AnyLinks(self.0)
    }
}
