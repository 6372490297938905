//! The one place that knows Fluent: a locale's messages, with exact byte spans,
//! and how they become text.

mod branches;
mod bundle;
mod canonical;
mod counting;
mod escapes;
mod file;
mod functions;
mod junk;
mod names;
mod nesting;
mod pieces;
mod references;
mod rewrite;
mod spots;
mod stars;
mod waiting;
mod writing;

pub use branches::{Branch, Branches, MOST_BRANCHES, branches};
pub use bundle::{Catalog, FormatError};
pub use canonical::{canonical, canonical_text};
pub use counting::{counted_in, standing_in};
pub use file::{Choosing, FtlFile, MAX_FTL_BYTES};
pub use functions::FUNCTIONS;
pub use pieces::{Choice, Piece, Variant, choice_typed, pieces};
pub use references::{
    Reference, Select, each_reference, each_typed, literal_text, placeables, references, selects,
    typed_texts, types_any, variants,
};
pub use rewrite::{Edit, Place, Rewritten, rewrite};
pub use spots::Spot;
pub use waiting::{UNCOMMENT, to_translate};
pub use writing::{in_line, pattern};

/// The tree of a pattern, as `fluent_syntax` gives it.
pub type Pattern<'s> = fluent_syntax::ast::Pattern<&'s str>;
/// A message of the tree.
pub type Message<'s> = fluent_syntax::ast::Message<&'s str>;
/// A term of the tree.
pub type Term<'s> = fluent_syntax::ast::Term<&'s str>;
