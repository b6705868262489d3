//! `sealbook schema`: the registers and their fields, or the SQL a migration has to amount to.

use sealbook_core::Result;
use sealbook_core::register::{Kind, REGISTERS};
use sealbook_core::vault::schema;

use crate::Outcome;
use crate::session::Session;

/// Prints it. Needs no vault.
pub fn run(session: &mut Session<'_>) -> Result<Outcome> {
    if session.flag("sql") {
        for register in REGISTERS {
            let statements = schema::create_table(register) + &schema::create_indexes(register);
            session.terminal.say(statements.trim_end());
        }
        return Ok(Outcome::Done);
    }
    let words = session.words();
    for register in REGISTERS {
        session
            .terminal
            .say(&format!("{}  {}", register.key, words.plural(register.key)));
        for field in register
            .fields()
            .chain(register.derived.iter().map(|derived| &derived.field))
        {
            let required = if field.required { "*" } else { "" };
            let line = format!("  {}{required}", field.key);
            session.terminal.say(&format!(
                "{line:<24}{:<14}{}",
                kind(field.kind),
                words.field(register.key, field.key)
            ));
        }
    }
    Ok(Outcome::Done)
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Link(target) | Kind::Links(target) => format!("-> {target}"),
        Kind::Code(prefix) => format!("code {prefix}"),
        Kind::Identifier(identifier) => identifier.key().to_owned(),
        Kind::Choice(_) => "choice".to_owned(),
        Kind::Choices(_) => "choices".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    }
}
