//! Redlines: nothing of either text is lost.

use ereje::markup::Markup;
use ereje_diff::Redline;

use super::markup::{assert_formed, letters};
use super::text;

/// What stands between the old text and the new one.
const NEW: &str = "\n%%\n";

/// Compares two texts, or one with itself.
pub fn redline(bytes: &[u8]) {
    let text = text(bytes);
    let (old, new) = text.split_once(NEW).unwrap_or((&text, &text));
    let (old, new) = (Markup::parse(old), Markup::parse(new));
    let line = Redline::new(&old, &new);
    assert_formed(&line.markup(), &text);
    assert_eq!(letters(&line.accepted()), letters(&new), "accepted: {text:?}");
    assert_eq!(letters(&line.rejected()), letters(&old), "rejected: {text:?}");
    let inverted = line.inverted();
    assert_formed(&inverted.markup(), &text);
    assert_eq!(letters(&inverted.accepted()), letters(&old), "inverted: {text:?}");
    let itself = Redline::new(&new, &new);
    assert!(itself.is_unchanged(), "{text:?} differs from itself");
    assert_eq!(itself.shape().islands, 0, "{text:?} differs from itself");
}
