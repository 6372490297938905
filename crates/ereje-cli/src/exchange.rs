//! What `export` and the taking back of translations begin with: the texts of a policy
//! and of one translation, and how the two stand to each other.

use std::collections::BTreeMap;

use ereje::catalog::FtlFile;
use ereje::diagnostic::{Diagnostic, Level};
use ereje::locale::Locale;
use ereje::manifest::Manifest;
use ereje::sync::State;
use ereje_exchange::units::Texts;

use crate::freshness::Fresh;
use crate::inputs::Inputs;
use crate::job::{self, Source};
use crate::plan::{Plan, texts_path};

/// The texts of a policy and of one translation, read.
pub(crate) struct Side<'s> {
    manifest: &'s Manifest,
    locale: &'s Locale,
    plan: &'s Plan,
    source: Source,
    pub(crate) own: FtlFile,
    pub(crate) states: BTreeMap<String, State>,
    redlines: BTreeMap<String, String>,
    /// What the source said when the texts that are stale were translated.
    pub(crate) before: BTreeMap<String, String>,
}

impl<'s> Side<'s> {
    /// Reads them. A translation that is not there yet is an empty one.
    ///
    /// # Errors
    /// What is wrong with the files: nothing is made of those that can not be read.
    pub(crate) fn read(
        (manifest, locale): (&'s Manifest, &'s Locale),
        plan: &'s Plan,
        inputs: &Inputs,
    ) -> Result<Side<'s>, Vec<Diagnostic>> {
        let source_path = texts_path(&manifest.id, &manifest.source_locale);
        inputs.read(&source_path).map_err(|wrong| vec![wrong])?;
        let source = job::source(manifest, plan, inputs, false);
        let path = texts_path(&manifest.id, locale);
        let text = match inputs.files.contains_key(&path) {
            true => inputs.read(&path).map_err(|wrong| vec![wrong])?,
            false => String::new(),
        };
        let own = FtlFile::parse(path, text);
        let terms = [&manifest.source_locale, locale].map(|locale| plan.terms.get(locale));
        let files = [Some(&source.file), Some(&own)].into_iter().chain(terms).flatten();
        let wrong: Vec<Diagnostic> = files
            .flat_map(FtlFile::diagnostics)
            .filter(|told| told.level == Level::Error)
            .cloned()
            .collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let wording = source.wording(manifest, plan);
        let fresh = Fresh::judge((manifest, locale), (wording, &own), plan, inputs)?;
        let states = fresh.standing.states.clone();
        let (mut redlines, mut before) = (BTreeMap::new(), BTreeMap::new());
        for state in [State::Stale, State::Review] {
            for change in fresh.changes(state, inputs) {
                let Some((text, redline)) = change.source_redline() else { continue };
                before.insert(change.message.clone(), text.to_owned());
                redlines.insert(change.message.clone(), redline);
            }
        }
        Ok(Side { manifest, locale, plan, source, own, states, redlines, before })
    }

    /// As what is exchanged.
    pub(crate) fn texts(&self) -> Texts<'_> {
        Texts {
            manifest: self.manifest,
            locale: self.locale,
            source: (&self.source.file, self.plan.terms.get(&self.manifest.source_locale)),
            own: (&self.own, self.plan.terms.get(self.locale)),
            states: &self.states,
            redlines: &self.redlines,
        }
    }
}
