//! `sealbook-loopback [PORT] [--home DIR] [--sample] [--today YYYY-MM-DD] [--page DIR]`: the commands and the built interface on
//! this machine, for tests and pictures.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use sealbook_core::{Error, Result};
use sealbook_shell::loopback::Loopback;
use sealbook_shell::{Clock, Homes, Session};

struct Options {
    port: u16,
    home: PathBuf,
    sample: bool,
    page: PathBuf,
    clock: Clock,
}

fn options() -> Result<Options> {
    let mut options = Options {
        port: 0,
        home: std::env::temp_dir().join("sealbook-loopback"),
        sample: false,
        page: PathBuf::from("ui/dist"),
        clock: Clock::default(),
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let wrong = || Error::new("bad_arguments").with("detail", &word);
        match word.as_str() {
            "--sample" => options.sample = true,
            "--home" => options.home = words.next().ok_or_else(wrong)?.into(),
            "--page" => options.page = words.next().ok_or_else(wrong)?.into(),
            "--today" => {
                let day = words
                    .next()
                    .and_then(|day| day.parse().ok())
                    .ok_or_else(wrong)?;
                options.clock.fixed = Some(day);
            }
            port => options.port = port.parse().map_err(|_| wrong())?,
        }
    }
    Ok(options)
}

fn run() -> Result<()> {
    let options = options()?;
    let mut session = Session::new(Homes::under(&options.home), options.clock);
    // browsers start many vaults in a test; the cost of a passphrase is not what they try
    session.work_factor = Some(12);
    let session = Arc::new(session);
    if options.sample {
        session.open_sample()?;
    }
    let loopback = Loopback::listen(options.port, session, options.page)?;
    writeln!(std::io::stdout(), "{}", loopback.address())?;
    loopback.serve();
    Ok(())
}

fn main() -> ExitCode {
    if let Some(served) = sealbook_shell::serve_if_asked(std::env::args_os()) {
        return served;
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}
