//! What changed between two texts of a policy: which clauses ([`compare`]),
//! which words of them ([`Redline`]), and how much it matters ([`weigh`]).
//!
//! Texts are compared as their readers see them, never as files. Nothing here
//! depends on time: the same two texts give the same redline on any machine.
//!
//! ```
//! use ereje::markup::Markup;
//! use ereje_diff::{Change, Redline};
//!
//! let old = Markup::parse("We keep your data for 30 days.");
//! let new = Markup::parse("We keep your data for 90 days.");
//! let redline = Redline::new(&old, &new);
//! let deleted: Vec<_> = redline
//!     .pieces()
//!     .filter(|piece| piece.change == Change::Deleted)
//!     .map(|piece| piece.text.trim())
//!     .collect();
//! assert_eq!(deleted, ["30"]);
//! assert_eq!(redline.accepted(), new);
//! assert_eq!(redline.rejected(), old);
//! ```

mod compare;
mod kind;
mod redline;
mod words;

pub use compare::compare;
pub use kind::{Reason, Tell, WEIGHTY_TOPICS, knows, weigh, weigh_translation};
pub use redline::{Change, Piece, Redline, Shape};
pub use words::words;
