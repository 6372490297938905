//! Telling people and programs what is wrong.

mod fold;

use std::borrow::Cow;
use std::io::{BufWriter, IsTerminal, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet,
};
use ereje::diagnostic::{Diagnostic, Level, Place};
use ereje::fix::{Fix, Safety};
use rayon::prelude::*;
use serde::Serialize;

use crate::arguments::Format;
use crate::failure::Failure;

/// A line of results on standard output.
macro_rules! outln {
    ($($words:tt)*) => { $crate::report::line(&mut std::io::stdout(), format_args!($($words)*)) };
}

/// A line about the run on standard error.
macro_rules! errln {
    ($($words:tt)*) => { $crate::report::line(&mut std::io::stderr(), format_args!($($words)*)) };
}

/// Writes a line. A reader that went away has read enough, and what a command
/// does must not depend on who listens.
pub(crate) fn line(out: &mut impl Write, words: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{words}");
}

/// Writes results that have their line ends.
pub(crate) fn write(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Tells why a command could not work.
pub(crate) fn failed(failure: &Failure) {
    errln!("error: {}", failure.message);
    if let Some(hint) = &failure.hint {
        errln!("  help: {hint}");
    }
}

/// So many diagnostics are drawn before they are written.
const DRAWN_AT_ONCE: usize = 1024;

/// Tells all diagnostics, in their order, and how many there are.
pub(crate) fn tell(diagnostics: &[Diagnostic], format: Format) {
    match format {
        Format::Json => {
            let mut out = BufWriter::new(std::io::stdout().lock());
            for diagnostic in diagnostics {
                // A reader that went away has read enough.
                let _ = writeln!(out, "{}", json_line(diagnostic));
            }
            let _ = out.flush();
        }
        Format::Human => {
            let colour = is_coloured(&std::io::stderr());
            let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
            let renderer =
                renderer.decor_style(if colour { DecorStyle::Unicode } else { DecorStyle::Ascii });
            let mut out = std::io::stderr().lock();
            let draw = |told: &Cow<'_, Diagnostic>| renderer.render(&[group(told)]);
            // Drawing takes longer than finding out. A part of all at a time, so that
            // the pictures of many thousand do not fill the memory.
            for part in fold::fold(diagnostics).chunks(DRAWN_AT_ONCE) {
                let drawn: Vec<String> = part.par_iter().map(draw).collect();
                let _ = out.write_all((drawn.join("\n\n") + "\n\n").as_bytes());
            }
            if let Some(line) = count(diagnostics) {
                let _ = writeln!(out, "{line}");
            }
        }
    }
}

/// Whether colour is of use there, and wanted.
pub(crate) fn is_coloured(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

fn group(diagnostic: &Diagnostic) -> Group<'_> {
    let level = match diagnostic.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Advice => Shown::NOTE,
    };
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.rule)
        .elements(std::iter::empty::<Snippet<'_, Annotation<'_>>>());
    group = match &diagnostic.place {
        Some(place) => group.element(snippet(&diagnostic.path, place, AnnotationKind::Primary)),
        None => group.element(Origin::path(diagnostic.path.as_str())),
    };
    if let Some(beside) = &diagnostic.beside {
        group = group.element(snippet(&beside.path, &beside.place, AnnotationKind::Context));
    }
    group = match &diagnostic.hint {
        Some(hint) => group.element(Shown::HELP.message(hint.as_str())),
        None => group,
    };
    match diagnostic.fix.as_deref().map(|fix| fix.safety) {
        Some(Safety::Safe) => group.element(Shown::NOTE.message("`check --fix` can do so")),
        Some(Safety::Unsafe) => {
            group.element(Shown::NOTE.message("`check --fix=unsafe` can do so"))
        }
        None => group,
    }
}

fn snippet<'p>(
    path: &'p str,
    place: &'p Place,
    kind: AnnotationKind,
) -> Snippet<'p, Annotation<'p>> {
    let from = place.span.start.saturating_sub(place.excerpt_start).min(place.excerpt.len());
    let to = place.span.end.saturating_sub(place.excerpt_start);
    let to = to.clamp(from, place.excerpt.len());
    Snippet::source(place.excerpt.as_str())
        .line_start(place.line)
        .path(path)
        .annotation(kind.span(from..to))
}

fn count(diagnostics: &[Diagnostic]) -> Option<String> {
    let of = |level: Level| diagnostics.iter().filter(|d| d.level == level).count();
    let part = |number: usize, name: &str| match number {
        0 => None,
        1 => Some(format!("1 {name}")),
        _ => Some(format!("{number} {name}s")),
    };
    let parts = [part(of(Level::Error), "error"), part(of(Level::Warning), "warning")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A diagnostic as one line of JSON.
#[derive(Serialize)]
struct Line<'d> {
    rule: &'d str,
    level: &'d str,
    path: &'d str,
    line: Option<usize>,
    column: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
    message: &'d str,
    hint: Option<&'d str>,
    policy: Option<&'d str>,
    locale: Option<&'d str>,
    clause: Option<&'d str>,
    #[serde(flatten)]
    source: Option<Source<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Mend<'d>>,
}

/// How it can be mended, where it can be.
#[derive(Serialize)]
struct Mend<'d> {
    safety: &'d str,
    edits: Vec<Replacement<'d>>,
}

/// Bytes of the file, and what takes their place.
#[derive(Serialize)]
struct Replacement<'d> {
    start: usize,
    end: usize,
    text: &'d str,
}

impl<'d> Mend<'d> {
    fn of(fix: &'d Fix) -> Mend<'d> {
        let edits = fix.edits.iter().map(|edit| Replacement {
            start: edit.span.start,
            end: edit.span.end,
            text: &edit.text,
        });
        Mend { safety: fix.safety.name(), edits: edits.collect() }
    }
}

/// What something was compared with; there is nothing of it where it was not.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Source<'d> {
    source_path: &'d str,
    source_line: usize,
    source_column: usize,
    source_start: usize,
    source_end: usize,
}

/// A diagnostic as one line of JSON, without the line end.
pub(crate) fn json_line(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref();
    let line = Line {
        rule: diagnostic.rule,
        level: diagnostic.level.name(),
        path: &diagnostic.path,
        line: place.map(|place| place.line),
        column: place.map(|place| place.column),
        start: place.map(|place| place.span.start),
        end: place.map(|place| place.span.end),
        message: &diagnostic.message,
        hint: diagnostic.hint.as_deref(),
        policy: diagnostic.policy.as_deref(),
        locale: diagnostic.locale.as_deref(),
        clause: diagnostic.clause.as_deref(),
        source: diagnostic.beside.as_deref().map(|beside| Source {
            source_path: &beside.path,
            source_line: beside.place.line,
            source_column: beside.place.column,
            source_start: beside.place.span.start,
            source_end: beside.place.span.end,
        }),
        fix: diagnostic.fix.as_deref().map(Mend::of),
    };
    serde_json::to_string(&line).unwrap_or_default()
}
