//! The worker's side: reads what it is sent, answers, and knows nothing else.

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::super::file::{SheetAsked, SourceFile};
use super::super::hand::{Hand, Pending};
use super::super::table::Handed;
use super::wire::{self, Answer, Ask, Opened};
use crate::bytes::{Bytes, ReadAt};
use crate::{Error, Result};

/// Pieces of the file that are remembered: its list of parts at the end, and where it is being read.
const REMEMBERED: usize = 8;

/// Blocks that are read ahead of their packing.
const AHEAD: usize = 2;

/// Answers until nobody asks any more, with a hand where there is one.
pub fn serve(
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
    hand: Option<Hand>,
) -> io::Result<()> {
    let (line, hand) = (Line::of(input, output), hand.as_ref());
    line.answer(&Answer::Ready)?;
    let mut opened = None;
    while let Some(ask) = line.ask()? {
        match ask {
            Ask::Open {
                name,
                size,
                encoding,
            } => {
                let bytes = Bytes::of(Wanted::of(line.clone(), size));
                let (file, answer) =
                    match SourceFile::open_as(&name, bytes, encoding.as_deref(), hand) {
                        Ok(file) => {
                            let answer = Answer::Opened(about(&file));
                            (Some(file), answer)
                        }
                        Err(error) => (None, Answer::Refused(error)),
                    };
                opened = file;
                line.answer(&answer)?;
            }
            Ask::Table { sheet, rows } => {
                let read = opened
                    .as_mut()
                    .ok_or_else(|| Error::new("sheet_unknown"))
                    .and_then(|file| table(file, &sheet, rows, &line, hand));
                if let Err(error) = read {
                    line.answer(&Answer::Refused(error))?;
                }
            }
        }
    }
    Ok(())
}

/// Answers with a sheet: what is read is packed and sent beside the reading.
fn table(
    file: &mut SourceFile,
    sheet: &SheetAsked,
    rows: Option<u32>,
    line: &Line,
    hand: Option<&Hand>,
) -> Result<()> {
    let line = line.clone();
    let send =
        move |handed: Handed| handed.pieces(&mut |piece| Ok(line.answer(&Answer::Piece(piece))?));
    if hand.is_none() {
        return file.hand_out(sheet, rows, &mut |handed| send(handed));
    }
    let (give, given) = sync_channel(AHEAD);
    let sent = Pending::of(hand, move || given.iter().try_for_each(send));
    let read = file.hand_out(sheet, rows, &mut |handed| {
        let gone = |_| io::Error::from(io::ErrorKind::BrokenPipe);
        Ok(give.send(handed).map_err(gone)?)
    });
    drop(give);
    sent.wait()?.and(read)
}

fn about(file: &SourceFile) -> Opened {
    Opened {
        name: file.name.clone(),
        sheets: file.sheets.clone(),
        secret_sheets: file.secret_sheets.clone(),
        notes: file.notes.clone(),
        encoding: file.encoding.clone(),
    }
}

/// The two pipes, for whoever has something to say.
#[derive(Clone)]
struct Line {
    input: Arc<Mutex<Input>>,
    output: Arc<Mutex<Box<dyn Write + Send>>>,
}

struct Input {
    pipe: Box<dyn Read + Send>,
    /// Pieces of the file by their place, the latest last.
    pieces: VecDeque<(u64, Vec<u8>)>,
    /// A piece that was asked for ahead of its use, by place and length.
    ahead: Option<(u64, usize)>,
}

impl Line {
    fn of(input: impl Read + Send + 'static, output: impl Write + Send + 'static) -> Self {
        let input = Input {
            pipe: Box::new(input),
            pieces: VecDeque::new(),
            ahead: None,
        };
        Self {
            input: Arc::new(Mutex::new(input)),
            output: Arc::new(Mutex::new(Box::new(output))),
        }
    }

    fn input(&self) -> MutexGuard<'_, Input> {
        self.input.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask(&self) -> io::Result<Option<Ask>> {
        let mut input = self.input();
        input.take_ahead()?;
        wire::read(&mut input.pipe)
    }

    fn answer(&self, answer: &Answer) -> io::Result<()> {
        let mut output = self.output.lock().unwrap_or_else(PoisonError::into_inner);
        wire::write(&mut *output, answer)
    }

    fn want(&self, place: u64, length: usize) -> io::Result<()> {
        let length = length as u32;
        self.answer(&Answer::Want { place, length })
    }
}

impl Input {
    /// The piece from a place on, if it is here.
    fn known(&self, place: u64) -> Option<&[u8]> {
        let found = self.pieces.iter().rfind(|(known, _)| *known == place);
        found.map(|(_, piece)| &piece[..])
    }

    /// Takes a piece that was asked for.
    fn take(&mut self, place: u64, length: usize) -> io::Result<()> {
        let piece = wire::read_exactly(&mut self.pipe, length)?;
        if self.pieces.len() == REMEMBERED {
            self.pieces.pop_front();
        }
        self.pieces.push_back((place, piece));
        Ok(())
    }

    /// Takes what was asked for ahead.
    fn take_ahead(&mut self) -> io::Result<()> {
        match self.ahead.take() {
            Some((place, length)) => self.take(place, length),
            None => Ok(()),
        }
    }
}

/// The bytes of a file that the program holds.
struct Wanted {
    line: Line,
    size: u64,
}

impl Wanted {
    fn of(line: Line, size: u64) -> Self {
        line.input().pieces.clear();
        Self { line, size }
    }

    /// Has a piece brought. Whoever reads on finds that the next is on its way already.
    fn bring(&self, input: &mut Input, place: u64) -> io::Result<()> {
        let length = |place: u64| (self.size - place).min(wire::PIECE as u64) as usize;
        input.take_ahead()?;
        if input.known(place).is_none() {
            self.line.want(place, length(place))?;
            input.take(place, length(place))?;
        }
        let before = place.checked_sub(wire::PIECE as u64);
        let next = place + wire::PIECE as u64;
        let reads_on = before.is_some_and(|before| input.known(before).is_some());
        if reads_on && next < self.size && input.known(next).is_none() {
            self.line.want(next, length(next))?;
            input.ahead = Some((next, length(next)));
        }
        Ok(())
    }
}

impl ReadAt for Wanted {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, place: u64, into: &mut [u8]) -> io::Result<usize> {
        if place >= self.size {
            return Ok(0);
        }
        let within = place % wire::PIECE as u64;
        let start = place - within;
        let mut input = self.line.input();
        if input.known(start).is_none() {
            self.bring(&mut input, start)?;
        }
        let piece = input.known(start).unwrap_or_default();
        piece.get(within as usize..).unwrap_or_default().read(into)
    }
}
