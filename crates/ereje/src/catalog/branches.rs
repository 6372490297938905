//! What a message says in each of its forms: with this many, with that many, in
//! this case. Terms are written out, facts stand by their names.

use std::cell::Cell;

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::canonical::{DEEPEST, Inline, Scope, Writer, given_to, key, part};
use super::{FtlFile, Pattern};

/// So many forms of a message are looked at. Few messages have more than three.
pub const MOST_BRANCHES: usize = 64;

/// So many parts are read, in all forms of one message: of terms that multiply
/// each other Fluent resolves a hundred, and a rule tells that there are more.
const MOST_STEPS: usize = 20_000;

/// So much is written, in all forms of one message.
const MOST_BYTES: usize = 4 << 20;

/// One form of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Branch {
    /// Its text; a fact in it is `{$name}`.
    pub text: String,
    /// What was chosen: each selector with the name of its variant.
    pub choices: Vec<(String, String)>,
}

/// The forms of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branches {
    /// At least one.
    pub all: Vec<Branch>,
    /// Whether these are all: there were not more than [`MOST_BRANCHES`].
    pub is_complete: bool,
    /// How many parts of texts were read for them.
    pub parts: usize,
}

/// The forms of `pattern`, which stands in `file`. Where a selector comes twice,
/// it chooses the same both times.
#[must_use]
pub fn branches(pattern: &Pattern<'_>, file: &FtlFile, terms: Option<&FtlFile>) -> Branches {
    if let Some(text) = words_alone(pattern) {
        let all = vec![Branch { text, choices: Vec::new() }];
        return Branches { all, is_complete: true, parts: pattern.elements.len() };
    }
    let reader = Reader {
        writer: Writer::new(file, terms),
        left: Cell::new(MOST_BRANCHES - 1),
        steps: Cell::new(MOST_STEPS),
        bytes: Cell::new(MOST_BYTES),
        is_complete: Cell::new(true),
    };
    let mut all = vec![Branch { text: String::with_capacity(room(pattern)), choices: Vec::new() }];
    reader.pattern(pattern, None, 0, &mut all);
    let parts = MOST_STEPS - reader.steps.get();
    Branches { all, is_complete: reader.is_complete.get(), parts }
}

/// The text of a pattern in which nothing is filled in, as in most, where it is not
/// too long.
fn words_alone(pattern: &Pattern<'_>) -> Option<String> {
    let parts = pattern.elements.iter().map(|element| match element {
        ast::PatternElement::TextElement { value } => Some(*value),
        ast::PatternElement::Placeable { .. } => None,
    });
    let bytes = parts.clone().try_fold(0, |sum, part| Some(sum + part?.len()))?;
    if bytes > MOST_BYTES || pattern.elements.len() > MOST_STEPS {
        return None;
    }
    let mut text = String::with_capacity(bytes);
    text.extend(parts.flatten());
    Some(text)
}

/// About so many bytes a pattern takes that fills in names.
fn room(pattern: &Pattern<'_>) -> usize {
    const NAME: usize = 16;
    let parts = pattern.elements.iter().map(|element| match element {
        ast::PatternElement::TextElement { value } => value.len(),
        ast::PatternElement::Placeable { .. } => NAME,
    });
    parts.sum::<usize>().min(MOST_BYTES)
}

struct Reader<'f> {
    writer: Writer<'f>,
    /// How many more branches may be begun.
    left: Cell<usize>,
    /// How many more parts of texts may be read.
    steps: Cell<usize>,
    /// How many more bytes may be written.
    bytes: Cell<usize>,
    is_complete: Cell<bool>,
}

impl Reader<'_> {
    fn pattern(
        &self,
        pattern: &Pattern<'_>,
        given: Scope<'_>,
        depth: usize,
        branches: &mut Vec<Branch>,
    ) {
        if depth > DEEPEST {
            return;
        }
        for element in &pattern.elements {
            if !self.goes_on() {
                return;
            }
            match element {
                ast::PatternElement::TextElement { value } => self.say(branches, value),
                ast::PatternElement::Placeable { expression } => {
                    self.expression(expression, given, depth, branches);
                }
            }
        }
    }

    fn expression(
        &self,
        expression: &ast::Expression<&str>,
        given: Scope<'_>,
        depth: usize,
        branches: &mut Vec<Branch>,
    ) {
        let (selector, variants) = match expression {
            ast::Expression::Inline(inline) => return self.inline(inline, given, depth, branches),
            ast::Expression::Select { selector, variants } => (selector, variants),
        };
        let of_key = |wanted: &str| {
            let named = variants.iter().find(|variant| key(variant) == wanted);
            named.or_else(|| variants.iter().find(|variant| variant.default))
        };
        if let Some(chosen) = self.writer.chosen(selector, given, depth) {
            if let Some(variant) = of_key(&chosen) {
                self.pattern(&variant.value, given, depth + 1, branches);
            }
            return;
        }
        let name = self.selector(selector, given, depth);
        let mut done = Vec::with_capacity((branches.len() * variants.len()).min(MOST_BRANCHES));
        for branch in std::mem::take(branches) {
            let known = branch.choices.iter().find(|(selector, _)| *selector == name);
            if let Some(variant) = known.and_then(|(_, key)| of_key(key)) {
                let mut same = vec![branch];
                self.pattern(&variant.value, given, depth + 1, &mut same);
                done.append(&mut same);
                continue;
            }
            for variant in variants {
                // The default is always said; the branch itself is one already.
                if !variant.default {
                    let Some(left) = self.left.get().checked_sub(1) else {
                        self.is_complete.set(false);
                        continue;
                    };
                    self.left.set(left);
                }
                let mut one = branch.clone();
                one.choices.push((name.clone(), key(variant).to_owned()));
                let mut chosen = vec![one];
                self.pattern(&variant.value, given, depth + 1, &mut chosen);
                done.append(&mut chosen);
            }
        }
        *branches = done;
    }

    fn inline(
        &self,
        inline: &Inline<'_>,
        given: Scope<'_>,
        depth: usize,
        branches: &mut Vec<Branch>,
    ) {
        match inline {
            Inline::StringLiteral { value } => {
                self.say(branches, &unescape_unicode_to_string(value));
            }
            Inline::NumberLiteral { value } => self.say(branches, value),
            Inline::VariableReference { id } => {
                match given.unwrap_or_default().iter().find(|(name, _)| *name == id.name) {
                    Some((_, value)) => self.say(branches, value),
                    None => {
                        for part in ["{$", id.name, "}"] {
                            self.say(branches, part);
                        }
                    }
                }
            }
            // How a fact is written is each language's own.
            Inline::FunctionReference { arguments, .. } => {
                for argument in &arguments.positional {
                    self.inline(argument, given, depth, branches);
                }
            }
            Inline::TermReference { id, arguments, .. } => match self.writer.term(id.name) {
                Some(term) => {
                    let given = given_to(arguments.as_ref());
                    self.pattern(&term.value, Some(&given), depth + 1, branches);
                }
                None => self.say(branches, &["{-", id.name, "}"].concat()),
            },
            Inline::MessageReference { id, attribute } => {
                let found = self.writer.file.message(id.name);
                match found.and_then(|message| part(message, attribute)) {
                    Some(pattern) => self.pattern(pattern, None, depth + 1, branches),
                    None => self.say(branches, &["{", id.name, "}"].concat()),
                }
            }
            Inline::Placeable { expression } => self.expression(expression, given, depth, branches),
        }
    }

    /// What a selector is called, so that it is known when it comes again.
    fn selector(&self, selector: &Inline<'_>, given: Scope<'_>, depth: usize) -> String {
        let mut name = String::new();
        self.writer.inline(selector, given, depth, &mut name);
        name
    }

    /// Whether another part may be read.
    fn goes_on(&self) -> bool {
        let left = self.steps.get().checked_sub(1);
        self.steps.set(left.unwrap_or(0));
        self.is_complete.set(self.is_complete.get() && left.is_some());
        left.is_some()
    }

    fn say(&self, branches: &mut [Branch], text: &str) {
        for branch in branches {
            let Some(left) = self.bytes.get().checked_sub(text.len()) else {
                return self.is_complete.set(false);
            };
            self.bytes.set(left);
            branch.text.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(ftl: &str, terms: &str) -> Vec<String> {
        let file = FtlFile::parse("a.ftl", ftl.to_owned());
        let terms = FtlFile::parse("terms.ftl", terms.to_owned());
        let message = file.message("a").expect("a message");
        let found = branches(message.value.as_ref().expect("a value"), &file, Some(&terms));
        assert!(found.is_complete);
        found.all.into_iter().map(|branch| branch.text).collect()
    }

    #[test]
    fn each_form_is_said_once() {
        let days = "a = for { $n ->\n    [one] one day\n   *[other] { NUMBER($n) } days\n } more";
        assert_eq!(told(days, ""), ["for one day more", "for {$n} days more"]);
        let twice = "a = { $n ->\n [one] x\n *[other] y\n } { $n ->\n [one] 1\n *[other] 2\n }";
        assert_eq!(told(twice, ""), ["x 1", "y 2"], "a selector chooses the same both times");
        let two = "a = { $n ->\n [one] x\n *[other] y\n }{ $m ->\n [one] 1\n *[other] 2\n }";
        assert_eq!(told(two, ""), ["x1", "x2", "y1", "y2"]);
    }

    #[test]
    fn what_the_text_itself_decides_is_decided() {
        let terms = "-user =\n    { $case ->\n       *[nominative] User\n        [genitive] User’s\n    }\n";
        assert_eq!(told("a = { -user(case: \"genitive\") } { -user }", terms), ["User’s User"]);
    }

    #[test]
    fn many_selects_end_in_bounded_time() {
        let select = |n: usize| format!("{{ $v{n} ->\n [a] x\n *[b] y\n }}");
        let ftl = format!("a = {}\n", (0..50).map(select).collect::<String>());
        let file = FtlFile::parse("a.ftl", ftl);
        let value = file.message("a").and_then(|message| message.value.as_ref()).expect("a value");
        let found = branches(value, &file, None);
        assert!(!found.is_complete && found.all.len() <= MOST_BRANCHES, "{}", found.all.len());
        let ten = |name: &str| format!("{{ -{name} }}").repeat(10);
        let terms: String =
            (1..20).map(|n| format!("-t{n} = {}\n", ten(&format!("t{}", n - 1)))).collect();
        let file = FtlFile::parse("a.ftl", format!("a = {{ -t19 }}\n{terms}-t0 = {{ \"\" }}\n"));
        let value = file.message("a").and_then(|message| message.value.as_ref()).expect("a value");
        assert!(!branches(value, &file, None).is_complete, "terms that multiply each other");
        let mut nested = "x".to_owned();
        for n in 0..50 {
            nested = format!("{{ $v{n} ->\n [a] {nested}\n *[b] {nested}\n }}");
            if nested.len() > 100_000 {
                break;
            }
        }
        let file = FtlFile::parse("a.ftl", format!("a = {nested}\n"));
        let value = file.message("a").and_then(|message| message.value.as_ref()).expect("a value");
        assert!(branches(value, &file, None).all.len() <= MOST_BRANCHES);
    }
}
