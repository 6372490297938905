//! A policy's texts in the formats of translators, and back: no file, no clock.
//!
//! [`units::units`] are the texts of a policy, each with its source, its translation
//! and how the two stand to each other. [`xliff::write`] shows them to translation
//! tools; what is no words in them is a code, which such a tool keeps whole.
//! [`xliff::read`] reads what comes back, [`take::take`] compares it with what is
//! there, and [`edit::edited`] puts what changed into the `.ftl` file.
//!
//! Nothing of a file that comes back is trusted but its words and the numbers of its
//! codes: what a code stands for is looked up in the workspace, and a text counts only
//! once it is read back from the `.ftl` file as it came.

mod codes;
mod content;
pub mod csv;
pub mod edit;
pub mod json;
pub mod page;
pub mod po;
mod resolve;
pub mod rows;
pub mod take;
mod terms;
pub mod units;
mod writing;
pub mod xliff;

#[cfg(test)]
mod tests;

pub use codes::Numbered;
pub use content::{Around, Bit, Code, Content, Forms, Item, Kind, TermForm, Typed, WordsOf};
