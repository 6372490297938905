//! Taking a translation back: what changed in it, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use ereje::diagnostic::{Alike, Diagnostic, nearest};
use ereje::sync::State;

use crate::codes::{Numbered, is_code};
use crate::content::{Content, Forms, Item};
use crate::resolve::{Codes, lost, miscounted};
use crate::terms::Terms;
use crate::units::{Texts, Unit, is_line};
use crate::xliff::{Given, GivenUnit, Inline, tag};

/// What came of a document.
#[derive(Debug, Default)]
pub struct Taken {
    /// The texts that change.
    pub changes: Vec<Change>,
    /// What is wrong, and what should be looked at.
    pub told: Vec<Diagnostic>,
    /// How many units are as they were.
    pub unchanged: usize,
    /// How many are not translated.
    pub left: usize,
    /// Messages that are stale and came back as they were.
    pub stale: Vec<String>,
}

/// A text that changes.
#[derive(Clone, Debug)]
pub struct Change {
    /// The message.
    pub message: String,
    /// The attribute, if it is one's.
    pub attribute: Option<String>,
    /// The text that it gets.
    pub content: Content,
}

impl Change {
    /// Whether the text is one line, in which no list begins.
    #[must_use]
    pub fn is_line(&self) -> bool {
        is_line(&self.message, self.attribute.as_deref())
    }
}

/// What came of a unit.
enum Outcome {
    Same,
    New(Numbered),
    Left,
    Refused,
}

/// Compares what came back with what is there. `path` and `text` are those of the
/// document, for what is told; messages that are `accepted` take the place of what was
/// changed in the workspace meanwhile.
#[must_use]
pub fn take(
    texts: &Texts<'_>,
    units: &[Unit],
    given: &Given,
    (path, text): (&str, &str),
    accepted: &[String],
) -> Taken {
    let mut by_id: BTreeMap<&str, &GivenUnit> = BTreeMap::new();
    let mut taker = Taker {
        path,
        text,
        source_terms: Terms::new(Some(texts.source.0), texts.source.1),
        own_terms: Terms::new(Some(texts.own.0), texts.own.1),
        keeps_digests: given.units.iter().any(|unit| unit.was.is_some()),
        is_same_language: texts.manifest.source_locale.language() == texts.locale.language(),
        accepted,
        taken: Taken::default(),
    };
    let known: BTreeSet<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
    for unit in &given.units {
        if !known.contains(unit.id.as_str()) {
            let message = format!("the policy has no text `{}`", unit.id);
            let meant = nearest(&unit.id, known.iter().copied());
            let hint = meant.map_or_else(
                || "it is left out; export the policy again".to_owned(),
                |meant| format!("it is left out; `{meant}` has a name like it"),
            );
            taker.tell(unit, "xliff-unit", message, hint);
        } else if by_id.insert(&unit.id, unit).is_some() {
            let message = format!("the unit `{}` comes twice", unit.id);
            taker.tell(unit, "xliff-unit", message, "keep one of them".to_owned());
        }
    }
    let mut outcomes: BTreeMap<&str, Outcome> = BTreeMap::new();
    for unit in units {
        let outcome = match by_id.get(unit.id.as_str()) {
            Some(given) => taker.unit(unit, given),
            None => Outcome::Left,
        };
        outcomes.insert(&unit.id, outcome);
    }
    for unit in units.iter().filter(|unit| unit.variant.is_none()) {
        match joined(unit, units, &outcomes) {
            Ok(Some(content)) => taker.taken.changes.push(Change {
                message: unit.message.clone(),
                attribute: unit.attribute.clone(),
                content,
            }),
            Ok(None) => {}
            Err(message) => {
                if let Some(given) = by_id.get(unit.id.as_str()) {
                    let hint = "translate all forms, and import the file again".to_owned();
                    taker.tell(given, "xliff-unit", message, hint);
                }
            }
        }
    }
    if !taker.keeps_digests {
        let is_replaced = |unit: &&Unit| {
            unit.target.is_some() && matches!(outcomes.get(unit.id.as_str()), Some(Outcome::New(_)))
        };
        let mut replaced: Vec<&str> =
            units.iter().filter(is_replaced).map(|unit| unit.message.as_str()).collect();
        replaced.dedup();
        taker.taken.told.extend(unsure(path, &replaced));
    }
    for outcome in outcomes.values() {
        match outcome {
            Outcome::Same => taker.taken.unchanged += 1,
            Outcome::Left => taker.taken.left += 1,
            Outcome::New(_) | Outcome::Refused => {}
        }
    }
    // Of a message that was refused in part nobody has said that it still holds.
    let came_as_it_was = |id: &String| {
        let mut parts = units.iter().filter(|unit| unit.message == *id);
        parts.all(|unit| matches!(outcomes.get(unit.id.as_str()), Some(Outcome::Same)))
    };
    taker.taken.stale.dedup();
    taker.taken.stale.retain(came_as_it_was);
    taker.taken
}

/// What tells that nobody knows which texts these took the place of.
fn unsure(path: &str, replaced: &[&str]) -> Option<Diagnostic> {
    let message = "the tool has not kept which translations it was given, so that a text which was \
                   changed in the workspace since then is replaced as well";
    let hint = format!(
        "look at the difference of {} before you commit it, and export again before the next delivery",
        replaced.join(", ")
    );
    (!replaced.is_empty()).then(|| Diagnostic::warning("xliff-origin", path, message).hint(hint))
}

struct Taker<'t> {
    path: &'t str,
    text: &'t str,
    source_terms: Terms<'t>,
    own_terms: Terms<'t>,
    /// Whether the tool has kept what tells translations from others.
    keeps_digests: bool,
    /// Whether it is translated into another kind of the same language.
    is_same_language: bool,
    accepted: &'t [String],
    taken: Taken,
}

impl Taker<'_> {
    fn unit(&mut self, unit: &Unit, given: &GivenUnit) -> Outcome {
        let Some(source) = &unit.source else { return Outcome::Same };
        let codes = Codes { texts: vec![source], terms: &self.source_terms };
        let is_of_today = codes
            .resolve(&given.source)
            .is_ok_and(|given| given.content.is_same(&source.content.clone().tidied()));
        if !is_of_today {
            let message =
                format!("the source of `{}` is not what it was when it was exported", unit.id);
            let hint = "export it again and translate what changed; this text is left as it is";
            self.tell(given, "xliff-source", message, hint.to_owned());
            return Outcome::Refused;
        }
        let Some((target, is_whole)) = &given.target else { return Outcome::Left };
        if !is_whole {
            let message = format!("only a part of `{}` is translated", unit.id);
            let hint = "translate all of its segments; this text is left as it is".to_owned();
            self.warn(given, "xliff-unit", message, hint);
            return Outcome::Left;
        }
        self.target(unit, source, target, given)
    }

    fn target(
        &mut self,
        unit: &Unit,
        source: &Numbered,
        target: &[Inline],
        given: &GivenUnit,
    ) -> Outcome {
        let texts = unit.target.iter().chain([source]).collect();
        let codes = Codes { texts, terms: &self.own_terms };
        let resolved = codes.resolve(target);
        let current = unit.target.as_ref();
        let is_same = |content: &Content| {
            current.is_some_and(|current| content.is_same(&current.content.clone().tidied()))
        };
        if resolved.as_ref().is_ok_and(|resolved| is_same(&resolved.content)) {
            if unit.state == State::Stale {
                self.taken.stale.push(unit.message.clone());
            }
            return Outcome::Same;
        }
        // Some tools fill what nobody translated with the source.
        if current.is_some() && self.is_copy(source, target) {
            let message = format!("`{}` came back in the words of its source", unit.id);
            let hint = "translate it, or write it in the .ftl file if it shall be so; this text is \
                        left as it is";
            self.warn(given, "xliff-unit", message, hint.to_owned());
            return Outcome::Left;
        }
        let digest = unit.digest().map(|digest| digest.to_string());
        let is_accepted = self.accepted.contains(&unit.message);
        if self.keeps_digests && digest != given.was && !is_accepted {
            let message = format!(
                "`{}` was changed in the workspace since it was exported, and otherwise here",
                unit.id
            );
            let hint = format!(
                "take it by `--accept {}`, or choose by hand in the .ftl file; this text is left \
                 as it is",
                unit.message
            );
            self.tell(given, "xliff-conflict", message, hint);
            return Outcome::Refused;
        }
        let wrong = match &resolved {
            Err(wrong) => Some(wrong.clone()),
            Ok(resolved) => miscounted(source, current, resolved),
        };
        let resolved = match (wrong, resolved) {
            (None, Ok(resolved)) => resolved,
            (wrong, _) => {
                let wrong = wrong.unwrap_or_default();
                let message = format!("the translation of `{}` {wrong}", unit.id);
                let hint = "mend its codes in the translation tool, and import the file again; \
                            this text is left as it is";
                self.tell(given, "xliff-unit", message, hint.to_owned());
                return Outcome::Refused;
            }
        };
        let lost = lost(source, current, &resolved);
        if !lost.is_empty() {
            let message = format!("`{}` came back without {}", unit.id, lost.join(", "));
            let hint = "nothing is to be done where the language says it so; else put it back in \
                        the translation tool, and import the file again";
            self.warn(given, "xliff-code", message, hint.to_owned());
        }
        for (name, words) in &resolved.loose {
            let forms = self.own_terms.forms(name);
            let lacking = format!("`-{name}` has no form “{words}”");
            let message = format!("{lacking}: in `{}` it is written in words", unit.id);
            let hint = match forms.as_slice() {
                [] => format!("write the term in terms.ftl first: `-{name} = …`"),
                forms => {
                    let forms: Vec<&str> = forms.iter().map(|form| form.words.as_str()).collect();
                    format!(
                        "its forms are {}; add one to terms.ftl if it is missing",
                        forms.join(", ")
                    )
                }
            };
            let told = Diagnostic::warning("xliff-term", self.path, message);
            self.place(told.alike(Alike::form(&lacking)), given, hint);
        }
        Outcome::New(Numbered { content: resolved.content, ids: resolved.ids })
    }

    /// Whether the text is the source itself, where that is another language.
    fn is_copy(&self, source: &Numbered, target: &[Inline]) -> bool {
        let codes = Codes { texts: vec![source], terms: &self.source_terms };
        let content = source.content.clone().tidied();
        !self.is_same_language
            && content.words().chars().any(char::is_alphabetic)
            && codes.resolve(target).is_ok_and(|given| given.content.is_same(&content))
    }

    fn tell(&mut self, given: &GivenUnit, rule: &'static str, message: String, hint: String) {
        let told = Diagnostic::error(rule, self.path, message);
        self.place(told, given, hint);
    }

    fn warn(&mut self, given: &GivenUnit, rule: &'static str, message: String, hint: String) {
        let told = Diagnostic::warning(rule, self.path, message);
        self.place(told, given, hint);
    }

    fn place(&mut self, told: Diagnostic, given: &GivenUnit, hint: String) {
        let message = given.id.split(['.', ':']).next().unwrap_or_default();
        let told = told.at(self.text, tag(self.text, given.at)).hint(hint).of_clause(message);
        self.taken.told.push(told);
    }
}

/// A text with the variants of its choices; nothing where it does not change.
fn joined(
    unit: &Unit,
    units: &[Unit],
    outcomes: &BTreeMap<&str, Outcome>,
) -> Result<Option<Content>, String> {
    let current = unit.target.as_ref();
    let (text, mut is_new) = match outcomes.get(unit.id.as_str()) {
        Some(Outcome::New(text)) => (text, true),
        Some(Outcome::Same | Outcome::Left) => match current {
            Some(current) => (current, false),
            None => return Ok(None),
        },
        _ => return Ok(None),
    };
    let mut content = text.content.clone();
    let mut ids = text.ids.iter();
    for item in content.items.iter_mut().filter(|item| is_code(item)) {
        let id = ids.next().copied().unwrap_or_default();
        let Item::Choice(forms) = item else { continue };
        let flows = unit.flows_of(id);
        if flows.is_empty() {
            let is_own = current.and_then(|current| current.code(id));
            if matches!(is_own, Some(Item::Choice(_))) {
                continue;
            }
            return Err(format!(
                "`{}` has the choice by {}, whose forms can not be translated here",
                unit.id, forms.selector
            ));
        }
        is_new |= fill(forms, flows, unit, units, outcomes)?;
    }
    Ok(is_new.then_some(content))
}

/// Puts the variants of a choice in; tells whether any is new.
fn fill(
    forms: &mut Forms,
    flows: &[String],
    unit: &Unit,
    units: &[Unit],
    outcomes: &BTreeMap<&str, Outcome>,
) -> Result<bool, String> {
    let mut is_new = false;
    let mut variants = Vec::new();
    for id in flows {
        let Some(flow) = units.iter().find(|unit| unit.id == *id) else { continue };
        let key = flow.variant.as_ref().map(|(_, key)| key.clone()).unwrap_or_default();
        let text = match (outcomes.get(id.as_str()), &flow.target) {
            (Some(Outcome::New(text)), _) => {
                is_new = true;
                text.content.clone()
            }
            (_, Some(target)) => target.content.clone(),
            _ => return Err(format!("the form `{key}` of `{}` is not translated", unit.id)),
        };
        variants.push((key, false, text));
    }
    // The default of before, `other`, or the last one.
    let default = forms.variants.iter().find(|(_, is_default, _)| *is_default);
    let default = default.map_or("other", |(key, ..)| key.as_str());
    let at = |wanted: &str| variants.iter().position(|(key, ..)| key == wanted);
    let at = at(default).or_else(|| at("other")).unwrap_or(variants.len().saturating_sub(1));
    if let Some(variant) = variants.get_mut(at) {
        variant.1 = true;
    }
    forms.variants = variants;
    Ok(is_new)
}
