//! Whether a document keeps the constraints of XLIFF 2.1 (its core and its prose).
//! No package carries the schema of the standard, so they are written out here: which
//! element may stand in which and in what order, which attributes it has with which
//! values, which ids are unique, and where references lead.

use std::collections::BTreeSet;

use super::tree::{Element, Node, read};
use super::{NAMESPACE, OWN};

const YES_NO: &[&str] = &["yes", "no"];
const DIRECTIONS: &[&str] = &["ltr", "rtl", "auto"];
const INLINE: &[&str] = &["cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em"];

/// For each element: its attributes, and what may stand in it, in order, with whether
/// it has to and whether it may come again.
type Rule = (&'static [&'static str], &'static [(&'static [&'static str], bool, bool)], bool);

fn rule(name: &str) -> Option<Rule> {
    Some(match name {
        "xliff" => (&["version", "srcLang", "trgLang"], &[(&["file"], true, true)], false),
        "file" => (
            &["id", "original", "srcDir", "trgDir", "space", "translate", "canResegment"],
            &[(&["notes"], false, false), (&["unit", "group"], true, true)],
            false,
        ),
        "unit" => (
            &["id", "name", "translate", "was", "srcDir", "trgDir", "space", "canResegment"],
            &[
                (&["notes"], false, false),
                (&["originalData"], false, false),
                (&["segment", "ignorable"], true, true),
            ],
            false,
        ),
        "notes" => (&[], &[(&["note"], true, true)], false),
        "note" => (&["id", "category", "appliesTo", "priority"], &[], true),
        "originalData" => (&[], &[(&["data"], true, true)], false),
        "data" => (&["id", "dir", "space"], &[(&["cp"], false, true)], true),
        "segment" => (
            &["id", "state", "subState", "canResegment"],
            &[(&["source"], true, false), (&["target"], false, false)],
            false,
        ),
        "ignorable" => (&["id"], &[(&["source"], true, false), (&["target"], false, false)], false),
        "source" => (&["lang", "space"], &[(INLINE, false, true)], true),
        "target" => (&["lang", "space", "order"], &[(INLINE, false, true)], true),
        "ph" => (
            &[
                "id",
                "type",
                "subType",
                "dataRef",
                "disp",
                "equiv",
                "subFlows",
                "canCopy",
                "canDelete",
            ],
            &[],
            false,
        ),
        "pc" => (
            &[
                "id",
                "type",
                "subType",
                "dataRefStart",
                "dataRefEnd",
                "dispStart",
                "dispEnd",
                "canCopy",
                "canDelete",
            ],
            &[(INLINE, false, true)],
            true,
        ),
        "cp" => (&["hex"], &[], false),
        _ => return None,
    })
}

/// Panics where a document does not keep them.
pub(crate) fn assert_valid(text: &str) {
    let root = read(text).unwrap_or_else(|wrong| panic!("{wrong:?}\n{text}"));
    assert_eq!((&*root.name, &*root.namespace), ("xliff", NAMESPACE));
    assert_eq!(root.attribute("version"), Some("2.1"));
    stands(&root);
    for file in root.elements() {
        let mut ids = BTreeSet::new();
        for unit in file.elements().filter(|one| one.name == "unit") {
            assert!(ids.insert(id(unit)), "two units {}", id(unit));
        }
        for unit in file.elements().filter(|one| one.name == "unit") {
            refers(unit, &ids);
        }
    }
}

fn id(element: &Element) -> &str {
    element.attribute("id").unwrap_or_else(|| panic!("<{}> has no id", element.name))
}

/// Checks where an element stands and what it has.
fn stands(element: &Element) {
    let name = element.name.as_str();
    assert_eq!(element.namespace, NAMESPACE, "<{name}>");
    let (attributes, content, has_text) = rule(name).unwrap_or_else(|| panic!("<{name}>"));
    for (namespace, attribute, value) in element.all_attributes() {
        if namespace == OWN {
            continue;
        }
        assert!(attributes.contains(&attribute), "<{name} {attribute}>");
        let allowed: &[&str] = match attribute {
            "state" => &["initial", "translated", "reviewed", "final"],
            "canCopy" | "canDelete" | "translate" | "canResegment" => YES_NO,
            "srcDir" | "trgDir" | "dir" => DIRECTIONS,
            "type" => &["fmt", "ui", "quote", "link", "image", "other"],
            _ => &[],
        };
        assert!(allowed.is_empty() || allowed.contains(&value), "{attribute}=\"{value}\"");
        if ["id", "dataRef", "dataRefStart", "dataRefEnd"].contains(&attribute) {
            let is_token = |c: char| c.is_alphanumeric() || ".-_:".contains(c);
            assert!(!value.is_empty() && value.chars().all(is_token), "{attribute}=\"{value}\"");
        }
        if ["subType", "subState"].contains(&attribute) {
            let (prefix, rest) = value.split_once(':').unwrap_or_else(|| panic!("{value}"));
            let own = ["lb", "pb", "b", "i", "u", "var"];
            assert!(!prefix.is_empty() && !rest.is_empty());
            assert!(prefix != "xlf" || own.contains(&rest), "{value}");
        }
    }
    let (kind, sub) = (element.attribute("type"), element.attribute("subType"));
    match sub.and_then(|sub| sub.strip_prefix("xlf:")) {
        Some("var") => assert_eq!(kind, Some("ui")),
        Some(_) => assert_eq!(kind, Some("fmt")),
        None => assert!(sub.is_none() || kind.is_some()),
    }
    assert!(element.attribute("subState").is_none() || element.attribute("state").is_some());
    let mut slot = 0;
    let mut counts = vec![0; content.len()];
    for child in &element.children {
        match child {
            Node::Text(text) => assert!(has_text || text.trim().is_empty(), "{text:?} in <{name}>"),
            Node::Element(child) => {
                while !content.get(slot).is_some_and(|(names, ..)| names.contains(&&*child.name)) {
                    slot += 1;
                    assert!(slot < content.len(), "<{}> in <{name}>, or too late", child.name);
                }
                counts[slot] += 1;
                stands(child);
            }
        }
    }
    for ((names, is_needed, may_repeat), count) in content.iter().zip(counts) {
        assert!(count > 0 || !is_needed, "no {names:?} in <{name}>");
        assert!(count < 2 || *may_repeat, "{count} {names:?} in <{name}>");
    }
    if name == "unit" {
        assert!(element.child("segment").is_some(), "nothing to translate in a unit");
    }
}

/// Checks ids and references of a unit.
fn refers(unit: &Element, units: &BTreeSet<&str>) {
    let data = unit.child("originalData").map(|data| data.elements().map(id).collect::<Vec<_>>());
    let data = data.unwrap_or_default();
    let known: BTreeSet<&str> = data.iter().copied().collect();
    assert_eq!(known.len(), data.len(), "ids of data are unique");
    let (mut sources, mut targets) = (BTreeSet::new(), BTreeSet::new());
    let mut used = BTreeSet::new();
    for part in unit.elements().filter(|part| ["segment", "ignorable"].contains(&&*part.name)) {
        if let Some(own) = part.attribute("id") {
            assert!(sources.insert(own) && targets.insert(own), "{own}");
        }
        for text in part.elements() {
            let ids = if text.name == "source" { &mut sources } else { &mut targets };
            codes(text, &mut |code| {
                if code.name == "cp" {
                    return;
                }
                assert!(ids.insert(id(code)), "{} comes twice in {}", id(code), id(unit));
                for name in ["dataRef", "dataRefStart", "dataRefEnd"] {
                    if let Some(entry) = code.attribute(name) {
                        assert!(known.contains(entry), "{name}=\"{entry}\"");
                        used.insert(entry);
                    }
                }
                for flow in code.attribute("subFlows").unwrap_or_default().split(' ') {
                    assert!(flow.is_empty() || units.contains(flow), "subFlows={flow}");
                }
            });
        }
    }
    assert_eq!(used, known, "data that nothing refers to");
}

fn codes<'e>(parent: &'e Element, visit: &mut dyn FnMut(&'e Element)) {
    for code in parent.elements() {
        visit(code);
        codes(code, visit);
    }
}
