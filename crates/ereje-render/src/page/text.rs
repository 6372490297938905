//! The policy as plain text.

use std::borrow::Cow;

use ereje::diagnostic::Diagnostic;
use serde::Serialize;

use super::Page;
use super::whole::Part;
use crate::history::EditionValues;
use crate::lines::Lines;
use crate::outline::Section;
use crate::plain;
use crate::site::Words;

#[derive(Serialize)]
struct TextValues<'v> {
    title: &'v str,
    draft: bool,
    t: Words<'v>,
    sections: Vec<TextSection<'v>>,
    last_updated: String,
    edition: Option<&'v EditionValues>,
}

#[derive(Serialize)]
struct TextSection<'v> {
    heading: Option<String>,
    level: u8,
    text: Cow<'v, str>,
}

impl Page<'_> {
    pub(super) fn text(&self) -> Result<Vec<u8>, Diagnostic> {
        let values = TextValues {
            title: self.document.title.text(),
            draft: self.document.draft,
            t: Words::of(self.furniture),
            sections: self.sections.iter().map(|section| self.text_section(section)).collect(),
            last_updated: plain::line(&self.document.last_updated, self.links_in_files()),
            edition: self.edition,
        };
        let page = self.templates.fill("policy.txt", &values, self.length() + (4 << 10))?;
        self.whole("policy.txt", page, || {
            let mut parts = Vec::new();
            for (section, values) in self.sections.iter().zip(&values.sections) {
                let id = self.id(section);
                parts.extend(values.heading.as_ref().map(|words| Part::heading(id, words)));
                parts.push(Part::text(id, &values.text));
            }
            parts
        })
    }

    fn text_section(&self, section: &Section) -> TextSection<'_> {
        let clause = self.clause(section);
        let mut text = Cow::Borrowed(section.clause.map_or("", |at| &self.plain[at]));
        if clause.is_some_and(|clause| clause.shown_in.is_some()) {
            text.to_mut().insert_str(0, &format!("({})\n\n", self.note));
        }
        if !section.lists.is_empty() {
            let mut lines = Lines::default();
            let how = (self.note.as_str(), self.links_in_files());
            plain::write_lists(&mut lines, &section.lists, &self.document.clauses, how);
            let gap = if text.is_empty() { "" } else { "\n\n" };
            text.to_mut().push_str(&format!("{gap}{}", lines.finish().trim_end()));
        }
        TextSection {
            heading: clause
                .and_then(|clause| clause.heading.as_ref())
                .map(|heading| plain::line(heading, self.links_in_files())),
            level: clause.map_or(2, |clause| clause.level),
            text,
        }
    }
}
