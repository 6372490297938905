//! XML as a tree, read strictly: no document type, no entities but those of XML itself.

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

/// Elements that stand in each other deeper than this are not what a tool writes.
const DEEPEST: usize = 100;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) namespace: String,
    pub(super) name: String,
    /// Names with the namespace of their prefix, if they have one.
    attributes: Vec<(String, String, String)>,
    pub(super) children: Vec<Node>,
    /// Where it begins, in bytes.
    pub(super) at: usize,
}

#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// An attribute without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attribute_of("", name)
    }

    pub(super) fn attribute_of(&self, namespace: &str, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        let found = all.find(|(of, local, _)| of == namespace && local == name);
        found.map(|(.., value)| value.as_str())
    }

    /// All attributes: namespace, name, value.
    #[cfg(test)]
    pub(super) fn all_attributes(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.attributes.iter().map(|(of, name, value)| (of.as_str(), name.as_str(), value.as_str()))
    }

    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }
}

/// The root of a document.
///
/// # Errors
/// What is wrong, and where, in bytes.
pub(super) fn read(text: &str) -> Result<Element, (String, usize)> {
    let mut reader = NsReader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        let at = place(text, reader.buffer_position());
        let wrong = |words: &str| Err((words.to_owned(), at));
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(error) => {
                let at = place(text, reader.error_position());
                return Err((format!("the XML is broken: {error}"), at));
            }
        };
        match event {
            Event::Start(start) => {
                if open.len() >= DEEPEST {
                    return wrong("its elements stand in each other too deep");
                }
                if open.is_empty() && root.is_some() {
                    return wrong("the XML is broken: something follows its end");
                }
                open.push(element(&reader, &start, at)?);
            }
            Event::Empty(start) => {
                let whole = element(&reader, &start, at)?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(Node::Element(whole)),
                    None => root = Some(whole),
                }
            }
            Event::End(_) => {
                let Some(whole) = open.pop() else { return wrong("the XML is broken") };
                match open.last_mut() {
                    Some(parent) => parent.children.push(Node::Element(whole)),
                    None => root = Some(whole),
                }
            }
            Event::Text(words) => {
                let words = words.xml_content().map_err(|error| (error.to_string(), at))?;
                add(&mut open, &words);
            }
            Event::CData(words) => {
                let words = words.xml_content().map_err(|error| (error.to_string(), at))?;
                add(&mut open, &words);
            }
            Event::GeneralRef(reference) => {
                let name = reference.decode().map_err(|error| (error.to_string(), at))?;
                let number =
                    reference.resolve_char_ref().map_err(|error| (error.to_string(), at))?;
                let known = match &*name {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => number,
                };
                match known {
                    Some(c) => add(&mut open, c.encode_utf8(&mut [0; 4])),
                    None => {
                        return wrong(&format!(
                            "it uses the entity `&{name};`, which XML does not have"
                        ));
                    }
                }
            }
            Event::DocType(_) => {
                return wrong("it has a document type (`<!DOCTYPE …>`), which no XLIFF has");
            }
            Event::Eof => {
                if let Some(left) = open.last() {
                    let words = format!("the XML is broken: `<{}>` is not closed", left.name);
                    return Err((words, left.at));
                }
                return root.ok_or_else(|| ("there is no XML in it".to_owned(), 0));
            }
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
        }
    }
}

/// A place that a reader tells, where a character begins.
fn place(text: &str, at: u64) -> usize {
    let at = usize::try_from(at).unwrap_or(0).min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn add(open: &mut [Element], words: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.children.last_mut() {
        Some(Node::Text(text)) => text.push_str(words),
        _ => parent.children.push(Node::Text(words.to_owned())),
    }
}

fn element(
    reader: &NsReader<&[u8]>,
    start: &BytesStart<'_>,
    at: usize,
) -> Result<Element, (String, usize)> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let space = |resolved: ResolveResult<'_>| match resolved {
        ResolveResult::Bound(namespace) => text(namespace.as_ref()),
        _ => String::new(),
    };
    let (namespace, name) = reader.resolve_element(start.name());
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let broken = |error: &dyn std::fmt::Display| (format!("the XML is broken: {error}"), at);
        let attribute = attribute.map_err(|error| broken(&error))?;
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let (namespace, name) = reader.resolve_attribute(attribute.key);
        let value = attribute.unescape_value().map_err(|error| broken(&error))?;
        attributes.push((space(namespace), text(name.as_ref()), value.into_owned()));
    }
    Ok(Element {
        namespace: space(namespace),
        name: text(name.as_ref()),
        attributes,
        children: Vec::new(),
        at,
    })
}
