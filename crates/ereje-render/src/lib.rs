//! Documents to files: the HTML site, Jekyll pages, plain text, JSON for apps.
//! Nothing here knows Fluent, and nothing is written: an [`Output`] says what
//! belongs where.

mod html;
mod index;
mod json;
mod kramdown;
mod lines;
mod outline;
mod page;
mod plain;
mod site;
mod templates;

pub use index::{Entries, Entry, render_indexes};
pub use page::render_policy;
pub use site::Site;
pub use templates::{BUILT_IN, Templates};

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Where, relative to the output folder, with `/` between names.
    pub path: String,
    /// What.
    pub bytes: Vec<u8>,
}
