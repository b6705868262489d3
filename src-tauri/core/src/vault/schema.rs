//! How a register lies in SQL. Migrations are written by hand; these functions say what they must amount to, print what is
//! missing, and give the generic layers their column names.

use crate::register::{Field, Kind, REGISTERS, Register};

/// Columns every register table has, with their SQL types.
pub const SYSTEM_COLUMNS: &[(&str, &str)] = &[
    ("id", "INTEGER PRIMARY KEY"),
    ("uuid", "BLOB NOT NULL UNIQUE"),
    ("created_at", "TEXT NOT NULL"),
    ("changed_at", "TEXT NOT NULL"),
    ("archived_at", "TEXT"),
    ("custom", "TEXT"),
];

/// The columns a field occupies with their SQL types; none for links to many, which lie in `link`.
pub fn columns(field: &Field) -> Vec<(String, String)> {
    let key = field.key;
    let one = |sql_type: &str| vec![(key.to_owned(), sql_type.to_owned())];
    match field.kind {
        Kind::Text
        | Kind::Note
        | Kind::Code(_)
        | Kind::Date
        | Kind::Moment
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::Identifier(_)
        | Kind::Files
        | Kind::Secret => one("TEXT"),
        Kind::Integer | Kind::Decimal | Kind::Flag => one("INTEGER"),
        Kind::Pair => ["_zh", "_en", "_sort"]
            .map(|half| (format!("{key}{half}"), "TEXT".to_owned()))
            .to_vec(),
        Kind::Money => vec![
            (key.to_owned(), "INTEGER".to_owned()),
            (format!("{key}_currency"), "TEXT".to_owned()),
        ],
        Kind::Link(target) => vec![(
            format!("{key}_id"),
            format!("INTEGER REFERENCES {target}(id)"),
        )],
        Kind::Links(_) | Kind::AnyLinks => Vec::new(),
    }
}

/// The statement that makes a register's table.
pub fn create_table(register: &Register) -> String {
    let system = SYSTEM_COLUMNS
        .iter()
        .map(|(name, sql_type)| format!("  {name} {sql_type}"));
    let fields = register
        .fields()
        .flat_map(columns)
        .map(|(name, sql_type)| format!("  {name} {sql_type}"));
    let lines: Vec<String> = system.chain(fields).collect();
    format!(
        "CREATE TABLE {} (\n{}\n);\n",
        register.key,
        lines.join(",\n")
    )
}

/// Indexes a register needs: on every link, and on the code.
pub fn create_indexes(register: &Register) -> String {
    let table = register.key;
    register
        .fields()
        .filter_map(|field| match field.kind {
            Kind::Link(_) => Some(format!(
                "CREATE INDEX {table}_{0} ON {table}({0}_id);\n",
                field.key
            )),
            Kind::Code(_) => Some(format!(
                "CREATE UNIQUE INDEX {table}_{0} ON {table}({0});\n",
                field.key
            )),
            _ => None,
        })
        .collect()
}

/// Every table and index of every register.
pub fn create_registers() -> String {
    REGISTERS
        .iter()
        .map(|register| create_table(register) + &create_indexes(register))
        .collect()
}
