//! # `raw-html`
//!
//! HTML in the text. It could carry anything into the page, and means nothing in
//! plain text or an app.
//!
//! ```ftl fails
//! intro = About <b>App</b>.
//! ```
//!
//! ```ftl passes
//! intro = About **App**, with 1 < 2.
//! ```

use super::{Check, Rule, typed};
use crate::{Report, Subject};
use ereje::diagnostic::Level;
use ereje::document::Document;
use ereje::markup::Problem;

pub(super) const RULE: Rule = Rule::new("raw-html", Level::Error, Check::Document(check));

fn check(subject: &Subject<'_>, document: &Document, report: &mut Report<'_>) {
    for (message, text) in document.texts() {
        for problem in text.problems() {
            let Problem::RawHtml(html) = problem else { continue };
            let first = html.lines().next().unwrap_or_default();
            let place = (subject.file(), typed(subject.file(), message, first));
            let hint =
                "use Markdown (`**bold**`, `- item`, `[words](address)`); write `\\<` for the sign";
            report.at_clause(place, message, format!("HTML (`{first}`) stands in the text"), hint);
        }
    }
}
