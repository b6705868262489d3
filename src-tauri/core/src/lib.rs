//! Everything Sealbook knows and does.
