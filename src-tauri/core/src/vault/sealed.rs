//! A small text outside the vault, under a key of its own: a standard `age` file. It gives away nothing of the vault's keys.

use std::path::Path;
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use zeroize::Zeroizing;

use super::file;
use crate::{Error, Result};

/// Larger files are not read: what is sealed here is small.
const LARGEST: u64 = 16 << 20;

/// A new key.
pub fn new_key() -> Zeroizing<String> {
    let key = Identity::generate().to_string();
    Zeroizing::new(key.expose_secret().to_owned())
}

/// Whether a text is a key.
pub fn is_key(text: &str) -> bool {
    identity(text).is_ok()
}

/// Encrypts a text to a key and puts it in the place of what was there. Error `sealed_key`.
pub fn write(path: &Path, key: &str, text: &[u8]) -> Result<()> {
    let sealed = age::encrypt(&identity(key)?.to_public(), text)
        .map_err(|_| Error::new("encryption_failed"))?;
    if let Some(folder) = path.parent() {
        file::make_private_folder(folder)?;
    }
    file::write_atomically(path, &sealed)
}

/// The text. Error `sealed_key` where the key is another or the file was touched.
pub fn read(path: &Path, key: &str) -> Result<Zeroizing<Vec<u8>>> {
    let identity = identity(key)?;
    if std::fs::metadata(path)?.len() > LARGEST {
        return Err(Error::new("sealed_key"));
    }
    age::decrypt(&identity, &std::fs::read(path)?)
        .map(Zeroizing::new)
        .map_err(|_| Error::new("sealed_key"))
}

fn identity(key: &str) -> Result<Identity> {
    Identity::from_str(key).map_err(|_| Error::new("sealed_key"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_key_opens_it_and_a_touched_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notices").join("vault.age");
        let key = new_key();
        write(&path, &key, b"2026-12-24").unwrap();
        assert_eq!(&**read(&path, &key).unwrap(), b"2026-12-24");
        assert!(read(&path, &new_key()).unwrap_err().is("sealed_key"));
        assert!(read(&path, "no key").unwrap_err().is("sealed_key"));
        let mut bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(4).any(|found| found == b"2026"));
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        std::fs::write(&path, bytes).unwrap();
        assert!(read(&path, &key).unwrap_err().is("sealed_key"));
    }
}
