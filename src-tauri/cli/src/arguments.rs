//! Every command with its arguments. Their texts are Fluent: `cli-<command>` and `cli-<command>-<argument>`, or
//! `cli-<argument>` for those that mean the same everywhere.

use clap::{Arg, ArgAction, Command, value_parser};
use sealbook_core::words::Words;

const LANGUAGES: [&str; 5] = ["zh_en", "zh_it", "en", "zh", "it"];
const FORMATS: [&str; 3] = ["table", "csv", "json"];

/// The whole command.
pub fn command(words: Words) -> Command {
    let texts = Texts(words);
    let template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words.text("cli-usage")
    );
    let sub = |name: &'static str| {
        Command::new(name)
            .about(words.text(&format!("cli-{name}")))
            .help_template(template.clone())
            .disable_help_flag(true)
            .args([texts.lang(), texts.help()])
    };
    Command::new("sealbook")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.text("cli-about"))
        .after_help(words.text("cli-exit-codes"))
        .help_template(template.clone())
        .subcommand_help_heading(words.text("cli-commands"))
        .subcommand_value_name(words.text("cli-command"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args([
            texts.lang(),
            texts.help(),
            texts.flag("version").action(ArgAction::Version),
        ])
        .subcommands([
            sub("init").args([
                texts.place("folder"),
                texts.value("company").required(true),
                texts.value("person").required(true),
                texts.value("recovery-out"),
                texts.passphrase(),
            ]),
            sub("import").args([
                texts
                    .place("file")
                    .required(false)
                    .required_unless_present_any(["again", "left-out"]),
                texts.number("again").conflicts_with_all(["file", "into"]),
                texts.flag("left-out").conflicts_with_all(["file", "again"]),
                texts.value("into"),
                texts.number("sheet"),
                texts.number("header-row"),
                texts
                    .value("date-order")
                    .value_parser(["dmy", "mdy", "ymd"]),
                texts.flag("refuse-unknown"),
                texts.flag("match-similar").conflicts_with("refuse-unknown"),
                texts
                    .flag("leave-unknown")
                    .conflicts_with_all(["refuse-unknown", "match-similar"]),
                texts.value("only").value_parser(["new", "changes"]),
                texts.value("match").action(ArgAction::Append),
                texts.value("correct").action(ArgAction::Append),
                texts.flag("dry-run"),
                texts.flag("skip-errors"),
                texts.value("errors"),
                texts.languages(),
                texts.vault(),
                texts.passphrase(),
            ]),
            sub("list").args([
                texts.place("register"),
                texts.value("text"),
                texts.value("fields").value_delimiter(','),
                texts.value("sort"),
                texts.flag("archived"),
                texts.value("as-of"),
                texts
                    .value("format")
                    .value_parser(FORMATS)
                    .default_value("table"),
                texts.number("limit"),
                texts.vault(),
                texts.passphrase(),
            ]),
            sub("position").args([
                texts.value("as-of"),
                texts.value("product"),
                texts.value("entity").action(ArgAction::Append),
                texts.value("site").action(ArgAction::Append),
                texts.flag("explain"),
                texts
                    .value("format")
                    .value_parser(["table", "json"])
                    .default_value("table"),
                texts.vault(),
                texts.passphrase(),
            ]),
            sub("findings").args([
                texts.value("as-of"),
                texts.value("kind"),
                texts
                    .value("format")
                    .value_parser(["table", "json"])
                    .default_value("table"),
                texts.number("limit"),
                texts.vault(),
                texts.passphrase(),
            ]),
            sub("match").args([
                texts.number("accept"),
                texts
                    .value("format")
                    .value_parser(["table", "json"])
                    .default_value("table"),
                texts.number("limit"),
                texts.vault(),
                texts.passphrase(),
            ]),
            sub("export").args([
                texts.place("out"),
                texts.languages(),
                texts.value("as-of"),
                texts.value("entity").action(ArgAction::Append),
                texts.value("site").action(ArgAction::Append),
                texts.value("register"),
                texts.vault(),
                texts.passphrase(),
            ]),
            sub("deadlines").args([
                texts.value("for"),
                texts.value("ics"),
                texts.value("worklist"),
                texts.languages(),
                texts.value("as-of"),
                texts
                    .value("format")
                    .value_parser(["table", "json"])
                    .default_value("table"),
                texts.vault(),
                texts.passphrase(),
            ]),
            sub("undo").args([texts.vault(), texts.passphrase()]),
            sub("verify").args([
                texts.place("workbook").required(false),
                texts.value("key"),
                texts.vault(),
                texts.passphrase(),
            ]),
            sub("demo").args([
                texts
                    .value("into")
                    .required(true)
                    .help(texts.text("demo-into")),
                texts.number("rows"),
                texts.passphrase(),
            ]),
            sub("schema").args([texts.flag("sql")]),
        ])
}

/// Makes arguments with their texts.
struct Texts(Words);

impl Texts {
    fn text(&self, name: &str) -> String {
        self.0.text(&format!("cli-arg-{name}"))
    }

    fn heading(&self) -> String {
        self.0.text("cli-options")
    }

    /// `--name`
    fn option(&self, name: &'static str) -> Arg {
        Arg::new(name)
            .long(name)
            .help(self.text(name))
            .help_heading(self.heading())
    }

    /// `--name VALUE`
    fn value(&self, name: &'static str) -> Arg {
        self.option(name)
            .value_name(name.to_uppercase())
            .hide_possible_values(true)
    }

    fn number(&self, name: &'static str) -> Arg {
        self.value(name).value_parser(value_parser!(u32))
    }

    fn flag(&self, name: &'static str) -> Arg {
        self.option(name).action(ArgAction::SetTrue)
    }

    /// An argument by place.
    fn place(&self, name: &'static str) -> Arg {
        Arg::new(name)
            .value_name(name.to_uppercase())
            .help(self.text(name))
            .help_heading(self.0.text("cli-arguments"))
            .required(true)
    }

    fn languages(&self) -> Arg {
        self.value("languages")
            .value_parser(LANGUAGES)
            .default_value("zh_en")
    }

    fn vault(&self) -> Arg {
        self.value("vault")
    }

    fn passphrase(&self) -> Arg {
        self.value("passphrase-fd").value_parser(value_parser!(u32))
    }

    fn lang(&self) -> Arg {
        self.value("lang").value_parser(["en", "zh-CN", "it"])
    }

    fn help(&self) -> Arg {
        self.flag("help").short('h').action(ArgAction::Help)
    }
}
