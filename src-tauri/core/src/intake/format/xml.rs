//! XML in small bites: names without their prefixes, depth and length within bounds, no document types.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::intake::limits::PIECE;
use crate::{Error, Result};

/// Elements within elements.
const DEPTH: usize = 64;
/// Attributes of an element.
const ATTRIBUTES: usize = 256;

/// The beginning of an element.
pub(super) struct Tag<'a>(&'a BytesStart<'a>);

impl Tag<'_> {
    /// An attribute by its whole name, prefix included.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find(|known| known == name)
    }

    /// An attribute whose prefix the writer chose.
    pub fn ending(&self, end: &str) -> Option<Cow<'_, str>> {
        self.find(|name| name.ends_with(end))
    }

    fn find(&self, test: impl Fn(&str) -> bool) -> Option<Cow<'_, str>> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| test(attribute.key.into_inner()))?;
        found.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    /// An attribute that counts something.
    pub fn count(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub fn says(&self, name: &str) -> bool {
        matches!(self.get(name).as_deref(), Some("1" | "true"))
    }
}

/// What looks at the pieces of a document.
pub(super) trait Visitor {
    /// An element begins; its name comes without prefix.
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<()>;

    /// An element ends.
    fn close(&mut self, _name: &str) -> Result<()> {
        Ok(())
    }

    /// Text, or a part of one.
    fn text(&mut self, _text: &str) -> Result<()> {
        Ok(())
    }

    /// Whether enough was seen.
    fn done(&self) -> bool {
        false
    }
}

/// Shows a document to a visitor, to its end or until it has seen enough.
pub(super) fn walk(source: impl BufRead, visitor: &mut impl Visitor) -> Result<()> {
    let mut reader = Reader::from_reader(Bounded {
        source,
        left: PIECE,
    });
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    while !visitor.done() {
        buffer.clear();
        reader.get_mut().left = PIECE;
        match reader.read_event_into(&mut buffer).map_err(fault)? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(Error::new("file_hostile").with("detail", "depth"));
                }
                if start
                    .attributes()
                    .with_checks(false)
                    .nth(ATTRIBUTES)
                    .is_some()
                {
                    return Err(Error::new("file_hostile").with("detail", "attributes"));
                }
                visitor.open(start.local_name().as_ref(), &Tag(&start))?;
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                visitor.close(end.local_name().as_ref())?;
            }
            Event::Text(text) => visitor.text(&text.xml10_content())?,
            Event::CData(data) => visitor.text(&data.xml10_content())?,
            Event::GeneralRef(entity) => {
                let known = quick_xml::escape::resolve_xml_entity(&entity);
                match (known, entity.resolve_char_ref()) {
                    (Some(text), _) => visitor.text(text)?,
                    (None, Ok(Some(c))) => visitor.text(c.encode_utf8(&mut [0; 4]))?,
                    _ => return Err(Error::new("file_damaged")),
                }
            }
            Event::DocType(_) => {
                return Err(Error::new("file_hostile").with("detail", "DOCTYPE"));
            }
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(Error::new("file_truncated")),
            _ => {}
        }
    }
    Ok(())
}

fn fault(error: quick_xml::Error) -> Error {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            Error::new("file_too_big").with("what", "text")
        }
        quick_xml::Error::Io(_) => Error::new("file_truncated"),
        _ => Error::new("file_damaged"),
    }
}

/// Ends where one piece would not: a reader keeps a piece whole.
struct Bounded<R> {
    source: R,
    left: usize,
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let from = self.fill_buf()?;
        let length = from.len().min(into.len());
        into[..length].copy_from_slice(&from[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.source.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.source.consume(amount);
    }
}
