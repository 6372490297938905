//! What is on record of the revisions that versions were imported from.

use std::collections::BTreeMap;

use ereje::fact::Date;
use ereje::locale::Locale;

/// A revision of a policy's pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// The version made of it; `None` where no text changed.
    pub version: Option<String>,
    /// The commit's id, or the name of a file or folder.
    pub revision: String,
    /// When it was committed (RFC 3339, UTC); `None` of files.
    pub committed: Option<String>,
    /// The day of that, in the policy's time zone.
    pub day: Option<Date>,
    /// The page of each language that has one in this revision.
    pub pages: BTreeMap<Locale, PageEvidence>,
}

/// A page in a revision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageEvidence {
    /// Where it is.
    pub path: String,
    /// The line with the date, as it stands there.
    pub line: Option<String>,
    /// The day read from it.
    pub dated: Option<Date>,
    /// The day from which on the text holds, where the page says another one.
    pub effective: Option<Date>,
    /// Why the page could not be read.
    pub problem: Option<String>,
}
