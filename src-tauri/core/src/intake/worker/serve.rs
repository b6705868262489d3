//! The worker's side: reads what it is sent, answers, and knows nothing else.

use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::super::file::SourceFile;
use super::wire::{self, Answer, Ask, Opened};
use crate::Error;
use crate::bytes::{Bytes, ReadAt};

/// Pieces of the file that are remembered: its list of parts at the end, and where it is being read.
const REMEMBERED: usize = 8;

/// Answers until nobody asks any more.
pub fn serve(
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
) -> io::Result<()> {
    let line = Line::of(input, output);
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

/// The two pipes, for whoever has something to say.
#[derive(Clone)]
struct Line(Arc<Mutex<Ends>>);

struct Ends {
    input: Box<dyn Read + Send>,
    output: Box<dyn Write + Send>,
    /// Where the piece wanted last ended.
    after: u64,
    /// A piece that was asked for ahead of its use, by place and length.
    ahead: Option<(u64, usize)>,
}

impl Line {
    fn of(input: impl Read + Send + 'static, output: impl Write + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(Ends {
            input: Box::new(input),
            output: Box::new(output),
            after: u64::MAX,
            ahead: None,
        })))
    }

    fn ends(&self) -> MutexGuard<'_, Ends> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask(&self) -> io::Result<Option<Ask>> {
        let mut ends = self.ends();
        ends.let_go()?;
        wire::read(&mut ends.input)
    }

    fn answer(&self, answer: &Answer) -> io::Result<()> {
        wire::write(&mut self.ends().output, answer)
    }
}

impl Ends {
    /// A piece of a file of this size. Whoever reads on finds that the next is on its way already.
    fn piece(&mut self, place: u64, size: u64) -> io::Result<Vec<u8>> {
        let length = |place: u64| (size - place).min(wire::PIECE as u64) as usize;
        if self.ahead == Some((place, length(place))) {
            self.ahead = None;
        } else {
            self.let_go()?;
            self.want(place, length(place))?;
        }
        let piece = wire::read_exactly(&mut self.input, length(place))?;
        let reads_on = std::mem::replace(&mut self.after, place + piece.len() as u64) == place;
        if reads_on && self.after < size {
            self.want(self.after, length(self.after))?;
            self.ahead = Some((self.after, length(self.after)));
        }
        Ok(piece)
    }

    fn want(&mut self, place: u64, length: usize) -> io::Result<()> {
        let length = length as u32;
        wire::write(&mut self.output, &Answer::Want { place, length })
    }

    /// Takes what was asked for ahead and is not needed.
    fn let_go(&mut self) -> io::Result<()> {
        if let Some((_, length)) = self.ahead.take() {
            wire::read_exactly(&mut self.input, length)?;
        }
        Ok(())
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
                if pieces.len() == REMEMBERED {
                    pieces.pop_front();
                }
                pieces.push_back((start, self.line.ends().piece(start, self.size)?));
                pieces.len() - 1
            }
        };
        let piece = pieces
            .get(at)
            .and_then(|(_, piece)| piece.get(within as usize..));
        piece.unwrap_or_default().read(into)
    }
}
