//! The vault's secret and the slots that open it: standard `age` files, so that the vault opens without Sealbook too.
//!
//! The secret is four lines: a heading, the vault id, the 96 hex digits of the SQLCipher key (32 bytes key, 16 bytes salt) and
//! the age identity that opens the evidence files.

use std::path::Path;
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::file;
use crate::{Error, Result};

const HEADING: &str = "sealbook vault 1";
/// Work factor that a reader accepts at most (2^20); a slot asking for more is refused before any memory is taken.
const MAX_WORK_FACTOR: u8 = 20;

/// What every slot wraps.
pub struct Secret {
    /// The vault it belongs to: a slot of another vault is refused.
    pub vault_id: String,
    /// 96 hex digits.
    pub database_key: Zeroizing<String>,
    /// Opens the evidence files.
    pub evidence: age::x25519::Identity,
}

impl Secret {
    /// A new random secret.
    pub fn generate(vault_id: &str) -> Result<Self> {
        let mut key = Zeroizing::new([0_u8; 48]);
        random(&mut *key)?;
        Ok(Self {
            vault_id: vault_id.to_owned(),
            database_key: Zeroizing::new(hex(&*key)),
            evidence: age::x25519::Identity::generate(),
        })
    }

    fn to_text(&self) -> Zeroizing<String> {
        let evidence = self.evidence.to_string();
        Zeroizing::new(format!(
            "{HEADING}\n{}\n{}\n{}\n",
            self.vault_id,
            *self.database_key,
            evidence.expose_secret()
        ))
    }

    fn from_text(text: &str) -> Result<Self> {
        let damaged = || Error::new("key_file_damaged");
        let mut lines = text.lines();
        if lines.next() != Some(HEADING) {
            return Err(damaged());
        }
        let vault_id = lines.next().ok_or_else(damaged)?.to_owned();
        let database_key = Zeroizing::new(lines.next().ok_or_else(damaged)?.to_owned());
        if database_key.len() != 96 || !database_key.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(damaged());
        }
        let evidence = age::x25519::Identity::from_str(lines.next().ok_or_else(damaged)?)
            .map_err(|_| damaged())?;
        Ok(Self {
            vault_id,
            database_key,
            evidence,
        })
    }
}

/// Wraps the secret to a passphrase and writes the slot. `work_factor` is scrypt's log2 N; `None` lets age measure what takes
/// about a second on this machine.
pub fn write_passphrase_slot(
    path: &Path,
    secret: &Secret,
    passphrase: &str,
    work_factor: Option<u8>,
) -> Result<()> {
    let mut recipient = age::scrypt::Recipient::new(normal_passphrase(passphrase));
    if let Some(log_n) = work_factor {
        recipient.set_work_factor(log_n);
    }
    let wrapped = age::encrypt(&recipient, secret.to_text().as_bytes())
        .map_err(|_| Error::new("encryption_failed"))?;
    file::write_atomically(path, &wrapped)?;
    // what was written is read back and tried before anything relies on it
    read_passphrase_slot(path, passphrase).map(|_| ())
}

/// Opens a passphrase slot. Errors: `wrong_passphrase`, `key_file_damaged`.
pub fn read_passphrase_slot(path: &Path, passphrase: &str) -> Result<Secret> {
    let mut identity = age::scrypt::Identity::new(normal_passphrase(passphrase));
    identity.set_max_work_factor(MAX_WORK_FACTOR);
    unwrap(path, &identity, "wrong_passphrase")
}

/// Wraps the secret to an age recipient (recovery key, device).
pub fn write_recipient_slot(
    path: &Path,
    secret: &Secret,
    recipient: &age::x25519::Recipient,
) -> Result<()> {
    let wrapped = age::encrypt(recipient, secret.to_text().as_bytes())
        .map_err(|_| Error::new("encryption_failed"))?;
    file::write_atomically(path, &wrapped)
}

/// Opens a slot with an age identity typed or kept somewhere; `wrong` is the error code when it does not fit.
pub fn read_identity_slot(path: &Path, identity: &str, wrong: &str) -> Result<Secret> {
    let identity = age::x25519::Identity::from_str(&normal_identity(identity))
        .map_err(|_| Error::new(wrong))?;
    unwrap(path, &identity, wrong)
}

/// A recovery or device key as typed: upper case without spaces or line breaks.
pub fn normal_identity(typed: &str) -> String {
    typed
        .nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}'))
        .map(|c| {
            if matches!(c, '‐'..='―' | '−') {
                '-'
            } else {
                c
            }
        })
        .collect::<String>()
        .to_uppercase()
}

fn unwrap(path: &Path, identity: &impl age::Identity, wrong: &str) -> Result<Secret> {
    let wrapped = std::fs::read(path)?;
    if wrapped.len() > 64 * 1024 {
        return Err(Error::new("key_file_damaged"));
    }
    let text = age::decrypt(identity, &wrapped).map_err(|error| match error {
        age::DecryptError::NoMatchingKeys
        | age::DecryptError::DecryptionFailed
        | age::DecryptError::KeyDecryptionFailed => Error::new(wrong),
        age::DecryptError::ExcessiveWork { .. } => Error::new("key_file_too_costly"),
        _ => Error::new("key_file_damaged"),
    })?;
    let text = Zeroizing::new(String::from_utf8(text).map_err(|_| Error::new("key_file_damaged"))?);
    Secret::from_text(&text)
}

/// Passphrases that look the same are the same: NFKC.
fn normal_passphrase(passphrase: &str) -> SecretString {
    SecretString::from(passphrase.trim().nfkc().collect::<String>())
}

/// Fills with random bytes of the operating system.
pub fn random(bytes: &mut [u8]) -> Result<()> {
    getrandom::fill(bytes).map_err(|error| Error::new("no_randomness").with("detail", error))
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| {
            [
                DIGITS[usize::from(byte >> 4)],
                DIGITS[usize::from(byte & 15)],
            ]
        })
        .map(char::from)
        .collect()
}
