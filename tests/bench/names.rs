//! Raw names of an inventory matched with the products of the record, beside the bare similarity library: the same names as they
//! stand, every one compared with every product.

use rapidfuzz::distance::indel::BatchComparator;
use sealbook_core::rules::similar::Similar;

use crate::Scale;
use crate::figure::{Figure, best};

const TIME: f64 = 2.0;
/// Pairs a name is compared in once the index has chosen.
const CHOSEN: usize = 24;
const MAKERS: [&str; 8] = [
    "Microsoft",
    "Adobe",
    "Autodesk",
    "Siemens",
    "金山",
    "Oracle",
    "JetBrains",
    "PTC",
];
const WORDS: [&str; 20] = [
    "Visio",
    "Acrobat",
    "AutoCAD",
    "Teamcenter",
    "WPS",
    "Database",
    "IntelliJ",
    "Creo",
    "Project",
    "Designer",
    "Studio",
    "Server",
    "中望",
    "用友",
    "Manager",
    "Photoshop",
    "Simulation",
    "设计",
    "Archive",
    "Mechanical",
];
const EDITIONS: [&str; 4] = ["", "Professional", "标准版", "LT"];

pub fn figures(scale: Scale) -> Vec<Figure> {
    let (names, products) = (scale.sheet / 20, scale.sheet / 50);
    let products: Vec<String> = (0..products).map(product).collect();
    let names: Vec<String> = (0..names)
        .map(|number| raw(&products[number * 7 % products.len()], number))
        .collect();
    let ours = best(|| {
        let mut similar = Similar::default();
        for (id, product) in (0..).zip(&products) {
            similar.add(id, product);
        }
        let found = names
            .iter()
            .filter(|name| !similar.best(name, 65, 5).is_empty());
        found.count()
    });
    let every = best(|| compared(&names, &products, products.len()));
    let chosen = best(|| compared(&names, &products, CHOSEN));
    let what = format!(
        "match {} names with {} products",
        names.len(),
        products.len()
    );
    vec![
        Figure::time(
            format!("{what}, against comparing every pair bare"),
            ours,
            every,
            Some(TIME),
        ),
        Figure::time(
            format!("{what}, beside {CHOSEN} pairs a name bare"),
            ours,
            chosen,
            None,
        ),
    ]
}

fn compared(names: &[String], products: &[String], most: usize) -> f64 {
    let mut sum = 0.0;
    for name in names {
        let comparator = BatchComparator::new(name.chars());
        for product in &products[..most] {
            sum += comparator.normalized_similarity(product.chars());
        }
    }
    sum
}

fn product(number: usize) -> String {
    let word = |step: usize| WORDS[(number / step + number) % WORDS.len()];
    let edition = EDITIONS[number % EDITIONS.len()];
    format!("{} {} {} {edition}", word(1), word(21), number % 97)
        .trim()
        .to_owned()
}

/// As a scan calls it: the maker before, a version after.
fn raw(product: &str, number: usize) -> String {
    let maker = MAKERS[number % MAKERS.len()];
    format!(
        "{maker} {product} {}.{} (x64)",
        2015 + number % 12,
        number % 30
    )
}
