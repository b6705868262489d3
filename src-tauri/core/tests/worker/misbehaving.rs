//! Workers that do what a hostile file might make of one.

use std::fs::File;
use std::io::{self, Write};
use std::net::TcpStream;
use std::process::{Command, ExitCode};
use std::time::Duration;

use sealbook_core::intake::worker::{Bounds, confine, serve};

/// How a worker misbehaves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Way {
    Unready,
    Abort,
    Spin,
    Hang,
    Eat,
    Babble,
    Claim,
    Reach,
    Beg,
    Trespass,
    /// Not at all: it reads, while threads of its own begin.
    Begin,
}

/// Bounds that a test can wait for.
pub const TIGHT: Bounds = Bounds {
    memory: 64 << 20,
    computing: 1,
    silence: Duration::from_secs(3),
};

impl Way {
    const ALL: [Self; 11] = [
        Self::Unready,
        Self::Abort,
        Self::Spin,
        Self::Hang,
        Self::Eat,
        Self::Babble,
        Self::Claim,
        Self::Reach,
        Self::Beg,
        Self::Trespass,
        Self::Begin,
    ];

    /// The word that asks for it.
    pub fn word(self) -> String {
        format!("--misbehave={self:?}")
    }

    /// The way a first word asks for.
    pub fn asked(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }

    /// Says that it is ready, and is not.
    pub fn serve(self) -> ExitCode {
        if self == Self::Unready {
            return ExitCode::from(3);
        }
        if self == Self::Begin {
            return begin();
        }
        confine(TIGHT).expect("limits can be lowered");
        if self == Self::Trespass {
            return trespass();
        }
        // nobody asks: it says that it is ready, and ends
        serve(io::empty(), io::stdout(), None).unwrap();
        match self {
            Self::Abort => std::process::abort(),
            Self::Spin => loop {
                std::hint::spin_loop();
            },
            Self::Hang => wait(),
            Self::Eat => {
                let mut eaten = Vec::new();
                for _ in 0..512 {
                    eaten.push(vec![1_u8; 1 << 20]);
                }
            }
            Self::Babble => drop(io::stdout().write_all(&[5, 0, 0, 0, 9, 9, 9, 9, 9])),
            // a message of four gigabytes
            Self::Claim => {
                drop(io::stdout().write_all(&[255; 4096]));
                wait();
            }
            // wants the byte at 255 of a file that is shorter
            Self::Reach => {
                drop(io::stdout().write_all(&[4, 0, 0, 0, 1, 255, 1, 1]));
                drop(io::stdout().flush());
                wait();
            }
            // wants the first bytes again and again, and reads none of them
            Self::Beg => {
                let mut output = io::stdout();
                while output.write_all(&[3, 0, 0, 0, 1, 0, 8]).is_ok() && output.flush().is_ok() {}
            }
            Self::Unready | Self::Trespass | Self::Begin => {}
        }
        ExitCode::SUCCESS
    }
}

/// Threads begin one after the other, as those of a window's libraries do, until they may not.
fn begin() -> ExitCode {
    for _ in 0..4 {
        std::thread::spawn(|| while std::thread::Builder::new().spawn(|| ()).is_ok() {});
    }
    let served = confine(Bounds::default()).and_then(|()| serve(io::stdin(), io::stdout(), None));
    served.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
}

/// For ever: for a word from a program that has said all it will.
fn wait() {
    let _ = io::copy(&mut io::stdin(), &mut io::sink());
}

/// Tries every door; a bit of the answer for each that was open.
fn trespass() -> ExitCode {
    let opened = [
        File::open("Cargo.toml").is_ok() || File::open("/etc/passwd").is_ok(),
        File::create(std::env::temp_dir().join("sealbook-trespass")).is_ok(),
        TcpStream::connect(("127.0.0.1", 9))
            .is_err_and(|error| error.kind() == io::ErrorKind::ConnectionRefused),
        Command::new("true").status().is_ok(),
    ];
    let bits: u8 = opened
        .iter()
        .enumerate()
        .map(|(at, open)| u8::from(*open) << at)
        .sum();
    ExitCode::from(bits)
}
