//! Units as an XLIFF document.

use std::fmt::Write as _;

use ereje::markup::{Paired, Single};
use ereje::sync::State;

use super::{NAMESPACE, OWN};
use crate::codes::{Numbered, is_required};
use crate::content::{Code, Item, Kind};
use crate::units::{Texts, Unit};

/// The document of a policy in a language.
#[must_use]
pub fn write(texts: &Texts<'_>, units: &[Unit]) -> String {
    let source = &texts.manifest.source_locale;
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(
        out,
        "<xliff xmlns=\"{NAMESPACE}\" xmlns:ereje=\"{OWN}\" version=\"2.1\" srcLang=\"{source}\" \
         trgLang=\"{}\">",
        texts.locale
    );
    let _ = writeln!(
        out,
        "  <file id=\"{}\" original=\"{}\" srcDir=\"{}\" trgDir=\"{}\" xml:space=\"preserve\">",
        texts.manifest.id,
        attribute(texts.source.0.path()),
        source.direction(),
        texts.locale.direction()
    );
    for unit in units {
        one(unit, &mut out);
    }
    out.push_str("  </file>\n</xliff>\n");
    out
}

fn one(unit: &Unit, out: &mut String) {
    let mut attributes = String::new();
    if let Some(digest) = unit.digest() {
        let _ = write!(attributes, " ereje:was=\"{digest}\"");
    }
    if unit.source.is_none() {
        attributes.push_str(" translate=\"no\"");
    }
    let _ = writeln!(out, "    <unit id=\"{}\" name=\"{}\"{attributes}>", unit.id, unit.id);
    if !unit.notes.is_empty() {
        out.push_str("      <notes>\n");
        for (category, words) in &unit.notes {
            let words = text(words);
            let _ = writeln!(out, "        <note category=\"{category}\">{words}</note>");
        }
        out.push_str("      </notes>\n");
    }
    let Some(source) = &unit.source else {
        let (source, target) = (text_in(&unit.plain.0), text_in(&unit.plain.1));
        let _ = write!(out, "      <segment id=\"s1\">\n        <source>{source}</source>\n");
        if !target.is_empty() {
            let _ = writeln!(out, "        <target>{target}</target>");
        }
        out.push_str("      </segment>\n    </unit>\n");
        return;
    };
    let mut data = Data::default();
    let sources = cut(source, unit, &mut data);
    let targets = unit.target.as_ref().map(|target| cut(target, unit, &mut data));
    let is_cut_alike = targets.as_ref().is_none_or(|targets| {
        let gaps = |parts: &[Part]| -> Vec<Option<String>> {
            parts.iter().map(|part| part.gap.clone()).collect()
        };
        gaps(&sources) == gaps(targets)
    });
    let (sources, targets) = if is_cut_alike {
        (sources, targets)
    } else {
        let whole = |parts: Vec<Part>| {
            let text = parts.into_iter().map(|part| part.text).collect();
            vec![Part { gap: None, text }]
        };
        (whole(sources), targets.map(whole))
    };
    if !data.entries.is_empty() {
        out.push_str("      <originalData>\n");
        for (nth, entry) in data.entries.iter().enumerate() {
            let _ = writeln!(out, "        <data id=\"d{}\">{}</data>", nth + 1, text_in(entry));
        }
        out.push_str("      </originalData>\n");
    }
    let state = match unit.state {
        State::Missing => "",
        State::Stale => " state=\"initial\" subState=\"ereje:stale\"",
        State::Review => " state=\"translated\" subState=\"ereje:review\"",
        State::Current => " state=\"reviewed\"",
    };
    let mut segments = 0;
    for (nth, part) in sources.iter().enumerate() {
        let name = if part.gap.is_some() { "ignorable" } else { "segment" };
        if part.gap.is_some() {
            out.push_str("      <ignorable>\n");
        } else {
            segments += 1;
            let _ = writeln!(out, "      <segment id=\"s{segments}\"{state}>");
        }
        let _ = writeln!(out, "        <source>{}</source>", part.text);
        if let Some(target) = targets.as_ref().and_then(|targets| targets.get(nth)) {
            let _ = writeln!(out, "        <target>{}</target>", target.text);
        }
        let _ = writeln!(out, "      </{name}>");
    }
    out.push_str("    </unit>\n");
}

/// A segment, or what stands between two.
struct Part {
    /// How it is typed, where it stands between.
    gap: Option<String>,
    text: String,
}

/// The texts of codes, each once.
#[derive(Default)]
struct Data {
    entries: Vec<String>,
}

impl Data {
    fn of(&mut self, text: &str) -> usize {
        let known = self.entries.iter().position(|entry| entry == text);
        known.unwrap_or_else(|| {
            self.entries.push(text.to_owned());
            self.entries.len() - 1
        }) + 1
    }
}

/// A text as segments: paragraphs, items, cells. At least one.
fn cut(text_of: &Numbered, unit: &Unit, data: &mut Data) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut open: Vec<&'static str> = Vec::new();
    let mut put = |gap: Option<String>, words: &str| match parts.last_mut() {
        Some(last) if gap.is_none() && last.gap.is_none() => last.text.push_str(words),
        _ => parts.push(Part { gap, text: words.to_owned() }),
    };
    for (item, id) in text_of.items() {
        let id = id.unwrap_or_default();
        match item {
            Item::Text(words) => put(None, &text_in(words)),
            Item::Alone(code) => {
                let typed = code.typed.shown();
                let gap = (code.kind == Kind::Gap).then(|| typed.clone());
                let flags = flags(is_required(item));
                let code = format!(
                    "<ph id=\"{id}\" {} dataRef=\"d{}\" disp=\"{}\"{flags}/>",
                    kind(code),
                    data.of(&typed),
                    attribute(&typed.replace('\n', "⏎"))
                );
                put(gap, &code);
            }
            Item::Open(around) => {
                let kind = match around.kind {
                    Paired::Emphasis => "type=\"fmt\" subType=\"xlf:i\"",
                    Paired::Strong => "type=\"fmt\" subType=\"xlf:b\"",
                    Paired::Link => "type=\"link\"",
                };
                let (before, after) = (around.open.shown(), around.close.shown());
                let code = format!(
                    "<pc id=\"{id}\" {kind} dataRefStart=\"d{}\" dataRefEnd=\"d{}\" \
                     dispStart=\"{}\" dispEnd=\"{}\"{}>",
                    data.of(&before),
                    data.of(&after),
                    attribute(&before),
                    attribute(&after),
                    flags(is_required(item))
                );
                put(None, &code);
                open.push("</pc>");
            }
            Item::Close => put(None, open.pop().unwrap_or_default()),
            Item::Term(term) => {
                let code = format!(
                    "<pc id=\"{id}\" type=\"other\" subType=\"ereje:term\" dispStart=\"‹{}›\" \
                     dispEnd=\"‹/{}›\">{}</pc>",
                    term.name,
                    term.name,
                    text_in(&term.words)
                );
                put(None, &code);
            }
            Item::Choice(forms) => {
                let flows = match unit.flows_of(id).join(" ") {
                    none if none.is_empty() => none,
                    flows => format!(" subFlows=\"{flows}\""),
                };
                let typed = format!("{{ {} -> … }}", forms.selector);
                let code = format!(
                    "<ph id=\"{id}\" type=\"other\" subType=\"ereje:choice\" dataRef=\"d{}\" \
                     disp=\"{}\"{flows}{}/>",
                    data.of(&typed),
                    attribute(&typed),
                    flags(true)
                );
                put(None, &code);
            }
        }
    }
    // A text that begins and ends with a gap still has something to translate.
    if parts.iter().all(|part| part.gap.is_some()) {
        let text = parts.iter().map(|part| part.text.as_str()).collect();
        return vec![Part { gap: None, text }];
    }
    parts
}

fn flags(is_required: bool) -> &'static str {
    if is_required { " canCopy=\"no\" canDelete=\"no\"" } else { "" }
}

fn kind(code: &Code) -> &'static str {
    match &code.kind {
        Kind::Gap => "type=\"other\" subType=\"ereje:gap\"",
        Kind::Value(_) => "type=\"ui\" subType=\"xlf:var\"",
        Kind::Mark(Single::Break) => "type=\"fmt\" subType=\"xlf:lb\"",
        Kind::Mark(Single::Address) => "type=\"link\"",
        Kind::Mark(Single::Image) => "type=\"image\"",
        Kind::Mark(Single::Code | Single::Html) => "type=\"other\" subType=\"ereje:code\"",
    }
}

/// Whether XML can hold a character as it is.
fn fits(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// Characters that need it are written as references.
fn escaped(words: &str, other: impl Fn(char) -> String) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            c if fits(c) => out.push(c),
            c => out.push_str(&other(c)),
        }
    }
    out
}

/// Text where XLIFF has an element for characters that XML can not hold.
fn text_in(words: &str) -> String {
    escaped(words, |c| format!("<cp hex=\"{:04X}\"/>", c as u32)).replace("&quot;", "\"")
}

/// Text where it has none.
fn text(words: &str) -> String {
    escaped(words, |_| "\u{fffd}".to_owned()).replace("&quot;", "\"")
}

fn attribute(words: &str) -> String {
    escaped(words, |_| "\u{fffd}".to_owned()).replace('\n', "&#10;").replace('\t', "&#9;")
}
