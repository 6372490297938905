//! A plan as text that a person can read and change.

use super::{ImportPlan, PlannedAccept, PlannedPage, PlannedPolicy};
use crate::version::quoted;

/// Lines of comments are not longer, but for words that are.
const WIDTH: usize = 100;

impl ImportPlan {
    /// The text of the plan. `about` are comments at its top, a paragraph each.
    #[must_use]
    pub fn write(&self, about: &[String]) -> String {
        let mut out = String::new();
        for (nth, paragraph) in about.iter().enumerate() {
            if nth > 0 {
                out.push_str("#\n");
            }
            comment(&mut out, paragraph);
        }
        out.push_str("\n# Where the pages are, seen from this file.\n");
        out.push_str(&format!("folder = {}\n", quoted(&self.folder)));
        for policy in &self.policies {
            policy.write(&mut out);
        }
        if !self.left_out.is_empty() {
            out.push_str(
                "\n# What stays out, and why. To take a page in, name it in a policy above.\n\
                 [left-out]\n",
            );
            for (file, why) in &self.left_out {
                out.push_str(&format!("{} = {}\n", quoted(file), quoted(why)));
            }
        }
        out
    }
}

impl PlannedPolicy {
    fn write(&self, out: &mut String) {
        out.push('\n');
        for note in &self.notes {
            comment(out, note);
        }
        out.push_str(&format!(
            "[[policy]]\nid = {}\nsource-locale = {}\n[policy.pages]\n",
            quoted(&self.id),
            quoted(self.source_locale.tag())
        ));
        for page in &self.pages {
            out.push_str(&page.line());
            out.push('\n');
        }
    }
}

impl PlannedPage {
    /// The page as a line of the plan.
    #[must_use]
    pub fn line(&self) -> String {
        let mut parts = vec![format!("file = {}", quoted(&self.file))];
        parts.extend(self.permalink.iter().map(|link| format!("permalink = {}", quoted(link))));
        match &self.accept {
            PlannedAccept::Nothing => {}
            PlannedAccept::Likely => parts.push("accept = true".to_owned()),
            PlannedAccept::Clauses(ids) => {
                let ids: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
                parts.push(format!("accept = [{}]", ids.join(", ")));
            }
        }
        if self.partial {
            parts.push("partial = true".to_owned());
        }
        match parts.as_slice() {
            [_] => format!("{} = {}", self.locale, quoted(&self.file)),
            _ => format!("{} = {{ {} }}", self.locale, parts.join(", ")),
        }
    }
}

/// Words as lines of comments. What stands in from the margin is kept as it is.
fn comment(out: &mut String, text: &str) {
    for paragraph in text.lines() {
        if paragraph.starts_with(' ') {
            out.push_str(&format!("# {paragraph}\n"));
            continue;
        }
        let mut line = String::from("#");
        for word in paragraph.split_whitespace() {
            if line.chars().count() + word.chars().count() >= WIDTH && line.len() > 1 {
                out.push_str(&line);
                out.push('\n');
                line = String::from("#");
            }
            line.push(' ');
            line.push_str(word);
        }
        out.push_str(&line);
        out.push('\n');
    }
}
