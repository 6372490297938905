//! Which facts a form of a translation states, next to those that the source
//! states in the forms that say the same.

use crate::{Comparison, Form, Reading, Text};

/// A form of a translation that states other facts than its source.
pub(crate) struct Misstated<'c> {
    /// The form.
    pub(crate) reading: &'c Reading,
    /// What the source states and the form does not.
    pub(crate) missing: Vec<&'c str>,
    /// What the form states and no form of the source.
    pub(crate) extra: Vec<&'c str>,
}

/// The first such form: one that lacks something, or else one that has too much.
pub(crate) fn misstated<'c>(texts: &Comparison<'c>) -> Option<Misstated<'c>> {
    // Forms of the source that were not looked at may state anything.
    if !texts.source.is_complete || is_same(texts) {
        return None;
    }
    let found = || texts.own.readings.iter().map(|reading| judge(texts, reading));
    found()
        .find(|form| !form.missing.is_empty())
        .or_else(|| found().find(|form| !form.extra.is_empty()))
}

/// Whether all forms of both texts state the same, and nothing else chooses between
/// them: so it is in most.
fn is_same(texts: &Comparison<'_>) -> bool {
    let (from, own) = (&texts.source.readings, &texts.own.readings);
    let Some((first, others)) = from.split_first() else { return false };
    let is_known = |name: &str| {
        first.facts().any(|stated| stated == name)
            || texts.source.selectors.iter().any(|(variable, _)| variable == name)
    };
    let mut others = others.iter().chain(own);
    others.all(|other| states_as(other, first))
        && texts.own.selectors.iter().all(|(name, _)| is_known(name))
}

/// Whether two forms state the same facts.
fn states_as(one: &Reading, other: &Reading) -> bool {
    one.facts().eq(other.facts()) || sorted(one) == sorted(other)
}

/// The facts that a form states, each once.
fn sorted(reading: &Reading) -> Vec<&str> {
    let mut names: Vec<&str> = reading.facts().collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn judge<'c>(texts: &Comparison<'c>, reading: &'c Reading) -> Misstated<'c> {
    let is_stated = |name: &str| reading.facts().any(|stated| stated == name);
    let mut missing: Vec<&str> = expected(texts.source, reading);
    missing.retain(|name| !is_stated(name) && !is_said_by_choice(texts.own, reading, name));
    let mut extra = sorted(reading);
    if texts.from.texts.form == Form::Plain {
        // What chooses has to be given as well.
        extra.extend(texts.own.selectors.iter().map(|(name, _)| name.as_str()));
    }
    extra.sort_unstable();
    extra.dedup();
    extra.retain(|name| !is_given(texts, name));
    Misstated { reading, missing, extra }
}

/// The facts that all forms of the source state that are shown when `own` is.
fn expected<'c>(source: &'c Text, own: &Reading) -> Vec<&'c str> {
    let same = || source.readings.iter().filter(|reading| may_be_shown(source, reading, own));
    let Some(first) = same().next() else { return Vec::new() };
    let mut names = sorted(first);
    names.retain(|name| same().all(|reading| reading.facts().any(|stated| stated == *name)));
    names
}

/// Whether a form of the source may be shown to one reader while another one
/// sees `own`.
fn may_be_shown(source: &Text, reading: &Reading, own: &Reading) -> bool {
    own.choices.iter().all(|(selector, key)| {
        let chosen = reading.choices.iter().find(|(name, _)| name == selector);
        let Some((_, chosen)) = chosen else { return true };
        let mut choices = source.readings.iter().flat_map(|reading| &reading.choices);
        let has =
            |wanted: &str| choices.clone().any(|(name, key)| name == selector && key == wanted);
        // A category that the source language lacks is its `other`.
        match has(key) {
            true => chosen == key,
            false => chosen == "other" || !choices.any(|(n, k)| n == selector && k == "other"),
        }
    })
}

/// Whether `reading` was chosen by what the fact is, and so may say it in words:
/// `one`, two, none, or any of names.
fn is_said_by_choice(text: &Text, reading: &Reading, name: &str) -> bool {
    let chooses = |selector: &str| selector.contains(&format!("{{${name}}}"));
    reading.choices.iter().filter(|(selector, _)| chooses(selector)).any(|(selector, key)| {
        let choices = text.readings.iter().flat_map(|reading| &reading.choices);
        let mut keys = choices.filter(|(name, _)| name == selector).map(|(_, key)| key);
        !matches!(key.as_str(), "few" | "many" | "other") || !keys.all(|key| is_amount(key))
    })
}

/// Whether a variant is one for a plural category or a number.
fn is_amount(key: &str) -> bool {
    ["zero", "one", "two", "few", "many", "other"].contains(&key) || key.parse::<f64>().is_ok()
}

/// Whether the source text states a fact or chooses by it. The texts of one
/// message of a program are all given the same.
fn is_given(texts: &Comparison<'_>, name: &str) -> bool {
    let has = |text: &Text| {
        text.readings.iter().any(|reading| reading.facts().any(|stated| stated == name))
            || text.selectors.iter().any(|(variable, _)| variable == name)
            || text
                .readings
                .iter()
                .flat_map(|reading| &reading.choices)
                .any(|(selector, _)| selector.contains(&format!("{{${name}}}")))
    };
    let is_program = texts.from.texts.form == Form::Plain;
    let others = || texts.from.texts.of_message(&texts.source.message);
    has(texts.source) || (is_program && others().any(has))
}

#[cfg(test)]
mod tests {
    use ereje::catalog::FtlFile;
    use ereje::locale::Locale;

    use super::*;
    use crate::{Side, Texts};

    /// What the first misstated form lacks and has too much.
    fn told(form: Form, source: &str, own: &str) -> (Vec<String>, Vec<String>) {
        let locale = Locale::parse("en").expect("a locale");
        let files = [source, own].map(|text| FtlFile::parse("a.ftl", text.to_owned()));
        let texts = files.each_ref().map(|file| Texts::of(&locale, file, None, form));
        let [from, to] = [0, 1].map(|n| Side { texts: &texts[n], file: &files[n], terms: None });
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        let comparison = Comparison::of(from, to).next().expect("a text of both");
        let found = misstated(&comparison);
        found.map(|form| (owned(form.missing), owned(form.extra))).unwrap_or_default()
    }

    fn missing(source: &str, own: &str) -> Vec<String> {
        told(Form::Plain, source, own).0
    }

    #[test]
    fn a_choice_may_say_what_it_was_chosen_by() {
        let source = "a = { $n } files\n";
        let of = |one: &str, other: &str| {
            format!("a = {{ $n ->\n [one] {one}\n *[other] {other}\n }}\n")
        };
        assert!(missing(source, &of("one file", "{ $n } files")).is_empty());
        assert_eq!(missing(source, &of("one file", "files")), ["n"]);
        let names = "a = { $n ->\n [ios] iPhone\n *[other] telephone\n }\n";
        assert!(missing(source, names).is_empty());
        assert_eq!(missing(source, "a = { $n ->\n *[other] files\n }\n"), ["n"]);
    }

    #[test]
    fn a_form_states_what_the_same_form_of_the_source_does() {
        let source = "a = { $kind ->\n [file] { $path }\n *[other] nothing\n }\n";
        assert!(missing(source, source).is_empty());
        let own = "a = { $kind ->\n [file] a file\n *[other] nothing\n }\n";
        assert_eq!(missing(source, own), ["path"]);
    }

    #[test]
    fn what_a_program_is_not_given_is_too_much() {
        let source = "a = { $x }\n    .b = { $y }\n";
        let (_, extra) = told(Form::Plain, source, "a = { $x } { $y } { $z }\n");
        assert_eq!(extra, ["z"], "all texts of a message are given the same");
        let (_, extra) = told(Form::Markdown, source, "a = { $x } { $y }\n");
        assert_eq!(extra, ["y"], "each text of a policy states its own");
        let chosen = "a = { $x } { $m ->\n [one] y\n *[other] z\n }\n";
        assert_eq!(told(Form::Plain, source, chosen).1, ["m"]);
        assert!(told(Form::Markdown, source, chosen).1.is_empty());
    }
}
