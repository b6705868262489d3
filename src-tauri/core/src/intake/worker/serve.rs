//! The worker's side: reads what it is sent, answers, and knows nothing else.

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::super::file::SourceFile;
use super::wire::{self, Answer, Ask, Opened};
use crate::bytes::{Bytes, ReadAt};
use crate::Error;

/// Pieces of the file that are remembered: its list of parts at the end, and where it is being read.
const REMEMBERED: usize = 8;

/// Answers until nobody asks any more.
pub fn serve(
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
) -> io::Result<()> {
    let line = Line(Arc::new(Mutex::new((Box::new(input), Box::new(output)))));
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
                let (file, answer) = match SourceFile::open_as(&name, bytes, encoding.as_deref()) {
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
                    .and_then(|file| {
                        file.pieces(&sheet, rows, &mut |piece| {
                            Ok(line.answer(&Answer::Piece(piece))?)
                        })
                    });
                if let Err(error) = read {
                    line.answer(&Answer::Refused(error))?;
                }
            }
        }
    }
    Ok(())
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

type Ends = (Box<dyn Read + Send>, Box<dyn Write + Send>);

/// The two pipes, for whoever has something to say.
#[derive(Clone)]
struct Line(Arc<Mutex<Ends>>);

impl Line {
    fn ends(&self) -> MutexGuard<'_, Ends> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask(&self) -> io::Result<Option<Ask>> {
        wire::read(&mut self.ends().0)
    }

    fn answer(&self, answer: &Answer) -> io::Result<()> {
        wire::write(&mut self.ends().1, answer)
    }

    fn want(&self, place: u64, length: usize) -> io::Result<Vec<u8>> {
        let (input, output) = &mut *self.ends();
        let length = length.min(wire::PIECE);
        wire::write(
            output,
            &Answer::Want {
                place,
                length: length as u32,
            },
        )?;
        wire::read_exactly(input, length)
    }
}

/// The bytes of a file that the program holds.
struct Wanted {
    line: Line,
    size: u64,
    /// Pieces by their place in the file, the latest last.
    pieces: Mutex<VecDeque<(u64, Vec<u8>)>>,
}

impl Wanted {
    fn of(line: Line, size: u64) -> Self {
        Self {
            line,
            size,
            pieces: Mutex::default(),
        }
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
        let mut pieces = self.pieces.lock().unwrap_or_else(PoisonError::into_inner);
        let at = match pieces.iter().rposition(|(known, _)| *known == start) {
            Some(at) => at,
            None => {
                let length = (self.size - start).min(wire::PIECE as u64) as usize;
                if pieces.len() == REMEMBERED {
                    pieces.pop_front();
                }
                pieces.push_back((start, self.line.want(start, length)?));
                pieces.len() - 1
            }
        };
        let piece = pieces
            .get(at)
            .and_then(|(_, piece)| piece.get(within as usize..));
        piece.unwrap_or_default().read(into)
    }
}
