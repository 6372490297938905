//! What of a policy is translated: its texts as units, in the order of the page.

use std::collections::BTreeMap;

use ereje::catalog::{FtlFile, Pattern, canonical, pieces};
use ereje::formats::{PLURAL_CATEGORIES, plural_categories};
use ereje::locale::Locale;
use ereje::manifest::{Manifest, OPTIONAL_MESSAGES, PAGE_MESSAGES};
use ereje::sync::{State, TextDigest};

use crate::codes::{Numbered, number};
use crate::content::{Content, Forms, Item};
use crate::terms::Terms;

/// What is exchanged: a policy's source and a translation, as far as there is one.
pub struct Texts<'t> {
    /// The policy.
    pub manifest: &'t Manifest,
    /// The language of the translation.
    pub locale: &'t Locale,
    /// The source's file and terms.
    pub source: (&'t FtlFile, Option<&'t FtlFile>),
    /// The translation's file and terms.
    pub own: (&'t FtlFile, Option<&'t FtlFile>),
    /// How the messages of the translation stand to their source.
    pub states: &'t BTreeMap<String, State>,
    /// What changed in the source of messages that are stale or to review.
    pub redlines: &'t BTreeMap<String, String>,
}

/// A text that is translated.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Its id: the message, `message.attribute`, or one of these with `:n.key` for a
    /// variant of its nth choice.
    pub id: String,
    /// The message that it is in.
    pub message: String,
    /// The attribute, if it is one's.
    pub attribute: Option<String>,
    /// Of which choice, and which variant, if it is one's.
    pub variant: Option<(usize, String)>,
    /// The source; the codes of both have their numbers. Nothing where the text can not
    /// be shown in codes.
    pub source: Option<Numbered>,
    /// The translation, if there is one.
    pub target: Option<Numbered>,
    /// How the translation stands to the source.
    pub state: State,
    /// The ids of the units with the variants of its choices.
    pub flows: Vec<Vec<String>>,
    /// What translators should know: a category and a sentence.
    pub notes: Vec<(&'static str, String)>,
    /// Both texts as they are said, where they can not be shown in codes.
    pub plain: (String, String),
}

impl Unit {
    /// What tells whether the translation is still the one that was exported.
    #[must_use]
    pub fn digest(&self) -> Option<TextDigest> {
        let target = self.target.as_ref()?;
        let said = |item: &Item| match item {
            Item::Term(term) => format!("{}={}", term.name, term.words),
            item => format!("{item:?}"),
        };
        Some(TextDigest::of(&target.content.items.iter().map(said).collect::<String>()))
    }

    /// The ids of the units with the variants of the choice that has this number; none
    /// where it is not the source's, or is not offered.
    #[must_use]
    pub fn flows_of(&self, id: usize) -> &[String] {
        let all = self.source.iter().flat_map(Numbered::items);
        let mut choices = all.filter(|(item, _)| matches!(item, Item::Choice(_)));
        let nth = choices.position(|(_, own)| own == Some(id));
        nth.and_then(|nth| self.flows.get(nth)).map_or(&[], Vec::as_slice)
    }
}

/// Whether a text is one line, in which no list begins.
#[must_use]
pub fn is_line(message: &str, attribute: Option<&str>) -> bool {
    attribute.is_some() || PAGE_MESSAGES.contains(&message) || OPTIONAL_MESSAGES.contains(&message)
}

/// The units of a policy: title, description and last line, then the clauses in the
/// order of the page, then what else its file has. The heading comes before its text.
#[must_use]
pub fn units(texts: &Texts<'_>) -> Vec<Unit> {
    let (file, terms) = texts.source;
    let (source_terms, own_terms) =
        (Terms::new(Some(file), terms), Terms::new(Some(texts.own.0), texts.own.1));
    let builder = Builder { texts, source_terms, own_terms };
    let page = PAGE_MESSAGES.into_iter().chain(OPTIONAL_MESSAGES);
    let mut ids: Vec<&str> =
        page.chain(texts.manifest.clauses.iter().map(|clause| clause.id.as_str())).collect();
    let others = file.messages().map(|message| message.id.name);
    let others: Vec<&str> = others.filter(|id| !ids.contains(id)).collect();
    ids.extend(others);
    let mut out = Vec::new();
    for id in ids {
        let Some(message) = file.message(id) else { continue };
        for attribute in &message.attributes {
            builder.text(id, Some(attribute.id.name), &attribute.value, &mut out);
        }
        if let Some(value) = &message.value {
            builder.text(id, None, value, &mut out);
        }
    }
    out
}

struct Builder<'b> {
    texts: &'b Texts<'b>,
    source_terms: Terms<'b>,
    own_terms: Terms<'b>,
}

impl Builder<'_> {
    fn text(&self, id: &str, attribute: Option<&str>, source: &Pattern<'_>, out: &mut Vec<Unit>) {
        let (file, own_file) = (self.texts.source.0, self.texts.own.0);
        let line = is_line(id, attribute);
        let own = part(own_file, id, attribute);
        let source = Content::of(&pieces(source), line, &|typed| self.source_terms.words(typed));
        let target =
            own.map(|own| Content::of(&pieces(own), line, &|typed| self.own_terms.words(typed)));
        let name = match attribute {
            Some(attribute) => format!("{id}.{attribute}"),
            None => id.to_owned(),
        };
        let state = match target {
            None => State::Missing,
            Some(_) => self.texts.states.get(id).copied().unwrap_or(State::Current),
        };
        let mut notes = Vec::new();
        notes.extend(file.comment(id).map(|comment| ("description", comment)));
        if state.is_open()
            && let Some(redline) = self.texts.redlines.get(id)
        {
            notes.push(("ereje:source-change", redline.clone()));
        }
        let unit = Unit {
            id: name,
            message: id.to_owned(),
            attribute: attribute.map(str::to_owned),
            variant: None,
            source: None,
            target: None,
            state,
            flows: Vec::new(),
            notes,
            plain: Default::default(),
        };
        let (source, target) = match (source, target) {
            (Some(source), None) => (source, None),
            (Some(source), Some(Some(target))) => (source, Some(target)),
            _ => return out.push(self.closed(unit)),
        };
        if source.is_empty() {
            return;
        }
        self.open(unit, source, target, out);
    }

    /// A text that can only be shown.
    fn closed(&self, mut unit: Unit) -> Unit {
        let said = |(file, terms): (&FtlFile, Option<&FtlFile>)| {
            canonical(&unit.message, file, terms).unwrap_or_default()
        };
        unit.plain = (said(self.texts.source), said(self.texts.own));
        let words = "this text chooses between others inside a choice, a list or an address: \
                     it is translated in the .ftl file and not taken back from here";
        unit.notes.push(("ereje:not-taken-back", words.to_owned()));
        unit
    }

    /// A text in codes, and its choices.
    fn open(&self, mut unit: Unit, source: Content, target: Option<Content>, out: &mut Vec<Unit>) {
        let (source, target) = number(source, target);
        // The choices of the source are offered where there is no translation yet, and
        // where it has the same.
        let choices = source.items().filter_map(|(item, id)| match (item, id) {
            (Item::Choice(forms), Some(id)) => Some((forms, id)),
            _ => None,
        });
        let mut flows = Vec::new();
        for (nth, (forms, id)) in choices.enumerate() {
            let same = target.as_ref().map(|own| match own.code(id) {
                Some(Item::Choice(own)) => Some(own),
                _ => None,
            });
            let keys = match same {
                None => keys_for(forms, self.texts.locale),
                Some(None) => Vec::new(),
                Some(Some(own)) => own.variants.iter().map(|(key, ..)| key.clone()).collect(),
            };
            let variants = keys.into_iter().filter_map(|key| {
                let text = |forms: &Forms, or_default: bool| {
                    let variants = || forms.variants.iter();
                    let named = variants().find(|(name, ..)| *name == key);
                    let found = named.or_else(|| variants().find(|one| or_default && one.1));
                    found.map(|(.., text)| text.clone())
                };
                let source = text(forms, true)?;
                let target = same.flatten().and_then(|own| text(own, false));
                let mut notes = unit.notes.clone();
                notes.retain(|(category, _)| *category != "description");
                notes.extend(self.term_notes(&source));
                notes.push((
                    "ereje:form",
                    format!("the form `{key}` of what {} chooses between", forms.selector),
                ));
                let (source, target) = number(source, target);
                Some(Unit {
                    id: format!("{}:{}.{key}", unit.id, nth + 1),
                    variant: Some((nth, key)),
                    source: Some(source),
                    target,
                    flows: Vec::new(),
                    notes,
                    ..unit.clone()
                })
            });
            flows.push(variants.collect::<Vec<Unit>>());
        }
        unit.flows =
            flows.iter().map(|flow| flow.iter().map(|one| one.id.clone()).collect()).collect();
        let is_block = |item: &Item| matches!(item, Item::Alone(code) if code.has_words());
        if source.content.items.iter().any(is_block) {
            let words = "the words between ``` are a code here, and stay those of the source until \
                         somebody translates them in the .ftl file; from then on they stay as they are there";
            unit.notes.push(("ereje:block-of-code", words.to_owned()));
        }
        unit.notes.extend(self.term_notes(&source.content));
        unit.source = Some(source);
        unit.target = target;
        out.push(unit);
        out.extend(flows.into_iter().flatten());
    }

    /// What translators should know of the terms in a text.
    fn term_notes(&self, source: &Content) -> Vec<(&'static str, String)> {
        let mut seen: Vec<&str> = Vec::new();
        for item in &source.items {
            if let Item::Term(term) = item
                && !seen.contains(&term.name.as_str())
            {
                seen.push(&term.name);
            }
        }
        let forms = seen.into_iter().filter_map(|name| self.forms_of(name));
        forms.map(|forms| ("ereje:term", forms)).collect()
    }

    /// The forms that a term has in the language of the translation.
    fn forms_of(&self, name: &str) -> Option<String> {
        let forms = self.own_terms.forms(name);
        let said = |form: &crate::terms::Form| match form.name.as_str() {
            "" => form.words.clone(),
            name => format!("{} ({name})", form.words),
        };
        let forms: Vec<String> = forms.iter().map(said).collect();
        (!forms.is_empty()).then(|| format!("-{name}: {}", forms.join(", ")))
    }
}

/// A text of a message.
#[must_use]
pub fn part<'f>(file: &'f FtlFile, id: &str, attribute: Option<&str>) -> Option<&'f Pattern<'f>> {
    let message = file.message(id)?;
    match attribute {
        None => message.value.as_ref(),
        Some(name) => {
            message.attributes.iter().find(|one| one.id.name == name).map(|one| &one.value)
        }
    }
}

/// The variants that a choice needs in a language: numbers as they are, and of plural
/// categories those that the language has.
fn keys_for(forms: &Forms, locale: &Locale) -> Vec<String> {
    let is_number = |key: &str| key.parse::<f64>().is_ok();
    let keys = || forms.variants.iter().map(|(key, ..)| key.as_str());
    let by_count = keys().all(|key| is_number(key) || PLURAL_CATEGORIES.contains(&key));
    if !by_count {
        return keys().map(str::to_owned).collect();
    }
    let categories = plural_categories(locale, forms.is_ordinal);
    keys().filter(|key| is_number(key)).chain(categories).map(str::to_owned).collect()
}
