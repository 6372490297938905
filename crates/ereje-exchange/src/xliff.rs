//! XLIFF 2.1, the OASIS standard for texts between translation tools.

mod read;
mod tree;
#[cfg(test)]
pub(crate) mod valid;
mod write;

pub use read::{Given, GivenUnit, Inline, Unreadable, is_xml, read, tag};
pub use write::write;

/// The namespace of XLIFF 2.0 and 2.1.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:2.0";

/// The namespace of our own attributes.
const OWN: &str = "urn:ereje:exchange:1";
