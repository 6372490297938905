//! Another language of a policy becomes its source: what was recorded of the
//! translations from the old source, said of the new one.

use super::{Entry, Review, Sync, TextDigest, Wording};

impl Sync {
    /// The record of a translation whose source was a translation itself until now, of
    /// which `was` is the record. `known` is that of the translation, and nothing that of
    /// the language that was the source, which had none.
    ///
    /// Two translations of one source text say the same. What is recorded of the texts of
    /// the new source, whose wording today is `source`, was handed over before. `own` is
    /// the wording of the translation.
    #[must_use]
    pub fn handed_over(known: Option<&Sync>, was: &Sync, source: &Wording, own: &Wording) -> Sync {
        let Some(known) = known else {
            let back = was.entries.iter().filter_map(|(id, entry)| {
                let text = own.get(id)?;
                Some((id.clone(), entry.turned(text.digest)))
            });
            return Sync { entries: back.collect() };
        };
        let one = |(id, entry): (&String, &Entry)| {
            let today = source.get(id).map(|text| text.digest);
            let is_old = |of_source: &&Entry| {
                entry.source != of_source.translation && Some(entry.source) != today
            };
            let of_source = was.entries.get(id).filter(is_old);
            let entry = of_source.map_or_else(|| entry.clone(), |of| of.beside(entry));
            (id.clone(), entry)
        };
        Sync { entries: known.entries.iter().map(one).collect() }
    }
}

/// A text that is not known.
fn unknown() -> TextDigest {
    TextDigest::of("")
}

impl Entry {
    /// What is recorded of a translation, of its source as a translation of it. The source
    /// may have gone on: `text` is what it is today.
    fn turned(&self, text: TextDigest) -> Entry {
        let source = if text == self.source { self.translation } else { unknown() };
        Entry { source, translation: text, review: None }
    }

    /// What is recorded of another translation of the same message, as one of this.
    fn beside(&self, other: &Entry) -> Entry {
        // What it was made from is not known otherwise than in another language.
        let source = self.translation_of(other.source).unwrap_or_else(unknown);
        let review = other.review.clone().map(|review| Review {
            source: self.translation_of(review.source).unwrap_or(source),
            ..review
        });
        Entry { source, translation: other.translation, review }
    }

    /// The translation that was made from a source text, as far as it is recorded.
    fn translation_of(&self, source: TextDigest) -> Option<TextDigest> {
        let before = self.review.iter().map(|review| (review.source, review.translation));
        let mut all = std::iter::once((self.source, self.translation)).chain(before);
        all.find(|(from, _)| *from == source).map(|(_, made)| made)
    }
}
