//! Walking the tree of a pattern: what it refers to and how much it costs.

use fluent_bundle::FluentResource;
use fluent_syntax::ast;

use super::Pattern;

type Inline<'s> = ast::InlineExpression<&'s str>;
type Variants<'s> = [ast::Variant<&'s str>];

/// Something that a pattern refers to.
#[derive(Clone, Debug)]
pub enum Reference<'s> {
    /// `{ $name }`; `shown` when its value is part of the text, and not only
    /// chooses between variants.
    Variable {
        /// Without the dollar sign.
        name: &'s str,
        /// Whether its value is part of the text.
        shown: bool,
    },
    /// `{ -name }` or `-name.attribute` in a selector.
    Term {
        /// Without the hyphen.
        name: &'s str,
        /// The attribute, if one is meant.
        attribute: Option<&'s str>,
        /// Named arguments: their names, and their values where they are text.
        arguments: Vec<(&'s str, Option<&'s str>)>,
    },
    /// `{ name }` or `{ name.attribute }`.
    Message {
        /// The message's id.
        name: &'s str,
        /// The attribute, if one is meant.
        attribute: Option<&'s str>,
    },
    /// `{ NAME(…) }`.
    Function {
        /// The function's name.
        name: &'s str,
    },
}

/// What `pattern` refers to, in the order of the text.
#[must_use]
pub fn references<'s>(pattern: &Pattern<'s>) -> Vec<Reference<'s>> {
    let mut found = Vec::new();
    each_reference(pattern, &mut |reference| found.push(reference));
    found
}

/// Gives what `pattern` refers to, one after the other: in most patterns that is
/// nothing, and no list of it is made.
pub fn each_reference<'s>(pattern: &Pattern<'s>, give: &mut dyn FnMut(Reference<'s>)) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            in_expression(expression, give);
        }
    }
}

fn in_expression<'s>(expression: &ast::Expression<&'s str>, give: &mut dyn FnMut(Reference<'s>)) {
    match expression {
        ast::Expression::Inline(inline) => in_inline(inline, true, give),
        ast::Expression::Select { selector, variants } => {
            in_inline(selector, false, give);
            for variant in variants {
                each_reference(&variant.value, give);
            }
        }
    }
}

fn in_inline<'s>(inline: &Inline<'s>, shown: bool, give: &mut dyn FnMut(Reference<'s>)) {
    match inline {
        Inline::StringLiteral { .. } | Inline::NumberLiteral { .. } => {}
        Inline::VariableReference { id } => {
            give(Reference::Variable { name: id.name, shown });
        }
        Inline::MessageReference { id, attribute } => {
            let attribute = attribute.as_ref().map(|attribute| attribute.name);
            give(Reference::Message { name: id.name, attribute });
        }
        Inline::FunctionReference { id, arguments } => {
            give(Reference::Function { name: id.name });
            for argument in &arguments.positional {
                in_inline(argument, shown, give);
            }
        }
        Inline::TermReference { id, attribute, arguments } => {
            let named = arguments.iter().flat_map(|arguments| &arguments.named);
            let text = |value: &Inline<'s>| match value {
                Inline::StringLiteral { value } => Some(*value),
                _ => None,
            };
            give(Reference::Term {
                name: id.name,
                attribute: attribute.as_ref().map(|attribute| attribute.name),
                arguments: named
                    .map(|argument| (argument.name.name, text(&argument.value)))
                    .collect(),
            });
        }
        Inline::Placeable { expression } => in_expression(expression, give),
    }
}

/// The text that is typed into `pattern` itself, in all its variants; a NUL
/// stands where something is filled in.
#[must_use]
pub fn literal_text(pattern: &Pattern<'_>) -> String {
    let mut out = String::new();
    literals(pattern, &mut out);
    out
}

fn literals(pattern: &Pattern<'_>, out: &mut String) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => out.push_str(value),
            ast::PatternElement::Placeable { expression } => {
                out.push('\0');
                if let ast::Expression::Select { variants, .. } = expression {
                    for variant in variants {
                        literals(&variant.value, out);
                        out.push('\0');
                    }
                }
            }
        }
    }
}

/// How many placeables resolving `pattern` takes at the most, itself and what
/// it refers to; `of` tells the cost of a referred message or term.
pub fn placeables(pattern: &Pattern<'_>, of: &mut dyn FnMut(&Reference<'_>) -> usize) -> usize {
    let mut total = 0_usize;
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            total = total.saturating_add(1).saturating_add(cost(expression, of));
        }
    }
    total
}

fn cost(expression: &ast::Expression<&str>, of: &mut dyn FnMut(&Reference<'_>) -> usize) -> usize {
    match expression {
        ast::Expression::Inline(Inline::Placeable { expression }) => {
            cost(expression, of).saturating_add(1)
        }
        ast::Expression::Inline(inline) => {
            let mut sum = 0_usize;
            in_inline(inline, true, &mut |reference| sum = sum.saturating_add(of(&reference)));
            sum
        }
        ast::Expression::Select { variants, .. } => {
            variants.iter().map(|variant| placeables(&variant.value, of)).max().unwrap_or(0)
        }
    }
}

/// The selectors of a pattern that choose by a variable, each with the names
/// of its variants.
#[must_use]
pub fn variants<'s>(pattern: &Pattern<'s>) -> Vec<(&'s str, Vec<&'s str>)> {
    let mut found = Vec::new();
    selects_in_pattern(pattern, &mut |selector, variants| {
        if let Inline::VariableReference { id } = selector {
            found.push((id.name, variants.iter().map(key).collect()));
        }
    });
    found
}

/// A choice between variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Select<'s> {
    /// The variable that it chooses by, by itself or in a function; nothing where
    /// something else chooses.
    pub variable: Option<&'s str>,
    /// Whether it chooses by order (first, second) and not by how many.
    pub is_ordinal: bool,
    /// The names of the variants.
    pub keys: Vec<&'s str>,
    /// The one that is taken where no other fits.
    pub default: &'s str,
    /// Whether that one shows the variable.
    pub is_shown: bool,
}

/// The choices of a pattern, also those inside variants.
#[must_use]
pub fn selects<'s>(pattern: &Pattern<'s>) -> Vec<Select<'s>> {
    let mut found = Vec::new();
    selects_in_pattern(pattern, &mut |selector, variants| {
        let default = variants.iter().find(|variant| variant.default);
        let name = variable(selector);
        let shows = |variant: &ast::Variant<&'s str>| {
            let used = references(&variant.value);
            used.iter().any(|one| matches!(one, Reference::Variable { name: used, shown: true } if Some(*used) == name))
        };
        found.push(Select {
            variable: name,
            is_shown: default.is_some_and(shows),
            is_ordinal: is_ordinal(selector),
            keys: variants.iter().map(key).collect(),
            default: default.map_or("", key),
        });
    });
    found
}

fn variable<'s>(selector: &Inline<'s>) -> Option<&'s str> {
    match selector {
        Inline::VariableReference { id } => Some(id.name),
        Inline::FunctionReference { arguments, .. } => {
            arguments.positional.first().and_then(variable)
        }
        _ => None,
    }
}

pub(super) fn is_ordinal(selector: &Inline<'_>) -> bool {
    let Inline::FunctionReference { arguments, .. } = selector else { return false };
    arguments.named.iter().any(|argument| {
        let is_text =
            |wanted| matches!(&argument.value, Inline::StringLiteral { value } if *value == wanted);
        argument.name.name == "type" && is_text("ordinal")
    })
}

/// The texts that are typed into `pattern`, in all its variants: each a row of
/// slices of the file, mostly lines, with nothing filled in between them.
#[must_use]
pub fn typed_texts<'s>(pattern: &Pattern<'s>) -> Vec<Vec<&'s str>> {
    let mut found = Vec::new();
    let mut row = Vec::new();
    each_typed(pattern, &mut |piece| match piece {
        Some(piece) => row.push(piece),
        None => found.extend((!row.is_empty()).then(|| std::mem::take(&mut row))),
    });
    found
}

/// Gives the slices of the file that are typed into `pattern`, in all its variants, and
/// nothing wherever something is filled in and where a text ends.
pub fn each_typed<'s>(pattern: &Pattern<'s>, give: &mut dyn FnMut(Option<&'s str>)) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => give(Some(value)),
            ast::PatternElement::Placeable { expression } => {
                give(None);
                if let ast::Expression::Select { variants, .. } = innermost(expression) {
                    for variant in variants {
                        each_typed(&variant.value, give);
                    }
                }
            }
        }
    }
    give(None);
}

/// An expression without the braces around it: `{ { $x } }`.
fn innermost<'e, 's>(expression: &'e ast::Expression<&'s str>) -> &'e ast::Expression<&'s str> {
    let mut expression = expression;
    while let ast::Expression::Inline(Inline::Placeable { expression: inner }) = expression {
        expression = inner;
    }
    expression
}

/// Whether a piece of text that is typed into `pattern` has something in it.
#[must_use]
pub fn types_any(pattern: &Pattern<'_>, has: fn(&str) -> bool) -> bool {
    pattern.elements.iter().any(|element| match element {
        ast::PatternElement::TextElement { value } => has(value),
        ast::PatternElement::Placeable { expression } => match innermost(expression) {
            ast::Expression::Inline(_) => false,
            ast::Expression::Select { variants, .. } => {
                variants.iter().any(|variant| types_any(&variant.value, has))
            }
        },
    })
}

fn key<'s>(variant: &ast::Variant<&'s str>) -> &'s str {
    match &variant.key {
        ast::VariantKey::Identifier { name } => name,
        ast::VariantKey::NumberLiteral { value } => value,
    }
}

/// Visits every select expression of a file.
pub(super) fn selects_of_file<'r>(
    resource: &'r FluentResource,
    visit: &mut dyn FnMut(&Inline<'r>, &Variants<'r>),
) {
    for entry in resource.entries() {
        let (value, attributes) = match entry {
            ast::Entry::Message(message) => (message.value.as_ref(), &message.attributes),
            ast::Entry::Term(term) => (Some(&term.value), &term.attributes),
            _ => continue,
        };
        let attributes = attributes.iter().map(|attribute| &attribute.value);
        for pattern in value.into_iter().chain(attributes) {
            selects_in_pattern(pattern, visit);
        }
    }
}

/// Whether a pattern chooses between variants: few do.
pub(super) fn chooses(pattern: &Pattern<'_>) -> bool {
    pattern.elements.iter().any(|element| match element {
        ast::PatternElement::TextElement { .. } => false,
        ast::PatternElement::Placeable { expression } => {
            matches!(innermost(expression), ast::Expression::Select { .. })
        }
    })
}

fn selects_in_pattern<'s>(
    pattern: &Pattern<'s>,
    visit: &mut dyn FnMut(&Inline<'s>, &Variants<'s>),
) {
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else {
            continue;
        };
        if let ast::Expression::Select { selector, variants } = innermost(expression) {
            visit(selector, variants);
            for variant in variants {
                selects_in_pattern(&variant.value, visit);
            }
        }
    }
}

/// Where the arrow of a select expression stands that begins `text`; arrows
/// inside text literals do not count.
pub(super) fn arrow_after(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut quoted) = (0, false);
    while at + 1 < bytes.len() {
        match bytes[at] {
            b'\\' if quoted => at += 1,
            b'"' => quoted = !quoted,
            b'-' if !quoted && bytes[at + 1] == b'>' => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}
