//! The embedded Fluent files, read once for the whole program.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use super::{Language, Words};

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

/// A bundle with what was amiss in its files.
pub(super) struct Loaded {
    bundle: FluentBundle<FluentResource>,
    /// Syntax errors and ids given twice, one line each; a test wants none.
    #[cfg_attr(not(test), allow(dead_code))]
    pub(super) faults: Vec<String>,
}

/// The bundle of a language.
pub(super) fn of(language: Language) -> &'static FluentBundle<FluentResource> {
    &loaded(language).bundle
}

pub(super) fn loaded(language: Language) -> &'static Loaded {
    static EN: OnceLock<Loaded> = OnceLock::new();
    static ZH: OnceLock<Loaded> = OnceLock::new();
    static IT: OnceLock<Loaded> = OnceLock::new();
    let cell = match language {
        Language::En => &EN,
        Language::Zh => &ZH,
        Language::It => &IT,
    };
    cell.get_or_init(|| load(language))
}

fn load(language: Language) -> Loaded {
    let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // all three languages run left to right: marks of isolation would only spoil copied cells
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| number(Language::En, value),
        Language::Zh => |value, _| number(Language::Zh, value),
        Language::It => |value, _| number(Language::It, value),
    }));
    let mut faults = Vec::new();
    for (name, source) in sources(language) {
        let resource =
            FluentResource::try_new(source.to_owned()).unwrap_or_else(|(read, errors)| {
                faults.extend(errors.iter().map(|error| format!("{name}: {error}")));
                read
            });
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| format!("{name}: {error}")));
        }
    }
    Loaded { bundle, faults }
}

/// Name and text of every file of a language.
pub(super) fn sources(language: Language) -> impl Iterator<Item = (String, &'static str)> {
    LOCALES
        .get_dir(language.tag())
        .into_iter()
        .flat_map(Dir::files)
        .filter(|file| file.path().extension().is_some_and(|end| end == "ftl"))
        .filter_map(|file| Some((file.path().display().to_string(), file.contents_utf8()?)))
}

/// Whole numbers among the arguments are grouped as the language does.
fn number(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, options })
            if options.use_grouping && value.fract() == 0.0 =>
        {
            Some(Words::new(language).number(*value as i64))
        }
        _ => None,
    }
}
