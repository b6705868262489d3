//! Rules over a whole record, named in the descriptions.

use super::value::Value;
use super::{Issue, Record, assignment, deployment, invoice, license, person, purchase, usage};
use crate::Error;

/// The end is not before the start (fields `starts` and `ends`).
pub fn ends_after_starts(record: &Record) -> Option<Issue> {
    ordered(record, license::STARTS.field.key, license::ENDS.field.key)
}

/// Nobody leaves before joining.
pub fn left_after_joined(record: &Record) -> Option<Issue> {
    ordered(record, person::JOINED.field.key, person::LEFT_ON.field.key)
}

/// Nothing is removed before it was installed.
pub fn removed_after_installed(record: &Record) -> Option<Issue> {
    ordered(
        record,
        deployment::INSTALLED.field.key,
        deployment::REMOVED.field.key,
    )
}

/// Somebody or something holds the right.
pub fn person_or_device(record: &Record) -> Option<Issue> {
    let holder = [assignment::PERSON.field.key, assignment::DEVICE.field.key];
    nothing_in(record, &holder).then(|| refuse(Error::new("person_or_device").at(holder[0])))
}

/// An installation is of a product, or of what an inventory found under a name.
pub fn product_or_found(record: &Record) -> Option<Issue> {
    let subject = [
        deployment::PRODUCT.field.key,
        deployment::FOUND_AS.field.key,
    ];
    nothing_in(record, &subject).then(|| refuse(Error::new("product_or_found").at(subject[0])))
}

/// Use is of a license or of a product, or of what an inventory found under a name.
pub fn product_or_license(record: &Record) -> Option<Issue> {
    let subject = [
        usage::LICENSE.field.key,
        usage::PRODUCT.field.key,
        usage::FOUND_AS.field.key,
    ];
    nothing_in(record, &subject).then(|| refuse(Error::new("product_or_license").at(subject[0])))
}

/// Only a correction may have a negative quantity: a return counts down by its effect.
pub fn quantity_sign(record: &Record) -> Option<Issue> {
    let negative = record
        .get(purchase::QUANTITY)
        .is_some_and(|quantity| quantity < 0);
    let correction = record
        .get(purchase::EFFECT)
        .is_some_and(|effect| effect == "correction");
    (negative && !correction)
        .then(|| refuse(Error::new("quantity_negative").at(purchase::QUANTITY.field.key)))
}

/// Only a step-up has a base, and never its own license.
pub fn base_of_step_up(record: &Record) -> Option<Issue> {
    let base = record.get(purchase::BASE)?;
    let step_up = record
        .get(purchase::EFFECT)
        .is_some_and(|effect| effect == "step_up");
    let itself = record.get(purchase::LICENSE) == Some(base);
    (!step_up || itself).then(|| refuse(Error::new("step_up_base").at(purchase::BASE.field.key)))
}

/// Net and tax make gross; a doubt, since printed totals are rounded by line.
pub fn net_and_tax_make_gross(record: &Record) -> Option<Issue> {
    let net = record.get(invoice::NET)?;
    let tax = record.get(invoice::TAX)?;
    let gross = record.get(invoice::GROSS)?;
    let currencies_differ = net.currency != gross.currency || tax.currency != gross.currency;
    let differs = (net.amount.checked_add(tax.amount)?)
        .checked_sub(gross.amount)?
        .abs()
        > 1_000;
    (currencies_differ || differs).then(|| Issue {
        error: Error::new("net_and_tax_make_gross").at(invoice::GROSS.field.key),
        refuses: false,
    })
}

fn ordered(record: &Record, first: &str, second: &str) -> Option<Issue> {
    match (record.value(first), record.value(second)) {
        (Value::Date(a), Value::Date(b)) if b < a => Some(refuse(
            Error::new("date_order")
                .with("first", first)
                .with("second", second)
                .at(second),
        )),
        _ => None,
    }
}

fn nothing_in(record: &Record, keys: &[&str]) -> bool {
    keys.iter().all(|key| record.value(key).is_empty())
}

fn refuse(error: Error) -> Issue {
    Issue {
        error,
        refuses: true,
    }
}
