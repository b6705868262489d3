//! Checking a signature in minisign's format, as an auditor does.

use std::io::Cursor;

use minisign::{PublicKey, SignatureBox};

use crate::{Error, Result};

/// The trusted comment of a signature that fits. Errors: `signature_wrong`, `signature_unreadable`.
pub fn verify(public_key: &str, signature: &str, bytes: &[u8]) -> Result<String> {
    let unreadable =
        |error: minisign::PError| Error::new("signature_unreadable").with("detail", error);
    let key = PublicKey::from_base64(public_key.trim()).map_err(unreadable)?;
    let signature = SignatureBox::from_string(signature).map_err(unreadable)?;
    minisign::verify(&key, &signature, Cursor::new(bytes), true, false, false)
        .map_err(|_| Error::new("signature_wrong"))?;
    signature.trusted_comment().map_err(unreadable)
}
