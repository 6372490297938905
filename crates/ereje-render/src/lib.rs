//! Documents to files: the HTML site, Jekyll pages, plain text, JSON for apps.
//! Nothing here knows Fluent, and nothing is written: an [`Output`] says what
//! belongs where.

mod history;
mod html;
mod index;
mod json;
mod kramdown;
mod lines;
mod links;
mod moved;
mod notices;
mod numbers;
mod outline;
mod page;
mod plain;
mod report;
mod schemas;
mod site;
mod templates;
mod visible;

pub use history::{
    BY_DATE, CHANGES, Compare, Earlier, RedlineMarkdown, Rendered, Starts, Timeline, redline_path,
    render_history, render_redline, subpages,
};
pub use index::{Entries, Entry, GivenUp, render_indexes};
pub use notices::render_notices;
pub use page::{page_paths, render_policy, render_text};
pub use report::{REPORT_SCHEMA, is_report, render_report, report_data};
pub use site::Site;
pub use templates::{BUILT_IN, TEMPLATES_GUIDE, Templates};
pub use visible::{letters, letters_of_page};

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Where, relative to the output folder, with `/` between names.
    pub path: String,
    /// What.
    pub bytes: Vec<u8>,
}
