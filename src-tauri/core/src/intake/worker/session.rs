//! The side that asks: one worker, from its start to its end.

use std::io::{self, Write};
use std::process::{Child, ChildStdin, ChildStdout};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::thread;
use std::time::Duration;

use super::super::file::SheetAsked;
use super::super::table::{Assembly, Table};
use super::super::{Progress, limits};
use super::Launch;
use super::confine::{Keeper, ran_out_of_time};
use super::wire::{self, Answer, Ask, Opened};
use crate::bytes::Bytes;
use crate::{Error, Result};

/// Between two looks at whether anybody still waits.
const LOOK: Duration = Duration::from_millis(100);
/// Messages received ahead of their use.
const AHEAD: usize = 4;
/// Messages that wait to be sent: a piece of the file it reads, one ahead, and a question. Who wants more before it has read is no reader.
const WAITING: usize = 4;
/// Bytes of a file a worker may ask for to answer one question: every part of the largest, and again each time it turns back.
const WANTED: u64 = limits::FILE * 64;
/// What the smallest piece counts for: so much is decrypted to find it.
const LEAST: u64 = 64 << 10;

/// A running worker. Dropping it ends the process and leaves nothing behind.
pub struct Session {
    worker: Child,
    _keeper: Keeper,
    silence: Duration,
    /// The file it was handed, of which it asks for what it needs.
    bytes: Bytes,
    /// How much of it, since it was last asked.
    wanted: u64,
    asks: SyncSender<Sent>,
    answers: Receiver<io::Result<Answer>>,
}

/// What goes to the worker.
enum Sent {
    Ask(Ask),
    Bytes(Vec<u8>),
}

impl Session {
    /// Starts a worker and waits until it is ready. Errors: `reader_unavailable`, `cancelled`.
    pub fn start(launch: &Launch, progress: &mut Progress<'_>) -> Result<Self> {
        let unavailable = |error: io::Error| Error::new("reader_unavailable").with("detail", error);
        let mut worker = launch.command().spawn().map_err(unavailable)?;
        let (asks, to_send) = sync_channel(WAITING);
        let (received, answers) = sync_channel(AHEAD);
        let kept = Keeper::of(&worker, launch.bounds).and_then(|keeper| {
            let input = worker.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
            let output = worker.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
            thread::Builder::new().spawn(move || send(input, &to_send))?;
            thread::Builder::new().spawn(move || receive(output, &received))?;
            Ok(keeper)
        });
        let keeper = match kept {
            Ok(keeper) => keeper,
            Err(error) => {
                end(&mut worker);
                return Err(unavailable(error));
            }
        };
        let mut session = Self {
            worker,
            _keeper: keeper,
            silence: launch.bounds.silence,
            bytes: Bytes::default(),
            wanted: 0,
            asks,
            answers,
        };
        match session.answer(&mut || progress(0, 0)) {
            Ok(Answer::Ready) => Ok(session),
            Err(error) if error.is("cancelled") => Err(error),
            _ => {
                let _ = session.worker.kill();
                let status = session.worker.wait().map_err(unavailable)?;
                Err(Error::new("reader_unavailable").with("detail", status))
            }
        }
    }

    /// Hands the worker a file.
    pub fn open(
        &mut self,
        name: &str,
        bytes: &Bytes,
        encoding: Option<&str>,
        progress: &mut Progress<'_>,
    ) -> Result<Opened> {
        self.bytes = bytes.clone();
        self.ask(Ask::Open {
            name: name.to_owned(),
            size: bytes.len(),
            encoding: encoding.map(str::to_owned),
        });
        match self.answer(&mut || progress(0, 0))? {
            Answer::Opened(opened) => Ok(opened),
            _ => Err(wire::garbled()),
        }
    }

    /// Reads a sheet of the file it was handed; `expected` rows for the progress.
    pub fn table(
        &mut self,
        sheet: SheetAsked,
        rows: Option<u32>,
        expected: u32,
        progress: &mut Progress<'_>,
    ) -> Result<Table> {
        self.ask(Ask::Table { sheet, rows });
        let (mut assembly, mut done) = (Assembly::default(), 0);
        loop {
            let Answer::Piece(piece) = self.answer(&mut || progress(done, expected.into()))? else {
                return Err(wire::garbled());
            };
            if let Some(table) = assembly.add(piece)? {
                return Ok(table);
            }
            done = (assembly.rows_done() as u64).min(expected.into());
            if !progress(done, expected.into()) {
                return Err(Error::new("cancelled"));
            }
        }
    }

    fn ask(&mut self, ask: Ask) {
        self.wanted = 0;
        // a worker that is gone shows when its answer is waited for
        let _ = self.asks.try_send(Sent::Ask(ask));
    }

    /// The next answer, the worker being given what it wants of the file meanwhile; a refusal is an error. Errors besides:
    /// `reader_stopped`, `reader_too_long`, `cancelled`.
    fn answer(&mut self, goes_on: &mut dyn FnMut() -> bool) -> Result<Answer> {
        let mut waited = Duration::ZERO;
        while waited < self.silence {
            waited += LOOK;
            match self.answers.recv_timeout(LOOK) {
                Ok(Ok(Answer::Refused(error))) => return Err(error),
                Ok(Ok(Answer::Want { place, length })) => {
                    self.wanted += u64::from(length).max(LEAST);
                    if self.wanted > WANTED {
                        return Err(wire::garbled());
                    }
                    self.hand_over(place, length)?;
                    waited = Duration::ZERO;
                }
                Ok(Ok(answer)) => return Ok(answer),
                Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => return Err(self.ended()),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if !goes_on() {
                return Err(Error::new("cancelled"));
            }
        }
        Err(Error::new("reader_too_long"))
    }

    /// Gives the worker a piece of the file. It may want nothing that is not there.
    fn hand_over(&self, place: u64, length: u32) -> Result<()> {
        let length = length as usize;
        if length == 0 || length > wire::PIECE {
            return Err(wire::garbled());
        }
        let piece = self.bytes.piece(place, length)?;
        if piece.len() < length {
            return Err(wire::garbled());
        }
        match self.asks.try_send(Sent::Bytes(piece)) {
            Err(TrySendError::Full(_)) => Err(wire::garbled()),
            // gone, or on its way: its answer tells
            _ => Ok(()),
        }
    }

    /// Why there is no answer.
    fn ended(&mut self) -> Error {
        let _ = self.worker.kill();
        let late = self.worker.wait().is_ok_and(ran_out_of_time);
        Error::new(if late {
            "reader_too_long"
        } else {
            "reader_stopped"
        })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        end(&mut self.worker);
    }
}

fn end(worker: &mut Child) {
    let _ = worker.kill();
    let _ = worker.wait();
}

/// Sends until the worker or whoever asks is gone.
fn send(mut input: ChildStdin, asks: &Receiver<Sent>) {
    for sent in asks {
        let written = match sent {
            Sent::Ask(ask) => wire::write(&mut input, &ask),
            Sent::Bytes(bytes) => input.write_all(&bytes),
        };
        if written.is_err() {
            return;
        }
    }
}

/// Receives until the worker or whoever asks is gone; what makes no sense ends it too.
fn receive(mut output: ChildStdout, answers: &SyncSender<io::Result<Answer>>) {
    loop {
        let answer = match wire::read(&mut output) {
            Ok(Some(answer)) => Ok(answer),
            Ok(None) => return,
            Err(error) => Err(error),
        };
        let last = answer.is_err();
        if answers.send(answer).is_err() || last {
            return;
        }
    }
}
