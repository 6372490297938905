//! What a translator has to look at: a message whose source changed, as it was
//! and as it is.

use ereje::sync::State;
use serde::Serialize;

use super::Fresh;
use crate::inputs::Inputs;
use crate::terminal;

/// A message whose source changed after it was translated.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Change {
    pub(crate) message: String,
    /// Nothing where the text is not remembered.
    source_before: Option<String>,
    source: String,
    translation_before: Option<String>,
    translation: String,
}

impl Fresh<'_> {
    /// The messages in a state, with their texts before and now.
    pub(crate) fn changes(&self, state: State, inputs: &Inputs) -> Vec<Change> {
        if self.standing.of(state).next().is_none() {
            return Vec::new();
        }
        let memory = self.memory(inputs);
        let change = |id: &str| {
            let entry = self.standing.record.entries.get(id);
            let review = entry.and_then(|entry| entry.review.as_ref());
            let before = review.map_or_else(
                || entry.map(|entry| (entry.source, entry.translation)),
                |review| Some((review.source, review.translation)),
            );
            let text = |digest| memory.get(digest).map(str::to_owned);
            let (source, translation) = self.today(id);
            Change {
                message: id.to_owned(),
                source_before: before.and_then(|(source, _)| text(source)),
                source: source.to_owned(),
                translation_before: before.and_then(|(_, translation)| text(translation)),
                translation: translation.to_owned(),
            }
        };
        self.standing.of(state).map(change).collect()
    }
}

impl Change {
    /// What the source was, and how it changed; nothing where that is not remembered.
    pub(crate) fn source_redline(&self) -> Option<(&str, String)> {
        let before = self.source_before.as_deref()?;
        Some((before, terminal::redline(&terminal::changed(before, &self.source), false)))
    }

    /// What changed in the source, beside what changed in the translation.
    pub(crate) fn sides(&self, locale: &str) -> String {
        let redline = |before: &Option<String>, now: &str| {
            let before = before.as_deref().unwrap_or(now);
            terminal::redline(&terminal::changed(before, now), false)
        };
        let mut source = redline(&self.source_before, &self.source);
        if self.source_before.is_none() {
            source.push_str("\n(the text before is not remembered)");
        }
        let translation = redline(&self.translation_before, &self.translation);
        terminal::columns(("source", locale), (&source, &translation)).trim_end().to_owned()
    }
}
