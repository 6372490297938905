//! Where words that stayed meet words that changed: a word is the same whatever space
//! is behind it, so the space between the two is shown as what it is, removed, added or
//! the same. Without that, a comma that was added would take the space behind it along,
//! and the old text would read as if two words had been one.

use std::slice::from_ref;

use super::align::Pair;
use super::edits::Edit;
use super::leaf::{Side, Token, What};
use super::{Change, Part, Redline};

/// What becomes of the space behind the last of some words that stayed.
enum Seam {
    /// It is the same in both texts, or nothing that is shown hangs on it.
    Plain,
    /// The new text has none, as it ends there; words that were removed follow.
    AtEnd,
    /// It is the first that was removed or added.
    Before(Change, Token),
    /// It is the one behind the words that were removed or added.
    Behind(Change),
}

impl<'m> Redline<'m> {
    /// What a part consists of, as it is shown.
    pub(super) fn each_shown<'r>(
        &'r self,
        part: &'r Part,
        mut take: impl FnMut(Change, &'r Side<'m>, &[Token]),
    ) {
        let (Pair { old: Some(old), new: Some(new), .. }, Some(edits)) = (part.pair, &part.edits)
        else {
            return self.each_whole(part, take);
        };
        let (old, new) = (self.old.words(old), self.new.words(new));
        let mut seam = Seam::Plain;
        for (at, edit) in edits.iter().enumerate() {
            let (change, after) = (edit.change, &new[edit.new.clone()]);
            if change == Change::Same {
                let before = &old[edit.old.clone()];
                seam = self.seam((before, after), &edits[at + 1..], (old, new));
                // The last word, as the text has it that has no space behind it.
                let last = match (&seam, before.last(), after.split_last()) {
                    (Seam::Plain, ..) => None,
                    (_, Some(last), Some((_, others))) if self.old.space(last).is_none() => {
                        Some((others, last))
                    }
                    (Seam::AtEnd, Some(last), Some((_, others))) => Some((others, last)),
                    _ => None,
                };
                take(change, &self.new, last.map_or(after, |(others, _)| others));
                if let Some((_, last)) = last {
                    take(change, &self.old, from_ref(last));
                }
                continue;
            }
            let (side, tokens) = match change {
                Change::Deleted => (&self.old, &old[edit.old.clone()]),
                _ => (&self.new, after),
            };
            match (&seam, tokens.split_last()) {
                (Seam::Before(owner, space), _) if *owner == change => {
                    take(change, side, from_ref(space));
                    take(change, side, tokens);
                }
                (Seam::Behind(owner), Some((last, others))) if *owner == change => {
                    take(change, side, others);
                    take(change, side, from_ref(&side.without_space(last)));
                    take(Change::Same, side, side.space(last).as_slice());
                }
                _ => take(change, side, tokens),
            }
        }
    }

    /// The seam between the same words of both texts and what follows them.
    fn seam(
        &self,
        (before, after): (&[Token], &[Token]),
        next: &[Edit],
        (old, new): (&[Token], &[Token]),
    ) -> Seam {
        let (Some(was), Some(is)) = (before.last(), after.last()) else { return Seam::Plain };
        let (owner, space) = match (self.old.space(was), self.new.space(is)) {
            (Some(space), None) => (Change::Deleted, space),
            (None, Some(space)) => (Change::Inserted, space),
            _ => return Seam::Plain,
        };
        // A sentence more, or one less, is not marked with the space before it.
        match next {
            [one] if one.change == owner && owner == Change::Deleted => return Seam::AtEnd,
            [one] if one.change == owner => return Seam::Plain,
            _ => {}
        }
        let changes = next.iter().take_while(|edit| edit.change != Change::Same);
        let count = changes.clone().count();
        if changes.clone().any(|edit| edit.change == owner) {
            return Seam::Before(owner, space);
        }
        // What was added or removed brought a space, and the other text has one, too.
        let last = changes.last().and_then(|edit| match edit.change {
            Change::Deleted => self.old.space(old[edit.old.clone()].last()?),
            _ => self.new.space(new[edit.new.clone()].last()?),
        });
        match next.first() {
            Some(edit) if count < next.len() && last.is_some() => Seam::Behind(edit.change),
            _ => Seam::Plain,
        }
    }
}

impl Side<'_> {
    /// The white space behind a word, if there is any.
    fn space(&self, token: &Token) -> Option<Token> {
        let What::Words(start, end) = token.what else { return None };
        let from = start + self.word(token).len();
        let space = Token { what: What::Words(from, end), ..*token };
        (!token.is_value && start < from && from < end).then_some(space)
    }

    /// A word without the white space behind it.
    fn without_space(&self, token: &Token) -> Token {
        let What::Words(start, _) = token.what else { return *token };
        Token { what: What::Words(start, start + self.word(token).len()), ..*token }
    }
}
