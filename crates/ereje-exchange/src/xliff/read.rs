//! An XLIFF document as what it says: units with their source and target.

use std::ops::Range;

use super::tree::{self, Element, Node};
use super::{NAMESPACE, OWN};

/// What came back.
#[derive(Debug)]
pub struct Given {
    /// The policy that it is of.
    pub policy: String,
    /// The language of the source.
    pub source: String,
    /// The language of the target.
    pub target: String,
    /// Its units, in order.
    pub units: Vec<GivenUnit>,
}

/// A unit that came back.
#[derive(Debug)]
pub struct GivenUnit {
    /// Its id.
    pub id: String,
    /// The source.
    pub source: Vec<Inline>,
    /// The target, with whether all of it is there; nothing where no part is.
    pub target: Option<(Vec<Inline>, bool)>,
    /// What told the translation that was exported from others.
    pub was: Option<String>,
    /// Where it begins, in bytes.
    pub at: usize,
}

/// A part of a text that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// A code that stands for itself: its id.
    Alone(String),
    /// A code that goes around what follows: its id.
    Open(String),
    /// The end of the code of this id.
    Close(String),
}

/// Why a document can not be taken: a sentence, what to do, and the place in bytes.
#[derive(Debug)]
pub struct Unreadable {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// Where.
    pub at: usize,
}

/// Whether a file is XML and no page of Markdown.
#[must_use]
pub fn is_xml(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with("<?xml") || text.starts_with("<xliff")
}

/// Where the tag is that begins at a place: many tools write all in one line, which is
/// too long to be shown.
#[must_use]
pub fn tag(text: &str, at: usize) -> Range<usize> {
    let end = text[at..].find(['>', '\n']);
    at..end.map_or(text.len(), |end| at + end + usize::from(text[at + end..].starts_with('>')))
}

/// Reads a document.
///
/// # Errors
/// Why it can not be taken.
pub fn read(text: &str) -> Result<Given, Unreadable> {
    let wrong = |message: &str, hint: &str, at: usize| Unreadable {
        message: message.to_owned(),
        hint: hint.to_owned(),
        at,
    };
    let again = "have the tool write its XLIFF again, as it was exported";
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(wrong("the file is empty", again, 0));
    }
    let root = tree::read(text).map_err(|(message, at)| wrong(&message, again, at))?;
    let version = root.attribute("version").unwrap_or_default();
    if root.name != "xliff" {
        let message = format!("this is XML, but no XLIFF: it begins with `<{}>`", root.name);
        let hint = "name the translated .xlf file, in XLIFF 2.0 or 2.1";
        return Err(wrong(&message, hint, root.at));
    }
    if root.namespace != NAMESPACE || !["2.0", "2.1"].contains(&version) {
        let message = format!("this is XLIFF {version}, and only 2.0 and 2.1 are taken back");
        let hint = "have the tool write the version that it was given (2.1)";
        return Err(wrong(&message, hint, root.at));
    }
    let language = |name: &str| {
        root.attribute(name).map(str::to_owned).ok_or_else(|| {
            let message = format!("`<xliff>` does not say its language in `{name}`");
            wrong(&message, again, root.at)
        })
    };
    let (source, target) = (language("srcLang")?, language("trgLang")?);
    let files: Vec<&Element> = root.elements().filter(|one| one.name == "file").collect();
    let [file] = files.as_slice() else {
        let message = format!("it has {} files, and an export has one", files.len());
        let hint = "import the .xlf files one by one, as they were exported";
        return Err(wrong(&message, hint, root.at));
    };
    let policy = file.attribute("id").unwrap_or_default().to_owned();
    let mut units = Vec::new();
    find_units(file, &mut units).map_err(|(message, at)| wrong(&message, again, at))?;
    Ok(Given { policy, source, target, units })
}

fn find_units(parent: &Element, out: &mut Vec<GivenUnit>) -> Result<(), (String, usize)> {
    for element in parent.elements() {
        match element.name.as_str() {
            "group" => find_units(element, out)?,
            "unit" => out.push(unit(element)?),
            _ => {}
        }
    }
    Ok(())
}

fn unit(element: &Element) -> Result<GivenUnit, (String, usize)> {
    let id = element.attribute("id").unwrap_or_default().to_owned();
    let parts = element.elements().filter(|part| ["segment", "ignorable"].contains(&&*part.name));
    let mut source = Vec::new();
    let mut targets: Vec<(usize, Vec<Inline>)> = Vec::new();
    let (mut said, mut left) = (false, false);
    for (nth, part) in parts.enumerate() {
        let is_segment = part.name == "segment";
        let mut own = Vec::new();
        if let Some(text) = part.child("source") {
            inlines(text, &mut own)?;
        }
        let target = match part.child("target") {
            Some(text) => {
                let mut target = Vec::new();
                inlines(text, &mut target)?;
                let order = text.attribute("order").and_then(|order| order.parse().ok());
                let is_blank = is_blank(&target) && !is_blank(&own);
                // Tools write empty targets where nothing is translated yet.
                if is_segment && is_blank {
                    left = true;
                } else {
                    said |= is_segment;
                }
                Some((order.unwrap_or(nth + 1), target))
            }
            None if is_segment => {
                left = true;
                None
            }
            None => Some((nth + 1, own.clone())),
        };
        targets.extend(target);
        source.extend(own);
    }
    targets.sort_by_key(|(order, _)| *order);
    let target = targets.into_iter().flat_map(|(_, part)| part).collect();
    Ok(GivenUnit {
        id,
        source,
        target: said.then_some((target, !left)),
        was: element.attribute_of(OWN, "was").map(str::to_owned),
        at: element.at,
    })
}

fn is_blank(text: &[Inline]) -> bool {
    text.iter().all(|one| matches!(one, Inline::Text(words) if words.trim().is_empty()))
}

fn inlines(parent: &Element, out: &mut Vec<Inline>) -> Result<(), (String, usize)> {
    for child in &parent.children {
        let element = match child {
            Node::Text(words) => {
                out.push(Inline::Text(words.clone()));
                continue;
            }
            Node::Element(element) => element,
        };
        // A copy stands for what it was copied from.
        let id = || {
            let id = element.attribute("copyOf").or_else(|| element.attribute("id"));
            id.unwrap_or_default().to_owned()
        };
        match element.name.as_str() {
            "ph" => out.push(Inline::Alone(id())),
            "pc" => {
                out.push(Inline::Open(id()));
                inlines(element, out)?;
                out.push(Inline::Close(id()));
            }
            "sc" => out.push(Inline::Open(id())),
            "ec" => {
                let start = element.attribute("startRef").map(str::to_owned);
                out.push(Inline::Close(start.unwrap_or_else(id)));
            }
            "cp" => {
                let hex = element.attribute("hex").unwrap_or_default();
                let c = u32::from_str_radix(hex, 16).ok().and_then(char::from_u32);
                let c = c.ok_or_else(|| {
                    (format!("`<cp hex=\"{hex}\"/>` is no character"), element.at)
                })?;
                out.push(Inline::Text(c.to_string()));
            }
            // What tools and people mark in a text is no part of it.
            "mrk" => inlines(element, out)?,
            "sm" | "em" => {}
            name => return Err((format!("`<{name}>` can not stand in a text"), element.at)),
        }
    }
    Ok(())
}
