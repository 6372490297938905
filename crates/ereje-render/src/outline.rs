//! The clauses of a page as its reader sees them: texts, and after each the
//! lists that items make. Clauses are told by their position in the document.

use ereje::document::Clause;
use ereje::manifest::ClauseKind;

/// A text and the lists below it. A page that begins with items begins with a
/// section without a clause.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) clause: Option<usize>,
    pub(crate) lists: Vec<List>,
}

/// Items of one kind and depth.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) numbered: bool,
    pub(crate) items: Vec<Item>,
}

/// An item and the lists nested in it.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) clause: usize,
    pub(crate) lists: Vec<List>,
}

/// The sections of a page.
pub(crate) fn sections(clauses: &[Clause]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::with_capacity(clauses.len());
    for (at, clause) in clauses.iter().enumerate() {
        if clause.kind == ClauseKind::Text {
            sections.push(Section { clause: Some(at), lists: Vec::new() });
            continue;
        }
        if sections.is_empty() {
            sections.push(Section { clause: None, lists: Vec::new() });
        }
        if let Some(section) = sections.last_mut() {
            let numbered = clause.kind == ClauseKind::Numbered;
            add(&mut section.lists, (at, numbered), clause.level);
        }
    }
    sections
}

fn add(lists: &mut Vec<List>, (clause, numbered): (usize, bool), depth: u8) {
    if depth > 1
        && let Some(item) = lists.last_mut().and_then(|list| list.items.last_mut())
    {
        return add(&mut item.lists, (clause, numbered), depth - 1);
    }
    let item = Item { clause, lists: Vec::new() };
    match lists.last_mut() {
        Some(list) if list.numbered == numbered => list.items.push(item),
        _ => lists.push(List { numbered, items: vec![item] }),
    }
}
