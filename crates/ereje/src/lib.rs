//! The model of a legal policy in many languages: pure data and parsing, no
//! files, no clock.
//!
//! A policy is planned by a [`manifest`] (clauses in page order, typed
//! [`fact`]s). Each locale has a [`catalog`] of Fluent messages, one a clause.
//! [`compose`] makes the [`document`] of a locale from both; its texts are
//! [`markup`]. Whatever is wrong on the way is a [`diagnostic`].
//!
//! ```
//! use ereje::{catalog::{Catalog, FtlFile}, compose::compose, locale::Locale, manifest::read_manifest};
//!
//! let plan = r#"
//!     product = "app"
//!     slug = "privacy"
//!     source-locale = "en"
//!     locales = ["en"]
//!     published = 2017-12-12
//!     [facts]
//!     mail = { email = "help@example.com" }
//!     [[clause]]
//!     id = "contact"
//! "#;
//! let (manifest, found) = read_manifest("privacy", "policies/privacy/policy.toml", plan);
//! assert!(found.is_empty());
//! let manifest = manifest.unwrap();
//! let file = FtlFile::parse("privacy.ftl", "contact = Write to <{ $mail }>.\n".to_owned());
//! let locale = Locale::parse("en").unwrap();
//! let catalog = Catalog::new(&locale, &file, None, &manifest.facts, manifest.published);
//! let document = compose(&manifest, &catalog);
//! assert_eq!(document.clauses[0].body.text(), "Write to help@example.com.");
//! ```

pub mod audit;
pub mod catalog;
pub mod change;
pub mod compose;
pub mod diagnostic;
pub mod digest;
pub mod digits;
pub mod document;
pub mod fact;
pub mod fix;
pub mod formats;
pub mod furniture;
pub mod import_plan;
pub mod l10n;
pub mod lints;
pub mod locale;
pub mod manifest;
pub mod markup;
mod merge;
pub mod phrases;
pub mod policy_link;
pub mod profile;
pub mod pseudo;
#[cfg(test)]
mod schemas;
mod settings;
pub mod sync;
pub mod version;
pub mod vocabulary;
pub mod workspace;

pub use settings::Scalar;
