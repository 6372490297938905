//! Making the mistakes, one at a time.

use std::ops::Range;

use ereje::catalog::FtlFile;
use ereje::formats::{PLURAL_CATEGORIES, counted_categories};
use ereje::locale::Locale;
use ereje_check::nouns_change;

use super::corpus::Pair;
use super::digits;
use super::kinds::Fault;
use super::text::{
    bodies, choices, continuation, items, lines, outside_braces, parts, variables, words,
};

/// What a person did to a file.
pub(super) struct Injected {
    /// The message that it was done to.
    pub(super) message: String,
    /// The file since.
    pub(super) text: String,
}

impl Fault {
    /// The file with this mistake in each message where it can be made.
    pub(super) fn inject(self, pair: &Pair, file: &FtlFile, source: &FtlFile) -> Vec<Injected> {
        let sources = bodies(source);
        let inject = |(id, body): (&str, Range<usize>)| {
            let (_, from) = sources.iter().find(|(name, _)| *name == id)?;
            let (old, from) = (&file.text()[body.clone()], &source.text()[from.clone()]);
            let new = self.body(old, from, pair)?;
            let text = [&file.text()[..body.start], &new, &file.text()[body.end..]].concat();
            (new != old).then(|| Injected { message: id.to_owned(), text })
        };
        bodies(file).into_iter().filter_map(inject).collect()
    }

    /// A message with this mistake.
    fn body(self, own: &str, source: &str, pair: &Pair) -> Option<String> {
        match self {
            Fault::StarAtLineStart => at_continuation(own, "* "),
            Fault::BracketAtLineStart => at_continuation(own, "[1] "),
            Fault::LostIndentation => {
                let line = continuation(own)?;
                let indent = own[line.clone()].len() - own[line.clone()].trim_start().len();
                Some(without(own, line.start..line.start + indent))
            }
            Fault::PastedSource => {
                let is_other = pair.locale.language() != pair.source_locale.language();
                let letters = words(source).chars().filter(|c| c.is_alphabetic()).count();
                (is_other && letters > 40 && words(source) != words(own)).then(|| source.to_owned())
            }
            Fault::LeftNote => {
                let end = own.trim_end().len();
                let is_text = !own[..end].ends_with(['}', '=']);
                is_text.then(|| format!("{} TODO: ask{}", &own[..end], &own[end..]))
            }
            _ => {
                let sources = parts(source);
                parts(own).into_iter().find_map(|(name, part)| {
                    let (_, from) = sources.iter().find(|(known, _)| *known == name)?;
                    let new = self.part(&own[part.clone()], &source[from.clone()], pair)?;
                    Some([&own[..part.start], &new, &own[part.end..]].concat())
                })
            }
        }
    }

    /// A value or an attribute with this mistake.
    fn part(self, own: &str, source: &str, pair: &Pair) -> Option<String> {
        match self {
            Fault::DroppedVariable | Fault::DroppedInForm => dropped_variable(self, own, source),
            Fault::MisspeltVariable => {
                let found = variables(own).into_iter().next()?;
                Some([&own[..found.name.end], "x", &own[found.name.end..]].concat())
            }
            Fault::SwappedInFrame | Fault::SwappedInWords => swapped(self, own, source),
            Fault::ChangedDate
            | Fault::ChangedAmount
            | Fault::ChangedDuration
            | Fault::ChangedNumber => digits::changed(self, own, source),
            Fault::DroppedNegation => {
                const WORDS: [(&str, &str); 11] = [
                    (" not ", " "),
                    (" не ", " "),
                    (" nicht ", " "),
                    (" pas ", " "),
                    (" no ", " "),
                    (" não ", " "),
                    (" non ", " "),
                    (" nie ", " "),
                    (" inte ", " "),
                    ("ません", "ます"),
                    ("不", ""),
                ];
                let is_said =
                    [" not ", "n't ", "annot ", "n’t "].iter().any(|n| source.contains(n));
                if !is_said {
                    return None;
                }
                let (word, instead) = WORDS.into_iter().find(|(word, _)| own.contains(word))?;
                let at = own.find(word)?;
                let (before, after) = (&own[..at], &own[at + word.len()..]);
                // In French it takes two words.
                let both = || {
                    let (start, of_two) = ["ne ", "n'", "n’"]
                        .into_iter()
                        .filter_map(|ne| Some((format!(" {before}").rfind(&format!(" {ne}"))?, ne)))
                        .max()?;
                    let rest = &before[start + of_two.len()..];
                    Some([&before[..start], rest, instead, after].concat())
                };
                match word {
                    " pas " => both().or_else(|| Some([before, instead, after].concat())),
                    _ => Some([before, instead, after].concat()),
                }
            }
            Fault::BrokenLink => {
                let at = own.find("](")?;
                (pair.manifest.is_some() && source.contains("]("))
                    .then(|| without(own, at + 1..at + 2))
            }
            Fault::BrokenTag | Fault::LostLink => broken_tag(self, own, source),
            Fault::ChangedAddress => {
                let at = own.find("://")? + 3;
                let host = own[at..].split(['/', ' ', '\n', '"', ')']).next()?;
                let is_same = source.contains(&format!("://{host}"));
                // A scheme may be told by itself: “links such as app://”.
                (is_same && host.starts_with(char::is_alphanumeric))
                    .then(|| [&own[..at], "x", &own[at..]].concat())
            }
            Fault::DroppedItem => {
                let own_items = items(own);
                let line = own_items.last()?.clone();
                (own_items.len() == items(source).len()).then(|| without(own, line))
            }
            Fault::DroppedForm => dropped_form(own, &pair.locale),
            Fault::LookAlike => {
                const ALIKE: [(char, char); 6] =
                    [('а', 'a'), ('е', 'e'), ('о', 'o'), ('с', 'c'), ('р', 'p'), ('і', 'i')];
                let (at, found) = outside_braces(own).find(|(at, found)| {
                    let inside = own[..*at].ends_with(|c: char| ('а'..='я').contains(&c));
                    inside && ALIKE.iter().any(|(own, _)| own == found)
                })?;
                let (_, other) = ALIKE.iter().find(|(own, _)| *own == found)?;
                Some(format!("{}{other}{}", &own[..at], &own[at + found.len_utf8()..]))
            }
            _ => None,
        }
    }
}

fn without(text: &str, range: Range<usize>) -> String {
    [&text[..range.start], &text[range.end..]].concat()
}

fn at_continuation(body: &str, sign: &str) -> Option<String> {
    let line = continuation(body)?;
    let indent = body[line.clone()].len() - body[line.clone()].trim_start().len();
    let at = line.start + indent;
    Some([&body[..at], sign, &body[at..]].concat())
}

fn dropped_variable(fault: Fault, own: &str, source: &str) -> Option<String> {
    let (own_variables, source_variables) = (variables(own), variables(source));
    let is_stated = |name: &str| {
        let mut same = source_variables.iter().filter(|other| &source[other.name.clone()] == name);
        same.any(|other| other.is_alone && other.depth == 0)
    };
    let count = |name: &str| own.matches(&format!("${name}")).count();
    if fault == Fault::DroppedVariable {
        let found = own_variables.into_iter().find(|found| {
            let name = &own[found.name.clone()];
            found.is_alone && found.depth == 0 && is_stated(name) && count(name) == 1
        })?;
        return Some(without(own, found.placeable));
    }
    let is_of_any = |key: &str| ["few", "many", "other"].contains(&key);
    let source_choices = choices(source);
    let sources: Vec<&str> = source_choices
        .iter()
        .flatten()
        .filter(|form| form.key == "other")
        .map(|form| form.words)
        .collect();
    let mut forms = choices(own).into_iter().flatten().filter(|form| is_of_any(form.key));
    forms.find_map(|form| {
        let found = own_variables.iter().find(|found| {
            let name = &own[found.name.clone()];
            let typed = format!("${name}");
            found.is_alone
                && form.line.contains(&found.name.start)
                && form.words.matches(&typed).count() == 1
                && sources.iter().any(|words| words.contains(&typed))
        })?;
        Some(without(own, found.placeable.clone()))
    })
}

fn swapped(fault: Fault, own: &str, source: &str) -> Option<String> {
    let own_variables = variables(own);
    let outside = |text: &str| {
        let found = variables(text).into_iter();
        let pairs = found.filter(|found| found.depth == 0 && found.is_alone);
        pairs.collect::<Vec<_>>()
    };
    let (found, known) = (outside(own), outside(source));
    // What stands between two neighbours, if both are said once.
    let frame = |text: &str, one: &super::text::Variable, other: &super::text::Variable| {
        let between: String = text[one.placeable.end..other.placeable.start]
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        let divides = between.contains(['/', '-', '–', '→', '>', '<', ':', '=', '×', '+', '.']);
        (divides && !between.contains(char::is_alphanumeric)).then_some(between)
    };
    let is_framed = |at: usize| {
        let (one, other) = (&found[at], &found[at + 1]);
        let name = |variable: &super::text::Variable| &own[variable.name.clone()];
        known.windows(2).any(|pair| {
            let same = source[pair[0].name.clone()] == *name(one)
                && source[pair[1].name.clone()] == *name(other);
            same && frame(source, &pair[0], &pair[1]).is_some()
                && frame(source, &pair[0], &pair[1]) == frame(own, one, other)
        })
    };
    // The parts of a date every language orders as it will.
    let is_of_date = |name: &str| {
        let name = name.to_ascii_lowercase();
        ["day", "month", "year", "date", "time"].iter().any(|part| name.ends_with(part))
    };
    let is_single = |at: &Range<usize>| {
        let name = &own[at.clone()];
        if is_of_date(name) {
            return false;
        }
        let same = own_variables.iter().filter(|other| &own[other.name.clone()] == name);
        same.count() == 1 && source.contains(&format!("${name}"))
    };
    let at = (0..found.len().saturating_sub(1)).find(|at| {
        let both = [&found[*at], &found[*at + 1]];
        both.iter().all(|one| is_single(&one.name))
            && own[both[0].name.clone()] != own[both[1].name.clone()]
            && is_framed(*at) == (fault == Fault::SwappedInFrame)
    })?;
    let (a, b) = (found[at].name.clone(), found[at + 1].name.clone());
    let parts = [&own[..a.start], &own[b.clone()], &own[a.end..b.start]];
    Some(parts.concat() + &own[a] + &own[b.end..])
}

fn broken_tag(fault: Fault, own: &str, source: &str) -> Option<String> {
    let start = own.find("</")?;
    let end = start + own[start..].find('>')? + 1;
    let name = &own[start + 2..end - 1];
    let opening = format!("<{name}");
    let same = |tag: &str| own.matches(tag).count() == source.matches(tag).count();
    // What closes nothing is broken as it is.
    let is_whole = own[..start].contains(&opening);
    let is_same = is_whole && same(&opening) && same(&own[start..end]);
    let needs_no_end = ["li", "p", "option"].contains(&name);
    if !is_same
        || needs_no_end
        || name.is_empty()
        || name.contains(|c: char| !c.is_ascii_alphanumeric())
    {
        return None;
    }
    if fault == Fault::BrokenTag {
        return Some(without(own, start..end));
    }
    let open = own[..start].rfind(&opening).filter(|_| name == "a")?;
    let close = open + own[open..].find('>')? + 1;
    Some([&own[..open], &own[close..start], &own[end..]].concat())
}

/// Without a form that no other one can stand for.
fn dropped_form(own: &str, locale: &Locale) -> Option<String> {
    if !nouns_change(locale) || own.contains("ordinal") {
        return None;
    }
    let counted = counted_categories(locale, false, 1000);
    let only = |key: &str| counted.iter().find(|(category, _)| *category == key).map(|one| one.1);
    for forms in choices(own) {
        let is_plural = forms
            .iter()
            .all(|form| PLURAL_CATEGORIES.contains(&form.key) || form.key.parse::<u32>().is_ok());
        let default = forms.iter().find(|form| form.is_default)?;
        let has = |key: &str| forms.iter().any(|form| form.key == key);
        let is_needed = |key: &str| match key {
            // None of something can be said in the words for many.
            "other" | "zero" if only(key) != Some(None) => false,
            "two" if locale.language() == "he" => false,
            "1" => !has("one") && only("one") == Some(Some(1)),
            "one" => only(key).is_some_and(|only| only.is_none() || !has("1")),
            "two" => only(key).is_some_and(|only| only.is_none() || !has("2")),
            key => only(key).is_some(),
        };
        // Of two forms with the same words one is enough.
        let dropped = forms.iter().find(|form| {
            let is_said = || forms.iter().any(|o| o.key != form.key && o.words == form.words);
            !form.is_default && is_needed(form.key) && form.words != default.words && !is_said()
        });
        if let Some(form) = dropped.filter(|_| is_plural) {
            return Some(without(own, form.line.clone()));
        }
    }
    None
}

/// Another file than that of the translation, as the file of another language of
/// the same text.
pub(super) fn is_other_text(own: &FtlFile, other: &FtlFile) -> bool {
    let told = |file: &FtlFile| -> Vec<String> {
        bodies(file).into_iter().map(|(_, body)| words(&file.text()[body])).collect()
    };
    let (own, other) = (told(own), told(other));
    let letters = |texts: &[String]| {
        texts.iter().flat_map(|t| t.chars()).filter(|c| c.is_alphabetic()).count()
    };
    let same = own.iter().filter(|text| other.contains(text)).count();
    letters(&other) >= 200 && own.len() >= 3 && same * 2 < own.len()
}

/// The text of a policy's source with a word more in each message, one at a time.
pub(super) fn gone_on(source: &FtlFile) -> Vec<Injected> {
    let one = |(id, body): (&str, Range<usize>)| {
        let text = source.text();
        let end = body.start + text[body.clone()].trim_end().len();
        let line = lines(&text[body.start..end]).pop()?;
        let is_text = text[body.start..end][line].chars().last().is_some_and(|c| c != '}');
        let text = format!("{} too{}", &text[..end], &text[end..]);
        is_text.then(|| Injected { message: id.to_owned(), text })
    };
    bodies(source).into_iter().filter_map(one).collect()
}
