//! The clauses of a page as its reader sees them: texts, and after each the
//! lists that items make.

use ereje::document::Clause;
use ereje::manifest::ClauseKind;

/// A text and the lists below it. A page that begins with items begins with a
/// section without a clause.
#[derive(Debug)]
pub(crate) struct Section<'d> {
    pub(crate) clause: Option<&'d Clause>,
    pub(crate) lists: Vec<List<'d>>,
}

/// Items of one kind and depth.
#[derive(Debug)]
pub(crate) struct List<'d> {
    pub(crate) numbered: bool,
    pub(crate) items: Vec<Item<'d>>,
}

/// An item and the lists nested in it.
#[derive(Debug)]
pub(crate) struct Item<'d> {
    pub(crate) clause: &'d Clause,
    pub(crate) lists: Vec<List<'d>>,
}

/// The sections of a page.
pub(crate) fn sections(clauses: &[Clause]) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::with_capacity(clauses.len());
    for clause in clauses {
        if clause.kind == ClauseKind::Text {
            sections.push(Section { clause: Some(clause), lists: Vec::new() });
            continue;
        }
        if sections.is_empty() {
            sections.push(Section { clause: None, lists: Vec::new() });
        }
        if let Some(section) = sections.last_mut() {
            add(&mut section.lists, clause, clause.level);
        }
    }
    sections
}

fn add<'d>(lists: &mut Vec<List<'d>>, clause: &'d Clause, depth: u8) {
    if depth > 1
        && let Some(item) = lists.last_mut().and_then(|list| list.items.last_mut())
    {
        return add(&mut item.lists, clause, depth - 1);
    }
    let numbered = clause.kind == ClauseKind::Numbered;
    let item = Item { clause, lists: Vec::new() };
    match lists.last_mut() {
        Some(list) if list.numbered == numbered => list.items.push(item),
        _ => lists.push(List { numbered, items: vec![item] }),
    }
}
