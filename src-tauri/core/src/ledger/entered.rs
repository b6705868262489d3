//! What a page sends back, as values to store: the inverse of [`super::page_value`].

use serde_json::{Map, Value as Json};

use crate::register::{Field, Kind, Money, Pair, Record, Register, Value, number, register};
use crate::{Error, Result};

/// A record of the fields given. Errors name the field.
pub fn entered(register: &Register, values: &Map<String, Json>) -> Result<Record> {
    let mut record = Record::new();
    for (key, json) in values {
        if let Some(own) = key.strip_prefix("custom.") {
            record.custom.insert(own.to_owned(), json.clone());
            continue;
        }
        let unknown = || {
            Error::new("field_unknown")
                .with("register", register.key)
                .at(key)
        };
        let field = register.field(key).ok_or_else(unknown)?;
        if field.readonly {
            return Err(Error::new("field_readonly").at(key));
        }
        let value = value(field, json).ok_or_else(|| Error::new("bad_value").at(key))?;
        record.values.insert(field.key, value);
    }
    Ok(record)
}

/// A value of the field's kind; `None` when it is of another.
fn value(field: &Field, json: &Json) -> Option<Value> {
    let text = |json: &Json| json.as_str().map(str::to_owned);
    if json.is_null() || json.as_str() == Some("") {
        return Some(Value::Null);
    }
    Some(match field.kind {
        Kind::Text
        | Kind::Note
        | Kind::Code(_)
        | Kind::Choice(_)
        | Kind::Identifier(_)
        | Kind::Secret => Value::Text(text(json)?),
        Kind::Integer => Value::Integer(json.as_i64()?),
        Kind::Decimal => Value::Decimal(number::micros_from_text(json.as_str()?)?),
        Kind::Date => Value::Date(json.as_str()?.parse().ok()?),
        Kind::Moment => Value::Moment(json.as_str()?.parse().ok()?),
        Kind::Flag => Value::Flag(json.as_bool()?),
        Kind::Pair => Value::Pair(serde_json::from_value::<Pair>(json.clone()).ok()?),
        Kind::Money => Value::Money(Money {
            amount: number::amount_from_text(json.get("amount")?.as_str()?)?,
            currency: text(json.get("currency")?)?,
        }),
        Kind::Choices(_) => {
            Value::Choices(json.as_array()?.iter().map(text).collect::<Option<_>>()?)
        }
        Kind::Link(_) => Value::Link(row(json)?),
        Kind::Links(_) => Value::Links(json.as_array()?.iter().map(row).collect::<Option<_>>()?),
        Kind::AnyLinks => Value::AnyLinks(json.as_array()?.iter().map(any).collect::<Option<_>>()?),
        // files come in through the vault, never as values
        Kind::Files => return None,
    })
}

fn row(json: &Json) -> Option<i64> {
    json.get("id")?.as_i64()
}

fn any(json: &Json) -> Option<(&'static str, i64)> {
    let register = register(json.get("register")?.as_str()?).ok()?;
    Some((register.key, row(json)?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::register::{REGISTERS, license, purchase};

    #[test]
    fn values_of_the_wrong_kind_are_refused_with_their_field() {
        let given = json!({ "quantity": "ten" });
        let error = entered(&purchase::REGISTER, given.as_object().unwrap()).unwrap_err();
        assert_eq!(
            (error.code.as_str(), error.field.as_deref()),
            ("bad_value", Some("quantity"))
        );
        let given = json!({ "rights": 5 });
        assert!(
            entered(&license::REGISTER, given.as_object().unwrap())
                .unwrap_err()
                .is("field_unknown")
        );
    }

    #[test]
    fn nothing_is_nothing_in_every_field() {
        for register in REGISTERS {
            for field in register.fields().filter(|field| !field.readonly) {
                let given = json!({ field.key: null });
                let record = entered(register, given.as_object().unwrap()).unwrap();
                assert!(
                    record.value(field.key).is_empty(),
                    "{}.{}",
                    register.key,
                    field.key
                );
            }
        }
    }
}
