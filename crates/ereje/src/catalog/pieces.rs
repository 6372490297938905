//! The parts of a text for those who show it to be translated elsewhere: its words,
//! and what is filled in among them, each as it is typed.

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::canonical::{Inline, key};
use super::{Pattern, writing};

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words, as they are read: what stands in quotation marks without them.
    Text(String),
    /// A value that is filled in: a fact, a function of one, another message.
    Value {
        /// The fact whose value it is, where one is.
        variable: Option<String>,
        /// As it is typed, with its braces.
        typed: String,
    },
    /// A term, in the form that its arguments ask for.
    Term {
        /// Without its hyphen.
        name: String,
        /// As it is typed, with its braces.
        typed: String,
    },
    /// A choice between texts.
    Choice(Choice),
}

/// A choice between texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it chooses by, as it is typed.
    pub selector: String,
    /// The variable that it chooses by, by itself or in a function.
    pub variable: Option<String>,
    /// Whether it chooses by order (first, second) and not by how many.
    pub is_ordinal: bool,
    /// The texts, in the order of the file.
    pub variants: Vec<Variant>,
}

/// A text that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Its name.
    pub key: String,
    /// Whether it is taken where no other fits.
    pub is_default: bool,
    /// Its text.
    pub pieces: Vec<Piece>,
}

/// The parts of `pattern`, in order. No two texts follow each other.
#[must_use]
pub fn pieces(pattern: &Pattern<'_>) -> Vec<Piece> {
    let mut out = Vec::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => text(&mut out, value),
            ast::PatternElement::Placeable { expression } => in_braces(&mut out, expression),
        }
    }
    out
}

fn text(out: &mut Vec<Piece>, more: &str) {
    match out.last_mut() {
        Some(Piece::Text(text)) => text.push_str(more),
        _ if more.is_empty() => {}
        _ => out.push(Piece::Text(more.to_owned())),
    }
}

fn in_braces(out: &mut Vec<Piece>, expression: &ast::Expression<&str>) {
    let inline = match expression {
        ast::Expression::Inline(inline) => inline,
        ast::Expression::Select { selector, variants } => {
            let variant = |variant: &ast::Variant<&str>| Variant {
                key: key(variant).to_owned(),
                is_default: variant.default,
                pieces: pieces(&variant.value),
            };
            return out.push(Piece::Choice(Choice {
                selector: typed(selector),
                variable: variable(selector).map(str::to_owned),
                is_ordinal: super::references::is_ordinal(selector),
                variants: variants.iter().map(variant).collect(),
            }));
        }
    };
    match inline {
        Inline::StringLiteral { value } => text(out, &unescape_unicode_to_string(value)),
        Inline::NumberLiteral { value } => text(out, value),
        Inline::Placeable { expression } => in_braces(out, expression),
        Inline::TermReference { id, attribute: None, .. } => out.push(Piece::Term {
            name: id.name.to_owned(),
            typed: format!("{{ {} }}", typed(inline)),
        }),
        _ => out.push(Piece::Value {
            variable: variable(inline).map(str::to_owned),
            typed: format!("{{ {} }}", typed(inline)),
        }),
    }
}

fn variable<'s>(inline: &Inline<'s>) -> Option<&'s str> {
    match inline {
        Inline::VariableReference { id } => Some(id.name),
        Inline::FunctionReference { arguments, .. } => {
            arguments.positional.first().and_then(variable)
        }
        _ => None,
    }
}

/// An expression as a person types it.
fn typed(inline: &Inline<'_>) -> String {
    let attributed = |name: &str, attribute: &Option<ast::Identifier<&str>>| match attribute {
        Some(attribute) => format!("{name}.{}", attribute.name),
        None => name.to_owned(),
    };
    match inline {
        Inline::StringLiteral { value } => format!("\"{value}\""),
        Inline::NumberLiteral { value } => (*value).to_owned(),
        Inline::VariableReference { id } => format!("${}", id.name),
        Inline::MessageReference { id, attribute } => attributed(id.name, attribute),
        Inline::FunctionReference { id, arguments } => {
            format!("{}({})", id.name, given(arguments))
        }
        Inline::TermReference { id, attribute, arguments } => {
            let name = attributed(&format!("-{}", id.name), attribute);
            match arguments {
                Some(arguments) => format!("{name}({})", given(arguments)),
                None => name,
            }
        }
        Inline::Placeable { expression } => {
            let mut inner = Vec::new();
            in_braces(&mut inner, expression);
            inner.iter().map(as_typed).collect()
        }
    }
}

fn given(arguments: &ast::CallArguments<&str>) -> String {
    let named =
        arguments.named.iter().map(|one| format!("{}: {}", one.name.name, typed(&one.value)));
    arguments.positional.iter().map(typed).chain(named).collect::<Vec<_>>().join(", ")
}

fn as_typed(piece: &Piece) -> String {
    match piece {
        Piece::Text(text) => writing::in_line(text),
        Piece::Value { typed, .. } | Piece::Term { typed, .. } => typed.clone(),
        Piece::Choice(choice) => {
            let variants = choice.variants.iter().map(|variant| {
                let text = variant.pieces.iter().map(as_typed).collect::<String>();
                (variant.key.as_str(), variant.is_default, text)
            });
            choice_typed(&choice.selector, variants, 4)
        }
    }
}

/// A choice as a person types it: what it chooses by, and each name with whether it
/// is the default, and its text on one line, as [`writing::in_line`] gives it. `indent` is how far
/// the line stands in that it ends on, in blanks.
pub fn choice_typed<'v>(
    selector: &str,
    variants: impl Iterator<Item = (&'v str, bool, String)>,
    indent: usize,
) -> String {
    let blanks = " ".repeat(indent);
    let mut out = format!("{{ {selector} ->\n");
    for (key, is_default, text) in variants {
        let star = if is_default { '*' } else { ' ' };
        out.push_str(&format!("{blanks}   {star}[{key}] {text}\n"));
    }
    out.push_str(&blanks);
    out.push('}');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::FtlFile;

    fn told(ftl: &str) -> Vec<Piece> {
        let file = FtlFile::parse("a.ftl", ftl.to_owned());
        assert_eq!(file.diagnostics(), [], "{ftl}");
        pieces(file.message("a").and_then(|message| message.value.as_ref()).expect("a value"))
    }

    #[test]
    fn what_is_filled_in_is_as_it_is_typed() {
        let typed: String = told(
            "a = x {\"[\"} {  $y } { -user( case:\"genitive\") } {NUMBER($z,minimumFractionDigits:2)} \
             { b.c } { { -u } }",
        )
        .iter()
        .map(as_typed)
        .collect();
        assert_eq!(
            typed,
            "x [ { $y } { -user(case: \"genitive\") } { NUMBER($z, minimumFractionDigits: 2) } \
             { b.c } { -u }"
        );
    }

    #[test]
    fn a_choice_is_read_as_it_was_written() {
        let ftl = "a = in { $n ->\n        [one] { $n } day\n       *[other] { $n } days\n    }.\n";
        let typed: String = told(ftl).iter().map(as_typed).collect();
        assert_eq!(format!("a = {typed}\n"), ftl);
    }
}
