//! A second thread of the reading worker. It is started before the worker gives up starting any, and does what can be done beside the
//! reading: checking what is read later, packing what was read.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::{Error, Result};

type Work = Box<dyn FnOnce() + Send>;

/// The thread; it ends with whoever gives it work.
pub struct Hand(Sender<Work>);

impl Hand {
    /// Starts it.
    pub fn start() -> io::Result<Self> {
        let (give, given) = channel::<Work>();
        thread::Builder::new().spawn(move || {
            for work in given {
                // what trips over a file is told by its answer that never comes
                let _ = catch_unwind(AssertUnwindSafe(work));
            }
        })?;
        Ok(Self(give))
    }
}

/// What comes of work.
pub enum Pending<T> {
    Done(T),
    Coming(Receiver<T>),
}

impl<T: Send + 'static> Pending<T> {
    /// Has work done beside what follows, or right now where there is no hand.
    pub fn of(hand: Option<&Hand>, work: impl FnOnce() -> T + Send + 'static) -> Self {
        let Some(Hand(give)) = hand else {
            return Self::Done(work());
        };
        let (tell, told) = channel();
        let work = Box::new(move || {
            // nobody may wait any more
            let _ = tell.send(work());
        });
        if let Err(gone) = give.send(work) {
            gone.0();
        }
        Self::Coming(told)
    }

    /// Waits for it. Error: `file_damaged` where a library tripped.
    pub fn wait(self) -> Result<T> {
        match self {
            Self::Done(done) => Ok(done),
            Self::Coming(told) => told.recv().map_err(|_| Error::new("file_damaged")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_done_beside_or_at_once_and_outlives_one_that_trips() {
        let hand = Hand::start().unwrap();
        let (go, gone) = channel();
        let beside = Pending::of(Some(&hand), move || gone.recv().is_ok());
        go.send(()).unwrap();
        assert!(beside.wait().unwrap());
        let tripped = Pending::of(Some(&hand), || panic!("a reader tripped"));
        assert!(tripped.wait().unwrap_err().is("file_damaged"));
        assert_eq!(Pending::of(Some(&hand), || 7).wait().unwrap(), 7);
        assert_eq!(Pending::of(None, || 7).wait().unwrap(), 7);
    }
}
